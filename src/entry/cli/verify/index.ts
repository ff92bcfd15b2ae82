import path from 'node:path'
import { messageOf, UserError } from '../../../core/errors/index.ts'
import { readJsonFile } from '../../../core/read-json.ts'
import { exitCodes } from '../../../core/verdict.ts'
import type { World } from '../../../core/world.ts'
import { jsonText } from '../../../report/json.ts'
import { verdictError } from '../../../verdicts/errors.ts'
import type { Recorded, VerifiedEvidence } from '../../verify.ts'
import { defineCommand, flag, one, text } from '../command.ts'
import { input, inputsOf, json } from '../shared.ts'

/** The verdicts and the decision, recomputed; and whether the ledger names the evidence. */
export const verify = defineCommand({
  name: 'verify',
  summary:
    'Recompute every verdict and the decision of an evidence file from its raw samples, and look for it in the ledger: exit 0 when they are the same, 1 when they differ.',
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
  async run({ world, out }, given) {
    const { verifyEvidence } = await import('../../verify.ts')
    const file = path.resolve(world.cwd, given.evidence)
    const value = await readJsonFile(world.files, file, 'evidence', (reason, cause) =>
      verdictError('evidence-wrong', { path: file, reason }, { cause }),
    )
    const verified = verifyEvidence(value)
    const asked = await askLedger(verified, world, { file: given.pipeline, inputs: inputsOf(given.input) })
    const isNamed = 'named' in asked && asked.named.length > 0
    const differences = [
      ...verified.differences,
      ...('differences' in asked ? asked.differences : []),
      ...(given.recorded && !isNamed ? ['The ledger does not name it.'] : []),
    ]
    const same = differences.length === 0
    if (given.json) out(jsonText({ ...verified, same, differences, ledger: asked }, 2))
    else {
      const { verifiedText } = await import('./text.ts')
      out(verifiedText({ ...verified, same, differences }, asked))
    }
    return same ? exitCodes.pass : exitCodes.fail
  },
})

/** What the ledger says, or why it was not asked: the end of a sentence. */
export type Asked = ({ readonly ledger: string } & Recorded) | { readonly notAsked: string }

/** A ledger that was not named need not be there; one that was has to answer. */
async function askLedger(
  verified: VerifiedEvidence,
  world: World,
  { file, inputs }: { readonly file: string | undefined; readonly inputs: ReturnType<typeof inputsOf> },
): Promise<Asked> {
  const usual = 'airworthy.yml'
  if (file === undefined && !(await world.files.exists(path.resolve(world.cwd, usual))))
    return { notAsked: `there is no ${usual} here; name the pipeline with --pipeline` }
  const { load } = await import('../../../pipeline/load.ts')
  const { readRegistry } = await import('../../../pipeline/registry.ts')
  const { recordedIn } = await import('../../verify.ts')
  try {
    const pipeline = await load(file ?? usual, world, { inputs })
    const { describe, entries } = await readRegistry(pipeline, world)
    return { ledger: describe, ...recordedIn(entries, verified) }
  } catch (thrown) {
    if (file !== undefined || !(thrown instanceof UserError)) throw thrown
    return { notAsked: messageOf(thrown) }
  }
}
