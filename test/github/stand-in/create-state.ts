import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import {
  type ArtifactSeed,
  type CommitSeed,
  type Files,
  firstSha,
  type PullRequestSeed,
  type RunSeed,
  type Seed,
  type TokenSeed,
} from './seed.ts'
import { beginning } from './shapes.ts'
import type { Artifact, Membership, State, Team, User, Workflow } from './state.ts'
import { bot, readAll, type Token, writeAll } from './tokens.ts'

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

export function addPull(state: State, seed: PullRequestSeed, id: number): void {
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

export function addRun(state: State, seed: RunSeed, nextId: () => number): void {
  const workflow = state.workflows.find(({ file }) => file === seed.workflow)
  if (workflow === undefined) throw new Error(`no workflow ${seed.workflow} for a run`)
  state.runs.push({
    id: seed.id ?? nextId(),
    number: state.runs.length + 1,
    workflow,
    event: seed.event,
    title: seed.workflow,
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
