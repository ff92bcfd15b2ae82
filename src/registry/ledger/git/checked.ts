import path from 'node:path'
import { sha256 } from '../../../core/json.ts'
import type { World } from '../../../core/world.ts'
import type { CheckedChain } from './chain.ts'
import type { Git } from './command.ts'

/** How far a ledger was checked, and which tags were found to show it, all of them. */
export interface Checked extends CheckedChain {
  /** What `digestOf` gives of the tags; undefined where some are missing, or nobody has looked. */
  readonly tags: string | undefined
}

/** Goes up when a check becomes stricter: then all ledgers are checked anew, once. */
const rules = 1

/**
 * What an earlier process has checked is not checked again: it would take longer with every entry. This is a file in the repository's
 * own folder, and no ref: refs can come from a remote. What it says is held against what is there, and without it all is checked.
 */
export async function readChecked(git: Git, { files }: World): Promise<Checked | undefined> {
  const text = await files.readText(fileOf(git)).catch(() => '')
  try {
    const { rules: ofRules, commit, count, digest, tags } = JSON.parse(text)
    const isSound = ofRules === rules && isHex(commit) && Number.isSafeInteger(count) && count > 0 && isHex(digest)
    return isSound ? { commit, texts: { count, digest }, tags: isHex(tags) ? tags : undefined } : undefined
  } catch {
    return undefined
  }
}

export async function writeChecked(git: Git, { commit, texts, tags }: Checked, { files }: World): Promise<void> {
  const text = `${JSON.stringify({ rules, commit, ...texts, tags })}\n`
  // Who may read a repository and not write to it checks all of it each time.
  await files.write(fileOf(git), new TextEncoder().encode(text)).catch(() => {})
}

/** A digest of tags, by name and object. */
export function digestOf(tags: ReadonlyMap<string, string>): string {
  const lines = [...tags].map(([name, object]) => `${name} ${object}\n`)
  return sha256(lines.sort().join(''))
}

function fileOf({ common }: Git): string {
  return path.join(common, 'airworthy-ledger.checked')
}

function isHex(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value)
}
