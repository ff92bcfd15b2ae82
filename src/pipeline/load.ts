import path from 'node:path'
import type { z } from 'zod'
import type { Problem, Where } from '../core/errors/index.ts'
import { canonical, digest, type Sha256 } from '../core/json.ts'
import type { MetricSourceKind } from '../core/metric-source.ts'
import { nearest } from '../core/nearest.ts'
import type { Question } from '../core/products/index.ts'
import type { Stage, StageKind } from '../core/stage.ts'
import type { TargetKind } from '../core/target.ts'
import type { VariantKind } from '../core/variant.ts'
import type { World } from '../core/world.ts'
import { builtIn, type Families, stageKinds, stageKindsFor } from '../stages/index.ts'
import { pipelineError, pipelineProblem } from './errors.ts'
import { type InputValue, substitute } from './expressions.ts'
import { descendants, giverOf, nodesOf } from './graph.ts'
import { graphProblems } from './graph-problems.ts'
import { problemsOf } from './problems.ts'
import { commonKeys, type PipelineFile, pipelineFile, type StageCommon, stageCommon } from './schema.ts'
import {
  admitSize,
  mostProblems,
  type Path,
  parseSource,
  type Source,
  sourceOf,
  throwIfAny,
  tooLarge,
} from './source.ts'

/** A file is read once: compiling its schemas, as zod does by itself, takes longer than it saves. */
const once = { reportInput: true, jitless: true }

/** Each stage is compared with all others, and has a job, a record and a line of every report. */
const mostStages = 500

/** A stage of a checked pipeline: configured, with what the file says of it. */
export interface PipelineStage extends Stage, Omit<StageCommon, 'kind' | 'needs'> {
  readonly name: string
  readonly needs: readonly string[]
  /** Where it stands in the file; undefined for a pipeline that never was a file. */
  readonly where: Where | undefined
}

/** A checked pipeline: what `plan` and `run` take. */
export interface Pipeline {
  readonly name: string
  /** Absolute path of the file, or a made-up name for a pipeline that never was a file. */
  readonly file: string
  readonly folder: string
  /** Digest of everything the file says, expressions replaced. */
  readonly sha256: Sha256
  readonly model: PipelineFile['model']
  readonly registry: PipelineFile['registry']
  readonly data: PipelineFile['data']
  /** In file order. */
  readonly stages: readonly PipelineStage[]
  /** All kinds that its stages could have been of. */
  readonly kinds: readonly StageKind[]
  readonly targets: readonly TargetKind[]
  readonly sources: readonly MetricSourceKind[]
  where(path: Path): Where | undefined
}

export interface LoadOptions {
  /** Values for the pipeline's `inputs:`. */
  readonly inputs?: Readonly<Record<string, InputValue>>
  /** What the file says, where that is not what stands on the disk: under a trigger that runs with the rights of the repository. */
  readonly text?: string | undefined
  /** What messages call a place in a pipeline that a command made: its option. */
  readonly nameOf?: (path: Path) => string
  /** Stage kinds besides the built-in ones. */
  readonly kinds?: readonly StageKind[]
  /** What stages choose among, besides the built-in ones. */
  readonly targets?: readonly TargetKind[]
  readonly sources?: readonly MetricSourceKind[]
  readonly variants?: readonly VariantKind[]
}

/**
 * Reads and checks a pipeline file. Throws a UserError that holds every problem found (the first hundred), each with file, line and column.
 * Nothing of the pipeline is executed; from here on the world masks what it names under `secrets:`.
 */
export async function load(file: string, world: World, options: LoadOptions = {}): Promise<Pipeline> {
  const absolute = path.resolve(world.cwd, file)
  if (options.text !== undefined) return check(parseSource(options.text, absolute), world, options)
  const size = await world.files.size(absolute)
  if (size === undefined) throw pipelineError('pipeline-missing', { path: absolute })
  admitSize(size, absolute)
  return check(parseSource(await world.files.readText(absolute), absolute), world, options)
}

/** As `load`, for a pipeline that is a plain value and not a file. Relative paths start at `folder`. */
export function pipelineOf(value: unknown, folder: string, world: World, options: LoadOptions = {}): Pipeline {
  return check(sourceOf(value, path.join(folder, 'pipeline'), options.nameOf), world, options)
}

