import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Actions, Button, PostButton } from './button'
import { CheckboxField, CheckboxGroup, RadioGroup, SelectField } from './choice-field'
import { ErrorSummary } from './error-summary'
import { FilterBar, FilterField, FilterSelect } from './filter-bar'
import { HiddenField } from './hidden-field'
import { Honeypot } from './honeypot'
import { complaintsFail, render } from './testing'
import { DateField, MoneyField, PasswordField, TextArea, TextField, TimeField } from './text-field'

complaintsFail()

const schema = z.object({
  name: z.string({ error: 'Write your name' }).max(80),
  email: z.email({ error: 'Write your e-mail address in full' }),
  phone: z.string().optional(),
  note: z.string().optional(),
  password: z.string(),
  price: z.string(),
  day: z.string(),
  time: z.string(),
  staff: z.string().optional(),
  dyed: z.enum(['yes', 'no'], { error: 'Say whether your hair was coloured at home' }),
  people: z.array(z.string()).optional(),
  terms: z.literal('on', { error: 'Agree to the rules' }).optional(),
  carried: z.array(z.string()).optional(),
})

function EveryField({ posted }: { posted?: URLSearchParams }) {
  const [form, fields] = useForm<z.infer<typeof schema>>({
    id: 'who',
    defaultNoValidate: false,
    lastResult: posted && parseWithZod(posted, { schema }).reply({ hideFields: ['password'] }),
    constraint: { name: { required: true, maxLength: 80 }, email: { required: true }, dyed: { required: true } },
  })
  return (
    <form id={form.id} method="post">
      <ErrorSummary form={form} labels={{ name: 'Your name' }} />
      <TextField field={fields.name} label="Your name" autoComplete="name" enterKeyHint="next" />
      <TextField field={fields.email} label="E-mail address" hint="We send the confirmation here." type="email" autoComplete="email" />
      <TextField field={fields.phone} label="Phone number" type="tel" width="short" />
      <TextArea field={fields.note} label="Note" hint="Allergies?" />
      <PasswordField field={fields.password} label="Password" autoComplete="new-password" />
      <MoneyField field={fields.price} label="Price" currency="EUR" />
      <DateField field={fields.day} label="Day" min="2026-11-03" />
      <TimeField field={fields.time} label="Time" stepMinutes={15} />
      <SelectField field={fields.staff} label="With whom" blank="Anyone" options={[{ value: 'ines', label: 'Inês Carvalho' }]} />
      <RadioGroup
        field={fields.dyed}
        label="Was your hair coloured at home?"
        hint="So that she can plan."
        choices={[
          { value: 'yes', label: 'Yes', hint: '€30.00 more' },
          { value: 'no', label: 'No' },
        ]}
      />
      <CheckboxGroup
        field={fields.people}
        label="People"
        inline
        choices={[
          { value: 'tiago', label: 'Tiago Nunes' },
          { value: 'leonor', label: 'Leonor Brito' },
        ]}
      />
      <CheckboxField field={fields.terms} label="I agree" hint="To the house rules." />
      <HiddenField field={fields.carried} />
      <Honeypot />
      <Actions>
        <Button>Continue</Button>
        <Button variant="plain" href="/back">
          Back
        </Button>
      </Actions>
    </form>
  )
}

describe('a form', () => {
  test('ties every label to its control and marks what may be left out', () => {
    const html = render(<EveryField />)
    expect(html).toContain('<label for="who-name">Your name</label>')
    expect(html).toContain('<label for="who-phone">Phone number (optional)</label>')
    expect(html).toContain('Price, €')
    expect(html).toContain('aria-describedby="who-email-hint"')
    expect(html).toContain('maxLength="80"')
    expect(html).toContain('step="900"')
    expect(html).not.toContain('role="alert"')
    expect(html).not.toContain('novalidate')
  })

  test('after an error keeps what was typed, says it beside the field and links to it from the top', () => {
    const posted = new URLSearchParams([
      ['name', 'Ana “Ferreira” <b>'],
      ['email', 'ana@'],
      ['password', 'secret'],
      ['people', 'leonor'],
      ['staff', 'ines'],
      ['carried', 'one'],
      ['carried', 'two'],
    ])
    const html = render(<EveryField posted={posted} />)
    expect(html).toMatch(/<div class="error-summary" role="alert" aria-labelledby="who-problem" tabindex="-1" autofocus/i)
    expect(html).toContain('<a href="#who-email">Write your e-mail address in full</a>')
    expect(html).toContain('aria-invalid="true" aria-describedby="who-email-hint who-email-error"')
    expect(html).toContain('value="Ana “Ferreira” &lt;b&gt;"')
    expect(html).toContain('<a href="#who-dyed">')
    expect(html).toMatch(/<input id="who-dyed" type="radio"/)
    expect(html).toMatch(/value="leonor" checked|checked="" value="leonor"|value="leonor"[^>]*checked/)
    expect(html).toContain('<option value="ines" selected="">')
    expect(html).toContain('<input type="hidden" name="carried" value="one"/><input type="hidden" name="carried" value="two"/>')
    expect(html).not.toContain('secret')
  })

  test('hides its trap from people and from those who hear the page', () => {
    const html = render(<Honeypot mark="1793000000000" />)
    expect(html).toContain('aria-hidden="true"')
    expect(html).toMatch(/<input name="website" tabindex="-1"/i)
    expect(html).toContain('<input type="hidden" name="website_at" value="1793000000000"/>')
  })

  test('that filters is a form that gets', () => {
    const html = render(
      <FilterBar action="/bookings" search="Bookings" keep={{ sort: 'when' }}>
        <FilterField name="q" label="Name or reference" type="search" value="Ana" broad />
        <FilterSelect
          name="status"
          label="Status"
          value="confirmed"
          options={[
            { value: '', label: 'All' },
            { value: 'confirmed', label: 'Confirmed' },
          ]}
        />
      </FilterBar>,
    )
    expect(html).toContain('<form class="filters keep" method="get" action="/bookings" role="search" aria-label="Bookings">')
    expect(html).toContain('<label for="filter-q">')
    expect(html).toContain('<option value="confirmed" selected="">')
    expect(html).toContain('<input type="hidden" name="sort" value="when"/>')
  })

  test('of one button carries everything in hidden inputs', () => {
    const html = render(
      <PostButton action="/bookings/1/confirmation" fields={{ key: 'k1' }} variant="primary" icon="check">
        Confirm
      </PostButton>,
    )
    expect(html).toContain('<form method="post" action="/bookings/1/confirmation"><input type="hidden" name="key" value="k1"/>')
    expect(html).toContain('<button type="submit" class="button">')
  })
})
