import { didYouMean, type ErrorTable, errorFrom, fewOf, problemFrom } from '../core/errors/index.ts'
import { nearest } from '../core/nearest.ts'

export interface DataErrors {
  'data-array-missing': { file: string; array: string; arrays: readonly string[] }
  'data-empty': { data: string }
  'data-input-missing': { data: string; input: string; model: string | undefined; inputs: readonly string[] }
  'data-input-unknown': { data: string; input: string; model: string | undefined; inputs: readonly string[] }
  'data-label': { data: string; reason: string }
  'data-lengths-differ': { data: string; lengths: string }
  'data-misfit': { data: string; input: string; given: string; wanted: string }
  'data-not-column': { file: string; array: string; setting: string; shape: string }
  'data-not-finite': { data: string; input: string; example: number }
  'data-not-npz': { file: string; reason: string }
  'data-not-text': { array: string; at: number }
  'data-suspect': { file: string; bytes: number; packed: number; limit: number; times: number }
  'data-too-large': { file: string; bytes: number; limit: number }
  'data-too-many': { array: string; count: number; limit: number }
  'data-unknown': { file: string; readable: readonly string[] }
  'data-type': { array: string; type: string }
  'metric-too-large': { metric: string; why: string }
  'output-depends-on-batch': {
    contender: string
    output: string
    /** Of how far answers lie from their mean; undefined where they are all the same. */
    share: string | undefined
  }
  'output-differs': { contender: string; reason: string }
  'output-not-classes': { contender: string; reason: string }
  'output-not-finite': { contender: string; value: string; example: number }
  'output-not-number': { contender: string; numbers: number }
  'output-not-rows': { contender: string; reason: string }
  'output-turned-not-finite': { contender: string; output: string; example: number }
  'user-module': { path: string; reason: string }
}

