import path from 'node:path'
import { expect, it, test } from 'vitest'
import { parse } from 'yaml'
import type { World } from '../../../src/core/world.ts'
import { pipelineOf } from '../../../src/pipeline/load.ts'
import { plan } from '../../../src/pipeline/plan.ts'
import { ledgerKindOf, ledgers, openLedger } from '../../../src/registry/index.ts'
import { ledgerContract } from '../../contracts/ledger.ts'
import { testWorld } from '../../world.ts'
import { workTreeIn } from './work-tree.ts'

/** What each driver of the table is opened with for its contract: git in a repository with a work tree, as scratch makes a bare one. */
const settings: Readonly<Record<string, (world: World) => object | Promise<object>>> = {
  git: async (world) => ({ git: await workTreeIn(world) }),
  file: () => ({ file: 'registry/ledger.jsonl' }),
  scratch: () => ({ scratch: true }),
}

const placeIn = ({ cwd }: World) => ({ folder: cwd, runFolder: path.join(cwd, 'run') })

for (const { name, settings: schema, endsWithRun } of ledgers)
  ledgerContract(
    name,
    async (world) => openLedger(schema.parse(await settings[name]?.(world)), placeIn(world), world),
    { isCreated: endsWithRun },
  )

test.each(ledgers)('$name is chosen by the setting of its name, and its example fits', (kind) => {
  const example = kind.settings.parse(parse(kind.example))
  expect(Object.keys(example)).toContain(kind.name)
  expect(ledgerKindOf(example)).toBe(kind)
})

const value = { pipeline: 'p', model: { candidate: 'm.onnx', production: 'registry' }, stages: { validate: {} } }

it.each([
  [{ registry: { fiel: 'ledger.jsonl' } }, /Did you mean file\?/],
  [{ registry: { git: '.', remot: 'origin' } }, /Did you mean remote\?/],
  [{ registry: { git: '.', remote: '--upload-pack=x' } }, /does not begin with a dash/],
  [{ registry: { file: 'a', git: 'b' } }, /./],
  [{ registry: {} }, /./],
])('%j is refused with what would be valid', async (part, message) => {
  const world = await testWorld()
  const text = await Promise.resolve()
    .then(() => pipelineOf({ ...value, ...part }, world.cwd, world))
    .catch(({ problems }: { problems: readonly { message: string; hint: string }[] }) =>
      problems.map((problem) => `${problem.message} ${problem.hint}`).join('\n'),
    )
  expect(text).toMatch(message)
})

test('planning makes no registry that only a run has, and looks at no other than the one that is named', async () => {
  const world = await testWorld()
  await world.files.writeText(path.join(world.cwd, 'm.onnx'), 'a model')
  const planned = (registry: object) => plan(pipelineOf({ ...value, registry }, world.cwd, world), world)
  expect((await planned({ scratch: true })).subject.production).toBeUndefined()
  await expect(planned({ git: 'nowhere' })).rejects.toMatchObject({ code: 'registry-not-git' })
  expect(await world.files.list(world.cwd)).toEqual(['m.onnx'])
})
