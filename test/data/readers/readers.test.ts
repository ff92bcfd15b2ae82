import path from 'node:path'
import { expect, test } from 'vitest'
import { writeNpz } from '../../../src/data/npz.ts'
import { readerOf, readers, unreadable } from '../../../src/data/readers/index.ts'
import { npz } from '../../../src/data/readers/npz.ts'
import { userReader } from '../../../src/data/readers/user.ts'
import { type Arrays, type ReaderUnderTest, readerContract } from '../../contracts/reader.ts'
import { testWorld } from '../../world.ts'

/** What each reader of the table is held to its contract with. */
const cases: Readonly<Record<string, Omit<ReaderUnderTest, 'reader'>>> = {
  npz: { file: 'eval.npz', write: writeNpz },
}

for (const reader of readers)
  readerContract(reader.name, async () => {
    const how = cases[reader.name]
    if (how === undefined) throw new Error(`say here how a file for the reader ${reader.name} is written`)
    return { reader, ...how }
  })

/** A reader as a user writes one, of a format of their own: arrays in JSON, numbers as text. */
const source = `import { readFile } from 'node:fs/promises'

const kinds = { float32: Float32Array, uint8: Uint8Array, int64: BigInt64Array }

export default async function read({ path, inputs, label, group }) {
  const arrays = JSON.parse(await readFile(path, 'utf8'))
  const tensor = (name) => {
    const { type, dims, data } = arrays[name] ?? fail(name)
    const number = type === 'int64' ? BigInt : Number
    return { type, dims, data: kinds[type].from(data, number) }
  }
  const named = Object.keys(inputs).length > 0 ? inputs : ownNames(arrays, [label, group])
  return {
    inputs: Object.fromEntries(Object.entries(named).map(([input, name]) => [input, tensor(name)])),
    ...(label === undefined ? {} : { labels: tensor(label).data }),
    columns: { [group]: arrays[group].data },
  }
}

function ownNames(arrays, others) {
  return Object.fromEntries(Object.keys(arrays).flatMap((name) => (others.includes(name) ? [] : [[name, name]])))
}

function fail(name) {
  throw new Error(\`no array \${name}\`)
}
`

readerContract("a user's own", async ({ cwd, files, trust }) => {
  const module = path.join(cwd, 'reader.mjs')
  await files.writeText(module, source)
  const reader = userReader({ path: module, sha256: await files.hash(module) }, trust)
  const plain = (arrays: Arrays) =>
    Object.entries(arrays).map(([name, { type, dims, data }]) => [name, { type, dims, data: Array.from(data, String) }])
  return {
    reader,
    file: 'eval.json',
    write: (arrays) => new TextEncoder().encode(JSON.stringify(Object.fromEntries(plain(arrays)))),
  }
})

test('a file is read by what it is, whatever it is called', async () => {
  const { files, cwd } = await testWorld()
  const at = path.join(cwd, 'stored')
  await files.write(at, writeNpz({ x: { type: 'uint8', dims: [1], data: Uint8Array.of(1) } }))
  expect(await readerOf({ name: 'eval.zip', path: at }, files)).toBe(npz)
  expect(await readerOf({ name: 'EVAL.NPZ', path: at }, files)).toBe(npz)
})

test('a file that no reader knows is an error that says what can be read', async () => {
  const { files, cwd } = await testWorld()
  const at = path.join(cwd, 'stored')
  await files.writeText(at, 'images,labels\n1,2\n')
  await expect(readerOf({ name: 'eval.csv', path: at }, files)).rejects.toMatchObject({
    code: 'data-unknown',
    message: expect.stringContaining('eval.csv'),
    hint: expect.stringMatching(/\.npz archive of NumPy.*`uses:`/),
  })
  await files.writeText(at, '')
  await expect(readerOf({ name: 'eval', path: at }, files)).rejects.toMatchObject({ code: 'data-unknown' })
  expect(npz.recognizes('notes.txt', new TextEncoder().encode('PK or not'))).toBe(false)
})

test('a name says of common kinds that they cannot be read, and nothing of others', () => {
  for (const name of ['eval.csv', 'EVAL.Parquet', 'a.b.jsonl', 'x.npy', 'y.pkl'])
    expect([name, unreadable(name)?.code]).toEqual([name, 'data-unknown'])
  for (const name of ['eval.npz', 'eval.zip', 'eval', 'csv', 'eval.bin', 'eval.csv.npz'])
    expect(unreadable(name)).toBeUndefined()
})