export const dataErrors: ErrorTable<DataErrors> = {
  'data-array-missing': {
    say: (d) => ({
      message: `${d.file} holds no array called ${d.array}.`,
      hint: `It holds ${fewOf(d.arrays)}.${didYouMean(nearest(d.array, d.arrays))}`,
    }),
    example: { file: 'eval.npz', array: 'label', arrays: ['images', 'labels'] },
  },
  'data-empty': {
    say: (d) => ({
      message: `The data set ${d.data} holds no examples.`,
      hint: 'Check how the file was written: the first dimension of each array is the number of examples.',
    }),
    example: { data: 'eval' },
  },
  'data-input-missing': {
    say: (d) => ({
      message: `The data set ${d.data} feeds nothing to the input ${d.input} of ${d.model ?? 'the model'}.`,
      hint: `Add an array called ${d.input} to the data, or in a pipeline name another under \`inputs:\`; the data set feeds ${d.inputs.join(', ') || 'no input yet'}.`,
    }),
    example: { data: 'eval', input: 'image', model: 'candidate', inputs: ['images'] },
  },
  'data-input-unknown': {
    say: (d) => ({
      message: `The data set ${d.data} feeds ${d.input}, which is not an input of ${d.model ?? 'the model'}.`,
      hint: `Its inputs are ${d.inputs.join(', ')}: correct the name under \`inputs:\`, or leave the array out. What one of the models takes alone cannot be compared.`,
    }),
    example: { data: 'eval', input: 'imgae', model: 'candidate', inputs: ['image'] },
  },
  'data-label': {
    say: (d) => ({
      message: `The labels of the data set ${d.data} cannot be used: ${d.reason}.`,
      hint: 'Give one number for each example: the index of the right class (0, 1, 2, …), or the value to be predicted.',
    }),
    example: { data: 'eval', reason: 'the label of example 3 is an empty text' },
  },
  'data-lengths-differ': {
    say: (d) => ({
      message: `The arrays of the data set ${d.data} hold different numbers of examples: ${d.lengths}.`,
      hint: 'Write all arrays with the same first dimension: one row for each example.',
    }),
    example: { data: 'eval', lengths: 'images 1000, labels 999' },
  },
  'data-misfit': {
    say: (d) => ({
      message: `The data set ${d.data} does not fit the model's input ${d.input}: it is ${d.given}, the model takes ${d.wanted}.`,
      hint: 'Write the array in the type and shape that the model takes, or name another array under `inputs:`.',
    }),
    example: { data: 'eval', input: 'image', given: 'uint8 [1000, 28, 28]', wanted: 'float32 [N, 1, 28, 28]' },
  },
  'data-not-column': {
    say: (d) => ({
      message: `The array ${d.array} in ${d.file} has the shape ${d.shape}, but \`${d.setting}:\` takes one value for each example.`,
      hint: 'Name an array of the shape [examples] or [examples, 1].',
    }),
    example: { file: 'eval.npz', array: 'scores', setting: 'label', shape: '[1000, 10]' },
  },
  'data-not-finite': {
    say: (d) => ({
      message: `The data set ${d.data} holds NaN or infinity for the input ${d.input}, first in example ${d.example}.`,
      hint: 'Clean the data, or leave the example out: no metric means anything on such values.',
    }),
    example: { data: 'eval', input: 'image', example: 17 },
  },
  'data-not-npz': {
    say: (d) => ({
      message: `${d.file} is not a NumPy archive that can be read: ${d.reason}.`,
      hint: 'Write the data with `numpy.savez_compressed("data.npz", images=…, labels=…)`, or give your own reader with `uses:`.',
    }),
    example: { file: 'eval.npz', reason: 'it is not a ZIP archive' },
  },
  'data-not-text': {
    say: (d) => ({
      message: `Text ${d.at} of the array ${d.array} is not Unicode: bytes have to be UTF-8.`,
      hint: 'Store it as text, which NumPy encodes by itself: `numpy.array(texts, dtype=str)`.',
    }),
    example: { array: 'names in eval.npz', at: 3 },
  },
  'data-suspect': {
    say: (d) => ({
      message: `${d.file} would take ${d.bytes} bytes unpacked, from ${d.packed}; above ${d.limit} bytes, the limit is ${d.times} times as many as it has packed.`,
      hint: 'Examples that shrink that much are all the same, or empty: use fewer of them. If they are meant, write them with `numpy.savez`, which does not compress.',
    }),
    example: { file: 'eval.npz', bytes: 1_073_741_312, packed: 1_053_406, limit: 134_217_728, times: 250 },
  },
  'data-too-large': {
    say: (d) => ({
      message: `${d.file} would take ${d.bytes} bytes unpacked; the limit is ${d.limit}.`,
      hint: 'Use fewer examples: a few thousand are enough for a gate.',
    }),
    example: { file: 'eval.npz', bytes: 9_000_000_000, limit: 4_294_967_296 },
  },
  'data-too-many': {
    say: (d) => ({
      message: `The array ${d.array} has ${d.count} values, which are read one by one; the limit is ${d.limit}.`,
      hint: 'Use fewer examples: a few thousand are enough for a gate.',
    }),
    example: { array: 'labels in eval.npz', count: 500_000_000, limit: 10_000_000 },
  },
  'data-unknown': {
    say: (d) => ({
      message: `${d.file} is not a data file that can be read.`,
      hint: `Give ${d.readable.join(', or ')}; or name a reader of your own with \`uses:\`.`,
    }),
    example: { file: 'eval.parquet', readable: ['an .npz archive of NumPy: arrays by name, one example a row'] },
  },
  'data-type': {
    say: (d) => ({
      message: `The array ${d.array} is of a type that no model takes (${d.type}).`,
      hint: 'Store it little-endian as floats, integers, booleans or text: `array.astype("<f4")`.',
    }),
    example: { array: 'images', type: '<c8' },
  },
  'metric-too-large': {
    say: (d) => ({
      message: `The metric ${d.metric} cannot be measured: ${d.why}.`,
      hint: 'Use fewer examples: a few thousand are enough for a gate. A metric of your own (`uses:`) keeps what you choose of each.',
    }),
    example: { metric: 'auc', why: 'it would keep 200,000,000 scores' },
  },
  'output-depends-on-batch': {
    say: (d) => ({
      message: `${d.contender} answers examples otherwise alone than among others: its output ${d.output} moves ${d.share === undefined ? 'there, and is the same for all examples of a batch' : `by ${d.share} of what it differs by between examples`}, so that what is right depends on the batch.`,
      hint: 'Look for a softmax or another reduction over the batch, for batch normalisation exported in training mode, and for random numbers; `airworthy validate` says more.',
    }),
    example: { contender: 'candidate', output: 'scores', share: '92 %' },
  },
  'output-differs': {
    say: (d) => ({
      message: `The outputs of ${d.contender} cannot be compared with production's: ${d.reason}.`,
      hint: 'Ask for a metric of your own with `uses: ./metric.mjs`, which is given the outputs as they are.',
    }),
    example: { contender: 'candidate', reason: 'it has no output logits' },
  },
  'output-not-classes': {
    say: (d) => ({
      message: `The output of ${d.contender} gives no classes: ${d.reason}.`,
      hint: 'Ask for a metric of your own with `uses: ./metric.mjs`, which is given the outputs as they are.',
    }),
    example: { contender: 'candidate', reason: 'its output holds text' },
  },
  'output-not-finite': {
    say: (d) => ({
      message: `${d.contender} gives ${d.value} for example ${d.example}, so the metric cannot be computed.`,
      hint: 'Find out what that example does to the model (an overflow of half precision is the usual reason), or compare `accuracy`, where it counts as wrong.',
    }),
    example: { contender: 'candidate', value: 'NaN', example: 17 },
  },
  'output-not-number': {
    say: (d) => ({
      message: `${d.contender} gives ${d.numbers} numbers for each example, and a regression is judged by one.`,
      hint: 'Ask for a metric of classes, or for one of your own with `uses: ./metric.mjs`.',
    }),
    example: { contender: 'candidate', numbers: 10 },
  },
  'output-not-rows': {
    say: (d) => ({
      message: `The outputs of ${d.contender} are not one row for each example: ${d.reason}.`,
      hint: 'Export the model so that the first dimension of every output is the batch.',
    }),
    example: { contender: 'candidate', reason: 'logits has no batch dimension' },
  },
  'output-turned-not-finite': {
    say: (d) => ({
      message: `${d.contender} gives NaN or infinity in its output ${d.output}, first for example ${d.example}, where production gives numbers throughout.`,
      hint: 'No metric reads this output, and callers may: find out what the example does to the model, or export it without the output.',
    }),
    example: { contender: 'candidate', output: 'embedding', example: 17 },
  },
  'user-module': {
    say: (d) => ({
      message: `The module ${d.path} failed: ${d.reason}.`,
      hint: 'A reader or a metric is an ES module whose default export is a function; see the reference of `uses:`.',
    }),
    example: { path: './prepare.mjs', reason: 'it has no default export' },
  },
}

export const dataError = errorFrom(dataErrors)

export const dataProblem = problemFrom(dataErrors)
