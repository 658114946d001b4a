import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isId } from '~/kernel/ids'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { PlainList } from '~/ui/plain-list'
import { Stars } from '~/ui/stars'
import { Time } from '~/ui/when'
import { deskReviews, type DeskReview } from '../desk-reviews.server'

export const loader = guarded({ access: { needs: 'reviews.read' } }, ({ db, ctx, query, url }) => {
  const before = query.get('before') ?? ''
  return { title: ctx.i18n.t('Reviews'), here: url.pathname, isFirst: before === '', page: deskReviews(db, ctx, isId(before) ? before : null) }
})

export default function Reviews() {
  const i18n = useI18n()
  const { title, here, isFirst, page } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose">
      <TitleLine title={title} kicker={i18n.t('What customers say of what they had, the latest first')} />
      {page.rows.length === 0 ? (
        <EmptyState title={i18n.t('No reviews yet')}>
          <p>{i18n.t('Whoever has had what they booked can rate it from the page of their booking.')}</p>
        </EmptyState>
      ) : (
        <PlainList flush items={page.rows.map((review) => ({ key: review.id, content: <Line review={review} zone={page.zone} mayManage={page.mayManage} /> }))} />
      )}
      <Pager newer={isFirst ? undefined : here} older={page.older === null ? undefined : `${here}?before=${page.older}`} />
    </div>
  )
}

function Line({ review, zone, mayManage }: { review: DeskReview; zone: string; mayManage: boolean }) {
  const i18n = useI18n()
  const { stars, title, who, words, answer, hiddenAt, hiddenReason, givenAt, href, bookingHref } = review
  return (
    <div className="stack tight">
      <p>
        <Stars stars={stars} /> <strong dir="auto">{title}</strong> {hiddenAt !== null && <Badge tone="plain">{i18n.t('Hidden')}</Badge>}
      </p>
      <p className="soft fine">
        {bookingHref ? (
          <a href={bookingHref} dir="auto">
            {who === '' ? i18n.t('A customer') : who}
          </a>
        ) : (
          who
        )}{' '}
        <Time at={givenAt} zone={zone} />
      </p>
      {words !== null && <p dir="auto">{words}</p>}
      {answer !== null && (
        <p className="soft" dir="auto">
          {i18n.t('You answered: {answer}', { answer })}
        </p>
      )}
      {hiddenReason !== null && (
        <p className="soft" dir="auto">
          {i18n.t('Hidden because: {reason}', { reason: hiddenReason })}
        </p>
      )}
      {mayManage && (
        <Actions small>
          {answer === null && (
            <Button href={`${href}/answer`} variant="quiet">
              {i18n.t('Answer')}
            </Button>
          )}
          <Button href={`${href}/hiding`} variant="quiet">
            {hiddenAt === null ? i18n.t('Hide') : i18n.t('Show again')}
          </Button>
        </Actions>
      )}
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
