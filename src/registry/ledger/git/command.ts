import path from 'node:path'
import { checkoutsAround } from '../../../core/checkout.ts'
import { UserError } from '../../../core/errors/index.ts'
import type { ProgramOptions, RunResult, World } from '../../../core/world.ts'
import { registryError } from '../../errors.ts'
import { currentCallContext } from '../call-context.ts'
import { withLock } from '../lock.ts'
import { branch } from './branch.ts'
import { admitPrograms, closedSettings, closedVariables } from './closed.ts'
import { localVariables } from './local-variables.ts'
import { pastLocks } from './locks.ts'
import { notOwnedIn } from './owner.ts'
import { plainProtocols, protocolsOf } from './protocols.ts'
import { type GitResult, pinsOf, pinVariables, type Reach, withinReach } from './reach.ts'
import { reasonIn } from './reason.ts'
import { readSettings, type Setting } from './settings.ts'

/** Runs git in one repository and gives its output. @throws `git-failed` when it exits with anything but 0. */
export interface Git {
  readonly directory: string
  /**
   * The folder that it works in unless told otherwise: the top of the checkout, or a bare repository itself. What is relative in git's
   * configuration, such as the path of a remote, starts there, wherever we were started.
   */
  readonly top: string
  /** Where its branches and tags are: another folder than `directory` in a linked work tree, which shares them with others. */
  readonly common: string
  /** The name or address of the remote that the ledger is shared at, where the pipeline names one. */
  readonly remote?: string | undefined
  (args: readonly string[], options?: GitOptions): Promise<string>
  /** The same, with a failure as a result. */
  try(args: readonly string[], options?: GitOptions): Promise<GitResult>
  /** Why it failed, from what it wrote to its standard error: one line, secrets masked. */
  reason(stderr: string): string
  /** What is configured for it, read once. */
  settings(): Promise<readonly Setting[]>
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
  /** Variables for this repository. */
  readonly env?: Readonly<Record<string, string | undefined>>
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
  'color.advice=false',
  'color.diff=false',
  'color.push=false',
  'color.remote=false',
  'color.transport=false',
  'log.showSignature=false',
  'log.mailmap=false',
  'pack.packSizeLimit=0',
  'i18n.commitEncoding=utf-8',
  'i18n.logOutputEncoding=utf-8',
  'core.fsync=all',
].flatMap((setting) => ['-c', setting])

/**
 * Opens a repository by its own folder; folders above are not searched, so that a registry never lands in a repository by accident.
 * `use`: `shared` to talk to a remote from it, `alone` to talk to nobody, `any-owner` to read from one that another user owns, alone.
 * @throws `registry-not-git`, `registry-not-owned`, `registry-program`, `registry-untrusted`, `git-missing`.
 */
export async function openGit(
  repository: string,
  create: boolean,
  world: World,
  use: 'shared' | 'alone' | 'any-owner' = 'alone',
): Promise<Git> {
  const untrusted = world.trust.level === 'untrusted'
  if (untrusted) await admitUntrusted(repository, world)
  const found =
    (await findGit(repository, world, use === 'any-owner')) ?? (await made(repository, create && !untrusted, world))
  const { directory } = found
  const top = found.bare ? directory : path.resolve(repository)
  const common = await commonOf(found, world)
  let closed: readonly string[] = []
  const runIn = (args: readonly string[], options: GitOptions): Promise<GitResult> =>
    run([...closed, `--git-dir=${directory}`, ...args], { cwd: top, ...options }, world)
  let read: Promise<readonly Setting[]> | undefined
  const settings = (): Promise<readonly Setting[]> => {
    read ??= readSettings((args) => runIn(args, {}))
    return read
  }
  const brought = found.bare && use === 'shared' ? await settings() : []
  admitPrograms(directory, brought)
  if (found.bare || use === 'any-owner') closed = closedSettings(brought)
  const env = {
    ...closedVariables(world.env, brought),
    GIT_ALLOW_PROTOCOL:
      use === 'any-owner' || (found.bare && use === 'alone')
        ? 'none'
        : found.bare || untrusted
          ? plainProtocols(world.env, await settings(), ({ local }) => !local || !found.bare)
          : protocolsOf(world.env),
  }
  const ours = [path.join(await world.files.realPath(common), `${branch}.lock`)]
  const attempt = (args: readonly string[], options: GitOptions = {}): Promise<GitResult> => {
    const once = (): Promise<GitResult> => runIn(args, { ...options, env })
    return options.optional === true ? once() : pastLocks(once, world, ours)
  }
  const reason = (stderr: string): string => reasonIn(stderr, world.files.masked)
  const git = async (args: readonly string[], options?: GitOptions): Promise<string> => {
    const { code, stdout, stderr } = await attempt(args, options)
    if (code !== 0) throw registryError('git-failed', { command: args[0] ?? '', reason: reason(stderr) })
    return stdout
  }
  return Object.assign(git, { directory, top, common, try: attempt, reason, settings })
}

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

/**
 * `.git` (a folder or, in a linked work tree or a submodule, a file that names one) or the folder itself when the repository is bare. git
 * looks for it, since it is git that says which repositories of other users it opens: one that is named to it, it opens without a question.
 */
async function findGit(repository: string, world: World, isAnyOwners = false): Promise<Found | undefined> {
  const { files } = world
  if (!(await files.exists(repository)) || (await files.size(repository)) !== undefined) return undefined
  const inside = path.join(repository, '.git')
  const args = ['-c', 'safe.bareRepository=all', ...(isAnyOwners ? ['-c', 'safe.directory=*'] : [])]
  const env = { GIT_CEILING_DIRECTORIES: path.dirname(await files.realPath(repository)) }
  const { code, stdout, stderr } = await run(
    [...args, 'rev-parse', '--absolute-git-dir'],
    { cwd: repository, env },
    world,
  )
  if (code !== 0) {
    const notOurs = notOwnedIn(stderr)
    if (notOurs !== undefined) throw notOurs
    if (/^fatal: not a git repository \(or any/m.test(stderr)) return undefined
    throw registryError('registry-not-git', {
      path: repository,
      reason: reasonIn(stderr, files.masked),
      isDamaged: true,
    })
  }
  const found = stdout.replace(/\n$/, '')
  if ((await files.size(inside)) !== undefined) return { directory: found, bare: false }
  // A folder with a colon in its name is no ceiling: what was found may lie above.
  for (const directory of [inside, repository])
    if ((await files.realPath(directory)) === found) return { directory, bare: path.basename(directory) !== '.git' }
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
        diesWithParent: 'shell',
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
  const { signal } = currentCallContext()
  const result = await processes.run('git', [...settings, ...args], {
    ...programOptions(options),
    ...(signal === undefined ? {} : { signal }),
    timeoutMs: limitHereMs,
  })
  if (result.code === 0 || clock.monotonicMs() - started < limitHereMs) return result
  return { ...result, stderr: `fatal: it did not end within ${limitHereMs / 1000} s` }
}

function programOptions({ input, identity, cwd, env }: GitOptions): ProgramOptions {
  return {
    env: { ...environment(identity), ...env },
    // Killed at once it would leave its locks behind.
    graceful: true,
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
