import { type Device, devices } from '../../../onnx/cost/index.ts'
import { entryError } from '../../errors.ts'

const prefixes: Readonly<Record<string, number>> = { '': 1, M: 1e6, G: 1e9, T: 1e12, P: 1e15 }

/** A device of the table, or `peak=2.0TFLOPS,bandwidth=50GB/s`. */
export function deviceOf(given: string): Device {
  const known = devices.find((device) => device.name === given)
  if (known !== undefined) return known
  const [, peak, tera = '', bandwidth, giga = ''] =
    /^peak=(\d+(?:\.\d+)?)\s*([MGTP]?)FLOPS,\s*bandwidth=(\d+(?:\.\d+)?)\s*([MGTP]?)B\/s$/.exec(given.trim()) ?? []
  const device = {
    name: 'custom',
    peak: Number(peak) * (prefixes[tera] ?? 1),
    bandwidth: Number(bandwidth) * (prefixes[giga] ?? 1),
    source: 'as given',
  }
  if (device.peak > 0 && device.bandwidth > 0) return device
  const names = devices.map(({ name }) => name).join(', ')
  throw entryError('argument-wrong', {
    argument: `--device ${given}`,
    expected: `${names}, or peak=2.0TFLOPS,bandwidth=50GB/s`,
  })
}
