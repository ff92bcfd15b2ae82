import path from 'node:path'
import type { GitHub, World } from '../core/world.ts'
import { type LoadOptions, load, type Pipeline } from '../pipeline/load.ts'
import { isPrivileged } from '../world/ci.ts'
import { pathInRepository } from './action/event.ts'
import { entryError } from './errors.ts'

/**
 * Loads the pipeline that may be run here. Where a stranger may have written what is checked out, it is the one of the commit that
 * GitHub runs the workflow of, and so has to be every file that it names, but for the candidate: else whoever wants to pass would bring
 * data of their own. Throws what `load` throws, `pipeline-of-base` without a token to ask with, and `file-of-base`.
 */
export async function loadAllowed(file: string, world: World, options: LoadOptions = {}): Promise<Pipeline> {
  if (!isPrivileged(world.event)) return load(file, world, options)
  const base = baseOf(world)
  const { textAt } = await import('../github/tree.ts')
  const place = pathInRepository(base.workspace, path.resolve(world.cwd, file))
  const text = await textAt(base.github, place, base.commit)
  if (text === undefined) throw entryError('file-of-base', { file: place, why: 'it is not there' })
  const pipeline = await load(file, world, { ...options, text })
  await checkFiles(pipeline, world, base)
  return pipeline
}

interface Base {
  readonly github: GitHub
  readonly commit: string
  /** The top of the checkout. */
  readonly workspace: string
}

function baseOf({ github, env, event, cwd }: World): Base {
  const commit = env['GITHUB_SHA']
  if (github === undefined || commit === undefined) throw entryError('pipeline-of-base', { event })
  return { github, commit, workspace: path.resolve(env['GITHUB_WORKSPACE'] ?? cwd) }
}

/** What lies outside of the checkout was not brought by a commit. */
async function checkFiles(pipeline: Pipeline, { files }: World, { github, commit, workspace }: Base): Promise<void> {
  const [{ blobsIn }, { filesJudgedBy }, { blobNames }] = await Promise.all([
    import('../github/tree.ts'),
    import('../pipeline/judged-by.ts'),
    import('./blob-names.ts'),
  ])
  const known = new Map<string, ReadonlyMap<string, string>>()
  for (const file of await filesJudgedBy(pipeline, files)) {
    const relative = path.relative(workspace, file).split(path.sep).join('/')
    if (relative.startsWith('../') || path.isAbsolute(relative)) continue
    const folder = relative.split('/').slice(0, -1).join('/')
    const blobs = known.get(folder) ?? (await blobsIn(github, folder, commit))
    known.set(folder, blobs)
    const wanted = blobs.get(path.basename(file))
    // A ledger that nobody has begun; any other file is asked for by whoever reads it.
    if (wanted === undefined && !(await files.exists(file))) continue
    if (wanted === undefined)
      throw entryError('file-of-base', { file: relative, why: 'the repository has no such file there' })
    if (!(await blobNames(files, file)).includes(wanted))
      throw entryError('file-of-base', { file: relative, why: 'what is checked out is another' })
  }
}
