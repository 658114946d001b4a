import { modules } from '~/registry'
import { useI18n } from '~/platform/words/use-i18n'
import { Notice } from '~/ui/notice'
import { useRootData } from './root-data'

/** Says once what the act before has done, in the words of the module that did it. */
export function AfterAct() {
  const i18n = useI18n()
  const message = useRootData()?.message
  if (!message) return null
  const sentence = modules.flatMap(({ messages }) => messages[message.key] ?? [])[0]
  if (!sentence) return null
  const { text, next, tone = 'good' } = sentence(i18n, message.params)
  return (
    <Notice tone={tone} announce>
      <p>
        <strong>{text}</strong>
      </p>
      {next && (
        <p>
          <a href={next.href}>{next.label}</a>
        </p>
      )}
    </Notice>
  )
}
