import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readers } from '../src/data/readers/index.ts'
import { providerNames } from '../src/providers/index.ts'
import { ledgers } from '../src/registry/index.ts'
import { hookKinds } from '../src/rollout/hooks/index.ts'
import { builtIn, stageKinds } from '../src/stages/index.ts'
import { stores } from '../src/stores/index.ts'

/** The tables of what multiplies: the names in each, and where its rows stand. Nobody else may ask for a row by its name. */
const families: readonly {
  readonly family: string
  readonly names: readonly string[]
  readonly home: string
  /** Folders in which the same words mean something else. */
  readonly besides?: readonly string[]
}[] = [
  // Entries of the ledger are of kinds that are called `release` and `rollout`, too.
  {
    family: 'stage',
    names: stageKinds.map(({ name }) => name),
    home: 'stages',
    besides: ['registry', 'rollout', 'github', 'entry'],
  },
  { family: 'target', names: builtIn.targets.map(({ name }) => name), home: 'targets' },
  { family: 'metric source', names: builtIn.sources.map(({ name }) => name), home: 'sources' },
  {
    family: 'hook',
    names: hookKinds.map(({ name }) => name),
    home: 'rollout/hooks',
    besides: ['measure', 'pipeline', 'entry'],
  },
  { family: 'variant', names: builtIn.variants.map(({ name }) => name), home: 'optimize', besides: ['onnx'] },
  { family: 'ledger', names: ledgers.map(({ name }) => name), home: 'registry/ledger' },
  { family: 'store', names: stores.map(({ name }) => name), home: 'stores' },
  { family: 'reader', names: readers.map(({ name }) => name), home: 'data/readers' },
  // `cpu` is also a device, and what a cgroup limits.
  { family: 'provider', names: providerNames.filter((name) => name !== 'cpu'), home: 'providers' },
]

/** Where the same words mean something else: what an archive holds, a tool of a stage, a run that no CI started. */
const elsewhere = /\btype (===|!==) 'file'|Pick<StageTools|\b(?:event|kind) (?:===|!==) 'local'/

/** A condition on a name, or a union of types with it. */
function asksFor(name: string): RegExp {
  return new RegExp(`(===|!==|\\bcase) '${name}'|'${name}' in [a-z]|'${name}' \\||\\| '${name}'`)
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts'))

test.each(families.map((each) => [each.family, each] as const))(
  'only its table names a %s',
  (_, { names, home, besides = [] }) => {
    expect(names.length).toBeGreaterThan(0)
    const searched = files.filter((file) => ![home, ...besides].some((folder) => file.startsWith(`${folder}/`)))
    const found = searched.flatMap((file) =>
      readFileSync(path.join('src', file), 'utf8')
        .split('\n')
        .flatMap((line, at) => {
          const named = !elsewhere.test(line) && names.some((name) => asksFor(name).test(line))
          return named ? [`${file}:${at + 1}: ${line.trim()}`] : []
        }),
    )
    expect(searched.length).toBeGreaterThan(20)
    expect(found).toEqual([])
  },
)
