import { type Answer, found, ok } from '../answer.ts'
import { accepts, type Hub, type Operations, optional, text } from '../hub.ts'
import { resolve } from '../refs.ts'
import { gitSha, repositoryUrl, webUrl } from '../shapes.ts'

export const contents: Operations = {
  'repos/get-content'(call, hub): Answer {
    const ref = optional(call, 'ref') ?? hub.state.repository.defaultBranch
    const { files } = found(resolve(hub.state, ref))
    const path = text(call, 'path').replaceAll(/^\/+|\/+$/g, '')
    const bytes = files.get(path)
    if (bytes === undefined) return ok(folder(hub, files, path, ref))
    if (accepts(call, 'raw')) return ok(bytes, { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' })
    // Of more than 1 MiB, only the raw form has the content.
    const small = bytes.length <= 1024 * 1024
    const content = small ? `${Buffer.from(bytes).toString('base64')}\n` : ''
    return ok({ ...entry(hub, path, ref, bytes), encoding: small ? 'base64' : 'none', content })
  },
}

function folder(hub: Hub, files: ReadonlyMap<string, Uint8Array>, path: string, ref: string): object[] {
  const within = path === '' ? '' : `${path}/`
  const inside = [...files.keys()].filter((file) => file.startsWith(within))
  found(path === '' ? path : inside[0])
  const names = new Set(inside.map((file) => within + (file.slice(within.length).split('/')[0] ?? '')))
  return [...names].sort().map((name) => entry(hub, name, ref, files.get(name)))
}

function entry(hub: Hub, path: string, ref: string, bytes: Uint8Array | undefined): object {
  const url = `${repositoryUrl(hub)}/contents/${path}?ref=${encodeURIComponent(ref)}`
  const [type, kind] = bytes === undefined ? (['dir', 'tree'] as const) : (['file', 'blob'] as const)
  const sha = gitSha(kind, bytes ?? Buffer.from(path))
  const links = {
    url,
    git_url: `${repositoryUrl(hub)}/git/${kind}s/${sha}`,
    html_url: `${webUrl(hub)}/${kind}/${ref}/${path}`,
  }
  return {
    type,
    size: bytes?.length ?? 0,
    name: path.split('/').at(-1),
    path,
    sha,
    ...links,
    download_url: bytes === undefined ? null : `${webUrl(hub)}/raw/${ref}/${path}`,
    _links: { self: links.url, git: links.git_url, html: links.html_url },
  }
}
