import { entryError } from '../errors.ts'
import { type Given, text, textOr, texts } from './command.ts'
import { json, shapeOf } from './shared.ts'

/** Shapes of made-up inputs. */
export const shapes = texts('<name=AxB...>', 'shapes of made-up inputs, where the model leaves them open', {
  fallback: [],
})

/** How models are measured: the options of every command that measures, and the settings they make. */
export const measuring = {
  provider: textOr('cpu', '<name>', 'what runs the model: cpu, cuda, tensorrt, webgpu, wasm'),
  batch: textOr('1', '<sizes>', 'batch sizes, separated by commas'),
  threads: textOr('1', '<numbers>', 'threads per operator, separated by commas'),
  rate: text('<numbers>', 'requests per second, sent at random moments; without it, each run follows the last'),
  budget: textOr('20s', '<time>', 'time to spend on measuring'),
  shape: shapes,
  data: text(
    '<npz>',
    'an .npz file of real inputs, one array per model input, others are left alone; without it, inputs are generated',
  ),
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
  return { scenarios: [scenario], budget, shapes: shapesOf(shape), ...(data === undefined ? {} : { data: 'eval' }) }
}

/** The `shapes:` of a stage. */
export function shapesOf(shape: readonly string[]): Record<string, number[]> {
  return Object.fromEntries(shape.map(shapeOf))
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
