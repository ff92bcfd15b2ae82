import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { packTar, type TarEntry } from 'modern-tar'
import { onTestFinished } from 'vitest'
import { sha256 } from '../../../src/core/json.ts'
import type { RuntimeName } from '../../../src/core/runtime.ts'
import type { Runtime } from '../../../src/world/runtime/index.ts'
import { type Pin, pin } from '../../../src/world/runtime/pin.ts'
import { cacheEntry, type Surroundings } from '../../../src/world/runtime/places.ts'
import { testWorld } from '../../world.ts'

/** Where a runtime is ready, for workers that run models with it. */
export async function ready(runtime: Runtime, name: RuntimeName = 'onnxruntime-node'): Promise<string> {
  return Object.values(await runtime.prepare(name))[0] ?? ''
}

/** What stands in a native file of the package `putPackage` writes. */
function textOf(file: string): string {
  return `${file} of a package that holds no code`
}

/** The pin of what `putPackage` writes, and of `archived`. */
const testPin: Pin = {
  ...pin,
  files: Object.fromEntries(
    ['linux/x64', 'linux/arm64', 'darwin/arm64'].flatMap((target) =>
      ['libonnxruntime.so.1', 'onnxruntime_binding.node'].map((file) => [
        `bin/napi-v6/${target}/${file}`,
        sha256(textOf(file)),
      ]),
    ),
  ),
}

/** Surroundings in an empty folder of their own, on linux-x64. */
export async function emptyPlace(
  changes: Partial<Surroundings> = {},
): Promise<Surroundings & { readonly top: string }> {
  const { cwd: top } = await testWorld()
  const around = {
    pin: testPin,
    platform: 'linux',
    arch: 'x64',
    env: { RUNNER_TOOL_CACHE: path.join(top, 'tools') },
    cwd: path.join(top, 'work'),
    bundle: path.join(top, 'action', 'dist'),
    home: path.join(top, 'home'),
    trusted: true,
    top,
    ...changes,
  }
  for (const folder of [around.cwd, around.bundle, around.home]) await mkdir(folder, { recursive: true })
  return around
}

export const libraries: readonly string[] = ['libonnxruntime.so.1', 'onnxruntime_binding.node']

interface Put {
  readonly version?: string
  readonly name?: string
  readonly target?: string
  readonly files?: readonly string[]
}

/** Writes something that looks like the package: a package.json and native files, which hold no code. */
export async function putPackage(
  folder: string,
  { version = pin.version, name = pin.name, target = 'linux/x64', files = libraries }: Put = {},
): Promise<string> {
  const native = path.join(folder, 'bin/napi-v6', target)
  await mkdir(native, { recursive: true })
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name, version }))
  for (const file of files) await writeFile(path.join(native, file), textOf(file))
  return native
}

/** As `putPackage`, in the tool cache. */
export async function putInToolCache(around: Surroundings, whole = true): Promise<string> {
  const { folder, marker } = cacheEntry(around, 'airworthy-onnxruntime', pin.version)
  const native = await putPackage(folder)
  if (whole) await writeFile(marker, '')
  return native
}

/** What the archive of the package has, for two kinds of machines. */
export const archived: Readonly<Record<string, string>> = {
  'package/package.json': JSON.stringify({ name: pin.name, version: pin.version, scripts: { postinstall: 'exit 1' } }),
  'package/dist/index.js': 'throw new Error("never loaded")',
  'package/bin/napi-v6/linux/x64/libonnxruntime.so.1': textOf('libonnxruntime.so.1'),
  'package/bin/napi-v6/linux/x64/onnxruntime_binding.node': textOf('onnxruntime_binding.node'),
  'package/bin/napi-v6/win32/x64/onnxruntime.dll': 'a library',
}

export async function archiveOf(
  files: Readonly<Record<string, string>>,
  more: readonly TarEntry[] = [],
): Promise<Buffer> {
  const entries = Object.entries(files).map(([name, body]) => ({
    header: { name, size: Buffer.byteLength(body), type: 'file' as const, mtime: new Date(0) },
    body,
  }))
  return gzipSync(await packTar([...entries, ...more]))
}

export function pinOf(archive: Buffer): Pin {
  return { ...testPin, integrity: `sha512-${createHash('sha512').update(archive).digest('base64')}` }
}

/** A registry on loopback that knows one version of the package. Gives its address and the pin of the archive. */
export async function registryOf(archive: Buffer): Promise<{ readonly address: string; readonly pin: Pin }> {
  const pinned = pinOf(archive)
  const server = createServer((request, response) => {
    const own = `http://${request.headers.host}/archive.tgz`
    if (request.url === '/archive.tgz') return response.end(archive)
    if (request.url !== `/${pin.name}`) return response.writeHead(404).end('{}')
    const version = { name: pin.name, version: pin.version, dist: { tarball: own, integrity: pinned.integrity } }
    const page = { name: pin.name, 'dist-tags': { latest: pin.version }, versions: { [pin.version]: version } }
    return response.setHeader('content-type', 'application/json').end(JSON.stringify(page))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, pin: pinned }
}
