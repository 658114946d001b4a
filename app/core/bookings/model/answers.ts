/** What was answered, by question id. */
export type Answers = Readonly<Record<string, string>>
