import { existsSync, readlinkSync, symlinkSync } from 'node:fs'
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { sha256 } from '../../src/core/json.ts'
import type { RuntimeName } from '../../src/core/runtime.ts'
import type { ProgramOptions, World } from '../../src/core/world.ts'
import type { WorldOptions } from '../../src/world/index.ts'
import { createRuntime } from '../../src/world/runtime/index.ts'
import { pin, webPin } from '../../src/world/runtime/pin.ts'
import type { Surroundings } from '../../src/world/runtime/places.ts'
import { temporaryFolder } from '../folders.ts'
import { emptyPlace, libraries, putInToolCache, putPackage, ready } from '../world/runtime/tools.ts'
import { bundle, testWorld } from '../world.ts'

const fork: Partial<WorldOptions> = { trust: { level: 'untrusted', why: 'the pull request comes from a fork' } }

const nobody = { run: () => Promise.reject(new Error('a program was started')), say: () => {} }

function prepared(around: Surroundings, name?: RuntimeName): Promise<string> {
  return ready(createRuntime(around, nobody), name)
}

/** Sets variables of this process, from which others get theirs. */
function given(variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
}

/** The tool without packages beside it, where it runs on a checkout of its own folder. */
async function toolElsewhere(options: Partial<WorldOptions>): Promise<World> {
  const dist = path.join(temporaryFolder(), 'dist')
  await cp(bundle, dist, { recursive: true })
  const tools = temporaryFolder()
  return testWorld({ ...options, workerScript: path.join(dist, 'worker.js'), env: { RUNNER_TOOL_CACHE: tools } })
}

/** Packages of the right names and versions, whose every file leaves a mark when it is loaded. */
async function bringModules(folder: string): Promise<() => boolean> {
  const mark = path.join(folder, 'it-ran')
  const code = `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(mark)}, '')\nexport default () => {}\n`
  const native = `bin/napi-v6/${process.platform}/${process.arch}`
  const files = [...Object.keys(pin.files).filter((file) => file.startsWith(native)), ...Object.keys(webPin.files)]
  for (const { name, version } of [pin, webPin]) {
    const top = path.join(folder, 'node_modules', name)
    for (const file of [...files, 'dist/ort.node.min.mjs', 'dist/ort.node.min.js']) {
      await mkdir(path.dirname(path.join(top, file)), { recursive: true })
      await writeFile(path.join(top, file), code)
    }
    const main = { main: 'dist/ort.node.min.mjs', exports: { '.': './dist/ort.node.min.mjs' } }
    await writeFile(path.join(top, 'package.json'), JSON.stringify({ name, version, ...main }))
  }
  return () => existsSync(mark)
}

