import { type ErrorTable, errorFrom } from '../core/errors/index.ts'
import { container } from '../providers/errors.ts'

export interface MeasureErrors {
  'batch-fixed': { batch: number; own: number }
  'input-too-large': { input: string; dims: readonly number[] }
  'input-unsupported': { input: string; type: string }
  'measurements-unreadable': { reason: string }
  'shape-unknown-input': { input: string; inputs: readonly string[] }
}

export const measureErrors: ErrorTable<MeasureErrors> = {
  'batch-fixed': {
    say: (d) => ({
      message: `The model cannot run at a batch of ${d.batch}: all its shapes are fixed, for a batch of ${d.own}.`,
      hint: `Ask for \`batch: ${d.own}\`, or export the model with a symbolic first dimension.`,
    }),
    example: { batch: 32, own: 1 },
  },
  'input-too-large': {
    say: (d) => ({
      message: `The model's input ${d.input} is too large to be made up: its shape is [${d.dims.join(', ')}].`,
      hint: 'Export the model with the shape it is used with, or give real data.',
    }),
    example: { input: 'x', dims: [1_000_000, 1_000_000] },
  },
  'input-unsupported': {
    say: (d) => ({
      message: `The model's input ${d.input} is ${d.type === container ? d.type : `of the type ${d.type}`}, which cannot be fed from here.`,
      hint: 'Put a Cast at the front of the model, so that it takes float32, float16, an integer type, bool or string.',
    }),
    example: { input: 'x', type: 'complex64' },
  },
  'measurements-unreadable': {
    say: (d) => ({
      message: `Earlier measurements cannot be read: ${d.reason}.`,
      hint: 'Another version of Airworthy wrote it, or its file was damaged. Use that version, or remove the folder `measurements` in `.airworthy/` to measure anew.',
    }),
    example: { reason: 'block.runs.candidate: its turns do not add up to its samples' },
  },
  'shape-unknown-input': {
    say: (d) => ({
      message: `A shape is stated for ${d.input}, which is not an input of the model.`,
      hint: `The inputs are ${d.inputs.join(', ')}.`,
    }),
    example: { input: 'imgae', inputs: ['image'] },
  },
}

export const measureError = errorFrom(measureErrors)
