// How the time of what reads input of strangers grows with the size of that input: twice as much may take about twice as long.
//   npx tsx lab/growth.ts [--times 5]
// Prints a table; exit code 1 when something grows faster. Times are those of the processor, not of the clock on the wall, and
// both sizes take turns in one run: other work on the machine changes little.
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { UserError } from '../src/core/errors/index.ts'
import { classStatistic } from '../src/data/class-metrics.ts'
import { checkModel } from '../src/onnx/check/index.ts'
import { checkRisks } from '../src/onnx/check/risks.ts'
import { diffModels } from '../src/onnx/diff/index.ts'
import { readModel } from '../src/onnx/format/index.ts'
import type { Model, Node } from '../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, value } from '../src/onnx/graph/build.ts'
import { inferTypes } from '../src/onnx/infer/index.ts'
import { plain } from '../src/report/escape.ts'
import { compareAreas } from '../src/stats/delong.ts'
import { createRandom } from '../src/stats/random.ts'
import { doublingFunctions, soundModel } from '../test/onnx/models.ts'

const { values } = parseArgs({ options: { times: { type: 'string', default: '5' } } })
const times = Number(values.times)

/** Time grows with the size to this power at most: 1 is in proportion, 2 is what an attacker looks for. */
const most = 1.7

interface Case {
  readonly what: string
  readonly sizes: readonly [small: number, large: number]
  /** Makes the input of a size; what is given back is timed. */
  readonly of: (size: number) => () => unknown
}

const cases: readonly Case[] = [
  {
    what: 'a model in many pieces is read: messages',
    sizes: [5_000, 40_000],
    of: (size) => {
      const bytes = new Uint8Array(4 * size)
      for (let at = 0; at < bytes.length; at += 4) bytes.set([0x3a, 2, 0x52, 0], at)
      return () => refused(() => readModel(bytes))
    },
  },
  { what: 'types of a chain are inferred: nodes', sizes: [5_000, 40_000], of: (size) => inferred(chain(size)) },
  { what: 'types of branches are inferred: nested graphs', sizes: [2_500, 20_000], of: (size) => inferred(ifs(size)) },
  { what: 'types of loops in loops are inferred: depth', sizes: [400, 3_200], of: (size) => inferred(loops(size)) },
  {
    what: 'functions that each call the next one twice are checked: functions',
    sizes: [50, 400],
    of: (size) => {
      const model = doublingFunctions(size)
      return () => checkModel(model)
    },
  },
  {
    what: 'two graphs are compared: nodes',
    sizes: [5_000, 40_000],
    of: (size) => {
      const [a, b] = [mixed(size, 0), mixed(size, 1)]
      return () => diffModels(a, b)
    },
  },
  {
    what: 'texts of a model are searched for risks: characters',
    sizes: [40_000, 320_000],
    of: (size) => {
      const models = ['<a', '](', '](  ', 'http:', '<!--'].map((piece) => saying(piece.repeat(size / piece.length)))
      return () => models.map((model) => checkRisks(model))
    },
  },
  {
    what: 'control sequences are taken out of text: characters',
    sizes: [50_000, 400_000],
    of: (size) => {
      const texts = ['\u0090', '\u001b]', '\u001b[', '\u001b', ':', ' ', '@'].map((piece) => piece.repeat(size))
      return () => texts.map((text) => plain(text))
    },
  },
  {
    what: 'areas under two curves are compared: examples',
    sizes: [20_000, 160_000],
    of: (size) => {
      const random = createRandom(1)
      const scores = Float64Array.from({ length: size }, () => random.uniform())
      const others = scores.map((score) => score + 0.1 * random.uniform())
      const positive = Array.from(scores, (score) => score + random.uniform() > 1)
      return () => compareAreas(scores, others, positive)
    },
  },
  {
    what: 'a thousand resamples with a large number for a label: the label',
    sizes: [3e4, 3e7],
    of: (size) => {
      const labels = Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? size : at % 5))
      const { statistic } = classStatistic('f1', labels, labels, false)
      const all = new Uint8Array(200).fill(1)
      return () => Array.from({ length: 1000 }, () => statistic(all))
    },
  },
]

