import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Comparison, ComparisonRow, Release } from '../../src/core/products/index.ts'
import type { World } from '../../src/core/world.ts'
import { openJsonLines } from '../../src/pipeline/lines.ts'
import { adopt, registryState } from '../../src/registry/index.ts'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import { release } from '../../src/stages/release.ts'
import { create } from '../contracts/ledger.ts'
import { git } from '../git.ts'
import { classifier } from '../measure/models.ts'
import { testWorld } from '../world.ts'
import { type Bench, bench, passed, runStage } from './rollout-tools.ts'

async function released(on: Bench, settings: object = {}, more: object = {}, tools = on.tools) {
  const outcome = await runStage(release, settings, { subject: on.subject, decision: passed, ...more }, tools)
  return { product: outcome.product as Release, warnings: outcome.warnings ?? [], summary: outcome.summary }
}

async function withProduction(): Promise<Bench> {
  const on = await bench(await testWorld())
  const artifact = on.subject.production?.artifact
  if (artifact === undefined) throw new Error('the bench has a production model')
  await adopt(on.tools.ledger, { model: 'digits', version: '1.0.0', artifact, why: 'it serves' })
  return on
}

function comparison(metric: string, improved: boolean): { comparison: Comparison } {
  const row: ComparisonRow = {
    metric,
    unit: 'share',
    better: 'higher',
    production: 0.9,
    candidate: 0.95,
    scale: 'absolute',
    change: 0.05,
    interval: { low: 0.01, high: 0.09, level: 0.98 },
    margin: 0.005,
    verdict: 'pass',
    improved,
    method: 'x',
    why: 'x',
  }
  return {
    comparison: {
      contender: 'candidate',
      against: { sha256: 'a'.repeat(64) },
      identical: false,
      rows: [row],
      alpha: 0.01,
      warnings: [],
      evidence: 'e'.repeat(64),
    },
  }
}

describe('the version follows from the evidence', () => {
  it('is 1.0.0 for the first release', async () => {
    const on = await bench(await testWorld())
    const { production: _, ...subject } = on.subject
    const { product } = await released({ ...on, subject })
    expect(product).toMatchObject({ version: '1.0.0', bump: 'first', tag: 'digits@v1.0.0', existed: false })
  })

  it('is a patch when nothing is better beyond doubt', async () => {
    expect((await released(await withProduction(), {}, comparison('accuracy', false))).product).toMatchObject({
      version: '1.0.1',
      bump: 'patch',
    })
  })

  it('is a patch when the model is only faster', async () => {
    expect((await released(await withProduction(), {}, comparison('latency.p50', true))).product).toMatchObject({
      version: '1.0.1',
    })
  })

  it.each(['accuracy', 'accuracy[lang=de]', 'their-own'])('is minor when %s improved', async (metric) => {
    const { product } = await released(await withProduction(), {}, comparison(metric, true))
    expect(product).toMatchObject({
      version: '1.1.0',
      bump: 'minor',
      why: expect.stringContaining(`${metric} improved`),
    })
  })

  it('is major when callers must change', async () => {
    const on = await withProduction()
    const candidate = await on.store.putBytes('wider.onnx', classifier({ features: 8 }))
    const { product } = await released(
      { ...on, subject: { ...on.subject, candidate } },
      {},
      comparison('accuracy', true),
    )
    expect(product).toMatchObject({ version: '2.0.0', bump: 'major', why: expect.stringContaining('input `x`') })
  })

  it('is what the pipeline says, where it says so', async () => {
    expect((await released(await withProduction(), { version: '3.0.0-rc.1' })).product).toMatchObject({
      version: '3.0.0-rc.1',
    })
  })
})

it('records the release with its evidence, source and the variant that was chosen', async () => {
  const on = await withProduction()
  const model = await on.store.putBytes('candidate.graph.onnx', classifier({ seed: 9 }))
  const tools = on.tools
  const head = commitTo(on.world)
  const variants = { variants: [], chosen: { id: 'graph', model } }
  await released(on, {}, { ...comparison('accuracy', true), variants }, tools)
  expect((await tools.ledger.read()).at(-1)).toMatchObject({
    kind: 'release',
    version: '1.1.0',
    artifact: model,
    source: head,
    evidence: 'e'.repeat(64),
  })
})

