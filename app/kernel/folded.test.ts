import { expect, test } from 'vitest'
import { folded } from './folded'

test('names are folded as people read them, in letters of every alphabet', () => {
  const names = { 'João Sá': 'joao sa', ' ANA ': 'ana', 'İlker Işık': 'ilker isik', Łukasz: 'lukasz', 'Søren Groß': 'soren gross', 'Γιώργος': 'γιωργος', 'Алексей': 'алексеи' }
  for (const [name, key] of Object.entries(names)) expect(folded(name), name).toBe(key)
})
