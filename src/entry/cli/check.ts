import { type Problem, UserError } from '../../core/errors/index.ts'
import { exitCodes } from '../../core/verdict.ts'
import type { Pipeline } from '../../pipeline/load.ts'
import { terminalText } from '../../report/escape.ts'
import { jsonText } from '../../report/json.ts'
import { defineCommand, oneOrMore } from './command.ts'
import { input, inputsOf, json } from './shared.ts'

/** 0 when all are sound; otherwise every problem of every file is thrown, together. */
export const check = defineCommand({
  name: 'check',
  summary: 'Check pipeline files: every problem, with line and column. Runs nothing.',
  arguments: { pipeline: oneOrMore('pipeline files') },
  options: { input, json },
  examples: ['airworthy check airworthy.yml'],
  async run({ world, out }, given) {
    const { load } = await import('../../pipeline/load.ts')
    const inputs = inputsOf(given.input)
    const problems: Problem[] = []
    for (const file of given.pipeline) {
      try {
        const pipeline = await load(file, world, { inputs })
        out(given.json ? soundJson(pipeline) : soundText(pipeline, file))
      } catch (thrown) {
        if (!(thrown instanceof UserError)) throw thrown
        problems.push(...thrown.problems)
      }
    }
    const [first, ...others] = problems
    if (first !== undefined) throw new UserError([first, ...others])
    return exitCodes.pass
  },
})

function soundText({ stages }: Pipeline, file: string): string {
  return `✓ ${terminalText(file)}: ${stages.length} ${stages.length === 1 ? 'stage' : 'stages'} (${stages.map(({ name }) => name).join(', ')})\n`
}

function soundJson({ file, name, stages }: Pipeline): string {
  return jsonText({ file, pipeline: name, stages: stages.map((stage) => stage.name), sound: true })
}
