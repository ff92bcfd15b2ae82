import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import { beginning } from './shapes.ts'
import type { Artifact, Membership, ProtectionRule, Role, State, Team, User, Workflow, WorkflowInput } from './state.ts'
import { bot, type Permissions, readAll, type Token, writeAll } from './tokens.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

export interface CommitSeed {
  readonly sha: string
  /** The last commit of the default branch unless given; none for the first. */
  readonly parents?: readonly string[]
  /** What the commit puts at the tip of; none unless given, but the first commit is the default branch's. */
  readonly branch?: string
  readonly message?: string
  /** Beside those of the first parent. */
  readonly files?: Files
}

export interface PullRequestSeed {
  readonly number: number
  readonly title?: string
  readonly body?: string
  readonly author?: string
  readonly state?: 'open' | 'closed'
  readonly merged?: boolean
  readonly draft?: boolean
  /** `repository`: owner/name, of this repository unless given; null for a fork that was deleted. */
  readonly head: { readonly sha: string; readonly ref?: string; readonly repository?: string | null }
  /** A branch; the default one unless given. */
  readonly base?: string
}

export interface WorkflowSeed {
  readonly file: string
  readonly on: readonly string[]
  readonly inputs?: Readonly<Record<string, WorkflowInput>>
  /** Branches and tags that have the file; all unless given. */
  readonly refs?: readonly string[]
}

export interface RunSeed {
  readonly id?: number
  /** A file among `workflows`. */
  readonly workflow: string
  readonly event: string
  readonly headSha: string
  readonly headBranch?: string
  readonly headRepository?: string
  readonly actor?: string
  readonly status?: string
  readonly conclusion?: string | null
  readonly pulls?: readonly number[]
  readonly artifacts?: readonly ArtifactSeed[]
}

export interface ArtifactSeed {
  readonly name: string
  /** Its files, or the bytes of the archive, which may be no archive at all. */
  readonly files: Files | Uint8Array
  readonly expired?: boolean
}

export interface TokenSeed {
  readonly kind: 'installation' | 'user'
  /** Of a user; an installation is the bot of GitHub Actions. */
  readonly login?: string
  readonly permissions: Permissions
}

export interface Seed {
  /** owner/name; `airworthy/models` unless given. */
  readonly repository?: string
  readonly private?: boolean
  readonly defaultBranch?: string
  /** Whether what is published can no longer change. */
  readonly immutableReleases?: boolean
  /** Secret → whose it is. Unless given: `write-token` and `read-token` of the installation, `user-token` of octocat. */
  readonly tokens?: Readonly<Record<string, TokenSeed>>
  /** Unless given, one commit on the default branch, of forty zeros and ones. */
  readonly commits?: readonly CommitSeed[]
  /** Their commits are made where `commits` has none of that SHA. */
  readonly pulls?: readonly PullRequestSeed[]
  /** Login → role. */
  readonly collaborators?: Readonly<Record<string, Role>>
  /** Users who are nothing in particular. */
  readonly users?: readonly string[]
  /** Slug → members, in the organization that owns the repository. */
  readonly teams?: Readonly<Record<string, Readonly<Record<string, 'member' | 'maintainer' | 'pending'>>>>
  readonly environments?: Readonly<Record<string, EnvironmentSeed>>
  readonly workflows?: readonly WorkflowSeed[]
  readonly runs?: readonly RunSeed[]
}

export interface EnvironmentSeed {
  readonly rules?: readonly ProtectionRule[]
  readonly branches?: 'any' | 'protected' | 'custom'
}

export const firstSha: string = '01'.repeat(20)

export function tokensOf(seed: Seed): Map<string, Token> {
  const defaults: Readonly<Record<string, TokenSeed>> = {
    'write-token': { kind: 'installation', permissions: writeAll },
    'read-token': { kind: 'installation', permissions: readAll },
    'user-token': { kind: 'user', permissions: { ...writeAll, members: 'read' } },
  }
  const all = Object.entries(seed.tokens ?? defaults)
  return new Map(
    all.map(([secret, { kind, login, permissions }]) => [
      secret,
      { kind, login: kind === 'installation' ? bot : (login ?? 'octocat'), permissions },
    ]),
  )
}

export function createState(seed: Seed, nextId: () => number): State {
  const [owner = '', name = ''] = (seed.repository ?? 'airworthy/models').split('/')
  const defaultBranch = seed.defaultBranch ?? 'main'
  const state: State = {
    repository: {
      owner,
      name,
      id: nextId(),
      defaultBranch,
      private: seed.private ?? false,
      immutableReleases: seed.immutableReleases ?? false,
    },
    users: users(seed, owner, nextId),
    forks: forks(seed, `${owner}/${name}`, nextId),
    commits: new Map(),
    tags: new Map(),
    refs: new Map(),
    pulls: [],
    comments: [],
    checkRuns: [],
    statuses: [],
    releases: [],
    lockedTags: new Set(),
    deployments: [],
    environments: Object.entries(seed.environments ?? {}).map(([name, { rules = [], branches = 'any' }]) => ({
      id: nextId(),
      name,
      protectionRules: rules,
      branches,
      createdAt: beginning,
    })),
    collaborators: new Map(Object.entries(seed.collaborators ?? {})),
    teams: teams(seed),
    workflows: workflows(seed, nextId),
    runs: [],
    dispatches: [],
  }
  for (const commit of seed.commits ?? [{ sha: firstSha }]) addCommit(state, commit)
  for (const pull of seed.pulls ?? []) addPull(state, pull, nextId())
  for (const run of seed.runs ?? []) addRun(state, run, nextId)
  return state
}

