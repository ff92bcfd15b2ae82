import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { ProgramOptions } from '../../../src/core/world.ts'
import { runProgram } from '../../../src/world/processes.ts'
import { createRuntime, type Runtime } from '../../../src/world/runtime/index.ts'
import { cacheEntry, type Surroundings } from '../../../src/world/runtime/places.ts'
import { archived, archiveOf, emptyPlace, pinOf, putPackage, ready, registryOf } from './tools.ts'

const slow = 60_000

/** What npm itself set for this test would be settings of the user's. */
const asUser = { npm_config_userconfig: '/nowhere' }

type Place = Surroundings & { readonly top: string }

/** A place that may download, whose temporary folder is seen. */
async function placeFor(changes: Partial<Surroundings>): Promise<Place> {
  const place = await emptyPlace(changes)
  const temporary = path.join(place.top, 'temporary')
  await mkdir(temporary)
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
  return { ...place, env: { ...place.env, AIRWORTHY_DOWNLOAD: 'true', ...changes.env } }
}

/** A runtime for which npm has fetched this archive: of the archive, npm looks at nothing that the runtime refuses. */
async function fetching(
  archive: Buffer,
  changes: Partial<Surroundings> = {},
): Promise<{ readonly around: Place; readonly runtime: Runtime }> {
  const around = await placeFor({ pin: pinOf(archive), ...changes })
  const run = async (_: string, args: readonly string[]): ReturnType<typeof runProgram> => {
    await writeFile(path.join(args[args.indexOf('--pack-destination') + 1] ?? '', 'package.tgz'), archive)
    return { code: 0, stdout: '', stderr: '' }
  }
  return { around, runtime: createRuntime(around, { run, say: () => {} }) }
}

/** A runtime that may download, with the user's own npm, from a registry on loopback that serves this archive. */
async function downloading(
  archive: Buffer,
  changes: Partial<Surroundings> = {},
  npm: Readonly<Record<string, string>> = {},
): Promise<{
  readonly around: Place
  readonly runtime: Runtime
  readonly started: readonly string[]
  readonly said: readonly string[]
}> {
  const registry = await registryOf(archive)
  const around = await placeFor({ pin: registry.pin, ...changes })
  const started: string[] = []
  const said: string[] = []
  const run = (
    program: string,
    args: readonly string[],
    options: ProgramOptions = {},
  ): ReturnType<typeof runProgram> => {
    started.push([program, ...args].join(' '))
    const env = {
      ...asUser,
      npm_config_registry: registry.address,
      npm_config_cache: path.join(around.top, 'npm'),
      ...npm,
    }
    return runProgram(program, args, { ...options, env })
  }
  return { around, runtime: createRuntime(around, { run, say: (line) => said.push(line) }), started, said }
}

/** All files, wherever they are, but those of npm and of Node. */
async function leftIn(top: string): Promise<readonly string[]> {
  const entries = await readdir(top, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => !entry.isDirectory())
  const names = files.map((entry) => path.relative(top, path.join(entry.parentPath, entry.name)))
  return names.filter((name) => !/^npm|node-compile-cache/.test(name)).sort()
}

test(
  'what is in no place is fetched once, with the files of this machine alone',
  async () => {
    const { around, runtime, started, said } = await downloading(await archiveOf(archived))
    expect(runtime.version).toBe(around.pin.version)
    expect(started).toEqual([])
    const native = await ready(runtime)
    const { folder } = cacheEntry(around, 'airworthy-onnxruntime', around.pin.version)
    expect(native).toBe(path.join(folder, 'bin/napi-v6/linux/x64'))
    expect(await readFile(path.join(native, 'onnxruntime_binding.node'), 'utf8')).toContain('onnxruntime_binding.node')
    const cached = `tools/airworthy-onnxruntime/${around.pin.version}`
    expect(await leftIn(around.top)).toEqual([
      `${cached}/x64.complete`,
      `${cached}/x64/bin/napi-v6/linux/x64/libonnxruntime.so.1`,
      `${cached}/x64/bin/napi-v6/linux/x64/onnxruntime_binding.node`,
      `${cached}/x64/package.json`,
    ])
    expect(said).toEqual([
      expect.stringMatching(/^Downloading onnxruntime-node .* for linux-x64/),
      expect.stringContaining(folder),
    ])
    const again = createRuntime(around, { run: () => Promise.reject(new Error('fetched again')), say: () => {} })
    expect(await ready(again)).toBe(native)
    expect(started).toHaveLength(1)
    expect(started[0]).toMatch(/^npm pack onnxruntime-node@[\d.]+ .*--ignore-scripts/)
  },
  slow,
)

test(
  'other bytes than those that are pinned are refused, and nothing is left of them',
  async () => {
    const archive = await archiveOf(archived)
    const corrupted = await archiveOf({
      ...archived,
      'package/bin/napi-v6/linux/x64/onnxruntime_binding.node': 'another',
    })
    const { around, runtime } = await fetching(corrupted, { pin: pinOf(archive) })
    await expect(ready(runtime)).rejects.toMatchObject({
      code: 'runtime-download',
      message: expect.stringMatching(/what came is sha512-.*, not sha512-/),
    })
    expect(await leftIn(around.top)).toEqual([])
  },
  slow,
)

