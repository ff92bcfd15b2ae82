import path from 'node:path'
import { expect, test } from 'vitest'
import { program } from '../command-line.ts'
import { bundle } from '../world.ts'

/** The list of docs/wrong-passes.md, judged by what is recorded: it needs no Python. */
test('no attempt to get a wrong pass succeeds, and every honest sibling is accepted', async () => {
  const script = ['lab/wrong-passes.ts', '--recorded', '--cli', path.join(bundle, 'cli.js')]
  const { code, out, err } = await program(process.execPath, ['--import', 'tsx', ...script])
  expect(err).toBe('')
  expect(out).toMatch(/\n\d+ attempts, \d+ honest siblings, 0 faults, \d+ s\.\n$/)
  expect(code).toBe(0)
})
