import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ciFacts } from '../../src/world/ci.ts'
import type { WorldOptions } from '../../src/world/index.ts'
import { airworthyIn, type Ran } from '../command-line.ts'
import { temporaryFolder } from '../folders.ts'
import { type Contents, checkout, models, ofFork, pipelineText } from './stranger.ts'

/** A program, or a module, that leaves a file behind if it is run. */
const program = '#!/bin/sh\ntouch it-ran\n'
const module = "import { writeFileSync } from 'node:fs'\nwriteFileSync('it-ran', '')\nexport default () => 1\n"
const rows = readFileSync('pipelines/digits/test.npz')

/** Adds the data set that rollouts replay, and metrics are worked out on. */
const data = 'data: { eval: { from: test.npz, inputs: { image: images }, label: labels } }\nregistry:'

interface Outcome extends Ran {
  readonly folder: string
}

async function inRun(
  text: string,
  more: Contents = {},
  options: Partial<WorldOptions> = ofFork,
  args: readonly string[] = ['run'],
): Promise<Outcome> {
  const world = await checkout({ ...models, 'test.npz': rows, 'airworthy.yml': text, ...more }, options)
  return { ...(await airworthyIn(world, [...args, 'airworthy.yml'])), folder: world.cwd }
}

const trusted: Partial<WorldOptions> = ciFacts({}, undefined)
const ran = ({ folder }: Outcome): boolean => readdirSync(folder).includes('it-ran')

test('a reader of data that a pull request brings is not run', async () => {
  const text = pipelineText()
    .replace('registry:', 'data: { eval: { from: test.npz, uses: ./reader.mjs } }\nregistry:')
    .replace('benchmark: {}', 'benchmark: { data: eval }')
  const found = await inRun(text, { 'reader.mjs': module })
  expect([found.code, found.err, ran(found)]).toEqual([2, expect.stringContaining('untrusted-code'), false])
})

test('a metric that a pull request brings is not run', async () => {
  const text = pipelineText()
    .replace('registry:', data)
    .replace('benchmark: {}', 'benchmark: { data: eval }')
    .replace('size: {', 'mine: { uses: ./metric.mjs, better: higher, ')
    .replace('50%', '0.1')
  const found = await inRun(text, { 'metric.mjs': module })
  expect([found.code, found.out + found.err, ran(found)]).toEqual([2, expect.stringContaining('untrusted-code'), false])
})

const rollout = (hook: string): string => `  release: {}
  rollout:
    target: { local: { replay: eval } }
    steps: [100%]
    bake: 1s
    analysis: [{ metric: error-rate, margin: 3pp }]
    on-promoted: [${hook}]
`
const withRollout = (hook: string): string => pipelineText(rollout(hook)).replace('registry:', data)

test('a hook that a pull request brings is not run', async () => {
  const found = await inRun(withRollout('{ run: ./hook.sh }'), { 'hook.sh': program })
  expect(found.out + found.err).toMatch(/rollout.*refused|untrusted-code/)
  expect(ran(found)).toBe(false)
})

test('a hook that starts a workflow of the repository is not asked to', async () => {
  const found = await inRun(withRollout('{ dispatch: { workflow: deploy.yml } }'))
  expect(found.out).toMatch(/rollout.*refused: the pull request comes from a fork/)
})

test('a pull request of a fork makes no tag, and no entry of the ledger', async () => {
  const world = await checkout({ ...models, 'airworthy.yml': pipelineText('  release: {}\n', 'registry: { git: . }') })
  const git = (...args: string[]) => execFileSync('git', args, { cwd: world.cwd, encoding: 'utf8' })
  git('init', '-q')
  const { code, out } = await airworthyIn(world, ['run', 'airworthy.yml'])
  expect([code, out]).toEqual([0, expect.stringMatching(/release.*refused: the pull request comes from a fork/)])
  expect(git('for-each-ref')).toBe('')
})

test('a release is a release under whatever name', async () => {
  const found = await inRun(pipelineText('  check-spelling: { kind: release }\n'))
  expect(found.out).toMatch(/check-spelling.*refused: the pull request comes from a fork/)
})

test('a stage that is called gate, and is none, lets nothing pass', async () => {
  const text = pipelineText('  release: {}\n').replace('gate: {}', 'gate: { kind: validate, checks: [graph] }')
  const found = await inRun(text, {}, trusted)
  expect([found.code, found.err]).toEqual([2, expect.stringContaining('stage-input-missing')])
})

test('a second gate that passes makes no failing check green', async () => {
  const failing = pipelineText('  lax: { kind: gate, needs: easy }\n').replace(
    '  gate: {}',
    '  gate: {}\n  easy: { kind: compare, needs: benchmark, metrics: { size: { margin: 900% } } }',
  )
  const found = await inRun(
    failing
      .replace('margin: 50%', 'margin: 0.0001%')
      .replace('candidate: new.onnx, production: old.onnx', 'candidate: old.onnx, production: new.onnx'),
  )
  expect(found.out).toMatch(/✓ lax/)
  expect(found.out + found.err).toMatch(/✗ gate/)
  expect(found.code).not.toBe(0)
})

test('a release that needs a stage before the gate does not go around it', async () => {
  const text = pipelineText('  release: { needs: validate }\n')
  const found = await inRun(text, {}, trusted)
  expect([found.code, found.err]).toEqual([2, expect.stringContaining('stage-input-missing')])
})

