import type { z } from 'zod'
import type { Artifact } from './products/index.ts'
import type { Files, Worker } from './world.ts'

/** The model that variants are made from. `path` is its file on this machine, with the files of its weights beside it: only to be read. */
export interface Original {
  readonly artifact: Artifact
  readonly path: string
}

/** All that making a variant may use. There is no store among it: whoever asked for the variant stores it once it is judged. */
export interface VariantTools {
  /** An empty folder of its own, removed later: everything is written here. */
  readonly scratch: string
  readonly files: Files
  /**
   * Starts a worker process that runs models, to be closed by whoever started it. A run that is cancelled ends it, and asking
   * it then throws `Cancelled`.
   */
  worker(): Promise<Worker>
  /** Aborts when the run is cancelled. Workers end by themselves; long work in this process has to look. */
  readonly signal: AbortSignal
}

/** A variant on the disk, not judged yet. */
export interface MadeVariant {
  /** Absolute path of the model in `scratch`, with the files of its weights beside it. Its file name is what people read. */
  readonly path: string
  /** How it was made, settings included: `onnxruntime graph optimisation, level basic`. */
  readonly how: string
  /**
   * True when it may hold operators of onnxruntime that the standard does not know. Findings that say only this are then not
   * held against it: that onnxruntime runs them is seen when the answers are compared.
   */
  readonly runtimeOperators?: boolean
}

/** What a variant must have less of than the candidate, to be worth keeping. */
export type Saving = 'nodes' | 'bytes'

/** A row in the table of variants. */
export interface VariantKind {
  readonly name: string
  /** Ends the sentence "`name` is …". */
  readonly summary: string
  /** Its settings. They stand among those of the `optimize` stage, so no two variants may name one alike. */
  readonly settings: z.ZodObject
  /** An example of the stage's settings, YAML flow style, for the reference. */
  readonly example: string
  readonly saves: Saving
  /** Whether the same candidate and settings give the same bytes again, on the same machine. */
  readonly deterministic: boolean
  /**
   * Writes a variant of a model. Whether the variant is any good is none of its business: `src/optimize/judge.ts` judges all
   * variants alike. Throws a UserError for a model that it cannot be made of.
   * @param settings checked, the output of `settings`
   */
  make(settings: unknown, original: Original, tools: VariantTools): Promise<MadeVariant>
}

/** Defines a kind of variant. The settings' type lives inside this one call. */
export function defineVariant<Settings extends z.ZodObject>(definition: {
  readonly name: string
  readonly summary: string
  readonly settings: Settings
  readonly example: string
  readonly saves: Saving
  readonly deterministic: boolean
  make(settings: z.output<Settings>, original: Original, tools: VariantTools): Promise<MadeVariant>
}): VariantKind {
  return {
    ...definition,
    make: (settings, original, tools) => definition.make(settings as z.output<Settings>, original, tools),
  }
}
