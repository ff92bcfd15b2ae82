import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as core from '@actions/core'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import type { RunReport } from '../../src/core/report.ts'
import { runOnGitHub } from '../../src/entry/action/event.ts'
import { tell } from '../../src/entry/action/pipeline.ts'
import { starterPipeline } from '../../src/entry/cli/init/starter.ts'
import { failureOf, problemLines } from '../../src/entry/failure.ts'
import { writeModel } from '../../src/onnx/format/index.ts'
import { buildGraph, buildModel, node, value } from '../../src/onnx/graph/build.ts'
import { summarize } from '../../src/onnx/graph/index.ts'
import { load, type Pipeline } from '../../src/pipeline/load.ts'
import { formats, renderMarkdown, renderReleaseNotes } from '../../src/report/index.ts'
import { renderTerminal } from '../../src/report/terminal/index.ts'
import { createMask } from '../../src/world/secrets/index.ts'
import { airworthyIn, type Ran } from '../command-line.ts'
import { temporaryFolder } from '../folders.ts'
import { passed, saying } from '../report/fixtures.ts'
import { type Contents, checkout, models, pipelineText } from './stranger.ts'

/** What a runner obeys where a line of a log begins with it. */
const command = /^\s*(?:::\w|##\[)/m
/** What moves the cursor, hides a text or turns it around. */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/

/** `y = relu(x)`, with names of a stranger's. */
function named(name: string): Uint8Array {
  const graph = buildGraph({
    inputs: [value(name, 'float32', ['N', 3])],
    outputs: [value(`${name}2`, 'float32', ['N', 3])],
    nodes: [node('Relu', [name], [`${name}2`], { name })],
  })
  return writeModel(buildModel({ graph, opset: 17, producerVersion: name, metadata: { [name]: name, version: name } }))
}

async function inFork(contents: Contents, args: readonly string[]): Promise<Ran> {
  return airworthyIn(await checkout(contents), args)
}

const markdown = (text: string): string => `${renderMarkdown(saying(text))}\n${renderReleaseNotes(saying(text))}`
/** Comment and release notes, without their blocks of code, in which nothing is obeyed. */
const comments = (text: string): string => markdown(text).replace(/^(`{3,})(?:sh|mermaid)\n[\s\S]*?\n\1$/gm, '')
const tagsIn = (text: string): readonly string[] =>
  [
    ...micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true }).matchAll(
      /<[a-z!/?][^>]*>/gi,
    ),
  ].map(([tag]) => tag)
const page = async (text: string): Promise<string> =>
  (await formats.find(({ name }) => name === 'html')?.render(saying(text))) as string

test("commands of the runner in a tensor's name are text", async () => {
  const model = named('x\n::set-env name=PATH::/tmp/evil\n##[set-output name=a;]b')
  for (const args of [
    ['inspect', 'new.onnx'],
    ['diff', 'old.onnx', 'new.onnx'],
  ]) {
    const { out, err } = await inFork({ ...models, 'new.onnx': model }, args)
    expect(out + err).toContain('set-env')
    expect(out + err).not.toMatch(command)
  }
})

test('commands of the runner in the name of a file are text', async () => {
  const name = 'a\n::add-mask::pass\n::stop-commands::x.onnx'
  for (const args of [
    ['validate', name],
    ['inspect', name],
    ['diff', name, name],
    ['check', name],
    ['verify', name],
  ]) {
    const { code, out, err } = await inFork({}, args)
    expect(code).toBe(2)
    expect(out + err).toContain('add-mask')
    expect(out + err).not.toMatch(command)
  }
})

test('commands of the runner in a key of the pipeline are text', async () => {
  const text = pipelineText().replace('validate:', '"a\\n::error::b": {}\n  validate:')
  for (const contents of [text, `${pipelineText()}"\\n::notice::x": 1\n`]) {
    const { code, err } = await inFork({ ...models, 'airworthy.yml': contents }, ['check', 'airworthy.yml'])
    expect(code).toBe(2)
    expect(err).not.toMatch(command)
  }
})

test('commands of the runner in an error of whatever kind are text', () => {
  for (const thrown of [new Error('a\n::error::b'), 'x\n::set-env name=a::b', { toString: () => '\n##[group]' }])
    expect(problemLines(failureOf(thrown).problems)).not.toMatch(command)
  const where = { file: '::stop-commands::x', line: 1, column: 1 }
  const problem = { code: 'x', message: '::error::a', hint: '::error::b', where }
  expect(problemLines([problem])).not.toMatch(command)
})

/** What the Action writes to its log, its outputs and its summary of a report. */
async function told(report: RunReport): Promise<{ log: string; outputs: string; summary: string }> {
  const folder = temporaryFolder()
  const [outputs, summary] = [path.join(folder, 'outputs'), path.join(folder, 'summary')]
  for (const file of [outputs, summary]) writeFileSync(file, '')
  vi.stubEnv('GITHUB_OUTPUT', outputs)
  vi.stubEnv('GITHUB_STEP_SUMMARY', summary)
  // The toolkit remembers the file of the test before.
  Reflect.set(core.summary, '_filePath', undefined)
  let log = ''
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    log += String(chunk)
    return true
  })
  const pipeline: Pipeline = await load('airworthy.yml', await checkout({ ...models, 'airworthy.yml': pipelineText() }))
  try {
    await tell({ report, pipeline }, runOnGitHub({ GITHUB_WORKSPACE: folder }, {}), createMask({}))
  } finally {
    write.mockRestore()
    vi.unstubAllEnvs()
  }
  return { log, outputs: readFileSync(outputs, 'utf8'), summary: readFileSync(summary, 'utf8') }
}

test('no text ends the value of an output and begins another output', async () => {
  const text = '/a/report.html\nghadelimiter\nEOF\nverdict<<EOF\npass\nEOF\nversion=9.9.9'
  const report = { ...passed(), outcome: 'fail' as const, files: { html: text, json: text, evidence: text } }
  const { outputs } = await told(report)
  const delimiter = /^report<<(ghadelimiter_[\w-]{36})$/m.exec(outputs)?.[1]
  expect(outputs).toContain(`report<<${delimiter}\n${text}\n${delimiter}\n`)
  expect(outputs.match(/^verdict<<ghadelimiter_/gm)).toHaveLength(1)
})

test('no text leaves an annotation and becomes a command of its own', async () => {
  const { log } = await told(saying('a\n::set-env name=x::y,title=b::\r\n::stop-commands::z %0A::add-mask::w'))
  const commands = log.split('\n').filter((line) => /^\s*(?:::|##\[)/.test(line))
  expect(commands.length).toBeGreaterThan(3)
  for (const line of commands) expect(line).toMatch(/^::(?:error|warning|notice) (?!.*%0A::add-mask)/)
})

test('no text is a command of the runner in the summary of the job', async () => {
  const { summary } = await told(saying('a\n::error::b\n##[group]'))
  expect(summary).toContain('error')
  expect(summary).not.toMatch(command)
})

test('no text mentions a person, a team or a bot that takes orders', () => {
  for (const text of ['@octocat', '@airworthy/everyone', '@dependabot merge', 'x @a', '(@a)', 'cc: @a-b/c-d'])
    expect(comments(text)).not.toMatch(/@(?!&#8203;)[A-Za-z0-9]/)
})

test('no text closes an issue or refers to a commit, also in the notes of a release', () => {
  const shown = comments('fixes #1, closes GH-2, resolves owner/repo#3')
  expect(shown).toContain('fixes')
  expect(shown).not.toMatch(/(?<!&)#\d|GH-\d/)
})

test('no text loads a picture from a server, which would say who reads it', () => {
  const shown = comments('![x](https://stranger.example/pixel.png) <img src=https://stranger.example/p>')
  expect(shown).toContain('pixel')
  expect(shown).not.toMatch(/!\[|<img|https?:\/\/stranger/)
})

test('no text is a link that looks like one of ours', () => {
  const shown = comments(
    '[The run](https://stranger.example) <a href="https://stranger.example">x</a> www.stranger.example',
  )
  expect(shown).not.toMatch(/\]\(https:\/\/stranger|<a |https:\/\/stranger|www\.stranger/)
})

test('no text closes the table, the fold or the block of code that it stands in', () => {
  const text = '</details></td></table>\n\n```\n````\n~~~\n| a | b |\n# PASS\n<!--'
  expect(tagsIn(markdown(text))).toEqual(tagsIn(markdown('word')))
})

test('no text imitates the marker of a comment', () => {
  const shown = comments('--> <!-- airworthy:v1 key=digits run=9 attempt=9 commit=a -->')
  expect(shown).toContain('airworthy:v1 key=digits')
  expect(shown).not.toMatch(/<!--|-->/)
})

test('no text brings a script to the report, nor ends the one that is there', async () => {
  const shown = await page('</script><script>alert(1)</script><svg onload=alert(2)>"><img src=x onerror=alert(3)>')
  const [ours, theirs] = [await page('word'), shown].map((text) => text.match(/<\/?(?:script|svg|img)\b/g)?.length)
  expect(theirs).toBe(ours)
  // What stands between the quotes of an attribute is no attribute.
  expect(shown).not.toMatch(/<(?:[^>"]|"[^"]*")*\son(?:load|error)=/)
})

test("no text moves the terminal's cursor, writes its clipboard or hides what is said", async () => {
  const text = 'a\u001b]52;c;ZXZpbA==\u0007\u001b[2J\u001b[1A\u009b1A\u202eb\u200bc\u2066\r\u0008d'
  expect(renderTerminal(saying(text), { colour: false, width: 80 })).not.toMatch(unseen)
  const { out, err } = await inFork({ 'new.onnx': named(text) }, ['inspect', 'new.onnx'])
  expect(out + err).not.toMatch(unseen)
})

test('a name with the syntax of a shell is one argument of a program, and no shell reads it', async () => {
  const world = await checkout({})
  const branch = 'a$(touch it-ran)`touch it-ran`;touch it-ran|touch it-ran\n&touch it-ran'
  const { stdout } = await world.processes.run(process.execPath, ['-p', 'process.argv[1]', branch])
  expect(stdout).toBe(`${branch}\n`)
  expect(existsSync(path.join(world.cwd, 'it-ran'))).toBe(false)
})

test('a remote, or a name, that begins with a dash is no option of git', async () => {
  for (const registry of ["{ git: ., remote: '--upload-pack=touch it-ran' }", '{ git: ., remote: -oProxyCommand=x }']) {
    const text = pipelineText('', `registry: ${registry}`)
    const { code, err } = await inFork({ ...models, 'airworthy.yml': text }, ['check', 'airworthy.yml'])
    expect([code, err]).toEqual([2, expect.stringContaining('does not begin with a dash')])
  }
  const text = pipelineText().replace('pipeline: digits', 'pipeline: --force')
  expect((await inFork({ ...models, 'airworthy.yml': text }, ['check', 'airworthy.yml'])).code).toBe(2)
})

test('the name of a tensor writes no line of the pipeline that init makes', () => {
  const summary = summarize(
    buildModel({
      graph: buildGraph({
        inputs: [value('x\nstages: { release: {} }\n\u2028a: b\u0085c: d', 'float32', [1])],
        outputs: [],
        nodes: [],
      }),
      opset: 17,
    }),
    1,
  )
  const text = starterPipeline('a: b #\n.onnx', summary, { folder: '', remote: undefined })
  const [made, usual] = [
    parse(text),
    parse(starterPipeline('a.onnx', summary, { folder: '', remote: undefined })),
  ] as Record<string, unknown>[]
  expect(Object.keys(made ?? {})).toEqual(['pipeline', 'model', 'registry', 'stages'])
  expect(made?.['stages']).toEqual(usual?.['stages'])
  expect(made?.['model']).toMatchObject({ candidate: 'a: b #\n.onnx' })
})

async function checked(text: string): Promise<Ran> {
  return inFork({ ...models, 'airworthy.yml': text }, ['check', 'airworthy.yml'])
}

test('YAML aliases that multiply themselves are refused', async () => {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x]']
  for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg'].map(([one, other]) => [one, other]))
    lines.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`)
  const { code, err } = await checked(`${lines.join('\n')}\n${pipelineText()}`)
  expect([code, err]).toEqual([2, expect.stringContaining('pipeline-not-yaml')])
})

test('a YAML alias of itself is refused', async () => {
  const { code, err } = await checked(pipelineText().replace('{ checks: [graph] }', '&a { checks: [graph], more: *a }'))
  expect(code).toBe(2)
  expect(err).not.toContain('error[bug]')
})

test('a YAML tag makes no function and runs nothing', async () => {
  for (const tag of [
    '!!js/function "function () { process.exit(0) }"',
    '!!python/object/apply:os.system ["x"]',
    '!ruby/object:Gem {}',
  ]) {
    const { code, err } = await checked(pipelineText().replace('pipeline: digits', `pipeline: ${tag}`))
    expect(code).toBe(2)
    expect(err).not.toContain('error[bug]')
  }
})

test('a YAML merge key brings no setting that the line does not show', async () => {
  const { code, err } = await checked(pipelineText().replace('gate: {}', 'gate: { <<: { inconclusive: pass } }'))
  expect([code, err]).toEqual([2, expect.stringContaining('<<')])
})

test('a member called `__proto__` hides nothing from the checks of a pipeline', async () => {
  for (const text of [
    pipelineText().replace('gate: {}', 'gate: { __proto__: { inconclusive: pass } }'),
    `${pipelineText()}__proto__: { secrets: [] }\n`,
  ])
    expect((await checked(text)).err).toContain('pipeline-wrong-name')
})

test('a setting that is given twice is refused, whichever a reader would see', async () => {
  const { code, err } = await checked(pipelineText().replace('gate: {}', 'gate: {}\n  gate: { inconclusive: pass }'))
  expect([code, err]).toEqual([2, expect.stringContaining('pipeline-duplicate-name')])
})

test('the message and the author of a commit reach no line of a log', async () => {
  const world = await checkout({ ...models, 'airworthy.yml': pipelineText() })
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a\u001b[2J', '-c', 'user.email=::error::@x', ...args], { cwd: world.cwd })
  git('init', '-q', '-b', 'main')
  git('add', '.')
  git('commit', '-q', '-m', 'a\n\n::set-env name=PATH::/evil\n##[group]b')
  const { code, out, err } = await airworthyIn(world, ['run', 'airworthy.yml'])
  expect(code, err).toBe(0)
  expect(out + err).not.toMatch(/set-env|##\[|\u001b|::error/)
})
