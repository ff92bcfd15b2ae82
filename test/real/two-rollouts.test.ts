import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { airworthy, type Ran } from '../command-line.ts'
import { temporaryFolder } from '../folders.ts'

// Two processes that want to roll out different candidates of one model at once, which share a ledger and nothing else.

const pipeline = (candidate: string, version: string): string => `pipeline: digits
model: { candidate: ${candidate}, production: registry }
registry: { file: ../ledger.jsonl, adopt: { version: 1.0.0, model: digits/digits-1.0.0.onnx } }
data:
  eval: { from: digits/test.npz, inputs: { image: images }, label: labels }
stages:
  benchmark: { scenarios: [{ provider: cpu, batch: 32, threads: 1 }], budget: 3s }
  compare: { against: production, outputs: stated, metrics: { size: { margin: 90% } } }
  gate: { require: [size] }
  release: { version: ${version} }
  rollout:
    target: { local: { replay: eval, rate: 200 } }
    steps: [50%, 100%]
    bake: 1s
    analysis: [{ metric: error-rate, margin: 10pp }]
    on-promoted: [{ run: [sh, -c, 'echo "$AIRWORTHY_EVENT_ID" >> ../hooks.txt'] }]
`

async function race(): Promise<{ ran: readonly Ran[]; entries: readonly Entry[]; hooks: readonly string[] }> {
  const top = temporaryFolder()
  const folders = ['one', 'two'].map((name) => path.join(top, name))
  for (const [at, cwd] of folders.entries()) {
    await cp('pipelines/digits', path.join(cwd, 'digits'), { recursive: true })
    const candidate = ['digits/digits-candidate.onnx', 'digits/digits-regression.onnx'][at] ?? ''
    await writeFile(path.join(cwd, 'airworthy.yml'), pipeline(candidate, `1.${at + 1}.0`))
  }
  const made = await airworthy(['registry', 'init'], { cwd: folders[0] ?? '' })
  expect(made.code, made.out + made.err).toBe(0)
  const ran = await Promise.all(folders.map((cwd) => airworthy(['run', 'airworthy.yml'], { cwd })))
  const lines = async (file: string): Promise<string[]> =>
    (await readFile(path.join(top, file), 'utf8').catch(() => '')).split('\n').filter((line) => line !== '')
  const entries = (await lines('ledger.jsonl')).map((line) => JSON.parse(line) as Entry)
  const verified = await airworthy(['ledger', 'verify'], { cwd: folders[0] ?? '' })
  expect(verified.code, verified.out + verified.err).toBe(0)
  return { ran, entries, hooks: await lines('hooks.txt') }
}

interface Entry {
  readonly kind: string
  readonly key: string
  readonly version?: string
  readonly outcome?: string
  readonly against?: string
}

test.each([1, 2, 3, 4, 5])('one of two candidates is promoted, and the other refused: race %i', async () => {
  const { ran, entries, hooks } = await race()
  const told = ran.map(({ code, out, err }) => `${code}\n${out}\n${err}`).join('\n')
  expect(ran.map(({ code }) => code).sort(), told).toEqual([0, 2])
  const refused = ran.find(({ code }) => code === 2)?.out ?? ''
  expect(refused, told).toMatch(/rollout-under-way|production-changed/)
  // To resume it cannot work: its candidate was compared with what serves no longer.
  expect(refused, told).toMatch(/next .* run airworthy\.yml +start a new run/)
  expect(refused, told).not.toContain('--resume')
  if (entries.filter(({ kind }) => kind === 'release').length === 3)
    expect(refused.replace(/\s+/g, ' '), told).toMatch(/ERROR digits 1\.[12]\.0 is released and does not serve: /)
  const keys = entries.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(entries.filter(({ kind }) => kind === 'rollout-started')).toHaveLength(1)
  expect(entries.filter(({ kind }) => kind === 'rollout-finished')).toMatchObject([{ outcome: 'promoted' }])
  const promotions = entries.filter(({ kind, against }) => kind === 'assign' && against !== undefined)
  expect(promotions).toMatchObject([{ against: '1.0.0' }])
  expect(hooks).toHaveLength(1)
})
