import { expect, test } from 'vitest'
import { isMeant } from './find-names'

const joao = { name: 'João Sá', contactName: 'Rita Lima', email: 'rita@example.test', reference: 'EV-7K3M9Q' }

test('somebody is found by part of their name, of who booked, of the address, or by the reference', () => {
  for (const search of ['joao', 'SÁ', 'lima', 'rita@', 'ev-7k3m9q', '7k3m9q', 'EV 7K3M9Q', '']) expect(isMeant(joao, search), search).toBe(true)
  for (const search of ['maria', '7k3m9r']) expect(isMeant(joao, search), search).toBe(false)
})
