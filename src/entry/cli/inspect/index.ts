import path from 'node:path'
import { exitCodes } from '../../../core/verdict.ts'
import { jsonText } from '../../../report/json.ts'
import { entryError } from '../../errors.ts'
import { defineCommand, one, text, textOr, texts } from '../command.ts'
import { json, shapeOf } from '../shared.ts'
import type { Asked } from './inspect-model.ts'

export const inspect = defineCommand({
  name: 'inspect',
  summary: 'Describe a model: interface, operators, sizes, FLOPs, bytes, and which provider runs each node.',
  arguments: { model: one('an ONNX file') },
  options: {
    shape: texts('<name=dims...>', 'dims of an input, such as x=1x3x224x224', {
      fallback: [],
      fallbackText: 'as declared',
    }),
    device: text(
      '<device>',
      'a lower bound of the run time on a100, h100, l4, t4, m1-gpu, raspberry-pi-5 or peak=…,bandwidth=…',
    ),
    provider: text('<names>', 'run the model once on each provider and show which nodes it ran, such as cpu,webgpu'),
    top: textOr('5', '<n>', 'rows of each table'),
    json,
  },
  examples: [
    'airworthy inspect model.onnx',
    'airworthy inspect model.onnx --shape x=1x3x224x224 --device peak=2.0TFLOPS,bandwidth=50GB/s',
  ],
  async run(entry, given) {
    const { inspectModel } = await import('./inspect-model.ts')
    const { inspectionLines } = await import('./text.ts')
    const asked = await askedBy(given)
    const view = { top: topOf(given.top), width: entry.width }
    const found = await inspectModel(entry, path.resolve(entry.world.cwd, given.model), asked)
    const inspected = entry.world.files.maskedValue(found)
    entry.out(given.json ? jsonText(inspected, 2) : inspectionLines(inspected, given.model, view))
    return exitCodes.pass
  },
})

interface GivenDetails {
  readonly shape: readonly string[]
  readonly device: string | undefined
  readonly provider: string | undefined
}

async function askedBy({ shape, device, provider }: GivenDetails): Promise<Asked> {
  const { findProvider } = await import('../../../providers/index.ts')
  const { deviceOf } = await import('./device.ts')
  return {
    shapes: new Map(shape.map(shapeOf)),
    device: device === undefined ? undefined : deviceOf(device),
    providers: (provider?.split(',') ?? []).map((name) => findProvider(name.trim()).name),
  }
}

function topOf(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw entryError('argument-wrong', { argument: `--top ${text}`, expected: 'a whole number from 1 on' })
}
