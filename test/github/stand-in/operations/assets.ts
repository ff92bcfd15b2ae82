import { createHash } from 'node:crypto'
import { type Answer, created, found, invalid, noContent, ok, refuse } from '../answer.ts'
import { accepts, type Call, type Hub, number, type Operations, optional, text } from '../hub.ts'
import { page } from '../pages.ts'
import { nodeId, repositoryUrl, simpleUser, webUrl } from '../shapes.ts'
import type { Asset, Release } from '../state.ts'
import { releaseOf } from './releases.ts'

export const assets: Operations = {
  'repos/list-release-assets'(call, hub) {
    const release = releaseOf(call, hub)
    const { items, headers } = page(call, release.assets)
    return ok(
      items.map((asset) => assetShape(hub, release, asset)),
      headers,
    )
  },
  'repos/upload-release-asset'(call, hub) {
    const release = releaseOf(call, hub)
    refuseLocked(release)
    const name = safeName(text(call, 'name'))
    refuseTaken(release, name)
    if (call.headers['content-type'] === undefined) refuse(400, 'Content-Type is needed')
    const bytes = call.interrupted ? new Uint8Array() : call.bytes
    const asset: Asset = {
      id: hub.nextId(),
      name,
      label: optional(call, 'label') ?? '',
      contentType: String(call.headers['content-type']),
      uploader: call.token.login,
      state: call.interrupted ? 'starter' : 'uploaded',
      bytes,
      digest: call.interrupted ? null : `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      createdAt: hub.now(),
    }
    release.assets.push(asset)
    return created(assetShape(hub, release, asset))
  },
  'repos/get-release-asset'(call, hub): Answer {
    const { release, asset } = assetOf(call, hub)
    if (!accepts(call, 'application/octet-stream')) return ok(assetShape(hub, release, asset))
    return { status: 302, headers: { location: hub.sign({ bytes: asset.bytes, type: asset.contentType }) } }
  },
  'repos/update-release-asset'(call, hub) {
    const { release, asset } = assetOf(call, hub)
    const body = (call.body ?? {}) as { readonly name?: string; readonly label?: string }
    refuseLocked(release)
    const name = safeName(body.name ?? asset.name)
    if (name !== asset.name) refuseTaken(release, name)
    asset.name = name
    asset.label = body.label ?? asset.label
    return ok(assetShape(hub, release, asset))
  },
  'repos/delete-release-asset'(call, hub) {
    const { release, asset } = assetOf(call, hub)
    refuseLocked(release)
    release.assets.splice(release.assets.indexOf(asset), 1)
    return noContent
  },
}

function assetOf(call: Call, { state }: Hub): { readonly release: Release; readonly asset: Asset } {
  const all = state.releases.flatMap((release) => release.assets.map((asset) => ({ release, asset })))
  return found(all.find(({ asset }) => asset.id === number(call, 'asset_id')))
}

/** GitHub puts a dot where a name has something unusual, and takes dots off its ends. */
function safeName(name: string): string {
  return name.replaceAll(/[^\w.+@-]+/g, '.').replaceAll(/^\.+|\.+$/g, '')
}

function refuseTaken({ assets }: Release, name: string): void {
  if (assets.some((asset) => asset.name === name))
    invalid({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' })
}

function refuseLocked({ immutable }: Release): void {
  if (immutable) refuse(422, 'Cannot upload assets to an immutable release.')
}

export function assetShape(hub: Hub, { tagName, draft, id }: Release, asset: Asset): object {
  return {
    id: asset.id,
    node_id: nodeId('RA', asset.id),
    url: `${repositoryUrl(hub)}/releases/assets/${asset.id}`,
    browser_download_url: `${webUrl(hub)}/releases/download/${draft ? `untagged-${id}` : tagName}/${asset.name}`,
    name: asset.name,
    label: asset.label,
    state: asset.state,
    content_type: asset.contentType,
    size: asset.bytes.length,
    digest: asset.digest,
    download_count: 0,
    created_at: asset.createdAt,
    updated_at: asset.createdAt,
    uploader: simpleUser(hub, asset.uploader),
  }
}
