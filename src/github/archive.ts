import { unzipSync } from 'fflate'
import { messageOf } from '../core/errors/index.ts'
import { githubError } from './errors.ts'

/** Files of an archive by their names. */
export type Archive = ReadonlyMap<string, Uint8Array>

/** What an archive may unpack to: reports with their raw samples are a few megabytes. */
const mostFiles = 1000
const mostUnpacked = 128 * 1024 * 1024
/** Text and numbers shrink to a tenth; what shrinks to less than a hundredth is made to fill a memory. */
const mostRatio = 200

/**
 * Unpacks a zip archive in memory. Names that lead out of a folder, too many files, or more bytes than a report has are
 * `download-refused`; so is what is no zip archive.
 */
export function unpack(name: string, bytes: Uint8Array): Archive {
  const refuse = (why: string): never => {
    throw githubError('download-refused', { name, why })
  }
  let [files, total] = [0, 0]
  try {
    const unpacked = unzipSync(bytes, {
      filter({ name: entry, size, originalSize }) {
        files += 1
        total += originalSize
        if (files > mostFiles) refuse(`it has more than ${mostFiles} files`)
        if (total > mostUnpacked) refuse(`it unpacks to more than ${mostUnpacked} bytes`)
        if (originalSize > 1_000_000 && originalSize > size * mostRatio) refuse('it unpacks to far more than it has')
        if (leadsOut(entry)) refuse('one of its names leads out of its folder')
        return !entry.endsWith('/')
      },
    })
    return new Map(Object.entries(unpacked))
  } catch (error) {
    if ((error as { code?: unknown }).code === 'download-refused') throw error
    return refuse(`it is not a zip archive: ${messageOf(error)}`)
  }
}

function leadsOut(name: string): boolean {
  return /[\0\\]/.test(name) || /^([A-Za-z]:|\/)/.test(name) || name.split('/').includes('..')
}
