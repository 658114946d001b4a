import { type FormField, textsOf } from './field'

/** Carries on what was typed on the page before; one input for each value. */
export function HiddenField({ field }: { field: FormField }) {
  return (
    <>
      {textsOf(field).map((value, index) => (
        <input key={index} type="hidden" name={field.name} value={value} />
      ))}
    </>
  )
}
