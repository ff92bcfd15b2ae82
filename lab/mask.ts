/**
 * How long the mask of secrets takes: `npx tsx lab/mask.ts`. A thousand secrets in all their forms, and a report of 5 MB: as text, and as
 * a value. Milliseconds of this machine.
 */
import { createMask } from '../src/world/secrets/index.ts'

const hex = '0123456789abcdef'.repeat(4)
const env = Object.fromEntries(
  Array.from({ length: 1000 }, (_, index) => [`S${index}_TOKEN`, `ghost-${index}-${hex.slice(index % 16)}"x/`]),
)
const rows = Array.from({ length: 70_000 }, (_, index) => ({
  name: `tensor_${index}`,
  why: 'a sentence of a report & more',
  at: index,
}))
const report = { rows, one: env['S7_TOKEN'] }
const text = JSON.stringify(report)

function tell<Result>(what: string, action: () => Result): Result {
  const begun = performance.now()
  const result = action()
  console.log(`${what}: ${Math.round(performance.now() - begun)} ms`)
  return result
}

const mask = tell('making the mask', () => createMask(env))
console.log(`${mask.values().length} forms, a report of ${(text.length / 1e6).toFixed(1)} MB`)
tell('the first text', () => mask('the first text'))
tell('the report as text', () => mask(text))
tell('the report as a value', () => mask.value(report))
