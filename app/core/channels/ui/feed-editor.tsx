import { useForm, type SubmissionResult } from '@conform-to/react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Details } from '~/ui/details'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/text-field'
import type { FeedInput } from '../forms'

interface FeedEditorProps {
  readonly values: Partial<FeedInput>
  readonly lastResult: SubmissionResult | undefined
  readonly back: string
}

/** The name and the address of a calendar that is read. */
export function FeedEditor({ values, lastResult, back }: FeedEditorProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<FeedInput>({
    id: 'feed',
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: values,
    constraint: { name: { required: true, maxLength: 60 }, address: { required: true, maxLength: 2000 } },
    defaultNoValidate: false,
  })
  return (
    <>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack fields">
        <TextField field={fields.name} label={i18n.t('Name of the channel')} hint={i18n.t('Such as Airbnb. Only you see it.')} autoComplete="off" />
        <TextField
          field={fields.address}
          label={i18n.t('Address of its calendar')}
          hint={i18n.t('It begins with https:// and mostly ends with .ics. It is a secret: whoever has it reads your calendar there.')}
          inputMode="url"
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          width="long"
        />
        <Details summary={i18n.t('Where do I find it?')}>
          <ul>
            <li>{i18n.t('Airbnb: in the calendar of your listing, under availability, connect to another website, and copy the link for other sites.')}</li>
            <li>{i18n.t('Booking.com: under rates and availability, sync calendars, add a calendar connection, and copy the link to export.')}</li>
            <li>{i18n.t('Vrbo: in the calendar of your property, settings, import and export, and copy the address to export.')}</li>
            <li>{i18n.t('Anywhere else: look for “iCal”, “ICS” or “export calendar”.')}</li>
          </ul>
        </Details>
        <Actions>
          <Button>{i18n.t('Save the calendar')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </>
  )
}
