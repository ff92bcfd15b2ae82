import { exitCodes } from '../../../core/verdict.ts'
import { registryError } from '../../../registry/errors.ts'
import { jsonText } from '../../../report/json.ts'
import { defineCommand, oneOrNone, text } from '../command.ts'
import { input, inputsOf, json } from '../shared.ts'

/** Reads a ledger from its first entry to its last. Reading it checks the chain. */
export const ledgerVerify = defineCommand({
  name: 'ledger verify',
  summary:
    'Check that nothing in the ledger was changed, taken out or put in: each entry is chained to those before it, and follows the rules. Exit 0 when that holds, 1 when a rule is broken, 2 when the chain is.',
  arguments: { pipeline: oneOrNone('the pipeline file, airworthy.yml unless it is named') },
  options: {
    contains: text('<end>', 'an end that was printed before: exit 1 unless the ledger goes on from there'),
    input,
    json,
  },
  examples: ['airworthy ledger verify', 'airworthy ledger verify airworthy.yml --contains 5feceb66ffc86f38'],
  async run({ world, out }, given) {
    const { load } = await import('../../../pipeline/load.ts')
    const { readRegistry } = await import('../../../pipeline/registry.ts')
    const { brokenRules } = await import('../../../registry/index.ts')
    const pipeline = await load(given.pipeline ?? 'airworthy.yml', world, { inputs: inputsOf(given.input) })
    const { describe: ledger, entries } = await readRegistry(pipeline, world)
    if (entries.length === 0) throw registryError('ledger-not-created', { ledger })
    const { contains } = given
    const lost = contains !== undefined && !entries.some(({ chain }) => chain?.startsWith(contains.toLowerCase()))
    const broken = [
      ...brokenRules(entries, ledger).map(({ entry, why }) => `Entry ${entry} breaks a rule: ${why}`),
      ...(lost
        ? [`It does not hold the end ${contains}: entries were cut off or replaced since that was printed.`]
        : []),
    ]
    const chained = entries.filter(({ chain }) => chain !== undefined).length
    const end = entries.at(-1)?.chain
    const value = { ledger, entries: entries.length, chained, end, broken }
    out(given.json ? jsonText(value) : verifiedLines(value))
    return broken.length === 0 ? exitCodes.pass : exitCodes.fail
  },
})

interface Verified {
  readonly ledger: string
  readonly entries: number
  readonly chained: number
  /** What the last entry is chained with; undefined where an earlier version wrote it. */
  readonly end: string | undefined
  readonly broken: readonly string[]
}

function verifiedLines({ ledger, entries, chained, end, broken }: Verified): string {
  const count = `${entries} ${entries === 1 ? 'entry' : 'entries'}`
  const lines =
    broken.length > 0
      ? [`✗ ${ledger}: ${count}`, ...broken.map((line) => `  ${line}`)]
      : [`✓ ${ledger}: ${count}, each as it was recorded`]
  if (chained === 0)
    lines.push('  Earlier versions of Airworthy wrote all of them, without a chain; the next entry will cover them.')
  else if (chained < entries)
    lines.push(`  ${entries - chained} of them are of earlier versions: the first chained entry covers them.`)
  if (end !== undefined) lines.push(`  end  ${end}`)
  return lines.map((line) => `${line}\n`).join('')
}
