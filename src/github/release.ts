import type { GitHub } from '../core/world.ts'
import { ask, ensure, isMissing } from './ask.ts'
import { list, request, upload } from './client.ts'
import { githubError } from './errors.ts'

export interface ReleaseAsset {
  /** Letters, digits, dots, hyphens and underscores: GitHub changes other names. */
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  read(): Promise<Uint8Array>
}

export interface GitHubRelease {
  readonly tag: string
  readonly commit: string
  /** The message of the annotated tag, where it has to be made. */
  readonly message: string
  readonly name: string
  /** Markdown. */
  readonly body: string
  readonly prerelease: boolean
  /** Whether it is what a visitor is shown first. */
  readonly latest: boolean
  readonly assets: readonly ReleaseAsset[]
}

export interface ReleaseOutcome {
  readonly url: string
  readonly outcome: 'published' | 'completed' | 'unchanged'
  /** When it became public, by GitHub's clock: ISO 8601. */
  readonly publishedAt: string
}

/**
 * Publishes a release: tag, draft, assets, then the release for all to see. What is there already is kept and not made again, so that a
 * release of which a job was killed half-way is completed by the next; a published one is never changed. Throws `tag-elsewhere` when
 * the tag is on another commit, `release-differs` when a published release lacks an asset.
 */
export async function publishRelease(github: GitHub, release: GitHubRelease): Promise<ReleaseOutcome> {
  await ensureTag(github, release)
  return ask(`publish the release ${release.tag}`, 'contents: write', () => publish(github, release))
}

interface Listed {
  readonly id: number
  readonly draft: boolean
  readonly html_url: string
  readonly upload_url: string
  readonly published_at?: string | null
}

async function publish(github: GitHub, release: GitHubRelease): Promise<ReleaseOutcome> {
  // A draft is not found by its tag: only the list has it.
  const find = async (): Promise<Listed | undefined> => {
    const all = await list(github, 'GET /repos/{owner}/{repo}/releases', {})
    const named = all.filter(({ tag_name }) => tag_name === release.tag)
    return named.find(({ draft }) => !draft) ?? named.toSorted((a, b) => a.id - b.id)[0]
  }
  const words = {
    tag_name: release.tag,
    name: release.name,
    body: release.body,
    prerelease: release.prerelease,
  }
  const make = (): Promise<Listed> =>
    request(github, 'POST /repos/{owner}/{repo}/releases', {
      ...words,
      target_commitish: release.commit,
      draft: true,
    })
  const { thing, made } = await ensure(find, make, github)
  const missing = await missingAssets(github, thing.id, release.assets, thing.draft)
  if (!thing.draft) {
    if (missing.length > 0)
      throw githubError('release-differs', { tag: release.tag, missing: missing.map(({ name }) => name) })
    return { url: thing.html_url, outcome: 'unchanged', publishedAt: thing.published_at ?? '' }
  }
  for (const asset of missing) await attach(github, thing, asset)
  const { html_url, published_at } = await request(github, 'PATCH /repos/{owner}/{repo}/releases/{release_id}', {
    ...words,
    release_id: thing.id,
    draft: false,
    make_latest: release.latest ? 'true' : 'false',
  })
  const outcome = made ? 'published' : 'completed'
  return { url: html_url, outcome, publishedAt: published_at ?? '' }
}

interface StoredAsset {
  readonly id: number
  readonly name: string
  readonly state: string
  readonly size: number
  readonly digest?: string | null
}

function storedAssets(github: GitHub, release: number): Promise<readonly StoredAsset[]> {
  return list(github, 'GET /repos/{owner}/{repo}/releases/{release_id}/assets', { release_id: release })
}

/** The assets that are not whole in the release. In a draft, halves of them are taken away. */
async function missingAssets(
  github: GitHub,
  release: number,
  wanted: readonly ReleaseAsset[],
  draft: boolean,
): Promise<readonly ReleaseAsset[]> {
  const stored = await storedAssets(github, release)
  if (!draft) return wanted.filter(({ name }) => !stored.some((each) => each.name === name))
  for (const each of stored) {
    const asset = wanted.find(({ name }) => name === each.name)
    if (asset !== undefined && !isWhole(each, asset)) await remove(github, each.id)
  }
  return wanted.filter((asset) => !stored.some((each) => each.name === asset.name && isWhole(each, asset)))
}

function isWhole({ state, size, digest }: StoredAsset, { bytes, sha256 }: ReleaseAsset): boolean {
  return state === 'uploaded' && size === bytes && (digest ?? `sha256:${sha256}`) === `sha256:${sha256}`
}

async function remove(github: GitHub, id: number): Promise<void> {
  try {
    await request(github, 'DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}', { asset_id: id })
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/** An upload that broke leaves an asset that is not whole, which keeps its name taken until it is removed. */
async function attach(github: GitHub, release: Listed, asset: ReleaseAsset): Promise<void> {
  const find = async (): Promise<StoredAsset | undefined> => {
    const found = (await storedAssets(github, release.id)).find(({ name }) => name === asset.name)
    if (found === undefined || isWhole(found, asset)) return found
    await remove(github, found.id)
    return undefined
  }
  const make = async (): Promise<StoredAsset> => upload(github, release, asset, await asset.read())
  await ensure(find, make, github)
}

/** The annotated tag: the registry has set it where it pushes to this repository; it is set here where it does not. */
async function ensureTag(github: GitHub, release: GitHubRelease): Promise<void> {
  await ask(`set the tag ${release.tag}`, 'contents: write', async () => {
    const find = async (): Promise<string | undefined> => {
      try {
        const ref = `tags/${release.tag}`
        const { object } = await request(github, 'GET /repos/{owner}/{repo}/git/ref/{ref}', { ref })
        if (object.type !== 'tag') return object.sha
        const tag = await request(github, 'GET /repos/{owner}/{repo}/git/tags/{tag_sha}', { tag_sha: object.sha })
        return tag.object.sha
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    }
    const make = async (): Promise<string> => {
      const { tag, message, commit } = release
      // A tag object that no name points to is nothing to anybody: a second one does no harm.
      const { sha } = await request(github, 'POST /repos/{owner}/{repo}/git/tags', {
        tag,
        message,
        object: commit,
        type: 'commit',
      })
      await request(github, 'POST /repos/{owner}/{repo}/git/refs', { ref: `refs/tags/${tag}`, sha })
      return commit
    }
    const { thing } = await ensure(find, make, github)
    if (thing !== release.commit)
      throw githubError('tag-elsewhere', { tag: release.tag, at: thing, wanted: release.commit })
  })
}
