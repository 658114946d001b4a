import { cookieLine, cookieNames, cookieValue } from '~/platform/cookies.server'
import { newToken, signParts, verifyParts } from '~/platform/signing.server'
import { deviceName } from './model/device-name'

/** What a request tells of the device it came from. */
export interface Device {
  /** '' until somebody has logged in on it. */
  readonly id: string
  /** The accounts that have logged in on it before. */
  readonly accounts: readonly string[]
  /** "Firefox · Windows" */
  readonly name: string
}

/** The device behind a request: what its signed cookie remembers, and what its browser calls itself. */
export function deviceOf(request: Request): Device {
  const [id = '', ...accounts] = verifyParts(purpose, cookieValue(request.headers.get('Cookie'), cookieNames.device) ?? '') ?? []
  return { id, accounts, name: deviceName(request.headers.get('User-Agent')) }
}

/** The Set-Cookie line with which a device remembers that this account has logged in on it. */
export function deviceCookie(device: Device, userId: string): string {
  const accounts = [userId, ...device.accounts.filter((other) => other !== userId)].slice(0, mostAccounts)
  return cookieLine(cookieNames.device, signParts(purpose, [device.id || newToken(), ...accounts]), { maxAge: twoYears })
}

/** Whether the account has logged in on this device before. */
export function knowsDevice(device: Device, userId: string): boolean {
  return device.id !== '' && device.accounts.includes(userId)
}

const purpose = 'device'
const mostAccounts = 5
const twoYears = 2 * 365 * 24 * 3600