test.each([
  ['leads out of the folder', { 'package/bin/napi-v6/linux/x64/../../../../../evil': 'evil' }, /outside of its folder/],
  ['is absolute', { '/package/evil': 'evil' }, /outside of its folder/],
  ['is beside the folder', { 'other/package.json': '{}' }, /outside of its folder/],
  ['is written as on Windows', { 'package/bin/napi-v6/linux/x64/..\\evil': 'evil' }, /outside of its folder/],
])(
  'an archive with a name that %s is refused, and nothing is left of it',
  async (_, more, reason) => {
    const { around, runtime } = await fetching(await archiveOf({ ...archived, ...more }))
    await expect(ready(runtime)).rejects.toMatchObject({
      code: 'runtime-download',
      message: expect.stringMatching(reason),
    })
    expect(await leftIn(around.top)).toEqual([])
  },
  slow,
)

test.each([
  ['symlink', '../../../../../evil'],
  ['link', 'package/package.json'],
] as const)(
  'an archive with a %s is refused',
  async (type, linkname) => {
    const name = 'package/bin/napi-v6/linux/x64/libonnxruntime_providers_shared.so'
    const { around, runtime } = await fetching(
      await archiveOf(archived, [{ header: { name, type, linkname, size: 0 } }]),
    )
    await expect(ready(runtime)).rejects.toMatchObject({
      message: expect.stringContaining(`the archive has a ${type}`),
    })
    expect(await leftIn(around.top)).toEqual([])
  },
  slow,
)

test(
  'an archive without the files of this machine is refused',
  async () => {
    const { around, runtime } = await fetching(await archiveOf(archived), { arch: 'arm64' })
    await expect(ready(runtime)).rejects.toMatchObject({
      message: expect.stringContaining('the archive has no bin/napi-v6/linux/arm64/onnxruntime_binding.node'),
    })
    expect(await leftIn(around.top)).toEqual([])
  },
  slow,
)

test(
  'an archive that is cut off is refused',
  async () => {
    const archive = await archiveOf(archived)
    const { around, runtime } = await fetching(archive.subarray(0, archive.length - 40))
    await expect(ready(runtime)).rejects.toMatchObject({ code: 'runtime-download' })
    expect(await leftIn(around.top)).toEqual([])
  },
  slow,
)

test(
  'two processes that download at once end well, and so does one that finds a folder that nobody finished',
  async () => {
    const archive = await archiveOf(archived)
    const { around, runtime, started } = await downloading(archive)
    const { folder } = cacheEntry(around, 'airworthy-onnxruntime', around.pin.version)
    await putPackage(folder, { files: ['onnxruntime_binding.node'] })
    const registry = await registryOf(archive)
    const other = createRuntime(around, {
      run: (program, args, options = {}) =>
        runProgram(program, args, {
          ...options,
          env: {
            ...asUser,
            npm_config_registry: registry.address,
            npm_config_cache: path.join(around.top, 'npm-of-the-other'),
          },
        }),
      say: () => {},
    })
    const both = await Promise.all([ready(runtime), ready(runtime), ready(other)])
    expect(new Set(both).size).toBe(1)
    expect(started).toHaveLength(1)
    expect(await readFile(path.join(both[0], 'onnxruntime_binding.node'), 'utf8')).toContain('onnxruntime_binding.node')
    expect((await readdir(path.dirname(folder))).sort()).toEqual(['x64', 'x64.complete'])
  },
  slow,
)

test('offline, or where nobody asked for it, nothing is downloaded', async () => {
  for (const env of [{ AIRWORTHY_OFFLINE: 'true' }, { AIRWORTHY_OFFLINE: 'yes' }, { AIRWORTHY_DOWNLOAD: 'false' }]) {
    const around = await emptyPlace()
    const runtime = createRuntime(
      { ...around, env: { ...around.env, AIRWORTHY_DOWNLOAD: 'true', ...env } },
      { run: () => Promise.reject(new Error('a program was started')), say: () => {} },
    )
    expect(runtime.version).toBe('none')
    await expect(ready(runtime)).rejects.toMatchObject({ code: 'runtime-missing' })
  }
})

test(
  'what npm says is told, and the next worker tries again',
  async () => {
    const { around, runtime, started } = await downloading(
      await archiveOf(archived),
      {},
      { npm_config_registry: 'http://127.0.0.1:1/', npm_config_fetch_retries: '0' },
    )
    for (const attempt of [1, 2]) {
      await expect(ready(runtime)).rejects.toMatchObject({
        code: 'runtime-download',
        message: expect.stringMatching(/npm says: .*ECONNREFUSED/),
      })
      expect(started).toHaveLength(attempt)
    }
    expect(await leftIn(around.top)).toEqual([])
  },
  slow,
)

test('a machine without npm is told so', async () => {
  const around = await emptyPlace()
  const runtime = createRuntime(
    { ...around, env: { ...around.env, AIRWORTHY_DOWNLOAD: 'true' } },
    { run: (_, args, options) => runProgram('no-such-npm', args, options ?? {}), say: () => {} },
  )
  await expect(ready(runtime)).rejects.toMatchObject({
    code: 'runtime-download',
    message: expect.stringContaining('no-such-npm could not be started: it was not found'),
  })
})

test(
  "npm's settings in the working folder count, but not those that a stranger may have left there",
  async () => {
    for (const trusted of [true, false]) {
      const { around, runtime } = await downloading(await archiveOf(archived), { trusted })
      await writeFile(path.join(around.cwd, '.npmrc'), 'offline=true\n')
      await writeFile(path.join(around.cwd, 'package.json'), '{}')
      if (trusted)
        await expect(ready(runtime)).rejects.toMatchObject({
          message: expect.stringMatching(/ENOTCACHED|offline|cache/i),
        })
      else expect(await ready(runtime)).toContain('x64')
    }
  },
  slow,
)
