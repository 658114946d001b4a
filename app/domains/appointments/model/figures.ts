/** The figures of a service and what each may be, as the file's own check has them: minutes, and days of the window. */
export const figures = {
  durationMinutes: { from: 5, to: 1440 },
  bufferBeforeMinutes: { from: 0, to: 480 },
  bufferAfterMinutes: { from: 0, to: 480 },
  noticeMinutes: { from: 0, to: 525_600 },
  windowDays: { from: 1, to: 730 },
  stepMinutes: { from: 5, to: 1440 },
} as const

export type Figure = keyof typeof figures
