import { clip } from '../core/clip.ts'
import type { GitHub } from '../core/world.ts'
import { ask, ensure } from './ask.ts'
import { list, request } from './client.ts'

export interface Annotation {
  /** Relative to the top of the repository. */
  readonly path: string
  readonly line: number
  readonly level: 'notice' | 'warning' | 'failure'
  readonly title: string
  readonly message: string
}

export interface CheckRun {
  readonly name: string
  readonly commit: string
  /** The run of the pipeline: making the check of a run again changes the one that is there. */
  readonly externalId: string
  readonly conclusion: 'success' | 'failure' | 'neutral' | 'cancelled'
  readonly title: string
  /** Markdown, at most 65,535 characters. */
  readonly summary: string
  readonly annotations: readonly Annotation[]
  readonly url?: string | undefined
}

/** GitHub's limits: annotations of one request, characters of a title and of a message. */
const annotationsAtOnce = 50
const longestTitle = 255
const longestMessage = 16_000

/** Makes the check run, or brings the one of the same run to this state. Annotations go fifty at a time. */
export async function postCheckRun(github: GitHub, check: CheckRun): Promise<void> {
  await ask('write the check run', 'checks: write', async () => {
    const find = async (): Promise<{ id: number; output: { annotations_count: number } } | undefined> => {
      const all = await list(github, 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
        ref: check.commit,
        check_name: check.name,
        filter: 'all',
      })
      return all.find(({ external_id }) => external_id === check.externalId)
    }
    const groups = inGroups(check.annotations.map(annotationOf), annotationsAtOnce)
    const output = { title: clip(check.title, longestTitle), summary: check.summary }
    const state = {
      status: 'completed' as const,
      conclusion: check.conclusion,
      ...(check.url === undefined ? {} : { details_url: check.url }),
    }
    const { thing } = await ensure(
      find,
      () =>
        request(github, 'POST /repos/{owner}/{repo}/check-runs', {
          ...state,
          name: check.name,
          head_sha: check.commit,
          external_id: check.externalId,
          output: { ...output, annotations: groups[0] ?? [] },
        }),
      github,
    )
    const update = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}'
    await request(github, update, { ...state, check_run_id: thing.id, output })
    // Annotations only ever grow: those of the groups that are there already are not sent again.
    const sent = Math.ceil((thing.output.annotations_count ?? 0) / annotationsAtOnce)
    for (const annotations of groups.slice(Math.max(1, sent)))
      await request(github, update, { check_run_id: thing.id, output: { ...output, annotations } })
  })
}

/** The runs that have a check of this name on a commit, by their external ids, each with what its latest one concluded. */
export async function checksOn(
  github: GitHub,
  { commit, name }: Pick<CheckRun, 'commit' | 'name'>,
): Promise<ReadonlyMap<string, string | null>> {
  const checks = await ask('look at earlier checks', 'checks: read', () =>
    list(github, 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
      ref: commit,
      check_name: name,
      filter: 'all',
    }),
  )
  return new Map(checks.flatMap(({ external_id: id, conclusion }) => (id ? [[id, conclusion] as const] : [])))
}

function annotationOf({ path, line, level, title, message }: Annotation): {
  path: string
  start_line: number
  end_line: number
  annotation_level: Annotation['level']
  title: string
  message: string
} {
  return {
    path,
    start_line: line,
    end_line: line,
    annotation_level: level,
    title: clip(title, longestTitle),
    message: clip(message, longestMessage),
  }
}

function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
