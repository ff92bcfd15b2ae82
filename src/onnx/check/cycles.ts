import type { Model } from '../format/messages.ts'
import { callsIn, deepestCalls, functionKey } from './expansion.ts'
import type { Report } from './findings.ts'

/**
 * That no function calls itself, through others or in the branches and loops of its body: functions are expanded where they are
 * called, and such a one would never end.
 */
export function checkCycles(model: Model, report: Report): void {
  const bodies = new Map(model.functions.map((body) => [functionKey(body), body]))
  if (bodies.size === 0) return
  const calls = new Map([...bodies].map(([key, body]) => [key, callsIn(body).filter((callee) => bodies.has(callee))]))
  const depths = new Map<string, number>()
  const depthOf = (key: string, path: readonly string[]): number => {
    if (path.includes(key) || path.length > deepestCalls) return Number.POSITIVE_INFINITY
    const known = depths.get(key)
    if (known !== undefined) return known
    const within = [...path, key]
    const depth = (calls.get(key) ?? []).reduce((most, callee) => Math.max(most, 1 + depthOf(callee, within)), 1)
    depths.set(key, depth)
    return depth
  }
  for (const [key, { name }] of bodies)
    if (depthOf(key, []) > deepestCalls)
      report('function-cycle', `function ${name}`, `It calls itself, or others more than ${deepestCalls} deep.`)
}
