import { clip } from '../../core/clip.ts'
import type { Finding } from '../../core/products/index.ts'
import type { Entry, Model } from '../format/messages.ts'
import { externalFiles } from '../graph/external-files.ts'
import { nodePath, scopesOf } from '../graph/scopes.ts'
import { collectFindings, type Report } from './findings.ts'

/** Longer texts carry something else than words. */
const longText = 2 ** 16

/**
 * What is no mistake and yet worth a look before a model from elsewhere is run or shown: texts that hide or forge something
 * where they are shown, addresses, texts as long as files, weights in other files. Operators that are not of the standard are
 * told of by `checkModel`.
 */
export function checkRisks(model: Model): Finding[] {
  return collectFindings((report) => {
    for (const [where, text] of textsOf(model)) checkText(where, text, report)
    const files = externalFiles(model)
    if (files.length > 0)
      report(
        'external-data',
        'model',
        `It keeps weights in ${files.length} other ${files.length === 1 ? 'file' : 'files'}.`,
      )
  })
}

/** Every text that somebody may be shown, with its place. */
function* textsOf(model: Model): Generator<[where: string, text: string]> {
  yield ['producer', `${model.producerName} ${model.producerVersion}`]
  yield ['domain', model.domain]
  yield ['documentation', model.docString]
  yield* entriesOf('metadata', model.metadataProps)
  for (const scope of scopesOf(model)) {
    const { graph } = scope
    yield [scope.path, `${graph?.name ?? ''} ${graph?.docString ?? ''}`]
    yield* entriesOf(scope.path, graph?.metadataProps ?? [])
    for (const { name, docString } of [
      ...(graph?.input ?? []),
      ...(graph?.output ?? []),
      ...(graph?.initializer ?? []),
    ])
      yield [`${scope.path}/value`, `${name} ${docString}`]
    for (const [index, node] of scope.nodes.entries()) {
      yield [
        nodePath(scope, node, index),
        `${node.name} ${node.opType} ${node.domain} ${node.docString} ${node.output.join(' ')}`,
      ]
      yield* entriesOf(nodePath(scope, node, index), node.metadataProps)
    }
  }
}

function entriesOf(where: string, entries: readonly Entry[]): [string, string][] {
  return entries.map(({ key, value }) => [`${where}/${key}`, `${key} ${value}`])
}

/** Control characters (but tabs and line ends), and what turns the direction of writing or is not seen (Unicode UAX #9). */
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u
/** HTML, links and commands of a workflow: `<script`, `](http:`, `::error`. */
const markup = /<\/?[a-z!][^<>]{0,500}>|\]\(\s*\w+:|^::\w+/imu
const address = /\b(?:https?|ftp|file|data|javascript):[^\s]{3,}/iu

function checkText(where: string, text: string, report: Report): void {
  if (text.length > longText) report('text-long', where, `It has ${text.length} characters.`)
  const start = text.slice(0, longText)
  if (hidden.test(start)) report('text-hidden', where, 'It has characters that are not seen or that turn text around.')
  if (markup.test(start)) report('text-markup', where, 'It has HTML, a link or a workflow command in it.')
  const found = address.exec(start)?.[0]
  if (found !== undefined) report('text-address', where, `It names the address ${JSON.stringify(clip(found, 80))}.`)
}
