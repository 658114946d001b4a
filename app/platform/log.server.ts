import { pino, type DestinationStream, type Logger } from 'pino'

export type { Logger } from 'pino'

/** The log of this process: JSON lines on standard output. Only warnings and worse until `startLogging` has said how much. */
export const log: Logger = createLog('warn')

/** Sets how much this process logs; every entry point calls it once with `env().LOG_LEVEL`. */
export function startLogging(level: string): void {
  log.level = level
}

/** A log of its own, for tests that read what is written. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: isoTime, formatters: { level: (label: string) => ({ level: label }) }, serializers: { err: describeError } }
  return destination ? pino(options, destination) : pino(options)
}

/** An error as the log may hold it: kind, message, stack and cause, without the values that a failed query carried. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: typeof error === 'string' ? error : `thrown: ${typeof error}` }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...code,
    stack: withoutValues(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}

// drizzle writes the values of a failed query behind "params:"; those are people's names and addresses.
function withoutValues(text: string): string {
  return text.replace(/^params: .*(?:\n(?! {4}at ).*)*/gm, 'params: …')
}

function isoTime(): string {
  return `,"time":"${new Date().toISOString()}"`
}
