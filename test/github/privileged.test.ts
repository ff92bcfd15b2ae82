import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { airworthy } from '../command-line.ts'
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

type Contents = Readonly<Record<string, string | Uint8Array>>

/** A repository whose base says one thing, and a checkout of a stranger's that says another. */
async function apart(head: Contents, base: Contents) {
  const github = await start({ commits: [{ sha: firstSha, files: base }] })
  const { cwd } = await testWorld()
  for (const [name, content] of Object.entries(head)) {
    await mkdir(path.dirname(path.join(cwd, name)), { recursive: true })
    await writeFile(path.join(cwd, name), content)
  }
  return { github, cwd }
}

/** Runs the Action under a trigger on what a stranger wrote: `head` is checked out, `base` is what the repository says. */
async function under(event: string, head: string, base: string, files: { head?: Contents; base?: Contents } = {}) {
  const { github, cwd } = await apart(
    { 'airworthy.yml': head, ...files.head },
    { 'airworthy.yml': base, ...files.base },
  )
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

describe('what the candidate is judged by', () => {
  const judged = `pipeline: digits
model: { candidate: new.onnx, production: old.onnx }
registry: { scratch: true }
data: { eval: { from: data/test.npz, inputs: { image: images }, label: labels } }
stages:
  validate: { checks: [graph], contract: contract.yml }
  benchmark: {}
  compare: { metrics: { accuracy: { margin: 5pp } } }
  gate: {}
`
  const contents = async (candidate: string): Promise<Record<string, Uint8Array>> => ({
    'new.onnx': await readFile(`${digits}/${candidate}.onnx`),
    'old.onnx': await readFile(`${digits}/digits-1.0.0.onnx`),
    'data/test.npz': await readFile(`${digits}/test.npz`),
  })
  const text = judged.replace(', contract: contract.yml', '')

  test('is of the base: with its own files a candidate of the stranger is measured', async () => {
    const files = await contents('digits-candidate')
    const run = await under('pull_request_target', text, text, { head: files, base: { ...files, 'new.onnx': 'other' } })
    expect(run.exitCode, run.log).toBe(0)
  })

  test.each(['data/test.npz', 'old.onnx'])(
    'is refused where %s is another, or is not there in the base',
    async (name) => {
      const files = await contents('digits-candidate')
      const swapped = { ...files, [name]: Buffer.concat([files[name] as Uint8Array, Buffer.of(0)]) }
      const other = await under('pull_request_target', text, text, { head: swapped, base: files })
      expect([other.exitCode, other.log]).toEqual([2, expect.stringContaining('file-of-base')])
      const { [name]: _, ...without } = files
      const absent = await under('workflow_run', text, text, { head: files, base: without })
      expect([absent.exitCode, absent.log]).toEqual([
        2,
        expect.stringContaining(`${name} has to be the repository's own`),
      ])
    },
  )

  test('is of the base where Git LFS keeps it, which has a pointer in its place', async () => {
    const files = await contents('digits-candidate')
    const data = files['data/test.npz'] as Uint8Array
    const digest = createHash('sha256').update(data).digest('hex')
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${digest}\nsize ${data.length}\n`
    const run = await under('issue_comment', text, text, { head: files, base: { ...files, 'data/test.npz': pointer } })
    expect(run.exitCode, run.log).toBe(0)
  })

  test('the command line follows the same rule', async () => {
    const files = await contents('digits-candidate')
    const swapped = { ...files, 'data/test.npz': Buffer.concat([files['data/test.npz'] as Uint8Array, Buffer.of(0)]) }
    const { github, cwd } = await apart({ 'airworthy.yml': text, ...swapped }, { 'airworthy.yml': text, ...files })
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request_target',
      GITHUB_WORKSPACE: cwd,
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: 'airworthy/models',
      GITHUB_SHA: firstSha,
    }
    const refused = await airworthy(['run', 'airworthy.yml'], { cwd, env })
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('pipeline-of-base')])
    const asked = await airworthy(['run', 'airworthy.yml'], { cwd, env: { ...env, GITHUB_TOKEN: 'write-token' } })
    expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('file-of-base')])
  })
})
