import path from 'node:path'
import type { Pin } from './pin.ts'
import { type Target, targetName } from './target.ts'

/** What decides where onnxruntime is looked for. */
export interface Surroundings extends Target {
  readonly pin: Pin
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where the user works. */
  readonly cwd: string
  /** The folder of the bundled scripts. */
  readonly bundle: string
  /** The user's home folder. */
  readonly home: string
  /** False when a stranger may have written what is in the working folder. */
  readonly trusted: boolean
}

/** A place where the package `onnxruntime-node` may be, with at least its package.json and the native files of this machine. */
export interface Place {
  /** What a person calls it. */
  readonly where: string
  /** The folders that may be the package: the first that is there counts. */
  readonly folders: readonly string[]
  /** Named by the user: one that does not fit is a mistake rather than a reason to look elsewhere. */
  readonly named?: boolean
  /** A file without which the folder is not whole yet. */
  readonly marker?: string
  /** Why it is not even looked at. */
  readonly closed?: string | undefined
}

/** In this order. After all of them comes the download, which fills the tool cache. */
const rows: readonly ((around: Surroundings) => Place)[] = [
  ({ env, cwd, pin }) => {
    const named = env['AIRWORTHY_ORT'] || undefined
    if (named === undefined) return { where: 'AIRWORTHY_ORT', folders: [], closed: 'it is not set' }
    const folder = path.resolve(cwd, named)
    return {
      where: `AIRWORTHY_ORT, ${folder}`,
      folders: [folder, ...installedIn([folder], pin)],
      named: true,
    }
  },
  ({ bundle, ...target }) => {
    const folder = path.join(bundle, 'native', targetName(target))
    return { where: folder, folders: [folder] }
  },
  (around) => {
    const { folder, marker } = cacheEntry(around, 'airworthy-onnxruntime', around.pin.version)
    return { where: `the tool cache, ${folder}`, folders: [folder], marker }
  },
  ({ cwd, trusted, pin }) => ({
    where: `node_modules of ${cwd}`,
    folders: installedIn(withParents(cwd), pin),
    closed: trusted ? undefined : 'a stranger may have written what is there',
  }),
  ({ bundle, pin }) => ({ where: `node_modules beside ${bundle}`, folders: installedIn(withParents(bundle), pin) }),
]

export function placesIn(around: Surroundings): readonly Place[] {
  return rows.map((row) => row(around))
}

function installedIn(folders: readonly string[], { name }: Pin): readonly string[] {
  return folders.map((folder) => path.join(folder, 'node_modules', name))
}

/** The folders in which Node would look for packages, the nearest first. */
function withParents(folder: string): readonly string[] {
  const parent = path.dirname(folder)
  return parent === folder ? [folder] : [folder, ...withParents(parent)]
}

/** A folder of the tool cache, laid out as the runner's own tools lay it out: whole once the file `marker` is there. */
export interface CacheEntry {
  readonly folder: string
  readonly marker: string
}

export function cacheEntry(around: Surroundings, tool: string, version: string): CacheEntry {
  const folder = path.join(cacheFolder(around), tool, version, around.arch)
  return { folder, marker: `${folder}.complete` }
}

/** The runner's; without a runner, `tools` in `$AIRWORTHY_HOME`, or the user's folder for caches. */
function cacheFolder({ env, cwd, home }: Surroundings): string {
  const tools = env['RUNNER_TOOL_CACHE'] || env['AGENT_TOOLSDIRECTORY']
  if (tools) return path.resolve(tools)
  const own = env['AIRWORTHY_HOME']
  return own
    ? path.resolve(cwd, own, 'tools')
    : path.join(env['XDG_CACHE_HOME'] || path.join(home, '.cache'), 'airworthy')
}
