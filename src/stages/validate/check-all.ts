import path from 'node:path'
import { checkWords } from '../../core/check-words.ts'
import type { Artifact, CheckVerdict, Finding, ModelSummary, Subject, Validation } from '../../core/products/index.ts'
import type { StageInput, StageOutcome, StageTools } from '../../core/stage.ts'
import { checkModel, checkRisks, checkSafety, checkStart, onnxruntimeLimits } from '../../onnx/check/index.ts'
import { diffInterface } from '../../onnx/diff/index.ts'
import { type Model, readModel } from '../../onnx/format/index.ts'
import { openExternal, summarize } from '../../onnx/graph/index.ts'
import type { ExternalData } from '../../onnx/tensors/index.ts'
import { insteadOfRunning, notRun } from './barred.ts'
import { checkContract } from './contract.ts'
import { checkDeterminism, runsFirst } from './determinism.ts'
import { onlyUnfetched } from './fetched.ts'
import { checkGolden } from './golden.ts'
import { checkLatency, checkLimits } from './limits.ts'
import { checkLoad } from './load-test.ts'
import { checkLicense, checkMetadata } from './requirements.ts'
import { checkRuns } from './runs.ts'
import { checkNames, type ValidateSettings } from './settings.ts'
import { type Examples, examplesOf } from './trial.ts'

/** What a check is made of. */
interface Case {
  readonly subject: Subject
  readonly candidate: Model
  readonly external: ExternalData
  /** Why the model is not to be loaded or run; nothing for most. */
  readonly barred: Findings
  readonly summary: ModelSummary
  readonly settings: ValidateSettings
  readonly tools: StageTools<'targets'>
  /** What checks that run the model run it on. Reads files, once. */
  examples(): Promise<Examples>
}

type Findings = readonly Finding[]

/** A check: what it is called, whether it is asked for, and what it finds. */
interface Check {
  readonly name: string
  asked(settings: ValidateSettings): boolean
  find(of: Case): Findings | Promise<Findings>
}

const finds: Readonly<Record<(typeof checkNames)[number], Check['find']>> = {
  graph: ({ candidate, external }) => checkModel(candidate, onnxruntimeLimits, external),
  interface: checkInterface,
  safety: ({ candidate }) => [...checkSafety(candidate), ...checkRisks(candidate)],
  runs: async ({ subject, tools, summary, examples }) => checkRuns(subject.candidate, await examples(), summary, tools),
  determinism: async ({ subject, tools, summary, examples }) =>
    checkDeterminism(subject.candidate, await examples(), summary, tools),
}

const checks: readonly Check[] = [
  ...checkNames.map((name) => ({
    name,
    asked: ({ checks: chosen }: ValidateSettings) => chosen.includes(name),
    find: finds[name],
  })),
  {
    name: 'contract',
    asked: ({ contract }) => contract !== undefined,
    find: ({ settings: { contract }, candidate }) => (contract === undefined ? [] : checkContract(contract, candidate)),
  },
  {
    name: 'golden',
    asked: ({ golden }) => golden.length > 0,
    async find({ settings: { golden }, subject, tools }) {
      const found: Finding[] = []
      for (const set of golden) found.push(...(await checkGolden(set, golden, subject.candidate, tools)))
      return found
    },
  },
  {
    name: 'limits',
    asked: ({ limits }) => limits !== undefined,
    find: async ({ settings: { limits = {} }, summary, subject, tools, barred, examples }) => {
      const found = checkLimits(summary, limits)
      if (limits.latency === undefined) return found
      if (barred.length > 0) return [...found, notRun]
      return [...found, ...(await checkLatency(subject.candidate, limits.latency, await examples(), tools))]
    },
  },
  {
    name: 'license',
    asked: ({ license }) => license.length > 0,
    find: ({ settings: { license }, candidate }) => checkLicense(candidate, license),
  },
  {
    name: 'metadata',
    asked: ({ metadata }) => metadata.length > 0,
    find: ({ settings: { metadata }, candidate }) => checkMetadata(candidate, metadata),
  },
  {
    name: 'load-test',
    asked: (settings) => settings['load-test'] !== undefined,
    find: ({ settings: { 'load-test': test }, subject, tools }) =>
      test === undefined ? [] : checkLoad(test, subject, tools),
  },
]

