import { execFileSync } from 'node:child_process'
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The registries that histories use. */
export const registries = ['file', 'git', 'remote'] as const
export type RegistryKind = (typeof registries)[number]

/** Where a history takes place: one or two checkouts that share a registry, all below one folder. */
export interface Place {
  readonly folder: string
  readonly registry: RegistryKind
  /** Folders that runs start in. */
  readonly checkouts: readonly string[]
  /** The repository that a remote registry is shared at; undefined for others. */
  readonly shared: string | undefined
}

/** The candidates, each a pipeline file of its own: `a.yml`. All are better than what serves; `worse.yml` is not. */
export const candidates = ['a', 'b', 'c'] as const

const models = path.join(import.meta.dirname, '..', '..', 'pipelines', 'digits')

/** `address`: of the shared repository, where it is not reached by its path. */
export function makePlace(folder: string, registry: RegistryKind, checkouts: number, address?: string): Place {
  const shared = registry === 'remote' ? path.join(folder, 'shared.git') : undefined
  const first = path.join(folder, 'one')
  mkdirSync(first, { recursive: true })
  writeFiles(first, registry, folder)
  git(first, 'init', '--quiet', '--initial-branch=main')
  configure(first)
  git(first, 'add', '.')
  git(first, 'commit', '--quiet', '--message=first')
  // Refs of the user's, which nothing may touch: some in the way of a careless fetch or push.
  for (const tag of ['latest', 'v1', 'private', 'other@v1.0.0', 'digits-notes']) git(first, 'tag', tag)
  git(first, 'branch', 'work')
  if (shared !== undefined) {
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', shared])
    git(first, 'remote', 'add', 'origin', address ?? shared)
    git(first, 'push', '--quiet', shared, 'main', 'work', 'latest', 'v1')
    git(first, 'fetch', '--quiet', shared, 'main:refs/remotes/origin/main')
  }
  const others = Array.from({ length: checkouts - 1 }, (_, at) => {
    const other = path.join(folder, `other-${at + 1}`)
    execFileSync('git', ['clone', '--quiet', shared ?? first, other])
    if (shared !== undefined) git(other, 'remote', 'set-url', 'origin', address ?? shared)
    configure(other)
    git(other, 'tag', 'mine')
    return other
  })
  if (shared !== undefined) moveTag(shared, 'v1')
  return { folder, registry, checkouts: [first, ...others], shared }
}

function configure(checkout: string): void {
  const settings = {
    'user.name': 'Chaos',
    'user.email': 'chaos@localhost',
    'fetch.prune': 'true',
    'fetch.pruneTags': 'true',
    'push.followTags': 'true',
    'gc.auto': '0',
  }
  for (const [name, value] of Object.entries(settings)) git(checkout, 'config', name, value)
}

/** Somebody moves a tag at the remote, as people do with `v1`. */
function moveTag(shared: string, tag: string): void {
  const tree = execFileSync('git', ['--git-dir', shared, 'rev-parse', 'main^{tree}'], { encoding: 'utf8' }).trim()
  const commit = execFileSync('git', ['--git-dir', shared, 'commit-tree', tree, '-m', 'moved'], {
    encoding: 'utf8',
    env: { ...process.env, ...identity },
  }).trim()
  execFileSync('git', ['--git-dir', shared, 'update-ref', `refs/tags/${tag}`, commit])
}

const identity = {
  GIT_AUTHOR_NAME: 'Chaos',
  GIT_AUTHOR_EMAIL: 'chaos@localhost',
  GIT_COMMITTER_NAME: 'Chaos',
  GIT_COMMITTER_EMAIL: 'chaos@localhost',
}

