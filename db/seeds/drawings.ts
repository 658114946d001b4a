// Drawn for the demo, in the colours of public/img: paper, water, sand, ink.

interface Looks {
  readonly skin: string
  readonly hair: string
  readonly shirt: string
  readonly long?: boolean
  readonly beard?: boolean
}

/** Somebody's portrait, as an SVG of 600 × 600. */
export function face({ skin, hair, shirt, long = false, beard = false }: Looks): string {
  return svg(
    600,
    600,
    `<rect width="600" height="600" fill="#cfdcd8"/>
    ${long ? `<path d="M170 250q0-150 130-150t130 150v210q0 30-30 30H200q-30 0-30-30z" fill="${hair}"/>` : ''}
    <path d="M90 600q10-150 140-170h140q130 20 140 170z" fill="${shirt}"/>
    <path d="M255 380h90v60q-45 45-90 0z" fill="${skin}"/>
    <ellipse cx="300" cy="275" rx="98" ry="125" fill="${skin}"/>
    ${beard ? `<path d="M203 290q97 60 194 0 0 120-97 120t-97-120z" fill="${hair}"/><path d="M262 338q38 22 76 0" fill="none" stroke="${skin}" stroke-width="9" stroke-linecap="round"/>` : '<path d="M262 335q38 30 76 0" fill="none" stroke="#1d3f44" stroke-width="7" stroke-linecap="round"/>'}
    <path d="M196 262q-6-135 104-135t104 135q-34-70-104-70t-104 70z" fill="${hair}"/>
    <circle cx="262" cy="268" r="9" fill="#1d3f44"/><circle cx="338" cy="268" r="9" fill="#1d3f44"/>
    <path d="M300 275v32h14" fill="none" stroke="#1d3f44" stroke-width="5" stroke-linecap="round" stroke-linejoin="round" opacity=".6"/>`,
  )
}

/** The salon's mark: a comb over a wave. */
export const comb = svg(
  400,
  400,
  `<rect width="400" height="400" rx="48" fill="#1d3f44"/>
  <path d="M80 110h240v34H80z" fill="#e8c98f"/>
  ${Array.from({ length: 11 }, (_, at) => `<path d="M${82 + at * 23} 144h12v76h-12z" fill="#e8c98f"/>`).join('')}
  <path d="M60 290q35-40 70 0t70 0 70 0 70 0" fill="none" stroke="#cfdcd8" stroke-width="18" stroke-linecap="round"/>`,
)

/** A bowl of colour and a brush. */
export const bowl = svg(
  960,
  720,
  `<rect width="960" height="720" fill="#fbf8f0"/><path d="M0 520h960v200H0z" fill="#e9e2d2"/>
  <circle cx="760" cy="180" r="90" fill="#e8c98f"/>
  <ellipse cx="400" cy="360" rx="240" ry="52" fill="#1d3f44"/><ellipse cx="400" cy="362" rx="212" ry="38" fill="#b4540a"/>
  <path d="M160 362q20 210 240 210t240-210q-60 50-240 50t-240-50z" fill="#cfdcd8" stroke="#1d3f44" stroke-width="6"/>
  <path d="M430 380L700 120l34 34-270 260z" fill="#e8c98f" stroke="#1d3f44" stroke-width="6"/>
  <path d="M360 430q20-60 60-66l46 44q-10 40-66 58z" fill="#1d3f44"/>`,
)

/** Flowers for the hair, on a ring of leaves. */
export const wreath = svg(960, 640, `<rect width="960" height="640" fill="#f6efe6"/>${Array.from({ length: 12 }, (_, at) => flowerOn(at / 12)).join('')}`)

function flowerOn(turn: number): string {
  const angle = turn * 2 * Math.PI
  const [x, y] = [Math.round(480 + 250 * Math.cos(angle)), Math.round(320 + 190 * Math.sin(angle))]
  const petals = Array.from({ length: 5 }, (_, petal) => {
    const towards = angle + (petal * 2 * Math.PI) / 5
    return `<circle cx="${Math.round(x + 22 * Math.cos(towards))}" cy="${Math.round(y + 22 * Math.sin(towards))}" r="17" fill="${Math.round(turn * 12) % 2 === 0 ? '#e9a59a' : '#f3d3c6'}"/>`
  })
  return `<ellipse cx="${x}" cy="${y}" rx="58" ry="20" fill="#4f7a64" transform="rotate(${Math.round((angle * 180) / Math.PI) + 90} ${x} ${y})"/>${petals.join('')}<circle cx="${x}" cy="${y}" r="11" fill="#c9862f"/>`
}

function svg(width: number, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${content}</svg>`
}
