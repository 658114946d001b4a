import type { HTMLInputAutoCompleteAttribute } from 'react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { controlProps, Field, FieldGroup, type FieldFrame, HintAndError, textOf, textsOf } from './field'

export interface Option {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
}

interface SelectFieldProps extends FieldFrame {
  readonly options: readonly Option[]
  /** The first, empty choice: "Choose one". */
  readonly blank?: string
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly width?: 'short' | 'long'
}

export function SelectField({ field, label, hint, options, blank, autoComplete, width }: SelectFieldProps) {
  return (
    <Field field={field} label={label} hint={hint}>
      <select
        {...controlProps(field, hint)}
        className={classNames('input', width)}
        autoComplete={autoComplete}
        defaultValue={textOf(field)}
      >
        {blank !== undefined && <option value="">{blank}</option>}
        <Options options={options} />
      </select>
    </Field>
  )
}

export function Options({ options }: { options: readonly Option[] }) {
  return (
    <>
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </>
  )
}

/** One box to tick; it sends "on". */
export function CheckboxField({ field, label, hint }: FieldFrame) {
  return (
    <div className={classNames('field', field.errors && 'invalid')}>
      <HintAndError field={field} />
      <label className="choice">
        <input {...controlProps(field, hint)} type="checkbox" value="on" defaultChecked={field.initialValue === 'on'} />{' '}
        <span>{label}</span>
        {hint && (
          <span className="hint" id={`${field.id}-hint`}>
            {hint}
          </span>
        )}
      </label>
    </div>
  )
}

export interface Choice extends Option {
  /** What choosing it means: "€30.00 more". */
  readonly hint?: ReactNode
}

interface GroupProps extends FieldFrame {
  readonly choices: readonly Choice[]
  /** Beside each other instead of below: for a few short words. */
  readonly inline?: boolean
}

export function RadioGroup({ field, choices, inline, ...frame }: GroupProps) {
  const chosen = textOf(field)
  return (
    <FieldGroup field={field} {...frame}>
      <Choices inline={inline}>
        {choices.map((choice, index) => (
          <ChoiceLine key={choice.value} choice={choice}>
            <input
              // The summary of errors links to the field's id: the first choice has it.
              id={index === 0 ? field.id : undefined}
              type="radio"
              name={field.name}
              value={choice.value}
              required={field.required}
              disabled={choice.disabled}
              defaultChecked={choice.value === chosen}
            />
          </ChoiceLine>
        ))}
      </Choices>
    </FieldGroup>
  )
}

export function CheckboxGroup({ field, choices, inline, ...frame }: GroupProps) {
  const chosen = textsOf(field)
  return (
    <FieldGroup field={field} {...frame}>
      <Choices inline={inline}>
        {choices.map((choice, index) => (
          <ChoiceLine key={choice.value} choice={choice}>
            <input
              id={index === 0 ? field.id : undefined}
              type="checkbox"
              name={field.name}
              value={choice.value}
              disabled={choice.disabled}
              defaultChecked={chosen.includes(choice.value)}
            />
          </ChoiceLine>
        ))}
      </Choices>
    </FieldGroup>
  )
}

function Choices({ inline, children }: { inline?: boolean; children: ReactNode }) {
  return inline ? <div className="row">{children}</div> : <>{children}</>
}

function ChoiceLine({ choice, children }: { choice: Choice; children: ReactNode }) {
  return (
    <label className="choice">
      {children} <span>{choice.label}</span> {choice.hint && <span className="hint">{choice.hint}</span>}
    </label>
  )
}
