import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makePlace } from '../../lab/chaos/place.ts'
import { airworthy } from '../command-line.ts'
import { temporaryFolder } from '../folders.ts'
import { bundle } from '../world.ts'

// Where nothing can be written. A user namespace lets anybody mount, where the system has them.

const inNamespace = ['-rm', 'sh', '-ec'] as const
const canMount = spawnSync('unshare', [...inNamespace, 'mount -t tmpfs none /mnt']).status === 0

async function createdPlace(): Promise<{ readonly folder: string; readonly checkout: string }> {
  const { folder, checkouts } = makePlace(path.join(temporaryFolder(), 'place'), 'git', 1)
  const [checkout = ''] = checkouts
  expect((await airworthy(['registry', 'init', 'a.yml'], { cwd: checkout })).code).toBe(0)
  return { folder, checkout }
}

/** How a command ends in a checkout, after `mounted`: lines of a shell, in a namespace of their own. */
function calledAfter(mounted: string, checkout: string, ...args: readonly string[]): { code: number; told: string } {
  const call = [process.execPath, path.join(bundle, 'cli.js'), ...args]
  const script = `${mounted}\ncd "$0"; exec "$@"`
  const { status, stdout, stderr } = spawnSync('unshare', [...inNamespace, script, checkout, ...call], {
    encoding: 'utf8',
    timeout: 60_000,
    // One that is not trusted keeps nothing in its checkout.
    env: { ...process.env, CI: 'true', AIRWORTHY_TRUSTED: 'true', GITHUB_ACTIONS: '' },
  })
  return { code: status ?? -1, told: `${stdout}${stderr}` }
}

test
  .skipIf(!canMount)
  .each([[['run', 'a.yml']], [['ledger', 'verify', 'a.yml']], [['compare', 'digits-1.0.0.onnx', 'a.onnx']]])(
  '%o says that the file system is read-only, and not that a file is missing',
  async (args) => {
    const { folder, checkout } = await createdPlace()
    const { code, told } = calledAfter(
      `mount --bind '${folder}' '${folder}'; mount -o remount,ro,bind '${folder}'`,
      checkout,
      ...args,
    )
    expect([code, told]).toEqual([2, expect.stringMatching(/error\[file-denied\]: .* the file system is read-only/)])
  },
)

test.skipIf(!canMount)('a ledger is not said to be damaged where the disk is full', async () => {
  const { folder, checkout } = await createdPlace()
  const full = `cp -r '${folder}' /tmp/kept.$$
mount -t tmpfs -o size=64m none '${folder}'
cp -r /tmp/kept.$$/. '${folder}'; rm -r /tmp/kept.$$
dd if=/dev/zero of='${folder}/fill' bs=1k 2>/dev/null || true`
  const verified = calledAfter(full, checkout, 'ledger', 'verify', 'a.yml')
  expect([verified.code, verified.told]).toEqual([2, expect.not.stringContaining('ledger-broken')])
  expect(verified.told).toMatch(/error\[(git-failed|disk-full)\]: .*space/i)
  const ran = calledAfter(full, checkout, 'run', 'a.yml')
  expect([ran.code, ran.told]).toEqual([2, expect.stringContaining('error[disk-full]')])
})
