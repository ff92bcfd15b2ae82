import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { load } from '../../src/pipeline/load.ts'
import { run } from '../../src/pipeline/run.ts'
import { digits, put } from '../attacks/stranger.ts'
import { airworthyIn } from '../command-line.ts'
import { temporaryFolder } from '../folders.ts'
import { testWorld } from '../world.ts'

const pipeline = `pipeline: digits
model: { candidate: new.onnx, production: old.onnx }
stages: { validate: {} }
`

async function twoRuns() {
  const world = await testWorld()
  put(world.cwd, {
    'new.onnx': digits('digits-candidate'),
    'old.onnx': digits('digits-1.0.0'),
    'airworthy.yml': pipeline,
  })
  const airworthy = (...args: readonly string[]) => airworthyIn(world, args)
  for (const _ of [1, 2]) expect((await airworthy('run', 'airworthy.yml')).code).toBe(0)
  const runs = path.join(world.cwd, '.airworthy', 'runs')
  const ids = (await world.files.list(runs)) as [string, string]
  const fileOf = (id: string, name: string): string => path.join(runs, id, name)
  return { world, airworthy, ids, fileOf }
}

test('a report that was edited is not shown, and resuming its run writes it again', async () => {
  const { airworthy, ids, fileOf } = await twoRuns()
  const file = fileOf(ids[1], 'report.json')
  const text = readFileSync(file, 'utf8')
  expect(await airworthy('report')).toMatchObject({ code: 0, err: '' })
  writeFileSync(file, text.replaceAll('"pass"', '"fail"'))
  for (const args of [['report'], ['report', ids[1]], ['report', path.dirname(file)]])
    expect(await airworthy(...args)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/report-differs.*it was changed since/),
    })
  const json = await airworthy('report', '--json')
  expect(JSON.parse(json.out)).toMatchObject({ problems: [{ code: 'report-differs' }] })
  expect((await airworthy('run', '--run', ids[1])).code).toBe(0)
  expect(await airworthy('report', ids[1])).toMatchObject({ code: 0, err: '' })
})

test('a report of one run is not shown as that of another', async () => {
  const { airworthy, ids, fileOf } = await twoRuns()
  copyFileSync(fileOf(ids[0], 'report.json'), fileOf(ids[1], 'report.json'))
  const refused = { code: 2, err: expect.stringContaining(`it is that of the run ${ids[0]}`) }
  expect(await airworthy('report', ids[1])).toMatchObject(refused)
  // Neither with the journal, nor where earlier versions kept no digest.
  copyFileSync(fileOf(ids[0], 'journal.jsonl'), fileOf(ids[1], 'journal.jsonl'))
  expect((await airworthy('report', ids[1])).code).toBe(2)
})

