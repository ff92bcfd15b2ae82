import { createHash } from 'node:crypto'

/** Lower-case hexadecimal SHA-256 of some bytes: the name of an artifact or a product. */
export type Sha256 = string

/**
 * JSON with sorted keys and no spaces: equal values give equal bytes, so digests and `verify` can rely on it.
 * Undefined members are left out, as JSON.stringify does. Throws a TypeError on NaN and infinities, which JSON cannot hold.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member === 'number' && !Number.isFinite(member)) throw new TypeError(`${member} has no JSON form`)
    if (member === null || typeof member !== 'object' || Array.isArray(member)) return member
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
  })
}

export function sha256(bytes: Uint8Array | string): Sha256 {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The digest of bytes that come piece by piece: weights may be larger than memory. */
export function sha256Of(pieces: Iterable<Uint8Array>): Sha256 {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}

/** Lower-case hexadecimal SHA-1 of bytes that come piece by piece: for formats that state one. Nothing of ours rests on it. */
export function sha1(pieces: Iterable<Uint8Array>): string {
  const hash = createHash('sha1')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}

/** The digest of a plain value, through its canonical JSON. */
export function digest(value: unknown): Sha256 {
  return sha256(canonical(value))
}
