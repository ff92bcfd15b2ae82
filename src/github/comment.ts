import { sha256 } from '../core/json.ts'
import type { GitHub } from '../core/world.ts'
import { ask, ensure, isMissing } from './ask.ts'
import { list, request } from './client.ts'

/** Whose results a comment shows: the later run is the one with the higher id, the later attempt of it the one with the higher number. */
export interface Origin {
  readonly run: number
  readonly attempt: number
  /** The commit that was measured. */
  readonly commit: string
}

/** A comment on a pull request that is edited in place. */
export interface StickyComment {
  readonly pull: number
  /** By which it is found again. */
  readonly key: string
  readonly origin: Origin
  /** The text after the marker, or undefined where nothing is to be said unless something was said before. */
  readonly body: string
  /** Nothing is said where nothing was said before. */
  readonly silent?: boolean
}

export type CommentOutcome = 'created' | 'updated' | 'unchanged' | 'outdated' | 'silent'

interface Found {
  readonly id: number
  readonly body: string
  readonly origin: Origin | undefined
}

/** GitHub refuses longer ones. */
export const longestComment = 65_536

/** The first line of a comment, by which it is found: the key and where the results come from. */
export function markerLine(key: string, { run, attempt, commit }: Origin): string {
  return `<!-- airworthy:v1 key=${safe(key)} run=${run} attempt=${attempt} commit=${safe(commit)} -->`
}

/** Whether results from `ours` may stand where those of `theirs` stand, when the pull request is at `head`: never older over newer. */
export function mayReplace(theirs: Origin | undefined, ours: Origin, head: string): boolean {
  if (theirs === undefined) return true
  if (theirs.commit !== ours.commit) {
    if (ours.commit === head) return true
    if (theirs.commit === head) return false
  }
  return ours.run > theirs.run || (ours.run === theirs.run && ours.attempt >= theirs.attempt)
}

/**
 * Writes the comment of this key on a pull request: edits the one that is there, or makes one. A text that is there already is not
 * written again; results of an older commit never take the place of newer ones; of two comments that were made at once the older
 * stays. Throws `github-refused` when the token may not write, `github-unavailable`.
 */
export async function postComment(github: GitHub, comment: StickyComment): Promise<CommentOutcome> {
  return ask('write the comment on the pull request', 'pull-requests: write', async () => {
    const isOurs = await ownComments(github)
    const find = async (): Promise<Found[]> => {
      const all = await list(github, 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        issue_number: comment.pull,
      })
      return all
        .filter((each) => isOurs(each.user) && (each.body ?? '').startsWith(markerStart(comment.key)))
        .map((each) => ({ id: each.id, body: each.body ?? '', origin: originOf(each.body ?? '') }))
        .sort((a, b) => a.id - b.id)
    }
    const head = async (): Promise<string> =>
      (await request(github, 'GET /repos/{owner}/{repo}/pulls/{pull_number}', { pull_number: comment.pull })).head.sha
    const text = `${markerLine(comment.key, comment.origin)}\n${comment.body}`
    const before = await find()
    if (before.length === 0 && comment.silent) return 'silent'
    if (before.length === 0 && comment.origin.commit !== (await head())) return 'outdated'
    const make = (): Promise<unknown> =>
      request(github, 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        issue_number: comment.pull,
        body: text,
      })
    if (before.length === 0) await ensure(async () => (await find())[0], make, github)
    return settle({ github, find, head, text, comment, created: before.length === 0 })
  })
}

interface Settling {
  readonly github: GitHub
  find(): Promise<Found[]>
  head(): Promise<string>
  readonly text: string
  readonly comment: StickyComment
  readonly created: boolean
}

/** The oldest comment of the key gets the newest results, and others of the key go: another job may have made one at the same moment. */
async function settle({ github, find, head, text, comment, created }: Settling): Promise<CommentOutcome> {
  const [kept, ...others] = await find()
  if (kept === undefined) return 'outdated'
  for (const { id } of others) await remove(github, id)
  if (isSame(kept, text, comment.origin)) return created ? 'created' : 'unchanged'
  const newest = [kept, ...others].reduce((a, b) => (isLater(b.origin, a.origin) ? b : a))
  if (!mayReplace(newest.origin, comment.origin, await head())) {
    if (newest !== kept) await write(github, kept.id, newest.body)
    return 'outdated'
  }
  await write(github, kept.id, text)
  return created ? 'created' : 'updated'
}

/** The same text about the same commit, whichever attempt of whichever run says it. */
function isSame({ body, origin }: Found, text: string, ours: Origin): boolean {
  const said = (all: string): string => all.slice(all.indexOf('\n'))
  return origin?.commit === ours.commit && said(body) === said(text)
}

function isLater(a: Origin | undefined, b: Origin | undefined): boolean {
  if (a === undefined) return false
  return b === undefined || a.run > b.run || (a.run === b.run && a.attempt > b.attempt)
}

async function write(github: GitHub, id: number, body: string): Promise<void> {
  await request(github, 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id, body })
}

/** Deleting what is not there any more is done already. */
async function remove(github: GitHub, id: number): Promise<void> {
  try {
    await request(github, 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id })
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/**
 * Tells comments that this token wrote from those of others, who can paste a marker: a user's token writes as that user. The token of
 * a job or an app cannot ask who it is, but writes as a bot, which no person can.
 */
async function ownComments(
  github: GitHub,
): Promise<(user: { readonly id: number; readonly type?: string } | null | undefined) => boolean> {
  try {
    const { id } = await request(github, 'GET /user', {})
    return (user) => user?.id === id
  } catch (error) {
    const { status } = error as { status?: number }
    if (status !== 403 && status !== 401) throw error
    return (user) => user?.type === 'Bot'
  }
}

function markerStart(key: string): string {
  return `<!-- airworthy:v1 key=${safe(key)} `
}

function originOf(body: string): Origin | undefined {
  const [line = ''] = body.split('\n', 1)
  const [, run, attempt, commit] = / run=(\d+) attempt=(\d+) commit=(\S+) -->$/.exec(line.trimEnd()) ?? []
  return commit === undefined ? undefined : { run: Number(run), attempt: Number(attempt), commit }
}

/** A word that is different for each text, in which nothing looks like the end of an HTML comment. */
function safe(text: string): string {
  const slug = text.replace(/[^A-Za-z0-9._]+/g, '-').slice(0, 60)
  return slug === text ? slug : `${slug}-${sha256(text).slice(0, 8)}`
}
