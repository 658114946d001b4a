import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeWay } from './customer-steps'
import { openStage, type Stage } from './stage'
import { englishAmong } from './words'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

test('the whole way in Portuguese says nothing in English', async () => {
  await stage.walk({ scripts: false, language: 'pt-PT', email: 'rosa.pt@example.test' }, async (journey) => {
    await wholeWay(journey)
    const mails = await stage.house.mails(journey.email)
    expect(mails.length).toBeGreaterThanOrEqual(3)
    expect(mails.flatMap(({ Subject, TextBody }) => englishAmong([Subject ?? '', ...(TextBody ?? '').split('\n').map((line) => line.trim())].filter(Boolean)))).toEqual([])
  })
})
