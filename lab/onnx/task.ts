/** One task on one model in a process of its own: prints milliseconds, those of processors, and the most memory it had, as JSON. */
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs'
import { checkModel } from '../../src/onnx/check/index.ts'
import { checkSafety } from '../../src/onnx/check/safety.ts'
import { diffModels } from '../../src/onnx/diff/index.ts'
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
  diff: () => diffModels(readModel(fileSource(file)), readModel(fileSource(file))).graph.unchanged,
  infer: () => inferTypes(readModel(fileSource(file))).scopes[0]?.types.size,
  rewrite: () => {
    const handle = openSync(out, 'w')
    for (const piece of writtenModel(edited(readModel(fileSource(file)), { producerName: 'bench' })).pieces)
      writeSync(handle, piece)
    closeSync(handle)
  },
}

const [start, before] = [performance.now(), process.cpuUsage()]
const result = tasks[task]?.()
const ms = performance.now() - start
const { user, system } = process.cpuUsage(before)
const processorMs = (user + system) / 1000
console.log(JSON.stringify({ ms, processorMs, megabytes: peakMegabytes(), result }))

/** The system's own count begins with what the parent had when it started this process; Linux tells what this one had. */
function peakMegabytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]
  return (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) / 1024
}
