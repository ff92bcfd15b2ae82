/** One task on one model in a process of its own: prints milliseconds and the most memory it had, as JSON. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { checkModel } from '../../src/onnx/check/index.ts'
import { checkSafety } from '../../src/onnx/check/safety.ts'
import { readModel, writtenModel } from '../../src/onnx/format/index.ts'
import { edited } from '../../src/onnx/format/read-message.ts'
import { inferTypes } from '../../src/onnx/infer/index.ts'
import { fileSource } from '../../src/world/file-source.ts'

const [task = '', file = '', out = ''] = process.argv.slice(2)

const tasks: Readonly<Record<string, () => unknown>> = {
  nothing: () => undefined,
  load: () => readModel(fileSource(file)).graph?.node.length,
  check: () => {
    const model = readModel(fileSource(file))
    return [...checkModel(model), ...checkSafety(model)].length
  },
  infer: () => inferTypes(readModel(fileSource(file))).scopes[0]?.types.size,
  rewrite: () => {
    const handle = openSync(out, 'w')
    for (const piece of writtenModel(edited(readModel(fileSource(file)), { producerName: 'bench' })).pieces)
      writeSync(handle, piece)
    closeSync(handle)
  },
}

const start = performance.now()
const result = tasks[task]?.()
const ms = performance.now() - start
console.log(JSON.stringify({ ms, megabytes: process.resourceUsage().maxRSS / 1024, result }))
