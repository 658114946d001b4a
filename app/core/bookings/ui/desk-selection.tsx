import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { DataTable } from '~/ui/data-table'
import { Notice, type NoticeTone } from '~/ui/notice'
import { Time } from '~/ui/when'
import type { ShownSelection } from '../desk-selection.server'
import { statusName } from '../words'

interface SelectionProps {
  readonly selection: ShownSelection
  /** Exactly what will happen. */
  readonly consequence: ReactNode
  readonly tone: NoticeTone
  /** It was tried, and nothing was done. */
  readonly refusal?: string
  readonly before?: ReactNode
  /** The form, where there is something to do. */
  readonly children: ReactNode
}

/** Asks before something is done with several bookings: which ones, and what each gives back. */
export function SelectionPage({ selection, consequence, tone, refusal, before, children }: SelectionProps) {
  const i18n = useI18n()
  const { title, list, rows, count, unknown, tooMany } = selection
  return (
    <ConfirmPage
      back={{ href: list, label: i18n.t('Bookings'), nav: i18n.t('Back') }}
      title={rows.length === 0 ? i18n.t('No booking is chosen') : title}
      tone={count === 0 ? 'plain' : tone}
      consequence={<p>{told()}</p>}
      details={
        <>
          {refusal && rows.length > 0 && (
            <Notice tone="bad" announce>
              <p>
                <strong>{refusal}</strong>
              </p>
            </Notice>
          )}
          {before}
          {tooMany !== null && (
            <Notice tone="wait">
              <p>{i18n.t('Choose at most {most} bookings at once.', { most: tooMany })}</p>
            </Notice>
          )}
          {rows.length > 0 && <Chosen rows={rows} />}
          {unknown > 0 && <p className="soft">{i18n.t('{count, plural, one {# booking that was chosen is not known here.} other {# bookings that were chosen are not known here.}}', { count: unknown })}</p>}
        </>
      }
    >
      {count > 0 && tooMany === null ? children : (
        <Actions>
          <BackToList list={list} />
        </Actions>
      )}
    </ConfirmPage>
  )

  function told(): ReactNode {
    if (rows.length === 0) return refusal ?? i18n.t('Choose at least one booking: tick the box in front of it in the list.')
    return count === 0 ? i18n.t('They stay as they are.') : consequence
  }
}

export function BackToList({ list }: { list: string }) {
  const i18n = useI18n()
  return (
    <Button variant="plain" href={list}>
      {i18n.t('Back to the list')}
    </Button>
  )
}

function Chosen({ rows }: { rows: ShownSelection['rows'] }) {
  const i18n = useI18n()
  return (
    <DataTable
      caption={i18n.t('The bookings you chose')}
      quietCaption
      fold
      rows={rows}
      rowKey={({ reference }) => reference}
      columns={[
        {
          key: 'who',
          heading: i18n.t('Who'),
          names: true,
          cell: ({ href, who, reference }) => (
            <>
              <a href={href}>{who}</a> <small className="num soft">{reference}</small>
            </>
          ),
        },
        {
          key: 'what',
          heading: i18n.t('What'),
          cell: ({ title, startsAt, zone }) => (
            <>
              {title}
              <br />
              <Time at={startsAt} zone={zone} />
            </>
          ),
        },
        {
          key: 'then',
          heading: i18n.t('Status'),
          place: 'state',
          cell: (row) => <Then row={row} />,
        },
      ]}
    />
  )
}

function Then({ row: { possible, back, status, hasEmail, phone } }: { row: ShownSelection['rows'][number] }) {
  const i18n = useI18n()
  const { label, tone } = statusName(i18n, status)
  return (
    <>
      <Badge tone={tone}>{label}</Badge> {possible ? back : i18n.t('It stays as it is.')}{' '}
      {possible && !hasEmail && (
        <span className="soft">{phone === null ? i18n.t('They left no e-mail address and get no mail.') : i18n.t('They left no e-mail address: ring {phone}.', { phone })}</span>
      )}
    </>
  )
}
