import { type RunReport, runReportSchema } from '../../core/report.ts'
import { type Bounds, checkUntrusted } from '../../core/untrusted-value.ts'
import { githubError } from '../../github/errors.ts'

/** No report of ours comes near; what is made of one has to stay small enough for a comment. */
const bounds: Partial<Bounds> = { text: 20_000, list: 10_000 }

/**
 * The report in these bytes, which come from elsewhere: checked to be one, so that all that its rendering reads has the type it must
 * have. What it says may still be anything, and is escaped where it is shown. Throws `download-refused` when it is no report.
 */
export function readReport(name: string, bytes: Uint8Array): RunReport {
  const refuse = (why: string): never => {
    throw githubError('download-refused', { name, why })
  }
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse('its report.json is not JSON')
  }
  const read = checkUntrusted(runReportSchema, value, bounds)
  return 'value' in read
    ? ofStranger(read.value)
    : refuse(`its report.json is not a report of this version: look at ${read.reason}`)
}

/**
 * Without what the pull request of a stranger cannot have: a release, a rollout, an override, products of other stages. Nor does a
 * comment of the repository's propose the commands of a stranger.
 */
function ofStranger({ release: _release, rollout: _rollout, decision, subject, ...report }: RunReport): RunReport {
  return {
    ...report,
    next: [],
    ...(subject === undefined ? {} : { subject: { ...subject, data: {} } }),
    ...(decision === undefined ? {} : { decision: withoutOverride(decision) }),
    other: {},
  }
}

function withoutOverride({ override: _, ...decision }: NonNullable<RunReport['decision']>): RunReport['decision'] {
  return decision
}