function check(source: Source, world: World, options: LoadOptions): Pipeline {
  const families = familiesOf(options)
  const kinds = [...(families === builtIn ? stageKinds : stageKindsFor(families)), ...(options.kinds ?? [])]
  throwIfAny(hiddenMembers(source))
  const { value, problems } = substituted(source, world, options.inputs ?? {})
  const parsed = pipelineFile.safeParse(value, once)
  if (!parsed.success) {
    const stages = stagesOf(value)
    if (stages !== undefined && Object.keys(stages).length > mostStages)
      throw tooLarge(source.file, 'stages', mostStages)
    const others = stages === undefined ? [] : checkStages(stages, kinds, source).problems
    throwIfAny([...problems, ...problemsOf(parsed.error.issues, pipelineFile, source, []), ...others])
    throw parsed.error
  }
  const count = Object.keys(parsed.data.stages).length
  if (count > mostStages) throw tooLarge(source.file, 'stages', mostStages)
  // A stranger who names variables of their own choice would have words of ours masked.
  if (world.trust.level === 'trusted' || options.text !== undefined) world.hide(parsed.data.secrets)
  const stages = checkStages(parsed.data.stages, kinds, source)
  const graph = stages.problems.length === 0 ? graphProblems(stages.stages, kinds) : []
  throwIfAny([
    ...problems,
    ...stages.problems,
    ...graph,
    ...(stages.problems.length + graph.length === 0 ? preflightProblems(stages.stages, parsed.data.data, source) : []),
  ])
  return {
    name: parsed.data.pipeline,
    file: source.file,
    folder: path.dirname(source.file),
    get sha256() {
      return digest(value)
    },
    model: parsed.data.model,
    registry: parsed.data.registry,
    data: parsed.data.data,
    stages: stages.stages,
    kinds,
    targets: families.targets,
    sources: families.sources,
    where: source.where,
  }
}

/** What stands under `__proto__`, anywhere: schemas pass over a member of this name, and nobody would check what it says. */
function hiddenMembers(source: Source): Problem[] {
  const found: Problem[] = []
  const look = (value: unknown, at: Path): void => {
    if (value === null || typeof value !== 'object') return
    const why = 'in JavaScript it is what an object inherits from'
    if (Object.hasOwn(value, '__proto__'))
      found.push(
        pipelineProblem('pipeline-wrong-name', { name: '__proto__', why }, source.whereKey([...at, '__proto__'])),
      )
    for (const [name, member] of Object.entries(value)) look(member, [...at, name])
  }
  look(source.value, [])
  return found
}

/** The built-in families themselves where the caller adds nothing: their schemas stand already. */
function familiesOf({ targets = [], sources = [], variants = [] }: LoadOptions): Families {
  if ([...targets, ...sources, ...variants].length === 0) return builtIn
  return {
    targets: [...builtIn.targets, ...targets],
    sources: [...builtIn.sources, ...sources],
    variants: [...builtIn.variants, ...variants],
  }
}

function stagesOf(value: unknown): Record<string, unknown> | undefined {
  const stages = asRecord(asRecord(value)?.['stages'])
  return stages
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

function substituted(
  source: Source,
  world: World,
  given: Readonly<Record<string, InputValue>>,
): { value: unknown; problems: readonly Problem[] } {
  const file = asRecord(source.value)
  if (file === undefined) return { value: source.value, problems: [] }
  const { inputs: declarations, ...rest } = file
  const declared = asRecord(declarations) ?? {}
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(declared, name))
  const problems = unknown.map((name) =>
    pipelineProblem(
      'input-unknown',
      { name, valid: Object.keys(declared), nearest: nearest(name, Object.keys(declared)) },
      source.where(['inputs']),
    ),
  )
  const defaults = Object.entries(declared).flatMap(([name, declaration]) => {
    const value = asRecord(declaration)?.['default']
    return value === undefined ? [] : [[name, value as InputValue] as const]
  })
  const { env, trust } = world
  const replaced = substitute(rest, source, { env, trust, inputs: { ...Object.fromEntries(defaults), ...given } })
  const value = declarations === undefined ? replaced.value : { ...(replaced.value as object), inputs: declarations }
  return { value, problems: [...problems, ...replaced.problems] }
}

