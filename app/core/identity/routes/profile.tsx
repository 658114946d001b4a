import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type * as z from 'zod'
import { localDateOf, zones } from '~/kernel/time'
import { invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { languageNames, languages } from '~/platform/words/i18n'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button, PostButton } from '~/ui/button'
import { SelectField } from '~/ui/choice-field'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { DateField, TextArea, TextField } from '~/ui/text-field'
import { profileForm } from '../forms'
import { profileOf, saveProfile } from '../profile.server'
import { FormPage } from '../ui/form-page'

export const loader = guarded({ access: 'account' }, ({ db, ctx }) => ({
  title: ctx.i18n.t('Your profile'),
  email: ctx.account.email,
  emailVerified: ctx.account.emailVerified,
  profile: profileOf(db, ctx.account.id),
  today: localDateOf(ctx.now, ctx.zone ?? 'UTC'),
}))

export const action = guardedAction({ access: 'account' }, ({ ctx, form }) => {
  const read = readForm(form, profileForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const { name, displayName = null, bio = null, birthDate = null, language = null, timeZone = null } = read.value
  if (birthDate && birthDate > localDateOf(ctx.now, ctx.zone ?? 'UTC')) {
    return invalid({ result: read.again({ birthDate: ctx.i18n.t('Enter a date of birth that is not in the future') }) })
  }
  saveProfile(ctx, { name, displayName, bio, birthDate, language, timeZone })
  return seeOther('/account', { key: 'identity.profile-saved' })
})

export default function ProfilePage() {
  const i18n = useI18n()
  const { title, email, emailVerified, profile, today } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<z.input<ReturnType<typeof profileForm>>>({
    id: 'profile',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: profile,
    defaultNoValidate: false,
    constraint: getZodConstraint(profileForm(i18n)),
  })
  return (
    <>
      {!emailVerified && (
        <Notice tone="wait">
          <p>
            {i18n.t('{email} is not confirmed yet. Open the link in the mail we sent.', { email })}{' '}
            <a href="/account/email-verification">{i18n.t('Send it again')}</a>
          </p>
        </Notice>
      )}
      {/* Without `?index` the post would go to the layout at the same address. */}
      <FormPage form={form} title={title} action="/account?index" about={i18n.t('You log in as {email}.', { email })} after={<PostButton action="/log-out">{i18n.t('Log out')}</PostButton>}>
        <TextField field={fields.name} label={i18n.t('Your name')} hint={i18n.t('It stands on your bookings.')} autoComplete="name" />
        <TextField field={fields.displayName} label={i18n.t('Display name')} hint={i18n.t('What others see beside what you write.')} autoComplete="nickname" />
        <TextArea field={fields.bio} label={i18n.t('About you')} />
        <DateField field={fields.birthDate} label={i18n.t('Date of birth')} autoComplete="bday" min="1900-01-01" max={today} />
        <SelectField
          field={fields.language}
          label={i18n.t('Language')}
          hint={i18n.t('Of the pages and the mails.')}
          blank={i18n.t('What my browser asks for')}
          options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
        />
        <SelectField
          field={fields.timeZone}
          label={i18n.t('Time zone')}
          hint={i18n.t('Times are then shown in yours too, where it differs.')}
          blank={i18n.t('Only the time of the place')}
          options={zones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
        <Actions>
          <Button>{i18n.t('Save profile')}</Button>
        </Actions>
      </FormPage>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
