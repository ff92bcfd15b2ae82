import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Pin } from './pin.ts'
import { type Place, placesIn, type Surroundings, webPlacesIn } from './places.ts'
import { nativeFolder, neededFiles, targetName } from './target.ts'

/** A package to look for, and what of it a worker loads. */
interface Wanted {
  readonly pin: Pin
  readonly places: readonly Place[]
  /** Where in the package they are. */
  readonly part: string
  readonly files: readonly string[]
  /** What has such files. */
  readonly target: string
}

/** What was found in a folder that has a package.json. */
interface Seen {
  readonly name: unknown
  readonly version: unknown
  /** The files where those that are loaded have to be. */
  readonly files: readonly string[]
}

export interface Found {
  readonly found: true
  readonly pin: Pin
  readonly place: Place
  /** The package, the folder of it from which files are loaded, and that folder's place in the package. */
  readonly folder: string
  readonly within: string
  readonly part: string
  /** What was there before it and did not fit: place and reason. */
  readonly passedOver: readonly string[]
}

export interface NotFound {
  readonly found: false
  /** Every place with the reason why it did not fit. */
  readonly tried: readonly string[]
  /** The place that the user named, and why it does not fit: nothing was looked at after it. */
  readonly wrong?: { readonly folder: string; readonly reason: string }
}

export type Search = Found | NotFound

/** Looks for onnxruntime's native library in all places, in order, and loads nothing. */
export function search(around: Surroundings): Search {
  return searchFor({
    pin: around.pin,
    places: placesIn(around),
    part: nativeFolder(around),
    files: neededFiles(around),
    target: targetName(around),
  })
}

/** The same for onnxruntime-web, by its own pin. */
export function searchWeb(around: Surroundings): Search {
  const { pin } = around
  const files = Object.keys(pin.files).map((file) => path.posix.basename(file))
  return searchFor({ pin, places: webPlacesIn(around), part: 'dist', files, target: 'WebAssembly' })
}

function searchFor(wanted: Wanted): Search {
  const tried: string[] = []
  const passedOver: string[] = []
  for (const place of wanted.places) {
    const { folder, reason, there } = lookAt(place, wanted)
    if (folder !== undefined && reason === undefined) {
      const { pin, part } = wanted
      return { found: true, pin, place, folder, within: path.join(folder, part), part, passedOver }
    }
    tried.push(`${place.where}: ${reason}`)
    if (there) passedOver.push(`${place.where}: ${reason}`)
    if (place.named) return { found: false, tried, wrong: { folder: place.folders[0] ?? '', reason: reason ?? '' } }
  }
  return { found: false, tried }
}

interface Look {
  readonly folder?: string | undefined
  /** Why it does not fit. */
  readonly reason?: string | undefined
  /** Something is there, fitting or not. */
  readonly there: boolean
}

function lookAt({ folders, marker, closed }: Place, wanted: Wanted): Look {
  if (closed !== undefined) return { reason: closed, there: false }
  const folder = folders.find((each) => existsSync(path.join(each, 'package.json')))
  if (folder === undefined) return { reason: 'the package is not there', there: false }
  const whole = marker === undefined || existsSync(marker)
  const seen = { ...describe(folder), files: list(path.join(folder, wanted.part)) }
  return { folder, reason: whole ? misfit(seen, wanted) : 'it is not complete', there: true }
}

function describe(folder: string): Pick<Seen, 'name' | 'version'> {
  try {
    const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Partial<Seen>
    return { name, version }
  } catch {
    return { name: undefined, version: undefined }
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Why a package cannot be used here, as the end of a sentence; undefined when it can. */
function misfit({ name, version, files }: Seen, wanted: Wanted): string | undefined {
  const { pin } = wanted
  if (name !== pin.name) return `it is not the package ${pin.name}`
  if (version !== pin.version) return `it is version ${version}, not ${pin.version}`
  const missing = wanted.files.filter((file) => !files.includes(file))
  return missing.length === 0 ? undefined : `it has no ${missing.join(' and no ')} for ${wanted.target}`
}
