import type { Validation } from './products/index.ts'

/** The name of a check, with how much it looked at where that is not all: `runs on 256 of 5000 examples`. */
export function checkWords({ check, findings }: Pick<Validation['checks'][number], 'check' | 'findings'>): string {
  return [check, ...new Set(findings.flatMap(({ partly }) => partly ?? []))].join(' ')
}
