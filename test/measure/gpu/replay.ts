import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

/**
 * Puts the stand-in for nvidia-smi on the PATH until the test is finished, replaying this recording; see its README. `folder` is
 * for scratch. Gives a function that waits until so many watches, one by default, have seen all of it.
 */
export function replayGpu(recording: string, folder: string): (watches?: number) => Promise<void> {
  const before = { ...process.env }
  const said = path.join(folder, 'said')
  const bin = path.resolve('test/fixtures/nvidia-smi/bin')
  process.env['PATH'] = `${bin}${path.delimiter}${before['PATH']}`
  process.env['NVIDIA_SMI_REPLAY'] = recording
  process.env['NVIDIA_SMI_SAID'] = said
  onTestFinished(() => {
    process.env['PATH'] = before['PATH']
  })
  const lines = (): number => (existsSync(said) ? readFileSync(said, 'utf8').split('\n').length - 1 : 0)
  return async (watches = 1) => {
    while (lines() < watches) await setTimeout(20)
  }
}
