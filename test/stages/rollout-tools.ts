import path from 'node:path'
import type { Artifact, Decision, Products, Release, Subject } from '../../src/core/products/index.ts'
import type { StageKind, StageOutcome, StageTools, ToolName } from '../../src/core/stage.ts'
import type { World } from '../../src/core/world.ts'
import { writeNpz } from '../../src/data/npz.ts'
import { openJsonLines } from '../../src/pipeline/lines.ts'
import { openStore, type Store } from '../../src/pipeline/store.ts'
import { openFileLedger } from '../../src/registry/ledger/file/ledger.ts'
import { sources } from '../../src/sources/index.ts'
import { targets } from '../../src/targets/index.ts'
import { create } from '../contracts/ledger.ts'
import { classifier } from '../measure/models.ts'
import { ledgerWorld } from '../rollout/traffic.ts'

export const passed: Decision = { verdict: 'pass', reasons: [], sentence: 'it passed' }

/** A real store, ledger and checkpoint in a world's folder, and the models and data of one subject. */
export interface Bench {
  readonly world: World
  readonly store: Store
  readonly tools: StageTools<ToolName>
  readonly subject: Subject
  /** The same run's tools for another run, stage or ledger. */
  toolsFor(change: Partial<StageTools<ToolName>>): StageTools<ToolName>
}

export async function bench(world: World): Promise<Bench> {
  const store = openStore(path.join(world.cwd, 'store'), world)
  const model = (name: string, seed: number): Promise<Artifact> => store.putBytes(name, classifier({ seed }))
  const rows = Float32Array.from({ length: 20 * 16 }, (_, index) => Math.sin(index))
  const data = await store.putBytes('eval.npz', writeNpz({ images: { type: 'float32', dims: [20, 16], data: rows } }))
  const production = await model('production.onnx', 1)
  const subject: Subject = {
    model: 'digits',
    candidate: await model('candidate.onnx', 2),
    production: { version: '1.0.0', artifact: production },
    data: { eval: { artifact: data, inputs: { x: 'images' } } },
  }
  const tools: StageTools<ToolName> = {
    world,
    store,
    checkpoint: openJsonLines(world.files, path.join(world.cwd, 'checkpoint.jsonl')),
    signal: new AbortController().signal,
    runId: 'run-1',
    stage: 'rollout',
    folder: world.cwd,
    scratch: path.join(world.cwd, 'scratch'),
    questions: [],
    extensions: 0,
    attempts: 0,
    after: ['rollout'],
    shard: undefined,
    override: undefined,
    evidence: async () => 'e'.repeat(64),
    measurements: (key) => ({
      ...openJsonLines(world.files, path.join(world.cwd, 'measurements', key)),
      alone: (work) => work(),
    }),
    targets,
    sources,
    ledger: await create(await openFileLedger(path.join(world.cwd, 'ledger.jsonl'), ledgerWorld(world))),
    progress: () => {},
    waits: () => {},
    leavesOpen: () => {},
  }
  return { world, store, tools, subject, toolsFor: (change) => ({ ...tools, ...change }) }
}

/** Runs a stage from settings as a user writes them. */
export async function runStage(
  kind: StageKind,
  raw: unknown,
  given: Partial<Products> & { subject: Subject },
  tools: StageTools<ToolName>,
): Promise<StageOutcome<never>> {
  return (await kind.make(raw, { folder: tools.folder }).run(given, tools)) as StageOutcome<never>
}

export function releaseOf({ subject }: Bench, version = '1.1.0'): Release {
  return {
    model: 'digits',
    version,
    tag: `digits@v${version}`,
    artifact: subject.candidate,
    bump: 'minor',
    why: 'better',
    existed: false,
  }
}
