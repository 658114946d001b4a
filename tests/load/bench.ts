import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installModules } from '~/registry.server'
import { measureCommits } from './commits'

const folder = mkdtempSync(join(tmpdir(), 'guildhall-bench-'))
installModules()
console.log(await measureCommits(folder, { rounds: 10, each: 300 }))
rmSync(folder, { recursive: true })