/** Makes the working folder a checkout, or adds a commit to it, and gives the commit. */
function commitTo({ cwd }: World): string {
  git(cwd, 'init', '--quiet')
  git(cwd, 'commit', '--quiet', '--allow-empty', '-m', 'one')
  return git(cwd, 'rev-parse', 'HEAD')
}

describe('again', () => {
  it('keeps the version of a file that is released, and says so', async () => {
    const on = await withProduction()
    await released(on)
    const another = on.toolsFor({
      runId: 'run-2',
      checkpoint: openJsonLines(on.world.files, path.join(on.world.cwd, 'other.jsonl')),
    })
    const { product, warnings } = await released(on, { version: '5.0.0' }, {}, another)
    expect(product).toMatchObject({ version: '1.0.1', existed: true, bump: 'none' })
    expect(warnings).toMatchObject([{ code: 'version-kept' }])
    expect(registryState(await on.tools.ledger.read(), 'digits').versions).toHaveLength(2)
  })

  it('is the same release when the run was killed after it', async () => {
    const on = await withProduction()
    const first = await released(on)
    expect(await released(on)).toEqual(first)
  })

  it('keeps the version of the model that serves, when that is the candidate', async () => {
    const on = await withProduction()
    const candidate = on.subject.production?.artifact
    if (candidate === undefined) throw new Error('the bench has a production model')
    expect((await released({ ...on, subject: { ...on.subject, candidate } })).product).toMatchObject({
      version: '1.0.0',
      existed: true,
    })
  })

  it('takes the next version when another run took this one first', async () => {
    const on = await withProduction()
    const { ledger } = on.tools
    const racing = {
      ...ledger,
      // Another writer comes in between reading and writing.
      append: async (...[key, event]: Parameters<typeof ledger.append>) => {
        const artifact = { sha256: 'c'.repeat(64), bytes: 1, name: 'theirs.onnx' }
        await ledger.append('theirs', { kind: 'release', model: 'digits', version: '1.0.1', artifact, why: 'first' })
        return ledger.append(key, event)
      },
    }
    expect((await released(on, {}, {}, on.toolsFor({ ledger: racing }))).product).toMatchObject({ version: '1.0.2' })
  })
})

it('is a candidate first where that is asked for, and then the version it is named after', async () => {
  const on = await withProduction()
  const improved = comparison('accuracy', true)
  const candidate = async () => (await released(on, { candidate: true }, improved)).product
  expect(await candidate()).toMatchObject({ version: '1.1.0-rc.1', tag: 'digits@v1.1.0-rc.1', existed: false })
  expect(await candidate()).toMatchObject({ version: '1.1.0-rc.1' })
  expect((await released(on, {}, improved)).product).toMatchObject({ version: '1.1.0', existed: false })
  expect(await candidate()).toMatchObject({ version: '1.1.0' })
})

it('shows as a tag, unless it is told not to', async () => {
  const made = await bench(await testWorld())
  const { production: _, ...subject } = made.subject
  const on = { ...made, subject }
  const open = async (name: string) =>
    create(await openGitLedger({ repository: path.join(on.world.cwd, name), purpose: 'create' }, on.world))
  const [shown, hidden] = [await open('shown'), await open('hidden')]
  await released(on, {}, {}, on.toolsFor({ ledger: shown }))
  await released(on, { tag: false }, {}, on.toolsFor({ ledger: hidden }))
  expect(await shown.tags()).toEqual(['digits@v1.0.0'])
  expect(await hidden.tags()).toEqual([])
})

it('refuses what did not pass', async () => {
  const on = await withProduction()
  const decision = { ...passed, verdict: 'inconclusive' as const }
  await expect(runStage(release, {}, { subject: on.subject, decision }, on.tools)).rejects.toMatchObject({
    code: 'release-refused',
  })
  expect(registryState(await on.tools.ledger.read(), 'digits').versions).toHaveLength(1)
})

it.each([{ version: 'v1.0.0' }, { version: '1.0' }, { tag: 'yes' }, { tags: true }])('refuses %j', (settings) => {
  expect(release.settings.safeParse(settings).success).toBe(false)
})
