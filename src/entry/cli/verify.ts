import path from 'node:path'
import { readJsonFile } from '../../core/read-json.ts'
import { exitCodes } from '../../core/verdict.ts'
import { verdictError } from '../../verdicts/errors.ts'
import { defineCommand, one } from './command.ts'
import { json } from './shared.ts'

/** The verdicts, recomputed. */
export const verify = defineCommand({
  name: 'verify',
  summary:
    'Recompute every verdict of an evidence file from its raw samples: exit 0 when they are the same, 1 when they differ.',
  arguments: { evidence: one('an evidence.json') },
  options: { json },
  examples: ['airworthy verify .airworthy/runs/RUN/evidence.json'],
  async run({ world, out }, given) {
    const { verifyEvidence } = await import('../verify.ts')
    const file = path.resolve(world.cwd, given.evidence)
    const value = await readJsonFile(world.files, file, 'evidence', (reason, cause) =>
      verdictError('evidence-wrong', { path: file, reason }, { cause }),
    )
    const { same, differences, rows, notes } = verifyEvidence(value)
    if (given.json) out(`${JSON.stringify({ same, differences, rows, notes }, null, 2)}\n`)
    else out(same ? sameText(rows.length, notes) : differText(differences))
    return same ? exitCodes.pass : exitCodes.fail
  },
})

function sameText(rows: number, notes: readonly string[]): string {
  return `✓ ${rows} ${rows === 1 ? 'verdict' : 'verdicts'} recomputed from the raw samples: the same.\n${indented(notes)}`
}

function differText(differences: readonly string[]): string {
  return `✗ The recomputed verdicts differ from the recorded ones:\n${indented(differences)}`
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}\n`).join('')
}