console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}, the fastest of ${times} times\n`,
)
console.log('| what, and what grows | small | takes | large | takes | grows with the power |')
console.log('| --- | --- | --- | --- | --- | --- |')
const tooFast = cases.filter((each) => grows(each) > most)
console.log(tooFast.length === 0 ? `\nNothing grows with more than the power ${most}.` : '')
for (const { what } of tooFast) console.log(`Grows with more than the power ${most}: ${what}`)
process.exitCode = tooFast.length === 0 ? 0 : 1

/** Measures both sizes in turn, prints the row, and gives the power of the size that the time grows with. */
function grows({ what, sizes, of }: Case): number {
  const [small, large] = sizes
  const runs = [of(small), of(large)] as const
  const fastest = [Infinity, Infinity] as [number, number]
  for (let time = 0; time < times; time++)
    for (const at of [0, 1] as const) {
      const before = process.cpuUsage()
      runs[at]()
      const { user, system } = process.cpuUsage(before)
      fastest[at] = Math.min(fastest[at], (user + system) / 1000)
    }
  const power = Math.log(fastest[1] / fastest[0]) / Math.log(large / small)
  const [smallMs, largeMs] = fastest.map((ms) => `${ms.toFixed(1)} ms`)
  const [few, many] = sizes.map((size) => size.toLocaleString('en'))
  console.log(`| ${what} | ${few} | ${smallMs} | ${many} | ${largeMs} | ${power.toFixed(2)} |`)
  return power
}

function refused(read: () => unknown): void {
  try {
    read()
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
  }
}

function inferred(model: Model): () => unknown {
  // Types are kept by model: one that was seen takes no time.
  return () => inferTypes({ ...model, ...(model.graph === undefined ? {} : { graph: { ...model.graph } }) })
}

function modelOf(nodes: readonly Node[]): Model {
  const inputs = [value('x0', 'float32', ['N', 8]), value('c', 'bool', [])]
  return buildModel({ opset: 21, graph: buildGraph({ inputs, outputs: [], nodes }) })
}

function chain(length: number): Model {
  return modelOf(Array.from({ length }, (_, at) => node(at % 2 === 0 ? 'Relu' : 'Neg', [`x${at}`], [`x${at + 1}`], {})))
}

function mixed(length: number, from: number): Model {
  const operators = ['Relu', 'Exp', 'Neg']
  return modelOf(
    Array.from({ length }, (_, at) =>
      node(operators[(at + from) % 3] as string, [`x${at}`], [`x${at + 1}`], { name: `n${at}` }),
    ),
  )
}

function identity(name: string) {
  return buildGraph({ inputs: [], outputs: [value('out', 'float32')], nodes: [node('Relu', [name], ['out'])] })
}

function ifs(count: number): Model {
  return modelOf(
    Array.from({ length: count }, (_, at) => {
      const graph = identity(`x${at}`)
      return node('If', ['c'], [`x${at + 1}`], { attributes: { then_branch: { graph }, else_branch: { graph } } })
    }),
  )
}

function loops(depth: number): Model {
  let graph = identity('x0')
  for (let at = 0; at < depth; at++) {
    const call = node('Loop', ['', 'c', 'x0'], ['out'], { attributes: { body: { graph } } })
    graph = buildGraph({ inputs: [], outputs: [value('out', 'float32')], nodes: [call] })
  }
  const model = modelOf([])
  return { ...model, graph: { ...graph, input: [value('x0', 'float32', ['N', 8]), value('c', 'bool', [])] } }
}

function saying(text: string): Model {
  return { ...soundModel(), metadataProps: [{ key: 'note', value: text }] }
}
