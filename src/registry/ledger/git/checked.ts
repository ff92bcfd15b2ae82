import path from 'node:path'
import type { World } from '../../../core/world.ts'
import type { CheckedTexts } from '../chained.ts'
import type { Chain } from './chain.ts'
import type { Git } from './command.ts'
import { removeLeftovers } from './leftovers.ts'

/** A ledger that was read and found right, up to a commit. */
export interface Checked {
  readonly commit: string
  readonly texts: CheckedTexts
  /** SHA-256 of the listing of tags; undefined where some are missing, or nobody has looked. */
  readonly tags: string | undefined
  /** Bytes of the copy of its texts. */
  readonly bytes: number
}

/** Goes up when a check becomes stricter: then all ledgers are checked anew, once. */
const rules = 3

/**
 * What an earlier process has read and checked is not read from git and checked again: that would take longer with every entry. These are
 * two files in the repository's own folder, and no refs: refs can come from a remote. What they say is held against what is there, and
 * without them all is checked.
 */
export async function readMark(git: Git, { files }: World): Promise<Checked | undefined> {
  const text = await files.readText(fileOf(git, 'checked')).catch(() => '')
  try {
    const { rules: ofRules, commit, count, digest, tags, bytes } = JSON.parse(text)
    const isSound = ofRules === rules && isHex(commit) && isCount(count) && isHex(digest) && isCount(bytes)
    return isSound ? { commit, texts: { count, digest }, tags: isHex(tags) ? tags : undefined, bytes } : undefined
  } catch {
    return undefined
  }
}

/** The texts that were checked, each with a newline; undefined where they are not there. */
export async function readCopy(git: Git, { bytes }: Checked, { files }: World): Promise<string | undefined> {
  try {
    // What another process appends meanwhile is no part of it.
    return new TextDecoder().decode((await files.read(fileOf(git, 'texts'))).subarray(0, bytes))
  } catch {
    return undefined
  }
}

/**
 * Writes down how far a ledger was checked. `before`: what was written last. Where nothing can be written, as for one who may only read,
 * all is checked each time.
 */
export async function writeMark(
  git: Git,
  chain: Chain,
  { commit, tags }: Pick<Checked, 'commit' | 'tags'>,
  before: Checked | undefined,
  world: World,
): Promise<Checked | undefined> {
  const { files } = world
  await removeLeftovers(git, world)
  const texts = chain.checked()
  const copy = fileOf(git, 'texts')
  try {
    const kept = before !== undefined && (await files.size(copy)) === before.bytes ? before : undefined
    const more = chain.linesFrom(kept?.texts.count ?? 0)
    const all = more ?? chain.linesFrom(0) ?? ''
    const isMore = kept !== undefined && more !== undefined
    if (isMore && more !== '') await files.appendPieces(copy, piecesOf(more))
    else if (!isMore) await files.write(copy, new TextEncoder().encode(all))
    const bytes = (isMore ? kept.bytes : 0) + Buffer.byteLength(all)
    const text = `${JSON.stringify({ rules, commit, ...texts, tags, bytes })}\n`
    await files.write(fileOf(git, 'checked'), new TextEncoder().encode(text))
    return { commit, texts, tags, bytes }
  } catch {
    return undefined
  }
}

async function* piecesOf(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text)
}

/** The file that says how far a ledger was checked. */
export function markOf(git: Pick<Git, 'common'>): string {
  return fileOf(git, 'checked')
}

function fileOf({ common }: Pick<Git, 'common'>, name: 'checked' | 'texts'): string {
  return path.join(common, `airworthy-ledger.${name}`)
}

function isHex(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0
}