test('a release that needs a lax gate beside the strict one does not go around that', async () => {
  const lax =
    '  easy: { kind: compare, needs: benchmark, metrics: { size: { margin: 900% } } }\n  lax: { kind: gate, needs: easy }\n'
  const around = pipelineText(`${lax}  release: { needs: lax }\n`)
  const found = await inRun(around, {}, trusted)
  expect([found.code, found.err]).toEqual([2, expect.stringContaining('gate-bypassed')])
  const both = await inRun(pipelineText(`${lax}  release: { needs: [gate, lax] }\n`), {}, trusted)
  expect([both.code, both.err]).toEqual([0, expect.not.stringContaining('error')])
})

test('no override of a gate is taken in a pull request of a fork', async () => {
  const world = await checkout({ ...models, 'airworthy.yml': pipelineText() })
  const { code, err } = await airworthyIn(world, ['run', 'airworthy.yml', '--override', 'it is fine', '--by', 'Ada'])
  expect([code, err]).toEqual([2, expect.stringContaining('override-refused')])
})

test('an expression names no secret, no token and no function', async () => {
  for (const term of [
    'secrets.TOKEN',
    'github.token',
    'toJSON(secrets)',
    "hashFiles('x')",
    'env',
    'process.exit(0)',
    'inputs.a.constructor',
  ]) {
    const found = await inRun(pipelineText().replace('new.onnx', `"\${{ ${term} }}"`))
    expect([term, found.code, found.err]).toEqual([term, 2, expect.stringContaining('expression-unknown')])
  }
})

test('what an input was given is not replaced once more', async () => {
  const text = pipelineText()
    .replace('new.onnx', "'${{ inputs.file }}'")
    .replace('registry:', 'inputs: { file: {} }\nregistry:')
  const world = await checkout({ ...models, 'airworthy.yml': text }, { ...trusted, env: { MY_TOKEN: 'of-the-run' } })
  const { code, err } = await airworthyIn(world, ['run', 'airworthy.yml', '--input', 'file=${{ env.MY_TOKEN }}'])
  expect([code, err]).toEqual([2, expect.stringContaining('${{ env.MY_TOKEN }}')])
  expect(err).not.toContain('of-the-run')
})

test('an address in a pipeline is not asked, be it the metadata of a cloud or a server on this machine', async () => {
  let asked = 0
  const server = createServer((socket) => {
    asked++
    socket.destroy()
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  const addresses = [
    `http://127.0.0.1:${port}/x.git`,
    `git://localhost:${port}/x`,
    `ssh://localhost:${port}/x`,
    `http://[::ffff:127.0.0.1]:${port}/x`,
    'http://169.254.169.254/latest/meta-data',
    'file:///etc',
  ]
  for (const remote of addresses)
    for (const command of ['run', 'plan']) {
      const text = pipelineText('', `registry: { git: ., remote: '${remote}' }`).replace(', production: old.onnx', '')
      const world = await checkout({ ...models, 'airworthy.yml': text })
      execFileSync('git', ['init', '-q'], { cwd: world.cwd })
      const { code, out, err } = await airworthyIn(world, [command, 'airworthy.yml'])
      expect([remote, code, out + err]).toEqual([remote, 2, expect.stringContaining('registry-untrusted')])
    }
  expect(asked).toBe(0)
})

test('a registry elsewhere on the machine is neither made nor opened', async () => {
  const elsewhere = temporaryFolder()
  for (const registry of [`{ git: '${elsewhere}/made' }`, `{ git: '${elsewhere}' }`, "{ git: '../..' }"]) {
    const text = pipelineText('  release: {}\n', `registry: ${registry}`).replace(', production: old.onnx', '')
    for (const command of ['run', 'plan']) {
      const found = await inRun(text, {}, ofFork, [command])
      expect([found.code, found.out + found.err]).toEqual([2, expect.stringContaining('registry-untrusted')])
    }
  }
  expect(readdirSync(elsewhere)).toEqual([])
})

test('a ledger file elsewhere on the machine is not written', async () => {
  const file = path.join(temporaryFolder(), 'made', 'ledger.jsonl')
  const text = pipelineText('  release: {}\n', `registry: { file: '${file}' }`)
  for (const command of ['run', 'plan']) await inRun(text, {}, ofFork, [command])
  expect(existsSync(path.dirname(file))).toBe(false)
})

test('a pull request of a fork can still try its model out', async () => {
  expect((await inRun(pipelineText())).code).toBe(0)
  const world = await checkout(models)
  expect(await airworthyIn(world, ['validate', 'new.onnx'])).toMatchObject({ code: 0 })
})

test('the label of a runner writes nothing into the outputs of a job', async () => {
  for (const label of ['"a\\nmatrix={}"', '"$(x)"', '"a b"', '"${{ github.token }}"']) {
    const text = pipelineText().replace('benchmark: {}', `benchmark: { scenarios: [{ runner: [${label}] }] }`)
    const found = await inRun(text, {}, ofFork, ['plan', '--matrix'])
    expect([label, found.code, found.out]).toEqual([label, 2, ''])
  }
  const text = pipelineText().replace('benchmark: {}', 'benchmark: { scenarios: [{ runner: [gpu] }] }')
  expect((await inRun(text, {}, ofFork, ['plan', '--matrix'])).out.trimEnd()).not.toContain('\n')
})

test('hiding variables in a pipeline shows none of them, and hides no word of ours', async () => {
  const env = { MY_TOKEN: 'value-of-a-token', GITHUB_HEAD_REF: 'candidate' }
  const text = pipelineText('', 'secrets: [GITHUB_HEAD_REF]\nregistry: { scratch: true }')
  const missing = await inRun(text.replace('new.onnx', 'a-value-of-a-token.onnx'), {}, { ...ofFork, env })
  expect(missing.code).toBe(2)
  expect(missing.out + missing.err).toContain('a-***.onnx')
  expect(missing.out + missing.err).not.toMatch(/value-of/)
  expect(await inRun(text, {}, { ...ofFork, env })).toMatchObject({ code: 0 })
})