describe('a module that a pull request brings is not loaded', () => {
  test.each(['onnxruntime-node', 'onnxruntime-web'] as const)('%s, where the tool lies elsewhere', async (runtime) => {
    const world = await toolElsewhere(fork)
    const ran = await bringModules(world.cwd)
    await expect(world.processes.worker('bench', { runtime })).rejects.toMatchObject({ code: 'runtime-missing' })
    expect(ran()).toBe(false)
  })

  test.each(['onnxruntime-node', 'onnxruntime-web'] as const)('%s, in a trusted run', async (runtime) => {
    const world = await toolElsewhere({})
    const ran = await bringModules(world.cwd)
    await expect(world.processes.worker('bench', { runtime })).rejects.toMatchObject({ code: 'runtime-changed' })
    expect(ran()).toBe(false)
  })

  test("the tool's own is taken before that of the working folder", async () => {
    const around = await emptyPlace()
    const own = await putPackage(path.join(around.bundle, '../node_modules/onnxruntime-node'))
    await putPackage(path.join(around.cwd, 'node_modules/onnxruntime-node'))
    expect(await prepared(around)).toBe(own)
  })

  test.each([
    ['of a folder that the checkout and the tool share', '.'],
    ['of the checkout, in which the tool is not', 'work'],
  ])('nor one %s', async (_, folder) => {
    const around = await emptyPlace({ trusted: false })
    await mkdir(path.join(around.cwd, '.git'))
    await putPackage(path.join(around.top, folder, 'node_modules/onnxruntime-node'))
    await expect(prepared(around)).rejects.toMatchObject({ code: 'runtime-missing' })
  })

  test('a tool that is installed in a folder above the checkout finds what was installed with it', async () => {
    const { top, ...place } = await emptyPlace({ trusted: false })
    await mkdir(path.join(place.cwd, '.git'))
    const around = { ...place, bundle: path.join(top, 'node_modules/airworthy/dist') }
    const own = await putPackage(path.join(top, 'node_modules/onnxruntime-node'))
    expect(await prepared(around)).toBe(own)
    await rm(path.join(top, 'node_modules/onnxruntime-node'), { recursive: true })
    await putPackage(path.join(place.cwd, 'node_modules/onnxruntime-node'))
    await expect(prepared(around)).rejects.toMatchObject({ code: 'runtime-missing' })
  })

  test('a tool that is installed in the checkout finds what was installed with it, and nothing above', async () => {
    const { top, ...place } = await emptyPlace({ trusted: false })
    await mkdir(path.join(place.cwd, '.git'))
    const around = { ...place, bundle: path.join(place.cwd, 'node_modules/airworthy/dist') }
    await putPackage(path.join(top, 'node_modules/onnxruntime-node'))
    await expect(prepared(around)).rejects.toMatchObject({ code: 'runtime-missing' })
    const own = await putPackage(path.join(place.cwd, 'node_modules/onnxruntime-node'))
    expect(await prepared({ ...around, cwd: path.join(place.cwd, 'models') })).toBe(own)
  })
})

describe('native files that somebody changed are not loaded', () => {
  const changes: readonly (readonly [string, RegExp, (native: string) => Promise<unknown>])[] = [
    ['another byte', /SHA-256 of libonnxruntime\.so\.1 is/, (native) => append(native, 'libonnxruntime.so.1')],
    [
      'another binding of the same length',
      /SHA-256 of onnxruntime_binding\.node is/,
      (native) => flip(native, 'onnxruntime_binding.node'),
    ],
    ['a link', /libonnxruntime\.so\.1 is a symbolic link/, (native) => linked(native, 'libonnxruntime.so.1')],
    ['a library of the system', /libstdc\+\+\.so\.6/, (native) => writeFile(path.join(native, 'libstdc++.so.6'), '')],
    ['a folder that the linker searches', /glibc-hwcaps/, (native) => mkdir(path.join(native, 'glibc-hwcaps'))],
  ]
  const places: readonly (readonly [string, (around: Surroundings) => Promise<string>])[] = [
    ['in the tool cache', (around) => putInToolCache(around)],
    ['beside the bundle', (around) => putPackage(path.join(around.bundle, 'native/linux-x64'))],
    ['beside the tool', (around) => putPackage(path.join(around.bundle, 'node_modules/onnxruntime-node'))],
    ['where the user names it', (around) => putPackage(around.env['AIRWORTHY_ORT'] ?? '')],
    ['in the working folder', (around) => putPackage(path.join(around.cwd, 'node_modules/onnxruntime-node'))],
  ]
  const cases = places.flatMap(([where, put]) =>
    changes.map(([what, reason, change]) => ({ where, what, put, reason, change })),
  )

  test.each(cases)('$what $where', async ({ where, put, reason, change }) => {
    const place = await emptyPlace()
    const named = where.startsWith('where') ? { AIRWORTHY_ORT: path.join(place.top, 'named') } : {}
    const around = { ...place, env: { ...place.env, ...named } }
    const native = await put(around)
    expect(await prepared(around)).toBe(native)
    await change(native)
    await expect(prepared(around)).rejects.toMatchObject({
      code: 'runtime-changed',
      message: expect.stringMatching(reason),
    })
  })

  test('a CUDA library in the tool cache, where this tool puts none', async () => {
    const around = await emptyPlace()
    const native = await putInToolCache(around)
    await writeFile(path.join(native, 'libonnxruntime_providers_cuda.so'), 'another')
    await expect(prepared(around)).rejects.toMatchObject({ code: 'runtime-changed' })
  })

  test('what was left by a file manager changes nothing', async () => {
    const around = await emptyPlace()
    const native = await putInToolCache(around)
    await writeFile(path.join(native, '.DS_Store'), '')
    expect(await prepared(around)).toBe(native)
  })
})

