/** Whether one part of the house is well, and a sentence that says what is the matter or how it stands. */
export interface Health {
  readonly ok: boolean
  readonly detail: string
}

export interface HealthCheck {
  readonly name: string
  /** Fast and synchronous: it runs at each question. A check that throws is a red one. */
  readonly check: () => Health
}

type Labels = Readonly<Record<string, string | number>>

interface Metric {
  readonly name: string
  readonly help: string
  readonly kind: 'gauge' | 'counter' | 'histogram'
  readonly samples: () => readonly string[]
}

const checks = new Map<string, HealthCheck>()
const metrics = new Map<string, Metric>()

/** Adds a check to `/readyz`; one of the same name replaces it. */
export function registerCheck(check: HealthCheck): void {
  checks.set(check.name, check)
}

/** Runs every check: ready when all are well. */
export function readiness(): { ok: boolean; checks: ({ name: string } & Health)[] } {
  const answers = [...checks.values()].map((one) => ({ name: one.name, ...asked(one) }))
  return { ok: answers.every((answer) => answer.ok), checks: answers }
}

/** Adds a figure that is read when somebody asks for it. Names and units after Prometheus: `guildhall_oldest_job_seconds`. */
export function registerGauge(name: string, help: string, read: () => number): void {
  metrics.set(name, { name, help, kind: 'gauge', samples: () => [sample(name, {}, read())] })
}

/** A figure that only grows, apart for each set of labels. Labels take few values and never personal data. */
export function registerCounter(name: string, help: string): (labels?: Labels, by?: number) => void {
  const counts = new Map<string, { labels: Labels; value: number }>()
  metrics.set(name, { name, help, kind: 'counter', samples: () => [...counts.values()].map(({ labels, value }) => sample(name, labels, value)) })
  return (labels = {}, by = 1) => {
    const key = labelText(labels)
    const count = counts.get(key)
    if (count) count.value += by
    else counts.set(key, { labels, value: by })
  }
}

/** How often a measure was at most each of the rising `bounds`, their sum and number. */
export function registerHistogram(name: string, help: string, bounds: readonly number[]): (value: number) => void {
  const counts = bounds.map(() => 0)
  let sum = 0
  let number = 0
  const samples = () => [
    ...bounds.map((bound, at) => sample(`${name}_bucket`, { le: bound }, counts[at] ?? 0)),
    sample(`${name}_bucket`, { le: '+Inf' }, number),
    sample(`${name}_sum`, {}, sum),
    sample(`${name}_count`, {}, number),
  ]
  metrics.set(name, { name, help, kind: 'histogram', samples })
  return (value) => {
    sum += value
    number += 1
    bounds.forEach((bound, at) => {
      if (value <= bound) counts[at] = (counts[at] ?? 0) + 1
    })
  }
}

/** All figures in the text format of Prometheus (version 0.0.4). A gauge that cannot be read is left out. */
export function metricsText(): string {
  const text = [...metrics.values()].map((metric) => {
    const { name, help, kind } = metric
    return [`# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`, `# TYPE ${name} ${kind}`, ...samplesOf(metric)].join('\n')
  })
  return `${text.join('\n')}\n`
}

/** Forgets every check and figure; for tests. */
export function forgetHealth(): void {
  checks.clear()
  metrics.clear()
}

function asked({ check }: HealthCheck): Health {
  try {
    return check()
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? `The check failed: ${error.name}` : 'The check failed' }
  }
}

function samplesOf(metric: Metric): readonly string[] {
  try {
    return metric.samples()
  } catch {
    return []
  }
}

function sample(name: string, labels: Labels, value: number): string {
  return `${name}${labelText(labels)} ${value}`
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
