const powers = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics']

/** The header of that name: no page may use any of these powers, but this one the few that are allowed here. */
export function permissionsPolicy(allowed: readonly string[] = []): string {
  return powers.map((power) => `${power}=${allowed.includes(power) ? '(self)' : '()'}`).join(', ')
}
