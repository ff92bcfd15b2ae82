import { UserError } from '../../core/errors/index.ts'
import type { Artifact, Finding } from '../../core/products/index.ts'
import type { StageTools } from '../../core/stage.ts'
import type { TensorInfo } from '../../core/tensor.ts'
import type { Feeds, Opened, RunAnswer, Warmed } from '../../measure/protocol.ts'
import type { Trial } from './trial.ts'

/** A candidate that is loaded in a process of its own, on one thread of the CPU. */
export interface Loaded {
  readonly inputs: readonly TensorInfo[]
  readonly outputs: readonly TensorInfo[]
  /** Its path, which messages of the worker call it by and which tells its owner nothing; and its name. */
  readonly called: readonly [path: string, name: string]
  /** Throws `model-run-failed`. */
  run(feeds: Feeds): Promise<Feeds>
  /** Runs until its times have settled. */
  warm(feeds: Feeds): Promise<Warmed>
}

/** What the model itself can be blamed for. Anything else that goes wrong is an error of the run, unless it keeps inputs from being made. */
const blamed: readonly string[] = ['model-rejected', 'model-run-failed', 'worker-died']

/** What keeps inputs from being made or outputs from being fetched, which is nobody's fault. */
const unmade: readonly string[] = ['input-unsupported', 'input-too-large', 'outputs-unsupported', 'types-unsupported']

/**
 * Looks at a model while it is loaded. That the runtime refuses it, that it fails to run or takes its process with it is an
 * error; where it takes inputs that nobody can make up, the check was not made.
 */
export async function whileLoaded(
  artifact: Artifact,
  tools: StageTools,
  look: (loaded: Loaded) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const model = await tools.store.path(artifact)
  const called = [model, artifact.name] as const
  const worker = await tools.world.processes.worker('bench', { signal: tools.signal })
  try {
    const { inputs, outputs } = await worker.ask<Opened>({ do: 'open', model, provider: 'cpu', threads: 1 })
    return await look({
      inputs,
      outputs,
      called,
      run: async (feeds) => (await worker.ask<RunAnswer>({ do: 'run', feeds })).outputs,
      warm: (feeds) => worker.ask<Warmed>({ do: 'warm', feeds }),
    })
  } catch (error) {
    if (tools.signal.aborted || !(error instanceof UserError)) throw error
    if (blamed.includes(error.code)) return [runError(error, called)]
    if (unmade.includes(error.code)) return [notMade(error, called)]
    throw error
  } finally {
    await worker.close()
  }
}

/**
 * Tries a model on inputs of its own or made up. Where made-up inputs may be at fault for a run that failed, whatever was to be
 * found by it was not checked.
 */
export async function tried(
  { doubtful }: Pick<Trial, 'doubtful'>,
  { called }: Pick<Loaded, 'called'>,
  look: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await look()
  } catch (error) {
    if (doubtful && didNotRun(error)) return [notMade(error, called)]
    throw error
  }
}

/** Whether a model failed to run. */
export function didNotRun(error: unknown): error is UserError {
  return error instanceof UserError && error.code === 'model-run-failed'
}

function runError(error: UserError, called: Loaded['called']): Finding {
  const hint = error.code === 'model-rejected' ? rejected : error.hint
  return { severity: 'error', code: error.code, where: 'model', message: messageOf(error, called), hint }
}

/** What other commands are told leads to where one is already. */
const rejected =
  'An operator may be newer than the runtime, or unknown to it: see what the other checks found, or export with an older opset.'

/** A check that could not be made, because of inputs. */
export function notMade(error: UserError, called: Loaded['called']): Finding {
  return {
    severity: 'warning',
    code: error.code,
    where: 'model',
    message: messageOf(error, called),
    hint:
      error.code === 'model-run-failed'
        ? realInputs
        : `${error.hint} Or leave the check out: \`checks:\` or \`--checks\` names those to make.`,
    unchecked: true,
  }
}

const realInputs =
  'Give it real inputs (`data:`, `golden:`; on the command line `--data`, `--golden`), or the shapes of made-up ones (`shapes:`, `--shape`), or leave the check out (`checks:`, `--checks`).'

function messageOf({ message }: UserError, [path, name]: Loaded['called']): string {
  return message.replaceAll(path, name)
}
