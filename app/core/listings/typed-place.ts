/** Degrees. */
export interface Place {
  readonly latitude: number | null
  readonly longitude: number | null
}

/** A place as an editor shows it, in one line: "51.5074, -0.1278". */
export function placeText({ latitude, longitude }: Place): string {
  return latitude === null || longitude === null ? '' : `${latitude}, ${longitude}`
}

/** Reads such a line; null says that there is no place. */
export function readPlace(text: string | null): Place | 'unreadable' {
  if (text === null) return { latitude: null, longitude: null }
  const [, latitude, longitude] = /^(-?\d{1,2}(?:\.\d+)?)[,;\s]+(-?\d{1,3}(?:\.\d+)?)$/.exec(text) ?? []
  return latitude === undefined || longitude === undefined ? 'unreadable' : { latitude: Number(latitude), longitude: Number(longitude) }
}
