import { refuse } from './answer.ts'
import type { Commit, State } from './state.ts'

/** A branch, a tag or a SHA (seven digits are enough), with or without what a ref begins with. */
export function resolve(state: State, ref: string): Commit | undefined {
  const names = [ref, `refs/${ref}`, `refs/heads/${ref}`, `refs/tags/${ref}`]
  const sha = names.map((name) => state.refs.get(name)).find((found) => found !== undefined)
  if (sha !== undefined) return peel(state, sha)
  if (!/^[0-9a-f]{7,40}$/.test(ref)) return undefined
  return [...state.commits.values()].find((commit) => commit.sha.startsWith(ref))
}

/** The commit of a ref in an address, or the 422 that GitHub answers with there. */
export function commitOf(state: State, ref: string): Commit {
  return resolve(state, ref) ?? refuse(422, `No commit found for SHA: ${ref}`)
}

/** The commit that an annotated tag, or a commit, is in the end. */
export function peel(state: State, sha: string): Commit | undefined {
  const tag = state.tags.get(sha)
  return tag === undefined ? state.commits.get(sha) : peel(state, tag.object.sha)
}

export function isAncestor(state: State, ancestor: string, descendant: string): boolean {
  const seen = new Set<string>()
  const left = [descendant]
  for (let sha = left.pop(); sha !== undefined; sha = left.pop()) {
    if (sha === ancestor) return true
    if (seen.has(sha)) continue
    seen.add(sha)
    left.push(...(state.commits.get(sha)?.parents ?? []))
  }
  return false
}

/** After `git check-ref-format`. */
export function isRefName(ref: string): boolean {
  const bad = /[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|\/$|\.$|\.lock(\/|$)|(^|\/)\./
  return ref.split('/').length >= 3 && !bad.test(ref)
}
