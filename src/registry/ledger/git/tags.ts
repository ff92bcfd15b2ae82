import type { LedgerEntry, LedgerEvent } from '../../../core/ledger.ts'
import { nextCounter, parseTag, stageTag, versionTag } from '../../versions/tags.ts'
import { type Chain, readObjects } from './chain.ts'
import type { Git } from './command.ts'
import { admitRef } from './in-the-way.ts'
import { readRefs } from './refs.ts'

/** A tag of GTO's grammar. */
export interface ExistingTag {
  readonly name: string
  /** The ledger entry it shows, where it is one of ours. */
  readonly key: string | undefined
  /** The commit that it stands on, of an annotated tag. */
  readonly commit: string | undefined
}

interface WantedTag {
  readonly name: string
  readonly commit: string
  readonly entry: LedgerEntry
}

const trailer = 'Airworthy-Key: '

/** The tags of the repository that are of GTO's grammar. */
export async function listTags(git: Git): Promise<ExistingTag[]> {
  return readTags(git, (await readRefs(git)).tags)
}

/** What tags show, from their objects by name. */
export async function readTags(git: Git, tags: ReadonlyMap<string, string>): Promise<ExistingTag[]> {
  const objects = await readObjects(git, [...tags.values()])
  return [...tags.keys()].map((name, at) => {
    const { type, text } = objects[at] ?? { type: '', text: '' }
    if (type !== 'tag') return { name, key: undefined, commit: undefined }
    const lines = text.split('\n')
    // What stands above may be a stranger's words: the last line of this form is ours.
    const key = lines.findLast((line) => line.startsWith(trailer))?.slice(trailer.length)
    return { name, key, commit: /^object (\w+)$/.exec(lines[0] ?? '')?.[1] }
  })
}

/** A tag of ours that shows nothing of this ledger, or stands elsewhere than on what it shows. */
export function tagAstray(
  { entries, commits }: Pick<Chain, 'entries' | 'commits'>,
  tags: readonly ExistingTag[],
): ExistingTag | undefined {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  return tags.find(({ name, key, commit }) => {
    if (key === undefined) return false
    const entry = byKey.get(key)
    if (entry === undefined || !isNameOf(name, entry)) return true
    return commits[releaseOf(entries, entry)] !== commit
  })
}

function isNameOf(name: string, entry: LedgerEntry): boolean {
  if (entry.kind === 'release') return name === versionTag(entry.model, entry.version)
  const tag = parseTag(name)
  return entry.kind === 'assign' && tag?.kind === 'stage' && tag.model === entry.model && tag.stage === entry.stage
}

/** Makes the tags that the ledger calls for and the repository lacks, oldest first. Gives the names of all that show the ledger. */
export async function ensureTags(git: Git, chain: Chain): Promise<string[]> {
  const existing = await listTags(git)
  const missing = missingTags(chain, existing)
  for (const tag of missing) await makeTag(git, tag)
  const shown = existing.filter(({ key }) => key !== undefined)
  return [...shown, ...missing].map(({ name }) => name)
}

/**
 * A release shows as `digits@v1.1.0` on its own commit, an assignment as `digits#production#N` on the commit of the release
 * that it assigns. An assignment that a later, visible one has replaced is left out: as the newest tag it would undo that one.
 */
export function missingTags(
  { entries, commits }: Pick<Chain, 'entries' | 'commits'>,
  existing: readonly ExistingTag[],
): WantedTag[] {
  const names = existing.map(({ name }) => name)
  const keys = new Set(existing.map(({ key }) => key))
  const wanted: WantedTag[] = []
  entries.forEach((entry, index) => {
    const release = releaseOf(entries, entry)
    const commit = commits[release]
    if (commit === undefined || isHidden(entries[release])) return
    const name = nameOf(entry, names)
    if (name === undefined || names.includes(name)) return
    if (
      entry.kind === 'assign' &&
      entries.slice(index).some((later) => keys.has(later.key) && isSameSlot(later, entry))
    )
      return
    names.push(name)
    wanted.push({ name, commit, entry })
  })
  return wanted
}

function nameOf(entry: LedgerEntry, names: readonly string[]): string | undefined {
  if (entry.kind === 'release') return versionTag(entry.model, entry.version)
  return entry.kind === 'assign' ? stageTag(entry.model, entry.stage, nextCounter(entry.model, names)) : undefined
}

/** The index of the release that an entry is about, or -1. */
function releaseOf(entries: readonly LedgerEntry[], entry: LedgerEvent): number {
  if (entry.kind !== 'release' && entry.kind !== 'assign') return -1
  return entries.findIndex(
    (each) => each.kind === 'release' && each.model === entry.model && each.version === entry.version,
  )
}

/** Whether a release, or the release that is assigned, shows as no tag. */
export function isHiddenIn(entries: readonly LedgerEntry[], event: LedgerEvent): boolean {
  if (event.kind === 'release') return event.tagged === false
  return event.kind === 'assign' && isHidden(entries[releaseOf(entries, event)])
}

function isHidden(release: LedgerEntry | undefined): boolean {
  return release?.kind === 'release' && release.tagged === false
}

function isSameSlot(a: LedgerEntry, b: LedgerEntry & { kind: 'assign' }): boolean {
  return a.kind === 'assign' && a.model === b.model && a.stage === b.stage
}

async function makeTag(git: Git, { name, commit, entry }: WantedTag): Promise<void> {
  const seconds = Math.floor(Date.parse(entry.at) / 1000)
  const why = 'why' in entry ? entry.why : ''
  const text = `object ${commit}\ntype commit\ntag ${name}\ntagger ${entry.by} <airworthy@localhost> ${seconds} +0000\n\n${why}\n\n${trailer}${entry.key}\n`
  const object = (await git(['mktag'], { input: text })).trim()
  const made = await git.try(['update-ref', `refs/tags/${name}`, object, ''])
  // Another writer may have made the same tag since the list was read.
  if (made.code === 0) return
  await admitRef(git, `refs/tags/${name}`)
  await git(['rev-parse', '--verify', '--quiet', `refs/tags/${name}^{commit}`])
}
