import { beforeEach, describe, expect, test } from 'vitest'
import { blobByHash, installBlobNames, sweepBlobs } from '~/platform/blobs.server'
import { read } from '~/platform/database.server'
import { drawImage, type DrawnImage } from '~/platform/images.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { day, hour } from '~/kernel/time'
import { addPerson, business, person } from '../../../tests/world/businesses'
import { plain } from '../../../tests/world/image-files'
import { listing } from '../../../tests/world/listings'
import { contextAt, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { ownerOf, type PictureOf } from './owners.server'
import { firstPictures, namedByPictures, picturesOf, profilePicture, shownPictures } from './queries.server'
import { addPicture, describePicture, movePicture, removePicture, removeProfilePicture } from './save-picture.server'

withDatabase()

let owner: BusinessCtx
let cut: PictureOf
let cover: PictureOf
beforeEach(() => {
  const made = business()
  owner = made.ctx
  cut = { kind: 'listing', id: listing(owner, [made.store.id]).id }
  cover = { kind: 'cover', id: owner.businessId }
  installBlobNames([namedByPictures])
})

describe('pictures of something', () => {
  test('come in their order, and the first stands for all', async () => {
    for (const alt of ['One', 'Two', 'Three']) add(owner, cut, await drawn(alt), alt)
    expect(alts(cut)).toEqual(['One', 'Two', 'Three'])
    const [, two] = of(cut)
    movePicture(owner, cut, two?.id ?? '', 'up')
    expect(alts(cut)).toEqual(['Two', 'One', 'Three'])
    movePicture(owner, cut, two?.id ?? '', 'up')
    movePicture(owner, cut, of(cut)[1]?.id ?? '', 'down')
    expect(alts(cut)).toEqual(['Two', 'Three', 'One'])
    expect(read((db) => firstPictures(db, owner.businessId, 'listing').get(cut.id)?.alt)).toBe('Two')
  })

  test('are twelve at most; a cover is one, and the next takes its place', async () => {
    const image = await drawn('same')
    for (let count = 1; count <= 12; count++) add(owner, cut, image, `Number ${count}`)
    expect(addPicture(owner, cut, image, 'Number 13')).toEqual({ ok: false, refusal: { kind: 'too-many', most: 12 } })
    add(owner, cover, image, 'The quay')
    add(owner, cover, await drawn('other'), 'The door')
    expect(alts(cover)).toEqual(['The door'])
  })

  test('say what they show, and can say it better', async () => {
    add(owner, cut, await drawn(), 'Scisors')
    describePicture(owner, cut, of(cut)[0]?.id ?? '', 'Scissors')
    expect(alts(cut)).toEqual(['Scissors'])
    expect(read((db) => shownPictures(db, owner.businessId, 'listing', cut.id))).toMatchObject([
      { alt: 'Scissors', width: 400, height: 300, src: expect.stringMatching(/^\/images\/[0-9a-f]{64}\.jpg$/), sources: [{ type: 'image/avif', srcSet: expect.stringMatching(/^\S+\.avif 320w, \S+\.avif 400w$/) }, { type: 'image/webp' }] },
    ])
  })

  test('stand in the audit, each act with what it was on', async () => {
    add(owner, cut, await drawn(), 'One')
    const id = of(cut)[0]?.id ?? ''
    describePicture(owner, cut, id, 'Better')
    removePicture(owner, cut, id)
    expect(rows("SELECT action, json_extract(changes, '$.of') AS [of] FROM audit WHERE subject = ? ORDER BY rowid", id)).toEqual(['add', 'change', 'remove'].map((verb) => ({ action: `pictures.picture.${verb}`, of: 'listing' })))
  })
})

describe('the bytes of a picture', () => {
  test('are there before its row, and a row that is refused leaves none that stay', async () => {
    const image = await drawn('lost')
    expect(addPicture(owner, { kind: 'listing', id: 'nothing' }, image, 'Lost')).toEqual({ ok: false, refusal: { kind: 'unknown-owner' } })
    expect(kept(image)).toBe(true)
    sweepBlobs({ now: theMorning + day + hour })
    expect(kept(image)).toBe(false)
  })

  test('go a day after the last picture that names them', async () => {
    const image = await drawn('twice')
    add(owner, cut, image, 'One')
    add(owner, cover, image, 'Two')
    sweepBlobs({ now: theMorning + 5 * day })
    expect(kept(image)).toBe(true)
    removePicture(owner, cut, of(cut)[0]?.id ?? '')
    sweepBlobs({ now: theMorning + 5 * day })
    expect(kept(image)).toBe(true)
    const later = { ...owner, now: theMorning + 6 * day }
    removePicture(later, cover, of(cover)[0]?.id ?? '')
    sweepBlobs({ now: later.now + 23 * hour })
    expect(kept(image)).toBe(true)
    sweepBlobs({ now: later.now + 25 * hour })
    expect(kept(image)).toBe(false)
  })
})

describe('nobody reaches another’s', () => {
  test('of a business: neither what it has pictures of, nor the pictures', async () => {
    add(owner, cut, await drawn(), 'Ours')
    const id = of(cut)[0]?.id ?? ''
    const stranger = business('Other Salon').ctx
    const image = await drawn()
    const staff = addPerson(owner.businessId, 'Rui')
    for (const wanted of [cut, cover, { kind: 'staff', id: staff } as const]) expect(addPicture(stranger, wanted, image, 'Theirs')).toMatchObject({ ok: false })
    const own: PictureOf = { kind: 'cover', id: stranger.businessId }
    for (const act of [movePicture(stranger, own, id, 'up'), describePicture(stranger, own, id, 'Theirs'), removePicture(stranger, own, id), removePicture(stranger, cut, id)]) {
      expect(act).toMatchObject({ ok: false })
    }
    expect(alts(cut)).toEqual(['Ours'])
  })

  test('of an account: a profile is its own alone, and no business’s', async () => {
    const [ana, rui] = [person('Ana'), person('Rui')]
    const as = (id: string) => contextAt(theMorning, { kind: 'user', id, roles: [] })
    const image = await drawn()
    expect(addPicture(as(rui), { kind: 'profile', id: ana }, image, 'Ana')).toEqual({ ok: false, refusal: { kind: 'unknown-owner' } })
    expect(addPicture(as(ana), { kind: 'cover', id: owner.businessId }, image, 'Ana')).toEqual({ ok: false, refusal: { kind: 'unknown-owner' } })
    add(as(ana), { kind: 'profile', id: ana }, image, 'Ana at the sea')
    expect(removeProfilePicture(as(rui), ana)).toMatchObject({ ok: false })
    expect(read((db) => profilePicture(db, ana)?.alt)).toBe('Ana at the sea')
    expect(removeProfilePicture(as(ana), ana)).toMatchObject({ ok: true })
    expect(read((db) => profilePicture(db, ana))).toBeNull()
  })
})

test('pictures are found by their index', () => {
  const plan = (query: string) => JSON.stringify(rows(`EXPLAIN QUERY PLAN ${query}`))
  expect(plan("SELECT p.id FROM pictures p JOIN picture_files f ON f.picture_id = p.id WHERE p.business_id = 'b' AND p.owner_kind = 'staff' AND p.owner_id = 'x'")).toMatch(/pictures_by_business.*sqlite_autoindex_picture_files/)
  expect(plan("SELECT 1 FROM pictures WHERE user_id = 'u' AND owner_kind = 'profile' AND owner_id = 'u'")).toContain('pictures_by_user')
  expect(plan("SELECT f.hash FROM json_each('[]') AS one JOIN picture_files f ON f.hash = one.value")).toContain('picture_files_by_hash')
})

let colours = 0

/** A small picture; the same word gives the same one. */
const known = new Map<string, DrawnImage>()
async function drawn(word = `${(colours += 1)}`): Promise<DrawnImage> {
  const before = known.get(word)
  if (before) return before
  const answer = await drawImage(await plain(400, 300, `hsl(${(colours += 7)}, 60%, 40%)`).png().toBuffer())
  if (!answer.ok) throw new Error(answer.refusal)
  known.set(word, answer.value)
  return answer.value
}

function add(...args: Parameters<typeof addPicture>): void {
  const answer = addPicture(...args)
  if (!answer.ok) throw new Error(answer.refusal.kind)
}

function of(wanted: PictureOf) {
  return read((db) => {
    const found = ownerOf(db, owner, wanted)
    return found ? picturesOf(db, found) : []
  })
}

function alts(wanted: PictureOf): string[] {
  return of(wanted).map(({ alt }) => alt)
}

function kept({ files }: DrawnImage): boolean {
  return files.every(({ hash }) => blobByHash(hash) !== null)
}
