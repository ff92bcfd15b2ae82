import { createHash } from 'node:crypto'
import path from 'node:path'
import { clip } from '../../../core/clip.ts'
import type { World } from '../../../core/world.ts'

/**
 * The beginning of a line that lost its end. A kill in the middle of writing leaves one, which nobody was told of; whoever cuts a file
 * leaves the same bytes of an entry that counted. So nothing of it counts, and nothing of it is thrown away.
 */
export interface TornLine {
  /** The file that keeps it, once an entry was to be appended after it; undefined while it ends the ledger. */
  readonly kept: string | undefined
  readonly text: string
}

/** Characters of a torn line that are read: an entry has some thousands. */
const longest = 2 ** 20

/** The torn lines of a ledger that were kept aside before it was appended to. */
export async function keptTornLines(ledger: string, { files }: World): Promise<readonly TornLine[]> {
  const [folder, begin] = [path.dirname(ledger), `${path.basename(ledger)}.torn-`]
  const names = (await files.list(folder)).filter((name) => name.startsWith(begin))
  const lines = names.map(async (kept) => {
    const file = path.join(folder, kept)
    const bytes = await files.size(file)
    return bytes === undefined || bytes > longest ? [] : [{ kept, text: await files.readText(file) }]
  })
  return (await Promise.all(lines)).flat()
}

/** Keeps a torn line beside its ledger, under a name that is the same however often it is kept. */
export async function keepTornLine(ledger: string, bytes: Uint8Array, { files }: World): Promise<void> {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  await files.write(`${ledger}.torn-${digest}`, bytes)
}

/** A release that a torn line may have acknowledged. */
interface TornRelease {
  readonly key: string
  readonly model: string
  readonly version: string
}

/** Whether a torn line names this version as a release of something else: then it is not given out again. */
export function takes({ text }: TornLine, { key, model, version }: TornRelease): boolean {
  const torn = releaseIn(text)
  return torn !== undefined && torn.key !== key && torn.model === model && torn.version === version
}

/** Members stand in the order of their names, so that one with a version has the others. A quote within a text is never bare. */
function releaseIn(text: string): TornRelease | undefined {
  const [key, kind, model, version] = ['key', 'kind', 'model', 'version'].map(
    (name) => new RegExp(`[{,]"${name}":"([^"\\\\]*)"`).exec(text)?.[1],
  )
  if (kind !== 'release' || key === undefined || model === undefined || version === undefined) return undefined
  return { key, model, version }
}

/** What there is to say of a torn line. `line` is where it stands, counted from 1. */
export function tornRemark({ kept, text }: TornLine, line: number): string {
  const begins = `It begins with ${clip(text, 160).replace(/\p{Cc}/gu, '�')}`
  const cause =
    'A run that is killed while it writes leaves such a line, and nothing relies on it. If somebody cut the file, an entry is gone: bring the ledger back from a backup.'
  const release = releaseIn(text)
  const reserved = release === undefined ? '' : ` ${release.model} ${release.version} goes to no other file meanwhile.`
  return kept === undefined
    ? `Line ${line} lacks its end and counts for nothing. ${cause}${reserved} ${begins}`
    : `${kept} keeps a line that lacked its end and counts for nothing. ${cause}${reserved} Remove that file once the line is accounted for. ${begins}`
}
