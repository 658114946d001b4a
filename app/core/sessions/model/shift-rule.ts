/** Of a rule, what a shift of its days touches. */
interface Shiftable {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  readonly interval: number
  readonly days: readonly { readonly weekday: number; readonly nth: number | null }[]
  readonly until: string | null
}

/**
 * The rule for the same dates so many days later; null where no rule says that. Weekdays go round: where weeks are left out between, only
 * within the week, since a day that slips into the next one would fall into a week that is left out. Days counted within months stay.
 */
export function shiftedRule<Rule extends Shiftable>(rule: Rule, days: number): Rule | null {
  if (days === 0) return rule
  const { frequency, interval } = rule
  if (frequency === 'MONTHLY' || frequency === 'YEARLY' || (frequency === 'DAILY' && rule.days.length > 0)) return null
  const weekdays = rule.days.map(({ weekday }) => weekday + days)
  const slips = new Set(weekdays.map((weekday) => Math.floor((weekday - 1) / 7)))
  if (interval > 1 && slips.size > 1) return null
  const shifted = weekdays.map((weekday) => ((((weekday - 1) % 7) + 7) % 7) + 1).sort((a, b) => a - b)
  return { ...rule, days: shifted.map((weekday) => ({ weekday, nth: null })), until: rule.until === null ? null : dayLater(rule.until, days) }
}

function dayLater(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}
