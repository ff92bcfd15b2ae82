import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { nameFrom } from '../../src/entry/cli/init/starter.ts'
import { airworthyIn } from '../command-line.ts'
import { testWorld } from '../world.ts'

const candidate = path.resolve('pipelines/digits/digits-candidate.onnx')

describe('init in a folder of a repository', () => {
  async function inFolder(folder: string) {
    const { cwd: top, processes } = await testWorld()
    await processes.run('git', ['init', '--quiet', '-b', 'main', top])
    const cwd = path.join(top, folder)
    await mkdir(cwd, { recursive: true })
    await copyFile(candidate, path.join(cwd, 'mödel größe 1.onnx'))
    return { top, cwd, world: await testWorld({ cwd }) }
  }
  const init = ['init', 'mödel größe 1.onnx']
  interface Workflow {
    readonly jobs: Readonly<
      Record<string, { readonly steps: readonly { readonly uses: string; readonly with?: Record<string, unknown> }[] }>
    >
  }
  const stepsOf = async (file: string) =>
    Object.values((parse(await readFile(file, 'utf8')) as Workflow).jobs).flatMap(({ steps }) => steps)

  test('writes the workflow where GitHub looks, and creates the ledger of the repository', async () => {
    const { top, cwd, world } = await inFolder('models/digits')
    const { code, out } = await airworthyIn(world, init)
    expect([code, out]).toEqual([0, expect.stringContaining('✓ wrote ../../.github/workflows/airworthy.yml')])
    expect(await readdir(cwd)).toEqual(expect.not.arrayContaining(['.github', '.git']))
    const pipeline = parse(await readFile(path.join(cwd, 'airworthy.yml'), 'utf8')) as Record<string, unknown>
    expect(pipeline).toMatchObject({ pipeline: 'model-grosse-1', registry: { git: '../..' } })
    expect((await world.processes.run('git', ['rev-parse', 'airworthy/ledger'], { cwd: top })).code).toBe(0)
    expect((await airworthyIn(world, ['registry', 'init'])).out).toContain('is there already')
    const steps = await stepsOf(path.join(top, '.github/workflows/airworthy.yml'))
    const ours = steps.filter(({ uses }) => uses.startsWith('airworthy/'))
    expect(ours.map((step) => step.with?.['working-directory'])).toEqual(['models/digits', 'models/digits'])
    const caches = steps.filter(({ uses }) => uses.startsWith('actions/cache'))
    expect(new Set(caches.map((step) => step.with?.['path']))).toEqual(new Set(['models/digits/.airworthy/store']))
  })

  test('takes any name of a folder, in which no expression is replaced', async () => {
    const folder = 'a, b} #${{ github.token }}'
    const { top, world } = await inFolder(folder)
    expect((await airworthyIn(world, init)).code).toBe(0)
    const [step] = (await stepsOf(path.join(top, '.github/workflows/airworthy.yml'))).filter(({ uses }) =>
      uses.startsWith('airworthy/'),
    )
    expect(step?.with?.['working-directory']).toBe(folder.replace('${{', "${{ '${{' }}"))
  })

  test('leaves the workflow of another folder alone', async () => {
    const { top, cwd, world } = await inFolder('a')
    expect((await airworthyIn(world, init)).code).toBe(0)
    const other = await testWorld({ cwd: path.join(top, 'ab') })
    await mkdir(other.cwd)
    await copyFile(candidate, path.join(other.cwd, 'model.onnx'))
    for (const more of [[], ['--force']])
      expect((await airworthyIn(other, ['init', 'model.onnx', ...more])).code).toBe(0)
    expect((await readdir(path.join(top, '.github/workflows'))).sort()).toEqual(['airworthy-ab.yml', 'airworthy.yml'])
    expect((await airworthyIn(world, init)).err).toContain('error[init-exists]')
    expect((await airworthyIn(await testWorld({ cwd }), [...init, '--force'])).code).toBe(0)
    expect(await readdir(path.join(top, '.github/workflows'))).toHaveLength(2)
  })

  test('leaves nothing behind where the workflow cannot be written', async () => {
    const { top, cwd, world } = await inFolder('a')
    const place = path.join(top, '.github')
    await writeFile(place, '')
    expect((await airworthyIn(world, init)).err).toMatch(/error\[file-denied\]: .*a part of its path is not a folder/)
    expect(await readdir(cwd)).toEqual(['mödel größe 1.onnx'])
    await rm(place)
    expect((await airworthyIn(world, init)).code).toBe(0)
  })

  test.each([
    ['Модель', ''],
    ['_x_', 'x'],
    ['Łódź-Ærø', 'Lodz-AEro'],
    ['ﬁne', 'fine'],
  ])('a name of a pipeline keeps the letters of %s', (text, name) => expect(nameFrom(text)).toBe(name))
})
