import { createHash } from 'node:crypto'
import type { Sha256 } from '../core/json.ts'

/** What a digest is of, so that it is none of anything else. */
const domain = 'airworthy: a line, 1\n'

/** Where a line without a digest was passed in a file: it counts into the next digest. */
const legacy = 'airworthy: a line without a digest, 1\n'

/** What all lines of a file up to one come to. Empty where there is none. */
export type RunningDigest = Sha256 | ''

export type Checked =
  /** It has no digest: it is of an earlier version, which wrote none. */
  | { readonly is: 'old'; readonly text: string; readonly digest: RunningDigest }
  | { readonly is: 'whole'; readonly text: string; readonly digest: RunningDigest }
  /** Its digest is not that of this text after these lines. */
  | { readonly is: 'wrong' }

/** A line as it is kept: the text of a JSON value with a digest of itself and of all before it. */
export function withDigest(
  text: string,
  before: RunningDigest,
): { readonly line: string; readonly digest: RunningDigest } {
  const digest = digestOf(text, before)
  if (!text.startsWith('{')) return { line: `{"digest-of-value":"${digest}","value":${text}}`, digest }
  return { line: `{"digest":"${digest}"${text === '{}' ? '' : ','}${text.slice(1)}`, digest }
}

/** A line that was kept. Once there is one with a digest, none without one follows. */
export function checkLine(line: string, before: RunningDigest, areDigested: boolean): Checked {
  const { text, digest } = split(line)
  if (digest !== undefined) {
    const own = digestOf(text, before)
    return own === digest ? { is: 'whole', text, digest: own } : { is: 'wrong' }
  }
  if (areDigested || looksDigested(text)) return { is: 'wrong' }
  return { is: 'old', text: line, digest: sha256Of(legacy, before, '\n', line) }
}

/** Whether a line follows from one of these digests: another process wrote it that did not know of the lines since. */
export function followsFrom(line: string, digests: readonly RunningDigest[]): boolean {
  const { text, digest } = split(line)
  return digest !== undefined && digests.some((before) => digestOf(text, before) === digest)
}

/** Whether a line that has no digest had one: earlier versions began none of theirs nearly like this. */
function looksDigested(line: string): boolean {
  const begin = '{"digest'
  return [...begin].filter((character, at) => line[at] !== character).length <= 1
}

/** The digest stands first, so that who reads an object as JSON finds all else where it was. Other values stand beside theirs. */
const digested = /^\{"digest":"([0-9a-f]{64})"(?:,(?=")|(?=\}$))/
const digestedBeside = /^\{"digest-of-value":"([0-9a-f]{64})","value":(.*)\}$/s

function split(line: string): { readonly text: string; readonly digest: Sha256 | undefined } {
  const beside = digestedBeside.exec(line)
  if (beside !== null) return { text: beside[2] ?? '', digest: beside[1] }
  const [start = '', digest] = digested.exec(line) ?? []
  return digest === undefined ? { text: line, digest } : { text: `{${line.slice(start.length)}`, digest }
}

function digestOf(text: string, before: RunningDigest): Sha256 {
  return sha256Of(domain, before, '\n', text)
}

function sha256Of(...parts: readonly string[]): Sha256 {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
