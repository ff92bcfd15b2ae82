import { created, found, invalid, noContent, ok, refuse } from '../answer.ts'
import { type Call, type Hub, number, type Operations, text } from '../hub.ts'
import { page } from '../pages.ts'
import { isRefName, resolve } from '../refs.ts'
import { nodeId, repositoryUrl, simpleUser, webUrl } from '../shapes.ts'
import type { Release } from '../state.ts'
import { allows } from '../tokens.ts'
import { assetShape } from './assets.ts'

interface Written {
  readonly tag_name?: string
  readonly target_commitish?: string
  readonly name?: string
  readonly body?: string
  readonly draft?: boolean
  readonly prerelease?: boolean
}

export const releases: Operations = {
  'repos/list-releases'(call, hub) {
    const { items, headers } = page(call, hub.state.releases.filter((one) => isVisible(call, one)).reverse())
    return ok(
      items.map((release) => shape(hub, release)),
      headers,
    )
  },
  'repos/create-release'(call, hub) {
    const body = call.body as Written
    const release: Release = {
      id: hub.nextId(),
      author: call.token.login,
      tagName: '',
      targetCommitish: hub.state.repository.defaultBranch,
      name: null,
      body: null,
      draft: false,
      prerelease: false,
      immutable: false,
      createdAt: hub.now(),
      publishedAt: null,
      assets: [],
    }
    save(hub, release, body)
    hub.state.releases.push(release)
    return created(shape(hub, release))
  },
  'repos/get-release': (call, hub) => ok(shape(hub, releaseOf(call, hub))),
  /** Drafts have no tag yet, whoever asks. */
  'repos/get-release-by-tag'(call, hub) {
    const tag = text(call, 'tag')
    return ok(shape(hub, found(hub.state.releases.find((one) => !one.draft && one.tagName === tag))))
  },
  'repos/update-release'(call, hub) {
    const release = releaseOf(call, hub)
    const body = call.body as Written | undefined
    if (release.immutable && body?.tag_name !== undefined && body.tag_name !== release.tagName)
      refuse(422, 'Cannot change the tag of an immutable release.')
    save(hub, release, body ?? {})
    return ok(shape(hub, release))
  },
  /** The tag stays. */
  'repos/delete-release'(call, hub) {
    hub.state.releases.splice(hub.state.releases.indexOf(releaseOf(call, hub)), 1)
    return noContent
  },
}

const isVisible = (call: Call, release: Release): boolean => !release.draft || allows(call.token, 'contents:write')

export function releaseOf(call: Call, hub: Hub): Release {
  const release = found(hub.state.releases.find(({ id }) => id === number(call, 'release_id')))
  return found(isVisible(call, release) ? release : undefined)
}

/** All or nothing: what is refused leaves the release as it was. */
function save(hub: Hub, release: Release, body: Written): void {
  const next = {
    tagName: body.tag_name ?? release.tagName,
    targetCommitish: body.target_commitish ?? release.targetCommitish,
    name: body.name ?? release.name,
    body: body.body ?? release.body,
    draft: body.draft ?? release.draft,
    prerelease: body.prerelease ?? release.prerelease,
  }
  if (!isRefName(`refs/tags/${next.tagName}`))
    invalid({ resource: 'Release', code: 'custom', field: 'tag_name', message: 'tag_name is not a valid tag' })
  if (!next.draft) publish(hub, release, next.tagName, next.targetCommitish)
  Object.assign(release, next)
}

function publish({ state, now }: Hub, release: Release, tagName: string, target: string): void {
  if (state.releases.some((one) => one !== release && !one.draft && one.tagName === tagName))
    invalid({ resource: 'Release', code: 'already_exists', field: 'tag_name' })
  if (state.lockedTags.has(tagName) && !release.immutable)
    invalid({
      resource: 'Release',
      code: 'custom',
      field: 'tag_name',
      message: 'tag_name was used by an immutable release',
    })
  if (!state.refs.has(`refs/tags/${tagName}`)) {
    const field = { resource: 'Release', code: 'invalid', field: 'target_commitish' }
    const { sha } = resolve(state, target) ?? invalid(field)
    state.refs.set(`refs/tags/${tagName}`, sha)
  }
  if (release.publishedAt !== null) return
  release.publishedAt = now()
  release.immutable = state.repository.immutableReleases
  if (release.immutable) state.lockedTags.add(tagName)
}

function shape(hub: Hub, release: Release): object {
  const { id, tagName, draft, immutable } = release
  const api = repositoryUrl(hub)
  const upload = `${hub.urls.uploads}${api.slice(hub.urls.api.length)}`
  const archive = (format: string): string | null => (draft ? null : `${api}/${format}/${tagName}`)
  return {
    id,
    node_id: nodeId('RE', id),
    url: `${api}/releases/${id}`,
    html_url: `${webUrl(hub)}/releases/tag/${draft ? `untagged-${id}` : tagName}`,
    assets_url: `${api}/releases/${id}/assets`,
    upload_url: `${upload}/releases/${id}/assets{?name,label}`,
    tarball_url: archive('tarball'),
    zipball_url: archive('zipball'),
    tag_name: tagName,
    target_commitish: release.targetCommitish,
    name: release.name,
    body: release.body,
    draft,
    prerelease: release.prerelease,
    immutable,
    created_at: release.createdAt,
    published_at: release.publishedAt,
    updated_at: release.publishedAt ?? release.createdAt,
    author: simpleUser(hub, release.author),
    assets: release.assets.map((asset) => assetShape(hub, release, asset)),
  }
}
