import { readFileSync } from 'node:fs'
import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact, type Db } from '~/platform/database.server'
import { bareWriter, type Write } from '../bare-writes'

// The reference of a booking's post: reads its form and writes as many rows to the same tables, and knows nothing else.

let write: (() => void) | undefined

export async function action({ request }: ActionFunctionArgs) {
  await request.formData()
  transact((db) => (write ??= writer(db))())
  return redirect('/bench/empty', 303)
}

// Hundreds of years ahead, where no booking of the bench is in the way.
function writer(db: Db): () => void {
  const template = JSON.parse(readFileSync(process.env.BENCH_ROWS ?? '', 'utf8')) as Write[]
  return bareWriter(db, template, (nth) => (200_000 + nth) * 86_400_000)
}

export default function Writes() {
  return null
}
