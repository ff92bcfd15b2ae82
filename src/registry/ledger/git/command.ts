import path from 'node:path'
import { checkoutsAround } from '../../../core/checkout.ts'
import { UserError } from '../../../core/errors/index.ts'
import type { ProgramOptions, RunResult, World } from '../../../core/world.ts'
import { registryError } from '../../errors.ts'
import { askingNow } from '../asking.ts'
import { withLock } from '../lock.ts'
import { branch } from './branch.ts'
import { localVariables } from './local-variables.ts'
import { pastLocks } from './locks.ts'
import { type GitResult, pinsOf, pinVariables, type Reach, withinReach } from './reach.ts'
import { reasonIn } from './reason.ts'

/** Runs git in one repository and gives its output. @throws `git-failed` when it exits with anything but 0. */
export interface Git {
  readonly directory: string
  /** Where its branches and tags are: another folder than `directory` in a linked work tree, which shares them with others. */
  readonly common: string
  /** The name or address of the remote that the ledger is shared at, where the pipeline names one. */
  readonly remote?: string | undefined
  (args: readonly string[], options?: GitOptions): Promise<string>
  /** The same, with a failure as a result. */
  try(args: readonly string[], options?: GitOptions): Promise<GitResult>
  /** Why it failed, from what it wrote to its standard error: one line, secrets masked. */
  reason(stderr: string): string
}

interface GitOptions {
  readonly input?: string | Uint8Array
  readonly identity?: Identity
  /** The folder that it works in. */
  readonly cwd?: string
  /** Where it talks to a remote. */
  readonly reach?: Reach
  /** Whether it may as well not be done: it waits for no lock then. */
  readonly optional?: boolean
}

export interface Identity {
  readonly name: string
  /** ISO 8601. */
  readonly at: string
}

/** Names git makes itself: a folder that holds nothing else is one in which `git init` was killed, and it may run again. */
const ofInit: readonly string[] = [
  'HEAD',
  'branches',
  'config',
  'config.lock',
  'description',
  'hooks',
  'info',
  'objects',
  'refs',
]

/**
 * What no configuration may change, least of all one that came with a commit: no hooks, no programs of others, no signing, and objects are
 * on disk before a command returns.
 */
const settings: readonly string[] = [
  'core.fsmonitor=false',
  'core.pager=cat',
  'core.editor=true',
  'core.alternateRefsCommand=true',
  'protocol.ext.allow=never',
  'core.hooksPath=/dev/null',
  'commit.gpgsign=false',
  'tag.gpgsign=false',
  'gc.auto=0',
  'maintenance.auto=false',
  // A user's settings for fetching and pushing are about the user's own refs, which are left alone.
  'fetch.prune=false',
  'fetch.pruneTags=false',
  'fetch.recurseSubmodules=false',
  'fetch.writeCommitGraph=false',
  'fetch.bundleURI=',
  'submodule.recurse=false',
  'push.followTags=false',
  'push.gpgSign=false',
  'push.pushOption=',
  'push.recurseSubmodules=no',
  'push.useForceIfIncludes=false',
  'push.negotiate=false',
  'push.autoSetupRemote=false',
  // What is read is what git says without them.
  'color.ui=false',
  'log.showSignature=false',
  'core.fsync=all',
  'i18n.commitEncoding=utf-8',
].flatMap((setting) => ['-c', setting])

/**
 * Opens a repository by its own folder; folders above are not searched, so that a registry never lands in a repository by accident.
 * @throws `registry-not-git`, `registry-untrusted`, `git-missing`.
 */
export async function openGit(repository: string, create: boolean, world: World): Promise<Git> {
  const untrusted = world.trust.level === 'untrusted'
  if (untrusted) await admitUntrusted(repository, world)
  const found = (await findGit(repository, world)) ?? (await made(repository, create && !untrusted, world))
  const { directory } = found
  const common = await commonOf(found, world)
  const closed = found.bare ? closedSettings : []
  const ours = [path.join(await world.files.realPath(common), `${branch}.lock`)]
  const attempt = (args: readonly string[], options: GitOptions = {}): Promise<GitResult> => {
    const once = (): Promise<GitResult> => run([...closed, `--git-dir=${directory}`, ...args], options, world)
    return options.optional === true ? once() : pastLocks(once, world, ours)
  }
  const reason = (stderr: string): string => reasonIn(stderr, world.files.masked)
  const git = async (args: readonly string[], options?: GitOptions): Promise<string> => {
    const { code, stdout, stderr } = await attempt(args, options)
    if (code !== 0) throw registryError('git-failed', { command: args[0] ?? '', reason: reason(stderr) })
    return stdout
  }
  return Object.assign(git, { directory, common, try: attempt, reason })
}

/** How git reaches others, as without any configuration: variables of the environment still count. */
const closedSettings: readonly string[] = [
  'core.sshCommand=ssh',
  'core.askPass=',
  'core.gitProxy=',
  'credential.helper=',
].flatMap((setting) => ['-c', setting])

/**
 * What a commit brings must not configure git, and no path may lead to another's repository: an untrusted run opens the checkout that it
 * runs in, whose `.git` no commit can hold. Throws `registry-untrusted`.
 */
