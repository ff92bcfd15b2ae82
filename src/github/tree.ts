import type { GitHub } from '../core/world.ts'
import { ask, isMissing } from './ask.ts'
import { request } from './client.ts'

/**
 * What git calls the content of each file in a folder at a commit, by name: the SHA-1 of its blob. GitHub lists a thousand entries at
 * most. None where there is no such folder. `folder` is relative to the top of the repository, with slashes.
 */
export async function blobsIn(github: GitHub, folder: string, ref: string): Promise<ReadonlyMap<string, string>> {
  const entries = await ask(`list the folder ${folder || '.'} of ${ref}`, 'contents: read', () =>
    request(github, 'GET /repos/{owner}/{repo}/contents/{path}', { path: folder, ref }).catch((error: unknown) => {
      if (isMissing(error)) return []
      throw error
    }),
  )
  if (!Array.isArray(entries)) return new Map()
  return new Map(entries.flatMap(({ type, name, sha }) => (type === 'file' ? [[name, sha]] : [])))
}

/** The text of a file at a commit; undefined where it is none. */
export async function textAt(github: GitHub, file: string, ref: string): Promise<string | undefined> {
  const data = await ask(`give the file ${file} of ${ref}`, 'contents: read', () =>
    request(github, 'GET /repos/{owner}/{repo}/contents/{path}', { path: file, ref }),
  )
  return Array.isArray(data) || data.type !== 'file' ? undefined : Buffer.from(data.content, 'base64').toString('utf8')
}
