import { tensorOf } from '../dims.ts'
import { Misfit, type Rule, type Rules } from '../node.ts'
import { int64 } from './elementwise.ts'

const string = 8

/** Stop words fall out: how many are left is not known. */
const normalizer: Rule = (node) => {
  const dims = node.dims(0)
  if (dims === undefined) return [tensorOf(string, undefined)]
  if (dims.length === 1) return [tensorOf(string, [undefined])]
  if (dims.length !== 2 || (typeof dims[0] === 'number' && dims[0] !== 1))
    throw new Misfit('shape', 'It takes a list of texts, or one row of them.')
  return [tensorOf(string, [1, undefined])]
}

const splitter: Rule = (node) => {
  const dims = node.dims(0)
  return [tensorOf(string, dims && [...dims, undefined]), tensorOf(int64, dims)]
}

const tfIdf: Rule = (node) => {
  const indexes = node.ints('ngram_indexes') ?? []
  const width = indexes.reduce((most, index) => Math.max(most, index + 1), 0)
  const dims = node.dims(0)
  if (dims !== undefined && dims.length !== 1 && dims.length !== 2)
    throw new Misfit('shape', `Its input has ${dims.length} dimensions where 1 or 2 are needed.`)
  return [tensorOf(1, dims && [...dims.slice(0, -1), width])]
}

export const texts: Rules = { StringNormalizer: normalizer, StringSplit: splitter, TfIdfVectorizer: tfIdf }