describe('CUDA libraries that somebody changed are not loaded', () => {
  const names = ['libonnxruntime_providers_shared.so', 'libonnxruntime_providers_cuda.so'] as const

  async function withPackage(): Promise<Surroundings & { readonly top: string }> {
    const around = await emptyPlace()
    await putInToolCache(around)
    const text = (value: string): Uint8Array => new TextEncoder().encode(value)
    const archive = zipSync({
      'of.nuspec': text(`<version>${pin.version}</version>`),
      ...Object.fromEntries(names.map((name) => [`runtimes/linux-x64/native/${name}`, text(name)])),
    })
    const file = path.join(around.top, 'gpu.nupkg')
    await writeFile(file, archive)
    const env = { ...around.env, AIRWORTHY_CUDA: file, AIRWORTHY_CUDA_SHA256: sha256(archive) }
    return { ...around, env }
  }

  test.each([
    ['one of the package', (folder: string) => append(folder, names[1])],
    ['one that became a link', (folder: string) => linked(folder, names[0])],
    ['one that the package has not', (folder: string) => append(folder, 'libonnxruntime_providers_tensorrt.so')],
    ['onnxruntime beside them', (folder: string) => flip(folder, 'libonnxruntime.so.1')],
    ['a library of the system', (folder: string) => append(folder, 'libcudart.so.12')],
  ])('in the tool cache: %s', async (_, change) => {
    const around = await withPackage()
    const folder = await prepared(around, 'onnxruntime-node-cuda')
    expect(await prepared(around, 'onnxruntime-node-cuda')).toBe(folder)
    await change(folder)
    await expect(prepared(around, 'onnxruntime-node-cuda')).rejects.toMatchObject({ code: 'runtime-changed' })
  })

  test('a link that leads elsewhere than to the mounted folder', async () => {
    const place = await emptyPlace()
    await putInToolCache(place)
    const mounted = path.join(place.top, 'mounted')
    await mkdir(mounted)
    for (const name of names) await writeFile(path.join(mounted, name), name)
    const around = { ...place, env: { ...place.env, AIRWORTHY_CUDA: mounted } }
    const folder = await prepared(around, 'onnxruntime-node-cuda')
    await linked(folder, names[1])
    await expect(prepared(around, 'onnxruntime-node-cuda')).rejects.toMatchObject({ code: 'runtime-changed' })
  })

  test('a folder of them that a pull request brings', async () => {
    for (const trusted of [true, false]) {
      const place = await emptyPlace({ trusted })
      await putInToolCache(place)
      const brought = path.join(place.cwd, 'libs')
      await mkdir(brought)
      for (const name of names) await writeFile(path.join(brought, name), name)
      const around = { ...place, env: { ...place.env, AIRWORTHY_CUDA: 'libs' } }
      if (trusted) expect(await prepared(around, 'onnxruntime-node-cuda')).toContain('airworthy-onnxruntime-cuda')
      else
        await expect(prepared(around, 'onnxruntime-node-cuda')).rejects.toMatchObject({
          code: 'cuda-libraries',
          message: expect.stringContaining('a stranger may have written'),
        })
      // What the CPU runs is not led there.
      expect(await prepared(around)).not.toContain('cuda')
    }
  })

  test('those beside an onnxruntime of the checkout, where a trusted run takes them as npm left them', async () => {
    for (const trusted of [true, false]) {
      const place = await emptyPlace({ trusted })
      const around = { ...place, bundle: path.join(place.cwd, 'node_modules/airworthy/dist') }
      const own = await putPackage(path.join(place.cwd, 'node_modules/onnxruntime-node'), { files: [...libraries] })
      for (const name of names) await writeFile(path.join(own, name), name)
      expect(await prepared(around)).toBe(own)
      const cuda = prepared(around, 'onnxruntime-node-cuda')
      if (trusted) expect(await cuda).toBe(own)
      else await expect(cuda).rejects.toMatchObject({ code: 'cuda-libraries' })
    }
  })
})

