import type { Finding, Subject } from '../../core/products/index.ts'
import type { StageTools } from '../../core/stage.ts'
import { quantile } from '../../stats/describe.ts'
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
    const path = await tools.store.path(subject.candidate)
    await target.prepare(undefined, { version: 'candidate', artifact: subject.candidate, path })
    await target.apply(1)
    const { candidate } = await target.observe(test.for)
    return judged(test, candidate.requests, candidate.errors, candidate.latenciesMs)
  } finally {
    await target.close()
  }
}

function judged(test: LoadTest, requests: number, errors: number, latenciesMs: readonly number[]): Finding[] {
  const seconds = test.for / 1000
  if (requests === 0)
    return [
      finding(
        'load-nothing',
        `Nothing was asked of it in ${seconds} s.`,
        'Let the test run longer, or raise the rate of the target.',
      ),
    ]
  const failed = errors / requests > test.errors
  const p95 = latenciesMs.length === 0 ? Number.NaN : quantile(latenciesMs, 0.95)
  const slow = test.latency !== undefined && !(p95 <= test.latency)
  return [
    ...(failed
      ? [
          finding(
            'load-errors',
            `${errors} of ${requests} requests failed within ${seconds} s.`,
            'Run it with `airworthy validate` to see whether it fails on its own inputs, or give it less load.',
          ),
        ]
      : []),
    ...(slow
      ? [
          finding(
            'load-slow',
            `95 % of ${requests} requests took ${p95.toFixed(1)} ms, more than the ${test.latency} ms allowed.`,
            'Lower the rate, give it more threads, or use a faster variant.',
          ),
        ]
      : []),
  ]
}

function finding(code: string, message: string, hint: string): Finding {
  return { severity: 'error', code, where: 'server', message, hint }
}
