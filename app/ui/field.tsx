import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { classNames } from './class-names'

/** What a field needs of conform's FieldMetadata, whatever the form's schema: every `fields.name` fits. */
export interface FormField {
  readonly id: string
  readonly errorId: string
  readonly name: string
  readonly errors: string[] | undefined
  readonly initialValue?: unknown
  readonly required?: boolean
  readonly minLength?: number
  readonly maxLength?: number
  readonly min?: string | number
  readonly max?: string | number
  readonly step?: string | number
  readonly pattern?: string
  readonly multiple?: boolean
}

/** What stands around every control. */
export interface FieldFrame {
  readonly field: FormField
  readonly label: string
  readonly hint?: ReactNode
}

/** Label, hint and error above one control. */
export function Field({ field, label, hint, broad, children }: FieldFrame & { broad?: boolean; children: ReactNode }) {
  return (
    <div className={classNames('field', broad && 'broad', field.errors && 'invalid')}>
      <label htmlFor={field.id}>
        <FieldLabel field={field} label={label} />
      </label>
      <HintAndError field={field} hint={hint} />
      {children}
    </div>
  )
}

/** Legend, hint and error above several controls that answer one question. */
export function FieldGroup({ field, label, hint, children }: FieldFrame & { children: ReactNode }) {
  return (
    <fieldset className={classNames('field', field.errors && 'invalid')} aria-describedby={describedBy(field, hint)}>
      <legend>
        <FieldLabel field={field} label={label} />
      </legend>
      <HintAndError field={field} hint={hint} />
      {children}
    </fieldset>
  )
}

export function HintAndError({ field, hint }: { field: FormField; hint?: ReactNode }) {
  const i18n = useI18n()
  return (
    <>
      {hint && (
        <p className="hint" id={hintId(field)}>
          {hint}
        </p>
      )}
      {field.errors && (
        <p className="error" id={field.errorId}>
          <span className="sr">{i18n.t('Error:')}</span> {field.errors.join(' ')}
        </p>
      )}
    </>
  )
}

/** Id, name, constraints and what ties a control to its hint and error. */
export function controlProps(field: FormField, hint?: ReactNode) {
  return {
    id: field.id,
    name: field.name,
    required: field.required || undefined,
    'aria-invalid': field.errors ? true : undefined,
    'aria-describedby': describedBy(field, hint),
  } as const
}

/** What the person typed, else what the form began with. */
export function textOf(field: FormField): string | undefined {
  return typeof field.initialValue === 'string' ? field.initialValue : undefined
}

/** The same where several may be chosen. */
export function textsOf(field: FormField): readonly string[] {
  const value = field.initialValue
  if (Array.isArray(value)) return value.filter((item): item is string => typeof item === 'string')
  return typeof value === 'string' ? [value] : []
}

function FieldLabel({ field, label }: { field: FormField; label: string }) {
  const i18n = useI18n()
  return <>{field.required ? label : i18n.t('{label} (optional)', { label })}</>
}

function describedBy(field: FormField, hint?: ReactNode): string | undefined {
  return classNames(hint ? hintId(field) : null, field.errors && field.errorId) || undefined
}

function hintId(field: FormField): string {
  return `${field.id}-hint`
}
