import { useForm, type SubmissionResult } from '@conform-to/react'
import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { SelectField } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { copySeasons } from '../change-seasons.server'
import { copyForm, seasonalProperty, seasonErrors, seasonsYear } from '../seasons-page.server'

export const loader = guarded({ access: { needs: 'real-estate.manage' } }, ({ db, ctx, params, query }) => {
  const property = seasonalProperty(db, ctx, params.property)
  const { year, sources } = seasonsYear(db, ctx, property, query.get('year'))
  return {
    title: `${ctx.i18n.t('Copy seasons')} – ${property.listing.title}`,
    name: property.listing.title,
    back: `/dashboard/${ctx.business.slug}/real-estate/properties/${property.listing.id}/seasons?year=${year}`,
    year,
    sources,
  }
})

export const action = guardedAction({ access: { needs: 'real-estate.manage' } }, ({ ctx, form, params }) => {
  const { listing } = read((db) => seasonalProperty(db, ctx, params.property))
  const sent = readForm(form, copyForm(ctx.i18n))
  if (!sent.ok) return invalid({ result: sent.again() })
  const { from = listing.id, fromYear, toYear } = sent.value
  const copied = copySeasons(ctx, listing.id, { fromListingId: from, fromYear, toYear })
  if (!copied.ok) return data({ result: sent.again(seasonErrors(ctx, copied.refusal)) }, { status: copied.refusal.kind === 'overlaps' ? 409 : 422 })
  return seeOther(`/dashboard/${ctx.business.slug}/real-estate/properties/${listing.id}/seasons?year=${toYear}`, { key: 'real-estate.seasons-copied', params: { count: String(copied.value) } })
})

export default function SeasonCopies() {
  const i18n = useI18n()
  const { name, back, year, sources } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ from?: string; fromYear: string; toYear: string }>({
    id: 'copies',
    lastResult: answer?.result as SubmissionResult<string[]> | undefined,
    defaultValue: { fromYear: String(year), toYear: String(year + 1) },
    constraint: { fromYear: { required: true }, toYear: { required: true } },
    defaultNoValidate: false,
  })
  const years = Array.from({ length: 7 }, (_, at) => ({ value: String(year - 3 + at), label: String(year - 3 + at) }))
  return (
    <div className="stack loose">
      <Breadcrumb href={back} label={i18n.t('Seasons')} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('Copy seasons')} kicker={name} />
      <ErrorSummary form={form} />
      <form className="stack fields" id={form.id} method="post">
        <SelectField field={fields.from} label={i18n.t('Seasons of')} options={sources} blank={i18n.t('This property itself')} />
        <SelectField field={fields.fromYear} label={i18n.t('Those that begin in')} options={years} />
        <SelectField field={fields.toYear} label={i18n.t('Copied into')} options={years} />
        <p className="hint">{i18n.t('Names, dates, prices and the least nights are copied, all or none. What is there already stays.')}</p>
        <Actions>
          <Button>{i18n.t('Copy them')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
