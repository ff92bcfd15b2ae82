/** What a file is that is not an ONNX model, and what its owner can do. */
export interface Recognized {
  /** Ends the sentence "… is not an ONNX model: it …". */
  readonly why: string
  readonly next: string
}

const convert = 'Export the model to ONNX, for example with `torch.onnx.export` or `tf2onnx`.'

/** Files that people hand in for a model. The first that fits is told. */
const kinds: readonly (Recognized & { readonly fits: (bytes: Uint8Array) => boolean })[] = [
  {
    fits: (bytes) => bytes.length === 0,
    why: 'is empty',
    next: 'Check what wrote it; an interrupted download or export leaves an empty file.',
  },
  {
    fits: isPointer,
    why: 'is a Git LFS pointer to the model',
    next: 'Fetch the model itself with `git lfs pull`; in a workflow, set `lfs: true` on actions/checkout.',
  },
  {
    fits: (bytes) => startsWith(bytes, 'ORTM', 4),
    why: "is in onnxruntime's own .ort format",
    next: 'Use the .onnx file it was made from.',
  },
  { fits: (bytes) => startsWith(bytes, 'TFL3', 4), why: 'is a TensorFlow Lite model', next: convert },
  {
    fits: (bytes) => startsWith(bytes, 'PK\x03\x04'),
    why: 'is a zip archive (as are .pt, .npz and .keras files)',
    next: `If it holds an .onnx file, unpack it. ${convert}`,
  },
  { fits: (bytes) => startsWith(bytes, '\x1f\x8b'), why: 'is compressed with gzip', next: 'Unpack it with `gunzip`.' },
  { fits: (bytes) => startsWith(bytes, 'GGUF'), why: 'is a GGUF model', next: convert },
  { fits: (bytes) => startsWith(bytes, '\x89HDF'), why: 'is an HDF5 file (as Keras writes)', next: convert },
  { fits: isSafetensors, why: 'is a safetensors file: weights without a graph', next: convert },
  {
    fits: (bytes) => /^\s*<(!doctype|html|\?xml)/i.test(textOf(bytes, 0, 64)),
    why: 'is a web page',
    next: 'The download failed or needs a log-in: fetch the raw file.',
  },
  {
    fits: (bytes) => /^\s*[[{]\s*["\]}[{\d]/.test(textOf(bytes, 0, 64)),
    why: 'is JSON',
    next: 'Check the path: it names another file.',
  },
]

/** Whether a file holds the pointer that Git LFS leaves in place of one that was not fetched; by its first bytes. */
export function isPointer(bytes: Uint8Array): boolean {
  return startsWith(bytes, 'version https://git-lfs')
}

/** What a file is by its first bytes (64 are enough), when it is one of the well-known kinds that are not ONNX models. */
export function recognize(bytes: Uint8Array): Recognized | undefined {
  return kinds.find((kind) => kind.fits(bytes))
}

function startsWith(bytes: Uint8Array, text: string, at = 0): boolean {
  return textOf(bytes, at, at + text.length) === text
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end))
}

/** Eight bytes hold the length of a JSON header, which follows. */
function isSafetensors(bytes: Uint8Array): boolean {
  return startsWith(bytes, '\0\0\0\0\0{"', 3)
}
