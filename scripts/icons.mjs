// Draws app/ui/icons/sprite.svg and names.ts from lucide; run it after a change of the list, and commit both.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Our name for an icon, and lucide's where it differs. */
const icons = {
  alert: 'triangle-alert',
  archive: 'archive',
  bag: 'shopping-bag',
  ban: 'ban',
  bed: 'bed',
  bell: 'bell',
  book: 'book-open',
  briefcase: 'briefcase',
  calendar: 'calendar',
  chart: 'chart-column',
  check: 'check',
  clock: 'clock',
  compass: 'compass',
  door: 'log-out',
  down: 'arrow-down',
  download: 'download',
  eye: 'eye',
  filter: 'list-filter',
  globe: 'globe',
  hall: 'landmark',
  history: 'history',
  image: 'image',
  info: 'info',
  left: 'arrow-left',
  list: 'list',
  lock: 'lock',
  mail: 'mail',
  menu: 'menu',
  message: 'message-square',
  money: 'banknote',
  move: 'refresh-cw',
  pencil: 'pencil',
  phone: 'phone',
  pin: 'map-pin',
  plus: 'plus',
  printer: 'printer',
  right: 'arrow-right',
  scissors: 'scissors',
  search: 'search',
  settings: 'sliders-horizontal',
  shield: 'shield',
  star: 'star',
  store: 'store',
  sun: 'sun',
  ticket: 'ticket',
  up: 'arrow-up',
  user: 'user',
  users: 'users',
  x: 'x',
}

const at = (path) => fileURLToPath(new URL(path, import.meta.url))

const symbols = Object.entries(icons).map(([name, lucide]) => `<symbol id="i-${name}" viewBox="0 0 24 24">${shapesOf(lucide)}</symbol>`)
writeFileSync(
  at('../app/ui/icons/sprite.svg'),
  `<!-- Lucide icons, ISC licence, https://lucide.dev/license -->\n<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`,
)

const names = Object.keys(icons).map((name) => `  '${name}',`)
writeFileSync(
  at('../app/ui/icons/names.ts'),
  `// Written by scripts/icons.mjs.\nexport const iconNames = [\n${names.join('\n')}\n] as const\n\nexport type IconName = (typeof iconNames)[number]\n`,
)

/** What lucide draws, without its own <svg>: size, stroke and colour are the style sheet's. */
function shapesOf(lucide) {
  const svg = readFileSync(at(`../node_modules/lucide-static/icons/${lucide}.svg`), 'utf8')
  return svg.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '').replace(/\s*\n\s*/g, '').replaceAll(' />', '/>')
}
