import { makeInputs } from '../../bench/inputs.ts'
import type { Opened, RunAnswer } from '../../bench/protocol.ts'
import { UserError } from '../../core/errors.ts'
import { fromFloat16 } from '../../core/float16.ts'
import type { Artifact, Finding } from '../../core/products.ts'
import type { StageTools } from '../../core/stage.ts'
import type { Tensor, TensorInfo } from '../../core/tensor.ts'
import type { Worker } from '../../core/world.ts'

const seed = 1

/** What the model itself can be blamed for. Anything else that goes wrong is an error of the run, not a finding. */
const blamed: readonly string[] = ['model-rejected', 'worker-died']

/** That the runtime loads the model, in a process of its own, and that made-up inputs give finite outputs. */
export async function checkRuns(artifact: Artifact, tools: StageTools): Promise<Finding[]> {
  const model = await tools.store.path(artifact)
  const findings = await tryModel(model, tools)
  // In messages of the worker the model is called by its place in the store, which tells its owner nothing.
  return findings.map((found) => ({ ...found, message: found.message.replaceAll(model, artifact.name) }))
}

async function tryModel(model: string, tools: StageTools): Promise<Finding[]> {
  const worker = await tools.world.processes.worker('bench', { signal: tools.signal })
  try {
    return await runOnce(worker, model)
  } catch (error) {
    if (tools.signal.aborted || !(error instanceof UserError)) throw error
    if (error.code === 'input-unsupported') return [finding('note', error)]
    if (blamed.includes(error.code)) return [finding('error', error)]
    throw error
  } finally {
    await worker.close()
  }
}

async function runOnce(worker: Worker, model: string): Promise<Finding[]> {
  const { inputs } = await worker.ask<Opened>({ do: 'open', model, provider: 'cpu', threads: 1 })
  try {
    const { outputs } = await worker.ask<RunAnswer>({ do: 'run', feeds: makeInputs(inputs, 1, seed) })
    return Object.entries(outputs).flatMap(([name, tensor]) => (allFinite(tensor) ? [] : [notFinite(name)]))
  } catch (error) {
    if (error instanceof UserError && error.code === 'model-run-failed')
      return [finding(guessed(inputs) ? 'warning' : 'error', error)]
    throw error
  }
}

/** Whether inputs had to be given sizes that nothing told: with more than a batch left open, a failure may be the guess's fault. */
function guessed(inputs: readonly TensorInfo[]): boolean {
  const symbols = inputs.flatMap((input) => input.dims).filter((dim) => typeof dim === 'string')
  return new Set(symbols).size > 1 || symbols.includes('')
}

function allFinite(tensor: Tensor): boolean {
  if (tensor.type === 'float16') return (tensor.data as Uint16Array).every((bits) => Number.isFinite(fromFloat16(bits)))
  if (tensor.type !== 'float32' && tensor.type !== 'float64') return true
  return (tensor.data as Float32Array).every((element) => Number.isFinite(element))
}

function finding(severity: Finding['severity'], error: UserError): Finding {
  return { severity, code: error.code, where: 'model', message: error.message, hint: error.hint }
}

function notFinite(output: string): Finding {
  return {
    severity: 'error',
    code: 'output-not-finite',
    where: `output ${output}`,
    message: 'On made-up inputs it has elements that are NaN or infinite.',
    hint: 'Try it on inputs of your own; if they are finite there, leave out the `runs` check.',
  }
}
