import path from 'node:path'
import type { Files } from './world.ts'

/** The folders at and above this one that hold a repository's checkout, the nearest first. */
export async function checkoutsAround(folder: string, files: Pick<Files, 'exists'>): Promise<readonly string[]> {
  const above = path.dirname(folder)
  const further = above === folder ? [] : await checkoutsAround(above, files)
  return (await files.exists(path.join(folder, '.git'))) ? [folder, ...further] : further
}

/** Whether a path lies in this folder, or is it. Compares names alone: links count as they are called. */
export function isIn(folder: string, file: string): boolean {
  const [first = ''] = path.relative(folder, file).split(path.sep)
  return first !== '..' && !path.isAbsolute(first)
}

/** Whether a path leads to where a commit may have put something: the checkout that this runs in, as the CI system says or as it lies there. */
export async function isInCheckout(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
  files: Pick<Files, 'exists' | 'realPath'>,
): Promise<boolean> {
  const said = [env['GITHUB_WORKSPACE'], env['CI_PROJECT_DIR']].filter((each) => each !== undefined && each !== '')
  const tops = [...said.map((each) => path.resolve(each as string)), cwd, ...(await checkoutsAround(cwd, files))]
  const real = await files.realPath(file)
  for (const top of tops) if (isIn(await files.realPath(top), real)) return true
  return false
}
