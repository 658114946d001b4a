import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatDate } from '~/kernel/format'
import { daysBetween, localDateOf } from '~/kernel/time'
import { isId } from '~/kernel/ids'
import { seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { BulkBar } from '~/ui/bulk-bar'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { FilterBar, FilterSelect } from '~/ui/filter-bar'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { Time } from '~/ui/when'
import { markRead, notificationsOf, unreadCount, type NoticeCursor } from '../centre.server'
import { markReadForm } from '../forms'
import { isNotificationKind, notificationKinds } from '../model/kinds'
import { kindLabel, notificationSentence } from '../sentences'

const page = '/account/notifications'

export const loader = guarded({ access: 'account' }, ({ db, ctx, query }) => {
  const kind = query.get('kind') ?? ''
  const filter = { unread: query.get('show') === 'unread', kind: isNotificationKind(kind) ? kind : null }
  const { rows, next } = notificationsOf(db, ctx.account.id, filter, cursorIn(query.get('after')))
  const zone = ctx.zone ?? 'UTC'
  const today = localDateOf(ctx.now, zone)
  const dayName = (at: number) => {
    const ago = daysBetween(localDateOf(at, zone), today)
    if (ago === 0) return ctx.i18n.t('Today')
    return ago === 1 ? ctx.i18n.t('Yesterday') : formatDate(ctx.i18n.locale, zone, at, 'long')
  }
  const notices = rows.map(({ id, href, createdAt, read, kind: is, params }) => ({ id, href, at: createdAt, read, day: dayName(createdAt), text: notificationSentence(ctx.i18n, is, params) }))
  return {
    title: ctx.i18n.t('Notifications'),
    zone,
    knowsZone: ctx.zone !== null,
    days: groupedByDay(notices),
    unread: unreadCount(db, ctx.account.id),
    show: filter.unread ? 'unread' : '',
    kind: filter.kind ?? '',
    kinds: notificationKinds.map((value) => ({ value, label: kindLabel(ctx.i18n, value) })),
    older: next ? addressWith(query, `${next.at}.${next.id}`) : undefined,
    newer: query.has('after') ? addressWith(query, null) : undefined,
  }
})

export const action = guardedAction({ access: 'account' }, ({ ctx, form, query }) => {
  const read = readForm(form, markReadForm)
  const { act, one, id } = read.ok ? read.value : { act: undefined, one: undefined, id: [] }
  const count = markRead(ctx, ctx.account.id, one ? [one] : act === 'read-all' ? 'all' : id)
  return seeOther(addressWith(query, query.get('after')), { key: 'notifications.read', params: { count: String(count) } })
})

export default function Notifications() {
  const i18n = useI18n()
  const { title, days, zone, knowsZone, unread, show, kind, kinds, older, newer } = useLoaderData<typeof loader>()
  const summary = i18n.t('{unread, plural, =0 {You have read everything.} one {# is unread.} other {# are unread.}}', { unread })
  return (
    <div className="stack loose">
      <TitleLine title={title}>
        <a href="/account/notification-preferences">{i18n.t('Choose what we tell you')}</a>
      </TitleLine>
      <FilterBar action={page}>
        <FilterSelect
          name="show"
          label={i18n.t('Show')}
          value={show}
          options={[
            { value: '', label: i18n.t('All') },
            { value: 'unread', label: i18n.t('Unread') },
          ]}
        />
        <FilterSelect name="kind" label={i18n.t('About')} value={kind} options={[{ value: '', label: i18n.t('Everything') }, ...kinds]} />
      </FilterBar>
      {days.length === 0 ? (
        <EmptyState title={i18n.t('Nothing to tell')}>
          <p>{show || kind ? i18n.t('No notification fits the filter.') : i18n.t('When something happens with your bookings, it stands here.')}</p>
        </EmptyState>
      ) : (
        <form method="post" id="notices" className="stack">
          <BulkBar
            summary={<p>{summary}</p>}
            acts={[
              { value: 'read', label: i18n.t('Mark ticked as read') },
              { value: 'read-all', label: i18n.t('Mark all as read') },
            ]}
          />
          {days.map(({ day, notices }) => (
            <Day key={day} day={day} zone={zone} notices={notices} />
          ))}
        </form>
      )}
      {!knowsZone && (
        <p className="soft">
          {i18n.t('We do not know your time zone, so the times are UTC.')} <a href="/account">{i18n.t('Choose it in your profile')}</a>
        </p>
      )}
      <Pager newer={newer} older={older} />
    </div>
  )
}

interface ShownLine {
  readonly id: string
  readonly href: string
  readonly at: number
  readonly read: boolean
  readonly text: string
}

function Day({ day, zone, notices }: { day: string; zone: string; notices: readonly ShownLine[] }) {
  const i18n = useI18n()
  return (
    <DataTable
      caption={<strong>{day}</strong>}
      fold
      rows={notices}
      rowKey={({ id }) => id}
      tick={{ name: 'id', heading: i18n.t('Tick'), value: ({ id }) => id, label: ({ text }) => i18n.t('Tick: {text}', { text }) }}
      columns={[
        { key: 'at', heading: i18n.t('Time'), cell: ({ at }) => <Time at={at} zone={zone} show="time" /> },
        { key: 'what', heading: i18n.t('What happened'), names: true, cell: (notice) => <Sentence {...notice} /> },
        { key: 'act', heading: i18n.t('Read'), place: 'state', cell: (notice) => <ReadState {...notice} /> },
      ]}
    />
  )
}

function Sentence({ href, text, read }: ShownLine) {
  return read ? (
    <a href={href}>{text}</a>
  ) : (
    <strong>
      <a href={href}>{text}</a>
    </strong>
  )
}

function ReadState({ id, text, read }: ShownLine) {
  const i18n = useI18n()
  if (read) return <Badge tone="done">{i18n.t('Read')}</Badge>
  return (
    <Button variant="plain" name="one" value={id}>
      <span className="nowrap">{i18n.t('Mark as read')}</span> <span className="sr">{text}</span>
    </Button>
  )
}

function groupedByDay<Line extends { day: string }>(lines: readonly Line[]): { day: string; notices: Line[] }[] {
  const groups: { day: string; notices: Line[] }[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last?.day === line.day) last.notices.push(line)
    else groups.push({ day: line.day, notices: [line] })
  }
  return groups
}

function cursorIn(text: string | null): NoticeCursor | null {
  const [at, id = ''] = (text ?? '').split('.')
  return Number.isSafeInteger(Number(at)) && isId(id) ? { at: Number(at), id } : null
}

function addressWith(query: URLSearchParams, after: string | null): string {
  const kept = new URLSearchParams([...query].filter(([name]) => name === 'show' || name === 'kind'))
  if (after) kept.set('after', after)
  return kept.size === 0 ? page : `${page}?${kept}`
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
