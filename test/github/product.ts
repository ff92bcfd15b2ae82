import type { GitHub } from '../../src/core/world.ts'
import { createGitHub } from '../../src/world/github.ts'
import { createMask } from '../../src/world/secrets/index.ts'
import type { StandIn } from './stand-in/index.ts'

/** No time passes: what is waited for is on the other side of a socket. */
export const soon = (): Promise<void> => Promise.resolve()

/** The repository as the product has it, with everything it does when requests fail. */
export function product(github: StandIn, token = 'write-token'): GitHub {
  const env = { GITHUB_REPOSITORY: 'airworthy/models', GITHUB_TOKEN: token, GITHUB_API_URL: github.url }
  const made = createGitHub(env, { sleep: soon }, createMask(env))
  if (made === undefined) throw new Error('the variables name no repository')
  return made
}

/** The code of the error that a promise ends with. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
    return 'nothing was thrown'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}