describe('a program that a pull request brings is not started', () => {
  /** A checkout in which these names are programs that leave a mark, and a PATH that leads there in this way. */
  async function brings(
    names: readonly string[],
    way: (folder: string) => string,
  ): Promise<readonly [World, () => boolean]> {
    const world = await testWorld(fork)
    const [folder, mark] = ['node_modules/.bin', 'it-ran'].map((name) => path.join(world.cwd, name)) as [string, string]
    await mkdir(folder, { recursive: true })
    for (const name of names) await writeFile(path.join(folder, name), `#!/bin/sh\n: > '${mark}'\n`, { mode: 0o755 })
    given({ PATH: `${way(folder)}:${process.env['PATH']}` })
    return [world, () => existsSync(mark)]
  }

  const ways: readonly (readonly [string, (folder: string) => string])[] = [
    ['as npx puts it on the PATH', (folder) => folder],
    ['through a relative entry', (folder) => path.relative(process.cwd(), folder)],
    ['through a link', linkTo],
  ]

  test.each(ways)('%s', async (_, way) => {
    const [world, ran] = await brings(['git', 'of-nobody-else'], way)
    for (const how of [{}, { diesWithParent: 'worker' }] as const) {
      const { stdout } = await world.processes.run('git', ['--version'], how)
      expect(stdout).toContain('git version')
      await expect(world.processes.run('of-nobody-else', [], how)).rejects.toMatchObject({
        code: 'program-missing',
      })
    }
    expect(ran()).toBe(false)
  })

  test('an empty entry of the PATH, which is the working folder', async () => {
    const world = await testWorld(fork)
    await writeFile(path.join(world.cwd, 'git'), '#!/bin/sh\n: > it-ran\n', { mode: 0o755 })
    given({ PATH: `:${process.env['PATH']}` })
    const { stdout } = await world.processes.run('git', ['--version'])
    expect([stdout.includes('git version'), existsSync(path.join(world.cwd, 'it-ran'))]).toEqual([true, false])
  })

  test('by git, for a helper of its own', async () => {
    const [world, ran] = await brings(['ssh', 'git-remote-https', 'sh'], (folder) => folder)
    await world.processes.run('git', ['ls-remote', 'git@127.0.0.1:none'], { timeoutMs: 20_000 })
    expect(ran()).toBe(false)
  })

  test('by settings of git, where the home is the checkout', async () => {
    const world = await testWorld(fork)
    await writeFile(path.join(world.cwd, '.gitconfig'), '[alias]\n\tbrought = !touch it-ran\n')
    given({ HOME: world.cwd })
    const { code } = await world.processes.run('git', ['brought'])
    expect([code === 0, existsSync(path.join(world.cwd, 'it-ran'))]).toEqual([false, false])
  })

  test.runIf(process.platform === 'linux')('to bind a worker to a processor', async () => {
    const [world, ran] = await brings(['taskset'], (folder) => folder)
    const worker = await world.processes.worker('bench')
    onTestFinished(() => worker.close())
    await worker.pin(0)
    expect(ran()).toBe(false)
  })
})

