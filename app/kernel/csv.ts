// A spreadsheet runs a cell that begins with one of these as a formula (OWASP, "CSV Injection").
const formula = /^[=+\-@\t\r]/
const plainNumber = /^-?\d+(\.\d+)?$/

/**
 * A table as a file of comma-separated values (RFC 4180: CRLF, quotes doubled), in UTF-8 with the mark by which spreadsheets know it.
 * What would run as a formula gets an apostrophe before it; a plain number, such as -12.50, is none.
 */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cell(text: string): string {
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
