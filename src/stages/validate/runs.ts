import { fromFloat16 } from '../../core/float16.ts'
import type { Artifact, Finding } from '../../core/products/index.ts'
import type { StageTools } from '../../core/stage.ts'
import type { Tensor } from '../../core/tensor.ts'
import { type Loaded, tried, whileLoaded } from './session.ts'
import { type Examples, type Trial, trialOf } from './trial.ts'

/** That the runtime loads the model and that it gives finite outputs: on real inputs where there are any, else on made-up ones. */
export function checkRuns(artifact: Artifact, examples: Examples, tools: StageTools): Promise<readonly Finding[]> {
  return whileLoaded(artifact, tools, async (loaded) => {
    const trial = trialOf(examples, loaded.inputs)
    return [...trial.findings, ...(await tried(trial, loaded, () => runOnce(loaded, trial)))]
  })
}

async function runOnce({ run }: Loaded, trial: Trial): Promise<readonly Finding[]> {
  const outputs = await run(trial.one())
  return Object.entries(outputs).flatMap(([name, tensor]) => (allFinite(tensor) ? [] : [notFinite(name, trial)]))
}

function allFinite(tensor: Tensor): boolean {
  if (tensor.type === 'float16') return (tensor.data as Uint16Array).every((bits) => Number.isFinite(fromFloat16(bits)))
  if (tensor.type !== 'float32' && tensor.type !== 'float64') return true
  return (tensor.data as Float32Array).every((element) => Number.isFinite(element))
}

function notFinite(output: string, { name, real }: Trial): Finding {
  return {
    severity: 'error',
    code: 'output-not-finite',
    where: `output ${output}`,
    message: `On ${name} it has elements that are NaN or infinite.`,
    hint: real
      ? 'See whether these inputs are what the model was trained on; if so, the training diverged, or the export lost something.'
      : 'Try it on inputs of your own, with `data:` or `golden:`; if its outputs are finite there, that is what counts.',
  }
}
