import * as core from '@actions/core'
import { createMask, type Mask } from '../../world/secrets/index.ts'
import { entryError } from '../errors.ts'
import { failureOf, problemLines } from '../failure.ts'

/** Runs an Action to its exit code: secrets are masked before anything is written, and what is thrown is told at its line. */
export async function asAction(action: (mask: Mask) => Promise<number>): Promise<number> {
  // The runner knows its own secrets; those that were handed over as inputs or variables, or that a pipeline names, it learns here.
  const mask = createMask(process.env, core.setSecret)
  for (const secret of mask.values()) core.setSecret(secret)
  // What the report says comes later, and takes its place.
  core.setOutput('verdict', 'error')
  try {
    return await action(mask)
  } catch (thrown) {
    const failure = failureOf(thrown)
    const problems = mask.value(failure.problems)
    for (const { code, message, hint, where } of problems) {
      const place = where === undefined ? {} : { file: where.file, startLine: where.line, startColumn: where.column }
      core.error(`${message} ${hint}`, { title: code, ...place })
    }
    core.info(problemLines(problems))
    return failure.exitCode
  }
}

/** An input that is one of a few words. The runner enforces nothing of action.yml: inputs are checked here. */
export function choice<Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word {
  const given = core.getInput(name) || words[0]
  const found = words.find((word) => word === given)
  if (found === undefined)
    throw entryError('argument-wrong', {
      argument: `${name}: ${given}`,
      expected: words.join(', ').replace(/, ([^,]*)$/, ' or $1'),
    })
  return found
}

/** An input of lines `name=value`. */
export function pairs(name: string): Record<string, string> {
  return Object.fromEntries(
    core.getMultilineInput(name).map((line) => {
      const at = line.indexOf('=')
      if (at < 1) throw entryError('argument-wrong', { argument: `${name}: ${line}`, expected: 'name=value' })
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    }),
  )
}
