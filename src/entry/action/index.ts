import * as core from '@actions/core'
import { context } from '@actions/github'
import { annotationsOf } from './annotations.ts'
import { ofCheckout, runOnGitHub } from './event.ts'
import { asAction, choice } from './main.ts'
import { actionWorld, exitCodeOf, pipelineInputs, runPipeline, tell } from './pipeline.ts'
import { modes, publish } from './publish.ts'

/** The Action: runs a pipeline, and tells its report in the summary, the annotations, the comment, the check and the status. */
process.exitCode = await asAction(async (mask) => {
  const here = runOnGitHub(process.env, context.payload)
  const inputs = pipelineInputs(here)
  const wanted = {
    comment: choice('comment', modes),
    check: choice('check', modes),
    status: choice('status', ['never', 'auto', 'always']),
    silentWhen: choice('silent-when', ['never', 'pass']),
  }
  const world = actionWorld(inputs.folder, mask)
  const ran = await runPipeline(inputs, here, world, mask)
  await tell(ran, here, mask)
  core.setOutput('shard', ran.report.files['shard'] ?? '')
  const measured = await ofCheckout(here, ran.pipeline, world)
  if (measured.commit === undefined)
    core.warning('The commit of the event is not what was measured, so nothing is said of it: no comment, no check.', {
      title: 'not-measured',
    })
  else await publish(ran.report, annotationsOf(ran.report, ran.pipeline, here.workspace), measured, world, wanted)
  return exitCodeOf(ran.report, inputs.failOn)
})
