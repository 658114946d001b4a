import { expect, test } from 'vitest'
import { placeText, readPlace } from './typed-place'

test('a place reads back as it is shown', () => {
  for (const place of [{ latitude: 51.5074, longitude: -0.1278 }, { latitude: -33, longitude: 151.2 }, { latitude: null, longitude: null }]) {
    expect(readPlace(placeText(place) || null)).toEqual(place)
  }
})

test('a place may be written with a semicolon or a space, and half of one is unreadable', () => {
  expect(readPlace('38.7071; -9.1355')).toEqual({ latitude: 38.7071, longitude: -9.1355 })
  expect(readPlace('38.7071 -9.1355')).toEqual({ latitude: 38.7071, longitude: -9.1355 })
  expect(readPlace('38.7071')).toBe('unreadable')
  expect(readPlace('by the harbour')).toBe('unreadable')
})
