import path from 'node:path'
import { portError } from '../../core/errors/ports.ts'
import { sha256 } from '../../core/json.ts'
import type { Artifact } from '../../core/products/index.ts'
import type { RunReport } from '../../core/report.ts'
import type { World } from '../../core/world.ts'
import type { ReleaseAsset } from '../../github/release.ts'
import { homeOf } from '../../pipeline/home.ts'
import { storeOf } from '../../pipeline/store.ts'

/** What a release carries: the model as it was released, the evidence that decided, the report. */
export async function releaseAssets(report: RunReport, world: World): Promise<readonly ReleaseAsset[]> {
  const { release, files } = report
  if (release === undefined) return []
  const store = storeOf(await homeOf(world), world)
  const base = `${release.model}-${release.version}`
  const main = await store.path(release.artifact)
  const members: readonly Artifact[] = release.artifact.files ?? [release.artifact]
  const model = members.map((member, index): ReleaseAsset => {
    const place = index === 0 ? main : path.join(path.dirname(main), member.name)
    const name =
      index === 0 ? `${base}${path.extname(member.name) || '.onnx'}` : `${base}-${path.basename(member.name)}`
    return assetOf(name, member, place, world.files)
  })
  const written = [
    ['evidence.json', files['evidence']],
    ['report.html', files['html']],
  ].flatMap(([suffix, file]) => (file === undefined ? [] : [{ name: `${base}-${suffix}`, file }]))
  const others = await Promise.all(
    written.map(async ({ name, file }): Promise<ReleaseAsset> => {
      const content = { sha256: await world.files.hash(file), bytes: (await world.files.size(file)) ?? 0 }
      return assetOf(name, content, file, world.files)
    }),
  )
  return [...model, ...others]
}

/** Reading gives the bytes of this digest, or throws `content-differs`: what is released is what was decided on. */
function assetOf(
  name: string,
  { sha256: wanted, bytes }: Pick<Artifact, 'sha256' | 'bytes'>,
  file: string,
  files: World['files'],
): ReleaseAsset {
  const read = async (): Promise<Uint8Array> => {
    const content = await files.read(file)
    if (sha256(content) !== wanted) throw portError('content-differs', { sha256: wanted, where: file })
    return content
  }
  return { name: safeName(name), sha256: wanted, bytes, read }
}

/** GitHub changes other characters to dots, and an asset that is called otherwise would not be found again. */
function safeName(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-')
}
