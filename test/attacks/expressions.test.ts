import path from 'node:path'
import { expect, test } from 'vitest'
import { load } from '../../src/pipeline/load.ts'
import type { WorldOptions } from '../../src/world/index.ts'
import { testWorld } from '../world.ts'

const text = (address: string): string => `pipeline: digits
model: { candidate: new.onnx }
inputs: { folder: { default: . } }
registry: { git: '\${{ inputs.folder }}', remote: '${address}' }
stages: { validate: {} }
`
const env = { DEPLOY_KEY: 'a-secret' }

async function loaded(address: string, options: Partial<WorldOptions>) {
  const world = await testWorld({ env, ...options })
  await world.files.writeText(path.join(world.cwd, 'airworthy.yml'), text(address))
  return load('airworthy.yml', world)
}

const fork = { trust: { level: 'untrusted', why: 'the pull request comes from a fork' } } as const

test.each(['https://stranger.example/${{ env.DEPLOY_KEY }}', '${{ env.DEPLOY_KEY }}', '${{env.DEPLOY_KEY}}'])(
  'a pipeline that anybody may have written carries no variable out: %s',
  async (address) => {
    const thrown = await loaded(address, fork).catch((error: unknown) => error)
    expect(thrown).toMatchObject({ code: 'expression-untrusted' })
    expect(JSON.stringify(thrown)).not.toContain('a-secret')
    expect((await loaded(address, {})).registry).toMatchObject({ remote: expect.stringContaining('a-secret') })
  },
)

test('what was given to the run is still replaced there', async () => {
  expect((await loaded('origin', fork)).registry).toMatchObject({ git: '.', remote: 'origin' })
})
