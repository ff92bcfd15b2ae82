import { type ErrorTable, errorFrom } from '../core/errors/index.ts'

export interface OnnxErrors {
  'model-corrupt': { name: string; reason: string }
  'model-not-onnx': { name: string; why: string; next: string }
  /** `exceeds` goes on after the name: `has more than …`. */
  'model-too-large': { name: string; exceeds: string }
  'model-truncated': { name: string; bytes: number }
}

export const onnxErrors: ErrorTable<OnnxErrors> = {
  'model-corrupt': {
    say: (d) => ({
      message: `${d.name} is damaged: ${d.reason}.`,
      hint: 'Export or download it again, and compare checksums.',
    }),
    example: { name: 'digits.onnx', reason: 'a field has an unknown wire type' },
  },
  'model-not-onnx': {
    say: (d) => ({
      message: `${d.name} is not an ONNX model: it ${d.why}.`,
      hint: d.next,
    }),
    example: {
      name: 'digits.pt',
      why: 'is a ZIP archive, such as PyTorch writes',
      next: 'Export it with torch.onnx.export.',
    },
  },
  'model-too-large': {
    say: (d) => ({
      message: `${d.name} ${d.exceeds}, which is the most that Airworthy reads.`,
      hint: 'Check where it comes from: models that people export are far smaller. Exporting it anew, without unrolling loops and with its weights as tensors, may help.',
    }),
    example: { name: 'digits.onnx', exceeds: 'has more than 250,000 nodes' },
  },
  'model-truncated': {
    say: (d) => ({
      message: `${d.name} is cut off: it ends after ${d.bytes} bytes, in the middle of its content.`,
      hint: 'Export or download it again; an interrupted transfer or a full disk leaves such files.',
    }),
    example: { name: 'digits.onnx', bytes: 4096 },
  },
}

export const onnxError = errorFrom(onnxErrors)
