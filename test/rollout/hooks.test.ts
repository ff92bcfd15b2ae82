import path from 'node:path'
import { expect, it } from 'vitest'
import { Cancelled } from '../../src/core/errors.ts'
import { hook, runHook } from '../../src/rollout/hooks.ts'
import { testWorld } from '../world.ts'

const call = {
  model: 'digits',
  version: '1.1.0',
  rollout: 'r',
  event: 'rolled-back',
  eventId: 'r/rolled-back/hook-1',
  why: 'errors; $(touch evil)',
}

async function run(argv: string | string[], script?: string) {
  const world = await testWorld()
  if (script !== undefined) await world.files.writeText(path.join(world.cwd, 'hook.sh'), `#!/bin/sh\n${script}\n`)
  await world.processes.run('chmod', ['+x', path.join(world.cwd, 'hook.sh')])
  return runHook(hook.parse({ run: argv }), call, { world, folder: world.cwd, signal: new AbortController().signal })
}

it('runs a file beside the pipeline with the event in its environment', async () => {
  const result = await run(
    ['./hook.sh', 'a b'],
    'echo "$1|$AIRWORTHY_EVENT|$AIRWORTHY_MODEL|$AIRWORTHY_VERSION|$AIRWORTHY_ROLLOUT|$AIRWORTHY_EVENT_ID"; pwd',
  )
  expect(result).toMatchObject({ name: './hook.sh a b', outcome: 'done' })
  expect(result.detail).toContain('a b|rolled-back|digits|1.1.0|r|r/rolled-back/hook-1')
})

it('hands text over as it is: no shell reads it', async () => {
  expect((await run('./hook.sh', 'echo "$AIRWORTHY_WHY"; ls')).detail).toBe('errors; $(touch evil)\nhook.sh')
})

it('reports a failure with its last output', async () => {
  expect(await run('./hook.sh', 'echo no pager >&2; exit 3')).toMatchObject({
    outcome: 'failed',
    detail: 'exit code 3: no pager',
  })
  expect(await run('./missing.sh')).toMatchObject({ outcome: 'failed', detail: expect.stringContaining('not found') })
})

it('stops when the run is cancelled', async () => {
  const world = await testWorld()
  const place = { world, folder: world.cwd, signal: AbortSignal.abort() }
  await expect(runHook({ run: ['true'] }, call, place)).rejects.toThrow(Cancelled)
})

it.each([{ run: [] }, { run: '' }, { run: ['a', 1] }, { runs: 'a' }, 'a'])('refuses %j', (raw) => {
  expect(hook.safeParse(raw).success).toBe(false)
})
