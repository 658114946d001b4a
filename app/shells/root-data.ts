import { useRouteLoaderData } from '@remix-run/react'
import type { Role } from '~/kernel/permissions'

/** What the root's loader tells every page. */
export interface RootData {
  readonly language: string
  readonly nonce: string
  /** What happened on the page before, told once. */
  readonly message: { readonly key: string; readonly params: Readonly<Record<string, string>> } | null
  readonly account: { readonly name: string; readonly roles: readonly Role[] } | null
  readonly demo: boolean
  /** The page's own address, for forms that come back to it. */
  readonly here: string
}

/** Undefined only where the root itself failed. */
export function useRootData(): RootData | undefined {
  return useRouteLoaderData<RootData>('root')
}
