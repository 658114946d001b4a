import { useForm, type SubmissionResult } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { weekdayWord } from '~/core/schedules/index.server'
import { addDays, localDateOf } from '~/kernel/time'
import { seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { CheckboxGroup, RadioGroup, SelectField } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { Notice } from '~/ui/notice'
import { Breadcrumb, Section, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { DateField, TextField, TimeField } from '~/ui/text-field'
import type { DateInput } from '../activity-form'
import { answerDates } from '../date-editor.server'
import { activityHead, dateChoices, deskActivity } from '../desk.server'
import { TermFields } from '../ui/term-fields'

export const loader = guarded({ access: { needs: 'activities.manage' } }, ({ db, ctx, params }) => {
  const activity = deskActivity(db, ctx, params.activity)
  return {
    title: `${ctx.i18n.t('Add dates')} – ${activity.listing.title}`,
    ...activityHead(db, ctx, activity),
    choices: dateChoices(db, ctx),
    stores: activity.stores.map(({ id, name }) => ({ value: id, label: name })),
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayWord(ctx.i18n, day) })),
    values: { date: addDays(localDateOf(ctx.now, ctx.business.timeZone), 1), time: '10:00', durationMinutes: activity.durationMinutes, capacity: activity.maxGroup, repeats: 'no', everyWeeks: 1, storeId: activity.stores[0]?.id, prepareMinutes: 0, clearMinutes: 0 },
  }
})

export const action = guardedAction({ access: { needs: 'activities.manage' } }, ({ ctx, form, params }) => {
  const answer = answerDates(ctx, form, read((db) => deskActivity(db, ctx, params.activity)))
  return 'added' in answer ? seeOther(`/dashboard/${ctx.business.slug}/activities/${params.activity}`, { key: 'activities.dates-added', params: { count: String(answer.added) } }) : answer
})

export default function NewDates() {
  const i18n = useI18n()
  const { name, here, choices, stores, weekdays, values } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<DateInput>({
    id: 'dates',
    lastResult: answer?.result as SubmissionResult<string[]> | undefined,
    defaultValue: values,
    constraint: { date: { required: true }, time: { required: true }, durationMinutes: { required: true } },
    defaultNoValidate: false,
  })
  return (
    <div className="stack loose">
      <Breadcrumb href={here} label={name} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('Add dates')} />
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        {answer && <WhatIsTaken free={answer.free} taken={answer.taken} />}
        <Section id="when" title={i18n.t('When')}>
          <div className="stack fields">
            <DateField field={fields.date} label={i18n.t('Date')} />
            <TimeField field={fields.time} label={i18n.t('Begins')} />
            <TextField field={fields.durationMinutes} label={i18n.t('Minutes')} inputMode="numeric" width="short" />
            {stores.length > 1 && <SelectField field={fields.storeId} label={i18n.t('Store')} options={stores} />}
            <RadioGroup
              field={fields.repeats}
              label={i18n.t('Does it come again?')}
              choices={[
                { value: 'no', label: i18n.t('Only this date') },
                { value: 'weekly', label: i18n.t('Every week or so'), hint: i18n.t('At the same time on the clock, before and after the clocks change.') },
              ]}
            />
            <TextField field={fields.everyWeeks} label={i18n.t('Every so many weeks')} inputMode="numeric" width="short" />
            <CheckboxGroup field={fields.weekdays} label={i18n.t('On')} hint={i18n.t('None: on the weekday of the first date.')} choices={weekdays} />
            <div className="filters small">
              <DateField field={fields.until} label={i18n.t('Until')} />
              <TextField field={fields.times} label={i18n.t('or so many times')} inputMode="numeric" width="short" />
            </div>
          </div>
        </Section>
        <TermFields fields={fields} choices={choices} />
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

function WhatIsTaken({ free, taken }: { free: readonly string[]; taken: readonly string[] }) {
  const i18n = useI18n()
  if (free.length === 0 && taken.length === 0) return null
  return (
    <Notice tone="wait">
      {free.length > 0 && <p>{i18n.t('Everything needed is free at: {starts}.', { starts: free.join(', ') })}</p>}
      {taken.length > 0 && (
        <fieldset className="field">
          <legend>{i18n.t('Leave these dates out')}</legend>
          {taken.map((date) => (
            <label className="choice" key={date}>
              <input type="checkbox" name="skip" value={date} defaultChecked /> <span>{date}</span>
            </label>
          ))}
        </fieldset>
      )}
    </Notice>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
