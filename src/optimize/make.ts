import path from 'node:path'
import { Cancelled } from '../core/errors/index.ts'
import type { Artifact, Variants } from '../core/products/index.ts'
import type { StageTools } from '../core/stage.ts'
import type { Original, VariantKind, VariantTools } from '../core/variant.ts'
import { refuseBarred } from '../providers/barred.ts'
import { judge } from './judge.ts'

export type Variant = Variants['variants'][number]

export interface MakingTools extends Pick<StageTools, 'world' | 'store' | 'signal'> {
  /** Folder for what is made on the way. */
  readonly scratch: string
}

/**
 * Makes one variant of the candidate, judges it, and puts it in the store, kept or not. Until it is judged nothing is stored,
 * so a run that is cancelled or killed leaves nothing of it.
 * @param settings those of the stage: the variant takes its own, and `tolerance` is how far its answers may be off
 */
export async function makeVariant(
  kind: VariantKind,
  candidate: Artifact,
  settings: Readonly<Record<string, unknown>> & { readonly tolerance: number },
  tools: MakingTools,
): Promise<Variant> {
  const original: Original = { artifact: candidate, path: await tools.store.path(candidate) }
  await refuseBarred(original.path, tools.world.files)
  const made = await kind.make(ownSettings(kind, settings), original, await variantTools(kind, tools))
  const judgement = await judge(original, made, { saves: kind.saves, tolerance: settings.tolerance }, tools)
  if (tools.signal.aborted) throw new Cancelled(`variant ${kind.name} was cancelled`)
  return { id: kind.name, model: await tools.store.putFile(made.path), how: made.how, ...judgement }
}

function ownSettings(kind: VariantKind, settings: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(kind.settings.shape).map((name) => [name, settings[name]]))
}

async function variantTools({ name }: VariantKind, { world, scratch, signal }: MakingTools): Promise<VariantTools> {
  const own = path.join(scratch, name)
  await world.files.remove(own)
  await world.files.makeDirectory(own)
  return { scratch: own, files: world.files, signal, worker: () => world.processes.worker('bench', { signal }) }
}