const own = ({ repository: { owner, name } }: State): string => `${owner}/${name}`

/** Puts a commit where `git push` would have put it. */
export function addCommit(state: State, seed: CommitSeed): void {
  const { sha, message = 'A change' } = seed
  if (!/^[0-9a-f]{40}$/.test(sha)) throw new Error(`${sha} is no SHA of a commit`)
  const { defaultBranch } = state.repository
  const tip = state.refs.get(`refs/heads/${defaultBranch}`)
  const parents = seed.parents ?? (tip === undefined ? [] : [tip])
  const files = new Map([
    ...(state.commits.get(parents[0] ?? '')?.files ?? []),
    ...Object.entries(seed.files ?? {}).map(([path, content]) => [path, bytesOf(content)] as const),
  ])
  state.commits.set(sha, { sha, message, parents, date: beginning, files })
  const branch = seed.branch ?? (tip === undefined ? defaultBranch : undefined)
  if (branch !== undefined) state.refs.set(`refs/heads/${branch}`, sha)
}

function addPull(state: State, seed: PullRequestSeed, id: number): void {
  const { number, head, merged = false } = seed
  const ref = head.ref ?? `change-${number}`
  const repository = head.repository === undefined ? own(state) : head.repository
  const branch = repository === own(state) ? { branch: ref } : {}
  if (!state.commits.has(head.sha)) addCommit(state, { sha: head.sha, ...branch })
  const base = seed.base ?? state.repository.defaultBranch
  state.pulls.push({
    id,
    number,
    title: seed.title ?? `Change ${number}`,
    body: seed.body ?? null,
    author: seed.author ?? 'octocat',
    state: merged ? 'closed' : (seed.state ?? 'open'),
    draft: seed.draft ?? false,
    mergedAt: merged ? beginning : null,
    head: { sha: head.sha, ref, repository },
    base: { ref: base, sha: state.refs.get(`refs/heads/${base}`) ?? firstSha },
    createdAt: beginning,
  })
}

function addRun(state: State, seed: RunSeed, nextId: () => number): void {
  const workflow = state.workflows.find(({ file }) => file === seed.workflow)
  if (workflow === undefined) throw new Error(`no workflow ${seed.workflow} for a run`)
  state.runs.push({
    id: seed.id ?? nextId(),
    number: state.runs.length + 1,
    workflow,
    event: seed.event,
    headSha: seed.headSha,
    headBranch: seed.headBranch ?? state.repository.defaultBranch,
    headRepository: seed.headRepository ?? own(state),
    actor: seed.actor ?? 'octocat',
    status: seed.status ?? 'completed',
    conclusion: seed.conclusion === undefined ? 'success' : seed.conclusion,
    pulls: seed.pulls ?? [],
    createdAt: beginning,
    artifacts: (seed.artifacts ?? []).map((artifact) => artifactOf(artifact, nextId())),
  })
}

function artifactOf({ name, files, expired = false }: ArtifactSeed, id: number): Artifact {
  const zip = files instanceof Uint8Array ? files : zipped(files)
  return { id, name, zip, digest: `sha256:${createHash('sha256').update(zip).digest('hex')}`, expired }
}

const zipped = (files: Files): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, content]) => [path, bytesOf(content)])))

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

/** Everybody whom the seed names has an account. */
function users(seed: Seed, owner: string, nextId: () => number): Map<string, User> {
  const named = [
    'octocat',
    ...(seed.users ?? []),
    ...Object.keys(seed.collaborators ?? {}),
    ...Object.values(seed.teams ?? {}).flatMap((members) => Object.keys(members)),
    ...Object.values(seed.tokens ?? {}).flatMap(({ login = [] }) => login),
    ...(seed.pulls ?? []).flatMap(({ author = [] }) => author),
    ...(seed.runs ?? []).flatMap(({ actor = [] }) => actor),
    ...headRepositories(seed).map((fullName) => fullName.split('/')[0] ?? ''),
  ]
  const fixed: readonly User[] = [
    { login: owner, id: nextId(), type: 'Organization' },
    { login: 'github', id: 9919, type: 'Organization' },
    { login: bot, id: 41_898_282, type: 'Bot' },
  ]
  const people = [...new Set(named)]
    .filter((login) => fixed.every((one) => one.login !== login))
    .map((login): User => ({ login, id: nextId(), type: login.endsWith('[bot]') ? 'Bot' : 'User' }))
  return new Map([...fixed, ...people].map((user) => [user.login, user]))
}

function headRepositories({ pulls = [], runs = [] }: Seed): string[] {
  return [
    ...pulls.flatMap(({ head }) => head.repository ?? []),
    ...runs.flatMap(({ headRepository = [] }) => headRepository),
  ]
}

function forks(seed: Seed, fullName: string, nextId: () => number): Map<string, number> {
  const others = new Set(headRepositories(seed).filter((one) => one !== fullName))
  return new Map([...others].map((one) => [one, nextId()]))
}

function teams({ teams = {} }: Seed): Team[] {
  return Object.entries(teams).map(([slug, members]) => ({
    slug,
    members: new Map(Object.entries(members).map(([login, as]) => [login, membership(as)])),
  }))
}

function membership(as: 'member' | 'maintainer' | 'pending'): Membership {
  return as === 'pending' ? { role: 'member', state: 'pending' } : { role: as, state: 'active' }
}

function workflows({ workflows = [] }: Seed, nextId: () => number): Workflow[] {
  return workflows.map(({ file, on, inputs = {}, refs }) => ({ id: nextId(), file, on, inputs, refs }))
}
