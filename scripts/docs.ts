// Writes the references under docs/ from the tables that the code itself uses.
//   npx tsx scripts/docs.ts            write them
//   npx tsx scripts/docs.ts --check    fail when one of them is stale
import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Choosable } from '../src/core/choice.ts'
import type { StageKind } from '../src/core/stage.ts'
import type { VariantKind } from '../src/core/variant.ts'
import { readers } from '../src/data/readers/index.ts'
import { catalogueRows } from '../src/entry/catalogue.ts'
import { jsonSchema, pipelineFile, stageCommon } from '../src/pipeline/schema.ts'
import { ledgers } from '../src/registry/index.ts'
import { hookKinds } from '../src/rollout/index.ts'
import { builtIn, stageKinds } from '../src/stages/index.ts'
import { listedMetrics } from '../src/verdicts/metrics/index.ts'
import { checksPage } from './docs/checks.ts'

/** The generated documents: file name under docs/ → text. */
export function generatedDocs(): Readonly<Record<string, string>> {
  return {
    'pipeline.md': pipelinePage(),
    'stages.md': stagesPage(),
    'errors.md': errorsPage(),
    'metrics.md': metricsPage(),
    'checks.md': checksPage(),
    'pipeline.schema.json': `${JSON.stringify(jsonSchema(stageKinds), null, 2)}\n`,
  }
}

const generated = 'This page is written by `npm run docs` from the tables in the code.\n'

function pipelinePage(): string {
  const words = [
    'Order is the order of the file, unless a stage says `needs:`. Unknown settings are errors. Relative paths start at the folder of the file.',
    'Quantities carry units: `250ms`, `10s`, `5m`, `1h`; `512kB`, `20MB`, `2GiB`; shares `5%`; margins relative to production `3%`, or absolute in the unit of their metric: `0.5pp`, `2ms`, `1MiB`, `0.2J`, `0.005`.',
    '`${{ env.NAME }}` and `${{ inputs.name }}` are replaced by their values wherever text stands, and never executed; what is not defined is an error.',
  ]
  return [
    '# The pipeline file',
    generated,
    words.join('\n\n'),
    settingsTable(pipelineFile),
    'Stages are described in [stages.md](stages.md).',
    '## Data formats',
    readers.map(({ name, summary }) => `* ${name}: ${summary}`).join('\n'),
    '## Where the ledger lives',
    ledgers.map(({ name, summary, example }) => `* \`registry: ${example}\` (${name}): ${summary}`).join('\n'),
    '',
  ].join('\n\n')
}

function stagesPage(): string {
  return [
    '# Stages',
    generated,
    'A stage is named by its key in the pipeline; its kind is the same word unless `kind:` says otherwise.',
    '## What every stage takes',
    settingsTable(stageCommon),
    ...stageKinds.map(stageSection),
    '# Variants',
    'What the `optimize` stage can make of a candidate. A variant is kept when it is a sound model with the same interface, answers the same within `tolerance`, and gains something.',
    ...builtIn.variants.map(variantSection),
    '# Targets',
    'Where the `rollout` stage can serve a model.',
    ...builtIn.targets.map(choiceSection),
    '# Metric sources',
    'Where traffic counts come from: `source:` of the `rollout` stage.',
    ...builtIn.sources.map(choiceSection),
    '# Hooks',
    'What can be done when a rollout ends: `on-promoted:` and `on-rollback:` of the `rollout` stage.',
    ...hookKinds.map(choiceSection),
  ].join('\n\n')
}

function stageSection(kind: StageKind): string {
  const facts = [
    `effects: ${kind.effects}`,
    kind.measures ? 'runs alone, because it measures' : undefined,
    `input: ${kind.needs.join(', ') || 'nothing'}`,
    kind.wants.length === 0 ? undefined : `optional input: ${kind.wants.join(', ')}`,
    `output: ${kind.gives}`,
  ].filter((fact) => fact !== undefined)
  return [
    `## ${kind.name}`,
    kind.summary,
    facts.map((fact) => `* ${fact}`).join('\n'),
    settingsTable(kind.settings),
    example(exampleOf(kind)),
  ].join('\n\n')
}

function variantSection({ name, summary, settings, example: settingsOfStage }: VariantKind): string {
  return [
    `## ${name}`,
    `The variant \`${name}\` is ${summary}.`,
    settingsTable(settings),
    example(exampleOf({ name: 'optimize', example: settingsOfStage })),
  ].join('\n\n')
}

