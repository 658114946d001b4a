import { useLoaderData } from '@remix-run/react'
import { formatDateTime } from '~/kernel/format'
import { formatInstant, hour } from '~/kernel/time'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { offeredBoat } from '../boats.server'

export const loader = guarded({ access: 'business' }, ({ db, ctx, params }) => {
  const { title, slug } = offeredBoat(db, ctx, params.boat ?? '')
  const next = Math.ceil(ctx.now / hour) * hour
  return { title, href: `/b/${ctx.business.slug}/boats/${slug}`, zone: ctx.business.timeZone, starts: [1, 2, 3].map((later) => next + later * hour) }
})

export default function Boat() {
  const i18n = useI18n()
  const { title, href, zone, starts } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>{title}</h1>
      <ul>
        {starts.map((start) => (
          <li key={start}>
            <a href={`${href}/book?start=${formatInstant(start)}`}>{formatDateTime(i18n.locale, zone, start)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
