/** The shortest and the longest hold, in minutes: a payment page stays open for a day at most. */
export const holdLimits = { least: 5, most: 1380 } as const
