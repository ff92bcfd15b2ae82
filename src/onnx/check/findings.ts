import type { Finding } from '../../core/products/index.ts'
import { type FindingCode, findingCatalogue } from './catalogue.ts'

/** How many findings of one code are listed; the rest is counted. A generated model repeats one mistake thousands of times. */
const listed = 20

/** A path, made only when a finding names it: most nodes are sound. */
export type Where = string | (() => string)

/** Severity and hint come from the catalogue; a finding that knows what to do better gives its own hint. */
export type Report = (code: FindingCode, where: Where, message: string, hint?: string) => void

/** Collects findings. Those beyond the first 20 of a code become one that says how many more there are. */
export function collectFindings(run: (report: Report) => void): Finding[] {
  const findings: Finding[] = []
  const counts = new Map<string, number>()
  const last = new Map<string, Finding>()
  run((code, place, message, hint) => {
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    const [severity, , usual] = findingCatalogue[code]
    const where = typeof place === 'string' ? place : place()
    const finding = { severity, code, where, message, hint: hint ?? usual }
    if (count <= listed) findings.push(finding)
    else last.set(code, finding)
  })
  for (const [code, finding] of last) findings.push(more(finding, (counts.get(code) ?? 0) - listed))
  return findings
}

function more(finding: Finding, count: number): Finding {
  return { ...finding, where: 'model', message: `${count} more of these, the last at ${finding.where}.` }
}
