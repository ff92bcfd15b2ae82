import path from 'node:path'
import type { Finding } from '../core/products/index.ts'
import type { MadeVariant, Original, Saving } from '../core/variant.ts'
import type { Files } from '../core/world.ts'
import { checkModel } from '../onnx/check/index.ts'
import { diffInterface } from '../onnx/diff/index.ts'
import { type Model, readModel } from '../onnx/format/index.ts'
import { openExternal, summarize } from '../onnx/graph/index.ts'
import { type AnsweringTools, compareAnswers } from './answers.ts'

/** Whether a variant may go on, and the reason, as the end of a sentence that begins with its name. */
export interface Judgement {
  readonly kept: boolean
  readonly why: string
}

export interface Bar {
  readonly saves: Saving
  /** How far its answers may be from the candidate's: see `largestDifference`. */
  readonly tolerance: number
}

/** What a judgement looks at. */
interface Looked {
  readonly model: Model
  readonly nodes: number
  /** Of the model with the files of its weights. */
  readonly bytes: number
}

/** A graph that lost nodes may still gain bytes: names and folded constants. Beyond this it pays in download and memory. */
const growth = { factor: 1.05, bytes: 4096 }

/**
 * Whether a variant is kept, by the same bar for all kinds: a sound graph, the same interface, something gained, hardly more
 * bytes, and the same answers within the tolerance.
 */
export async function judge(
  original: Original,
  made: MadeVariant,
  bar: Bar,
  tools: AnsweringTools,
): Promise<Judgement> {
  const { files } = tools.world
  const before = look(readModel(await files.open(original.path), original.artifact.name), original.artifact.bytes)
  const after = await lookAt(made.path, files)
  const reason = faultOf(before, after, made) ?? lossOf(before, after, bar.saves)
  return reason === undefined ? judgeAnswers(original, made, gainOf(before, after), bar, tools) : dropped(reason)
}

function look(model: Model, bytes: number): Looked {
  return { model, nodes: summarize(model, bytes).nodes, bytes }
}

async function lookAt(file: string, files: Files): Promise<Looked> {
  const source = await files.open(file)
  const model = readModel(source, path.basename(file))
  const beside = await openExternal(model, path.dirname(file), files)
  const sizes = [...beside.values()].map((weights) => (typeof weights === 'string' ? 0 : weights.length))
  return look(
    model,
    sizes.reduce((sum, size) => sum + size, source.length),
  )
}

function faultOf(before: Looked, after: Looked, { runtimeOperators }: MadeVariant): string | undefined {
  const error = checkModel(after.model).find(
    (finding) => finding.severity === 'error' && !(runtimeOperators === true && isOfOperator(finding)),
  )
  if (error !== undefined) return `is not a sound model (${error.where}: ${error.message})`
  const { change, reasons } = diffInterface(before.model, after.model)
  return change === 'compatible' ? undefined : `has another interface (${reasons.join(', ')})`
}

/** Says that the standard does not have an operator, or not in this version. */
function isOfOperator({ code }: Finding): boolean {
  return code === 'operator-too-new' || code === 'operator-unknown'
}

function lossOf(before: Looked, after: Looked, saves: Saving): string | undefined {
  if (after[saves] >= before[saves]) return nothingGained[saves](before, after)
  if (after.bytes > growth.factor * before.bytes + growth.bytes)
    return `grows from ${before.bytes} to ${after.bytes} bytes`
  return undefined
}

const nothingGained: Readonly<Record<Saving, (before: Looked, after: Looked) => string>> = {
  nodes: ({ nodes }) => `leaves ${nodes === 1 ? 'its only node' : `all ${nodes} nodes`}, so there is nothing to gain`,
  bytes: (before, after) => `takes ${after.bytes} bytes instead of ${before.bytes}, so there is nothing to gain`,
}

function gainOf(before: Looked, after: Looked): string {
  return `has ${after.nodes} ${after.nodes === 1 ? 'node' : 'nodes'} instead of ${before.nodes}, ${after.bytes} bytes instead of ${before.bytes}`
}

async function judgeAnswers(
  { artifact, path: original }: Original,
  made: MadeVariant,
  gain: string,
  { tolerance }: Bar,
  tools: AnsweringTools,
): Promise<Judgement> {
  const compared = await compareAnswers(
    { name: artifact.name, path: original },
    { name: path.basename(made.path), path: made.path },
    tools,
  )
  if ('impossible' in compared) return dropped(`could not be compared: ${compared.impossible}`)
  const { difference } = compared
  const figure = difference === 0 ? 'no difference' : `a difference of ${difference.toExponential(1)}`
  if (difference > tolerance) return dropped(`answers with ${figure}, beyond the tolerance of ${tolerance}`)
  return { kept: true, why: `${gain}, and answers with ${figure}` }
}

function dropped(why: string): Judgement {
  return { kept: false, why }
}
