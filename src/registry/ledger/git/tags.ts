import type { LedgerEntry, LedgerEvent } from '../../../core/ledger.ts'
import { countersOf, parseTag, stageTag, versionTag } from '../../versions/tags.ts'
import { type Chain, readObjects } from './chain.ts'
import type { Git } from './command.ts'
import { identityLine, keyTrailer, ledgerTrailer, messageOf, trailerIn } from './message.ts'
import { type GitObject, type ObjectFormat, objectOf } from './objects.ts'

/** A tag of GTO's grammar. */
export interface ExistingTag {
  readonly name: string
  /** The ledger entry it shows, where it is one of ours. */
  readonly key: string | undefined
  /** The commit that it stands on, of an annotated tag. */
  readonly commit: string | undefined
  /** The commit of the ledger that it names, where it stands on one of the source. */
  readonly ledger: string | undefined
}

export interface WantedTag {
  readonly name: string
  /** The commit of its entry in the ledger. */
  readonly ledger: string
  /** What it stands on: the first of these that is here. */
  readonly on: readonly [source: string | undefined, release: string]
  readonly entry: LedgerEntry
}

/** What tags show, from their objects by name. */
export async function readTags(git: Git, tags: ReadonlyMap<string, string>): Promise<ExistingTag[]> {
  const objects = await readObjects(git, [...tags.values()])
  return [...tags.keys()].map((name, at) => {
    const { type, text } = objects[at] ?? { type: '', text: '' }
    if (type !== 'tag') return { name, key: undefined, commit: undefined, ledger: undefined }
    return {
      name,
      // What stands above may be a stranger's words: trailers are the last paragraph.
      key: trailerIn(text, keyTrailer),
      ledger: trailerIn(text, ledgerTrailer),
      commit: /^object (\w+)$/m.exec(text.split('\n', 1)[0] ?? '')?.[1],
    }
  })
}

/** Tags of ours that show nothing of this ledger, or stand elsewhere than on what they show. */
export function tagsAstray(
  { entries, commits }: Pick<Chain, 'entries' | 'commits'>,
  tags: readonly ExistingTag[],
): readonly ExistingTag[] {
  const places = new Map(entries.map(({ key }, index) => [key, index]))
  const releaseOf = releasesIn(entries)
  return tags.filter(({ name, key, commit, ledger }) => {
    if (key === undefined) return false
    const index = places.get(key) ?? -1
    const entry = entries[index]
    if (entry === undefined || !isNameOf(name, entry)) return true
    const release = releaseOf(entry)
    if (ledger === undefined) return commits[release] !== commit
    return commits[index] !== ledger || sourceOf(entries[release]) !== commit
  })
}

function sourceOf(release: LedgerEntry | undefined): string | undefined {
  return release?.kind === 'release' ? release.source : undefined
}

function isNameOf(name: string, entry: LedgerEntry): boolean {
  if (entry.kind === 'release') return name === versionTag(entry.model, entry.version)
  const tag = parseTag(name)
  return entry.kind === 'assign' && tag?.kind === 'stage' && tag.model === entry.model && tag.stage === entry.stage
}

/**
 * A release shows as `digits@v1.1.0` on the commit that it was made from, where the repository has that, else on its own of the ledger;
 * an assignment as `digits#production#N` on the commit of the version that it assigns. An assignment that a later, visible one has replaced is left out: as the newest tag it would undo that one.
 * `from`: the entries before it show already, all of them.
 */
export function missingTags(
  { entries, commits }: Pick<Chain, 'entries' | 'commits'>,
  existing: readonly ExistingTag[],
  from = 0,
): WantedTag[] {
  if (from === entries.length) return []
  const names = new Set(existing.map(({ name }) => name))
  const counters = countersOf(names)
  const replaced = replacedIn(entries, new Set(existing.map(({ key }) => key)))
  const releaseOf = releasesIn(entries)
  const wanted: WantedTag[] = []
  entries.forEach((entry, index) => {
    if (index < from) return
    const release = releaseOf(entry)
    const commit = commits[release]
    if (commit === undefined || isHidden(entries[release])) return
    const name = nameOf(entry, counters)
    if (name === undefined || names.has(name) || replaced(entry, index)) return
    names.add(name)
    if (entry.kind === 'assign') counters.set(entry.model, (counters.get(entry.model) ?? 0) + 1)
    wanted.push({ name, ledger: commits[index] as string, on: [sourceOf(entries[release]), commit], entry })
  })
  return wanted
}

