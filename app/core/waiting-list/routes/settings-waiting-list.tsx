import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type * as z from 'zod'
import { invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { SelectField } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { TextField } from '~/ui/text-field'
import { settingsForm } from '../forms'
import { changeWaitingSettings, waitingSettings } from '../settings.server'

export const loader = guarded({ access: { needs: 'waiting-list.settings' } }, ({ db, ctx }) => ({
  title: ctx.i18n.t('Waiting lists'),
  settings: waitingSettings(db, ctx.businessId),
  back: `/dashboard/${ctx.business.slug}/settings`,
}))

export const action = guardedAction({ access: { needs: 'waiting-list.settings' } }, ({ ctx, form }) => {
  const sent = readForm(form, settingsForm(ctx.i18n))
  if (!sent.ok) return invalid({ result: sent.again() })
  changeWaitingSettings(ctx, { offerHours: sent.value.offerHours, strict: sent.value.order === 'strict' })
  return seeOther(`/dashboard/${ctx.business.slug}/settings/waiting-list`, { key: 'waiting-list.settings-saved' })
})

export default function SettingsWaitingList() {
  const i18n = useI18n()
  const { title, settings, back } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<z.input<ReturnType<typeof settingsForm>>>({
    id: 'waiting-list',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { offerHours: String(settings.offerHours), order: settings.strict ? 'strict' : 'fits' },
    defaultNoValidate: false,
    constraint: getZodConstraint(settingsForm(i18n)),
  })
  return (
    <>
      <Breadcrumb href={back} label={i18n.t('Settings')} nav={i18n.t('Back')} />
      <TitleLine title={title} />
      <ErrorSummary form={form} />
      <form className="stack keep fields" id={form.id} method="post">
        <TextField
          field={fields.offerHours}
          label={i18n.t('How many hours an offer stands')}
          hint={i18n.t('Near the start it stands for half of the time that is left, and in the last half hour nobody is asked.')}
          inputMode="numeric"
          width="short"
        />
        <SelectField
          field={fields.order}
          label={i18n.t('When fewer places are free than the first wants')}
          options={[
            { value: 'fits', label: i18n.t('Ask the next whom they are enough for') },
            { value: 'strict', label: i18n.t('Keep waiting for the first') },
          ]}
        />
        <Actions>
          <Button>{i18n.t('Save')}</Button>
        </Actions>
      </form>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
