import { seeOther } from '~/platform/answers.server'
import { cookieLine, cookieNames } from '~/platform/cookies.server'
import { guardedAction } from '~/platform/guarded.server'
import { isLanguage } from '~/platform/words/i18n'
import { localPath } from '../model/local-path'
import { saveProfile } from '../profile.server'

const twoYears = 2 * 365 * 24 * 3600

export const action = guardedAction({ access: 'public' }, ({ ctx, form }) => {
  const back = localPath(form.get('to')) ?? '/'
  const language = form.get('language')
  if (!isLanguage(language)) return seeOther(back, { key: 'identity.unknown-choice' })
  if (ctx.account) saveProfile({ ...ctx, account: ctx.account }, { language })
  return seeOther(back, undefined, [cookieLine(cookieNames.language, language, { maxAge: twoYears })])
})
