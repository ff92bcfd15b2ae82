import type { ByteSource } from './bytes.ts'
import type { Sha256 } from './json.ts'
import type { Machine } from './products/environment.ts'
import type { RuntimeName } from './runtime.ts'

export type { Machine } from './products/environment.ts'

/**
 * The ports through which everything that acts reaches the world. Code outside `src/world/` and `src/entry/` never reads
 * `process`, the clock or the network by itself, so that tests can hand it another world.
 */
export interface World {
  readonly files: Files
  readonly processes: Processes
  readonly clock: Clock
  readonly env: Readonly<Record<string, string | undefined>>
  /** Working directory: absolute; relative paths of the user resolve against it. */
  readonly cwd: string
  /** The script that worker processes run (the bundled `worker.js`): absolute path. */
  readonly workerScript: string
  /** What the code under test may do to the world; see `Trust`. */
  readonly trust: Trust
  /** What started this run, in the words of GitHub: `push`, `pull_request`, …; `local` outside of CI, and in one that is not known. */
  readonly event: string
  /** The CI system that runs this: `GitHub`, `GitLab`, …; undefined for none, and for one that is not known. */
  readonly ciSystem: string | undefined
  /** Who started this run, as the CI system says. */
  readonly actor: string | undefined
  /** The CI run that this process belongs to; undefined outside CI. */
  readonly ciRun: CiRun | undefined
  /** The branch that is checked out, as the CI system says; where none is known, as git says. Undefined where neither does. */
  readonly branch: string | undefined
  /** The commit that CI has started this run for, which need not be what is checked out; undefined elsewhere. */
  readonly commit: string | undefined
  /** From now on the values of these environment variables are masked in everything that is written. */
  hide(names: readonly string[]): void
  readonly machine: Machine
  readonly home: HomePlace
  /** The repository on GitHub that this run belongs to, where the environment names one and gives a token for it. */
  readonly github: GitHub | undefined
  /** A fresh random name of eight letters and digits, for run ids. */
  randomId(): string
}

/**
 * The repository on GitHub that a run belongs to, and GitHub's REST API. A route is written as GitHub documents it:
 * `GET /repos/{owner}/{repo}/pulls/{pull_number}`, or with a whole address instead of a path. Parameters fill the braces; `owner` and
 * `repo` are this repository unless they are given. The others become the query of a GET and the JSON body of anything else. `headers`
 * adds headers, and `data` replaces the body (bytes).
 *
 * A request that may be made twice is made again when the server or the line fails; any request is made again after the wait that a
 * rate limit asks for. What still fails throws an Error that is a `GitHubFailure`.
 */
export interface GitHub {
  readonly owner: string
  readonly repo: string
  /** Where people see it: `https://github.com/owner/repo`. */
  readonly web: string
  request(route: string, parameters?: GitHubParameters): Promise<GitHubAnswer>
  /** The pages of a list, each an array. The next page is asked for when the loop gets there: leaving the loop asks for no more. */
  pages(route: string, parameters?: GitHubParameters): AsyncIterable<readonly unknown[]>
  /** Waits so many milliseconds: GitHub's lists lag behind what was written. */
  sleep(ms: number): Promise<void>
}

export type GitHubParameters = Readonly<Record<string, unknown>>

export interface GitHubAnswer {
  /** 200 to 299. */
  readonly status: number
  /** Parsed JSON, text, or an ArrayBuffer, by the content type of the answer. */
  readonly data: unknown
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string | number | undefined>>
}

/** What the Error of a failed request tells. One without a status did not come from talking to GitHub. */
export interface GitHubFailure {
  readonly message?: string
  /** Status of GitHub's answer, 400 or more; 500 when no answer came. */
  readonly status?: number
  /** GitHub's answer, where one came. */
  readonly response?: {
    readonly data?: { readonly message?: string }
    readonly headers?: GitHubAnswer['headers']
  }
}

/**
 * `untrusted` when a stranger may have written what runs (a fork's pull request, a privileged trigger): remote effects and a user's own
 * code are refused.
 */
export interface Trust {
  readonly level: 'trusted' | 'untrusted'
  readonly why: string
}

/** A run in CI: of a workflow, a pipeline, a build. */
export interface CiRun {
  /** The same for all jobs and attempts of the run, and no other run's; undefined where the CI system does not name its runs. */
  readonly id: string | undefined
}

/**
 * Where Airworthy keeps what it makes. Outside of CI it is `local`, the user's own, and counts as it lies. In CI it is `ci`: a commit or a
 * restored cache may have put something there, and records count when they are sealed. An untrusted run has an `isolated` one, which is made
 * when something is first written.
 */
export type HomePlace =
  | { readonly kind: 'local'; readonly folder: string }
  | { readonly kind: 'ci'; readonly folder: string; readonly seal: Seal }
  | {
      readonly kind: 'isolated'
      readonly folder: string
      /** The home of a trusted run here: of what lies there, only files of the store count, each by its digest. */
      readonly usual: string
      /** Whether the user said where it lies. */
      readonly named: boolean
    }

