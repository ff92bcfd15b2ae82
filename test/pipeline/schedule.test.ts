import fc from 'fast-check'
import { expect, test } from 'vitest'
import { schedule, type Task } from '../../src/pipeline/schedule.ts'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

test('measuring tasks run alone, others side by side, each after what it needs', async () => {
  const task = fc.tuple(fc.boolean(), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(fc.array(task, { maxLength: 7 }), async (drawn) => {
      const tasks: Task[] = drawn.map(([measures, mask], i) => ({
        name: `${i}`,
        measures,
        needs: drawn.flatMap((_, j) => (j < i && mask & (1 << j) ? [`${j}`] : [])),
      }))
      const running = new Set<Task>()
      const done = new Set<string>()
      await schedule(tasks, async (name) => {
        const self = tasks.find((each) => each.name === name)!
        expect(self.needs.every((need) => done.has(need))).toBe(true)
        running.add(self)
        expect(running.size === 1 || [...running].every((each) => !each.measures)).toBe(true)
        await pause(1)
        expect(running.size === 1 || [...running].every((each) => !each.measures)).toBe(true)
        running.delete(self)
        done.add(name)
      })
      expect(done.size).toBe(tasks.length)
    }),
    { numRuns: 60 },
  )
})

test('independent tasks really overlap', async () => {
  let most = 0
  let now = 0
  const tasks = ['a', 'b', 'c'].map((name) => ({ name, needs: [], measures: false }))
  await schedule(tasks, async () => {
    most = Math.max(most, ++now)
    await pause(10)
    now--
  })
  expect(most).toBe(3)
})

test('the first failure stops what has not begun and is the result', async () => {
  const ran: string[] = []
  const tasks = [
    { name: 'a', needs: [], measures: false },
    { name: 'b', needs: ['a'], measures: false },
  ]
  await expect(
    schedule(tasks, async (name) => {
      ran.push(name)
      throw new RangeError('no')
    }),
  ).rejects.toThrow('no')
  expect(ran).toEqual(['a'])
})
