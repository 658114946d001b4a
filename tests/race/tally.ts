/** Counts, and tells who waits when a number is reached. */
export class Tally {
  #count = 0
  #waiting: { readonly at: number; readonly tell: () => void }[] = []

  get count(): number {
    return this.#count
  }

  add(): void {
    this.#count += 1
    for (const { tell } of this.#waiting.filter(({ at }) => at <= this.#count)) tell()
    this.#waiting = this.#waiting.filter(({ at }) => at > this.#count)
  }

  /** Resolves once so many more have been counted. */
  more(than: number): Promise<void> {
    return new Promise((tell) => this.#waiting.push({ at: this.#count + than, tell }))
  }
}
