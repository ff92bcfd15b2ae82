import path from 'node:path'
import { checkoutOf, isWithin, withParents } from '../checkout.ts'
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
  /** Nothing but this tool puts files there: one that the package has not is a reason to stop. */
  readonly onlyOurs?: boolean
  /** Why it is not even looked at. */
  readonly closed?: string | undefined
}

/**
 * Where the native library is looked for, in this order. After all of them comes the download, which fills the tool cache. What the
 * tool was installed with comes before what others may write to, and the working folder last.
 */
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
  besideTheTool,
  (around) => {
    const { folder, marker } = cacheEntry(around, 'airworthy-onnxruntime', around.pin.version)
    return { where: `the tool cache, ${folder}`, folders: [folder], marker, onlyOurs: true }
  },
  inTheWorkingFolder,
]

export function placesIn(around: Surroundings): readonly Place[] {
  return rows.map((row) => row(around))
}

/** Where onnxruntime-web is looked for: it is never downloaded. */
export function webPlacesIn(around: Surroundings): readonly Place[] {
  return [besideTheTool(around), inTheWorkingFolder(around)]
}

function besideTheTool({ bundle, pin, ...around }: Surroundings): Place {
  const folders = withParents(bundle).filter((folder) => around.trusted || isOfTheTool(folder, bundle, around))
  return { where: `node_modules beside ${bundle}`, folders: installedIn(folders, pin) }
}

function inTheWorkingFolder({ cwd, trusted, pin }: Surroundings): Place {
  return {
    where: `node_modules of ${cwd}`,
    folders: installedIn(withParents(cwd), pin),
    closed: trusted ? undefined : 'a stranger may have written what is there',
  }
}

/**
 * The folder in whose `node_modules` the tool is installed is the tool's. Others are not where a tool from elsewhere has them in common
 * with the checkout; of a tool in the checkout, none above that is.
 */
function isOfTheTool(folder: string, bundle: string, { cwd, env }: Pick<Surroundings, 'cwd' | 'env'>): boolean {
  if (isWithin(bundle, path.join(folder, 'node_modules'))) return true
  const checkout = checkoutOf(cwd, env)
  return isWithin(bundle, checkout) ? isWithin(folder, checkout) : !isWithin(checkout, folder)
}

function installedIn(folders: readonly string[], { name }: Pin): readonly string[] {
  return folders.map((folder) => path.join(folder, 'node_modules', name))
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
