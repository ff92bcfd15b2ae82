// What large pages and early compilation do for measured processes: how much two processes of one model differ from block to
// block, with them and without, by turns in one run.
//   npx tsx lab/process-spread.ts [--blocks 40] [--models voice,page]
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type BlockTools, runBlock } from '../src/measure/block.ts'
import { makeInputs } from '../src/measure/inputs.ts'
import { inspectModels } from '../src/measure/inspect.ts'
import { median, quantile } from '../src/stats/describe.ts'
import { createRandom } from '../src/stats/random.ts'
import { blockFigure } from '../src/verdicts/speed/blocks.ts'
import { workerFigure } from '../src/verdicts/speed/figures.ts'
import { chosenModels } from './calibrate/models.ts'
import { scenario } from './calibrate/record.ts'
import { worldHere } from './calibrate/world.ts'

const { values } = parseArgs({
  options: { blocks: { type: 'string', default: '40' }, models: { type: 'string', default: '' } },
})
const world = worldHere()
const signal = new AbortController().signal

/** Workers as a benchmark starts them, or as any other worker is started. */
function toolsFor(measured: boolean): BlockTools {
  const worker: typeof world.processes.worker = (role, options = {}) =>
    world.processes.worker(role, { ...options, measured })
  return { world: { processes: { ...world.processes, worker } }, signal }
}
const arms = [
  ['with', toolsFor(true)],
  ['without', toolsFor(false)],
] as const

console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, ${world.clock.now().slice(0, 10)}, ${values.blocks} blocks each\n`,
)
console.log(
  '| model | large pages and early compilation | spread of block log-ratios, 90 % interval |\n| --- | --- | --- |',
)
for (const model of chosenModels(values.models)) {
  const { interfaces, processors } = await inspectModels([{ id: 'production', path: model.file }], 'cpu', {
    world,
    signal,
  })
  const feeds = makeInputs(interfaces['production']?.inputs ?? [], 1, 1, model.shapes)
  const members = new Map(['a', 'b'].map((id) => [id, { path: model.file, feeds }]))
  const found = new Map<string, number[]>(arms.map(([name]) => [name, []]))
  for (let at = 0; at < Number(values.blocks); at++)
    for (const [name, tools] of at % 2 === 0 ? arms : arms.toReversed()) {
      const cpu = processors[Math.floor(at / 2) % Math.max(1, processors.length)]
      const { block } = await runBlock({ scenario, order: ['a', 'b'], members, cpu, seed: [at] }, tools)
      const [a, b] = [block.runs['a'], block.runs['b']]
      if (a !== undefined && b !== undefined)
        found.get(name)?.push(blockFigure(workerFigure({ by: 'rounds' }), 'relative', [a, b], scenario).difference)
    }
  for (const [name, differences] of found) console.log(`| ${model.id} | ${name} | ${spreadText(differences)} |`)
}

/** Of normal values the standard deviation: 1.4826 times the median distance from nothing, which is what equal models have. */
function spread(differences: readonly number[]): number {
  return 1.4826 * median(differences.map(Math.abs))
}

function spreadText(differences: readonly number[]): string {
  const random = createRandom(1)
  const again = Array.from({ length: 1000 }, () =>
    spread(differences.map(() => differences[random.below(differences.length)] as number)),
  )
  const percent = (value: number): string => `${(100 * value).toFixed(2)} %`
  return `${percent(spread(differences))} (${percent(quantile(again, 0.05))} to ${percent(quantile(again, 0.95))})`
}
