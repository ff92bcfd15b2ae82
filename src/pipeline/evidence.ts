import path from 'node:path'
import { evidenceText } from '../core/evidence.ts'
import { type Sha256, sha256 } from '../core/json.ts'
import type { Binding, Decision } from '../core/products/index.ts'
import type { EvidenceFile } from '../core/stage.ts'
import { version } from '../core/version.ts'
import { type Ended, type FinishedStage, finishedStages, givenIn } from './ended.ts'
import { ancestors, giverOf, nodesOf } from './graph.ts'
import type { PipelineStage } from './load.ts'

/** The evidence of a finished stage, and the file of the run's folder that it is written to. */
interface LeftEvidence extends FinishedStage {
  /** What a report lists the file under. */
  readonly name: string
  readonly file: string
  readonly check: EvidenceFile['check']
  /** Whether it is the evidence that counts. */
  readonly isMain: boolean
  /** The finished stages that it says the decisions of, if they decided on what this one gave. */
  readonly among: readonly FinishedStage[]
}

/**
 * The evidence that the stages of a run leave. What a stage records the digest of has to stay as it was, so that the evidence which
 * `recorder` rests on says nothing of what came later; `recorder` is the last stage that records any, unless it is given. The
 * evidence that counts has the name that its kind gives it; earlier and later comparisons name their stage.
 */
export function evidenceIn(ended: Ended, recorder = lastRecorder(ended)): readonly LeftEvidence[] {
  const finished = finishedStages(ended)
  const nodes = nodesOf(ended.context.pipeline.stages)
  const before = new Set(recorder && ancestors(nodes, recorder.name).map(({ name }) => name))
  const [restsOn, others] = [finished.filter(isBefore), finished.filter((each) => !isBefore(each))]
  const leaves = ({ stage }: FinishedStage): boolean => stage.kind.evidence !== undefined
  const leaving = [...restsOn.filter(leaves), ...others.filter(leaves)]
  const main = restsOn.findLast(leaves) ?? others.findLast(leaves)
  function isBefore({ stage }: FinishedStage): boolean {
    return before.has(stage.name)
  }
  return leaving.flatMap((each): readonly LeftEvidence[] => {
    const { stage } = each
    const { evidence } = stage.kind
    if (evidence === undefined) return []
    const among = before.has(stage.name) ? restsOn : finished
    const isMain = each === main
    const name = isMain ? evidence.name : `${evidence.name} of ${stage.name}`
    const file = isMain ? evidence.file : fileNameFor(stage.name, evidence.file)
    return [{ ...each, name, file, check: evidence.check, isMain, among }]
  })
}

/** Whether it finished or not: what it wrote before it failed may be recorded. */
function lastRecorder({ context, results }: Ended): PipelineStage | undefined {
  return context.pipeline.stages.findLast(({ name, kind }) => {
    const status = results.get(name)?.status
    return kind.uses.includes('evidence') && (status === 'finished' || status === 'failed')
  })
}

/** `evidence.json` of the stage `compare/gpu`: `evidence-compare.gpu.json`. No name of a stage has a dot. */
function fileNameFor(stage: string, file: string): string {
  const { name, ext } = path.parse(file)
  return `${name}-${stage.replaceAll('/', '.')}${ext}`
}

/** A file of evidence: its digest is that of its bytes. */
export interface EvidenceText {
  readonly name: string
  readonly file: string
  readonly text: string
  readonly sha256: Sha256
}

/** The files of evidence, each bound to the run, to what was decided, and to those before it. */
async function evidenceTexts(ended: Ended, left: readonly LeftEvidence[]): Promise<readonly EvidenceText[]> {
  const { files } = ended.context.world
  const texts: EvidenceText[] = []
  for (const each of left) {
    const bound = bindingOf(
      ended,
      each,
      texts.map(({ sha256 }) => sha256),
    )
    const [given, product] = files.maskedValue([givenIn(ended, each.stage), each.product] as const)
    const text = evidenceText(files.maskedValue(await each.stage.evidence(given, product, bound)))
    texts.push({ name: each.name, file: each.file, text, sha256: sha256(text) })
  }
  return texts
}

/** The evidence that a run leaves in the end: what a stage may have recorded the digest of is as it was then, whatever is masked today. */
export async function evidenceLeft(ended: Ended): Promise<readonly (EvidenceText & { readonly isMain: boolean })[]> {
  const { evidence, store, world } = ended.context
  const left = evidenceIn(ended)
  const texts = await evidenceTexts(ended, left)
  return Promise.all(
    texts.map(async (each, at) => {
      const kept = evidence.get(each.file)
      const isMain = left[at]?.isMain === true
      if (kept === undefined || kept.sha256 === each.sha256) return { ...each, isMain }
      return { ...each, isMain, sha256: kept.sha256, text: await world.files.readText(await store.path(kept)) }
    }),
  )
}

function bindingOf({ context }: Ended, { stage, among }: LeftEvidence, earlier: readonly Sha256[]): Binding {
  const { pipeline, journal, subject, commit } = context
  const { model, candidate, production, data } = subject
  const nodes = nodesOf(pipeline.stages)
  const decidedOn = among.filter(
    ({ stage: { name, kind } }) =>
      kind.concludes === 'decided' &&
      kind.needs.includes(stage.kind.gives) &&
      giverOf(nodes, name, stage.kind.gives) === stage.name,
  )
  return {
    version,
    pipeline: { name: pipeline.name, sha256: pipeline.sha256, inputs: journal.started.inputs },
    run: { id: journal.runId, startedAt: journal.started.at, ...(commit === undefined ? {} : { commit }) },
    model,
    candidate: candidate.sha256,
    ...(production === undefined
      ? {}
      : {
          production: {
            ...(production.version === undefined ? {} : { version: production.version }),
            sha256: production.artifact.sha256,
          },
        }),
    data: Object.fromEntries(Object.entries(data).map(([name, { artifact }]) => [name, artifact.sha256])),
    decisions: decidedOn.map(({ stage: { name, kind, settings }, product }) => ({
      stage: name,
      kind: kind.name,
      settings,
      decision: product as Decision,
    })),
    earlier,
  }
}

/**
 * Writes the evidence that a stage rests on: into the run's folder, where people find it, and into the store. Evidence that an earlier
 * stage rests on stays beside it, under its digest. Gives the digest of the one that counts; undefined where nothing left any.
 */
export async function keepEvidence(ended: Ended, recorder: PipelineStage): Promise<Sha256 | undefined> {
  const { evidence, journal, store, world, pipeline } = ended.context
  const before = ancestors(nodesOf(pipeline.stages), recorder.name)
  const left = evidenceIn(ended, recorder).filter(({ stage }) => before.some(({ name }) => name === stage.name))
  const texts = await evidenceTexts(ended, left)
  for (const { file, text } of texts) {
    const bytes = new TextEncoder().encode(text)
    const artifact = await store.putBytes(file, bytes)
    const earlier = evidence.get(file)
    if (earlier !== undefined && earlier.sha256 !== artifact.sha256)
      await world.files.copy(
        await store.path(earlier),
        path.join(journal.folder, fileNameFor(earlier.sha256.slice(0, 12), file)),
      )
    await world.files.write(path.join(journal.folder, file), bytes)
    await journal.write({ event: 'evidence-kept', file, artifact })
    evidence.set(file, artifact)
  }
  return texts.at(-1)?.sha256
}
