import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { QrCode } from './qr-code.server'

export type PdfBlock =
  | { readonly kind: 'kicker' | 'title' | 'text' | 'fine'; readonly text: string }
  /** Terms and what they are, a pair a line. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [term: string, detail: string])[] }
  /** A QR code with the text that it stands for, in letters to be read out or typed. */
  | { readonly kind: 'code'; readonly code: QrCode; readonly text: string }

export interface PdfFile {
  readonly title: string
  readonly author: string
  readonly language: string
  /** What it says it was made at. */
  readonly at: number
  /** Each begins on a sheet of its own. */
  readonly pages: readonly (readonly PdfBlock[])[]
}

/**
 * Writes a file of A4 sheets, synchronously, so that it can be attached in the transaction that calls for it. It uses the fonts that every
 * reader of PDF has, which know Western European letters; a text with others (Turkish, Greek, Cyrillic, Polish …) is written in DejaVu, of
 * which the letters in use are put into the file.
 */
export function pdfFile({ title, author, language, at, pages }: PdfFile): Buffer {
  const document = new PDFDocument({ size: 'A4', margin, lang: language, autoFirstPage: false, displayTitle: true, info: { Title: title, Author: author, CreationDate: new Date(at) } })
  for (const blocks of pages) {
    document.addPage()
    for (const block of blocks) draw(document, block)
  }
  document.end()
  const bytes: unknown = document.read()
  if (!Buffer.isBuffer(bytes)) throw new Error('The file was not written at once')
  return bytes
}

const margin = 56
const codeWidth = 200

function draw(document: PDFKit.PDFDocument, block: PdfBlock): void {
  switch (block.kind) {
    case 'kicker':
      write(document, 'Times-Italic', 12, '#555', block.text).moveDown(0.3)
      return
    case 'title':
      write(document, 'Times-Bold', 24, '#111', block.text).moveDown(0.6)
      return
    case 'text':
      write(document, 'Helvetica', 11, '#111', block.text).moveDown(0.6)
      return
    case 'fine':
      write(document, 'Helvetica', 9, '#555', block.text).moveDown(0.4)
      return
    case 'facts':
      drawFacts(document, block.rows)
      return
    case 'code':
      drawCode(document, block.code, block.text)
  }
}

function drawFacts(document: PDFKit.PDFDocument, rows: readonly (readonly [string, string])[]): void {
  const width = document.page.width - 2 * margin
  for (const [term, detail] of rows) {
    const top = document.y
    write(document, 'Helvetica', 10, '#555', term, { x: margin, y: top, width: width * 0.28 })
    const below = document.y
    write(document, 'Helvetica-Bold', 11, '#111', detail, { x: margin + width * 0.3, y: top, width: width * 0.7 })
    document.y = Math.max(below, document.y) + 5
    document.x = margin
  }
  document.moveDown(0.6)
}

function drawCode(document: PDFKit.PDFDocument, { size, path }: QrCode, text: string): void {
  const top = document.y
  // Back to the edge of the text: the quiet zone lies in the margin.
  document.save().translate(margin - 8, top).scale(codeWidth / size).path(path).fill('#000').restore()
  document.y = top + codeWidth
  write(document, 'Courier-Bold', 18, '#111', text, { x: margin, y: document.y }).moveDown(0.8)
}

type StandardFont = 'Times-Italic' | 'Times-Bold' | 'Helvetica' | 'Helvetica-Bold' | 'Courier-Bold'

/** What is written in place of a standard font that does not know all letters of a text. */
const widerFonts: Readonly<Record<StandardFont, string>> = {
  'Times-Italic': 'DejaVuSerif-Italic', 'Times-Bold': 'DejaVuSerif-Bold', Helvetica: 'DejaVuSans', 'Helvetica-Bold': 'DejaVuSans-Bold', 'Courier-Bold': 'DejaVuSansMono-Bold',
}

function write(document: PDFKit.PDFDocument, font: StandardFont, size: number, color: string, text: string, { x, y, ...options }: Place = {}): PDFKit.PDFDocument {
  const shown = withPlainSigns(text.normalize('NFC'))
  const isKnown = [...shown].every(isLatin)
  if (!isKnown) document.registerFont(widerFonts[font], fontFile(widerFonts[font]))
  return document.font(isKnown ? font : widerFonts[font]).fontSize(size).fillColor(color).text(shown, x, y, options)
}

interface Place {
  readonly x?: number
  readonly y?: number
  readonly width?: number
}

const files = new Map<string, Buffer>()

function fontFile(name: string): Buffer {
  let bytes = files.get(name)
  if (!bytes) files.set(name, (bytes = readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))))
  return bytes
}

/** No other font for the sake of a sign that has a plain one. */
function withPlainSigns(text: string): string {
  return text.replaceAll(/[\u2009\u202f]/g, ' ').replaceAll('−', '-').replaceAll('→', '-')
}

/** Whether the standard fonts of PDF know it (Windows-1252). */
function isLatin(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  return code === 0x0a || (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff) || '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'.includes(letter)
}
