// Runs other programs for the scripts. Node's own modules only: the scripts work before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The project's folder; every script works there, wherever it is called from. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const onWindows = process.platform === 'win32'

/** Says why a script cannot go on, without a stack, and ends it. */
export function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** Runs a program to its end; true if it succeeded. */
export function succeeds(command, args, { env = {}, quiet = false, timeout } = {}) {
  const stdio = quiet ? 'ignore' : 'inherit'
  return spawnSync(command, args, { cwd: root, stdio, timeout, shell: onWindows, env: { ...process.env, ...env } }).status === 0
}

/** Runs a program to its end; ends this script with its exit code if it fails, since it has said why itself. */
export function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: onWindows,
    env: { ...process.env, ...options.env },
  })
  if (status !== 0) process.exit(status ?? 1)
}

/** Runs a Node program of the project to its end, as `run` does. */
export function runNode(args, options) {
  run(process.execPath, args, options)
}

/** Runs an installed tool (eslint, vitest …) and gathers what it says. */
export function gather(tool, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', tool, ...args], { cwd: root, shell: onWindows, env: { ...process.env, ...env } })
    let said = ''
    child.stdout.on('data', (piece) => (said += piece))
    child.stderr.on('data', (piece) => (said += piece))
    child.on('close', (code) => resolve({ passed: code === 0, said }))
  })
}
