import { readdirSync } from 'node:fs'
import path from 'node:path'

/**
 * The model files of the folders that `AIRWORTHY_ONNX_CORPORA` names, separated as in PATH: the test data of ONNX as Debian
 * (`libonnx-testdata`) and PyPI (`onnx`) have them. None where it is not set.
 */
export function corpora(): string[] {
  const folders = (process.env['AIRWORTHY_ONNX_CORPORA'] ?? '').split(path.delimiter).filter(Boolean)
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.onnx'))
      .sort()
      .map((file) => path.join(folder, file)),
  )
}
