import type { I18n } from '@lingui/core'
import { never } from '~/kernel/result'
import { mostFields, mostOptions, type SchemaRefusal } from './model/field-schema'

/** Where a schema leaves what a category may ask, in a sentence that names the spot. */
export function schemaWords(i18n: I18n, { at, why }: SchemaRefusal): string {
  const spot = at === '' ? i18n.t('the whole schema') : at
  return i18n.t('At {spot}: {problem}', { spot, problem: problemWords(i18n, why) })
}

/** The same without the spot, for a page that shows the sentence beside it. */
export function problemWords(i18n: I18n, why: SchemaRefusal['why']): string {
  switch (why) {
    case 'not-an-object':
      return i18n.t('this has to be an object')
    case 'unknown-word':
      return i18n.t('this word is not among those that a category may use')
    case 'wrong-type':
      return i18n.t('the type has to be string, integer, number or boolean')
    case 'wrong-format':
      return i18n.t('the format has to be date or multiline')
    case 'bad-key':
      return i18n.t('a key begins with a small letter and has at most 40 letters, digits and _')
    case 'bad-text':
      return i18n.t('write some words, not too many, without spaces around them')
    case 'bad-flag':
      return i18n.t('only false is possible here')
    case 'bad-limit':
      return i18n.t('enter a limit that the field can have: letters are counted in whole numbers')
    case 'limits-crossed':
      return i18n.t('the greatest lies below the least')
    case 'bad-options':
      return i18n.t('write from 2 to {most} different answers', { most: mostOptions })
    case 'bad-required':
      return i18n.t('only fields that there are can be required, each once')
    case 'too-many':
      return i18n.t('a category asks at most {most} fields', { most: mostFields })
    default:
      return never(why)
  }
}