function writeFiles(checkout: string, registry: RegistryKind, folder: string): void {
  for (const name of ['digits-1.0.0.onnx', 'test.npz']) copyFileSync(path.join(models, name), path.join(checkout, name))
  for (const name of candidates) {
    copyFileSync(path.join(models, 'digits-candidate.onnx'), path.join(checkout, `${name}.onnx`))
    appendFileSync(path.join(checkout, `${name}.onnx`), docString(`candidate ${name}`))
    writeFileSync(path.join(checkout, `${name}.yml`), pipelineText(name, registry, folder))
  }
  copyFileSync(path.join(models, 'digits-1.0.0.onnx'), path.join(checkout, 'worse.onnx'))
  appendFileSync(path.join(checkout, 'worse.onnx'), docString('x'.repeat(100_000)))
  writeFileSync(path.join(checkout, 'worse.yml'), pipelineText('worse', registry, folder))
  writeFileSync(path.join(checkout, '.gitignore'), '.airworthy\nhooks.log\n')
}

/** A field of a model that changes its bytes and nothing that it computes: its text, in place of any that it had. */
function docString(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  const length: number[] = []
  for (let rest = bytes.length; ; rest >>>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest)
    if (rest <= 127) break
  }
  return Uint8Array.from([0x32, ...length, ...bytes])
}

function pipelineText(candidate: string, registry: RegistryKind, folder: string): string {
  const where = {
    file: `file: ${path.join(folder, 'ledger.jsonl')}`,
    git: 'git: .',
    remote: 'git: ., remote: origin',
  }[registry]
  return `pipeline: digits
model: { candidate: ${candidate}.onnx, production: registry }
registry: { ${where}, adopt: { version: 1.0.0, model: digits-1.0.0.onnx } }
data:
  eval: { from: test.npz, inputs: { image: images }, label: labels }
stages:
  benchmark: { data: eval }
  compare: { metrics: { size: { margin: 5% } } }
  gate: {}
  release: {}
  rollout:
    target: { local: { replay: eval, rate: 500 } }
    steps: [50%, 100%]
    bake: 400ms
    analysis: [{ metric: error-rate, margin: 30pp, min-requests: 10 }]
    on-promoted:
      - { run: [sh, -c, 'echo "$AIRWORTHY_EVENT_ID" >> hooks.log'] }
`
}

export function git(checkout: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', checkout, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** The repository whose ledger counts; undefined for a ledger file. */
export function registryOf({ registry, shared, checkouts }: Place): string | undefined {
  return registry === 'file' ? undefined : (shared ?? path.join(checkouts[0] ?? '', '.git'))
}

/** The texts of all entries of the ledger of a place, oldest first. None where there is no ledger yet. */
export function ledgerTexts(place: Place): readonly string[] {
  const repository = registryOf(place)
  if (repository === undefined) return linesOf(readIfThere(path.join(place.folder, 'ledger.jsonl')))
  const run = (...args: readonly string[]): string =>
    execFileSync('git', ['--git-dir', repository, ...args], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  if (run('for-each-ref', ledgerBranch).trim() === '') return []
  const names = linesOf(run('ls-tree', '-r', '--name-only', ledgerBranch)).filter((name) =>
    /^(?:log|entries)\/.*\.json$/.test(name),
  )
  const inOrder = names.sort((one, other) => path.basename(one).localeCompare(path.basename(other)))
  return inOrder.map((name) => run('cat-file', 'blob', `${ledgerBranch}:${name}`).trim())
}

const ledgerBranch = 'refs/heads/airworthy/ledger'

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The refs of the user's in all repositories of a place, each with its object. */
export function usersRefs({ checkouts, shared }: Place): readonly string[] {
  const repositories = [...checkouts.map((each) => path.join(each, '.git')), ...(shared === undefined ? [] : [shared])]
  return repositories.flatMap((repository) =>
    linesOf(
      execFileSync('git', ['--git-dir', repository, 'for-each-ref', '--format=%(refname) %(objectname)'], {
        encoding: 'utf8',
      }),
    )
      .filter((line) => !ofLedger.test(line))
      .map((line) => `${path.basename(path.dirname(repository))}/${path.basename(repository)} ${line}`),
  )
}

/** What a ledger may write: its branch, where that was last seen, its private refs, and the tags of the one model that it names. */
const ofLedger =
  /^refs\/(?:heads\/airworthy\/ledger|remotes\/\w+\/airworthy\/ledger|airworthy\/\S+|tags\/digits(?:@v|#)\S+) /
