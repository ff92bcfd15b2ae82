import type { GitHub } from '../core/world.ts'
import { type Archive, unpack } from './archive.ts'
import { ask } from './ask.ts'
import { list, request } from './client.ts'
import { githubError } from './errors.ts'

/** What an archive of a report may take on the line. */
const mostBytes = 32 * 1024 * 1024

/**
 * The files of an artifact of a workflow run, by name. It may come from a fork: it is read as data, within limits, and nothing of it
 * becomes a file. Throws `download-missing`, `download-refused`, `github-refused`.
 */
export async function artifactOf(github: GitHub, run: number, name: string): Promise<Archive> {
  const found = await ask('list the artifacts of the run', 'actions: read', async () => {
    const all = await list(github, 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', { run_id: run, name })
    return all.filter(({ expired }) => !expired).toSorted((a, b) => b.id - a.id)[0]
  })
  if (found === undefined) throw githubError('download-missing', { name, run })
  if (found.size_in_bytes > mostBytes)
    throw githubError('download-refused', { name, why: `it has ${found.size_in_bytes} bytes, more than ${mostBytes}` })
  const data = await ask('download the artifact', 'actions: read', () =>
    request(github, 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', {
      artifact_id: found.id,
      archive_format: 'zip',
    }),
  )
  const bytes = new Uint8Array(data as ArrayBuffer)
  if (bytes.length > mostBytes)
    throw githubError('download-refused', { name, why: `it has ${bytes.length} bytes, more than ${mostBytes}` })
  return unpack(name, bytes)
}
