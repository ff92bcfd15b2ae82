import path from 'node:path'
import type { Artifact, Finding, Variants } from '../core/products/index.ts'
import type { StageTools } from '../core/stage.ts'
import type { Opened } from '../measure/protocol.ts'
import { checkModel } from '../onnx/check/index.ts'
import { diffInterface } from '../onnx/diff/index.ts'
import { readModel } from '../onnx/format/index.ts'
import { summarize } from '../onnx/graph/summarize.ts'
import { compareAnswers } from './answers.ts'

export type Variant = Variants['variants'][number]

export interface GraphSettings {
  readonly level: 'basic' | 'extended'
  readonly tolerance: number
}

/** Whether a variant may go on, and the reason, as the end of a sentence that begins with its name. */
type Judgement = Pick<Variant, 'kept' | 'why'>

/** A graph that lost nodes may still gain bytes: names and folded constants. Beyond this it pays in download and memory. */
const growth = { factor: 1.05, bytes: 4096 }

/**
 * The candidate as onnxruntime rewrites it, put in the store. Kept when it has fewer nodes, the same interface, no errors,
 * outputs within the tolerance, and hardly more bytes. Levels beyond `extended` are never used: they bake in kernels of the
 * machine they were made on.
 */
export async function optimizeGraph(candidate: Artifact, settings: GraphSettings, tools: StageTools): Promise<Variant> {
  const original = await tools.store.path(candidate)
  const written = path.join(tools.scratch, `${path.basename(candidate.name, '.onnx')}.${settings.level}.onnx`)
  await writeOptimized(original, written, settings, tools)
  const model = await tools.store.putFile(written)
  const seen = await judgeGraph(candidate, model, settings.level, tools)
  const { kept, why } = seen.kept ? await judgeAnswers(candidate, model, seen.why, settings, tools) : seen
  return { id: 'graph', model, how: `onnxruntime graph optimisation, level ${settings.level}`, kept, why }
}

async function writeOptimized(
  original: string,
  written: string,
  settings: GraphSettings,
  tools: StageTools,
): Promise<void> {
  await tools.world.files.makeDirectory(tools.scratch)
  const worker = await tools.world.processes.worker('bench', { signal: tools.signal })
  try {
    const request = { do: 'open', model: original, provider: 'cpu', threads: 1, optimization: settings.level }
    await worker.ask<Opened>({ ...request, optimizedPath: written })
  } finally {
    await worker.close()
  }
}

async function judgeGraph(
  candidate: Artifact,
  model: Artifact,
  level: GraphSettings['level'],
  tools: StageTools,
): Promise<Judgement> {
  const {
    store,
    world: { files },
  } = tools
  const before = readModel(await files.open(await store.path(candidate)), candidate.name)
  const after = readModel(await files.open(await store.path(model)), model.name)
  const error = checkModel(after).find((finding) => finding.severity === 'error' && !isOwnOperator(finding, level))
  const { change, reasons } = diffInterface(before, after)
  const nodes = [summarize(before, candidate.bytes).nodes, summarize(after, model.bytes).nodes] as const
  if (error !== undefined) return dropped(`is not a sound model (${error.where}: ${error.message})`)
  if (change !== 'compatible') return dropped(`has another interface (${reasons.join(', ')})`)
  if (nodes[1] >= nodes[0]) return dropped(`leaves all ${nodes[0]} nodes, so there is nothing to gain`)
  if (model.bytes > growth.factor * candidate.bytes + growth.bytes)
    return dropped(`grows from ${candidate.bytes} to ${model.bytes} bytes`)
  return {
    kept: true,
    why: `has ${nodes[1]} nodes instead of ${nodes[0]}, ${model.bytes} bytes instead of ${candidate.bytes}`,
  }
}

async function judgeAnswers(
  candidate: Artifact,
  model: Artifact,
  why: string,
  settings: GraphSettings,
  tools: StageTools,
): Promise<Judgement> {
  const compared = await compareAnswers(candidate, model, tools)
  if ('impossible' in compared) return dropped(`could not be compared: ${compared.impossible}`)
  const { difference } = compared
  const figure = difference === 0 ? 'no difference' : `a difference of ${difference.toExponential(1)}`
  if (difference > settings.tolerance)
    return dropped(`answers with ${figure}, beyond the tolerance of ${settings.tolerance}`)
  return { kept: true, why: `${why}, and answers with ${figure}` }
}

/**
 * At level `extended` onnxruntime uses operators that it has among the standard ones of any version (LayerNormalization in
 * opset 9). The standard does not know them there; that onnxruntime runs them is seen when the answers are compared.
 */
function isOwnOperator(finding: Finding, level: GraphSettings['level']): boolean {
  return level === 'extended' && (finding.code === 'operator-too-new' || finding.code === 'operator-unknown')
}

function dropped(why: string): Judgement {
  return { kept: false, why }
}
