import type { Binding, Measurements } from '../../src/core/products/index.ts'

/** What binds evidence of measurements to a run in which nothing was decided. */
export function bindingOf({ contenders }: Measurements, more: Partial<Binding> = {}): Binding {
  const of = (role: string): string => contenders.find((each) => each.role === role)?.model.sha256 ?? ''
  return {
    version: '0.1.0',
    pipeline: { name: 'digits', sha256: 'b'.repeat(64), inputs: {} },
    run: { id: '20260101-120000-abcdefgh', startedAt: '2026-01-01T12:00:00.000Z', commit: 'd'.repeat(40) },
    model: 'digits',
    candidate: of('candidate'),
    production: { sha256: of('production') },
    data: {},
    decisions: [],
    earlier: [],
    ...more,
  }
}
