import type { LedgerEntry } from '../../../core/ledger.ts'

/**
 * Text that comes from models, data and people, as one line of a message of git: it ends no line and begins no trailer, and git, which
 * refuses NUL, takes it. The ledger itself keeps it as it was.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .trim()
}

/** A message of git: what happened, why, and trailers that show which entry it is. The trailers are a paragraph of their own, the last one. */
export function messageOf(
  subject: string,
  entry: LedgerEntry,
  trailers: Readonly<Record<string, string | undefined>> = {},
): string {
  const why = 'why' in entry ? oneLine(entry.why) : ''
  const shown = Object.entries({ ...trailers, [keyTrailer]: entry.key }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${oneLine(value)}\n`],
  )
  return [subject === '' ? [] : `${oneLine(subject)}\n`, why === '' ? [] : `${why}\n`, shown.join('')].flat().join('\n')
}

/** Who wrote an entry and when, as a commit or a tag says it. git takes no name with such signs at its ends. */
export function identityLine({ by, at }: LedgerEntry): string {
  const name = oneLine(by)
    .replace(/[<>]/g, '')
    .replace(/^[.,:;"'\\\s]+|[.,:;"'\\\s]+$/g, '')
  const seconds = Math.max(0, Math.floor(Date.parse(at) / 1000))
  return `${name === '' ? 'airworthy' : name} <airworthy@localhost> ${seconds} +0000`
}

/** Bytes of the object of a tag. Ours have a kilobyte or two: a sentence on why, and the trailers. */
export const largestTag = 1024 * 1024

export const keyTrailer = 'Airworthy-Key'
export const ledgerTrailer = 'Airworthy-Ledger'

/** What a trailer of a message says; undefined where its last paragraph has none of this name. */
export function trailerIn(message: string, name: string): string | undefined {
  const last = message.trimEnd().split('\n\n').at(-1) ?? ''
  const line = last.split('\n').findLast((each) => each.startsWith(`${name}: `))
  return line?.slice(name.length + 2)
}
