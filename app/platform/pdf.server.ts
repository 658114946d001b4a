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
 * reader of PDF has, which know Western European letters: others are written by their nearest ones.
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
      document.font('Times-Italic').fontSize(12).fillColor('#555').text(inLatin(block.text)).moveDown(0.3)
      return
    case 'title':
      document.font('Times-Bold').fontSize(24).fillColor('#111').text(inLatin(block.text)).moveDown(0.6)
      return
    case 'text':
      document.font('Helvetica').fontSize(11).fillColor('#111').text(inLatin(block.text)).moveDown(0.6)
      return
    case 'fine':
      document.font('Helvetica').fontSize(9).fillColor('#555').text(inLatin(block.text)).moveDown(0.4)
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
    document.font('Helvetica').fontSize(10).fillColor('#555').text(inLatin(term), margin, top, { width: width * 0.28 })
    const below = document.y
    document.font('Helvetica-Bold').fontSize(11).fillColor('#111').text(inLatin(detail), margin + width * 0.3, top, { width: width * 0.7 })
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
  document.font('Courier-Bold').fontSize(18).fillColor('#111').text(inLatin(text), margin, document.y).moveDown(0.8)
}

/** As the standard fonts of PDF can write it (Windows-1252): other letters by what is left of them without their marks, else a question mark. */
export function inLatin(text: string): string {
  return [...text.normalize('NFC')].map((letter) => (isLatin(letter) ? letter : withoutMarks(letter))).join('')
}

function withoutMarks(letter: string): string {
  const plain = nearest[letter] ?? letter.normalize('NFKD').replaceAll(/\p{Mark}/gu, '')
  return plain !== '' && [...plain].every(isLatin) ? plain : plain === '' ? '' : '?'
}

function isLatin(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  return code === 0x0a || (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff) || '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'.includes(letter)
}

const nearest: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ħ: 'h', ŋ: 'n', '\u2009': ' ', '\u202f': ' ', '−': '-', '→': '-' }
