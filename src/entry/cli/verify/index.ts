import path from 'node:path'
import { messageOf, UserError } from '../../../core/errors/index.ts'
import { readJsonFile } from '../../../core/read-json.ts'
import { exitCodes } from '../../../core/verdict.ts'
import type { World } from '../../../core/world.ts'
import { isLedgerDamage } from '../../../registry/errors.ts'
import { jsonText } from '../../../report/json.ts'
import { verdictError } from '../../../verdicts/errors.ts'
import type { Entry } from '../../context.ts'
import type { VerifiedEvidence } from '../../verify.ts'
import { defineCommand, flag, one, text } from '../command.ts'
import { input, inputsOf, json } from '../shared.ts'
import { callContextOf } from '../waits.ts'
import type { Asked, Found } from './found.ts'

/** The verdicts and the decision, recomputed; and whether the ledger names the evidence. */
export const verify = defineCommand({
  name: 'verify',
  summary:
    'Recompute every verdict and the decision of an evidence file from its raw samples, and look for it in the ledger: exit 0 when they are the same, 1 when they differ or there is nothing to recompute, 3 when a part cannot be recomputed.',
  arguments: { evidence: one('an evidence.json') },
  options: {
    pipeline: text('<file>', 'the pipeline whose ledger is asked; airworthy.yml where there is one'),
    input,
    recorded: flag('also exit 1 when the ledger does not name the evidence, or cannot be asked'),
    json,
  },
  examples: [
    'airworthy verify .airworthy/runs/RUN/evidence.json',
    'airworthy verify evidence.json --pipeline airworthy.yml --recorded',
  ],
  async run(entry, given) {
    const { world, out } = entry
    const { verifyEvidence } = await import('../../verify.ts')
    const file = path.resolve(world.cwd, given.evidence)
    const value = await readJsonFile(world.files, file, 'evidence', (reason, cause) =>
      verdictError('evidence-wrong', { path: file, reason }, { cause }),
    )
    const verified = verifyEvidence(value, file)
    const asked = await askLedger(verified, entry, { file: given.pipeline, inputs: inputsOf(given.input) })
    const differences = [
      ...verified.differences,
      ...(await asWritten(world, file, verified)),
      ...('differences' in asked ? asked.differences : []),
      ...(given.recorded ? notNamed(asked) : []),
    ]
    const outcome = differences.length > 0 ? 'fail' : verified.unchecked.length > 0 ? 'inconclusive' : 'pass'
    const result: Found = { ...verified, outcome, same: differences.length === 0, differences, ledger: asked }
    if (given.json) out(jsonText(result, 2))
    else {
      const { verifiedText } = await import('./text.ts')
      out(verifiedText(result))
    }
    return exitCodes[outcome]
  },
})

/** The digest is that of the file's bytes: a file that says the same in another way is another file, and may say a thing twice. */
async function asWritten({ files }: World, file: string, { digests }: VerifiedEvidence): Promise<readonly string[]> {
  if ((await files.hash(file)) === digests.evidence) return []
  return [
    'The file is not as Airworthy writes it: other spaces, another order, or a member twice. Its digest is not that of what it says.',
  ]
}

function notNamed(asked: Asked): readonly string[] {
  if ('notAsked' in asked) return [`The ledger was not asked: ${asked.notAsked}`]
  return asked.named.length > 0 ? [] : ['The ledger does not name it.']
}

/** A ledger that was not named need not be there; one that was has to answer. */
async function askLedger(
  verified: VerifiedEvidence,
  entry: Entry,
  { file, inputs }: { readonly file: string | undefined; readonly inputs: ReturnType<typeof inputsOf> },
): Promise<Asked> {
  const { world } = entry
  const usual = 'airworthy.yml'
  if (file === undefined && !(await world.files.exists(path.resolve(world.cwd, usual))))
    return { notAsked: `there is no ${usual} here; name the pipeline with --pipeline.` }
  const { load } = await import('../../../pipeline/load.ts')
  const { readRegistry } = await import('../../../pipeline/registry.ts')
  const { recordedIn } = await import('../../verify.ts')
  try {
    const pipeline = await load(file ?? usual, world, { inputs })
    const { describe, entries } = await readRegistry(pipeline, world, callContextOf(entry))
    return { ledger: describe, ...recordedIn(entries, verified) }
  } catch (thrown) {
    // A ledger that is damaged is not one that is not there.
    if (file !== undefined || !(thrown instanceof UserError) || isLedgerDamage(thrown.code)) throw thrown
    return { notAsked: messageOf(thrown) }
  }
}
