import { setTimeout as wait } from 'node:timers/promises'
import type { MetricSource, Span, Versions } from '../../src/core/metric-source.ts'
import type { TrafficWindow } from '../../src/core/traffic.ts'

/** A stretch of time that begins now. */
export function spanOf(ms: number): Span {
  const from = Date.now()
  return { from: new Date(from).toISOString(), to: new Date(from + ms).toISOString() }
}

/** What a source says of the next so many milliseconds, asked until it can say it. */
export async function observe(
  source: MetricSource | undefined,
  ms: number,
  versions: Versions = { stable: '1.0.0', candidate: '1.1.0' },
): Promise<TrafficWindow> {
  if (source === undefined) throw new Error('the target counts nothing')
  const span = spanOf(ms)
  await wait(ms)
  return told(source, span, versions)
}

export async function told(source: MetricSource, span: Span, versions: Versions): Promise<TrafficWindow> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const window = await source.window(span, versions)
    if (window !== undefined) return window
    await wait(50)
  }
  throw new Error(`${source.describe} does not tell of ${span.from} to ${span.to}`)
}
