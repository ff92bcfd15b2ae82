import path from 'node:path'
import type { HomePlace } from '../core/world.ts'

/**
 * Which records of a home count: in CI, those that carry a seal, because a commit or a restored cache may have put others there.
 * Elsewhere all of them, and none is sealed.
 */
export interface Seals {
  /** Whether records are sealed here. */
  readonly required: boolean
  /**
   * A record as it is kept: the text of a JSON value under the name of its file in the home, sealed where seals are required. `after` is
   * the seal of the line before, in a file of lines.
   */
  seal(name: string, text: string, after?: string): Promise<SealedText>
  /**
   * A record as it was before it was kept; undefined when it has no seal, or one of another name, text, place in the file, or key. `file`:
   * where it lies, if not under its name in the home.
   */
  unseal(name: string, kept: string, after?: string, file?: string): Promise<SealedText | undefined>
  /** What did not count so far: the paths of files. */
  readonly refused: Set<string>
}

export interface SealedText {
  readonly text: string
  /** Empty where nothing is sealed. */
  readonly seal: string
}

/** What a seal is of, so that it is none of anything else that the same key may seal one day. */
const domain = 'airworthy: a record of the home, 1'

/** Where nobody else writes, or nothing rests on what is read. */
export const unsealed: Seals = {
  required: false,
  refused: new Set(),
  seal: async (_, text) => ({ text, seal: '' }),
  unseal: async (_, kept) => ({ text: split(kept).text, seal: '' }),
}

export function sealsOf(home: HomePlace): Seals {
  if (home.kind !== 'ci') return unsealed
  const { seal, folder } = home
  const refused = new Set<string>()
  return {
    required: true,
    refused,
    async seal(name, text, after = '') {
      const own = await seal.of([domain, name, after, text])
      return { text: joined(text, own), seal: own }
    },
    async unseal(name, kept, after = '', file = path.join(folder, name)) {
      const { text, seal: own } = split(kept)
      if (own !== '' && (await seal.fits([domain, name, after, text], own))) return { text, seal: own }
      refused.add(file)
      return undefined
    },
  }
}

/** The seal stands first, so that who reads an object as JSON finds all else where it was. Other values stand beside theirs. */
const sealed = /^\{"seal":"([0-9a-f]{64})"(?:,(?=")|(?=\}$))/
const sealedBeside = /^\{"seal-of-value":"([0-9a-f]{64})","value":(.*)\}$/s

function joined(text: string, seal: string): string {
  if (!text.startsWith('{')) return `{"seal-of-value":"${seal}","value":${text}}`
  return `{"seal":"${seal}"${text === '{}' ? '' : ','}${text.slice(1)}`
}

function split(kept: string): SealedText {
  const beside = sealedBeside.exec(kept)
  if (beside !== null) return { text: beside[2] ?? '', seal: beside[1] ?? '' }
  const [start = '', seal] = sealed.exec(kept) ?? []
  return seal === undefined ? { text: kept, seal: '' } : { text: `{${kept.slice(start.length)}`, seal }
}
