import type { HTMLInputAutoCompleteAttribute, HTMLAttributes } from 'react'
import { currencySymbol } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { classNames } from './class-names'
import { controlProps, Field, type FieldFrame, type FormField, textOf } from './field'

type EnterKeyHint = HTMLAttributes<HTMLInputElement>['enterKeyHint']
type Width = 'short' | 'long'

interface TypedProps extends FieldFrame {
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly enterKeyHint?: EnterKeyHint
  /** `short` for what is short, `long` for the whole column. */
  readonly width?: Width
}

interface TextFieldProps extends TypedProps {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number'
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  readonly spellCheck?: boolean
  readonly autoCapitalize?: 'none' | 'characters' | 'words'
  readonly placeholder?: string
}

export function TextField({ field, label, hint, type = 'text', width, ...typing }: TextFieldProps) {
  const plain = type === 'email' || type === 'url'
  return (
    <Field field={field} label={label} hint={hint}>
      <input
        {...controlProps(field, hint)}
        {...lengthsOf(field)}
        className={classNames('input', width)}
        type={type}
        inputMode={type === 'email' ? 'email' : type === 'tel' ? 'tel' : undefined}
        spellCheck={plain ? false : undefined}
        autoCapitalize={plain ? 'none' : undefined}
        {...typing}
        {...limitsOf(field)}
        pattern={field.pattern}
        defaultValue={textOf(field)}
      />
    </Field>
  )
}

export function TextArea({ field, label, hint, rows = 4, width, enterKeyHint, autoComplete }: TypedProps & { rows?: number }) {
  return (
    <Field field={field} label={label} hint={hint}>
      <textarea
        {...controlProps(field, hint)}
        {...lengthsOf(field)}
        className={classNames('input', width)}
        rows={rows}
        enterKeyHint={enterKeyHint}
        autoComplete={autoComplete}
        defaultValue={textOf(field)}
      />
    </Field>
  )
}

interface PasswordFieldProps extends FieldFrame {
  /** Tells the password manager whether to fill in or to offer a new one. */
  readonly autoComplete: 'current-password' | 'new-password'
  readonly enterKeyHint?: EnterKeyHint
}

/** Never shows again what was typed: a password does not come back in a page. */
export function PasswordField({ field, label, hint, autoComplete, enterKeyHint }: PasswordFieldProps) {
  return (
    <Field field={field} label={label} hint={hint}>
      <input
        {...controlProps(field, hint)}
        {...lengthsOf(field)}
        className="input"
        type="password"
        autoComplete={autoComplete}
        enterKeyHint={enterKeyHint}
      />
    </Field>
  )
}

/** An amount in major units as people write it ("1,726.00"); the currency stands in the label. */
export function MoneyField({ field, label, hint, currency, enterKeyHint }: FieldFrame & { currency: string; enterKeyHint?: EnterKeyHint }) {
  const i18n = useI18n()
  const symbol = currencySymbol(i18n.locale, currency)
  return (
    <Field field={field} label={i18n.t('{label}, {symbol}', { label, symbol })} hint={hint}>
      <input
        {...controlProps(field, hint)}
        className="input short"
        inputMode="decimal"
        autoComplete="off"
        enterKeyHint={enterKeyHint}
        defaultValue={textOf(field)}
      />
    </Field>
  )
}

interface DateFieldProps extends FieldFrame {
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  /** "2026-11-03" */
  readonly min?: string
  readonly max?: string
}

/** The reader's own browser shows the format. */
export function DateField({ field, label, hint, autoComplete, min, max }: DateFieldProps) {
  return (
    <Field field={field} label={label} hint={hint}>
      <input
        {...controlProps(field, hint)}
        className="input short"
        type="date"
        autoComplete={autoComplete}
        min={min ?? field.min}
        max={max ?? field.max}
        defaultValue={textOf(field)}
      />
    </Field>
  )
}

/** Wall time; `stepMinutes` is what the browser offers and accepts. */
export function TimeField({ field, label, hint, stepMinutes }: FieldFrame & { stepMinutes?: number }) {
  return (
    <Field field={field} label={label} hint={hint}>
      <input
        {...controlProps(field, hint)}
        className="input short"
        type="time"
        min={field.min}
        max={field.max}
        step={stepMinutes && stepMinutes * 60}
        defaultValue={textOf(field)}
      />
    </Field>
  )
}

function lengthsOf(field: FormField) {
  return { minLength: field.minLength, maxLength: field.maxLength }
}

function limitsOf(field: FormField) {
  return { min: field.min, max: field.max, step: field.step }
}
