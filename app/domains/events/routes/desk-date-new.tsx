import { useForm, type SubmissionResult } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addDays, localDateOf } from '~/kernel/time'
import { seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { CheckboxGroup, SelectField } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { Notice } from '~/ui/notice'
import { Breadcrumb, Section, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { DateField, TextField, TimeField } from '~/ui/text-field'
import { answerDates, dateChoices } from '../date-editor.server'
import { deskEvent, eventHead } from '../desk.server'
import type { DateInput } from '../event-form'

export const loader = guarded({ access: { needs: 'events.manage' } }, ({ db, ctx, params }) => {
  const event = deskEvent(db, ctx, params.event)
  return {
    title: `${ctx.i18n.t('Add dates')} – ${event.listing.title}`,
    ...eventHead(db, ctx, event),
    choices: dateChoices(db, ctx, event),
    tomorrow: addDays(localDateOf(ctx.now, ctx.business.timeZone), 1),
  }
})

export const action = guardedAction({ access: { needs: 'events.manage' } }, ({ ctx, form, params }) => {
  const answer = answerDates(ctx, form, params.event ?? '')
  return 'added' in answer ? seeOther(`/dashboard/${ctx.business.slug}/events/${params.event}`, { key: 'events.dates-added', params: { count: String(answer.added) } }) : answer
})

export default function NewDates() {
  const i18n = useI18n()
  const { name, here, choices, tomorrow } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<DateInput>({
    id: 'dates',
    lastResult: answer?.result as SubmissionResult<string[]> | undefined,
    defaultValue: { date: tomorrow, time: '19:30', hours: 2, minutes: 0, times: 1, everyWeeks: 1, storeId: choices.stores[0]?.value },
    constraint: { date: { required: true }, time: { required: true } },
    defaultNoValidate: false,
  })
  return (
    <div className="stack loose">
      <Breadcrumb href={here} label={name} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('Add dates')} />
      <ErrorSummary form={form} />
      {answer && answer.free.length > 0 && (
        <Notice tone="wait">
          <p>{i18n.t('Everything needed is free at: {starts}.', { starts: answer.free.join(', ') })}</p>
        </Notice>
      )}
      <form id={form.id} method="post" className="stack loose">
        <Section id="when" title={i18n.t('When')}>
          <div className="stack fields">
            <DateField field={fields.date} label={i18n.t('Date')} />
            <TimeField field={fields.time} label={i18n.t('Begins')} />
            <div className="filters small">
              <TextField field={fields.hours} label={i18n.t('Hours')} inputMode="numeric" width="short" />
              <TextField field={fields.minutes} label={i18n.t('Minutes')} inputMode="numeric" width="short" />
            </div>
            <TextField field={fields.times} label={i18n.t('How many dates')} hint={i18n.t('On the same weekday at the same time.')} inputMode="numeric" width="short" />
            <TextField field={fields.everyWeeks} label={i18n.t('Every so many weeks')} inputMode="numeric" width="short" />
          </div>
        </Section>
        <Section id="places" title={i18n.t('Places')}>
          <div className="stack fields">
            <TextField field={fields.capacity} label={i18n.t('Places on each date')} hint={i18n.t('Of all tickets together. Empty: no limit.')} inputMode="numeric" width="short" />
            <TextField field={fields.title} label={i18n.t('A title of its own')} hint={i18n.t('Where it is not called as the event: “Closing night”.')} autoComplete="off" />
            {choices.places.length > 0 && <CheckboxGroup field={fields.placeIds} label={i18n.t('Rooms it takes')} hint={i18n.t('Nothing else can be booked there then.')} choices={choices.places} />}
            {choices.stores.length > 1 && <SelectField field={fields.storeId} label={i18n.t('Store')} options={choices.stores} />}
          </div>
        </Section>
        <Actions>
          <Button>{i18n.t('Add the dates')}</Button>
          <Button variant="plain" href={here}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
