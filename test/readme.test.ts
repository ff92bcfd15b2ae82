import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { load } from '../src/pipeline/load.ts'
import { program } from './command-line.ts'
import { bundle, testWorld } from './world.ts'

const readme = await readFile('README.md', 'utf8')
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text]) => text ?? '')

const commands = blocks('sh').flatMap((block) => block.trim().split('\n'))

/** A folder that looks like the repository to a user's commands, with the bundle of the sources under test as its dist/. */
async function checkout(): Promise<string> {
  const folder = path.join(path.resolve('.build'), `readme-${process.pid}-${Math.random().toString(36).slice(2)}`)
  await mkdir(folder, { recursive: true })
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const name of ['pipelines', 'node_modules']) await symlink(path.resolve(name), path.join(folder, name))
  await symlink(bundle, path.join(folder, 'dist'))
  const { exports: _, ...description } = JSON.parse(await readFile('package.json', 'utf8')) as Record<string, unknown>
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ ...description, exports: './dist/library.js' }))
  return folder
}

test('the two commands of the README are those that .ci/run runs on a clean checkout', async () => {
  const ci = await readFile('.ci/run', 'utf8')
  const composed = commands.filter((command) => command.startsWith('npm'))
  expect(composed).toEqual(['npm ci && npm start', 'npm ci && npm test'])
  for (const command of composed) expect(ci).toContain(`bash -c '${command}'`)
})

describe('every command of the README', () => {
  const own = commands.filter((command) => command.startsWith('node dist/cli.js'))
  test.each(own)(
    '%s',
    async (line) => {
      const [command = '', comment = ''] = line.split(/\s+#\s*/)
      const expected = Number(/exit code (\d+)/.exec(comment)?.[1] ?? 0)
      const [, ...args] = command.trim().split(/\s+/)
      const ran = await program(process.execPath, args, { cwd: await checkout() })
      expect(ran.code, ran.out + ran.err).toBe(expected)
    },
    120_000,
  )

  test('is one that a test runs', () => {
    expect(own.length + 2).toBe(commands.length)
  })
})

describe('every JavaScript example of the README', () => {
  test.each(blocks('js').map((text, index) => [index + 1, text] as const))(
    'number %i',
    async (index, text) => {
      const folder = await checkout()
      await writeFile(path.join(folder, `example-${index}.mjs`), text)
      const ran = await program(process.execPath, [`example-${index}.mjs`], { cwd: folder })
      expect(ran.code, ran.err).toBe(0)
      expect(ran.out).toMatch(/pass/i)
    },
    120_000,
  )
})

test('every pipeline in the README is sound, every workflow uses what action.yml has', async () => {
  const action = parse(await readFile('action.yml', 'utf8')) as { inputs: object }
  for (const text of blocks('yaml')) {
    const value = parse(text) as { pipeline?: string; steps?: { uses?: string; with?: object }[] }
    if (value.pipeline === undefined) {
      const own = value.steps?.filter((step) => step.uses?.startsWith('airworthy/')) ?? []
      expect(own).toHaveLength(1)
      for (const step of own)
        expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})))
      continue
    }
    const world = await testWorld()
    await world.files.writeText(path.join(world.cwd, 'p.yml'), text)
    expect((await load('p.yml', world)).name).toBe(value.pipeline)
  }
})
