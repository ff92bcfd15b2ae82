import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Cancelled, messageOf, UserError } from '../../core/errors/index.ts'
import type { Processes } from '../../core/world.ts'
import { checkoutOf } from '../checkout.ts'
import { confined } from '../confined.ts'
import { worldError } from '../errors.ts'
import { keep } from './keep.ts'
import { npmProgram } from './npm.ts'
import { type CacheEntry, cacheEntry, type Surroundings } from './places.ts'
import { unpack } from './unpack.ts'

export interface DownloadTools {
  readonly run: Processes['run']
  readonly signal?: AbortSignal | undefined
}

/**
 * Fetches the pinned package with the user's own npm, so that the user's registry, mirror and proxy count, and puts the files of
 * this machine into the tool cache. Nothing is read from what came before its digest was found to be the pinned one, no script
 * of the package runs. Throws `runtime-download`, and then leaves nothing behind.
 */
export async function download(around: Surroundings, tools: DownloadTools): Promise<CacheEntry> {
  const { pin } = around
  const entry = cacheEntry(around, 'airworthy-onnxruntime', pin.version)
  const temporary = await mkdtemp(path.join(tmpdir(), 'airworthy-onnxruntime-'))
  try {
    const archive = await pack(temporary, around, tools)
    const integrity = await integrityOf(archive)
    if (integrity !== pin.integrity) throw new Error(`what came is ${integrity}, not ${pin.integrity}`)
    await keep(entry, (folder) => unpack(archive, around, folder))
    return entry
  } catch (cause) {
    if (cause instanceof Cancelled) throw cause
    const reason = cause instanceof UserError ? cause.message.replace(/\.$/, '') : messageOf(cause)
    throw worldError('runtime-download', { version: pin.version, reason }, { cause })
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** A hundred megabytes. A worker process that runs a program is given up on after ten minutes. */
const patienceMs = 9 * 60_000

async function pack(folder: string, around: Surroundings, tools: DownloadTools): Promise<string> {
  const { name, version } = around.pin
  const apart = around.trusted ? { cwd: around.cwd, path: around.env, env: {} } : await keptApart(folder, around)
  const { program, args } = npmProgram({ platform: around.platform, env: apart.path })
  const options = ['--pack-destination', folder, '--ignore-scripts', '--loglevel', 'error', '--no-update-notifier']
  const { code, stderr } = await tools.run(program, [...args, 'pack', `${name}@${version}`, ...options], {
    cwd: apart.cwd,
    env: apart.env,
    timeoutMs: patienceMs,
    diesWithParent: 'worker',
    ...(tools.signal === undefined ? {} : { signal: tools.signal }),
  })
  if (code === -1) throw new Error(`npm was ended after ${patienceMs / 60_000} minutes`)
  const archive = (await readdir(folder)).find((file) => file.endsWith('.tgz'))
  if (code !== 0 || archive === undefined) throw new Error(`npm says: ${firstLines(stderr)}`)
  return path.join(folder, archive)
}

/**
 * In an untrusted run npm is not found in the checkout, does not see it, and looks for a project in no folder above its own: settings that a
 * stranger left there could send the user's tokens to a registry or a proxy of the stranger's. Where npm or npx started this process
 * in the checkout, its variables repeat those settings: empty ones count for nothing.
 */
async function keptApart(
  folder: string,
  { cwd, env }: Surroundings,
): Promise<{
  readonly cwd: string
  readonly path: Surroundings['env']
  readonly env: Readonly<Record<string, string>>
}> {
  const project = path.join(folder, 'project')
  await mkdir(project)
  await writeFile(path.join(project, 'package.json'), '{}')
  const repeated = env['npm_execpath'] === undefined ? [] : Object.keys(env).filter((name) => /^npm_config_/.test(name))
  return {
    cwd: project,
    path: confined(env, checkoutOf(cwd, env)),
    env: Object.fromEntries(repeated.map((name) => [name, ''])),
  }
}

/** What comes after is where npm keeps its log. */
function firstLines(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
  return lines.filter(Boolean).slice(0, 3).join('; ') || 'nothing'
}

async function integrityOf(file: string): Promise<string> {
  const digest = createHash('sha512')
  for await (const chunk of createReadStream(file)) digest.update(chunk as Uint8Array)
  return `sha512-${digest.digest('base64')}`
}
