/** That the remote has said no to a push, or to a ref: nothing of what was sent is there. One that does not say what became of a ref has not. */
export function wasRefused(stderr: string): boolean {
  return (
    /^ ! \[(?!remote failure)|RPC failed; HTTP 4\d\d|returned error: 403|^fatal: remote error: (?:service not enabled|access denied)/m.test(
      stderr,
    ) || /^ERROR: .*(?:denied|read.only|not allowed)/im.test(stderr)
  )
}

/** That objects of the remote have names of another kind than ours: one that is named so is no object to git, and is looked for among the refs. */
export function hasOtherNames(stderr: string): boolean {
  return /mismatched algorithms|does not support this repository's hash algorithm|unexpected capabilities\^\{\}|couldn't find remote ref (?:[\da-f]{40}|[\da-f]{64})$/m.test(
    stderr,
  )
}

/** That objects were on their way to the remote: from then on it may record them, whether it says so or not. */
export function wasSent(stderr: string): boolean {
  return /Writing objects:|Total \d+ /.test(stderr)
}

/** The tags that the remote did not take, by what git says of each. */
export function rejectedTags(stderr: string): ReadonlySet<string> {
  return new Set([...stderr.matchAll(/^ ! \[[\w ]+\] +\S+ -> (\S+)/gm)].map(([, tag = '']) => tag))
}

/** What git says of a remote that cannot move several refs at once, such as one over WebDAV. */
export const notAtomic = /does not support --atomic/i

/** A remote takes it that a partial clone has all that its commits stand on, and sends differences from that. */
export const lacksBase = /unresolved deltas|promisor/

/** What a remote says when two pushes want the same ref at the same moment. */
export function isContended(stderr: string): boolean {
  return /cannot lock ref|failed to update ref|already exists|stale info|fetch first|non-fast-forward/i.test(stderr)
}
