import type { LedgerEntry, LedgerEvent } from '../../../core/ledger.ts'
import { countersOf, parseTag, stageTag, tagStart, versionTag } from '../../versions/tags.ts'
import { type Chain, readObjects } from './chain.ts'
import type { Git } from './command.ts'
import { formerFolder, logFolder } from './layout.ts'
import type { Listing } from './listing.ts'
import { identityLine, keyTrailer, largestTag, ledgerTrailer, messageOf, trailerIn } from './message.ts'
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

/** What tags of GTO's grammar show, from the objects of all, by name. */
export async function readTags(git: Git, tags: ReadonlyMap<string, string>): Promise<ExistingTag[]> {
  const named = [...tags].filter(([name]) => parseTag(name) !== undefined)
  const texts = await textsOfTags(
    git,
    named.map(([, object]) => object),
  )
  return named.map(([name, object]) => {
    const text = texts.get(object)
    if (text === undefined) return { name, key: undefined, commit: undefined, ledger: undefined }
    return {
      name,
      // What stands above may be a stranger's words: trailers are the last paragraph.
      key: trailerIn(text, keyTrailer),
      ledger: trailerIn(text, ledgerTrailer),
      commit: /^object (\w+)$/m.exec(text.split('\n', 1)[0] ?? '')?.[1],
    }
  })
}

/** A tag may be a second name of a file of any size: its type and size are asked for before it is read. */
async function textsOfTags(git: Git, objects: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (objects.length === 0) return new Map()
  const asked = [...new Set(objects)]
  const checked = await git(['cat-file', '--batch-check'], { input: `${asked.join('\n')}\n` })
  const lines = checked.split('\n')
  const tags = asked.filter((_, at) => {
    const [, type, bytes] = lines[at]?.split(' ') ?? []
    return type === 'tag' && Number(bytes) <= largestTag
  })
  const read = await readObjects(git, tags)
  return new Map(tags.map((object, at) => [object, read[at]?.text ?? '']))
}

/** The tags that are there, and what of a ledger they show. */
export interface ShownTags {
  has(name: string): boolean
  /** The highest number that a tag of a model ends with. */
  counterOf(model: string): number
  /** The keys of entries that show. */
  readonly keys: ReadonlySet<string | undefined>
  /** How many of the first entries need not be asked for: they show, all of them. */
  readonly from: number
}

/** Where the first entries show already. */
export function shownIn(listing: Listing, from: number): ShownTags {
  return {
    has: (name) => listing.has(`refs/tags/${name}`),
    counterOf: (model) => highestOf(model, listing.beginningWith(tagStart(model))),
    keys: new Set(),
    from,
  }
}

/** As `countersOf`, of thousands of names in their order, few of which are looked into: the highest numbers stand near the end. */
function highestOf(model: string, names: readonly string[]): number {
  return names.reduceRight((highest, name) => {
    const number = Number(name.slice(name.lastIndexOf('#') + 1))
    return number > highest && parseTag(name)?.model === model ? number : highest
  }, 0)
}

/** Where all has to be asked for. */
export function shownOf(listing: Listing, existing: readonly ExistingTag[]): ShownTags {
  const counters = countersOf(existing.map(({ name }) => name))
  return {
    has: (name) => listing.all().has(name),
    counterOf: (model) => counters.get(model) ?? 0,
    keys: new Set(existing.map(({ key }) => key)),
    from: 0,
  }
}

/** Tags of ours that show nothing of this ledger, or stand elsewhere than on what they show. */
export function misplacedTags(
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

/**
 * Those tags that stand for no ledger at all, whatever they say: each of ours stands on a commit of a ledger, or names one that it was made
 * from, and where that commit is here it holds entries. What is not here may be one.
 */
export async function foreignAmong(git: Git, tags: readonly ExistingTag[]): Promise<ReadonlySet<ExistingTag>> {
  const ends = tags.map(({ ledger, commit }) => ledger ?? commit ?? '')
  if (ends.length === 0) return new Set()
  const places = ends.flatMap((end) => [`${end}^{commit}`, `${end}:${logFolder}`, `${end}:${formerFolder}`])
  const lines = (await git(['cat-file', '--batch-check'], { input: `${places.join('\n')}\n` })).split('\n')
  const isThere = (at: number): boolean => / (?:commit|tree) \d+$/.test(lines[at] ?? '')
  return new Set(tags.filter((_, at) => isThere(3 * at) && !isThere(3 * at + 1) && !isThere(3 * at + 2)))
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
 * an assignment as `digits#production#N` on the commit of the version that it assigns. An assignment that a later, visible one has replaced
 * is left out: as the newest tag it would undo that one.
 */
export function missingTags({ entries, commits }: Pick<Chain, 'entries' | 'commits'>, shown: ShownTags): WantedTag[] {
  const { from, keys, has, counterOf } = shown
  if (from === entries.length) return []
  const names = new Set<string>()
  const counters = new Map<string, number>()
  const replaced = replacedIn(entries, keys)
  const releaseOf = releasesIn(entries)
  const wanted: WantedTag[] = []
  entries.slice(from).forEach((entry, at) => {
    const index = from + at
    const release = releaseOf(entry)
    const commit = commits[release]
    if (commit === undefined || isHidden(entries[release])) return
    const counter = entry.kind === 'assign' ? 1 + (counters.get(entry.model) ?? counterOf(entry.model)) : 0
    const name = nameOf(entry, counter)
    if (name === undefined || names.has(name) || has(name) || replaced(entry, index)) return
    names.add(name)
    if (entry.kind === 'assign') counters.set(entry.model, counter)
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

function nameOf(entry: LedgerEntry, counter: number): string | undefined {
  if (entry.kind === 'release') return versionTag(entry.model, entry.version)
  return entry.kind === 'assign' ? stageTag(entry.model, entry.stage, counter) : undefined
}

/** Tells the index of the release that an entry is about, or -1. */
function releasesIn(entries: readonly LedgerEntry[]): (entry: LedgerEvent) => number {
  const places = new Map<string, number>()
  const nameOfRelease = ({ model, version }: { readonly model: string; readonly version: string }): string =>
    `${model.length} ${model} ${version}`
  entries.forEach((entry, index) => {
    if (entry.kind === 'release' && !places.has(nameOfRelease(entry))) places.set(nameOfRelease(entry), index)
  })
  return (entry) =>
    entry.kind === 'release' || entry.kind === 'assign' ? (places.get(nameOfRelease(entry)) ?? -1) : -1
}

/** Whether a release, or the release that is assigned, shows as no tag. */
export function isHiddenIn(entries: readonly LedgerEntry[], event: LedgerEvent): boolean {
  if (event.kind === 'release') return event.tagged === false
  if (event.kind !== 'assign') return false
  const { model, version } = event
  return isHidden(
    entries.find((entry) => entry.kind === 'release' && entry.model === model && entry.version === version),
  )
}

function isHidden(release: LedgerEntry | undefined): boolean {
  return release?.kind === 'release' && release.tagged === false
}

/** The objects of tags that are missing, by their names. `tags`: those that are there. */
export async function makeTags(
  git: Git,
  missing: readonly WantedTag[],
  tags: Listing,
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
function shownBy(entry: LedgerEntry, tags: Listing): string | undefined {
  return entry.kind === 'assign' ? tags.objectOf(versionTag(entry.model, entry.version)) : undefined
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
