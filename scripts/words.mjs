// npm run words: gathers every sentence into app/words/ and says which have no Portuguese yet.
// With --check nothing is written: it fails if the catalogues and the code do not agree. With --list nothing is written either: it
// prints every sentence with the files that say it, for the tests.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './install.mjs'
import { giveUp, root, run } from './run.mjs'

const checking = process.argv.includes('--check')
const listing = process.argv.includes('--list')

install()
const { compileMessage } = await import('@lingui/message-utils/compileMessage')
if (!checking && !listing) run('npx', ['--no-install', 'lingui', 'extract', '--clean', '--workers', '1'])
const sentences = await sentencesInCode()
if (listing) {
  const listed = JSON.stringify(Object.entries(sentences).map(([id, { origin }]) => ({ id, files: [...new Set((origin ?? []).map(([file]) => file))] })))
  // Whoever ends before a pipe has taken it all loses the rest.
  await new Promise((resolve) => process.stdout.write(listed, resolve))
  process.exit(0)
}
const english = catalogue('en')
const portuguese = catalogue('pt-PT')

const lost = Object.keys(sentences).filter((sentence) => !(sentence in english))
const left = Object.keys(english).filter((sentence) => !(sentence in sentences))
const garbled = Object.entries(portuguese).filter(([sentence, words]) => words && !sameValues(sentence, words))
const missing = Object.keys(sentences).filter((sentence) => !portuguese[sentence])

if (!checking) list('Without Portuguese', missing.map((sentence) => `${sentence}   (${originOf(sentence)})`))
list('In the code but not in app/words; run `npm run words`', lost.map((sentence) => `${sentence}   (${originOf(sentence)})`))
list('In app/words but no longer in the code; run `npm run words`', left)
list('Portuguese whose values differ from the English ones', garbled.map(([sentence, words]) => `${sentence} → ${words}`))
if (lost.length + left.length + garbled.length > 0) process.exit(1)

async function sentencesInCode() {
  const { getConfig } = await import('@lingui/conf')
  const { getCatalogs } = await import('@lingui/cli/api')
  const [words] = await getCatalogs(getConfig({ cwd: root }))
  return (await words.collect()) ?? giveUp('The sentences could not be gathered; Lingui said above why.')
}

function catalogue(language) {
  return JSON.parse(readFileSync(join(root, 'app', 'words', `${language}.json`), 'utf8'))
}

/** Whether both name the same values: {count}, {name} … */
function sameValues(sentence, words) {
  return valuesIn(sentence) === valuesIn(words)
}

function valuesIn(text) {
  return [...new Set(namesIn(compileMessage(text)))].sort().join()
}

// Tokens are sentences, or [name], [name, 'plural', { one: tokens, other: tokens }].
function namesIn(tokens) {
  // A plural's offset stands among its branches.
  if (!Array.isArray(tokens)) return []
  return tokens.flatMap((token) => {
    if (typeof token === 'string') return []
    const [name, , branches] = token
    return [name, ...Object.values(typeof branches === 'object' ? branches : {}).flatMap((branch) => namesIn(branch))]
  })
}

function originOf(sentence) {
  const [first] = sentences[sentence].origin ?? []
  return first ? first[0] : 'unknown'
}

function list(title, lines) {
  if (lines.length > 0) console.log(`${title} (${lines.length}):\n${lines.map((line) => `  ${line}`).join('\n')}`)
}
