import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runAction } from '../mini-runner.ts'
import { bundle, testWorld } from '../world.ts'
import { firstSha } from './stand-in/seed.ts'
import { start } from './start.ts'

const digits = path.resolve('pipelines/digits')
const pipeline = (name: string, more = ''): string => `pipeline: ${name}
model: { candidate: ${digits}/digits-candidate.onnx, production: ${digits}/digits-1.0.0.onnx }
registry: { scratch: true }
stages:
  validate: { checks: [graph] }
  benchmark: {}
  compare: { metrics: { size: { margin: 50% } } }
  gate: {}
${more}`

/** Runs the Action under a trigger on what a stranger wrote: `head` is checked out, `base` is what the repository says. */
async function under(event: string, head: string, base: string) {
  const github = await start({ commits: [{ sha: firstSha, files: { 'airworthy.yml': base } }] })
  const { cwd } = await testWorld()
  await writeFile(path.join(cwd, 'airworthy.yml'), head)
  return runAction({
    action: path.resolve('action.yml'),
    main: path.join(bundle, 'action.js'),
    workspace: cwd,
    event: { name: event, payload: {} },
    token: 'write-token',
    inputs: { comment: 'never', check: 'never' },
    env: { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'airworthy/models', GITHUB_SHA: firstSha },
  })
}

test.each(['pull_request_target', 'workflow_run', 'issue_comment'])(
  'under %s the pipeline is the one of the base, whatever is checked out',
  async (event) => {
    const run = await under(event, pipeline('of-the-stranger'), pipeline('of-the-base'))
    expect(run.exitCode, run.log).toBe(0)
    const report = JSON.stringify(run.outputs) + run.summary
    expect(run.summary).toContain('size')
    expect(report).not.toContain('of-the-stranger')
  },
)

test('under a trigger of strangers nothing is released, even where the base says so', async () => {
  const text = pipeline('digits', '  release: {}\n')
  const run = await under('pull_request_target', text, text)
  expect([run.exitCode, run.outputs['version']], run.log).toEqual([0, ''])
  expect(run.summary).toMatch(/release.*refused: the trigger pull&#95;target|release.*refused: the trigger pull/)
})

test("a user's own code is refused there, also that of the base", async () => {
  const code = `data:
  eval: { from: ${digits}/test.npz, uses: ./reader.mjs }
`
  const run = await under(
    'workflow_run',
    pipeline('digits'),
    pipeline('digits', code).replace('benchmark: {}', 'benchmark: { data: eval }'),
  )
  expect(run.exitCode).toBe(2)
  expect(run.log).toContain('untrusted-code')
})

test('in a pull request it is the one that is checked out: that is what is tried', async () => {
  const run = await under('push', pipeline('checked-out'), pipeline('of-the-base'))
  expect(run.exitCode, run.log).toBe(0)
})
