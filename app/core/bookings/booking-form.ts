import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { readPhone } from '~/kernel/phone'
import { worded } from '~/platform/words/i18n'

/** A question as a form needs it. */
export interface AskedQuestion {
  readonly id: string
  readonly label: string
  readonly kind: 'text' | 'long-text' | 'choice' | 'yes-no'
  readonly required: boolean
  readonly options: readonly string[]
}

export type AnswerName = `answer-${string}`

export function answerName(question: Pick<AskedQuestion, 'id'>): AnswerName {
  return `answer-${question.id}`
}

/** The names of the fields of one of several who come, by their place from 0. */
export function attendeeNames(at: number): { readonly name: `attendee-${number}-name`; readonly email: `attendee-${number}-email` } {
  return { name: `attendee-${at}-name`, email: `attendee-${at}-email` }
}

type AttendeeName = ReturnType<typeof attendeeNames>['name' | 'email']

/** Who books, who comes and what they say, with one field for each question, and a name and an address for each of so many who come. */
export function bookForm(i18n: I18n, questions: readonly AskedQuestion[], attendees = 0) {
  const answers: Record<AnswerName, ReturnType<typeof answerField>> = Object.fromEntries(questions.map((question) => [answerName(question), answerField(i18n, question)]))
  const others: Record<AttendeeName, z.ZodOptional<z.ZodString>> = Object.fromEntries(attendeesOf(attendees).flatMap(({ name, email }) => [[name, attendeeField(i18n)], [email, addressField(i18n)]]))
  return personFields(i18n).extend(answers).extend(others)
}

/** The form at the desk: the customer is on the telephone, so a name is enough. */
export function deskForm(i18n: I18n, questions: readonly AskedQuestion[]) {
  return bookForm(
    i18n,
    questions.map((question) => ({ ...question, required: false })),
  ).extend({
    name: z
      .string({ error: i18n.t('Enter the customer’s name') })
      .trim()
      .min(1, i18n.t('Enter the customer’s name'))
      .max(200, i18n.t('Enter a name of at most 200 letters')),
    email: z.email(i18n.t('Enter an e-mail address like ana@example.com, or leave it empty')).max(254).optional(),
  })
}

export type BookInput = Partial<Record<keyof z.input<ReturnType<typeof personFields>> | AnswerName | AttendeeName, string>>

/** The fields that carry what was typed from page to page. */
export function typedNames(questions: readonly Pick<AskedQuestion, 'id'>[], attendees = 0): (keyof BookInput)[] {
  return ['name', 'email', 'phone', 'attendee', 'note', 'key', ...questions.map(answerName), ...attendeesOf(attendees).flatMap(({ name, email }) => [name, email])]
}

function attendeesOf(count: number): ReturnType<typeof attendeeNames>[] {
  return Array.from({ length: count }, (_, at) => attendeeNames(at))
}

function attendeeField(i18n: I18n) {
  return z.string().trim().max(200, i18n.t('Enter a name of at most 200 letters')).optional()
}

function addressField(i18n: I18n) {
  return z
    .string()
    .trim()
    .max(254, i18n.t('Enter an e-mail address of at most 254 letters'))
    .refine((text) => z.regexes.email.test(text), i18n.t('Write an e-mail address in full, like name@example.com, or leave it empty'))
    .optional()
}

const personFields = worded((i18n) =>
  z.object({
    name: z
      .string({ error: i18n.t('Enter your name') })
      .trim()
      .min(1, i18n.t('Enter your name'))
      .max(200, i18n.t('Enter a name of at most 200 letters')),
    email: z
      .string({ error: i18n.t('Enter your e-mail address') })
      .trim()
      .max(254, i18n.t('Enter an e-mail address of at most 254 letters'))
      .refine((text) => z.regexes.email.test(text), i18n.t('Write your e-mail address in full, like name@example.com')),
    phone: z
      .string()
      .trim()
      .refine((text) => readPhone(text) !== null, i18n.t('Write a telephone number like +351 912 345 678, or leave it empty'))
      .optional(),
    attendee: z.string().trim().max(200, i18n.t('Enter a name of at most 200 letters')).optional(),
    note: z.string().trim().max(2000, i18n.t('Write a note of at most 2,000 letters')).optional(),
    key: z
      .string({ error: i18n.t('The form was not complete. Send it once more') })
      .regex(/^[\w-]{8,100}$/, i18n.t('The form was not complete. Send it once more')),
  }),
)

function answerField(i18n: I18n, { label, kind, required, options }: AskedQuestion) {
  const missing = i18n.t('Answer: {question}', { question: label })
  const offered = kind === 'choice' ? options : kind === 'yes-no' ? ['yes', 'no'] : null
  const text = z
    .string({ error: missing })
    .trim()
    .max(2000, i18n.t('Write an answer of at most 2,000 letters'))
    .refine((answer) => offered === null || offered.includes(answer), i18n.t('Choose one of the answers: {question}', { question: label }))
  return required ? text.min(1, missing) : text.optional()
}
