import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatNumber } from '~/kernel/format'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Figures } from '~/ui/figures'
import { Notice } from '~/ui/notice'
import { Section, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { PlainList } from '~/ui/plain-list'
import { attention } from '../attention.server'

export const loader = guarded({ access: 'admin' }, ({ db, ctx }) => ({ title: ctx.i18n.t('Administration'), ...attention(db, ctx.now) }))

export default function Overview() {
  const i18n = useI18n()
  const { title, users, businesses } = useLoaderData<typeof loader>()
  return (
    <>
      <TitleLine title={title} />
      <Section id="attention" title={i18n.t('What needs a look')}>
        <Attention />
      </Section>
      <Section id="size" title={i18n.t('The house')}>
        <Figures
          figures={[
            { label: i18n.t('Accounts'), value: formatNumber(i18n.locale, users) },
            { label: i18n.t('Businesses'), value: formatNumber(i18n.locale, businesses) },
          ]}
        />
      </Section>
    </>
  )
}

function Attention() {
  const i18n = useI18n()
  const { events, mails, jobs } = useLoaderData<typeof loader>()
  const items = [
    events.count > 0 && {
      href: '/admin/events',
      text: events.more
        ? i18n.t('More than {count} events that somebody could not be told of', { count: events.count })
        : i18n.t('{count, plural, one {# event} other {# events}} that somebody could not be told of', { count: events.count }),
    },
    mails > 0 && { href: '/admin/mails', text: i18n.t('{mails, plural, one {# mail} other {# mails}} that could not be sent', { mails }) },
    jobs.length > 0 && { href: '/admin/jobs', text: i18n.t('Jobs that do not run: {jobs}', { jobs: jobs.join(', ') }) },
  ].filter((item) => item !== false)
  if (items.length === 0) {
    return (
      <Notice tone="good">
        <p>{i18n.t('Nothing. Every event is told, every mail is sent and every job runs.')}</p>
      </Notice>
    )
  }
  return (
    <PlainList
      flush
      items={items.map(({ href, text }) => ({
        key: href,
        content: <a href={href}>{text}</a>,
      }))}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
