import path from 'node:path'
import { ownValue } from '../../../core/own.ts'
import { exitCodes } from '../../../core/verdict.ts'
import type { ModelDiff } from '../../../onnx/diff/index.ts'
import { jsonText } from '../../../report/json.ts'
import { entryError } from '../../errors.ts'
import { defineCommand, one, text } from '../command.ts'
import { json } from '../shared.ts'

export const diff = defineCommand({
  name: 'diff',
  summary: 'Show how two models differ: interface, graph and weights. Runs nothing.',
  arguments: { before: one('an ONNX file'), after: one('the candidate ONNX file') },
  options: {
    failOn: text('<class>', 'exit 1 on a difference of this class or worse: breaking, additive or any'),
    json,
  },
  examples: ['airworthy diff old.onnx new.onnx', 'airworthy diff old.onnx new.onnx --fail-on breaking'],
  async run({ world: { cwd, files }, out, width }, given) {
    const { diffModels } = await import('../../../onnx/diff/index.ts')
    const { wholeModel } = await import('../whole-model.ts')
    const { diffLines } = await import('./text.ts')
    const fails = given.failOn === undefined ? () => false : failureNamed(given.failOn)
    const before = await wholeModel(path.resolve(cwd, given.before), 'production', files)
    const after = await wholeModel(path.resolve(cwd, given.after), 'candidate', files)
    // Before long names are cut.
    const diff = files.maskedValue(diffModels(before.model, after.model))
    out(given.json ? jsonText(diff, 2) : diffLines(diff, width))
    return fails(diff) ? exitCodes.fail : exitCodes.pass
  },
})

/** What `--fail-on` takes, and which differences each means. */
const failures: Readonly<Record<string, (diff: ModelDiff) => boolean>> = {
  breaking: (diff) => diff.interface.class === 'breaking',
  additive: (diff) => diff.interface.class !== 'compatible',
  any: (diff) => !diff.same,
}

function failureNamed(name: string): (diff: ModelDiff) => boolean {
  const failure = ownValue(failures, name)
  if (failure !== undefined) return failure
  throw entryError('argument-wrong', {
    argument: `--fail-on ${name}`,
    expected: `one of ${Object.keys(failures).join(', ')}`,
  })
}
