import * as core from '@actions/core'
import { clip } from '../../core/clip.ts'
import type { RunReport } from '../../core/report.ts'
import type { GitHub, World } from '../../core/world.ts'
import { isRefused } from '../../github/ask.ts'
import { type Annotation, postCheckRun } from '../../github/check-run.ts'
import { type CommentOutcome, longestComment, postComment } from '../../github/comment.ts'
import { postStatus } from '../../github/status.ts'
import { plain, terminalText } from '../../report/escape.ts'
import { headline, keyNumber } from '../../report/facts.ts'
import { type Link, renderMarkdown } from '../../report/index.ts'
import { linksOf, originOf, type RunOnGitHub } from './event.ts'

/** `auto`: where it makes sense and the token may; `always`: a token that may not is an error. */
export const modes = ['auto', 'always', 'never'] as const
export type Mode = (typeof modes)[number]

export interface Publishing {
  readonly comment: Mode
  readonly check: Mode
  readonly status: Mode
  readonly silentWhen: 'never' | 'pass'
}

/** Room for the first line of the comment. */
const longestBody = longestComment - 500

/** Tells a report on GitHub: comment, check run, status. Each is made once, however often this is done. */
export async function publish(
  whole: RunReport,
  annotations: readonly Annotation[],
  here: RunOnGitHub,
  { github, files }: World,
  wanted: Publishing,
): Promise<void> {
  if (github === undefined) return
  const report = files.maskedValue(whole)
  const links = linksOf(report, here)
  await inMode(wanted.comment, 'comment', async () => {
    if (here.pull === undefined) return
    const outcome = await commentOn(github, here.pull, report, here, {
      links,
      silent: wanted.silentWhen === report.outcome,
    })
    core.setOutput('comment', outcome)
  })
  const { commit } = here
  if (commit === undefined) return
  await inMode(wanted.check, 'check', () =>
    postCheckRun(github, {
      name: checkName(report.pipeline.name),
      commit,
      externalId: here.run === 0 ? report.runId : checkId(here.run, here.attempt),
      conclusion: conclusions[report.outcome],
      title: titleOf(report),
      summary: renderMarkdown(report, { links }),
      annotations: files.maskedValue(annotations),
      url: here.runUrl,
    }),
  )
  await inMode(wanted.status, 'status', () =>
    postStatus(github, {
      commit,
      context: `airworthy/${oneLine(report.pipeline.name, 80)}`,
      state: states[report.outcome],
      description: clip(titleOf(report), 140),
      url: here.runUrl,
    }),
  )
}

/** The name of a pipeline's check run. */
export function checkName(pipeline: string): string {
  return `airworthy: ${oneLine(pipeline, 80)}`
}

/** By this the check of an attempt is found again. */
export function checkId(run: number, attempt: number): string {
  return `${run}.${attempt}`
}

interface Saying {
  readonly links: readonly Link[]
  readonly silent: boolean
  /** Where the figures come from, when not from this run. */
  readonly preface?: string
}

export function commentOn(
  github: GitHub,
  pull: number,
  report: RunReport,
  here: RunOnGitHub,
  { silent, ...saying }: Saying,
): Promise<CommentOutcome> {
  return postComment(github, {
    pull,
    // What a stranger reports never takes the place of what a run of the repository's says.
    key: saying.preface === undefined ? report.pipeline.name : `${report.pipeline.name} as reported`,
    origin: originOf(here),
    body: renderMarkdown(report, { ...saying, limit: longestBody }),
    silent,
  })
}

async function inMode(mode: Mode, what: string, action: () => Promise<void>): Promise<void> {
  if (mode === 'never') return
  try {
    await action()
  } catch (error) {
    if (mode === 'always' || !isRefused(error)) throw error
    core.notice(
      terminalText(`${error.message} ${error.hint} Or set ${what}: never. The job summary has the same text.`),
      {
        title: `no ${what}`,
      },
    )
  }
}

function titleOf(report: RunReport): string {
  const { word } = headline(report)
  const key = keyNumber(report)
  return oneLine(key === undefined ? word : `${word}: ${key}`, 250)
}

function oneLine(text: string, length: number): string {
  return clip(plain(text), length)
}

/** Inconclusive is neutral: whether it stops a merge is for the gate and `fail-on` to say. */
const conclusions = {
  pass: 'success',
  measured: 'success',
  fail: 'failure',
  inconclusive: 'neutral',
  'rolled-back': 'failure',
  error: 'failure',
  cancelled: 'cancelled',
} as const

const states = {
  pass: 'success',
  measured: 'success',
  fail: 'failure',
  inconclusive: 'failure',
  'rolled-back': 'failure',
  error: 'error',
  cancelled: 'error',
} as const