describe.runIf(process.platform === 'linux')('a worker of an untrusted run is led into the checkout by nothing', () => {
  async function environOf(pid: number): Promise<Readonly<Record<string, string>>> {
    const entries = (await readFile(`/proc/${pid}/environ`, 'utf8')).split('\0').filter(Boolean)
    return Object.fromEntries(entries.map((entry) => entry.split(/=(.*)/s)))
  }

  test('neither by the folder that it runs in, nor by lists of folders', async () => {
    const world = await testWorld(fork)
    given({
      LD_LIBRARY_PATH: `lib::${world.cwd}/lib:/usr/lib`,
      VK_ICD_FILENAMES: `${world.cwd}/icd.json`,
      XDG_DATA_DIRS: `share:${world.cwd}:/usr/share`,
      ORT_TENSORRT_CACHE_PATH: 'engines',
    })
    const worker = await world.processes.worker('bench')
    onTestFinished(() => worker.close())
    const environ = await environOf(worker.pid)
    expect(readlinkSync(`/proc/${worker.pid}/cwd`)).toBe(bundle)
    expect([environ['LD_LIBRARY_PATH'], environ['XDG_DATA_DIRS']]).toEqual(['/usr/lib', '/usr/share'])
    expect(environ).not.toHaveProperty('VK_ICD_FILENAMES')
    expect(environ).not.toHaveProperty('ORT_TENSORRT_CACHE_PATH')
    expect(JSON.stringify(environ)).not.toContain(world.cwd)
  })

  test('nor by options of Node that load a file', async () => {
    const world = await testWorld(fork)
    const [script, mark] = ['brought.cjs', 'it-ran'].map((name) => path.join(world.cwd, name)) as [string, string]
    await writeFile(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`)
    given({ NODE_OPTIONS: `--max-old-space-size=4000 --require ${script}` })
    const worker = await world.processes.worker('bench')
    onTestFinished(() => worker.close())
    await world.processes.run('npm', ['--version'], { cwd: bundle })
    expect(existsSync(mark)).toBe(false)
  })
})

describe("npm's settings of a pull request do not reach the download", () => {
  /** What npm is started with, in a run that npx started in the checkout. */
  async function started(trusted: boolean): Promise<{ readonly options: ProgramOptions; readonly project: boolean }> {
    const around = await emptyPlace({ trusted })
    const env = {
      ...around.env,
      AIRWORTHY_DOWNLOAD: 'true',
      npm_execpath: '/usr/lib/npx-cli.js',
      npm_config_https_proxy: 'https://stranger.example',
      NPM_CONFIG_REGISTRY: "https://the-user's.example",
    }
    const seen: { readonly options: ProgramOptions; readonly project: boolean }[] = []
    const run = async (_: string, __: readonly string[], options: ProgramOptions = {}) => {
      seen.push({ options, project: existsSync(path.join(options.cwd ?? '', 'package.json')) })
      return { code: 1, stdout: '', stderr: '' }
    }
    await ready(createRuntime({ ...around, env }, { run, say: () => {} })).catch(() => {})
    return seen[0] ?? { options: {}, project: false }
  }

  test('neither from its folder or one above, nor as variables of the npx that started this', async () => {
    const { options, project } = await started(false)
    expect([options.env, project]).toEqual([{ npm_config_https_proxy: '' }, true])
    expect(options.cwd).toMatch(/airworthy-onnxruntime-\w+.project$/)
    expect((await started(true)).options.env).toEqual({})
  })
})

function linkTo(folder: string): string {
  const link = path.join(temporaryFolder(), 'link')
  symlinkSync(folder, link)
  return link
}

async function append(folder: string, name: string): Promise<void> {
  const file = path.join(folder, name)
  await writeFile(file, `${await readFile(file, 'utf8').catch(() => '')}.`)
}

async function flip(folder: string, name: string): Promise<void> {
  const file = path.join(folder, name)
  const bytes = await readFile(file)
  bytes[0] = (bytes[0] ?? 0) ^ 1
  await rm(file)
  await writeFile(file, bytes)
}

/** The same bytes, somewhere else. */
async function linked(folder: string, name: string): Promise<void> {
  const [file, to] = [path.join(folder, name), path.join(temporaryFolder(), name)]
  await cp(file, to)
  await rm(file)
  await symlink(to, file)
}
