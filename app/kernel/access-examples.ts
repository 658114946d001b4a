/** Looks into the seeded demo town, so that an example names rows by what they are and not by their ids. */
export interface ExampleTown {
  /** The first value of the first row of a query; throws where there is none. */
  one(query: string, ...params: readonly (string | number)[]): string
  /** What a mail would carry in clear and the file holds only as a hash. */
  readonly secrets: Readonly<Record<'verify-email' | 'reset-password' | 'invitation', string>>
}

/** What a row of `access.csv` is asked with. */
export interface AccessExample {
  /** Values for the path's `:names`; `business` is `harbour-salon` unless told. */
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** A body that the action takes; a list is sent once for each entry. */
  readonly body?: Readonly<Record<string, string | readonly string[]>>
  /** Files sent beside the body, by field; the form is multipart then. */
  readonly files?: Readonly<Record<string, { readonly name: string; readonly base64: string }>>
  /** Changes of the file that make the world it needs, such as a store that is closed already. */
  readonly before?: readonly string[]
  /** The status of success, where it is not 200 for a page and 303 for a form. */
  readonly answers?: number
  /** Its success leads to the log-in page, as a log-out does. */
  readonly toLogIn?: true
}

/** Stands beside `access.csv`, one entry for each of its rows: `'POST /account/addresses/:address'`. Read by tests only. */
export type AccessExamples = Readonly<Record<`${'GET' | 'POST'} /${string}`, AccessExample | ((town: ExampleTown) => AccessExample)>>