/** Makes every check that is asked for, one after the other. */
export async function checkAll({
  settings,
  given: { subject },
  tools,
}: StageInput<ValidateSettings, 'subject', never, 'targets'>): Promise<StageOutcome<'validation'>> {
  const candidate = await load(subject.candidate, tools)
  const folder = path.dirname(await tools.store.path(subject.candidate))
  const external = await openExternal(candidate, folder, tools.world.files)
  const summary = summarize(candidate, subject.candidate.bytes)
  let gathered: Promise<Examples> | undefined
  const examples = (): Promise<Examples> => {
    gathered ??= examplesOf(settings, subject, tools)
    return gathered
  }
  const barred = checkStart(candidate)
  const done: Validation['checks'][number][] = []
  const asked = checks.filter((check) => check.asked(settings))
  for (const [at, { name, find }] of asked.entries()) {
    tools.progress(`check ${name}`, at / asked.length)
    const findings = mustRunFirst(name, done)
      ? [runsFirst]
      : (insteadOfRunning(name, barred, done) ??
        (await find({ subject, candidate, external, barred, summary, settings, tools, examples })))
    done.push({ check: name, verdict: verdictOf(findings), findings })
  }
  return { product: { checks: done, summary }, summary: sentence(done, summary) }
}

/** What keeps a model from running is told once. */
function mustRunFirst(name: string, done: Validation['checks']): boolean {
  return name === 'determinism' && done.some(({ check, findings }) => check === 'runs' && !onlyUnfetched(findings))
}

function verdictOf(findings: Findings): CheckVerdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'fail'
  return findings.some(({ unchecked }) => unchecked) ? 'not-checked' : 'pass'
}

async function load(artifact: Artifact, { store, world }: StageTools): Promise<Model> {
  return readModel(await world.files.open(await store.path(artifact)), path.basename(artifact.name))
}

/** A break is no error here: a major version may break. The release makes it one. */
async function checkInterface({ subject: { production }, candidate, tools }: Case): Promise<Findings> {
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
  const { change, reasons } = diffInterface(await load(production.artifact, tools), candidate)
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

function sentence(done: Validation['checks'], summary: ModelSummary): string {
  const named = (wanted: CheckVerdict): string =>
    done
      .filter(({ verdict }) => verdict === wanted)
      .map(checkWords)
      .join(', ')
  const findings = done.flatMap((check) => check.findings)
  const open = named('not-checked') === '' ? '' : `not checked: ${named('not-checked')}`
  const errors = findings.filter((finding) => finding.severity === 'error')
  const [first] = errors
  if (first !== undefined) {
    const others = errors.length === 1 ? '' : ` (and ${errors.length - 1} more)`
    return `${first.where}: ${withoutStop(first.message)}${others}${open === '' ? '' : `; ${open}`}`
  }
  const sound = named('pass') === '' ? '' : `${named('pass')}: sound (${sizeOf(summary, findings)})`
  if (open === '') return sound
  const why = findings.find(({ unchecked }) => unchecked)?.message ?? ''
  return `${open} (${withoutStop(why)})${sound === '' ? '' : `; ${sound}`}`
}

function sizeOf({ nodes, parameters }: ModelSummary, findings: Findings): string {
  const warnings = findings.filter((finding) => finding.severity === 'warning').length
  const but = warnings === 0 ? '' : `, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`
  return `${nodes} ${nodes === 1 ? 'node' : 'nodes'}, ${parameters} ${parameters === 1 ? 'parameter' : 'parameters'}${but}`
}

function withoutStop(message: string): string {
  return message.replace(/\.$/, '')
}
