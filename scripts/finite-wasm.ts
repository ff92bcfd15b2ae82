// Assembles scripts/finite.wat into src/onnx/tensors/finite-wasm.ts.
//   npx tsx scripts/finite-wasm.ts
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import wabt from 'wabt'

const top = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** The text of src/onnx/tensors/finite-wasm.ts. */
export async function finiteWasm(): Promise<string> {
  const source = readFileSync(path.join(top, 'scripts', 'finite.wat'), 'utf8')
  const { buffer } = (await wabt()).parseWat('finite.wat', source, { simd: true }).toBinary({})
  return `/** WebAssembly in base64, assembled from scripts/finite.wat by scripts/finite-wasm.ts. */
export const finiteWasm =
  '${Buffer.from(buffer).toString('base64')}'
`
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(path.join(top, 'src', 'onnx', 'tensors', 'finite-wasm.ts'), await finiteWasm())
