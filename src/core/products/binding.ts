import { z } from 'zod'
import { sha256Schema, type TypeOf } from '../schema.ts'
import { decisionSchema } from './decision.ts'

const text = z.string()

/**
 * What a comparison belongs to and what was decided on it: evidence holds it beside the samples, so that its digest, which the ledger
 * records, stands for all of it.
 */
export const bindingSchema = z.object({
  /** Which version of Airworthy compared and decided. That of onnxruntime stands in the environment of the measurements. */
  version: text,
  pipeline: z.object({
    name: text,
    /** Digest of the pipeline file. */
    sha256: sha256Schema,
    /** Values of its `inputs:` that were given. */
    inputs: z.record(text, z.unknown()),
  }),
  run: z.object({
    id: text,
    startedAt: text,
    /** The commit that was checked out, where there was one. */
    commit: text.optional(),
  }),
  /** The model's name in the registry. */
  model: text,
  /** Digest of the candidate's file, or of the list of its files. */
  candidate: sha256Schema,
  /** What served, as it was when the run began; absent for a first release. */
  production: z.object({ version: text.optional(), sha256: sha256Schema }).optional(),
  /** Digests of data sets, by name. */
  data: z.record(text, sha256Schema),
  /** What was decided on the comparison, by the stages that did: with their kinds and checked settings. */
  decisions: z.array(z.object({ stage: text, kind: text, settings: z.unknown(), decision: decisionSchema })),
  /** Digests of the evidence of comparisons that the same run had made before. */
  earlier: z.array(sha256Schema),
})
export interface Binding extends TypeOf<typeof bindingSchema> {}
