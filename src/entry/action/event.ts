import path from 'node:path'
import { z } from 'zod'
import type { RunReport } from '../../core/report.ts'
import type { World } from '../../core/world.ts'
import type { Origin } from '../../github/comment.ts'
import type { Pipeline } from '../../pipeline/load.ts'
import { headIn } from '../../registry/index.ts'
import type { Link } from '../../report/index.ts'
import { isPrivileged } from '../../world/ci.ts'
import { entryError } from '../errors.ts'

/** What a run on GitHub is about, from the variables and the event that Actions gives. */
export interface RunOnGitHub {
  /** The commit that was measured: of a pull request its head, and not the merge that GitHub made of it. */
  readonly commit: string | undefined
  readonly pull: number | undefined
  readonly run: number
  readonly attempt: number
  /** Page of the run, and of its artifacts. */
  readonly runUrl: string
  readonly repositoryUrl: string
  /** Who started the run, or started it again. */
  readonly actor: string
  /** Folder of the repository. */
  readonly workspace: string
}

const pullShape = z.object({
  pull_request: z.object({ number: z.number().int().positive(), head: z.object({ sha: z.string() }) }),
})

export function runOnGitHub(env: Readonly<Record<string, string | undefined>>, payload: unknown): RunOnGitHub {
  const pull = pullShape.safeParse(payload).data?.pull_request
  const repositoryUrl = `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY'] ?? ''}`
  const run = Number(env['GITHUB_RUN_ID'] ?? 0)
  return {
    commit: pull?.head.sha ?? env['GITHUB_SHA'],
    pull: pull?.number,
    run,
    attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? 1),
    runUrl: `${repositoryUrl}/actions/runs/${run}`,
    repositoryUrl,
    actor: env['GITHUB_TRIGGERING_ACTOR'] ?? env['GITHUB_ACTOR'] ?? '',
    workspace: path.resolve(env['GITHUB_WORKSPACE'] ?? '.'),
  }
}

/**
 * The same about the commit that was measured: a check on a commit must not tell of another. That is what lies in the workspace, since a
 * branch may have moved on after the event; of a pull request its head, where what lies there is the merge that GitHub made of it.
 * Triggers with the repository's rights check out the base: then the candidate has to be the head's file, or no commit was measured.
 */
export async function ofCheckout(here: RunOnGitHub, pipeline: Pipeline, world: World): Promise<RunOnGitHub> {
  const head = await headIn(here.workspace, world)
  if (head === undefined || head === here.commit) return here
  if (head !== world.commit) return { ...here, commit: head }
  const isHeads = !isPrivileged(world.event) || (await isFileOf(here, pipeline, world))
  return isHeads ? here : { ...here, commit: undefined }
}

/** Whether the candidate that lies there, with its weights, is what the commit has that the event names. */
async function isFileOf(
  { commit, workspace }: RunOnGitHub,
  pipeline: Pipeline,
  { github, files }: World,
): Promise<boolean> {
  if (github === undefined || commit === undefined) return false
  const candidate = path.resolve(pipeline.folder, pipeline.model.candidate)
  const [{ blobsIn }, { blobNames }, { weightFiles }] = await Promise.all([
    import('../../github/tree.ts'),
    import('../../registry/blob-names.ts'),
    import('../../pipeline/model-files.ts'),
  ])
  const weights = await weightFiles(files)(candidate)
  for (const file of [candidate, ...weights.map((name) => path.resolve(path.dirname(candidate), name))]) {
    const place = pathInRepository(workspace, file)
    const wanted = (await blobsIn(github, place.split('/').slice(0, -1).join('/'), commit)).get(path.basename(place))
    if (wanted === undefined || !(await blobNames(files, file)).includes(wanted)) return false
  }
  return true
}

export function originOf({ run, attempt, commit }: RunOnGitHub): Origin {
  return { run, attempt, commit: commit ?? 'unknown' }
}

/** A file as GitHub names it: relative to the top of the repository, with slashes. Throws `argument-wrong` for one outside of it. */
export function pathInRepository(workspace: string, file: string): string {
  const relative = path.relative(workspace, file)
  if (relative.startsWith('..') || path.isAbsolute(relative))
    throw entryError('argument-wrong', { argument: `pipeline: ${file}`, expected: 'a file of the repository' })
  return relative.split(path.sep).join('/')
}

/** Where to read on. All of it is made of what GitHub says of itself. */
export function linksOf(report: RunReport, { runUrl, repositoryUrl, run }: RunOnGitHub): readonly Link[] {
  const baseline = report.subject?.production?.version
  const tag = baseline === undefined ? undefined : `${report.subject?.model}@v${baseline}`
  return [
    ...(run === 0
      ? []
      : [
          { text: 'The run', url: runUrl },
          { text: 'Its artifacts, with the full report', url: `${runUrl}#artifacts` },
        ]),
    ...(tag === undefined
      ? []
      : [{ text: `Baseline ${tag}`, url: `${repositoryUrl}/tree/${encodeURIComponent(tag)}` }]),
  ]
}
