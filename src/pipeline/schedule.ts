import type { Machine } from '../core/world.ts'

/** The little that scheduling needs to know of a stage. */
export interface Task {
  readonly name: string
  readonly needs: readonly string[]
  /** Nothing else runs while it does. */
  readonly measures: boolean
  /** Whether it acts outside and mostly waits there, as a rollout does for days. */
  readonly waits?: boolean
}

/** How many tasks may run at a time: of those that work on this machine, and of all. */
export interface SideBySide {
  readonly working: number
  readonly all: number
}

/**
 * By processors and memory, each within the limits of a container: a stage may start a worker, which loads a runtime and a model. Two at
 * least, so that a long one does not hold up all others.
 */
export function sideBySide({ cores, cpuQuota, memoryBytes, memoryLimitBytes }: Machine): SideBySide {
  const processors = Math.floor(Math.min(cores, cpuQuota ?? cores))
  const memory = Math.floor(Math.min(memoryBytes, memoryLimitBytes ?? memoryBytes) / bytesOfOne)
  return { working: Math.max(2, Math.min(processors, memory, mostWorking)), all: mostWaiting }
}

/** Node, onnxruntime and a small model take a quarter of it. */
const bytesOfOne = 2 ** 29
const mostWorking = 16
/** Each may have a server of its own, with two models. */
const mostWaiting = 32

/**
 * Runs every task after those it needs: as many at a time as there are ready and `most` allows, but a measuring one alone.
 * Rejects as soon as one rejects, after the ones that run have ended.
 */
export async function schedule(
  tasks: readonly Task[],
  run: (name: string) => Promise<void>,
  most: SideBySide = { working: mostWorking, all: mostWaiting },
): Promise<void> {
  const waiting = new Set(tasks)
  const done = new Set<string>()
  const running = new Map<string, Promise<void>>()
  let working = 0
  let measuring = false
  let failure: { readonly thrown: unknown } | undefined

  const start = (task: Task): void => {
    waiting.delete(task)
    measuring = task.measures
    if (task.waits !== true) working++
    const work = run(task.name)
      .then(() => void done.add(task.name))
      .catch((thrown: unknown) => {
        failure ??= { thrown }
      })
      .finally(() => {
        running.delete(task.name)
        if (task.waits !== true) working--
        if (task.measures) measuring = false
      })
    running.set(task.name, work)
  }

  while (failure === undefined && (waiting.size > 0 || running.size > 0)) {
    const ready = [...waiting].filter((task) => task.needs.every((need) => done.has(need)))
    for (const task of ready) {
      const free = !measuring && (!task.measures || running.size === 0)
      const room = running.size < most.all && (task.waits === true || working < most.working)
      if (free && room) start(task)
    }
    if (running.size === 0) throw new RangeError('tasks need one another in a circle')
    await Promise.race(running.values())
  }
  await Promise.all(running.values())
  if (failure !== undefined) throw failure.thrown
}
