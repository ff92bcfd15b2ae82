import { DamagedZip, zipMembers } from '../core/zip.ts'
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
 * `download-refused`; so is what is no ZIP archive, or a damaged one.
 */
export function unpack(name: string, bytes: Uint8Array): Archive {
  const refuse = (why: string): never => {
    throw githubError('download-refused', { name, why })
  }
  try {
    const members = [...zipMembers(bytes).values()]
    const total = members.reduce((sum, member) => sum + member.bytes, 0)
    if (members.length > mostFiles) refuse(`it has more than ${mostFiles} files`)
    if (total > mostUnpacked) refuse(`it unpacks to more than ${mostUnpacked} bytes`)
    if (members.some((member) => member.bytes > 1_000_000 && member.bytes > member.packed * mostRatio))
      refuse('it unpacks to far more than it has')
    if (members.some((member) => leadsOut(member.name))) refuse('one of its names leads out of its folder')
    return new Map(
      members.filter(({ name: file }) => !file.endsWith('/')).map((member) => [member.name, member.read()]),
    )
  } catch (error) {
    if (error instanceof DamagedZip) return refuse(error.message)
    throw error
  }
}

function leadsOut(name: string): boolean {
  return /[\0\\]/.test(name) || /^([A-Za-z]:|\/)/.test(name) || name.split('/').includes('..')
}
