import { tensorOf } from '../dims.ts'
import { Misfit, type NodeView, type Rule, type Rules } from '../node.ts'
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

/** The grams of all lengths lie one after the other in a pool, each with a place in the output. Throws a Misfit. */
function checkGrams(node: NodeView): void {
  const [least, most] = [node.int('min_gram_length') ?? 1, node.int('max_gram_length') ?? 1]
  const starts = node.ints('ngram_counts') ?? []
  const places = node.ints('ngram_indexes') ?? []
  if (least > most) throw new Misfit('value', `Its grams have at least ${least} and at most ${most} words.`)
  if (starts.length < most)
    throw new Misfit('value', `It has no grams of ${most} words: it counts ${starts.length} lengths.`)
  if (places.length === 0) throw new Misfit('value', 'It has no places for its grams.')
  const texts = node.attribute('pool_strings')?.strings.length ?? 0
  const pool = texts > 0 ? texts : (node.ints('pool_int64s')?.length ?? 0)
  for (const [at, start] of starts.entries()) {
    const end = starts[at + 1] ?? pool
    if (start > end || end > pool || (end - start) % (at + 1) !== 0)
      throw new Misfit('value', `Its grams of ${at + 1} words lie from ${start} to ${end} in a pool of ${pool}.`)
  }
  const weights = node.attribute('weights')?.floats?.length ?? places.length
  if (weights !== places.length && weights !== 0)
    throw new Misfit('value', `It has ${weights} weights for ${places.length} grams.`)
}

const tfIdf: Rule = (node) => {
  checkGrams(node)
  const indexes = node.ints('ngram_indexes') ?? []
  const width = indexes.reduce((most, index) => Math.max(most, index + 1), 0)
  const dims = node.dims(0)
  if (dims !== undefined && dims.length !== 1 && dims.length !== 2)
    throw new Misfit('shape', `Its input has ${dims.length} dimensions where 1 or 2 are needed.`)
  return [tensorOf(1, dims && [...dims.slice(0, -1), width])]
}

export const texts: Rules = { StringNormalizer: normalizer, StringSplit: splitter, TfIdfVectorizer: tfIdf }
