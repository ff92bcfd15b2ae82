import { UserError } from '../../../core/errors/index.ts'
import type { Problem } from '../../../core/errors/problem.ts'
import { exitCodes } from '../../../core/verdict.ts'
import type { ReadRegistry } from '../../../pipeline/registry.ts'
import { isLedgerDamage } from '../../../registry/errors.ts'
import { terminalText } from '../../../report/escape.ts'
import { jsonText } from '../../../report/json.ts'
import { entryError } from '../../errors.ts'
import { defineCommand, oneOrNone, text } from '../command.ts'
import { input, inputsOf, json } from '../shared.ts'
import { callContextOf } from '../waits.ts'

/** Reads a ledger from its first entry to its last. Reading it checks the chain. */
export const ledgerVerify = defineCommand({
  name: 'ledger verify',
  summary:
    'Check that no entry of the ledger was changed, taken out or put in: each is chained to those before it, and follows the rules. Exit 0 when that holds, 1 when it does not, 3 when no entry is chained, so that nothing can tell.',
  arguments: { pipeline: oneOrNone('the pipeline file, airworthy.yml unless it is named') },
  options: {
    contains: text('<end>', 'an end that was printed before: exit 1 unless the ledger goes on from there'),
    input,
    json,
  },
  examples: ['airworthy ledger verify', 'airworthy ledger verify airworthy.yml --contains 5feceb66ffc86f38'],
  async run(entry, given) {
    const { world, out } = entry
    const contains = given.contains === undefined ? undefined : endOf(given.contains)
    const { load } = await import('../../../pipeline/load.ts')
    const { notCreated, readRegistry, registryPlace } = await import('../../../pipeline/registry.ts')
    const pipeline = await load(given.pipeline ?? 'airworthy.yml', world, { inputs: inputsOf(given.input) })
    const found = await readRegistry(pipeline, world, callContextOf(entry), { whole: true }).then(
      (read) => {
        if (read.entries.length === 0) throw notCreated(read.describe, pipeline, world)
        return verified(read, contains)
      },
      (thrown: unknown) => damaged(thrown, registryPlace(pipeline, world)),
    )
    out(given.json ? jsonText(found) : verifiedLines(found))
    return exitCodes[found.outcome]
  },
})

/** An end that says too little would be in every ledger. */
function endOf(given: string): string {
  if (/^[0-9a-f]{12,64}$/i.test(given)) return given.toLowerCase()
  throw entryError('argument-wrong', {
    argument: `--contains ${given}`,
    expected: 'at least the first 12 digits of an end that `airworthy ledger verify` has printed',
  })
}

interface Verified {
  readonly outcome: 'pass' | 'fail' | 'inconclusive'
  readonly ledger: string
  /** Undefined where the ledger cannot be read, as for all that is counted. */
  readonly entries: number | undefined
  /** How many of them are chained to those before. */
  readonly chained: number | undefined
  /** What the last entry is chained with; undefined where an earlier version wrote it. */
  readonly end: string | undefined
  /** What keeps the ledger from being read. */
  readonly problems: readonly Problem[]
  /** What is not as Airworthy would have recorded it, one sentence each. */
  readonly broken: readonly string[]
}

async function verified(
  { describe: ledger, entries, remarks }: ReadRegistry,
  contains: string | undefined,
): Promise<Verified> {
  const { brokenRules } = await import('../../../registry/index.ts')
  const holds = contains === undefined || entries.some(({ chain }) => chain?.startsWith(contains))
  const broken = [
    ...remarks,
    ...brokenRules(entries).map(({ entry, why }) => `Entry ${entry} breaks a rule: ${why}`),
    ...(holds
      ? []
      : [`It does not hold the end ${contains}: entries were cut off or replaced since that was printed.`]),
  ]
  const chained = entries.filter(({ chain }) => chain !== undefined).length
  const outcome = broken.length > 0 ? 'fail' : chained === 0 ? 'inconclusive' : 'pass'
  return { outcome, ledger, entries: entries.length, chained, end: entries.at(-1)?.chain, problems: [], broken }
}

/** What this command is there to find is no wrong input. */
function damaged(thrown: unknown, ledger: string): Verified {
  if (!(thrown instanceof UserError) || !isLedgerDamage(thrown.code)) throw thrown
  const unknown = { entries: undefined, chained: undefined, end: undefined }
  return { outcome: 'fail', ledger, ...unknown, problems: thrown.problems, broken: [] }
}

function verifiedLines({ outcome, ledger, entries = 0, chained = 0, end, problems, broken }: Verified): string {
  const count = `${entries} ${entries === 1 ? 'entry' : 'entries'}`
  const lines = {
    pass: [`✓ ${ledger}: ${count}, ${entries === 1 ? '' : 'each '}as it was recorded`],
    fail: [
      `✗ ${ledger}${entries === 0 ? '' : `: ${count}`}`,
      ...problems.flatMap(({ code, message, hint }) => [`  ${message} (${code})`, `  ${hint}`]),
      ...broken.map((line) => `  ${line}`),
    ],
    inconclusive: [
      `? ${ledger}: ${count}, none of which is chained`,
      '  Earlier versions of Airworthy wrote them without a chain, or somebody took it out: nothing here can tell.',
    ],
  }[outcome]
  const older =
    outcome === 'pass' && chained < entries
      ? [`  ${entries - chained} of them are older than the chain: the first chained entry covers them.`]
      : []
  return [...lines, ...older, ...(end === undefined ? [] : [`  end ${end}`])]
    .map((line) => `${line.startsWith(' ') ? '  ' : ''}${terminalText(line.trimStart())}\n`)
    .join('')
}