/**
 * Shows that a record was kept by this job, or by whoever has the user's key: HMAC-SHA-256 with a key that no commit and no cache can
 * bring. Throws `cache-key-short` and `cache-key-file`.
 */
export interface Seal {
  /** The seal of these parts: 64 hexadecimal digits. Makes the key where there is none. */
  of(parts: readonly string[]): Promise<string>
  /** Whether this is the seal of these parts. Makes nothing: without a key, no seal fits. */
  fits(parts: readonly string[], seal: string): Promise<boolean>
}

/** Paths are absolute. Every method throws a UserError (`file-missing`, `disk-full`, `file-denied`) rather than a bare Node error. */
export interface Files {
  read(path: string): Promise<Uint8Array>
  readText(path: string): Promise<string>
  /** A file whose bytes are read when they are needed; it must stay as it is meanwhile (`file-changed`). */
  open(path: string): Promise<ByteSource>
  /** A file in a folder under a name that may be hostile: opened only when it lies there and nowhere else. */
  openWithin(folder: string, name: string): Promise<ByteSource | Refusal>
  /** Bytes `offset` to `offset + length` of a file; shorter at its end. */
  readRange(path: string, offset: number, length: number): Promise<Uint8Array>
  /** The bytes from `from` to the end, in pieces of a megabyte at most: a file of any size. */
  pieces(path: string, from: number): AsyncIterable<Uint8Array>
  /** Size in bytes, or undefined when there is no such file. A directory has no size: undefined. */
  size(path: string): Promise<number | undefined>
  exists(path: string): Promise<boolean>
  /** Whether the last name of a path is a symbolic link. False where there is nothing. */
  isLink(path: string): Promise<boolean>
  /** The path with every symbolic link resolved. What is not there yet is taken as it is called. */
  realPath(path: string): Promise<string>
  /** When a file was last written to, ISO 8601 in UTC; undefined when there is no such file. */
  writtenAt(path: string): Promise<string | undefined>
  /** What differs when a file is another one, or was written to since; undefined when there is no such file. */
  stamp(path: string): Promise<string | undefined>
  /** The names in a directory, sorted; none when there is no such directory. */
  list(directory: string): Promise<readonly string[]>
  /** Writes all or nothing: a temporary file beside it, fsync, rename. Makes the directories it needs. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** As `write`, of pieces that are made one after the other. */
  writePieces(path: string, pieces: Iterable<Uint8Array>): Promise<void>
  /** As `write`, with every secret masked. */
  writeText(path: string, text: string): Promise<void>
  /** Appends a line (secrets masked, newline added) and returns when it is on disk. */
  appendLine(path: string, line: string): Promise<void>
  /**
   * Cuts these bytes off the end of a file and returns when that is on disk. It stays the same file, with its rights, for whatever leads to
   * it. False where it no longer ends with them.
   */
  cutEnd(path: string, end: Uint8Array): Promise<boolean>
  /**
   * Appends pieces as they come, and returns when they are on disk. When the source fails, what it gave until then stays. Makes
   * the file and the directories it needs.
   */
  appendPieces(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void>
  /** Gives a file another name on the same disk, all or nothing, in place of any file that has it. */
  move(from: string, to: string): Promise<void>
  /** Copies all or nothing. */
  copy(from: string, to: string): Promise<void>
  makeDirectory(path: string): Promise<void>
  /** Removes a file or a whole directory; silent when there is none. */
  remove(path: string): Promise<void>
  hash(path: string): Promise<Sha256>
  /** Creates a file that must not exist yet, with this text (secrets masked): all of it or nothing. False when it exists already. */
  createExclusive(path: string, text: string): Promise<boolean>
  /** What `takeLock` of core/lock.ts is made of. */
  readonly locks: LockFiles
  /** The text as `writeText` would write it: every secret masked. JSON stays JSON, and HTML keeps its tags. */
  masked(text: string): string
  /** As `masked`, of a text whose beginning was lost: what may be the rest of a secret there goes too. */
  maskedRest(text: string): string
  /** A plain JSON value with every secret masked in its strings and keys: numbers, digests and Airworthy's own words stay. */
  maskedValue<Value>(value: Value): Value
}

/** A lock is a folder with one file: its name says who holds it. Every method is atomic, and nothing waits for the disk. */
export interface LockFiles {
  /** Makes the lock under this name. False where it is taken. */
  take(lock: string, name: string): Promise<boolean>
  /** What is there; undefined where nobody holds it. */
  look(lock: string): Promise<LockSeen | undefined>
  /**
   * Gives the lock another name, in a file of the caller's own: only its owner may touch it. False where it has not the name it should
   * have: of any number of callers, one succeeds. Throws `lock-obstructed`, having changed nothing, where the caller may not.
   */
  takeOver(lock: string, from: string, to: string): Promise<boolean>
  /** Removes the lock of an earlier version, which is a file; a folder stays. */
  removeOld(lock: string): Promise<void>
  /** Changes the stamp of the lock under this name. False where it has another name, or is gone. */
  beat(lock: string, name: string): Promise<boolean>
  /** Removes the lock under this name, and no other. */
  drop(lock: string, name: string): Promise<void>
}

/** The holder's name, or the text of a lock of an earlier version. The stamp is another one after each heartbeat. */
export type HeldLock = { readonly stamp: string } & ({ readonly name: string } | { readonly text: string })

/** What stands in the place of a lock, or in its folder, and is none: `a symbolic link`. */
export type LockSeen = HeldLock | { readonly obstacle: string }

/**
 * Why a file was not opened: it is not there; its name leads out of the folder; a symbolic link is on the way; another name leads to it as
 * well; it is a folder or a device; it may not be read.
 */
export type Refusal = 'missing' | 'outside' | 'link' | 'hard-link' | 'not-a-file' | 'denied'

/** Ends the sentence "a file which …". */
export const refusals: Readonly<Record<Refusal, string>> = {
  missing: 'is not there',
  outside: "is outside of the model's folder",
  link: 'is reached through a symbolic link',
  'hard-link': 'has a second name (a hard link) that may lie elsewhere',
  'not-a-file': 'is not a regular file',
  denied: 'may not be read',
}

export interface ProgramOptions {
  readonly cwd?: string
  /** Added to the environment of the parent; what is undefined is taken out of it. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly input?: string | Uint8Array
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
  /** Ends a program that would run on, when it fires: the result then holds what it wrote until then. Not through a worker. */
  readonly until?: AbortSignal
  /** When it is ended it is asked to (SIGTERM) a second before: for a program that cleans up, as git removes its locks. */
  readonly graceful?: boolean
  /** Told whenever it writes. Not through a worker. */
  readonly heard?: () => void
  /**
   * The program and its children are ended when this process dies, whatever ends it. `worker`, for commands that may take long: a process
   * in between runs it. `shell`, for a program that is known to be there and runs often: a shell watches, which costs 2 ms.
   */
  readonly diesWithParent?: 'worker' | 'shell'
  /**
   * Bytes to keep of each output, its last ones: for a program whose output may be of any length. Otherwise all of it is kept, up to
   * `program-output`.
   */
  readonly keepEnd?: number
}

export interface RunResult {
  /** Exit code; -1 when a signal or the timeout ended it. */
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface Processes {
  /**
   * Runs a program with an argument vector, never through a shell. A program that cannot start is a UserError `program-missing`, one that
   * writes more than anybody reads `program-output`. What it leaves running is ended when it still holds the output some seconds later.
   */
  run(program: string, args: readonly string[], options?: ProgramOptions): Promise<RunResult>
  /** The id of this process, as it is counted here: a container has ids of its own. */
  readonly pid: number
  /** Whether a process with this id runs here. */
  alive(pid: number): boolean
  /** Who this process is, on whatever machine that is asked. */
  identity(): ProcessIdentity
  /** What has become of a process, where that is certain: `unknown` for those of other machines and containers, and from before a restart. */
  fate(process: ProcessIdentity): 'running' | 'gone' | 'unknown'
  /**
   * Starts a worker process (the world's `workerScript`) that dies with its parent, whatever ends the parent. Throws
   * `runtime-missing`, `runtime-wrong`, `runtime-download` and `cuda-libraries` when it would run models and cannot.
   */
  worker(role: string, options?: WorkerOptions): Promise<Worker>
}

/** Tells a process from every other one. Members have no commas in them. */
export interface ProcessIdentity {
  readonly host: string
  readonly pid: number
  /** When it started, as the system counts; empty where it does not say. */
  readonly start: string
  /** This run of the machine's kernel, or the machine where the system does not tell one from the next. */
  readonly machine: string
  /** The namespace that the id counts in; empty where there are none. */
  readonly namespace: string
}

export interface WorkerOptions {
  readonly signal?: AbortSignal
  /** What runs its models: onnxruntime-node unless said otherwise, which is found, or fetched, before the worker starts. */
  readonly runtime?: RuntimeName
  /** For a worker whose times are taken: what differs between two processes of the same program is made as small as it can be. */
  readonly measured?: boolean
}

/** A worker process: asks are answered one at a time, in order. */
export interface Worker {
  readonly pid: number
  /** Binds all threads that it has, and those they start, to one processor. False where the platform cannot. */
  pin(cpu: number): Promise<boolean>
  /**
   * Sends a request and waits for its answer (structured clone both ways, so typed arrays survive).
   * A UserError thrown in the worker arrives as the same UserError; a worker that dies is a UserError `worker-died` with its last words.
   */
  ask<Answer>(request: unknown, options?: { readonly timeoutMs?: number }): Promise<Answer>
  /** Ends the process and returns when it is gone. */
  close(): Promise<void>
}

export interface Clock {
  /** Wall-clock time, for people and ledgers: ISO 8601 in UTC. */
  now(): string
  /** Monotonic milliseconds, for durations. */
  monotonicMs(): number
  /** Waits; rejects when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}
