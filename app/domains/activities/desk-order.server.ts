import { data } from '@remix-run/node'
import { deskForm, deskOrderRefusal, deskOrderStatus, orderAtDesk } from '~/core/bookings/index'
import { placeBooking, type BookingRefusal } from '~/core/bookings/index.server'
import { placesOfSession, type Session } from '~/core/sessions/index.server'
import { invalid } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import { readForm, type FormErrors } from '~/platform/forms.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { peopleIn } from './asked.server'
import type { Choice } from './choice'
import { priceOfOne } from './model/price'
import type { Activity } from './queries.server'
import { ruleWords } from './rule-words'
import { countName } from './ui/hrefs'

interface Dated {
  readonly session: Session
  readonly activity: Activity
}

/** Who may come on a date and what each costs then, for the form at the desk. */
export function deskKinds(db: Db, ctx: MemberCtx, { session, activity }: Dated) {
  const { left, taken, capacity } = placesOfSession(db, ctx.businessId, session, ctx.now)
  return {
    currency: ctx.business.currency,
    left,
    privateMinor: taken === 0 && capacity !== null ? activity.privateMinor : null,
    kinds: activity.kinds.map((kind) => ({
      id: kind.id, label: kind.label,
      priceMinor: priceOfOne(activity, kind.id, session.priceMinor),
    })),
  }
}

/** Books what the form says; answers the form again where that is not to be, else the booking's reference. */
export function answerDeskOrder(ctx: MemberCtx, form: FormData, { session, activity }: Dated) {
  const read = readForm(form, deskForm(ctx.i18n, []))
  if (!read.ok) return invalid({ result: read.again() })
  const again = (errors: FormErrors, status: 409 | 422) => data({ result: read.again(errors) }, { status })
  const choice: Choice = { session: session.id, people: peopleIn(activity, (kind) => form.get(kind)), private: form.get('private') === 'yes' }
  const [first] = activity.kinds
  if (Object.values(choice.people).every((count) => count === 0)) return again({ [first ? countName(first.id) : '']: ctx.i18n.t('Say how many of them there are') }, 422)
  const placed = placeBooking(ctx, orderAtDesk(read.value, [{ listingId: session.listingId, choice: { ...choice }, attendeeName: null, attendeeEmail: null, answers: {} }]))
  return placed.ok ? { reference: placed.value.reference } : again({ '': deskRefusal(ctx, placed.refusal) }, deskOrderStatus(placed.refusal))
}

function deskRefusal({ i18n }: MemberCtx, refusal: BookingRefusal): string {
  switch (refusal.kind) {
    case 'taken':
      return i18n.t('Not so many places are left. Give the date more, or choose another one.')
    case 'against-rule':
      return ruleWords(i18n, refusal)
    case 'past':
      return i18n.t('This date is over.')
    case 'not-offered':
    case 'not-a-time':
    case 'too-soon':
    case 'too-far':
    case 'choose-person':
      return i18n.t('This date is not to be had any more. Choose another one.')
    default:
      return deskOrderRefusal(i18n, refusal)
  }
}
