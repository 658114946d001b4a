import { useI18n } from '~/platform/words/use-i18n'

interface ErrorSummaryProps {
  /** conform's FormMetadata fits. */
  readonly form: { readonly id: string; readonly allErrors: Readonly<Record<string, string[]>> }
  /** Names of fields to put before sentences that do not name their field. */
  readonly labels?: Readonly<Record<string, string>>
}

/** All that is wrong, at the top of the page, each sentence a link to its field; nothing where nothing is wrong. */
export function ErrorSummary({ form, labels = {} }: ErrorSummaryProps) {
  const i18n = useI18n()
  const wrong = Object.entries(form.allErrors).flatMap(([name, errors]) => errors.map((error) => ({ name, error })))
  if (wrong.length === 0) return null
  const headingId = `${form.id}-problem`
  return (
    <div className="error-summary" role="alert" aria-labelledby={headingId} tabIndex={-1} autoFocus>
      <h2 id={headingId}>{i18n.t('There is a problem')}</h2>
      <ul>
        {wrong.map(({ name, error }) => (
          <li key={`${name} ${error}`}>
            {name === '' ? (
              <strong>{error}</strong>
            ) : (
              <a href={`#${form.id}-${name}`}>
                {labels[name] && `${labels[name]}: `}
                {error}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
