import { z } from 'zod'
import { measurementsSchema } from '../../core/products/measurements.ts'
import type { RunReport } from '../../core/report.ts'
import { githubError } from '../../github/errors.ts'

/**
 * A report that comes from elsewhere, checked to be one: all that its rendering reads has the type and the size it must have. What it
 * says may still be anything, and is escaped where it is shown.
 */
const text = z.string().max(20_000)
const number = z.number().or(z.null().transform(() => Number.NaN))
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const verdict = z.enum(['pass', 'fail', 'inconclusive'])
const list = <Item extends z.ZodType>(item: Item): z.ZodArray<Item> => z.array(item).max(10_000)
const artifact = z.object({ sha256: digest, bytes: number, name: text })
const warning = z.object({ code: text, message: text, remedy: text })
const where = z.object({ file: text, line: number, column: number })
const problem = z.object({ code: text, message: text, hint: text, where: where.optional() })
const finding = z.object({
  severity: z.enum(['error', 'warning', 'note']),
  code: text,
  where: text,
  message: text,
  hint: text,
})
const interval = z.object({ low: number, high: number, level: number })

const stage = z.object({
  name: text,
  kind: text,
  status: z.enum(['pass', 'fail', 'inconclusive', 'rolled-back', 'done', 'cached', 'skipped', 'error']),
  effects: z.enum(['none', 'files', 'remote']),
  summary: text,
  seconds: number,
  warnings: list(warning),
  problems: list(problem),
})

const value = z.object({ name: text, type: text, dims: list(number.or(text)) })
const counts = z.record(text, number)

const validation = z.object({
  checks: list(z.object({ check: text, verdict, findings: list(finding) })),
  summary: z.object({
    irVersion: number,
    opset: counts,
    producer: text,
    nodes: number,
    operators: counts,
    parameters: number,
    bytes: number,
    inputs: list(value),
    outputs: list(value),
  }),
})

const variants = z.object({
  variants: list(z.object({ id: text, model: artifact, how: text, kept: z.boolean(), why: text })),
  chosen: z.object({ id: text, model: artifact }),
})

const row = z.object({
  metric: text,
  scenario: text.optional(),
  unit: text,
  better: z.enum(['lower', 'higher']),
  production: number,
  candidate: number,
  scale: z.enum(['relative', 'absolute']),
  change: number,
  interval,
  margin: number,
  claim: z.enum(['better', 'equivalent']).optional(),
  verdict,
  improved: z.boolean(),
  method: text,
  why: text,
  alone: z.literal(true).optional(),
  effective: number.optional(),
  needs: z.object({ blocks: number.optional(), examples: number.optional() }).optional(),
  detectable: number.optional(),
  noise: interval.extend({ blocks: number }).optional(),
})

const report = z.object({
  schema: z.literal('airworthy.report/2'),
  tool: z.object({ name: z.literal('airworthy'), version: text }),
  pipeline: z.object({ name: text.min(1), file: text, sha256: digest }),
  runId: text,
  startedAt: text,
  finishedAt: text,
  outcome: z.enum(['pass', 'fail', 'inconclusive', 'rolled-back', 'measured', 'error', 'cancelled']),
  exitCode: number,
  sentence: text,
  stages: list(stage),
  subject: z
    .object({
      model: text,
      candidate: artifact,
      production: z.object({ version: text.optional(), artifact }).optional(),
      data: z.object({}).transform(() => ({})),
    })
    .optional(),
  validation: validation.optional(),
  variants: variants.optional(),
  measurements: measurementsSchema.optional(),
  comparison: z
    .object({
      contender: text,
      against: z.object({ version: text.optional(), sha256: digest }),
      identical: z.boolean(),
      rows: list(row),
      alpha: number,
      warnings: list(warning),
      evidence: digest,
    })
    .optional(),
  decision: z
    .object({
      verdict,
      reasons: list(z.object({ metric: text, scenario: text.optional(), verdict, why: text })),
      sentence: text,
    })
    .optional(),
  files: z.record(text, text),
  next: list(z.object({ command: text, what: text })),
  other: z.unknown().transform(() => ({})),
})

/**
 * The report in these bytes. Only what a comment shows is kept, and nothing that a pull request of a stranger cannot have (a release, a
 * roll-out). Throws `download-refused` when it is no report.
 */
export function readReport(name: string, bytes: Uint8Array): RunReport {
  const refuse = (why: string): never => {
    throw githubError('download-refused', { name, why })
  }
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse('its report.json is not JSON')
  }
  const checked = report.safeParse(value)
  return checked.success
    ? checked.data
    : refuse(`its report.json is no report of this version: ${whereOf(checked.error.issues[0]?.path ?? [])}`)
}

function whereOf(path: readonly PropertyKey[]): string {
  return `look at ${path.map(String).join('.') || 'its top'}`
}
