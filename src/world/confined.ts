import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'
import { isWithin } from './checkout.ts'

/** In runs that are not trusted, what the checkout holds is not what a process is loaded from. */

type Env = Readonly<Record<string, string | undefined>>

/** Variables that list folders, or files, in which programs, libraries and drivers are looked for. */
const lists = /^PATH$|_PATH$|_PRELOAD$|_AUDIT$|^DYLD_|_FILES$|_FILENAMES$|^XDG_\w+_(?:HOME|DIRS)$/

/** Where git, npm and their like look for settings, and what git starts. Some set HOME to the workspace of a job. */
const settings =
  /^(?:HOME|USERPROFILE|OPENSSL_CONF|GIT_CONFIG_(?:GLOBAL|SYSTEM)|NPM_CONFIG_(?:USERCONFIG|GLOBALCONFIG|PREFIX)|GIT_SSH|\w+_ASKPASS)$/

/** The dynamic linker takes spaces between them as well. */
const preloads = /_PRELOAD$|_AUDIT$|^DYLD_INSERT_/

/** Names without a folder are looked for where libraries and programs are. */
const named = /_PRELOAD$|_AUDIT$|^DYLD_INSERT_|^GIT_SSH$|_ASKPASS$/

/** Options with which Node loads what they name, or a file of the working folder. */
const loading =
  /(?:^|\s)(?:-r|--require|--import|--(?:experimental-)?loader|--snapshot-blob|--env-file\S*?|--\S*config\S*?)(?:[\s=]|$)/

/**
 * An environment that leads no process into the checkout. Entries of lists that are relative, or inside of it, are left out: npm and
 * npx put `node_modules/.bin` of the working folder first on the PATH. So are options of Node that load something.
 */
export function confined(env: Env, checkout: string, delimiter: string = path.delimiter): Env {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      value === undefined ? undefined : kept(name.toUpperCase(), value),
    ]),
  )

  function kept(name: string, value: string): string | undefined {
    if (name === 'NODE_OPTIONS') return loading.test(value) ? undefined : value
    if (!lists.test(name) && !settings.test(name)) return value
    const entries = preloads.test(name) ? value.split(/[\s:;]+/) : value.split(delimiter)
    const safe = entries.filter((entry) => isOutside(entry) || (named.test(name) && /^[^/\\]+$/.test(entry)))
    // An empty PATH is the working folder.
    return safe.length === 0 ? undefined : safe.join(delimiter)
  }

  function isOutside(entry: string): boolean {
    return path.isAbsolute(entry) && !isWithin(entry, checkout)
  }
}

/**
 * The file of a program of this name in the folders of the PATH, in order; undefined where there is none. Left to the system, the search
 * would begin in the working folder on Windows.
 */
export function programOn(env: Env, name: string, platform: string = process.platform): string | undefined {
  if (/[/\\]/.test(name)) return name
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(path.delimiter).filter(Boolean)
  const endings = platform === 'win32' ? ['.exe', '.com'] : ['']
  return folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))).find(isProgram)
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
