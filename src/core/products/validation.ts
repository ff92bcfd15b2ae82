import { z } from 'zod'
import type { TypeOf } from '../schema.ts'
import { verdicts } from '../verdict.ts'

/** Something found in a model. `where` is a path a person can follow: `graph/node Relu_3`. */
const finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  where: z.string(),
  message: z.string(),
  hint: z.string(),
  /** True where this is what kept the check, or a part of it, from being made. */
  unchecked: z.literal(true).optional(),
  /** Where the check looked at a part of what it might have: `on 256 of 5000 examples`, which its name stands before. */
  partly: z.string().optional(),
})
export interface Finding extends TypeOf<typeof finding> {}

const interfaceValue = z.object({
  name: z.string(),
  type: z.string(),
  dims: z.array(z.union([z.number(), z.string()])),
})
export interface InterfaceValue extends TypeOf<typeof interfaceValue> {}

const modelSummary = z.object({
  irVersion: z.number(),
  opset: z.record(z.string(), z.number()),
  producer: z.string(),
  nodes: z.number(),
  operators: z.record(z.string(), z.number()),
  /** Elements of all initialisers. */
  parameters: z.number(),
  bytes: z.number(),
  inputs: z.array(interfaceValue),
  outputs: z.array(interfaceValue),
})
export interface ModelSummary extends TypeOf<typeof modelSummary> {}

/** How a check came out. `not-checked`: it could not be made, or not in full, so it neither passed nor failed. */
export const checkVerdicts = [...verdicts, 'not-checked'] as const
export type CheckVerdict = (typeof checkVerdicts)[number]

export const validationSchema = z.object({
  checks: z.array(z.object({ check: z.string(), verdict: z.enum(checkVerdicts), findings: z.array(finding) })),
  summary: modelSummary,
})
export interface Validation extends TypeOf<typeof validationSchema> {}
