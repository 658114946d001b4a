import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'

const salon = "(SELECT id FROM businesses WHERE slug = 'harbour-salon')"

/** Four pixels by three. */
const files = { picture: { name: 'small.png', base64: 'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEElEQVQImWM446IERww4OQAf4g5ZTA9q5QAAAABJRU5ErkJggg==' } }

const ofStaff = (town: ExampleTown) => ({ kind: 'staff', owner: town.one(`SELECT owner_id FROM pictures WHERE business_id = ${salon} AND owner_kind = 'staff' ORDER BY id`) })
const thePicture = (town: ExampleTown) => {
  const { kind, owner } = ofStaff(town)
  return { kind, owner, picture: town.one('SELECT id FROM pictures WHERE owner_id = ?', owner) }
}

// Whoever has none is led to the page that takes one; here everybody has.
const aPictureForAll = [
  `INSERT INTO pictures (id, user_id, owner_kind, owner_id, position, alt, width, height, created_at)
   SELECT 'of-' || id, id, 'profile', id, 2, name, 480, 480, 0 FROM users`,
  `INSERT INTO picture_files (picture_id, format, width, height, weight, hash)
   SELECT 'of-' || u.id, f.format, f.width, f.height, f.weight, f.hash FROM users u, picture_files f
   WHERE f.picture_id = (SELECT id FROM pictures WHERE owner_kind = 'profile' AND position = 1)`,
]

export default {
  'GET /dashboard/:business/pictures': {},
  'GET /dashboard/:business/pictures/:kind/:owner': (town) => ({ params: ofStaff(town) }),
  'POST /dashboard/:business/pictures/:kind/:owner': (town) => ({ params: ofStaff(town), body: { alt: 'Inês by the window' }, files }),
  'GET /dashboard/:business/pictures/:kind/:owner/:picture': (town) => ({ params: thePicture(town) }),
  'POST /dashboard/:business/pictures/:kind/:owner/:picture': (town) => ({ params: thePicture(town), body: { alt: 'Inês with a comb' } }),
  'GET /dashboard/:business/pictures/:kind/:owner/:picture/position': (town) => ({ params: thePicture(town), answers: 303 }),
  'POST /dashboard/:business/pictures/:kind/:owner/:picture/position': (town) => ({ params: thePicture(town), body: { direction: 'up' } }),
  'GET /dashboard/:business/pictures/:kind/:owner/:picture/removal': (town) => ({ params: thePicture(town) }),
  'POST /dashboard/:business/pictures/:kind/:owner/:picture/removal': (town) => ({ params: thePicture(town) }),
  'GET /account/picture': {},
  'POST /account/picture': { body: { alt: 'Me at the sea' }, files },
  'GET /account/picture/removal': { before: aPictureForAll },
  'POST /account/picture/removal': {},
} satisfies AccessExamples
