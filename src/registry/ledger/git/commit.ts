import type { LedgerEntry } from '../../../core/ledger.ts'
import { printShare } from '../../../core/quantity/index.ts'
import { formatEntry } from '../entry.ts'
import type { Chain } from './chain.ts'
import { entryPath, releasePath } from './layout.ts'
import { identityLine, messageOf, oneLine } from './message.ts'
import { type GitObject, type ObjectFormat, objectOf } from './objects.ts'
import { type Folders, withFiles } from './tree.ts'

const readme = `# The ledger of Airworthy

What was released, what serves, and why: one commit for each entry, never rewritten. \`log/\` is what Airworthy reads, \`versions/\` is
for people. Where an earlier version of Airworthy began the ledger, its first entries are in \`entries/\` and \`releases/\`.
Versions and assignments show as tags in GTO's grammar. Please do not edit this branch by hand.
`

/** A ledger with entries that are not written yet. */
export interface Draft {
  readonly chain: Chain
  readonly folders: Folders
  /** What has to be written before the branch can be moved to the end of the chain. */
  readonly objects: readonly GitObject[]
}

/** Adds an entry, and the commit that brings it. Writes nothing. Throws `ledger-broken` for an entry that could not be read back. */
export function withEntry({ chain, folders, objects }: Draft, entry: LedgerEntry, format: ObjectFormat): Draft {
  const number = chain.commits.length + 1
  const text = formatEntry(entry)
  const read = chain.and([text])
  const blobs = new Map([
    ['README.md', objectOf('blob', readme, format)],
    [entryPath(number), objectOf('blob', `${text}\n`, format)],
    ...(entry.kind === 'release'
      ? [[releasePath(number, entry.model, entry.version), objectOf('blob', recordOf(entry), format)] as const]
      : []),
  ])
  const changed = withFiles(folders, new Map([...blobs].map(([path, { id }]) => [path, id])), format)
  const commit = objectOf('commit', commitOf(entry, changed.root, chain.head), format)
  return {
    chain: { head: commit.id, commits: [...chain.commits, commit.id], ...read },
    folders: changed.folders,
    objects: [...objects, ...blobs.values(), ...changed.objects, commit],
  }
}

function commitOf(entry: LedgerEntry, tree: string, parent: string | undefined): string {
  const identity = identityLine(entry)
  return [
    `tree ${tree}`,
    ...(parent === undefined ? [] : [`parent ${parent}`]),
    `author ${identity}`,
    `committer ${identity}`,
    '',
    messageOf(subjectOf(entry), entry),
  ].join('\n')
}

function subjectOf(entry: LedgerEntry): string {
  switch (entry.kind) {
    case 'created':
      return 'Create the ledger'
    case 'release':
      return `Release ${entry.model} ${entry.version}`
    case 'assign':
      return `Assign ${entry.model} ${entry.version} to ${entry.stage}`
    case 'override':
      return entry.commit === undefined
        ? `Override the gate for ${entry.model}: it had said ${entry.verdict}`
        : `Let a release of ${entry.model} from ${entry.commit.slice(0, 12)}, which does not descend from what serves`
    case 'rollout-started':
      return `Start the rollout of ${entry.model} ${entry.version}`
    case 'rollout-claimed':
      return `Go on with the rollout of ${entry.model} in ${entry.driver}`
    case 'rollout-left':
      return `Leave the rollout of ${entry.model} to the next run`
    case 'rollout-weight':
      return `Send ${printShare(entry.weight)} of ${entry.model} to the candidate`
    case 'rollout-judged':
      return `Judge step ${entry.step + 1} of the rollout of ${entry.model}: ${entry.verdict}`
    case 'hook':
      return `Run the hook ${entry.name} for ${entry.model}: ${entry.outcome}`
    case 'rollout-finished':
      return `Finish the rollout of ${entry.model}: ${entry.outcome}`
    default:
      return entry satisfies never
  }
}

/** A release as people read it. */
function recordOf(entry: LedgerEntry & { kind: 'release' }): string {
  const rows = [
    ['file', code(entry.artifact.name)],
    ['bytes', String(entry.artifact.bytes)],
    ['sha256', entry.artifact.sha256],
    ['why', code(entry.why)],
    ['source', entry.source ?? 'not recorded'],
    ['evidence', entry.evidence ?? 'none: taken as it was'],
    ['released', `${entry.at} by ${code(entry.by)}`],
  ]
  return `# ${entry.model} ${entry.version}\n\n${rows.map(([name, value]) => `* ${name}: ${value}`).join('\n')}\n`
}

/** Text from a model or a person, as Markdown that shows it and means nothing. */
function code(text: string): string {
  const line = oneLine(text)
  const fence = '`'.repeat(1 + Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length)))
  return `${fence} ${line} ${fence}`
}
