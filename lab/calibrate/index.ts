/**
 * The instrument, tested on the machine at hand: real models against themselves, and against themselves made slower.
 *
 *   npm run calibrate -- record --blocks 2000 --minutes 300   records blocks; goes on where an earlier recording stopped
 *   npm run calibrate -- live --trials 104 --minutes 75       whole comparisons, of equal models and with a known slow-down
 *   npm run calibrate -- report --trials 2000                 tables from both, beside the rules of other tools
 *   npm run calibrate -- short                                a minute of recording and a check of the false alarms, for CI
 *
 * The first three take `--models voice,text`, for some of the models (to record several at once, each on a processor of its own), and
 * `--folder`, where the record is.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { recordingOf } from './blocks.ts'
import { liveTrials } from './live.ts'
import { type CalibrationModel, calibrationModels, chosenModels } from './models.ts'
import { record } from './record.ts'
import { calibrationReport, falseAlarms } from './report.ts'
import { worldHere } from './world.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    blocks: { type: 'string', default: '2000' },
    minutes: { type: 'string', default: '180' },
    trials: { type: 'string', default: '2000' },
    models: { type: 'string', default: '' },
    folder: { type: 'string', default: '.build/calibrate/records' },
  },
})
const folder = path.resolve(values.folder)
const [task = 'short'] = positionals

if (task === 'record')
  await recordFor(chosenModels(values.models), folder, Number(values.blocks), Number(values.minutes))
else if (task === 'live') await liveFor(Number(values.trials), Number(values.minutes))
else if (task === 'report') {
  const at = new Date().toISOString()
  console.log(calibrationReport(chosenModels(values.models), { folder, trials: Number(values.trials), at }))
} else if (task === 'short') process.exitCode = await short()
else {
  console.error(`unknown task ${task}; tasks are record, live, report and short`)
  process.exitCode = 2
}

async function recordFor(
  models: readonly CalibrationModel[],
  into: string,
  blocks: number,
  minutes: number,
): Promise<void> {
  const world = worldHere()
  const untilMs = world.clock.monotonicMs() + minutes * 60_000
  await record(models, { folder: into, blocks, untilMs }, world)
}

async function liveFor(trials: number, minutes: number): Promise<void> {
  const world = worldHere()
  const untilMs = world.clock.monotonicMs() + minutes * 60_000
  await liveTrials(chosenModels(values.models), { folder, trials, untilMs }, world)
}

/** Records a little of one model afresh and fails when resampled trials at the margin fail more often than 1 % can explain. */
async function short(): Promise<number> {
  const [, model] = calibrationModels()
  if (model === undefined) return 70
  const into = path.resolve('.build', 'calibrate', `short-${process.pid}`)
  await recordFor([model], into, 50, 10)
  const trials = 1000
  const { count, high } = falseAlarms(recordingOf(into, model.id).blocks, trials)
  console.log(
    `${count} of ${trials} trials at the margin failed; the true share is below ${(100 * high).toFixed(2)} % (95 %).`,
  )
  // At a rate of 1 %, a thousand trials have more than 22 once in four thousand times.
  return count <= 22 ? 0 : 1
}
