import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Surroundings } from './places.ts'

/**
 * How npm is started. On Windows it is a batch file, which only a shell could start: its script is given to Node instead.
 */
export function npmProgram(
  { platform, env }: Pick<Surroundings, 'platform' | 'env'>,
  exists: (file: string) => boolean = existsSync,
): { readonly program: string; readonly args: readonly string[] } {
  if (platform !== 'win32') return { program: 'npm', args: [] }
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(';').filter(Boolean)
  const scripts = folders.map((folder) => path.win32.join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'))
  const script = scripts.find(exists)
  return script === undefined ? { program: 'npm', args: [] } : { program: process.execPath, args: [script] }
}
