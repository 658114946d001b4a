import type { CompiledMessage } from '@lingui/message-utils/compileMessage'

/** Wraps a compiled sentence in ⟦ ⟧ and leaves its placeholders alone. */
export function pseudo(message: CompiledMessage): CompiledMessage {
  return ['⟦', ...(typeof message === 'string' ? [message] : message), '⟧']
}
