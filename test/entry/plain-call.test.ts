import { expect, test } from 'vitest'
import { commands } from '../../src/entry/cli/commands.ts'
import { parse } from '../../src/entry/cli/parser.ts'
import { longName, plainCall } from '../../src/entry/cli/plain-call.ts'

/** Calls of each command with every set of up to two of its options, each with every word that could follow, and 0 to 3 arguments. */
const calls = commands.flatMap((command) => {
  const names = Object.keys(command.options).map(longName)
  const shorts = Object.values(command.options).flatMap(({ short }) => (short === undefined ? [] : [short]))
  const words = [...names, ...shorts, '--help', '-h', '--none-such', '--', '-', '-1', `${names[0]}=1`]
  const sets = [[], ...words.map((word) => [word]), ...names.flatMap((a) => names.map((b) => [a, b]))]
  const filled = [[], ['a.yml'], ['a.yml', 'b.yml'], ['a', 'b', 'c'], ['']]
  return sets.flatMap((set) =>
    filled.flatMap((rest) => [
      { command, words: [...set, ...rest] },
      { command, words: [...rest, ...set] },
    ]),
  )
})

test('a call that is read without the parser is read as the parser does', async () => {
  let plain = 0
  for (const { command, words } of calls) {
    const values = plainCall(command, words)
    if (values === undefined) continue
    plain++
    const silent = { out: () => {}, err: () => {} }
    const parsed = await parse([command], ['node', 'airworthy', ...command.name.split(' '), ...words], silent)
    expect(parsed, [command.name, ...words].join(' ')).toEqual({ command, values })
  }
  expect(plain).toBeGreaterThan(200)
})

test('the usual calls need no parser', () => {
  const plain = (line: string) => {
    const [name, ...words] = line.split(' ')
    const command = commands.find((each) => each.name === name)
    return command && plainCall(command, words)
  }
  expect(plain('check airworthy.yml')).toEqual({ pipeline: ['airworthy.yml'] })
  expect(plain('run airworthy.yml --dry-run --json')).toMatchObject({
    pipeline: 'airworthy.yml',
    dryRun: true,
    json: true,
  })
  expect(plain('check')).toBeUndefined()
  expect(plain('check a.yml --input x=1')).toBeUndefined()
  expect(plain('run a.yml b.yml')).toBeUndefined()
})
