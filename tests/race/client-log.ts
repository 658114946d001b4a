import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'

/** What the clients know, kept as they must keep it: whatever was acknowledged lies on the disk before anybody counts on it. */
export class ClientLog<Entry> {
  readonly #file: number

  constructor(private readonly path: string) {
    this.#file = openSync(path, 'a')
  }

  write(...entries: readonly Entry[]): void {
    writeSync(this.#file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
    fsyncSync(this.#file)
  }

  /** Everything that was written, read back from the disk. */
  read(): Entry[] {
    return readFileSync(this.path, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Entry)
  }

  close(): void {
    closeSync(this.#file)
  }
}
