import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { withParents } from './checkout.ts'

/**
 * The branch that is checked out in a folder, or in the nearest one above it that holds a checkout; undefined where none is, as in most
 * checkouts of CI. git is not started for it: this is asked wherever a stage has a `when:`.
 */
export function branchIn(folder: string): string | undefined {
  const top = withParents(folder).find((each) => statSync(path.join(each, '.git'), { throwIfNoEntry: false }))
  if (top === undefined) return undefined
  try {
    const [, branch] = /^ref: refs\/heads\/(.+)$/m.exec(readFileSync(path.join(gitFolderOf(top), 'HEAD'), 'utf8')) ?? []
    // What stands there where refs are kept in tables of their own.
    return branch === '.invalid' ? undefined : branch
  } catch {
    return undefined
  }
}

/** A linked work tree and a submodule have a file that says where it is. */
function gitFolderOf(top: string): string {
  const place = path.join(top, '.git')
  if (statSync(place).isDirectory()) return place
  const [, elsewhere = '.git'] = /^gitdir: (.+)$/m.exec(readFileSync(place, 'utf8')) ?? []
  return path.resolve(top, elsewhere)
}
