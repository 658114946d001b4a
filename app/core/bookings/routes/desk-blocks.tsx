import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatRange } from '~/kernel/format'
import { day, localDateOf } from '~/kernel/time'
import { conflict, invalid, seeOther } from '~/platform/answers.server'
import { read as readDatabase, type Db } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction, type MemberCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { Breadcrumb, Section } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { PlainList } from '~/ui/plain-list'
import { When } from '~/ui/when'
import { blocksBetween } from '../../allocation/index.server'
import { storeById } from '../../businesses/index.server'
import { blockable, blockDiary, blockForMember, blockSpan } from '../block-diary.server'
import { blockDraft } from '../block-draft.server'
import { instantIn } from '../calendar-address'
import { calendarZone } from '../calendar-days.server'
import { entriesOf } from '../calendar.server'
import { blockForm } from '../desk-forms'
import { blockRefusal } from '../desk-refusals'
import { diaryOf } from '../diary.server'
import { BlockForm } from '../ui/block-form'

interface InTheWay {
  readonly href: string
  readonly what: string
  readonly when: string
}

const nothing: InTheWay[] = []

// As far as blocked times are listed.
const ahead = 120 * day

export const loader = guarded({ access: { needs: 'calendar.block' } }, ({ db, ctx, query }) => {
  const { now, business, i18n } = ctx
  const zone = calendarZone(db, ctx, query.get('store') ?? '')
  return {
    title: i18n.t('Block time'),
    base: `/dashboard/${business.slug}`,
    zone,
    who: blockable(db, ctx),
    draft: blockDraft({ zone, who: query.get('staff') ?? '', store: query.get('store') ?? '', at: instantIn(query), date: localDateOf(now, zone), now }),
    blocks: blocksBetween(db, ctx.businessId, now, now + ahead).flatMap(({ id }) => blockForMember(db, ctx, id) ?? []),
  }
})

export const action = guardedAction({ access: { needs: 'calendar.block' } }, ({ ctx, form }) => {
  const { i18n, business } = ctx
  const read = readForm(form, blockForm(i18n))
  if (!read.ok) return invalid({ result: read.again(), inTheWay: nothing })
  const { who, date, from, to, reason, store = '' } = read.value
  const zone = readDatabase((db) => (store === '' || storeById(db, ctx.businessId, store) ? calendarZone(db, ctx, store) : null))
  if (zone === null) return invalid({ result: read.again({ '': i18n.t('We know no such store.') }), inTheWay: nothing })
  const blocked = blockDiary(ctx, { who, reason, ...blockSpan(date, from, to, zone) })
  if (blocked.ok) return seeOther(`/dashboard/${business.slug}/calendar?view=day&date=${date}`, { key: 'bookings.blocked', params: { business: business.slug, block: blocked.value } })
  const sentence = blockRefusal(i18n, blocked.refusal)
  if (blocked.refusal.kind !== 'taken') return invalid({ result: read.again({ [blocked.refusal.kind === 'unknown-resource' ? 'who' : 'to']: sentence }), inTheWay: nothing })
  const { subjects } = blocked.refusal
  return conflict({ result: read.again({ '': sentence }), inTheWay: readDatabase((db) => inTheWay(db, ctx, zone, subjects)) })
})

/** What stands where a time was to be blocked: bookings and other blocks, of what this member may see. */
function inTheWay(db: Db, ctx: MemberCtx, zone: string, subjects: readonly string[]): InTheWay[] {
  const base = `/dashboard/${ctx.business.slug}`
  const diary = diaryOf(ctx.member)
  const when = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }) => formatRange(ctx.i18n.locale, zone, startsAt, endsAt)
  const blocks = subjects.flatMap((id) => blockForMember(db, ctx, id) ?? [])
  const entries = entriesOf(db, ctx.businessId, subjects).filter(({ staffId }) => diary === null || staffId === diary)
  return [
    ...entries.map((entry) => ({ href: `${base}/bookings/${entry.reference}`, what: `${entry.title}, ${entry.contactName}`, when: when(entry) })),
    ...blocks.map((block) => ({ href: `${base}/blocks/${block.id}/removal`, what: ctx.i18n.t('{name} is blocked: {reason}', { name: block.name, reason: block.reason ?? '' }), when: when(block) })),
  ]
}

export default function Blocks() {
  const i18n = useI18n()
  const { title, base, zone, who, draft, blocks } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack loose">
      <Breadcrumb href={`${base}/calendar`} label={i18n.t('Calendar')} nav={i18n.t('Back')} />
      <h1>{title}</h1>
      {answer && answer.inTheWay.length > 0 && (
        <Notice tone="bad" announce>
          <p>
            <strong>{i18n.t('These are in the way:')}</strong>
          </p>
          <ul>
            {answer.inTheWay.map(({ href, what, when }: InTheWay) => (
              <li key={href + when}>
                <a href={href}>{what}</a> <span className="soft">{when}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {who.length === 0 ? (
        <EmptyState title={i18n.t('There is nobody to block yet')}>
          <p>{i18n.t('An owner or manager can add people, and link yours to your account.')}</p>
        </EmptyState>
      ) : (
        <BlockForm action={`${base}/blocks`} who={who} draft={draft} result={answer?.result} />
      )}
      <Section id="blocked" title={i18n.t('Blocked in the coming months')} after>
        {blocks.length === 0 ? (
          <p className="soft">{i18n.t('Nothing is blocked.')}</p>
        ) : (
          <PlainList
            flush
            items={blocks.map((block) => ({
              key: block.id,
              content: (
                <>
                  <strong>{block.name}</strong>, <When start={block.startsAt} end={block.endsAt} zone={zone} /> <span className="soft">{block.reason}</span>{' '}
                  <a href={`${base}/blocks/${block.id}/removal`}>{i18n.t('Free it…')}</a>
                </>
              ),
            }))}
          />
        )}
      </Section>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
