import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pin } from '../../src/world/runtime/pin.ts'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version?: string; integrity?: string; optionalDependencies?: Record<string, string> }>
}

test('the pinned onnxruntime is the one of package-lock.json', () => {
  const { version, integrity } = lock.packages['node_modules/onnxruntime-node'] ?? {}
  expect({ version, integrity }, 'src/world/runtime/pin.ts is stale: npm run build').toEqual({
    version: pin.version,
    integrity: pin.integrity,
  })
})

test('is the one that is installed with Airworthy, and no newer one', () => {
  expect(lock.packages['']?.optionalDependencies).toEqual({ [pin.name]: pin.version })
})
