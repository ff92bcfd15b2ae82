import { versionTag } from '../../versions/tags.ts'

/**
 * Where entries stand in the tree of a commit: a hundred to a folder, and a hundred folders in the one above, so that a commit has a few
 * kilobytes of folders that are new, however long the ledger is.
 */
export const logFolder = 'log'
const versionsFolder = 'versions'

/** Ledgers that were begun by earlier versions have their first entries here, all in one folder, which stays as it is. */
export const formerFolder = 'entries'

/** `number`: of an entry, counted from 1. */
export function entryPath(number: number): string {
  return `${logFolder}/${beneath(number)}.json`
}

export function formerPath(number: number): string {
  return `${formerFolder}/${padded(number)}.json`
}

/** What people read of a release. */
export function releasePath(number: number, model: string, version: string): string {
  return `${versionsFolder}/${beneath(number)}-${versionTag(model, version).replaceAll('/', '_')}.md`
}

/** What of a commit one with another entry changes, as `git ls-tree` is asked for it: all at the top, and the folders on the way. */
export function placesFor(number: number): readonly string[] {
  const [high, low] = beneath(number).split('/')
  const ways = [logFolder, versionsFolder].flatMap((top) => [
    top,
    `${top}/`,
    `${top}/${high}/`,
    `${top}/${high}/${low}/`,
  ])
  return ['README.md', formerFolder, formerReleases, ...ways]
}

const formerReleases = 'releases'

function beneath(number: number): string {
  const name = padded(number)
  return `${name.slice(0, -4)}/${name.slice(-4, -2)}/${name}`
}

function padded(number: number): string {
  return String(number).padStart(6, '0')
}
