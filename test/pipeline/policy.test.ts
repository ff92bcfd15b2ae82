import { expect, test } from 'vitest'
import { load } from '../../src/pipeline/load.ts'
import { reasonToSkip } from '../../src/pipeline/policy.ts'
import { ciFacts } from '../../src/world/ci.ts'
import { checkout, models, pipelineText } from '../attacks/stranger.ts'
import { mergeRequests } from '../world/merge-requests.ts'

/** What becomes of a release into a registry that ends with its run. */
async function tryOut(env: Readonly<Record<string, string>>): Promise<string | undefined> {
  const facts = ciFacts(env, undefined)
  const text = pipelineText('  release: {}\n', 'registry: { scratch: true }')
  const pipeline = await load('airworthy.yml', await checkout({ ...models, 'airworthy.yml': text }, facts))
  const release = pipeline.stages.find(({ name }) => name === 'release')
  return release && reasonToSkip(release, pipeline, facts, {})
}

test('a try-out goes through in every CI but GitHub’s, where an Action would go on from it', async () => {
  for (const env of [{}, { CI: 'true' }, ...mergeRequests.map(([, each]) => each)])
    expect(await tryOut(env)).toBeUndefined()
  expect(await tryOut({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request' })).toMatch(/^refused/)
  expect(await tryOut({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push' })).toBeUndefined()
})
