import { describe, expect, test } from 'vitest'
import { i18nFor, languages, pseudoLanguage } from '../words/i18n'
import { alreadyRegisteredMail, invitationMail, logInAddedMail, passwordChangedMail, resetPasswordMail, verifyEmailMail } from './index.server'

const link = 'https://guildhall.test/verify-email?token=abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz'
const name = 'Ana <b>'

const mails = {
  verify: (language: string) => verifyEmailMail(i18nFor(language), { name, link, validForDays: 7 }),
  repeated: (language: string) => alreadyRegisteredMail(i18nFor(language), { name, logInLink: link, resetLink: 'https://guildhall.test/forgotten-password' }),
  reset: (language: string) => resetPasswordMail(i18nFor(language), { name, link, validForHours: 1 }),
  changed: (language: string) => passwordChangedMail(i18nFor(language), { name, resetLink: link }),
  added: (language: string) => logInAddedMail(i18nFor(language), { name, provider: 'Google', securityLink: link, resetLink: 'https://guildhall.test/forgotten-password' }),
  invitation: (language: string) => invitationMail(i18nFor(language), { businessName: 'Harbour Salon', inviterName: name, role: 'manager', link, validForDays: 7 }),
}

describe.each(Object.entries(mails))('the mail %s', (_, mail) => {
  test.each(languages)('says the same in HTML and in text, in %s', (language) => {
    const { subject, html, text } = mail(language)
    expect(subject).toMatch(/\S/)
    expect(html).toMatch(/^<!DOCTYPE html><html dir="ltr" lang="/)
    expect(html).toContain('Ana &lt;b&gt;')
    expect(html).not.toContain('<img')
    expect(html).not.toContain('<script')
    expect(text).toContain('Ana <b>')
    expect(text.replaceAll('\n', ' ')).toContain(link)
    expect(text).toMatch(/\n--\n/)
  })

  test('leaves no word outside the catalogue', () => {
    const { subject, text } = mail(pseudoLanguage)
    const bare = `${subject}\n${text}`.replaceAll(/⟦[^⟧]*⟧|https?:\S+/g, '').match(/\p{L}{2,}/gu)
    // Who writes: the house, or a business.
    expect(bare?.filter((word) => !['Guildhall', 'Google', 'Harbour', 'Salon'].includes(word)) ?? []).toEqual([])
  })
})

test('a text reads like a letter', () => {
  expect(mails.verify('en').text).toMatchInlineSnapshot(`
    "Guildhall


    Confirm your e-mail address

    Dear Ana <b>, please confirm that this address is yours. Then your
    bookings under it join your account.

    Confirm my address
    https://guildhall.test/verify-email?token=abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz

    The link works for 7 days.

    --

    Sent by Guildhall because somebody opened an account with this address.
    If it was not you, do nothing: without your confirmation nothing
    happens."
  `)
})
