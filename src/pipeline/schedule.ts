/** The little that scheduling needs to know of a stage. */
export interface Task {
  readonly name: string
  readonly needs: readonly string[]
  /** Nothing else runs while it does. */
  readonly measures: boolean
}

/**
 * Runs every task after those it needs: as many at a time as there are ready, but a measuring one alone.
 * Rejects as soon as one rejects, after the ones that run have ended.
 */
export async function schedule(tasks: readonly Task[], run: (name: string) => Promise<void>): Promise<void> {
  const waiting = new Set(tasks)
  const done = new Set<string>()
  const running = new Map<string, Promise<void>>()
  let measuring = false
  let failure: { readonly thrown: unknown } | undefined

  const start = (task: Task): void => {
    waiting.delete(task)
    measuring = task.measures
    const work = run(task.name)
      .then(() => void done.add(task.name))
      .catch((thrown: unknown) => {
        failure ??= { thrown }
      })
      .finally(() => {
        running.delete(task.name)
        if (task.measures) measuring = false
      })
    running.set(task.name, work)
  }

  while (failure === undefined && (waiting.size > 0 || running.size > 0)) {
    const ready = [...waiting].filter((task) => task.needs.every((need) => done.has(need)))
    for (const task of ready) {
      const free = !measuring && (!task.measures || running.size === 0)
      if (free) start(task)
    }
    if (running.size === 0) throw new RangeError('tasks need one another in a circle')
    await Promise.race(running.values())
  }
  await Promise.all(running.values())
  if (failure !== undefined) throw failure.thrown
}
