import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { starterWorkflow } from '../../src/entry/cli/init/starter.ts'
import { program } from '../command-line.ts'

// The workflows that users copy, judged by the two tools that users judge them with. `.ci/run` installs both.
const [actionlint, zizmor] = [
  process.env['AIRWORTHY_ACTIONLINT'] ?? 'actionlint',
  process.env['AIRWORTHY_ZIZMOR'] ?? 'zizmor',
]
const folder = path.resolve('examples/workflows')
const workflows = readdirSync(folder).map((file) => path.join(folder, file))
const actions = ['action.yml', 'comment/action.yml', 'release/action.yml'].map((file) => path.resolve(file))

test('actionlint has nothing to say', async () => {
  const { code, out, err } = await program(actionlint, workflows)
  expect([code, out, err]).toEqual([0, '', ''])
})

/** What the strictest persona for other people's workflows has to say. */
const pedantic = ['--offline', '--persona=pedantic', '--no-progress'] as const

test('the workflow that `airworthy init` writes is sound', async () => {
  const own = await mkdtemp(path.join(tmpdir(), 'airworthy-starter-'))
  onTestFinished(() => rm(own, { recursive: true }))
  const file = path.join(own, 'airworthy.yml')
  for (const where of ['', 'models/größe']) {
    await writeFile(file, starterWorkflow('0.1.0', where))
    const linted = await program(actionlint, [file])
    expect([linted.code, linted.out, linted.err]).toEqual([0, '', ''])
    const { code, out } = await program(zizmor, [...pedantic, file])
    expect([code, out]).toEqual([0, expect.stringContaining('No findings to report')])
  }
})

test('zizmor has no findings, and finds something where there is something', async () => {
  const sound = await program(zizmor, [...pedantic, ...workflows, ...actions])
  expect(sound.out).toContain('No findings to report')
  expect(sound.code).toBe(0)
  const own = await mkdtemp(path.join(tmpdir(), 'airworthy-hostile-'))
  onTestFinished(() => rm(own, { recursive: true }))
  const file = path.join(own, 'hostile.yml')
  await writeFile(
    file,
    'on: pull_request\njobs: { a: { runs-on: x, steps: [{ run: "echo ${{ github.head_ref }}" }] } }\n',
  )
  expect((await program(zizmor, [...pedantic, file])).code).not.toBe(0)
})

test('everything is pinned to a commit, and no job has more rights than it names', () => {
  expect(workflows.length).toBeGreaterThan(5)
  for (const file of workflows) {
    const text = readFileSync(file, 'utf8')
    for (const [, ref] of text.matchAll(/uses: \S+@(\S+)/g))
      expect([file, ref]).toEqual([file, expect.stringMatching(/^[0-9a-f]{40}$/)])
    const workflow = parse(text) as { permissions: unknown; jobs: Record<string, { 'timeout-minutes'?: number }> }
    expect(workflow.permissions).toEqual({})
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0)
  }
})
