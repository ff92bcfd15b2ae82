import { spawn } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ledgerTexts, makePlace } from '../../lab/chaos/place.ts'
import { airworthy } from '../command-line.ts'
import { temporaryFolder } from '../folders.ts'
import { bundle } from '../world.ts'

describe('output that is not taken any more is lost, and nothing else', () => {
  test('a run goes on to its end when the reader of standard error leaves after its first line', async () => {
    const place = makePlace(path.join(temporaryFolder(), 'place'), 'file', 1)
    const cwd = place.checkouts[0] as string
    expect((await airworthy(['registry', 'init', 'a.yml'], { cwd })).code).toBe(0)
    const { code } = await callWith(['run', 'a.yml'], cwd, { stderr: 'left' })
    expect(code).toBe(0)
    expect(ledgerTexts(place).at(-1)).toContain('"outcome":"promoted"')
  })

  test('a reader of standard output that leaves is no mishap', async () => {
    const { code, err } = await callWith(['check', pipeline], temporaryFolder(), { stdout: 'left' })
    expect(code, err).toBe(0)
    expect(err).not.toContain('output-lost')
  })

  test.skipIf(!existsSync('/dev/full'))('a full disk is told of where that can be read', async () => {
    const out = await callWith(['check', pipeline], temporaryFolder(), { stdout: 'full' })
    expect(out.code, out.err).toBe(0)
    expect(out.err.match(/^warning\[output-lost\].*ENOSPC.*\n$/gm)).toHaveLength(1)
    const err = await callWith(['check', 'missing.yml'], temporaryFolder(), { stderr: 'full' })
    expect(err.code).toBe(2)
  })
})

const pipeline = path.resolve('pipelines/quickstart-regression.yml')

type Kind = 'left' | 'full'
type Kinds = { readonly stdout?: Kind; readonly stderr?: Kind }

function callWith(
  args: readonly string[],
  cwd: string,
  { stdout, stderr }: Kinds,
): Promise<{ code: number; out: string; err: string }> {
  const of = (kind: Kind | undefined) => (kind === 'full' ? openSync('/dev/full', 'w') : 'pipe')
  const child = spawn(process.execPath, [path.join(bundle, 'cli.js'), ...args], {
    cwd,
    env: { ...process.env, CI: 'true', AIRWORTHY_TRUSTED: 'true', GITHUB_ACTIONS: '' },
    stdio: ['ignore', of(stdout), of(stderr)],
  })
  const said = { out: '', err: '' }
  child.stdout?.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => {
    said.err += chunk.toString()
    if (stderr === 'left') child.stderr?.destroy()
  })
  if (stdout === 'left') child.stdout?.destroy()
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? -1, ...said }))
  })
}
