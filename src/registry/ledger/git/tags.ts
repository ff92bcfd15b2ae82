import type { LedgerEntry, LedgerEvent } from '../../../core/ledger.ts'
import { nextCounter, parseTag, stageTag, versionTag } from '../../versions/tags.ts'
import type { Chain } from './chain.ts'
import type { Git } from './command.ts'
import { admitRef } from './in-the-way.ts'

/** An annotated tag of the repository; `key` is the ledger entry it shows, where it is one of ours. */
export interface ExistingTag {
  readonly name: string
  readonly key: string | undefined
}

interface WantedTag {
  readonly name: string
  readonly commit: string
  readonly entry: LedgerEntry
}

const trailer = 'Airworthy-Key: '

/** The tags of the repository that are of GTO's grammar. */
export async function listTags(git: Git): Promise<ExistingTag[]> {
  const format = '%(refname:lstrip=2)%00%(contents)%00'
  const fields = (await git(['for-each-ref', `--format=${format}`, 'refs/tags'])).split('\0')
  const tags: ExistingTag[] = []
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const name = (fields[at] ?? '').trim()
    const line = (fields[at + 1] ?? '').split('\n').find((text) => text.startsWith(trailer))
    if (parseTag(name) !== undefined) tags.push({ name, key: line?.slice(trailer.length) })
  }
  return tags
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
    ({ kind, model, ...rest }) =>
      kind === 'release' && model === entry.model && 'version' in rest && rest.version === entry.version,
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
