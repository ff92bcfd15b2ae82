import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Place, placesIn, type Surroundings } from './places.ts'
import { nativeFolder, neededFiles, type Target, targetName } from './target.ts'

/** What was found in a folder that has a package.json. */
export interface Seen {
  readonly name: unknown
  readonly version: unknown
  /** The native files for this machine. */
  readonly files: readonly string[]
}

export type Search =
  | {
      readonly found: true
      /** The package, and the folder in it that has the native files. */
      readonly folder: string
      readonly native: string
      /** What was there before it and did not fit: place and reason. */
      readonly passedOver: readonly string[]
    }
  | {
      readonly found: false
      /** Every place with the reason why it did not fit. */
      readonly tried: readonly string[]
      /** The place that the user named, and why it does not fit: nothing was looked at after it. */
      readonly wrong?: { readonly folder: string; readonly reason: string }
    }

/** Looks for onnxruntime in all places, in order, and loads nothing. */
export function search(around: Surroundings): Search {
  const tried: string[] = []
  const passedOver: string[] = []
  for (const place of placesIn(around)) {
    const { folder, reason, there } = lookAt(place, around)
    if (folder !== undefined && reason === undefined)
      return { found: true, folder, native: path.join(folder, nativeFolder(around)), passedOver }
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

function lookAt({ folders, marker, closed }: Place, around: Surroundings): Look {
  if (closed !== undefined) return { reason: closed, there: false }
  const folder = folders.find((each) => existsSync(path.join(each, 'package.json')))
  if (folder === undefined) return { reason: 'the package is not there', there: false }
  const whole = marker === undefined || existsSync(marker)
  return { folder, reason: whole ? misfit(see(folder, around), around) : 'it is not complete', there: true }
}

function see(folder: string, target: Target): Seen {
  return { ...describe(folder), files: list(path.join(folder, nativeFolder(target))) }
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
export function misfit(
  { name, version, files }: Seen,
  around: Pick<Surroundings, 'pin' | keyof Target>,
): string | undefined {
  const { pin } = around
  if (name !== pin.name) return `it is not the package ${pin.name}`
  if (version !== pin.version) return `it is version ${version}, not ${pin.version}`
  const missing = neededFiles(around).filter((file) => !files.includes(file))
  return missing.length === 0 ? undefined : `it has no ${missing.join(' and no ')} for ${targetName(around)}`
}
