import { notFound } from '~/platform/answers.server'
import { guarded } from '~/platform/guarded.server'
import { analyticsFile, tables } from '../analytics-file.server'
import { askedIn } from '../asked'

/** A table of the page with the address's range, as a file. */
export const loader = guarded({ access: { needs: 'analytics.read' } }, ({ db, ctx, params, query }) => {
  const table = tables.find((one) => one === params.table) ?? notFound(ctx.i18n.t('There is no such table.'))
  const asked = askedIn(ctx, query)
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${ctx.business.slug}-${table}-${asked.from}-${asked.to}.csv"`,
    'Cache-Control': 'private, no-store',
  }
  return new Response(analyticsFile(db, ctx, asked, table), { headers })
})
