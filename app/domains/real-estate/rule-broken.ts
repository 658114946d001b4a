import type { RuleBroken } from '~/core/bookings/index.server'
import type { StayRefusal } from './model/stay-rules'

/** A broken rule as the core carries it: figures that are lists travel as text. */
export function ruleBroken({ rule, ...figures }: StayRefusal): RuleBroken {
  const flat = Object.entries(figures as Record<string, string | number | readonly number[]>).map(([name, value]) => [name, typeof value === 'object' ? value.join(',') : value] as const)
  return { kind: 'against-rule', rule, figures: Object.fromEntries(flat) }
}

/** The rule again. Throws where it is none of ours: a bug. */
export function brokenRuleIn({ rule, figures }: Pick<RuleBroken, 'rule' | 'figures'>): StayRefusal {
  const days = (figures.days ?? '').toString().split(',').map(Number)
  return { rule, ...figures, ...(rule.endsWith('-day') ? { days } : {}) } as unknown as StayRefusal
}
