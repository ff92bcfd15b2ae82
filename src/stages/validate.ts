import path from 'node:path'
import { z } from 'zod'
import type { Artifact, Finding, ModelSummary, Validation } from '../core/products.ts'
import { byteSize } from '../core/quantity.ts'
import { defineStage, type StageKind, type StageTools } from '../core/stage.ts'
import { combine, type Verdict } from '../core/verdict.ts'
import { checkSafety } from '../onnx/check/safety.ts'
import { checkModel } from '../onnx/check.ts'
import { diffInterface } from '../onnx/diff.ts'
import type { Model } from '../onnx/messages.ts'
import { readModel } from '../onnx/read.ts'
import { summarize } from '../onnx/summarize.ts'
import { checkLimits } from './validate/limits.ts'
import { checkRuns } from './validate/runs.ts'

const checkNames = ['graph', 'interface', 'safety', 'runs'] as const

const settings = z.strictObject({
  checks: z
    .array(z.enum(checkNames))
    .min(1)
    .default([...checkNames])
    .describe(
      'What to check: `graph` (the rules of ONNX), `interface` (what callers of production would notice), `safety` (nothing outside of its folder, nothing endless), `runs` (it loads and gives finite outputs).',
    ),
  limits: z
    .strictObject({
      size: byteSize().optional().describe('Largest file, such as `20MB`.'),
      parameters: z.int().positive().optional().describe('Most elements of all weights.'),
      opset: z
        .strictObject({
          min: z.int().positive().optional().describe('Oldest version of the standard operators.'),
          max: z.int().positive().optional().describe('Newest version of the standard operators.'),
        })
        .optional()
        .describe('Versions of the standard operators that what serves can run.'),
    })
    .optional()
    .describe('What the model may not exceed.'),
})

export const validate: StageKind = defineStage({
  kind: 'validate',
  summary:
    'Checks that the candidate is a sound ONNX model: its graph, its interface against production, its safety, and that it runs.',
  effects: 'none',
  needs: ['subject'],
  gives: 'validation',
  settings,
  example: '{ checks: [graph, interface, safety, runs], limits: { size: 20MB } }',
  estimateMs: (chosen) => (chosen.checks.includes('runs') ? 1500 : 200),
  async run({ settings: chosen, given: { subject }, tools }) {
    const candidate = await load(subject.candidate, tools)
    const production = chosen.checks.includes('interface') ? subject.production?.artifact : undefined
    const before = production === undefined ? undefined : await load(production, tools)
    const summary = summarize(candidate, subject.candidate.bytes)
    const checks: Check[] = []
    for (const check of checkNames.filter((name) => chosen.checks.includes(name))) {
      tools.progress(`check ${check}`)
      if (check === 'graph') checks.push(judged(check, checkModel(candidate)))
      if (check === 'interface') checks.push(judged(check, checkInterface(before, candidate)))
      if (check === 'safety') checks.push(judged(check, checkSafety(candidate)))
      if (check === 'runs') checks.push(judged(check, await checkRuns(subject.candidate, tools)))
    }
    if (chosen.limits !== undefined) checks.push(judged('limits', checkLimits(summary, chosen.limits)))
    return outcomeOf(checks, summary)
  },
})

type Check = Validation['checks'][number]

async function load(artifact: Artifact, { store, world }: StageTools): Promise<Model> {
  return readModel(await world.files.open(await store.path(artifact)), path.basename(artifact.name))
}

/** A break is no error here: a major version may break. The release makes it one. */
function checkInterface(production: Model | undefined, candidate: Model): Finding[] {
  const where = 'interface'
  if (production === undefined)
    return [
      {
        severity: 'note',
        code: 'interface-first',
        where,
        message: 'Nothing is in production to compare the interface with.',
        hint: 'The next release will be compared with this one.',
      },
    ]
  const { change, reasons } = diffInterface(production, candidate)
  return reasons.map((reason) => ({
    severity: change === 'breaking' ? 'warning' : 'note',
    code: `interface-${change}`,
    where,
    message: `Against production, ${reason}.`,
    hint:
      change === 'breaking'
        ? 'Callers must change with it: release it as a major version.'
        : 'Callers need not change.',
  }))
}

function judged(check: string, findings: readonly Finding[]): Check {
  return { check, verdict: findings.some((finding) => finding.severity === 'error') ? 'fail' : 'pass', findings }
}

function outcomeOf(
  checks: readonly Check[],
  summary: ModelSummary,
): { product: Validation; verdict: Verdict; summary: string } {
  const verdict = combine(checks.map((check) => check.verdict))
  return { product: { checks, summary }, verdict, summary: sentence(checks, summary) }
}

function sentence(checks: readonly Check[], summary: ModelSummary): string {
  const findings = checks.flatMap((check) => check.findings)
  const errors = findings.filter((finding) => finding.severity === 'error')
  const first = errors[0]
  if (first !== undefined) {
    const others = errors.length === 1 ? '' : ` (and ${errors.length - 1} more)`
    return `${first.where}: ${first.message.replace(/\.$/, '')}${others}`
  }
  const warnings = findings.filter((finding) => finding.severity === 'warning').length
  const but = warnings === 0 ? '' : `, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`
  return `${checks.map((check) => check.check).join(', ')}: sound (${summary.nodes} nodes, ${summary.parameters} parameters${but})`
}
