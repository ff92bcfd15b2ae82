import { execFile, execFileSync } from 'node:child_process'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { World } from '../../src/core/world.ts'
import { createLedger } from '../../src/registry/index.ts'
import { createWorld } from '../../src/world/index.ts'
import { addCommit } from './stand-in/create-state.ts'
import type { FaultOptions } from './stand-in/faults.ts'
import { type StandIn, startGitHub } from './stand-in/index.ts'
import type { State } from './stand-in/state.ts'

const execute = promisify(execFile)
const digits = path.resolve(import.meta.dirname, '..', '..', 'pipelines', 'digits')

const origin = 'airworthy/models'
/** Who may release. */
export const actor = 'ada'
/** What workflows that are started after a release are told. */
const told = { model: {}, version: {}, tag: {}, sha: {} }

type Files = Readonly<Record<string, string | Uint8Array>>

/** A repository with a real git and a real remote in a folder, and the stand-in for GitHub that knows its commits. */
export interface Repository {
  readonly github: StandIn
  readonly remote: string
  git(cwd: string, ...args: readonly string[]): Promise<string>
  /** Puts a model of the digits, by its name, and these files on a branch as a commit; gives the commit. */
  commit(branch: string, model: string, files: Files): Promise<string>
  /** A fresh clone in a folder, at a branch or commit. */
  clone(to: string, at: string): Promise<void>
}

/** Begins with these files on main, and with a ledger in which nothing is recorded yet. */
export async function startRepository(folder: string, files: Files, faults?: FaultOptions): Promise<Repository> {
  const [remote, work] = [path.join(folder, 'remote.git'), path.join(folder, 'work')]
  const git = async (cwd: string, ...args: readonly string[]): Promise<string> =>
    (await execute('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], { cwd })).stdout.trim()
  const push = async (branch: string, message: string): Promise<string> => {
    await git(work, 'add', '.')
    await git(work, 'commit', '--quiet', '--allow-empty', '-m', message)
    await git(work, 'push', '--quiet', '--force', 'origin', branch)
    return git(work, 'rev-parse', 'HEAD')
  }
  await mkdir(folder, { recursive: true })
  await git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote)
  await git(folder, 'clone', '--quiet', remote, work)
  await git(work, 'checkout', '--quiet', '-B', 'main')
  await writeAll(work, files)
  const begun = await push('main', 'Begin')
  // What a maintainer does once, with `airworthy init` or `airworthy registry init`.
  const place = { folder: work, runFolder: work }
  await createLedger({ git: '.', remote: 'origin' }, place, atHome(work))
  const github = await startGitHub({
    repository: origin,
    commits: [{ sha: begun }],
    users: ['stranger'],
    collaborators: { [actor]: 'maintain' },
    environments: { production: { rules: [{ type: 'required_reviewers', users: [actor] }] } },
    workflows: [
      { file: 'pull-request.yml', on: ['pull_request'] },
      { file: 'after-release.yml', on: ['workflow_dispatch'], inputs: told },
      { file: 'told.yml', on: ['repository_dispatch'] },
    ],
    ...(faults === undefined ? {} : { faults }),
    onRequest: (_, state) => showTags(remote, state),
  })
  return {
    github,
    remote,
    git,
    async commit(branch, model, more) {
      await git(work, 'checkout', '--quiet', '-B', branch)
      await cp(path.join(digits, `${model}.onnx`), path.join(work, 'model.onnx'))
      await cp(path.join(digits, 'test.npz'), path.join(work, 'test.npz'))
      await writeAll(work, more)
      const sha = await push(branch, `Try ${model}`)
      github.createCommit({ sha, branch })
      return sha
    },
    async clone(to, at) {
      await git(folder, 'clone', '--quiet', remote, to)
      await git(to, 'checkout', '--quiet', at)
      await git(to, 'config', 'user.name', 'Ada')
      await git(to, 'config', 'user.email', 'ada@example.org')
    },
  }
}

/** The remote and the API are one repository: a tag that is pushed to it is there for both. */
function showTags(remote: string, state: State): void {
  const format = '--format=%(refname)%09%(objectname)%09%(*objectname)'
  const lines = execFileSync('git', ['-C', remote, 'for-each-ref', format, 'refs/tags'], { encoding: 'utf8' })
  for (const line of lines.split('\n').filter((each) => each !== '')) {
    const [ref = '', sha = '', target = ''] = line.split('\t')
    if (state.refs.has(ref)) continue
    state.refs.set(ref, sha)
    const [tag, tagger] = [ref.replace('refs/tags/', ''), { name: 'x', email: 'x@y', date: '2026-01-01T00:00:00Z' }]
    if (target !== '') state.tags.set(sha, { sha, tag, message: tag, object: { sha: target, type: 'commit' }, tagger })
    if (!state.commits.has(target || sha)) addCommit(state, { sha: target || sha })
  }
}

/** Whoever works in a folder at a terminal. The lab starts this without a test around it. */
function atHome(cwd: string): World {
  const trust = { level: 'trusted', why: 'a person works here' } as const
  return createWorld({ cwd, env: { ...process.env }, workerScript: '', trust, event: 'local' })
}

async function writeAll(folder: string, files: Files): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), text, { mode: name.endsWith('.sh') ? 0o755 : 0o644 })
  }
}

/** The event of a pull request that comes from this repository. */
export function pullPayload(number: number, sha: string, from: string): object {
  return {
    action: 'synchronize',
    number,
    pull_request: {
      number,
      head: { sha, ref: 'faster', repo: { full_name: from } },
      base: { ref: 'main', repo: { full_name: origin } },
    },
  }
}

/** The event that tells of the end of a run for the pull request of a fork. */
export function endedPayload(id: number, sha: string): object {
  return {
    action: 'completed',
    workflow_run: {
      id,
      event: 'pull_request',
      run_attempt: 1,
      head_sha: sha,
      head_branch: 'patch',
      pull_requests: [],
      head_repository: { id: 4242, full_name: 'stranger/models', owner: { login: 'stranger' } },
    },
  }
}
