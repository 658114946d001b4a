import type { ReactNode } from 'react'
import { Picture, type PictureImage } from './picture'

export interface MenuItem {
  readonly title: string
  readonly price: string
  readonly about?: ReactNode
  readonly href: string
  readonly picture?: PictureImage | null
}

/** A price list, as printed: name, dots, price, and the way to it. `verb` is on each button: "Book". */
export function MenuList({ items, verb, level = 3 }: { items: readonly MenuItem[]; verb: string; level?: 3 | 4 }) {
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <ul className="menu-list">
      {items.map((item) => (
        <li key={item.href} className={item.picture ? 'pictured' : undefined}>
          {item.picture && <Picture image={item.picture} alt="" square />}
          <Heading className="title">{item.title}</Heading> <p className="price">{item.price}</p>
          <p className="about">{item.about}</p>{' '}
          <a className="button quiet" href={item.href}>
            {verb}
            <span className="sr"> {item.title}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
