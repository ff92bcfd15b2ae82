import { UserError } from '../../core/errors/index.ts'
import type { Artifact, Finding } from '../../core/products/index.ts'
import type { StageTools } from '../../core/stage.ts'
import type { TensorInfo } from '../../core/tensor.ts'
import type { Feeds, Opened, RunAnswer, Warmed } from '../../measure/protocol.ts'

/** A candidate that is loaded in a process of its own, on one thread of the CPU. */
export interface Loaded {
  readonly inputs: readonly TensorInfo[]
  readonly outputs: readonly TensorInfo[]
  /** Throws `model-run-failed`. */
  run(feeds: Feeds): Promise<Feeds>
  /** Runs until its times have settled. */
  warm(feeds: Feeds): Promise<Warmed>
}

/** What the model itself can be blamed for. Anything else that goes wrong is an error of the run, not a finding. */
const blamed: readonly string[] = ['model-rejected', 'model-run-failed', 'worker-died']

/**
 * Looks at a model while it is loaded. That the runtime refuses it, that it fails to run or takes its process with it is a
 * finding; that it takes inputs nobody can make up is a note.
 */
export async function whileLoaded(
  artifact: Artifact,
  tools: StageTools,
  look: (loaded: Loaded) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const model = await tools.store.path(artifact)
  const worker = await tools.world.processes.worker('bench', { signal: tools.signal })
  try {
    const { inputs, outputs } = await worker.ask<Opened>({ do: 'open', model, provider: 'cpu', threads: 1 })
    return await look({
      inputs,
      outputs,
      run: async (feeds) => (await worker.ask<RunAnswer>({ do: 'run', feeds })).outputs,
      warm: (feeds) => worker.ask<Warmed>({ do: 'warm', feeds }),
    })
  } catch (error) {
    if (tools.signal.aborted || !(error instanceof UserError)) throw error
    const severity = severityOf(error)
    // In messages of the worker the model is called by its place in the store, which tells its owner nothing.
    if (severity !== undefined) return [runFinding(severity, error, [model, artifact.name])]
    throw error
  } finally {
    await worker.close()
  }
}

function severityOf({ code }: UserError): Finding['severity'] | undefined {
  if (code === 'input-unsupported') return 'note'
  return blamed.includes(code) ? 'error' : undefined
}

export function runFinding(
  severity: Finding['severity'],
  error: UserError,
  [path, name]: readonly [path: string, name: string] = ['', ''],
): Finding {
  const message = path === '' ? error.message : error.message.replaceAll(path, name)
  return { severity, code: error.code, where: 'model', message, hint: error.hint }
}
