import { spawnSync } from 'node:child_process'
import { copyFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** As strictly as a project may be compiled. */
export const strictest: object = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true }

/** How strictly a project may be compiled, both ways of the flags that not everybody sets. */
export const strictness: readonly object[] = [
  { exactOptionalPropertyTypes: false, noUncheckedIndexedAccess: false },
  strictest,
]

/**
 * What a compiler says of a project that uses the library, declarations of packages included; nothing when all fits. The folder's
 * `node_modules` has the packages that the project would have. `tsc` is the compiler's script.
 */
export function callerProblems(folder: string, tsc: string, flags: object): string {
  copyFileSync(path.join('test', 'fixtures', 'library', 'caller.ts'), path.join(folder, 'caller.ts'))
  const compilerOptions = {
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    target: 'es2022',
    lib: ['es2022'],
    module: 'nodenext',
    types: ['node'],
    ...flags,
  }
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['caller.ts'] }))
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '--project', folder], { encoding: 'utf8' })
  return status === 0 ? stdout : `exit code ${status}: ${stdout}${stderr}`
}
