export interface Step {
  readonly label: string
  /** What was chosen there. */
  readonly note?: string
  /** The way back to it. */
  readonly href?: string
  readonly state: 'done' | 'current' | 'ahead'
}

/** Where somebody is in a booking, and the way back to what is done. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <nav aria-label={label}>
      <ol className="steps">
        {steps.map((step) => (
          <li
            key={step.label}
            className={step.state === 'done' ? 'done' : undefined}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            {step.href ? (
              <a href={step.href}>
                <StepLabel step={step} />
              </a>
            ) : (
              <StepLabel step={step} />
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function StepLabel({ step }: { step: Step }) {
  return (
    <>
      {step.label} {step.note && <small>{step.note}</small>}
    </>
  )
}
