import { exitCodes } from '../../../core/verdict.ts'
import { terminalText } from '../../../report/escape.ts'
import { jsonText } from '../../../report/json.ts'
import { defineCommand, oneOrNone } from '../command.ts'
import { input, inputsOf, json } from '../shared.ts'
import { callContextOf } from '../waits.ts'

/** Without this, nothing is recorded in a registry: one that was lost must not pass for a new one. */
export const registryInit = defineCommand({
  name: 'registry init',
  summary: "Create the ledger of a pipeline's registry, once; one that is there stays as it is.",
  arguments: { pipeline: oneOrNone('the pipeline file, airworthy.yml unless it is named') },
  options: { input, json },
  examples: ['airworthy registry init airworthy.yml'],
  async run(entry, given) {
    const { world, out } = entry
    const { load } = await import('../../../pipeline/load.ts')
    const { createRegistry } = await import('../../../pipeline/registry.ts')
    const pipeline = await load(given.pipeline ?? 'airworthy.yml', world, { inputs: inputsOf(given.input) })
    const { ledger, created } = await createRegistry(pipeline, world, callContextOf(entry))
    // What is created stays, also for one who has cancelled meanwhile: it is told.
    const entries = (await ledger.read({})).length
    if (given.json) out(jsonText({ ledger: ledger.describe, created, entries }))
    else if (created) out(`✓ created the ledger: ${terminalText(ledger.describe)}\n`)
    else
      out(
        `The ledger is there already, with ${entries} ${entries === 1 ? 'entry' : 'entries'}: ${terminalText(ledger.describe)}\n`,
      )
    return exitCodes.pass
  },
})
