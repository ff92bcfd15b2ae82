import { fromFloat16 } from '../../core/float16.ts'
import type { Artifact, Finding, ModelSummary } from '../../core/products/index.ts'
import type { StageTools } from '../../core/stage.ts'
import type { Tensor } from '../../core/tensor.ts'
import { checkDeclared } from './declared.ts'
import { unfetchedIn } from './fetched.ts'
import { type Loaded, tried, whileLoaded } from './session.ts'
import { type Examples, type Trial, trialOf } from './trial.ts'

/**
 * That the runtime loads the model and that it gives finite outputs, of the shapes it declares: on real inputs from all over the data where
 * there are any, else on made-up ones.
 */
export function checkRuns(
  artifact: Artifact,
  examples: Examples,
  summary: ModelSummary,
  tools: StageTools,
): Promise<readonly Finding[]> {
  return whileLoaded(artifact, tools, async (loaded) => {
    const trial = trialOf(examples, loaded.inputs)
    return [
      ...trial.findings,
      ...unfetchedIn(loaded.outputs),
      ...(await tried(trial, loaded, () => runEach(loaded, trial, summary))),
    ]
  })
}

/** What is found of the first run in which something is wrong; where nothing is, of the first of which there is anything to say. */
async function runEach({ inputs, run }: Loaded, trial: Trial, summary: ModelSummary): Promise<readonly Finding[]> {
  const guessed = trial.doubtful && inputs.some(({ dims }) => dims.slice(1).some((dim) => typeof dim === 'string'))
  let said: readonly Finding[] = []
  for (const { feeds, of } of trial.each()) {
    const outputs = await run(feeds)
    const found = [
      ...Object.entries(outputs).flatMap(([name, tensor]) => (allFinite(tensor) ? [] : [notFinite(name, trial, of)])),
      ...checkDeclared(summary, { feeds, outputs, on: of, guessed }),
    ]
    if (found.some(({ severity }) => severity === 'error')) return found
    if (said.length === 0) said = found
  }
  return said
}

function allFinite(tensor: Tensor): boolean {
  if (tensor.type === 'float16') return (tensor.data as Uint16Array).every((bits) => Number.isFinite(fromFloat16(bits)))
  if (tensor.type !== 'float32' && tensor.type !== 'float64') return true
  return (tensor.data as Float32Array).every((element) => Number.isFinite(element))
}

function notFinite(output: string, { real }: Trial, of: string): Finding {
  return {
    severity: 'error',
    code: 'output-not-finite',
    where: `output ${output}`,
    message: `On ${of} it has elements that are NaN or infinite.`,
    hint: real
      ? 'See whether these inputs are what the model was trained on; if so, the training diverged, or the export lost something.'
      : 'Try it on inputs of your own, with `data:` or `golden:`; if its outputs are finite there, that is what counts.',
  }
}
