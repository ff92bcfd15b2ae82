import { entryError } from '../errors.ts'
import { type Given, text, textOr, texts } from './command.ts'
import { json, shapeOf } from './shared.ts'

/** How models are measured: the options of every command that measures, and the settings they make. */
export const measuring = {
  provider: textOr('cpu', '<name>', 'what runs the model: cpu, cuda, tensorrt, webgpu, wasm'),
  batch: textOr('1', '<sizes>', 'batch sizes, separated by commas'),
  threads: textOr('1', '<numbers>', 'threads per operator, separated by commas'),
  rate: text('<numbers>', 'requests per second, sent at random moments; without it, each run follows the last'),
  budget: textOr('20s', '<time>', 'time to spend on measuring'),
  shape: texts('<name=AxB...>', 'shapes of made-up inputs, where the model leaves them open', { fallback: [] }),
  data: text('<npz>', 'an .npz file of real inputs, one array per model input; without it, inputs are generated'),
  json,
}

type Measuring = Given<typeof measuring>

export function benchmarkSettings(given: Measuring): Record<string, unknown> {
  const { provider, batch, threads, rate, budget, shape, data } = given
  const scenario = {
    provider,
    batch: numbers(batch, '--batch'),
    threads: numbers(threads, '--threads'),
    ...(rate === undefined ? {} : { rate: numbers(rate, '--rate') }),
  }
  const shapes = Object.fromEntries(shape.map(shapeOf))
  return { scenarios: [scenario], budget, shapes, ...(data === undefined ? {} : { data: 'eval' }) }
}

/** The `data:` of the pipeline, where there is any. */
export function dataOf({ data }: Pick<Measuring, 'data'>, label?: string): unknown {
  return data === undefined ? undefined : { eval: { from: data, ...(label === undefined ? {} : { label }) } }
}

function numbers(text: string, argument: string): number[] {
  return text.split(',').map((word) => {
    if (/^\d+$/.test(word.trim())) return Number(word)
    throw entryError('argument-wrong', {
      argument: `${argument} ${text}`,
      expected: 'whole numbers separated by commas',
    })
  })
}
