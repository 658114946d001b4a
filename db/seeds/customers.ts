/** Somebody of the town who books here and there. */
export interface Customer {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly language: string
}

const names = [
  'Beatriz Fonseca', 'Oluwaseun Adeyemi', 'Miguel Tavares', 'Charlotte Whitfield', 'Rui Bettencourt', 'Sofia Lacerda', 'Jonas Lindqvist', 'Catarina Moura',
  'Hélène Garnier', 'Tiago Nogueira', 'Amara Okafor', 'Pedro Quintela', 'Margaret O’Neill', 'João Saraiva', 'Leonor Pimentel', 'Kenji Watanabe',
  'Marta Vilhena', 'Dário Castanho', 'Priscila Ramos', 'Owen Pritchard', 'Fátima Abrantes', 'Lukas Brandt', 'Graça Serpa', 'Noor van Dijk',
  'Vasco Leitão', 'Eilidh Fraser', 'Teresa Calado', 'Youssef Haddad', 'Alice Penha', 'Bruno Teles',
] as const

/** The people of the demo town; the addresses lie in a domain that nobody can own (RFC 2606). */
export const customers: readonly Customer[] = names.map((name, at) => ({
  name,
  email: `${name.normalize('NFKD').replaceAll(/[^A-Za-z ]/g, '').toLowerCase().replaceAll(' ', '.')}@example.test`,
  phone: `+351 91${at % 10} ${String(100 + at * 7)} ${String(200 + at * 11)}`,
  language: at % 2 === 0 ? 'pt-PT' : 'en',
}))

export const ana = { name: 'Ana Ferreira', email: 'ana@example.test', phone: '+351 912 345 678', language: 'en' } as const satisfies Customer
