import { controlProps, Field, type FieldFrame } from './field'

/** A picture from somebody's device. Naming no HEIC makes a telephone hand over its photographs as JPEG. */
export function PictureFileField({ field, label, hint }: FieldFrame) {
  return (
    <Field field={field} label={label} hint={hint}>
      <input {...controlProps(field, hint)} className="input" type="file" accept="image/jpeg,image/png,image/webp,image/avif,image/gif" />
    </Field>
  )
}
