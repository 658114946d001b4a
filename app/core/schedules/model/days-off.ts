/** The longest time off that is taken at once, in days. */
export const longestDaysOff = 366
