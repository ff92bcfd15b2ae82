import { exitCodes } from '../../../core/verdict.ts'
import { jsonText } from '../../../report/json.ts'
import { defineCommand } from '../command.ts'
import { json } from '../shared.ts'
import { options } from './options.ts'

export const planAb = defineCommand({
  name: 'plan-ab',
  summary: 'Plan an A/B test: how many users and days it takes, and how likely each verdict is.',
  arguments: {},
  options: { ...options, json },
  examples: ['airworthy plan-ab --baseline 5% --margin 0.5pp --traffic 5000'],
  async run({ out, width, ascii }, given) {
    const { planOf } = await import('./plan.ts')
    const { questionOf } = await import('./question.ts')
    const { planAbText } = await import('./text.ts')
    const { asciiOnly } = await import('../../../report/words.ts')
    const plan = planOf(questionOf(given))
    if (given.json) out(jsonText(plan, 2))
    else out(ascii ? asciiOnly(planAbText(plan, width)) : planAbText(plan, width))
    return exitCodes.pass
  },
})
