import { Bug, type UserError } from '../../core/errors/index.ts'
import type { RuntimeName } from '../../core/runtime.ts'
import type { Processes } from '../../core/world.ts'
import { worldError } from '../errors.ts'
import { webPin } from './pin.ts'
import type { Surroundings } from './places.ts'
import { type Found, type NotFound, search, searchWeb } from './search.ts'
import { targetName } from './target.ts'

/** The libraries of onnxruntime, which worker processes load: where they are, and how they get there. */
export interface Runtime {
  /** What would run: its version, or 'none' where it neither is nor may be fetched. Looks at a few files and loads nothing. */
  readonly version: string
  /**
   * The variable that tells a worker in which folder the files are that run its models. The first worker waits until they were
   * found, and downloaded where they are nowhere and that is allowed, and until every byte of them was compared with what is
   * pinned; others of this run take what it found. Throws `runtime-missing`, `runtime-wrong`, `runtime-changed`, `runtime-download`
   * and `cuda-libraries`.
   */
  prepare(runtime: RuntimeName, signal?: AbortSignal): Promise<Readonly<Record<string, string>>>
}

export interface RuntimeTools {
  readonly run: Processes['run']
  /** Told when something takes long or is not used that the user may think is. */
  say(line: string): void
}

/** The variables that the bundle reads where it loads a library: see `scripts/build.mjs` and `src/providers/load.ts`. */
const variables: Readonly<Record<RuntimeName, string>> = {
  'onnxruntime-node': 'AIRWORTHY_NATIVE',
  'onnxruntime-node-cuda': 'AIRWORTHY_NATIVE',
  'onnxruntime-web': 'AIRWORTHY_WEB',
}

export function createRuntime(around: Surroundings, { run, say }: RuntimeTools): Runtime {
  // Workers that start side by side wait for the same search; after a failure the next one tries again.
  const native = once(async (signal) => checked(await findOrFetch(signal)))
  const cuda = once(async (signal) => (await import('./cuda.ts')).withCuda(await native(signal), around))
  const web = once(async () => checked(findWeb()))
  const folders: Readonly<Record<RuntimeName, (signal?: AbortSignal) => Promise<string>>> = {
    'onnxruntime-node': async (signal) => (await native(signal)).within,
    'onnxruntime-node-cuda': cuda,
    'onnxruntime-web': async (signal) => (await web(signal)).within,
  }

  const checked = async (found: Found): Promise<Found> => {
    for (const each of found.passedOver) say(`Not used: ${each}.`)
    await (await import('./check.ts')).refuseChanged(found)
    return found
  }

  const findOrFetch = async (signal: AbortSignal | undefined): Promise<Found> => {
    const first = search(around)
    if (first.found) return first
    if (first.wrong !== undefined || !mayDownload(around)) throw missing(first, around)
    say(`Downloading ${around.pin.name} ${around.pin.version} for ${targetName(around)}: it is in none of its places.`)
    const { download } = await import('./download.ts')
    const { folder } = await download(around, { run, signal })
    say(`${around.pin.name} ${around.pin.version} is in ${folder}.`)
    const second = search(around)
    if (!second.found) throw new Bug(`what was downloaded was not found: ${second.tried.join('; ')}`)
    return second
  }

  const findWeb = (): Found => {
    const found = searchWeb({ ...around, pin: webPin })
    if (found.found) return found
    const { name, version } = webPin
    throw worldError('runtime-missing', { name, version, platform: 'WebAssembly', tried: found.tried, offline: false })
  }

  return {
    get version() {
      return search(around).found || mayDownload(around) ? around.pin.version : 'none'
    },
    async prepare(runtime, signal) {
      return { [variables[runtime]]: await folders[runtime](signal) }
    },
  }
}

/** The same promise for all who ask, until it fails. */
function once<Result>(
  make: (signal: AbortSignal | undefined) => Promise<Result>,
): (signal?: AbortSignal) => Promise<Result> {
  let made: Promise<Result> | undefined
  return (signal) => {
    made ??= make(signal).catch((thrown: unknown) => {
      made = undefined
      throw thrown
    })
    return made
  }
}

/** Asked for by `true` alone, and forbidden by anything but `false`: a mistake never reaches the network. */
function mayDownload({ env }: Surroundings): boolean {
  return env['AIRWORTHY_DOWNLOAD'] === 'true' && !isOffline(env)
}

function isOffline(env: Surroundings['env']): boolean {
  return !['', 'false', undefined].includes(env['AIRWORTHY_OFFLINE'])
}

function missing({ tried, wrong }: NotFound, around: Surroundings): UserError {
  const { name, version } = around.pin
  if (wrong !== undefined) return worldError('runtime-wrong', { ...wrong, version })
  return worldError('runtime-missing', {
    name,
    version,
    platform: targetName(around),
    tried,
    offline: isOffline(around.env),
  })
}
