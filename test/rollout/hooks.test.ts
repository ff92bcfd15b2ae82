import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { choiceSetting, chosenName } from '../../src/core/choice.ts'
import { Cancelled } from '../../src/core/errors/index.ts'
import type { HookResult, HookTools } from '../../src/core/hook.ts'
import { callHook, hookKinds } from '../../src/rollout/hooks/index.ts'
import { testWorld } from '../world.ts'

const call = {
  model: 'digits',
  version: '1.1.0',
  rollout: 'r',
  event: 'rolled-back',
  eventId: 'r/rolled-back/hook-1',
  why: 'errors; $(touch evil)',
}

const hook = choiceSetting(hookKinds, 'hook')

/** Calls the hook of some settings, as a user writes them. */
async function runHook(raw: unknown, tools: HookTools): Promise<HookResult & { readonly name: string }> {
  const choice = hook.parse(raw)
  const made = hookKinds.find(({ name }) => name === chosenName(choice))?.make(choice[chosenName(choice)])
  if (made === undefined) throw new Error('no such hook')
  return { name: made.name, ...(await callHook(made, call, tools)) }
}

async function run(argv: string | string[], script?: string) {
  const world = await testWorld()
  if (script !== undefined) await world.files.writeText(path.join(world.cwd, 'hook.sh'), `#!/bin/sh\n${script}\n`)
  await world.processes.run('chmod', ['+x', path.join(world.cwd, 'hook.sh')])
  return runHook({ run: argv }, { world, folder: world.cwd, signal: new AbortController().signal })
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
  await expect(runHook({ run: ['true'] }, place)).rejects.toThrow(Cancelled)
})

it.each([{ run: [] }, { run: '' }, { run: ['a', 1] }, { runs: 'a' }, 'a'])('refuses %j', (raw) => {
  expect(hook.safeParse(raw).success).toBe(false)
})

/** What stands in for GitHub: it takes the requests down and answers with a status. */
async function gitHub(status: number) {
  const requests: { method: string; url: string; token: string; body: unknown }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { method = '', url = '', headers } = request
    requests.push({ method, url, token: headers.authorization ?? '', body: JSON.parse(body) })
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(status === 204 ? undefined : '{"message":"no such workflow"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { requests, env: { GITHUB_REPOSITORY: 'owner/models', GITHUB_TOKEN: 'a-token-of-ours', GITHUB_API_URL: url } }
}

it('starts a workflow, with the event in its inputs', async () => {
  const { requests, env } = await gitHub(204)
  const world = await testWorld({ env })
  const retrain = {
    dispatch: { workflow: 'retrain.yml', inputs: { because: '$model $version: $why', id: '$event-id' } },
  }
  const result = await runHook(retrain, { world, folder: world.cwd, signal: new AbortController().signal })
  expect(result).toEqual({ name: 'dispatch retrain.yml', outcome: 'done', detail: 'started on main' })
  expect(requests).toEqual([
    {
      method: 'POST',
      url: '/repos/owner/models/actions/workflows/retrain.yml/dispatches',
      token: 'token a-token-of-ours',
      body: { ref: 'main', inputs: { because: 'digits 1.1.0: errors; $(touch evil)', id: 'r/rolled-back/hook-1' } },
    },
  ])
})

it('reports a workflow that was refused, and one that nobody can be asked for', async () => {
  const { env } = await gitHub(404)
  const retrain = { dispatch: { workflow: 'retrain.yml' } }
  for (const [variables, words] of [
    [env, 'no such workflow'],
    [{}, 'not both set'],
  ] as const) {
    const world = await testWorld({ env: variables })
    const result = await runHook(retrain, { world, folder: world.cwd, signal: new AbortController().signal })
    expect(result).toMatchObject({ outcome: 'failed', detail: expect.stringContaining(words) })
  }
})