async function admitUntrusted(repository: string, { cwd, env, files, trust }: World): Promise<void> {
  const refuse = (reason: string): Error =>
    registryError('registry-untrusted', { path: repository, reason, why: trust.why })
  const top = path.resolve(env['GITHUB_WORKSPACE'] ?? env['CI_PROJECT_DIR'] ?? (await topOf(cwd, files)))
  if (path.resolve(repository) !== top)
    throw refuse('it is not the checkout itself, and what a commit brings may configure git')
  if (!(await files.exists(path.join(repository, '.git', 'HEAD')))) throw refuse('it is no checkout')
}

/** The nearest folder above that holds a repository. */
async function topOf(folder: string, files: World['files']): Promise<string> {
  if (await files.exists(path.join(folder, '.git', 'HEAD'))) return folder
  const above = path.dirname(folder)
  return above === folder ? folder : topOf(above, files)
}

interface Found {
  readonly directory: string
  /**
   * It may be files of a commit then, its configuration included. What is found through a `.git`, which no commit can hold, has the
   * configuration of whoever made the checkout: also where that is a file which names a folder elsewhere.
   */
  readonly bare: boolean
}

/** `.git` (a folder or, in a linked work tree or a submodule, a file that names one) or the folder itself when the repository is bare. */
async function findGit(repository: string, world: World): Promise<Found | undefined> {
  for (const place of [path.join(repository, '.git'), repository]) {
    if (!(await world.files.exists(place))) continue
    const { code, stdout } = await run(['rev-parse', '--resolve-git-dir', place], {}, world)
    if (code === 0) return { directory: path.resolve(repository, stdout.trim()), bare: path.basename(place) !== '.git' }
  }
  return undefined
}

/** A linked work tree has a file that says where the repository is that it belongs to. In a bare one a commit may have put it. */
async function commonOf({ directory, bare }: Found, { files }: World): Promise<string> {
  const link = path.join(directory, 'commondir')
  if (bare || !(await files.exists(link))) return directory
  return path.resolve(directory, (await files.readText(link)).trim())
}

/** Several processes may want the same new repository at once: one makes it, the others find it. */
async function made(repository: string, create: boolean, world: World): Promise<Found> {
  if (!create) {
    const reason = (await world.files.exists(repository)) ? 'it holds no repository' : 'there is no such folder'
    const [inside] = await checkoutsAround(path.dirname(repository), world.files)
    throw registryError('registry-not-git', { path: repository, reason, inside })
  }
  return withLock(`${repository}.lock`, world, async () => {
    return (await findGit(repository, world)) ?? { directory: await initialise(repository, world), bare: true }
  })
}

async function initialise(repository: string, world: World): Promise<string> {
  const refuse = (reason: string) => registryError('registry-not-git', { path: repository, reason })
  const names = await world.files.list(repository)
  if (names.some((name) => !ofInit.includes(name))) throw refuse('the folder holds other files')
  await world.files.makeDirectory(repository)
  const init = ['init', '--quiet', '--bare', '--initial-branch=main', '--template=', repository]
  const { code, stderr } = await run(init, {}, world)
  if (code !== 0) throw refuse(reasonIn(stderr, world.files.masked))
  return repository
}

async function run(args: readonly string[], options: GitOptions, world: World): Promise<GitResult> {
  const { reach } = options
  try {
    if (reach === undefined) return await runHere(args, options, world)
    const pinned = [...pinsOf(reach.name), ...args]
    const plain = programOptions(options)
    const talking = { ...plain, env: { ...plain.env, ...pinVariables } }
    return await withinReach(reach, world, (until, heard) =>
      world.processes.run('git', [...settings, ...pinned], {
        ...talking,
        until,
        heard,
        lifeline: true,
      }),
    )
  } catch (cause) {
    if (cause instanceof UserError && cause.code === 'program-missing')
      throw registryError('git-missing', { reason: cause.message }, { cause })
    throw cause
  }
}

/** Milliseconds that a git may take which talks to nobody: the largest repositories need seconds. */
const limitHereMs = 300_000

async function runHere(args: readonly string[], options: GitOptions, { processes, clock }: World): Promise<RunResult> {
  const started = clock.monotonicMs()
  const { signal } = askingNow()
  const result = await processes.run('git', [...settings, ...args], {
    ...programOptions(options),
    ...(signal === undefined ? {} : { signal }),
    timeoutMs: limitHereMs,
  })
  if (result.code === 0 || clock.monotonicMs() - started < limitHereMs) return result
  return { ...result, stderr: `fatal: it did not end within ${limitHereMs / 1000} s` }
}

function programOptions({ input, identity, cwd }: GitOptions): ProgramOptions {
  return {
    env: environment(identity),
    // Killed at once it would leave its locks behind.
    asked: true,
    ...(input === undefined ? {} : { input }),
    ...(cwd === undefined ? {} : { cwd }),
  }
}

const withoutLocal: Readonly<Record<string, undefined>> = Object.fromEntries(
  localVariables.map((name) => [name, undefined]),
)

function environment(identity: Identity | undefined): Record<string, string | undefined> {
  const email = 'airworthy@localhost'
  const plain = {
    ...withoutLocal,
    // A ref of `refs/replace/`, which anybody may push, puts one object in the place of another, and a file of grafts one parent.
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null/none',
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    // What a partial clone lacks is no reason to talk to anybody while something is read (git 2.44 and later).
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
    // Whoever moves a branch stands in its log: not the name in git's configuration, which no mask has seen.
    GIT_COMMITTER_NAME: 'airworthy',
    GIT_COMMITTER_EMAIL: email,
  }
  if (identity === undefined) return plain
  const { name, at } = identity
  return {
    ...plain,
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: at,
  }
}
