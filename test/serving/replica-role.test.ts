import { Agent } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { providers } from '../../src/providers/index.ts'
import { call } from '../../src/serving/http.ts'
import { createServeRole } from '../../src/serving/replica-role.ts'
import { classifier, saved } from '../measure/models.ts'
import { testWorld } from '../world.ts'

async function replica() {
  const world = await testWorld()
  const ask = createServeRole((model, threads) => providers.cpu.open(model, { threads }))
  const model = await saved(world, 'model.onnx', classifier())
  const { port } = (await ask({ do: 'start', model, name: 'digits', version: '1.1.0', port: 0 })) as { port: number }
  const agent = new Agent()
  onTestFinished(async () => {
    agent.destroy()
    await ask({ do: 'stop' })
  })
  const send = async (path: string, body?: unknown) => {
    const text = body === undefined ? undefined : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
    const answer = await call({
      agent,
      port,
      path,
      method: text ? 'POST' : 'GET',
      timeoutMs: 5000,
      ...(text ? { body: text } : {}),
    })
    return { status: answer.status, json: JSON.parse(answer.body.toString('utf8')) as Record<string, unknown> }
  }
  return { ask, send }
}

const inputs = [{ name: 'x', shape: [1, 16], datatype: 'FP32', data: new Array(16).fill(0.5) }]

it('speaks the Open Inference Protocol', async () => {
  const { send } = await replica()
  expect((await send('/v2/health/ready')).status).toBe(200)
  expect(await send('/v2/models/digits/ready')).toMatchObject({ status: 200, json: { name: 'digits', ready: true } })
  expect((await send('/v2/models/digits')).json).toMatchObject({
    versions: ['1.1.0'],
    inputs: [{ name: 'x', datatype: 'FP32', shape: [-1, 16] }],
  })
  const answer = await send('/v2/models/digits/infer', { id: '7', inputs })
  expect(answer).toMatchObject({
    status: 200,
    json: {
      model_name: 'digits',
      model_version: '1.1.0',
      id: '7',
      outputs: [{ name: 'scores', datatype: 'FP32', shape: [1, 4] }],
    },
  })
  expect((await send('/v2/models/digits/versions/1.1.0/infer', { inputs })).json['outputs']).toEqual(
    answer.json['outputs'],
  )
})

it('explains what it cannot answer', async () => {
  const { send } = await replica()
  expect(await send('/v2/models/digits/infer', '{')).toMatchObject({ status: 400 })
  expect(await send('/v2/models/digits/infer', { inputs: [{ ...inputs[0], shape: [2, 16] }] })).toMatchObject({
    status: 400,
  })
  expect(await send('/v2/models/digits/infer', { inputs: [{ ...inputs[0], name: 'y' }] })).toMatchObject({
    status: 500,
  })
  expect(await send('/v2/models/faces/infer', { inputs })).toMatchObject({ status: 404 })
  expect(await send('/v2/models/digits/versions/9.0.0/infer', { inputs })).toMatchObject({ status: 404 })
  expect(await send('/elsewhere')).toMatchObject({ status: 404 })
})

it('fails on demand, and no longer once the fault is taken out', async () => {
  const { ask, send } = await replica()
  await ask({ do: 'fault', fault: { errors: 1, delayMs: 0 } })
  expect(await send('/v2/models/digits/infer', { inputs })).toMatchObject({ status: 500 })
  await ask({ do: 'fault', fault: undefined })
  expect(await send('/v2/models/digits/infer', { inputs })).toMatchObject({ status: 200 })
})
