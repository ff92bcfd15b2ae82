import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/** Where CI systems put the commit that it runs. */
const workspaces = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'BUILD_SOURCESDIRECTORY', 'WORKSPACE'] as const

/**
 * The folder that holds what a commit brought: the topmost repository in which one works; where there is none, the workspace
 * of the CI system, or else the working folder itself.
 */
export function checkoutOf(cwd: string, env: Env): string {
  const top = withParents(cwd).findLast((folder) => !isRoot(folder) && existsSync(path.join(folder, '.git')))
  if (top !== undefined) return top
  return workspaces.flatMap((name) => env[name] || []).find((folder) => isWithin(cwd, folder)) ?? cwd
}

/** A folder and those above it, the nearest first. */
export function withParents(folder: string): readonly string[] {
  return isRoot(folder) ? [folder] : [folder, ...withParents(path.dirname(folder))]
}

/** Whether a file or a folder lies in a folder, or is it: by its name, or where links lead. */
export function isWithin(file: string, folder: string): boolean {
  return [file, real(file)].some((from) => [folder, real(folder)].some((to) => isBelow(from, to)))
}

function isRoot(folder: string): boolean {
  return path.dirname(folder) === folder
}

function isBelow(file: string, folder: string): boolean {
  const way = path.relative(folder, file)
  return way.split(path.sep)[0] !== '..' && !path.isAbsolute(way)
}

/** Of what is not there, the place that it would have. */
function real(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return isRoot(file) ? file : path.join(real(path.dirname(file)), path.basename(file))
  }
}
