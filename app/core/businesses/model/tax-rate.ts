/** A rate as people write it ("23", "23 %", "6,5") in parts per million, so 23 % is 230,000; null where it is none, or not from 0 to 100 %. */
export function readTaxRate(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/.exec(text.trim())
  if (!match) return null
  const ppm = Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'))
  return ppm <= 1_000_000 ? ppm : null
}

/** Parts per million as a percentage without its sign: 65,000 is "6.5". */
export function taxRateText(ppm: number): string {
  return String(ppm / 10_000)
}
