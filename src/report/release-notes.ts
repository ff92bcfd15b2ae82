import { printBytes } from '../core/quantity/index.ts'
import type { RunReport } from '../core/report.ts'
import { joined, markdown } from './escape.ts'
import { conditions, environments, verifyCommand } from './facts.ts'
import { clipTo, type Link, linkLine, type Markdown } from './markdown/blocks.ts'
import { comparison } from './markdown/index.ts'

/** Most characters of a text that comes from outside. */
const longest = 1000

/**
 * The notes of a release as GitHub-flavoured markdown, from the evidence alone: why this version, what changed in speed, quality and size,
 * what it was measured on, the digests. Undefined when the run released nothing.
 */
export function renderReleaseNotes(report: RunReport, links: readonly Link[] = []): string | undefined {
  const { release } = report
  if (release === undefined) return undefined
  const say = clipTo(longest)
  const detail = { rows: 20, entries: 20, text: longest, chart: false }
  const blocks = [
    markdown`${say(report.sentence)}`,
    markdown`**Why ${say(release.version)}**: ${say(release.why)}.`,
    comparison(report, detail, say),
    digests(report, say),
    measuredOn(report, say),
    linkLine(links),
  ].filter((block) => block !== undefined)
  return `${joined('markdown', blocks, '\n\n').text}\n`
}

function digests(report: RunReport, say: (text: string) => string): Markdown {
  const { release, subject, comparison: compared } = report
  const files = release?.artifact.files ?? (release === undefined ? [] : [release.artifact])
  const lines = [
    ...files.map(
      ({ name, sha256, bytes }) =>
        markdown`- <code>${say(name)}</code>, ${printBytes(bytes)}, sha256 <code>${sha256}</code>`,
    ),
    subject?.production === undefined
      ? markdown`- the first release: there was nothing to compare with`
      : markdown`- compared with ${say(subject.production.version ?? subject.production.artifact.name)}, sha256 <code>${subject.production.artifact.sha256}</code>`,
    report.evidence === undefined ? undefined : markdown`- evidence, sha256 <code>${say(report.evidence)}</code>`,
    compared === undefined
      ? undefined
      : markdown`- recompute every verdict from the raw samples: <code>${say(verifyCommand(report))}</code>`,
  ].filter((line) => line !== undefined)
  return joined('markdown', lines, '\n')
}

function measuredOn(report: RunReport, say: (text: string) => string): Markdown | undefined {
  const facts = [...environments(report).map((machine) => machine.facts), conditions(report)].filter(
    (all) => all.length > 0,
  )
  if (facts.length === 0) return undefined
  const lines = facts.map((all) => markdown`- ${say(all.map(([name, value]) => `${name}: ${value}`).join('; '))}`)
  return markdown`<details><summary>Measured on</summary>\n\n${joined('markdown', lines, '\n')}\n\n</details>`
}
