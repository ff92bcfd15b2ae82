import path from 'node:path'
import type { Artifact } from '../../core/products/index.ts'
import type { RunReport } from '../../core/report.ts'
import type { World } from '../../core/world.ts'
import type { ReleaseAsset } from '../../github/release.ts'
import { homeOf } from '../../pipeline/home.ts'
import { openStore } from '../../pipeline/store.ts'

/** What a release carries: the model as it was released, the evidence that decided, the report. */
export async function releaseAssets(report: RunReport, world: World): Promise<readonly ReleaseAsset[]> {
  const { release, files } = report
  if (release === undefined) return []
  const store = openStore(homeOf(world).store, world)
  const base = `${release.model}-${release.version}`
  const main = await store.path(release.artifact)
  const members: readonly Artifact[] = release.artifact.files ?? [release.artifact]
  const model = members.map((member, index): ReleaseAsset => {
    const place = index === 0 ? main : path.join(path.dirname(main), member.name)
    const name =
      index === 0 ? `${base}${path.extname(member.name) || '.onnx'}` : `${base}-${path.basename(member.name)}`
    return { name: safeName(name), sha256: member.sha256, bytes: member.bytes, read: () => world.files.read(place) }
  })
  const written = [
    ['evidence.json', files['evidence']],
    ['report.html', files['html']],
  ].flatMap(([suffix, file]) => (file === undefined ? [] : [{ name: safeName(`${base}-${suffix}`), file }]))
  const others = await Promise.all(
    written.map(
      async ({ name, file }): Promise<ReleaseAsset> => ({
        name,
        sha256: await world.files.hash(file),
        bytes: (await world.files.size(file)) ?? 0,
        read: () => world.files.read(file),
      }),
    ),
  )
  return [...model, ...others]
}

/** GitHub changes other characters to dots, and an asset that is called otherwise would not be found again. */
function safeName(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-')
}
