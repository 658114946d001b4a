import QRCode from 'qrcode'

/** A QR code as squares: drawn by whoever shows it, on paper or on a page. */
export interface QrCode {
  /** Its width and height in modules, the quiet zone around it included. */
  readonly size: number
  /** Its dark modules as the path of an SVG, one unit a module. */
  readonly path: string
}

/** Modules that stay light around it (ISO/IEC 18004 asks for four). */
const quiet = 4

/** Draws a text as a QR code of error correction level M: 15 % of it may be unreadable. Throws where the text is too long for any (2,331 bytes). */
export function qrCode(text: string): QrCode {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const rows = Array.from({ length: modules.size }, (_, row) => rowPath(modules.size, row, (column) => modules.get(row, column) !== 0))
  return { size: modules.size + 2 * quiet, path: rows.join('') }
}

// Neighbours in a row are one stroke: a third of the letters.
function rowPath(size: number, row: number, isDark: (column: number) => boolean): string {
  let path = ''
  for (let from = 0; from < size; from += 1) {
    if (!isDark(from)) continue
    let to = from
    while (to < size && isDark(to)) to += 1
    path += `M${from + quiet} ${row + quiet}h${to - from}v1h-${to - from}z`
    from = to
  }
  return path
}
