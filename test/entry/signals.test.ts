import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { cancelSignal, outlivesTerminal } from '../../src/entry/signals.ts'

function signalled(outlives = false) {
  const exits: number[] = []
  const process = Object.assign(new EventEmitter(), { exit: (code: number) => exits.push(code) })
  const clock = { ms: 0 }
  const signal = cancelSignal(process, outlives, () => clock.ms)
  return { process, exits, clock, signal }
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s asks to end in order, also where it is sent twice', (name) => {
  const { process, exits, clock, signal } = signalled()
  expect(signal.aborted).toBe(false)
  process.emit(name)
  expect(signal.aborted).toBe(true)
  clock.ms = 999
  process.emit(name)
  expect(exits).toEqual([])
})

test('the same signal a second later ends the process at once', () => {
  const { process, exits, clock } = signalled()
  process.emit('SIGINT')
  clock.ms = 1000
  process.emit('SIGTERM')
  expect(exits).toEqual([])
  process.emit('SIGINT')
  expect(exits).toEqual([130])
})

test('a process that outlives its terminal goes on when that closes, and ends on Ctrl-C', () => {
  const { process, signal } = signalled(true)
  process.emit('SIGHUP')
  expect(signal.aborted).toBe(false)
  process.emit('SIGINT')
  expect(signal.aborted).toBe(true)
})

test.each([
  [{ _: '/usr/bin/nohup' }, '', true],
  [{ _: '/usr/bin/node' }, 'pos:\t0\nflags:\t0100001\n', true],
  [{ _: '/usr/bin/node' }, 'pos:\t0\nflags:\t0100002\n', false],
  [{}, '', false],
])('nohup is told by what a shell and its input say: %o %o', (env, descriptor, outlives) => {
  expect(outlivesTerminal(env, descriptor)).toBe(outlives)
})
