import type { CSSProperties } from 'react'

/** Paper and ink, as on the pages; a mail cannot share their style sheet. */
export const colours = { paper: '#f8f5ed', card: '#fffdf8', ink: '#221e18', soft: '#544c40', line: '#dcd4c4', accent: '#14535a', onAccent: '#fffdf8' }

const sans = 'Arial, Helvetica, sans-serif'
const serif = "Georgia, 'Times New Roman', serif"

export const sheet: CSSProperties = { margin: 0, padding: 0, backgroundColor: colours.paper }
export const heading: CSSProperties = { fontFamily: serif, color: colours.ink }
export const text: CSSProperties = { fontFamily: sans, fontSize: '16px', lineHeight: '24px', color: colours.ink }
export const small: CSSProperties = { ...text, fontSize: '14px', lineHeight: '21px', color: colours.soft }
export const label: CSSProperties = { ...text, color: colours.soft, padding: '6px 16px 6px 0' }
export const fine: CSSProperties = { margin: '0 0 20px', padding: '0 0 0 16px', borderLeft: `3px solid ${colours.line}` }
export const button: CSSProperties = {
  ...text,
  color: colours.onAccent,
  backgroundColor: colours.accent,
  borderRadius: '8px',
  padding: '12px 22px',
  fontWeight: 'bold',
  textDecoration: 'none',
}

/** What inline styles cannot say. They win over a sheet unless it insists; no ">" stands in it, since React would escape that. */
export const styleSheet = `body { margin: 0; padding: 0; background-color: ${colours.paper} }
@media (prefers-color-scheme: dark) {
.paper { background-color: #191612 !important }
.card { background-color: #221e18 !important; border-color: #b8ad9a !important }
.ink { color: #f2ecdf !important }
.rule { border-color: #f2ecdf !important }
.soft { color: #c9bfae !important }
.line { border-color: #4a4338 !important }
.accent { color: #8fd0d8 !important }
.act { background-color: #8fd0d8 !important; color: #10272a !important }
}`
