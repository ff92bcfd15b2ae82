// Gives the processes that measure a clock of their own, on which every run of a model takes a known time: what is made of
// measurements is then tested on any machine, however busy, and in a fraction of the time. Loaded before the bundle's
// `worker.js`: see `global-setup.ts`. What is measured for real is tested by the files that `vitest.config.ts` lists as alone.
import { statSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { performance } from 'node:perf_hooks'
import timers from 'node:timers/promises'

/**
 * Milliseconds that one run takes, by the size of the model's file in bytes: those of `pipelines/digits/`. Any other model
 * takes the time of the one that is closest in size, as a variant is to what it was made from.
 */
const timeOfSize = [
  { bytes: 229_784, ms: 60 },
  { bytes: 713_143, ms: 100 },
  { bytes: 714_041, ms: 150 },
]
/** Every run takes up to this share longer or shorter, at random: no more than any margin in these tests. */
const scatter = 0.002
/** What one look at the clock takes. */
const tickMs = 1e-3

// Predictions, inspections and servers run models for real, on the machine's clock.
if (process.execArgv.includes('--always-sparkplug')) keepTimes()

function keepTimes() {
  let nowMs = performance.now()
  performance.now = () => {
    nowMs += tickMs
    return nowMs
  }
  timers.setTimeout = async (ms) => {
    nowMs += ms
  }
  syncBuiltinESMExports()
  const random = randomFrom(process.pid)
  const { dlopen } = process
  process.dlopen = (module, ...rest) => {
    dlopen.call(process, module, ...rest)
    const { InferenceSession } = module.exports
    if (InferenceSession === undefined) return
    let runMs = 0
    module.exports = {
      ...module.exports,
      InferenceSession: class extends InferenceSession {
        loadModel(model, ...options) {
          runMs = timeOf(statSync(model).size)
          return super.loadModel(model, ...options)
        }

        // Nobody looks at the outputs of a run that is timed.
        run() {
          nowMs += runMs * (1 + scatter * (2 * random() - 1))
          return {}
        }
      },
    }
  }
}

function timeOf(size) {
  const away = ({ bytes }) => Math.abs(bytes - size)
  return timeOfSize.reduce((closest, each) => (away(each) < away(closest) ? each : closest)).ms
}

/** Numbers from 0 to 1: mulberry32. */
function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
