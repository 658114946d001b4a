import type { I18n } from '@lingui/core'
import type { PermissionTable, Permission } from './permissions'

/** A trade that a business can switch on, by the name that its module gives it: "events". Which there are, the registry says. */
export type TradeDomain = string

export const shells = ['public', 'business', 'account', 'dashboard', 'admin', 'bare'] as const
/** The frame that a page stands in. `business` is the public shell below `/b/:business`; `bare` has no layout (files, feeds). */
export type Shell = (typeof shells)[number]

export interface ModuleRoute {
  readonly shell: Shell
  /** Below the shell's own prefix; '' is the shell's first page. */
  readonly path: string
  /** The file in the module's `routes/`, without its ending. */
  readonly file: string
}

/** `r.public('log-in', 'log-in')`: one call per route, first the path, then the file in `routes/`. */
export type RouteList = Readonly<Record<Shell, (path: string, file: string) => ModuleRoute>>

export interface NavigationEntry {
  /** Below `/dashboard/:business/` (or `/admin/`, `/account/`, by `shell`). */
  readonly to: string
  readonly label: (i18n: I18n) => string
  readonly icon: string
  readonly needs?: Permission
  /** Only for businesses that have switched on a trade with dated sessions. */
  readonly forSessions?: true
  readonly shell?: 'dashboard' | 'account' | 'admin'
  /** Lower comes first. */
  readonly order: number
}

export interface QuickAction {
  readonly to: string
  readonly label: (i18n: I18n) => string
  readonly icon: string
  readonly needs: Permission
  /** It understands `?at=` and `?staff=`, so that a free stretch of the calendar leads to it. */
  readonly takesTime?: boolean
}

/** A sentence shown once after an act, `bad` where it tells that nothing came of it; `params` hold ids, references and keys, never personal data. */
export type AfterActMessage = (i18n: I18n, params: Readonly<Record<string, string>>) => { text: string; next?: { href: string; label: string }; tone?: 'bad' }

/** What a trade is called, and where its listings are. To customers a listing is at `/b/:business/<domain>/<slug>`. */
export interface TradeManifest {
  readonly domain: TradeDomain
  readonly label: (i18n: I18n) => string
  readonly about: (i18n: I18n) => string
  readonly icon: string
  /** Below `/dashboard/:business/`: the list of its listings. One is at its id below that, and `new` makes another. */
  readonly desk: string
  /** Whoever may change them. */
  readonly manage: Permission
  /** Its listings take place on dates to which people come: it needs a door. */
  readonly sessions?: true
}

export interface ModuleManifest {
  readonly id: string
  readonly folder: `core/${string}` | `domains/${string}` | `platform/${string}`
  /** Set on the trades: what a business switches on. */
  readonly trade?: TradeManifest
  readonly permissions: PermissionTable
  readonly navigation: readonly NavigationEntry[]
  readonly quickActions: readonly QuickAction[]
  readonly messages: Readonly<Record<string, AfterActMessage>>
  /** Whole paths with `:names` whose forms may carry a picture; every other form is small. */
  readonly uploads: readonly `/${string}`[]
  readonly routes: (r: RouteList) => readonly ModuleRoute[]
}

/** A module's manifest is data: it is read at build time, before any of the module's code. */
export function defineModule(manifest: Partial<ModuleManifest> & Pick<ModuleManifest, 'id' | 'folder'>): ModuleManifest {
  return { permissions: {}, navigation: [], quickActions: [], messages: {}, uploads: [], routes: () => [], ...manifest }
}

/** The list a manifest's `routes` is called with. */
export const routeList = Object.fromEntries(
  shells.map((shell) => [shell, (path: string, file: string): ModuleRoute => ({ shell, path, file })]),
) as Record<Shell, (path: string, file: string) => ModuleRoute>
