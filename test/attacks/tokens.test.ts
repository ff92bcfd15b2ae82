import path from 'node:path'
import { expect, test, vi } from 'vitest'
import type { ProgramOptions } from '../../src/core/world.ts'
import { homeOf } from '../../src/pipeline/home.ts'
import { programVariables, workerVariables } from '../../src/world/environment.ts'
import { createMask } from '../../src/world/secrets/index.ts'
import { airworthyIn } from '../command-line.ts'
import { checkout, models, ofFork, pipelineText } from './stranger.ts'

const ofJob = {
  GITHUB_TOKEN: 'ghs_of-the-job',
  ACTIONS_RUNTIME_TOKEN: 'of-the-runner',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-the-cloud',
  ACTIONS_CACHE_URL: 'https://cache',
  'INPUT_GITHUB-TOKEN': 'ghs_of-the-input',
  STATE_token: 'of-a-state',
}

/** The variables of a process of this kind, as that process sees them. */
async function seenBy(how: Pick<ProgramOptions, 'diesWithParent'>): Promise<Record<string, string>> {
  for (const [name, value] of Object.entries(ofJob)) vi.stubEnv(name, value)
  try {
    const world = await checkout({})
    const { stdout } = await world.processes.run(process.execPath, ['-p', 'JSON.stringify(process.env)'], how)
    return JSON.parse(stdout)
  } finally {
    vi.unstubAllEnvs()
  }
}

test('a model that reads its environment finds no token of the job, a cloud or a registry', () => {
  const secrets = {
    ...ofJob,
    AWS_SECRET_ACCESS_KEY: 'x',
    AZURE_CLIENT_SECRET: 'x',
    NPM_TOKEN: 'x',
    SSH_AUTH_SOCK: 'x',
    KUBECONFIG: 'x',
    GOOGLE_APPLICATION_CREDENTIALS: 'x',
  }
  expect(workerVariables({ ...secrets, PATH: '/bin' })).toEqual({ PATH: '/bin' })
})

test('a secret that is named as the variables of a runtime are reaches no model', () => {
  const named = {
    NVIDIA_API_KEY: 'x',
    CUDA_TOKEN: 'x',
    AIRWORTHY_CACHE_KEY: 'x',
    ORT_PASSWORD: 'x',
    XDG_SECRET: 'x',
    airworthy_cache_key: 'x',
  }
  expect(workerVariables({ ...named, CUDA_VISIBLE_DEVICES: '0' })).toEqual({ CUDA_VISIBLE_DEVICES: '0' })
})

test('a name in another case is the same name', () => {
  expect(programVariables({ 'input_github-token': 'x', Actions_Runtime_Token: 'x', state_x: 'x' })).toEqual({})
})

test('a program of the user gets nothing that the runner keeps for Actions', async () => {
  const seen = await seenBy({})
  expect(Object.keys(seen).filter((name) => /^(?:INPUT|ACTIONS|STATE)_/i.test(name))).toEqual([])
  expect(seen['GITHUB_TOKEN']).toBe(ofJob.GITHUB_TOKEN)
})

test('a program that a worker starts finds no token of the runner in its environment', async () => {
  const seen = await seenBy({ diesWithParent: 'worker' })
  expect(seen['PATH']).toBeDefined()
  expect(Object.keys(seen).filter((name) => /^(?:INPUT|ACTIONS|STATE)_/i.test(name))).toEqual([])
})

test('a token that a pull request has the run write is masked in everything that is written', async () => {
  const token = 'ghs_0123456789abcdef'
  const contents = {
    ...models,
    [`${token}.onnx`]: models['new.onnx'] ?? '',
    'airworthy.yml': pipelineText().replace('new.onnx', `${token}.onnx`),
  }
  const world = await checkout(contents, { ...ofFork, env: { DEPLOY_TOKEN: token } })
  const { code, out, err } = await airworthyIn(world, ['run', 'airworthy.yml'])
  expect(code, err).toBe(0)
  expect(out + err).not.toContain(token)
  const { runs } = await homeOf(world)
  const [run = ''] = await world.files.list(runs)
  const folder = path.join(runs, run)
  const written = (await world.files.list(folder)).filter((name) => name.includes('.'))
  expect(written).toContain('report.json')
  for (const name of written)
    expect([name, await world.files.readText(path.join(folder, name))]).not.toEqual([
      name,
      expect.stringContaining(token),
    ])
})

test('a secret of several lines is masked line by line, and inside of JSON', () => {
  const key = '-----BEGIN KEY-----\nc2VjcmV0LW9mLW1hbnktbGluZXM\n-----END KEY-----'
  const mask = createMask({ PRIVATE_KEY: key, OTHER_TOKEN: 'with "quotes" and \\' })
  expect(mask(`x ${key.split('\n')[1]} y`)).toBe('x *** y')
  expect(mask(JSON.stringify({ a: 'with "quotes" and \\' }))).toBe('{"a":"***"}')
})

test('a secret that begins another one leaves no rest of it to be read', () => {
  const mask = createMask({ A_TOKEN: 'abcdef', B_TOKEN: 'abcdef-and-more' })
  expect(mask('abcdef-and-more abcdef')).toBe('*** ***')
})
