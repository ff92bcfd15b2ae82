import * as core from '@actions/core'
import { context } from '@actions/github'
import type { RunReport } from '../../core/report.ts'
import type { GitHub } from '../../core/world.ts'
import { artifactOf } from '../../github/artifact.ts'
import { githubError } from '../../github/errors.ts'
import { endedRun, pullRequestOf } from '../../github/pull-request.ts'
import { terminalText } from '../../report/escape.ts'
import { renderMarkdown } from '../../report/index.ts'
import { entryError } from '../errors.ts'
import { linksOf, runOnGitHub } from './event.ts'
import { asAction, choice } from './main.ts'
import { actionWorld, summarize } from './pipeline.ts'
import { commentOn } from './publish.ts'
import { readReport } from './read-report.ts'

/** Said before the figures of a run that a stranger may have changed in any way. */
const preface =
  'These figures come from a run of the pull request itself, which may have changed how they are made. Recompute them with its evidence.'

/**
 * The Action that posts what an untrusted pull request has measured: it runs on `workflow_run`, with the repository's rights and its code,
 * and takes from the other run nothing but a report, as data. Which pull request it belongs to is asked of GitHub.
 */
process.exitCode = await asAction(async (mask) => {
  const ended = endedRun(context.payload)
  if (ended === undefined) throw entryError('comment-event', { event: context.eventName || 'none' })
  const silentWhen = choice('silent-when', ['never', 'pass'])
  const own = runOnGitHub(process.env, context.payload)
  const { github } = actionWorld(own.workspace, mask)
  if (github === undefined) throw entryError('github-token-missing', {})
  const pull = await pullRequestOf(github, ended)
  if (pull === undefined) {
    core.notice('No open pull request has this commit as its head any more: nothing is posted.', { title: 'outdated' })
    core.setOutput('comment', 'outdated')
    return 0
  }
  const report = mask.value(await downloaded(github, ended.id))
  const here = {
    ...own,
    commit: ended.commit,
    run: ended.id,
    attempt: ended.attempt,
    runUrl: `${own.repositoryUrl}/actions/runs/${ended.id}`,
  }
  const links = linksOf(report, here)
  const outcome = await commentOn(github, pull, report, here, { links, preface, silent: silentWhen === report.outcome })
  core.setOutput('comment', outcome)
  core.setOutput('pull-request', pull)
  // Whoever asks for `pass` must not get it from a report that a stranger wrote.
  core.setOutput('verdict', `untrusted-${report.outcome}`)
  core.info(terminalText(`The comment on #${pull} is ${outcome}.`))
  await summarize(mask(renderMarkdown(report, { links, preface })))
  return 0
})

/** The report that the run of this id has uploaded. */
async function downloaded(github: GitHub, run: number): Promise<RunReport> {
  const name = core.getInput('artifact') || 'airworthy-report'
  const files = await artifactOf(github, run, name)
  const found = [...files].find(([file]) => file === 'report.json' || file.endsWith('/report.json'))
  if (found === undefined) throw githubError('download-refused', { name, why: 'it has no report.json' })
  return readReport(name, found[1])
}