test('a report whose digest is nowhere is shown with a remark', async () => {
  const { airworthy, ids, fileOf } = await twoRuns()
  const journal = fileOf(ids[1], 'journal.jsonl')
  // The lines of earlier versions: no digests of theirs, and none of reports.
  const lines = readFileSync(journal, 'utf8').replaceAll(/^\{"digest":"[0-9a-f]{64}",/gm, '{')
  writeFileSync(
    journal,
    lines
      .split('\n')
      .filter((line) => !line.includes('reports-kept'))
      .join('\n'),
  )
  const { code, out, err } = await airworthy('report', ids[1])
  expect([code, out]).toEqual([0, expect.stringContaining(ids[1])])
  expect(err).toMatch(/^! The journal of the run has no digest of .*report\.json/)
  rmSync(journal)
  expect(await airworthy('report', path.dirname(journal))).toMatchObject({
    code: 0,
    err: expect.stringMatching(/^! No journal lies beside .*report\.json/),
  })
})

test.each([
  ['cut off', (text: string) => text.slice(0, 200), 'report-differs'],
  ['emptied', () => '', 'report-differs'],
  [
    'given a member of another kind',
    (text: string) => text.replace(/"outcome": "\w+"/, '"outcome": 7'),
    'report-differs',
  ],
  ['removed', () => undefined, 'report-missing'],
])(
  'a report that was %s is written again as the error says, which claims nothing of other files',
  async (_, harm, code) => {
    const { airworthy, ids, fileOf } = await twoRuns()
    const file = fileOf(ids[1], 'report.json')
    const harmed = harm(readFileSync(file, 'utf8'))
    if (harmed === undefined) rmSync(file)
    else writeFileSync(file, harmed)
    for (const args of [['report'], ['report', ids[1]], ['report', path.dirname(file)]]) {
      const { code: exit, err } = await airworthy(...args)
      expect([exit, err]).toEqual([2, expect.stringContaining(`error[${code}]`)])
      expect(err).toContain(`\`airworthy run --run ${ids[1]}\``)
      expect(err).not.toMatch(/unchanged|ledger/)
    }
    expect((await airworthy('run', '--run', ids[1])).code).toBe(0)
    expect(await airworthy('report', ids[1])).toMatchObject({ code: 0, err: '' })
  },
)

test('a report that cannot be read and has no journal beside it is told without a remedy that needs one', async () => {
  const { airworthy, ids, fileOf } = await twoRuns()
  rmSync(fileOf(ids[1], 'journal.jsonl'))
  writeFileSync(fileOf(ids[1], 'report.json'), '{')
  const { code, err } = await airworthy('report', path.dirname(fileOf(ids[1], 'report.json')))
  expect([code, err]).toEqual([2, expect.stringContaining('error[report-unreadable]')])
  expect(err).not.toMatch(/--run|unchanged/)
})

test('a report beside a damaged journal is shown with a remark, and is there where no journal tells of its run', async () => {
  const { airworthy, ids, fileOf } = await twoRuns()
  const journal = fileOf(ids[1], 'journal.jsonl')
  writeFileSync(journal, readFileSync(journal, 'utf8').replace('"stage-finished"', '"stage-finishes"'))
  for (const args of [['report'], ['report', ids[1]], ['report', path.dirname(journal)]]) {
    const { code, out, err } = await airworthy(...args)
    expect([code, out]).toEqual([0, expect.stringContaining(ids[1])])
    expect(err).toMatch(/^! The journal beside .*report\.json is damaged/)
  }
  const resumed = await airworthy('run', '--run', ids[1])
  expect([resumed.code, resumed.err]).toEqual([2, expect.stringContaining('error[line-damaged]')])
  expect(resumed.err).not.toMatch(/delete/i)
  writeFileSync(journal, '')
  for (const args of [
    ['report', ids[1]],
    ['run', '--run', ids[1]],
  ]) {
    const { code, err } = await airworthy(...args)
    expect([code, err]).toEqual([2, expect.stringContaining('error[run-illegible]')])
    expect(err).toContain(`\`airworthy report ${path.dirname(journal)}\` shows it`)
  }
  expect((await airworthy('report', path.dirname(journal))).code).toBe(0)
})

test('what a cancelled run proposes resumes it, also where another was begun since', async () => {
  const world = await testWorld()
  put(world.cwd, { 'new.onnx': digits('digits-candidate'), 'old.onnx': digits('digits-1.0.0'), 'it is.yml': pipeline })
  const start = async (signal?: AbortSignal) => run(await load('it is.yml', world), world, { signal })
  const cancelled = await start(AbortSignal.abort())
  expect((await start()).outcome).toBe('pass')
  const [next] = cancelled.next
  expect([cancelled.outcome, next?.what]).toEqual(['cancelled', 'resume this run'])
  expect(cancelled.stages[0]?.problems).toMatchObject([{ hint: `\`${next?.command}\` continues where it stopped.` }])
  const [, ...words] = next?.command.split(' ') ?? []
  expect((await airworthyIn(world, [...words, '--json'])).out).toContain(`"runId": "${cancelled.runId}"`)
})

test('a cancelled run that is not trusted does not claim that it can be resumed', async () => {
  const runner = temporaryFolder()
  const trust = { level: 'untrusted', why: 'a test' } as const
  const world = await testWorld({ ci: true, trust, env: { ...process.env, RUNNER_TEMP: runner } })
  put(world.cwd, { 'new.onnx': digits('digits-candidate'), 'old.onnx': digits('digits-1.0.0'), 'p.yml': pipeline })
  const report = await run(await load('p.yml', world), world, { signal: AbortSignal.abort() })
  expect([report.outcome, report.next]).toEqual(['cancelled', []])
  expect(report.sentence).toBe('The run was cancelled; a run that is not trusted begins anew.')
  expect(report.stages[0]?.problems).toMatchObject([{ hint: 'Run it again: nothing is recorded twice.' }])
})

test('what a run proposes can be pasted, whatever its pipeline is called', async () => {
  const world = await testWorld()
  const shared = pipeline.replace(
    '{ validate: {} }',
    '{ benchmark: { scenarios: [{ provider: cpu }], budget: 1s }, compare: { metrics: { size: { margin: 5% } } } }',
  )
  put(world.cwd, { 'new.onnx': digits('digits-candidate'), 'old.onnx': digits('digits-1.0.0'), 'it is.yml': shared })
  const { outcome, next } = await run(await load('it is.yml', world), world, { shard: 'default' })
  expect([outcome, next[0]?.command]).toEqual(['measured', "airworthy merge 'it is.yml' FOLDER"])
})
