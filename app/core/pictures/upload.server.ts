import type { SubmissionResult } from '@conform-to/react'
import { notFound } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { drawImage } from '~/platform/images.server'
import { limit } from '~/platform/rate-limits.server'
import { pictureForm } from './forms'
import type { PictureCtx, PictureOf } from './owners.server'
import { addRefusalWords, fileRefusalWords, refusalWords } from './refusals'
import { addPicture, type AddPictureRefusal } from './save-picture.server'

/**
 * Takes the form of a new picture: what it was saved as, or the form again with what was typed and a sentence beside the file. The file is
 * drawn before and outside the transaction that adds it. Throws 404 for what is not there to be pictured.
 */
export async function answerUpload(ctx: PictureCtx, of: PictureOf, form: FormData): Promise<{ readonly added: string } | { readonly again: SubmissionResult }> {
  const sent = readForm(form, pictureForm(ctx.i18n))
  if (!sent.ok) return { again: sent.again() }
  const { picture: file, alt } = sent.value
  const tooOften = limit({ name: 'upload', key: ctx.actor.kind === 'user' ? ctx.actor.id : ctx.clientAddress, now: ctx.now })
  if (!tooOften.ok) return { again: sent.again({ picture: ctx.i18n.t('You have sent many pictures. Wait a few minutes and choose this one again') }) }
  const drawn = await drawImage(new Uint8Array(await file.arrayBuffer()))
  if (!drawn.ok) return { again: sent.again({ picture: fileRefusalWords(ctx.i18n, drawn.refusal) }) }
  const answer = addPicture(ctx, of, drawn.value, alt)
  if (answer.ok) return { added: answer.value.id }
  return { again: sent.again({ '': notAdded(ctx, answer.refusal) }) }
}

function notAdded(ctx: PictureCtx, refusal: AddPictureRefusal): string {
  if (refusal.kind === 'unknown-owner') notFound(refusalWords(ctx.i18n, refusal.kind))
  return addRefusalWords(ctx.i18n, refusal)
}
