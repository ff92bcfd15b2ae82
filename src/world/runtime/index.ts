import { Bug, type UserError } from '../../core/errors/index.ts'
import type { Processes } from '../../core/world.ts'
import { worldError } from '../errors.ts'
import type { Surroundings } from './places.ts'
import { type Search, search } from './search.ts'
import { targetName } from './target.ts'

/** The native library of onnxruntime, which worker processes load: where it is, and how it gets there. */
export interface Runtime {
  /** What would run: its version, or 'none' where it neither is nor may be fetched. Looks at a few files and loads nothing. */
  readonly version: string
  /**
   * The folder of its native files, for the first worker that infers. Where it is nowhere it is downloaded, if that is allowed.
   * Throws `runtime-missing`, `runtime-wrong`, `runtime-download` and `cuda-libraries`.
   */
  ready(signal?: AbortSignal): Promise<string>
}

export interface RuntimeTools {
  readonly run: Processes['run']
  /** Told when something takes long or is not used that the user may think is. */
  say(line: string): void
}

export function createRuntime(around: Surroundings, { run, say }: RuntimeTools): Runtime {
  let preparing: Promise<string> | undefined

  const prepare = async (signal: AbortSignal | undefined): Promise<string> => {
    const { native, passedOver } = await findOrFetch(signal)
    for (const each of passedOver) say(`Not used: ${each}.`)
    if (!around.env['AIRWORTHY_CUDA']) return native
    return (await import('./cuda.ts')).withCuda(native, around)
  }

  const findOrFetch = async (signal: AbortSignal | undefined): Promise<Extract<Search, { found: true }>> => {
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

  return {
    get version() {
      return search(around).found || mayDownload(around) ? around.pin.version : 'none'
    },
    // Workers that start side by side wait for the same download; after a failure the next one tries again.
    ready(signal) {
      preparing ??= prepare(signal).catch((thrown: unknown) => {
        preparing = undefined
        throw thrown
      })
      return preparing
    },
  }
}

/** Asked for by `true` alone, and forbidden by anything but `false`: a mistake never reaches the network. */
function mayDownload({ env }: Surroundings): boolean {
  return env['AIRWORTHY_DOWNLOAD'] === 'true' && !isOffline(env)
}

function isOffline(env: Surroundings['env']): boolean {
  return !['', 'false', undefined].includes(env['AIRWORTHY_OFFLINE'])
}

function missing({ tried, wrong }: Extract<Search, { found: false }>, around: Surroundings): UserError {
  const { version } = around.pin
  if (wrong !== undefined) return worldError('runtime-wrong', { ...wrong, version })
  return worldError('runtime-missing', {
    version,
    platform: targetName(around),
    tried,
    offline: isOffline(around.env),
  })
}
