import type { Rows } from './words.ts'

export interface OnnxErrors {
  'model-corrupt': { name: string; reason: string }
  'model-not-onnx': { name: string; why: string; next: string }
  'model-truncated': { name: string; bytes: number }
}

export const onnx: Rows<OnnxErrors> = {
  'model-corrupt': (d) => ({
    message: `${d.name} is damaged: ${d.reason}.`,
    hint: 'Export or download it again, and compare checksums.',
  }),
  'model-not-onnx': (d) => ({
    message: `${d.name} is not an ONNX model: it ${d.why}.`,
    hint: d.next,
  }),
  'model-truncated': (d) => ({
    message: `${d.name} is cut off: it ends after ${d.bytes} bytes, in the middle of its content.`,
    hint: 'Export or download it again; an interrupted transfer or a full disk leaves such files.',
  }),
}
