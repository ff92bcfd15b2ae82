import { messageOf, userError } from '../core/errors.ts'
import type { GitHub } from '../core/world.ts'

/** The repository of this run on GitHub, by the variables that Actions sets; undefined where one of them is missing. */
export function createGitHub(env: Readonly<Record<string, string | undefined>>): GitHub | undefined {
  const [owner, repo] = (env['GITHUB_REPOSITORY'] ?? '').split('/')
  const token = env['GITHUB_TOKEN']
  if (!owner || !repo || !token) return undefined
  return {
    async dispatchWorkflow(workflow, ref, inputs) {
      // Loaded when it is needed: most runs never talk to GitHub.
      const { Octokit } = await import('octokit')
      const octokit = new Octokit({
        auth: token,
        baseUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
        log: quiet,
      })
      try {
        await octokit.rest.actions.createWorkflowDispatch({ owner, repo, workflow_id: workflow, ref, inputs })
      } catch (cause) {
        throw userError(
          'github-refused',
          { what: `start the workflow ${workflow}`, reason: messageOf(cause) },
          { cause },
        )
      }
    },
  }
}

const nothing = (): void => {}
const quiet = { debug: nothing, info: nothing, warn: nothing, error: nothing }
