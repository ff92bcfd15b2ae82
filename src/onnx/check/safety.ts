import type { Finding } from '../../core/products/index.ts'
import { printCount } from '../../core/quantity/index.ts'
import { sizeOf } from '../../core/tensor.ts'
import { limits } from '../format/limits.ts'
import type { Model, OnnxTensor } from '../format/messages.ts'
import { tensorsAnywhere } from '../graph/constants.ts'
import { scopesOf } from '../graph/scopes.ts'
import { inferTypes } from '../infer/index.ts'
import { elementType } from '../tensors/element-types.ts'
import { byteCount, externalEntry, isExternal, isMemoryAddress } from '../tensors/external.ts'
import { checkCycles } from './cycles.ts'
import { expandedNodes } from './expansion.ts'
import { collectFindings, type Report } from './findings.ts'
import { checkOnce } from './structure.ts'

/** Real models nest two or three deep. */
const maxNesting = 16

/**
 * What could harm the machine that loads the model: weights that point at files outside its folder or at memory, functions that
 * call themselves, loops without an end, graphs beyond any real size.
 */
export function checkSafety(model: Model): Finding[] {
  return collectFindings((report) => {
    checkExtent(model, report)
    checkCycles(model, report)
    checkLoops(model, report)
    for (const [where, tensor] of tensorsAnywhere(model)) checkExternalData(tensor, where, report)
  })
}

const barring: readonly string[] = ['external-memory', 'function-cycle', 'loop-endless', 'too-many-nodes']

/** Those findings of `checkSafety` for which a model is not to be loaded or run at all, wherever that is. */
export function checkStart(model: Model): Finding[] {
  return checkSafety(model).filter(({ code }) => barring.includes(code))
}

function checkLoops(model: Model, report: Report): void {
  if (!scopesOf(model).some(({ nodes }) => nodes.some(({ opType }) => opType === 'Loop'))) return
  for (const [where, rounds] of inferTypes(model).endless)
    report('loop-endless', where, `It goes round ${rounds === Infinity ? 'without an end' : `${rounds} times`}.`)
}

function checkExtent(model: Model, report: Report): void {
  checkExpansion(model, report)
  for (const scope of scopesOf(model))
    if (scope.path.split('/node ').length - 1 > maxNesting)
      report('nested-too-deep', scope.path, `Its graphs are nested more than ${maxNesting} deep.`)
}

/** Reading counts the nodes that are in the file; functions are counted here, as often as they are called. */
function checkExpansion(model: Model, report: Report): void {
  const nodes = expandedNodes(model)
  // `checkCycles` reports functions that never end.
  if (nodes <= limits.nodes || nodes === Infinity) return
  const [many, most] = [printCount(nodes), printCount(limits.nodes)]
  report('too-many-nodes', 'model', `With its functions expanded it has ${many} nodes, more than ${most}.`)
}

const externalKeys: readonly string[] = ['location', 'offset', 'length', 'checksum', 'basepath']

function checkExternalData(tensor: OnnxTensor, where: string, report: Report): void {
  if (tensor.externalData.length === 0 && !isExternal(tensor)) return
  const locations = tensor.externalData.filter(({ key }) => key === 'location').map(({ value }) => value)
  if (locations.some(isMemoryAddress)) {
    report('external-memory', where, `Its data are said to be in memory: \`${locations.find(isMemoryAddress)}\`.`)
    return
  }
  if (!isExternal(tensor)) return
  for (const location of locations.length === 0 ? [''] : locations) {
    const trouble = locationTrouble(location)
    if (trouble !== undefined) report('external-location', where, `Its weights are in \`${location}\`, ${trouble}.`)
  }
  checkOnce(
    tensor.externalData.map(({ key }) => key),
    (key) => report('external-key', where, `It has two \`${key}\`s.`, 'Save the model again.'),
  )
  for (const { key } of tensor.externalData)
    if (!externalKeys.includes(key))
      report(
        'external-key',
        where,
        `\`${key}\` is not a key of external data.`,
        `Known are ${externalKeys.join(', ')}.`,
      )
  for (const key of ['offset', 'length'])
    if (byteCount(externalEntry(tensor, key) ?? '0') === undefined)
      report('external-range', where, `Its ${key} \`${externalEntry(tensor, key)}\` is not a number of bytes.`)
  checkLength(tensor, where, report)
}

function checkLength(tensor: OnnxTensor, where: string, report: Report): void {
  const length = externalEntry(tensor, 'length')
  const bits = elementType(tensor.dataType)?.bits
  if (length === undefined || bits === undefined) return
  const wanted = Math.ceil((sizeOf(tensor.dims) * bits) / 8)
  if (Number(length) !== wanted)
    report('external-size', where, `It takes ${length} bytes of its file where its dims need ${wanted}.`)
}

/** Compares path segments and not substrings: a file may be called `w..bin`. */
function locationTrouble(location: string): string | undefined {
  if (location === '') return 'which names no file'
  if (/[\0\\]/.test(location)) return 'which is not a portable path'
  if (location.startsWith('/') || /^[A-Za-z]:/.test(location)) return 'an absolute path'
  return location.split('/').includes('..') ? "outside of the model's folder" : undefined
}
