import path from 'node:path'
import * as core from '@actions/core'
import { context } from '@actions/github'
import { entriesOf } from '../../core/entries-of.ts'
import type { LedgerEntry, ModelEntry } from '../../core/ledger.ts'
import type { GitHub, World } from '../../core/world.ts'
import { deploymentsOf, showDeployment } from '../../github/deployment.ts'
import { dispatchEvent, dispatchOnTag } from '../../github/dispatch.ts'
import { githubError } from '../../github/errors.ts'
import { admitPromotion, isProtected, roles } from '../../github/promotion.ts'
import { publishRelease } from '../../github/release.ts'
import { lazyLedger } from '../../pipeline/registry.ts'
import { commitIn } from '../../registry/index.ts'
import { terminalText } from '../../report/escape.ts'
import { renderReleaseNotes } from '../../report/index.ts'
import { entryError } from '../errors.ts'
import { annotationsOf } from './annotations.ts'
import { releaseAssets } from './assets.ts'
import { linksOf, type RunOnGitHub, runOnGitHub } from './event.ts'
import { asAction, choice } from './main.ts'
import { actionWorld, exitCodeOf, pipelineInputs, type Ran, runPipeline, tell } from './pipeline.ts'
import { modes, publish } from './publish.ts'

/**
 * The Action of a release: who started it may promote, the pipeline runs on to its tag and its rollout, the release is published with
 * its evidence, and GitHub shows the rollout as a deployment while it goes on.
 */
process.exitCode = await asAction(async (mask) => {
  const here = runOnGitHub(process.env, context.payload)
  const inputs = pipelineInputs(here)
  const wanted = {
    comment: 'never',
    check: choice('check', modes),
    status: choice('status', ['never', 'auto', 'always']),
    silentWhen: 'never',
  } as const
  const environment = core.getInput('environment') || 'production'
  const world = actionWorld(inputs.folder, mask)
  await admit(world, here, environment)
  const watched = watcher(world, here, environment)
  const ran = await runPipeline(inputs, here, world, mask, (event) => {
    if (event.event === 'recorded') watched.hear(event.entry)
  })
  await tell(ran, here, mask)
  await watched.settled()
  await show(ran, world, here, environment)
  await publish(ran.report, annotationsOf(ran.report, ran.pipeline, here.workspace), here, world, wanted)
  return exitCodeOf(ran.report, inputs.failOn)
})

async function admit(world: World, here: RunOnGitHub, environment: string): Promise<void> {
  const rules = {
    role: choice('promote-role', roles),
    promoters: core.getMultilineInput('promoters'),
    approved: core.getInput('approved-sha') || undefined,
  }
  const { github, trust } = world
  if (trust.level === 'untrusted') throw githubError('promotion-refused', { actor: here.actor, why: trust.why })
  if (github === undefined) throw entryError('github-token-missing', {})
  await admitPromotion(github, { actor: here.actor, commit: await commitIn(here.workspace, world) }, rules)
  tellProtection(await isProtected(github, environment), terminalText(environment))
}

/** Says where nothing guards an environment, and where GitHub does not tell: silence would look like a guard. */
function tellProtection(guarded: boolean | undefined, environment: string): void {
  if (guarded === false)
    core.warning(
      `Nothing on GitHub guards the environment ${environment}. Give it required reviewers, and name it in the job: environment: ${environment}.`,
      { title: 'environment-unprotected' },
    )
  if (guarded === undefined)
    core.notice(
      `GitHub does not tell this token whether anything guards the environment ${environment}. Give the job the permission actions: read.`,
      { title: 'environment-protection-unknown' },
    )
}

/** Shows each step of a rollout while it goes on, one after the other. What GitHub does not take is left for the end. */
function watcher(
  world: World,
  here: RunOnGitHub,
  environment: string,
): { hear(entry: LedgerEntry): void; settled(): Promise<void> } {
  const heard: ModelEntry[] = []
  let last = Promise.resolve()
  return {
    hear(entry) {
      if (entry.kind === 'created') return
      heard.push(entry)
      if (!entry.kind.startsWith('rollout')) return
      const known = [...heard]
      last = last.then(() => showLast(known, world, here, environment)).catch(() => undefined)
    },
    settled: () => last,
  }
}

async function showLast(
  recorded: readonly ModelEntry[],
  { github, files }: World,
  here: RunOnGitHub,
  environment: string,
): Promise<void> {
  const entries = files.maskedValue(recorded)
  const model = entries.at(-1)?.model
  const deployment = model === undefined ? undefined : deploymentsOf(entries, model).at(-1)
  if (github === undefined || deployment === undefined) return
  const source = entries.find(
    (entry) => entry.kind === 'release' && entry.version === deployment.version && entry.model === model,
  )
  const commit = (source?.kind === 'release' ? source.source : undefined) ?? here.commit
  if (commit === undefined) return
  const environmentUrl = core.getInput('environment-url') || undefined
  await showDeployment(github, deployment, { environment, commit, environmentUrl, logUrl: here.runUrl })
}

/** The release and the rollout on GitHub as the ledger has them: whatever an earlier run left out is made good. */
async function show({ report, pipeline }: Ran, world: World, here: RunOnGitHub, environment: string): Promise<void> {
  const { github } = world
  if (github === undefined || report.release === undefined) return
  const { model, version, tag } = report.release
  const ledger = lazyLedger(pipeline, world, path.dirname(report.files['json'] ?? ''))
  const entries = entriesOf(await ledger.read(), model)
  const recorded = entries.find((entry) => entry.kind === 'release' && entry.version === version)
  const source = (recorded?.kind === 'release' ? recorded.source : undefined) ?? (await commitIn(here.workspace, world))
  const notes = renderReleaseNotes(report, linksOf(report, here))
  if (source !== undefined && notes !== undefined && choice('github-release', ['true', 'false']) === 'true') {
    const release = {
      tag,
      commit: source,
      message: `${model} ${version}`,
      name: `${model} ${version}`,
      body: notes,
      prerelease: version.includes('-'),
      latest: report.outcome === 'pass' && !version.includes('-'),
      assets: await releaseAssets(report, world),
    }
    const { url, outcome, publishedAt } = await publishRelease(github, release)
    core.setOutput('release-url', url)
    core.setOutput('release', outcome)
    await dispatchAfter(github, publishedAt, { model, version, tag, sha: source })
  }
  if (entries.some(({ kind }) => kind === 'rollout-started')) await showLast(entries, world, here, environment)
}

/** Tags that are pushed with the token of a job start no workflow: what is to follow is started by name, once for each release. */
async function dispatchAfter(
  github: GitHub,
  publishedAt: string,
  said: Readonly<Record<'model' | 'version' | 'tag' | 'sha', string>>,
): Promise<void> {
  for (const workflow of core.getMultilineInput('dispatch')) await dispatchOnTag(github, workflow, said.tag, said)
  for (const event of core.getMultilineInput('dispatch-event')) await dispatchEvent(github, event, publishedAt, said)
}
