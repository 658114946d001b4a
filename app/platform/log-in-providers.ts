/** Whose log-ins can be used beside a password. The names are kept in rows, addresses and settings. */
export const logInProviders = ['google', 'facebook'] as const
export type LogInProvider = (typeof logInProviders)[number]

/** What people call them: names, which no language changes. */
export const providerNames: Readonly<Record<LogInProvider, string>> = { google: 'Google', facebook: 'Facebook' }

export function isLogInProvider(text: unknown): text is LogInProvider {
  return logInProviders.some((provider) => provider === text)
}
