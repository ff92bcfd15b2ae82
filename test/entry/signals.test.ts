import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { cancelSignal } from '../../src/entry/signals.ts'

function signalled() {
  const exits: number[] = []
  const process = Object.assign(new EventEmitter(), { exit: (code: number) => exits.push(code) })
  const clock = { ms: 0 }
  const signal = cancelSignal(process, () => clock.ms)
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
