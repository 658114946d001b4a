import { parseWithZod } from '@conform-to/zod/v4'
import type { SubmissionResult } from '@conform-to/react'
import type * as z from 'zod'

/** What somebody sent, in the shape a use case takes; or everything they typed and a sentence beside each wrong field. */
export type ReadForm<T> =
  | { readonly ok: true; readonly value: T; readonly again: (errors?: FormErrors) => SubmissionResult }
  /** With what else is wrong, which the shape alone does not know. */
  | { readonly ok: false; readonly again: (errors?: FormErrors) => SubmissionResult }

/** Sentences by field name; '' is the whole form. */
export type FormErrors = Readonly<Record<string, string>>

/** Parses the shape of a form; look-ups are the use case's. `again` is what the page's `useForm` takes as `lastResult`. */
export function readForm<Schema extends z.ZodType>(form: FormData | URLSearchParams, schema: Schema, hideFields: readonly string[] = []): ReadForm<z.output<Schema>> {
  const submission = parseWithZod(typed(form), { schema })
  const again = ({ '': whole, ...fields }: FormErrors = {}) =>
    submission.reply({
      ...(whole === undefined ? {} : { formErrors: [whole] }),
      fieldErrors: Object.fromEntries(Object.entries(fields).map(([name, sentence]) => [name, [sentence]])),
      hideFields: [...hideFields],
    })
  return submission.status === 'success' ? { ok: true, value: submission.value as z.output<Schema>, again } : { ok: false, again }
}

// conform reads commands of its own scripts from two fields and throws where they are not what it wrote; our pages never send them.
const commands = ['__intent__', '__state__']

function typed(form: FormData | URLSearchParams): FormData | URLSearchParams {
  if (!commands.some((name) => form.has(name))) return form
  const kept = new FormData()
  for (const [name, value] of form) if (!commands.includes(name)) kept.append(name, value)
  return kept
}
