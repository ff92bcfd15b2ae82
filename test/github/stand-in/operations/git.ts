import { created, found, noContent, ok, refuse } from '../answer.ts'
import { type Call, type Hub, type Operations, text } from '../hub.ts'
import { isAncestor, isRefName, peel } from '../refs.ts'
import { gitSha, nodeId, repositoryUrl, webUrl } from '../shapes.ts'
import type { Commit, TagObject } from '../state.ts'

interface WrittenTag {
  readonly tag: string
  readonly message: string
  readonly object: string
  readonly type: string
  readonly tagger?: { readonly name: string; readonly email: string; readonly date?: string }
}

export const git: Operations = {
  'git/get-commit': (call, hub) => ok(commitShape(hub, found(hub.state.commits.get(text(call, 'commit_sha'))))),
  /** An object only: nobody sees the tag until a ref points to it. */
  'git/create-tag'(call, hub) {
    const { tag, message, object, type, tagger } = call.body as WrittenTag
    if (type !== 'commit' || !hub.state.commits.has(object)) refuse(422, 'Object does not exist')
    const by = { name: call.token.login, email: `${call.token.login}@users.noreply.github.com`, ...tagger }
    const made = { tag, message, object: { sha: object, type }, tagger: { ...by, date: by.date ?? hub.now() } }
    const written: TagObject = { sha: tagSha(made), ...made }
    hub.state.tags.set(written.sha, written)
    return created(tagShape(hub, written))
  },
  'git/get-tag': (call, hub) => ok(tagShape(hub, found(hub.state.tags.get(text(call, 'tag_sha'))))),
  'git/create-ref'(call, hub) {
    const { ref, sha } = call.body as { readonly ref: string; readonly sha: string }
    if (!ref.startsWith('refs/') || !isRefName(ref)) refuse(422, `${ref} is not a valid ref name.`)
    if (hub.state.refs.has(ref)) refuse(422, 'Reference already exists')
    refuseUnknown(hub, sha)
    hub.state.refs.set(ref, sha)
    return created(refShape(hub, ref))
  },
  'git/get-ref'(call, hub) {
    const ref = `refs/${text(call, 'ref')}`
    found(hub.state.refs.get(ref))
    return ok(refShape(hub, ref))
  },
  'git/update-ref'(call, hub) {
    const { sha, force = false } = call.body as { readonly sha: string; readonly force?: boolean }
    const ref = existingRef(call, hub)
    refuseUnknown(hub, sha)
    const [before, after] = [peel(hub.state, hub.state.refs.get(ref) ?? ''), peel(hub.state, sha)]
    if (!force && !isAncestor(hub.state, before?.sha ?? '', after?.sha ?? ''))
      refuse(422, 'Update is not a fast forward')
    hub.state.refs.set(ref, sha)
    return ok(refShape(hub, ref))
  },
  'git/delete-ref'(call, hub) {
    hub.state.refs.delete(existingRef(call, hub))
    return noContent
  },
}

/** Not to be read, but to be changed: a missing one is a 422 then, and the tag of an immutable release stays as it is. */
function existingRef(call: Call, { state }: Hub): string {
  const ref = `refs/${text(call, 'ref')}`
  if (!state.refs.has(ref)) refuse(422, 'Reference does not exist')
  const tag = ref.replace('refs/tags/', '')
  if (state.releases.some(({ immutable, tagName }) => immutable && tagName === tag))
    refuse(422, 'Repository rule violations found')
  return ref
}

function refuseUnknown({ state }: Hub, sha: string): void {
  if (!state.commits.has(sha) && !state.tags.has(sha)) refuse(422, 'Object does not exist')
}

function tagSha({ tag, message, object, tagger }: Omit<TagObject, 'sha'>): string {
  const seconds = Math.floor(Date.parse(tagger.date) / 1000)
  const lines = [
    `object ${object.sha}`,
    `type ${object.type}`,
    `tag ${tag}`,
    `tagger ${tagger.name} <${tagger.email}> ${seconds} +0000`,
  ]
  return gitSha('tag', Buffer.from(`${lines.join('\n')}\n\n${message}`))
}

const unsigned = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }

function tagShape(hub: Hub, { sha, tag, message, object, tagger }: TagObject): object {
  const url = `${repositoryUrl(hub)}/git`
  return {
    node_id: nodeId('TA', sha),
    sha,
    url: `${url}/tags/${sha}`,
    tag,
    message,
    tagger,
    object: { ...object, url: `${url}/${object.type}s/${object.sha}` },
    verification: unsigned,
  }
}

function refShape(hub: Hub, ref: string): object {
  const sha = hub.state.refs.get(ref) ?? ''
  const type = hub.state.tags.has(sha) ? 'tag' : 'commit'
  const url = `${repositoryUrl(hub)}/git`
  return {
    ref,
    node_id: nodeId('REF', ref),
    url: `${url}/${ref}`,
    object: { sha, type, url: `${url}/${type}s/${sha}` },
  }
}

function commitShape(hub: Hub, { sha, message, parents, date, files }: Commit): object {
  const url = `${repositoryUrl(hub)}/git`
  const html = (one: string): string => `${webUrl(hub)}/commit/${one}`
  const by = { name: 'octocat', email: 'octocat@users.noreply.github.com', date }
  const tree = gitSha(
    'tree',
    Buffer.from([...files].map(([path, bytes]) => `${path} ${gitSha('blob', bytes)}`).join('\n')),
  )
  return {
    sha,
    node_id: nodeId('C', sha),
    url: `${url}/commits/${sha}`,
    html_url: html(sha),
    author: by,
    committer: by,
    message,
    tree: { sha: tree, url: `${url}/trees/${tree}` },
    parents: parents.map((one) => ({ sha: one, url: `${url}/commits/${one}`, html_url: html(one) })),
    verification: unsigned,
  }
}