function checkStages(
  bodies: Readonly<Record<string, unknown>>,
  kinds: readonly StageKind[],
  source: Source,
): { stages: readonly PipelineStage[]; problems: readonly Problem[] } {
  const names = Object.keys(bodies)
  const results = Object.entries(bodies).map(([name, body], index) =>
    checkStage(name, body, names[index - 1], kinds, source),
  )
  const stages = results.flatMap((result) => (result.stage === undefined ? [] : [result.stage]))
  const needs = stages.flatMap((stage) => needsProblems(stage, names, source))
  return { stages, problems: [...results.flatMap((result) => result.problems), ...needs] }
}

function checkStage(
  name: string,
  body: unknown,
  previous: string | undefined,
  kinds: readonly StageKind[],
  source: Source,
): { stage?: PipelineStage; problems: readonly Problem[] } {
  const at: Path = ['stages', name]
  const record = body === null ? {} : asRecord(body)
  if (record === undefined)
    return {
      problems: [
        pipelineProblem(
          'pipeline-wrong-value',
          { at: `stages.${name}`, expected: 'a mapping of settings', nearest: undefined },
          source.where(at),
        ),
      ],
    }
  const [common, settings] = split(record)
  const kindName = typeof common['kind'] === 'string' ? common['kind'] : name
  const kind = kinds.find((each) => each.name === kindName)
  const valid = kinds.map((each) => each.name)
  if (kind === undefined) {
    return {
      problems: [
        pipelineProblem(
          'stage-kind-unknown',
          { kind: kindName, valid, nearest: nearest(kindName, valid) },
          source.whereKey(at),
        ),
      ],
    }
  }
  const commonResult = stageCommon.safeParse(common, once)
  const settingsResult = kind.settings.safeParse(settings, once)
  const problems = [
    ...issuesOf(commonResult, stageCommon, source, at, []),
    ...issuesOf(settingsResult, kind.settings, source, at, commonKeys),
  ]
  if (problems.length > 0 || !commonResult.success) return { problems }
  const { needs, when, timeout } = commonResult.data
  const before = needs === undefined ? (previous === undefined ? [] : [previous]) : [needs].flat()
  return {
    stage: {
      ...kind.make(settings, { folder: path.dirname(source.file) }),
      name,
      needs: before,
      when,
      timeout,
      where: source.whereKey(at),
    },
    problems,
  }
}

function split(record: Readonly<Record<string, unknown>>): [Record<string, unknown>, Record<string, unknown>] {
  const entries = Object.entries(record)
  const isCommon = ([key]: [string, unknown]): boolean => commonKeys.includes(key)
  return [Object.fromEntries(entries.filter(isCommon)), Object.fromEntries(entries.filter((entry) => !isCommon(entry)))]
}

function issuesOf(
  result: z.ZodSafeParseResult<unknown>,
  schema: z.ZodType,
  source: Source,
  at: Path,
  also: readonly string[],
): Problem[] {
  return result.success ? [] : problemsOf(result.error.issues, schema, source, at, also)
}

function needsProblems(stage: PipelineStage, names: readonly string[], source: Source): Problem[] {
  return stage.needs
    .filter((need) => !names.includes(need))
    .slice(0, mostProblems + 1)
    .map((need) =>
      pipelineProblem(
        'stage-unknown',
        { name: need, valid: names, nearest: nearest(need, names) },
        source.where(['stages', stage.name, 'needs']),
      ),
    )
}

/** What each stage can tell of its own end. Two that tell the same at one place are told once. */
function preflightProblems(stages: readonly PipelineStage[], data: PipelineFile['data'], source: Source): Problem[] {
  const nodes = nodesOf(stages)
  const declared = new Map(Object.entries(data))
  const questionsOf = (names: readonly string[]): readonly Question[] =>
    stages.filter(({ name }) => names.includes(name)).flatMap(({ questions }) => questions)
  const problems = stages.flatMap((stage) => {
    const found = stage.preflight({
      here: ['stages', stage.name],
      questions: questionsOf(descendants(nodes, stage.name)),
      data: declared,
      askedFor(product) {
        const giver = giverOf(nodes, stage.name, product)
        const asked = giver === undefined ? [] : questionsOf([giver])
        return asked.length === 0 ? undefined : asked
      },
    })
    return found.map(({ problem, at }) => {
      const where = source.where(at)
      return where === undefined ? problem : { ...problem, where }
    })
  })
  return [...new Map(problems.map((problem) => [canonical(problem), problem])).values()]
}
