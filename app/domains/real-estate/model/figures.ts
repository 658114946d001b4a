/** The figures of a property and of its stays, and what each may be, as the file's own checks have them. */
export const figures = {
  bedrooms: { from: 0, to: 200 },
  beds: { from: 0, to: 500 },
  baths: { from: 0, to: 200 },
  size: { from: 1, to: 1_000_000 },
  guestsIncluded: { from: 1, to: 200 },
  guestsMost: { from: 1, to: 200 },
  taxNights: { from: 1, to: 366 },
  childAge: { from: 0, to: 18 },
  minNights: { from: 1, to: 366 },
  maxNights: { from: 1, to: 366 },
  prepareNights: { from: 0, to: 30 },
  noticeDays: { from: 0, to: 365 },
  windowDays: { from: 1, to: 730 },
  minutes: { from: 10, to: 240 },
  noticeHours: { from: 0, to: 336 },
  viewingDays: { from: 1, to: 365 },
  threshold: { from: 0, to: 730 },
  percent: { from: 1, to: 90 },
} as const

export type Figure = keyof typeof figures

/** A whole number within what a figure may be. */
export function isWithin(figure: Figure, value: number): boolean {
  return Number.isInteger(value) && value >= figures[figure].from && value <= figures[figure].to
}
