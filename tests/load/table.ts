import type { Measured } from './measure'

/** The table of a run: each figure beside its reference, the aim, and whether it is met. */
export function tableOf(rows: readonly Measured[]): string {
  const cells = rows.map((row) => [row.name, row.figure, row.reference, row.ratio === null ? '' : row.ratio.toFixed(2), row.aim, row.met ? 'yes' : 'NO'])
  const all = [['What', 'Figure', 'Beside', 'Ratio', 'Aim', 'Met'], ...cells]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? []
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')
}
