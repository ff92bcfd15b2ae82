import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { load } from '../src/pipeline/load.ts'
import { readmeBlocks, readmeCommands, testReadme } from './readme.ts'
import { bundle, testWorld } from './world.ts'

// What measures takes minutes: test/real/whole-runs.test.ts runs it.
testReadme(bundle, 'all else')

test('the two commands of the README are those that .ci/run runs on a clean checkout', async () => {
  const ci = await readFile('.ci/run', 'utf8')
  const composed = readmeCommands.filter((command) => command.startsWith('npm'))
  expect(composed).toEqual(['npm ci && npm start', 'npm ci && npm test'])
  for (const command of composed) expect(ci).toContain(`bash -c '${command}'`)
})

test('every pipeline in the README is sound, every workflow uses what action.yml has', async () => {
  const action = parse(await readFile('action.yml', 'utf8')) as { inputs: object }
  for (const text of readmeBlocks('yaml')) {
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
