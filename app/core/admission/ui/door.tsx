import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button, PostButton } from '~/ui/button'
import { DoorAnswer } from '~/ui/door-answer'
import { FilterBar, FilterField } from '~/ui/filter-bar'
import { Section } from '~/ui/page'
import { PlainList } from '~/ui/plain-list'
import { Time } from '~/ui/when'
import type { doorPage, ShownAct } from '../door-page.server'
import type { DoorRefusal } from '../refusal-words'
import { registrationName } from '../words'

export type DoorPage = ReturnType<typeof doorPage>

/** "48 of 120 in" */
export function DoorCount({ page: { inside, expected } }: { page: DoorPage }) {
  const i18n = useI18n()
  return <p className="door-count">{i18n.t('{inside} of {expected} in', { inside, expected })}</p>
}

/** Green: who came in, and how many of them. */
export function AdmittedNow({ page, act }: { page: DoorPage; act: ShownAct }) {
  const i18n = useI18n()
  const left = act.quantity - act.inside
  return (
    <DoorAnswer tone="good" title={i18n.t('Let in: {name}', { name: act.name })}>
      <p>
        {act.title}, {i18n.t('{people, plural, one {# person} other {# people}}', { people: act.people })} <span className="num">({act.reference})</span>
      </p>
      {left > 0 && <p>{i18n.t('{left, plural, one {# person of the party is} other {# people of the party are}} still to come.', { left })}</p>}
      <Actions small>
        {left > 0 && (
          <PostButton action={doorHref(page)} fields={{ item: act.itemId, ...doorField(page) }} icon="users">
            {i18n.t('{left, plural, one {Let the last one in} other {Let the other # in}}', { left })}
          </PostButton>
        )}
        <Button variant="plain" href={undoHref(page, act)}>
          {i18n.t('Undo')}
        </Button>
      </Actions>
    </DoorAnswer>
  )
}

/** Red: why not, and what now. */
export function RefusedNow({ refused: { title, text, search, otherSession }, page }: { refused: DoorRefusal; page: DoorPage }) {
  const i18n = useI18n()
  return (
    <DoorAnswer tone="bad" title={i18n.t('Not let in: {why}', { why: title })}>
      <p>{text}</p>
      {search !== null && (
        <p>
          <a href={`${doorHref(page)}?${new URLSearchParams({ q: search, ...doorField(page) })}#by-name`}>{i18n.t('Look for {name}', { name: search })}</a>
        </p>
      )}
      {otherSession !== null && (
        <p>
          <a href={`${page.base}/door/${otherSession}`}>{i18n.t('Go to the door of that date')}</a>
        </p>
      )}
    </DoorAnswer>
  )
}

/** For those without a phone: found by name, let in by a button. */
export function DoorSearch({ page }: { page: DoorPage }) {
  const i18n = useI18n()
  const { search, found, more } = page
  return (
    <Section id="by-name" title={i18n.t('By name')}>
      <FilterBar action={`${doorHref(page)}#by-name`} search={i18n.t('Attendees')} submit={i18n.t('Search')} icon="search" keep={doorField(page)}>
        <FilterField name="q" type="search" label={i18n.t('Name, e-mail or reference')} value={search} broad autoComplete="off" />
      </FilterBar>
      {search !== '' && found.length === 0 && <p>{i18n.t('Nobody here has this name. Try a part of it, or the name of who booked.')}</p>}
      {found.length > 0 && <PlainList items={found.map((row) => ({ key: row.itemId, content: <FoundRow page={page} row={row} /> }))} />}
      {more && <p className="soft">{i18n.t('There are more. Type a longer part of the name.')}</p>}
    </Section>
  )
}

function FoundRow({ page, row }: { page: DoorPage; row: DoorPage['found'][number] }) {
  const i18n = useI18n()
  const left = row.quantity - row.admitted
  const { label, tone } = registrationName(i18n, row.registration)
  return (
    <div className="row ends">
      <div>
        <p>
          <strong dir="auto">{row.name}</strong> <Badge tone={tone}>{label}</Badge>
        </p>
        <p className="soft">
          {row.title} <span className="num">{row.reference}</span>
          {row.quantity > 1 && <> {i18n.t('{admitted} of {quantity} in', { admitted: row.admitted, quantity: row.quantity })}</>}
        </p>
      </div>
      {left > 0 && (row.registration === 'confirmed' || row.registration === 'attended') && (
        <PostButton action={doorHref(page)} fields={{ item: row.itemId, ...doorField(page) }} icon="check">
          {i18n.t('{left, plural, one {Let in} other {Let # in}}', { left })}
          <span className="sr">{`: ${row.name}`}</span>
        </PostButton>
      )}
    </div>
  )
}

/** The last who came in, each to be undone. */
export function LastActs({ page }: { page: DoorPage }) {
  const i18n = useI18n()
  return (
    <Section id="latest" title={i18n.t('Who came in last')}>
      {page.acts.length === 0 ? (
        <p className="soft">{i18n.t('Nobody yet.')}</p>
      ) : (
        <PlainList
          fine
          items={page.acts.map((act) => ({
            key: act.actId,
            content: (
              <div className="row ends">
                <p>
                  <span dir="auto">{act.name}</span>, {i18n.t('{people, plural, one {# person} other {# people}}', { people: act.people })}
                  <br />
                  <span className="soft">
                    <Time at={act.at} zone={page.session.timeZone} show="time" /> {act.door} {act.by}
                  </span>
                </p>
                <a href={undoHref(page, act)}>
                  {i18n.t('Undo')}
                  <span className="sr">{`: ${act.name}`}</span>
                </a>
              </div>
            ),
          }))}
        />
      )}
    </Section>
  )
}

export function doorHref({ base, session }: DoorPage): string {
  return `${base}/door/${session.id}`
}

/** Carries on which door it is, where it has a name. */
export function doorField({ door }: DoorPage): Record<string, string> {
  return door === '' ? {} : { door }
}

function undoHref(page: DoorPage, { actId }: ShownAct): string {
  return `${doorHref(page)}/admissions/${actId}/undoing`
}
