import type { Finding } from '../../core/products/index.ts'
import { sizeOf } from '../../core/tensor.ts'
import type { Model, OnnxTensor } from '../format/messages.ts'
import { constantsOf } from '../graph/constants.ts'
import { scopesOf } from '../graph/scopes.ts'
import { elementType } from '../tensors/element-types.ts'
import { byteCount, externalEntry, isExternal } from '../tensors/external.ts'
import { checkCycles } from './cycles.ts'
import { collectFindings, type Report } from './findings.ts'

const maxNodes = 1_000_000
/** Real models nest two or three deep. */
const maxNesting = 16

/**
 * What could harm the machine that loads the model: weights that point at files outside its folder, functions that call
 * themselves, graphs beyond any real size.
 */
export function checkSafety(model: Model): Finding[] {
  return collectFindings((report) => {
    checkExtent(model, report)
    checkCycles(model, report)
    for (const [where, tensor] of constantsOf(model)) checkExternalData(tensor, where, report)
  })
}

function checkExtent(model: Model, report: Report): void {
  const scopes = scopesOf(model)
  const nodes = scopes.reduce((sum, scope) => sum + scope.nodes.length, 0)
  if (nodes > maxNodes) report('too-many-nodes', 'model', `It has ${nodes} nodes, more than ${maxNodes}.`)
  for (const scope of scopes)
    if (scope.path.split('/node ').length - 1 > maxNesting)
      report('nested-too-deep', scope.path, `Its graphs are nested more than ${maxNesting} deep.`)
}

const externalKeys: readonly string[] = ['location', 'offset', 'length', 'checksum', 'basepath']

function checkExternalData(tensor: OnnxTensor, where: string, report: Report): void {
  if (!isExternal(tensor)) return
  const location = externalEntry(tensor, 'location') ?? ''
  const trouble = locationTrouble(location)
  if (trouble !== undefined) report('external-location', where, `Its weights are in \`${location}\`, ${trouble}.`)
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
