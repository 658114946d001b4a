// Installs what is missing: called first by every script that needs a package.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, root, succeeds } from './run.mjs'

const neededNode = [20, 19]

/** Makes sure of Node and of the packages in the lock file; ends the script with a sentence if it cannot. */
export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < neededNode[0] || (major === neededNode[0] && minor < neededNode[1])) {
    giveUp(`Guildhall needs Node ${neededNode.join('.')} or newer; this is ${process.versions.node}.`)
  }
  if (!isInstalled()) {
    console.log('Installing packages (about a minute and a half, most of it compiling better-sqlite3) …')
    if (!succeeds('npm', ['ci'])) giveUp('The packages could not be installed. better-sqlite3 needs a C++ compiler, make and Python 3; npm said above what went wrong.')
  }
  // Compiled for one version of Node: another one cannot load it.
  if (!sqliteLoads() && !(succeeds('npm', ['rebuild', 'better-sqlite3']) && sqliteLoads())) {
    giveUp('better-sqlite3 could not be compiled: it needs a C++ compiler, make and Python 3.')
  }
}

/** Whether node_modules holds every package of the lock file, in its version. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(installed)
  return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional || present[path]?.version === version)
}

function packagesOf(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages
}

function sqliteLoads() {
  return succeeds(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:')"], { quiet: true })
}

if (process.argv[1] === import.meta.filename) install()
