import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'channels',
  folder: 'core/channels',
  permissions: {
    'channels.manage': ['owner', 'manager'],
  },
  messages: {
    'channels.added': (i18n) => ({ text: i18n.t('The calendar is added. We ask for it within a minute: load this page again then.') }),
    'channels.changed': (i18n) => ({ text: i18n.t('The calendar is saved.') }),
    'channels.asked': (i18n) => ({ text: i18n.t('We ask for the calendar within a minute: load this page again then.') }),
    'channels.asked-too-often': (i18n) => ({ text: i18n.t('It was asked for several times within the hour. It is asked for by itself every quarter of an hour.'), tone: 'bad' }),
    'channels.still-paused': (i18n) => ({ text: i18n.t('This calendar is paused. Resume it, and it is read at once.'), tone: 'bad' }),
    'channels.paused': (i18n) => ({ text: i18n.t('The calendar is paused. What it has taken stays taken.') }),
    'channels.resumed': (i18n) => ({ text: i18n.t('The calendar is read again. We ask for it within a minute.') }),
    'channels.removed': (i18n) => ({ text: i18n.t('The calendar is removed, and the nights that it took are free again.') }),
    'channels.revoked': (i18n) => ({ text: i18n.t('The address is revoked. Whoever read it gets nothing more.') }),
  },
  routes: (r) => [
    r.dashboard('channels', 'desk-channels'),
    r.dashboard('channels/calendars/:calendar', 'desk-feed'),
    r.dashboard('channels/calendars/:calendar/details', 'desk-feed-details'),
    r.dashboard('channels/calendars/:calendar/fetch', 'desk-feed-fetch'),
    r.dashboard('channels/calendars/:calendar/pause', 'desk-feed-pause'),
    r.dashboard('channels/calendars/:calendar/resumption', 'desk-feed-resumption'),
    r.dashboard('channels/calendars/:calendar/removal', 'desk-feed-removal'),
    r.dashboard('channels/addresses/:address/revocation', 'desk-address-revocation'),
    r.dashboard('channels/:listing', 'desk-listing'),
    r.dashboard('channels/:listing/calendars', 'desk-feed-new'),
    r.dashboard('channels/:listing/addresses', 'desk-address-new'),
    r.bare('feeds/channel.ics', 'channel-calendar'),
  ],
})