/** Whether an assignment, or a later one of the same slot, is shown already. */
function replacedIn(
  entries: readonly LedgerEntry[],
  shown: ReadonlySet<string | undefined>,
): (entry: LedgerEntry, index: number) => boolean {
  const last = new Map<string, number>()
  entries.forEach((entry, index) => {
    if (entry.kind === 'assign' && shown.has(entry.key)) last.set(slotOf(entry), index)
  })
  return (entry, index) => entry.kind === 'assign' && (last.get(slotOf(entry)) ?? -1) >= index
}

function slotOf({ model, stage }: LedgerEntry & { kind: 'assign' }): string {
  return JSON.stringify([model, stage])
}

function nameOf(entry: LedgerEntry, counters: ReadonlyMap<string, number>): string | undefined {
  if (entry.kind === 'release') return versionTag(entry.model, entry.version)
  return entry.kind === 'assign' ? stageTag(entry.model, entry.stage, 1 + (counters.get(entry.model) ?? 0)) : undefined
}

/** Tells the index of the release that an entry is about, or -1. */
function releasesIn(entries: readonly LedgerEntry[]): (entry: LedgerEvent) => number {
  const places = new Map<string, number>()
  const nameOfRelease = ({ model, version }: { readonly model: string; readonly version: string }): string =>
    JSON.stringify([model, version])
  entries.forEach((entry, index) => {
    if (entry.kind === 'release' && !places.has(nameOfRelease(entry))) places.set(nameOfRelease(entry), index)
  })
  return (entry) =>
    entry.kind === 'release' || entry.kind === 'assign' ? (places.get(nameOfRelease(entry)) ?? -1) : -1
}

/** Whether a release, or the release that is assigned, shows as no tag. */
export function isHiddenIn(entries: readonly LedgerEntry[], event: LedgerEvent): boolean {
  if (event.kind === 'release') return event.tagged === false
  return event.kind === 'assign' && isHidden(entries[releasesIn(entries)(event)])
}

function isHidden(release: LedgerEntry | undefined): boolean {
  return release?.kind === 'release' && release.tagged === false
}

/** The objects of tags that are missing, by their names. `tags`: those that are there. */
export async function makeTags(
  git: Git,
  missing: readonly WantedTag[],
  tags: ReadonlyMap<string, string>,
  format: ObjectFormat,
): Promise<ReadonlyMap<string, GitObject>> {
  const commitAt = await commitsAt(
    git,
    missing.flatMap(({ entry, on: [source] }) => [shownBy(entry, tags) ?? [], source ?? []].flat()),
  )
  const places = new Map<string, string>()
  const made = new Map<string, GitObject>()
  for (const { name, ledger, on, entry } of missing) {
    const [source, release] = on
    // An assignment stands where its version does, or other tools would take it for one of another version.
    const version = entry.kind === 'assign' ? places.get(versionTag(entry.model, entry.version)) : undefined
    const commit = version ?? commitAt(shownBy(entry, tags)) ?? commitAt(source) ?? release
    places.set(name, commit)
    made.set(name, tagOf({ name, ledger, entry, on }, commit, format))
  }
  return made
}

function tagOf({ name, ledger, entry, on: [source] }: WantedTag, commit: string, format: ObjectFormat): GitObject {
  const message = messageOf('', entry, { [ledgerTrailer]: commit === source ? ledger : undefined })
  const head = `object ${commit}\ntype commit\ntag ${name}\ntagger ${identityLine(entry)}\n\n`
  return objectOf('tag', head + message, format)
}

/** The tag that shows the version which an entry assigns. */
function shownBy(entry: LedgerEntry, tags: ReadonlyMap<string, string>): string | undefined {
  return entry.kind === 'assign' ? tags.get(versionTag(entry.model, entry.version)) : undefined
}

/** Tells the commit that an object is or stands on; undefined where it is not here. */
async function commitsAt(
  git: Git,
  objects: readonly string[],
): Promise<(object: string | undefined) => string | undefined> {
  const asked = [...new Set(objects.filter((each) => /^[0-9a-f]{40,64}$/.test(each)))]
  if (asked.length === 0) return () => undefined
  const input = asked.map((object) => `${object}^{commit}\n`).join('')
  const lines = (await git(['cat-file', '--batch-check'], { input })).split('\n')
  const commits = new Map(asked.map((object, at) => [object, /^([0-9a-f]+) commit /.exec(lines[at] ?? '')?.[1]]))
  return (object) => (object === undefined ? undefined : commits.get(object))
}
