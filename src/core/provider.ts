import type { ProfiledTime } from './products/measurements.ts'
import type { RuntimeName } from './runtime.ts'
import type { Tensor, TensorInfo } from './tensor.ts'

/** How far the runtime may rewrite the graph before it runs it. */
export type Optimization = 'disabled' | 'basic' | 'extended' | 'all'

export interface SessionOptions {
  /** Threads inside one operator; 0 leaves the choice to the runtime. */
  readonly threads: number
  /** Where to write the optimised graph, instead of only using it. */
  readonly optimizedPath?: string | undefined
  readonly optimization?: Optimization | undefined
  /** The provider's own options, already checked: see `src/providers/options.ts`. */
  readonly options?: ProviderOptions | undefined
  /** Times every kernel of every run: absolute path and first letters of the file in which the runtime keeps them meanwhile. */
  readonly profilePrefix?: string | undefined
  /** Lets the CPU run what the provider does not take. Without it, a model that needs that is refused: `provider-fallback`. */
  readonly allowFallback?: boolean | undefined
}

export type ProviderOptions = Readonly<Record<string, unknown>>

/** A loaded model. `run` resolves with every output, by name. */
export interface Session {
  readonly inputs: readonly TensorInfo[]
  readonly outputs: readonly TensorInfo[]
  run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>
  /** The same run again and again, with nothing around it: feeds are handed over once, and outputs stay with the runtime. */
  prepare(feeds: Readonly<Record<string, Tensor>>): () => Promise<void>
  /** What `profilePrefix` asked for, of all runs so far. Once per session; undefined where the runtime gave nothing readable. */
  endProfile?(): Promise<Profile | undefined>
  close(): Promise<void>
}

/** Something that runs a model. Implementations live in `src/providers/`, one file each runtime, and are used in worker processes only. */
export interface Provider {
  readonly name: string
  readonly summary: string
  /** Where it computes: a GPU has clocks, power and a driver that belong to the environment. */
  readonly device: 'cpu' | 'gpu'
  /** What a worker process has to load for it. */
  readonly runtime: RuntimeName
  /** The name under which a profile lists this provider's nodes. */
  readonly executor: string
  /** Version of the runtime behind it, for the environment fingerprint. */
  version(): Promise<string>
  /**
   * Loads a model. Throws `model-rejected` when the runtime refuses it, `provider-missing` when the runtime or its device is
   * not there, and `provider-fallback` when nodes would run on the CPU instead, which it cannot name yet: see `placement.ts`.
   */
  open(modelPath: string, options: SessionOptions): Promise<Session>
}

/** Where the time of some runs went, as the runtime recorded it. Milliseconds, to a microsecond. */
export interface Profile {
  readonly runs: readonly ProfiledRun[]
  /** Every node that ran, in the order of the first run. The runtime renames, merges and adds nodes as it optimises. */
  readonly nodes: readonly ProfiledNode[]
  /** Whose clock timed the kernels. */
  readonly clock: ProfiledTime['clock']
  /** Most bytes that the CPU's memory pool had given out at once; undefined where the runtime does not say. */
  readonly peakBytes?: number | undefined
}

/** The times of one run. */
export interface ProfiledRun extends Omit<ProfiledTime, 'clock'> {}

export interface ProfiledNode {
  readonly name: string
  readonly operator: string
  /** The `executor` of the provider that ran it. */
  readonly provider: string
  /** Time of its kernels in each run, in order; 0 where it did not run. A node with a subgraph includes it. */
  readonly kernelMs: readonly number[]
}
