import type { Warning } from '../core/products/index.ts'
import { printMilliseconds, printShare } from '../core/quantity/index.ts'
import type { Counters } from './counters.ts'

/** What disturbed measuring between two readings of the counters, each with its figure and what to do about it. */
export function troubles(before: Counters | undefined, after: Counters | undefined): Warning[] {
  if (before === undefined || after === undefined) return []
  const change = changeOf(before, after)
  // Ticks last 10 ms: over less than twenty of them, shares say nothing.
  if (!(change.ms >= 200)) return []
  return [stolen, busy, waiting, quota, swapping, hot].flatMap((check) => check(change) ?? [])
}

interface Change {
  readonly ms: number
  /** Ticks of all processors, and those in which they worked, for us and for others. */
  readonly all: number
  readonly worked: number
  readonly ours: number
  readonly stolen: number
  readonly swappedPages: number
  readonly hotEvents: number
  readonly quotaMs: number
  readonly waitingMs: number
}

function changeOf(before: Counters, after: Counters): Change {
  const ticks = (key: keyof Counters['ticks']): number => after.ticks[key] - before.ticks[key]
  return {
    ms: after.uptimeMs - before.uptimeMs,
    all: ticks('all'),
    worked: ticks('all') - ticks('idle') - ticks('stolen'),
    ours: ticks('ours'),
    stolen: ticks('stolen'),
    swappedPages: after.swappedPages - before.swappedPages,
    hotEvents: after.hotEvents - before.hotEvents,
    quotaMs: after.quotaMs - before.quotaMs,
    waitingMs: (after.waitingMs ?? 0) - (before.waitingMs ?? 0),
  }
}

/** Stolen time is added to what is timed: at 1 % it is a third of the usual margin of latency. */
const stealFrom = 0.01

function stolen({ stolen: ticks, worked }: Change): Warning | undefined {
  const share = ticks / (worked + ticks)
  if (!(share >= stealFrom)) return undefined
  return {
    code: 'cpu-steal',
    message: `The host gave ${printShare(share, 2)} of the processor time that was wanted here to other virtual machines.`,
    remedy:
      'Measure on a machine of its own, or with dedicated processors; bursting instances are throttled this way too.',
  }
}

/** A system at rest does well below 1 %; a twentieth of all processors keeps one of twenty busy, or half of one of ten. */
const busyFrom = 0.05

function busy({ all, worked, ours }: Change): Warning | undefined {
  const share = (worked - ours) / all
  if (!(share >= busyFrom)) return undefined
  return {
    code: 'cpu-busy',
    message: `Other programs used ${printShare(share, 2)} of the time of all processors while this was measured.`,
    remedy: 'Stop them, or measure on a machine of its own: verdicts hold, but take more blocks.',
  }
}

/** Our own workers share a processor and start side by side: on two processors with nothing else, a quarter of the time was seen. */
const waitingFrom = 0.5

function waiting({ waitingMs, ms }: Change): Warning | undefined {
  const share = waitingMs / ms
  if (!(share >= waitingFrom)) return undefined
  return {
    code: 'cpu-pressure',
    message: `For ${printShare(share, 2)} of the time some process was ready to run and had to wait for a processor.`,
    remedy: 'Give `threads:` no more than there are processors, and leave the machine to the benchmark.',
  }
}

/** Once stopped, a container stands still for the rest of a period, up to 100 ms: the longest time of all is then not the model's. */
function quota({ quotaMs }: Change): Warning | undefined {
  if (quotaMs < 1) return undefined
  return {
    code: 'cpu-quota',
    message: `The container used up its share of the processors and was stopped for ${printMilliseconds(quotaMs)}.`,
    remedy: 'Raise its limit of processors above `threads:`, or take the limit away and pin it with a cpuset.',
  }
}

/** 1 MiB in pages of 4 KiB: less is the system's housekeeping. */
const swapFrom = 256

function swapping({ swappedPages }: Change): Warning | undefined {
  if (swappedPages < swapFrom) return undefined
  return {
    code: 'swapping',
    message: `${swappedPages} pages went between memory and swap while this was measured.`,
    remedy:
      'Free memory, measure smaller batches, or turn swap off (`swapoff -a`): disks are not what is to be measured.',
  }
}

/** One event is enough: until the processor has cooled, all that it runs takes longer. */
function hot({ hotEvents }: Change): Warning | undefined {
  if (hotEvents < 1) return undefined
  return {
    code: 'cpu-hot',
    message: `The processors cut their clock ${hotEvents} times because they were too hot.`,
    remedy: 'Cool the machine better, or cap its clock (`cpupower frequency-set --max`), so that it need not.',
  }
}
