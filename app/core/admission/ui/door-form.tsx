import type { FormMetadata } from '@conform-to/react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { controlProps, Field, textOf, type FormField } from '~/ui/field'
import { TextField } from '~/ui/text-field'
import cameraScript from '~/platform/camera/scan-codes?worker&url'
import { doorField, doorHref, type DoorPage } from './door'

interface DoorFormProps {
  readonly form: Pick<FormMetadata, 'id' | 'allErrors'>
  readonly fields: Readonly<Record<'code' | 'count', FormField>>
  readonly page: DoorPage
}

/** The code of a ticket, typed or scanned; the field is ready for the next one as soon as the page is there. */
export function DoorForm({ form, fields, page }: DoorFormProps) {
  const i18n = useI18n()
  // The form takes rows found by name too, so only this field knows that it must be filled in. Conform's fields cannot be spread.
  const { id, errorId, name, errors, initialValue } = fields.code
  const code: FormField = { id, errorId, name, errors, initialValue, required: true }
  const hint = i18n.t('Three groups of five, as it stands below the square. Capitals and dashes do not matter.')
  return (
    <>
      <ErrorSummary form={form} />
      <form className="stack keep fields" id={form.id} method="post" action={doorHref(page)} data-scan>
        <Field field={code} label={i18n.t('Code of the ticket')} hint={hint}>
          <input
            {...controlProps(code, hint)}
            className="input door-code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            enterKeyHint="go"
            autoFocus
            defaultValue={textOf(code)}
          />
        </Field>
        <TextField field={fields.count} label={i18n.t('How many of a party')} hint={i18n.t('Leave it empty to let in all who are not in yet.')} inputMode="numeric" width="short" autoComplete="off" />
        {Object.entries(doorField(page)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Actions>
          <Button icon="check">{i18n.t('Let in')}</Button>
        </Actions>
      </form>
      <Camera />
      <DoorName page={page} />
    </>
  )
}

/** Shown by its script where the device has a camera; without either nothing is missing. */
function Camera() {
  const i18n = useI18n()
  return (
    <div className="door-camera stack" data-camera data-for="admit" data-failed={i18n.t('The camera does not start. Allow it in the browser, or type the code.')} hidden>
      <Actions small>
        <button type="button" className="button quiet" data-camera-start>
          {i18n.t('Scan with the camera')}
        </button>
        <button type="button" className="button quiet" data-camera-stop hidden>
          {i18n.t('Stop the camera')}
        </button>
      </Actions>
      <video playsInline muted hidden aria-label={i18n.t('What the camera sees')} />
      <p role="status" />
      <script type="module" src={cameraScript} />
    </div>
  )
}

/** Where there are several doors: what is written down of who came in by which. */
function DoorName({ page }: { page: DoorPage }) {
  const i18n = useI18n()
  return (
    <details>
      <summary>{page.door === '' ? i18n.t('Several doors?') : i18n.t('This door: {door}', { door: page.door })}</summary>
      <form className="filters keep" id="door-name" method="get" action={doorHref(page)}>
        <div className="field">
          <label htmlFor="door-name-field">{i18n.t('What this door is called')}</label>
          <input className="input" id="door-name-field" name="door" defaultValue={page.door} maxLength={40} autoComplete="off" />
        </div>
        <Button variant="quiet">{i18n.t('Save')}</Button>
      </form>
    </details>
  )
}
