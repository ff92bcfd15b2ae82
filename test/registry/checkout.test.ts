import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Artifact } from '../../src/core/products/index.ts'
import { admitCandidate } from '../../src/registry/index.ts'
import { testWorld } from '../world.ts'

const member = (name: string): Artifact => ({ sha256: '0'.repeat(64), bytes: 1, name })

/** A checkout with models, of which `then` changes something. Gives how releasing one ends. */
async function outcome(
  candidate: string,
  {
    then,
    beside = [],
    format = 'sha1',
  }: { then?: (top: string) => void; beside?: readonly string[]; format?: string } = {},
): Promise<string> {
  const world = await testWorld()
  const top = world.cwd
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@localhost', ...args], { cwd: top })
  git('init', '--quiet', `--object-format=${format}`)
  mkdirSync(path.join(top, 'real'))
  writeFileSync(path.join(top, 'real', 'model.onnx'), 'graph')
  writeFileSync(path.join(top, 'real', 'weights.bin'), 'weights')
  symlinkSync('real', path.join(top, 'models'))
  symlinkSync(path.join('real', 'model.onnx'), path.join(top, 'model.onnx'))
  git('add', '.')
  git('commit', '--quiet', '-m', 'models')
  then?.(top)
  const files = [path.basename(candidate), ...beside].map(member)
  const artifact = { ...member(path.basename(candidate)), ...(beside.length === 0 ? {} : { files }) }
  return admitCandidate(path.join(top, candidate), artifact, world).then(
    () => 'admitted',
    (thrown) => thrown.code,
  )
}

const write = (name: string) => (top: string) => writeFileSync(path.join(top, name), 'other')

describe.each(['sha1', 'sha256'])('a candidate in a repository of %s', (format) => {
  it.each(['real/model.onnx', 'models/model.onnx', 'model.onnx'])('is that of the commit: %s', async (candidate) => {
    expect(await outcome(candidate, { format })).toBe('admitted')
    expect(await outcome(candidate, { format, beside: ['weights.bin'] })).toBe('admitted')
  })

  it.each(['real/model.onnx', 'models/model.onnx', 'model.onnx'])(
    'is another than that of the commit: %s',
    async (candidate) => {
      expect(await outcome(candidate, { format, then: write('real/model.onnx') })).toBe('candidate-differs')
    },
  )

  it.each(['real/model.onnx', 'models/model.onnx'])('has other weights than in the commit: %s', async (candidate) => {
    const changed = { format, then: write('real/weights.bin') }
    expect(await outcome(candidate, { ...changed, beside: ['weights.bin'] })).toBe('candidate-differs')
  })

  it('is reached by a link that the commit does not have', async () => {
    const link = (top: string): void => symlinkSync(path.join(top, 'real'), path.join(top, 'made'))
    expect(await outcome('made/model.onnx', { format, then: link })).toBe('admitted')
    const changed = (top: string): void => {
      link(top)
      write('real/model.onnx')(top)
    }
    expect(await outcome('made/model.onnx', { format, then: changed })).toBe('candidate-differs')
  })

  it('was made by the job, and no commit has it', async () => {
    expect(await outcome('made.onnx', { format, then: write('made.onnx') })).toBe('admitted')
  })
})
