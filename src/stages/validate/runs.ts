import { UserError } from '../../core/errors/index.ts'
import { fromFloat16 } from '../../core/float16.ts'
import type { Artifact, Finding } from '../../core/products/index.ts'
import type { StageTools } from '../../core/stage.ts'
import type { Tensor, TensorInfo } from '../../core/tensor.ts'
import { makeInputs } from '../../measure/inputs.ts'
import { type Loaded, runFinding, whileLoaded } from './session.ts'

const seed = 1

/** That the runtime loads the model and that made-up inputs give finite outputs. */
export function checkRuns(artifact: Artifact, tools: StageTools): Promise<readonly Finding[]> {
  return whileLoaded(artifact, tools, runOnce)
}

async function runOnce({ inputs, run }: Loaded): Promise<readonly Finding[]> {
  try {
    const outputs = await run(makeInputs(inputs, 1, seed))
    return Object.entries(outputs).flatMap(([name, tensor]) => (allFinite(tensor) ? [] : [notFinite(name)]))
  } catch (error) {
    if (error instanceof UserError && error.code === 'model-run-failed' && guessed(inputs))
      return [runFinding('warning', error)]
    throw error
  }
}

/** Whether inputs had to be given sizes that nothing told: with more than a batch left open, a failure may be the guess's fault. */
export function guessed(inputs: readonly TensorInfo[]): boolean {
  const symbols = inputs.flatMap((input) => input.dims).filter((dim) => typeof dim === 'string')
  return new Set(symbols).size > 1 || symbols.includes('')
}

function allFinite(tensor: Tensor): boolean {
  if (tensor.type === 'float16') return (tensor.data as Uint16Array).every((bits) => Number.isFinite(fromFloat16(bits)))
  if (tensor.type !== 'float32' && tensor.type !== 'float64') return true
  return (tensor.data as Float32Array).every((element) => Number.isFinite(element))
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
