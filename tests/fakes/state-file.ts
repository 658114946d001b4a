import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * A file of JSON lines that several processes append to and read: what one wrote, all know at their next `readNew`.
 * Each line is on disk before `append` returns. A line cut off by a crash is passed over.
 */
export class StateFile<Line> {
  private readonly file: number
  private readTo = 0

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true })
    this.file = openSync(path, 'a+')
  }

  append(line: Line): void {
    // The leading newline ends a line that a crash may have cut off.
    writeSync(this.file, `\n${JSON.stringify(line)}\n`)
    fsyncSync(this.file)
  }

  /** The lines written since the last call, by whichever process. */
  readNew(): Line[] {
    const length = fstatSync(this.file).size - this.readTo
    if (length <= 0) return []
    const piece = Buffer.alloc(length)
    const read = readSync(this.file, piece, 0, length, this.readTo)
    const whole = piece.subarray(0, piece.subarray(0, read).lastIndexOf('\n') + 1)
    this.readTo += whole.length
    return whole.toString().split('\n').flatMap((text) => parsed<Line>(text))
  }

  close(): void {
    closeSync(this.file)
  }
}

function parsed<Line>(text: string): Line[] {
  if (text === '') return []
  try {
    return [JSON.parse(text) as Line]
  } catch {
    return []
  }
}
