import type { LedgerEntry } from '../../../core/ledger.ts'
import { printShare } from '../../../core/quantity/index.ts'
import { versionTag } from '../../versions/tags.ts'
import { formatEntry } from '../entry.ts'
import { branch, type Chain } from './chain.ts'
import type { Git } from './command.ts'
import { messageOf, oneLine } from './message.ts'
import type { Remote } from './remote.ts'

const readme = `# The ledger of Airworthy

What was released, what serves, and why: one commit for each entry, never rewritten. \`entries/\` is what Airworthy reads,
\`releases/\` is for people. Versions and assignments show as tags in GTO's grammar. Please do not edit this branch by hand.
`

/**
 * Commits an entry on top of a chain and moves the branch there, if it still is where the chain ends: on the remote first,
 * where there is one. Objects and the branch alone are written: no index, no work tree. Gives the commit, or undefined when
 * another writer moved the branch first.
 */
export async function commitEntry(
  git: Git,
  chain: Chain,
  entry: LedgerEntry,
  remote: Remote | undefined,
): Promise<string | undefined> {
  const tree = await treeWith(git, chain, entry)
  const parent = chain.head === undefined ? [] : ['-p', chain.head]
  const identity = { name: entry.by, at: entry.at }
  const commit = (
    await git(['commit-tree', tree, ...parent], { input: messageOf(subjectOf(entry), entry), identity })
  ).trim()
  if (remote !== undefined && !(await remote.push(commit, chain.head))) return undefined
  // An empty old value means that the branch must not exist yet.
  const moved = await git.try(['update-ref', '-m', 'airworthy', branch, commit, chain.head ?? ''])
  return moved.code === 0 ? commit : undefined
}

async function treeWith(git: Git, chain: Chain, entry: LedgerEntry): Promise<string> {
  const number = String(chain.commits.length + 1).padStart(6, '0')
  const blob = async (text: string): Promise<string> =>
    (await git(['hash-object', '-w', '--stdin'], { input: text })).trim()
  const folder = async (name: string, file: string | undefined, text: string): Promise<string[]> => {
    const before = await filesOf(git, chain.head, name)
    const files = file === undefined ? before : [...before, `100644 blob ${await blob(text)}\t${file}`]
    return files.length === 0 ? [] : [`040000 tree ${await makeTree(git, files)}\t${name}`]
  }
  const release =
    entry.kind === 'release' ? `${number}-${versionTag(entry.model, entry.version).replaceAll('/', '_')}.md` : undefined
  return makeTree(git, [
    `100644 blob ${await blob(readme)}\tREADME.md`,
    ...(await folder('entries', `${number}.json`, `${formatEntry(entry)}\n`)),
    ...(await folder('releases', release, recordOf(entry))),
  ])
}

async function filesOf(git: Git, head: string | undefined, folder: string): Promise<string[]> {
  if (head === undefined) return []
  const { code, stdout } = await git.try(['ls-tree', '-z', `${head}:${folder}`])
  return code === 0 ? stdout.split('\0').filter((line) => line !== '') : []
}

async function makeTree(git: Git, lines: readonly string[]): Promise<string> {
  return (await git(['mktree', '-z'], { input: lines.map((line) => `${line}\0`).join('') })).trim()
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
function recordOf(entry: LedgerEntry): string {
  if (entry.kind !== 'release') return ''
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
