import type { ComparedInterface, ComparedOutputs, NotCompared, Subject } from '../../core/products/index.ts'
import { printShare } from '../../core/quantity/index.ts'
import { alike, type Compatibility, type JudgedOutputs } from '../row/compatibility.ts'

/** What a comparison says beside its rows, as it is recorded: in words too. */
export interface DescribedCompatibility {
  readonly interface?: ComparedInterface
  readonly outputs?: ComparedOutputs
  readonly notCompared: NotCompared[]
}

/** `data`: the data sets of the pipeline. */
export function describeCompatibility(found: Compatibility, data: Subject['data']): DescribedCompatibility {
  return {
    ...(found.interface === undefined
      ? {}
      : { interface: { ...found.interface, why: interfaceWords(found.interface) } }),
    ...(found.outputs === undefined ? {} : { outputs: describeOutputs(found.outputs) }),
    notCompared: found.notCompared.map(({ what }) => ({ what, why: reasons[what](found, data) })),
  }
}

const reasons: Readonly<Record<NotCompared['what'], (found: Compatibility, data: Subject['data']) => string>> = {
  quality: (_, data) =>
    Object.keys(data).length === 0 ? 'no data was given' : 'no quality metric was asked for on the whole data set',
  speed: () => 'no speed metric was asked for',
  outputs: ({ outputs, unread = [] }) =>
    unread.length === 0
      ? (outputs?.missing ?? '')
      : `no metric reads ${unread.map((name) => `\`${name}\``).join(', ')}`,
}

function interfaceWords({ change, reasons }: Omit<ComparedInterface, 'why'>): string {
  const list = reasons.join('; ')
  if (change === 'compatible') return 'Callers of production find the same interface.'
  if (change === 'additive') return `Callers of production need not change: ${list}.`
  return `Callers of production break: ${list}.`
}

function describeOutputs(judged: JudgedOutputs): ComparedOutputs {
  const { doubt: _, ...outputs } = judged
  return { ...outputs, why: outputWords(judged) }
}

function outputWords({ doubt, data, output, runs, error = 0, worst = 0, spread = 0, missing }: JudgedOutputs): string {
  if (doubt === 'missing') return `The outputs were not compared: ${missing}.`
  const inputs = data === undefined ? 'made-up inputs' : `examples from all over ${data}`
  const largest = worst > error ? ` (at most ${printShare(worst, 2)})` : ''
  const subject = output === undefined ? 'the outputs differ' : `the output \`${output}\` differs`
  const found = `In ${runs} ${runs === 1 ? 'run' : 'runs'} on ${inputs}, ${subject} from production's by ${printShare(error, 2)}${largest}`
  if (doubt === 'large') return `${found}; they count as alike up to ${printShare(alike.error)}.`
  if (doubt === 'constant')
    return `${found}, but production's outputs are the same for every input, so this says nothing.`
  if (doubt === 'single') return `${found}, and one input is not enough to call them alike.`
  if (doubt === 'unrelated')
    return `${found}, which is more than a quarter of the ${printShare(spread, 2)} by which production's outputs differ from input to input.`
  return `${found}.`
}