/** A kind that a setting chooses by its name. */
function choiceSection(kind: Choosable & { readonly example: string }): string {
  return [`## ${kind.name}`, kind.summary, settingsTable(kind.settings), example(exampleOf(kind))].join('\n\n')
}

/** The example of a stage or a target, under its own key. */
export function exampleOf({ name, example }: { readonly name: string; readonly example: string }): string {
  return example.startsWith(`${name}:`) ? example : `${name}: ${example}`
}

function example(yaml: string): string {
  return `\`\`\`yaml\n${yaml.trim()}\n\`\`\``
}

interface Described {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly default?: unknown
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Described>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Described[]
  readonly items?: Described
  readonly additionalProperties?: Described | boolean
}

function settingsTable(schema: z.ZodType): string {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described
  const rows = [...new Set(rowsOf(described, ''))]
  if (rows.length === 0 && described.type !== 'object')
    return `Takes ${takes(described)}: ${lowerFirst(described.description ?? '')}`
  return rows.length === 0
    ? 'No settings.'
    : ['| setting | takes | default | |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** `chosen` when the schema is one of several: what it requires is then required of nobody who takes another. */
function rowsOf(schema: Described, prefix: string, chosen = false): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const required = schema.required?.includes(name) === true && field.default === undefined
    const objects = nestedIn(field)
    const nested = objects.flatMap((inner) => rowsOf(inner, `${prefix}${name}.`, objects.length > 1))
    const shown =
      field.default === undefined
        ? required
          ? chosen
            ? 'one of these'
            : 'required'
          : ''
        : `\`${JSON.stringify(field.default)}\``
    return [
      `| \`${prefix}${name}\` | ${cell(takes(field))} | ${cell(shown)} | ${cell(field.description ?? '')} |`,
      ...nested,
    ]
  })
}

/** Objects that a setting holds: itself, its items, its values, and whichever of several it may be. */
function nestedIn(field: Described): readonly Described[] {
  const values = typeof field.additionalProperties === 'object' ? [field.additionalProperties] : []
  const inner = [...(field.items === undefined ? [] : [field.items]), ...values, ...(field.anyOf ?? [])]
  return [...(field.properties === undefined ? [] : [field]), ...inner.flatMap(nestedIn)]
}

function takes(field: Described): string {
  if (field.enum !== undefined) return field.enum.map((value) => `\`${String(value)}\``).join(', ')
  if (field.anyOf !== undefined) return [...new Set(field.anyOf.map(takes))].join(' or ')
  if (field.items !== undefined) return `a list of ${takes(field.items)}`
  if (field.type === 'object') return field.properties === undefined ? 'a mapping' : 'settings'
  return [field.type ?? 'anything'].flat().join(' or ')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

function errorsPage(): string {
  const rows = catalogueRows().map(({ code, message, hint }) => `| \`${code}\` | ${cell(message)} | ${cell(hint)} |`)
  return [
    '# Errors',
    generated,
    'Every error has a stable code. Each sentence is shown with the facts of an ordinary case. The exit code is 2, except for `bug` (70) and `run-cancelled` (130).',
    ['| code | sentence | what to do |', '| --- | --- | --- |', ...rows].join('\n'),
    '',
  ].join('\n\n')
}

function metricsPage(): string {
  const rows = listedMetrics.map(
    (metric) =>
      `| \`${metric.name}\` | ${metric.summary} | ${metric.unit} | ${metric.better} | ${metric.how} | ${metric.margin} |`,
  )
  return [
    '# Metrics',
    generated,
    'How they are compared: `ratio`, ratios of paired blocks of fresh processes; `paired`, values of each example on the same inputs; `exact`, counts, no test.',
    [
      '| metric | what it is | unit | better | compared | margin without one |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
    '',
  ].join('\n\n')
}

async function main(check: boolean): Promise<number> {
  const stale: string[] = []
  for (const [name, text] of Object.entries(generatedDocs())) {
    const file = `docs/${name}`
    if (check && (await readFile(file, 'utf8').catch(() => '')) !== text) stale.push(file)
    if (!check) await writeFile(file, text)
  }
  if (stale.length > 0) console.error(`Stale: ${stale.join(', ')}. Run \`npm run docs\`.`)
  return stale.length === 0 ? 0 : 1
}

if (process.argv[1]?.endsWith('docs.ts')) process.exitCode = await main(process.argv.includes('--check'))
