/** A field that people do not see. */
export const honeypotField = 'website'
/** Stands beside it, so that a post which never fetched the form is told apart. */
export const honeypotMark = 'website_at'

/** Whether a program filled in the form: the unseen field has text, or it and its mark are missing. */
export function isFromProgram(form: FormData): boolean {
  return form.get(honeypotField) !== '' || !form.has(honeypotMark)
}
