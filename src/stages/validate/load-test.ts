import { Bug } from '../../core/errors/index.ts'
import type { Finding, Subject } from '../../core/products/index.ts'
import { printDuration, printMilliseconds } from '../../core/quantity/index.ts'
import type { StageTools } from '../../core/stage.ts'
import type { Target } from '../../core/target.ts'
import type { VersionTraffic } from '../../core/traffic.ts'
import { histogramQuantile } from '../../stats/histogram.ts'
import { openTarget } from '../target.ts'
import type { LoadTest } from './settings.ts'

/** That the candidate serves real requests on a real server: it answers, without errors, in time. */
export async function checkLoad(
  test: LoadTest,
  subject: Subject,
  tools: StageTools<'targets'>,
): Promise<readonly Finding[]> {
  const target = openTarget(test.target, subject, tools)
  try {
    await target.prepare(undefined, { version: 'candidate', artifact: subject.candidate })
    await target.apply(1)
    return judged(test, await trafficOf(target, test, tools))
  } finally {
    await target.close()
  }
}

/** What the candidate was asked in the time of the test: told once the last of it is answered. */
async function trafficOf(
  { traffic, describe }: Target,
  test: LoadTest,
  { world: { clock }, signal }: StageTools,
): Promise<VersionTraffic> {
  if (traffic === undefined) throw new Bug(`the target ${describe} serves from here and does not count its traffic`)
  const from = clock.now()
  const to = new Date(Date.parse(from) + test.for).toISOString()
  await clock.sleep(test.for, signal)
  for (;;) {
    const window = await traffic.window({ from, to }, { stable: undefined, candidate: 'candidate' })
    if (window !== undefined) return window.candidate
    await clock.sleep(50, signal)
  }
}

function judged(test: LoadTest, { requests, errors, latency = [] }: VersionTraffic): Finding[] {
  const time = printDuration(test.for)
  if (requests === 0)
    return [
      finding(
        'load-nothing',
        `Nothing was asked of it in ${time}.`,
        'Let the test run longer, or raise the rate of the target.',
      ),
    ]
  const failed = errors / requests > test.errors
  const p95 = histogramQuantile(latency, 0.95)
  const slow = test.latency !== undefined && !(p95 <= test.latency)
  return [
    ...(failed
      ? [
          finding(
            'load-errors',
            `${errors} of ${requests} requests failed within ${time}.`,
            'Run it with `airworthy validate` to see whether it fails on its own inputs, or give it less load.',
          ),
        ]
      : []),
    ...(slow
      ? [
          finding(
            'load-slow',
            `95 % of ${requests} requests took ${printMilliseconds(p95)}, more than the ${printMilliseconds(test.latency)} allowed.`,
            'Lower the rate, give it more threads, or use a faster variant.',
          ),
        ]
      : []),
  ]
}

function finding(code: string, message: string, hint: string): Finding {
  return { severity: 'error', code, where: 'server', message, hint }
}
