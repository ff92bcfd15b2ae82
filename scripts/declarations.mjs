// dist/library.d.ts: the types of the library in one file, and nothing that they do not reach.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor'

/** Writes the declarations of the library in `top` to `file`. Throws when they need a name twice, or something is not resolved. */
export function declarations(top, file) {
  mkdirSync(path.join(top, '.build'), { recursive: true })
  // In the repository, because the declarations of each file import packages.
  const folder = mkdtempSync(path.join(top, '.build', 'types-'))
  try {
    const tsc = path.join(path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')
    const project = path.join(top, 'tsconfig.types.json')
    execFileSync(process.execPath, [tsc, '--project', project, '--outDir', folder], { stdio: 'inherit' })
    rollUp(top, path.join(folder, 'entry', 'library.d.ts'), file)
  } finally {
    rmSync(folder, { recursive: true })
  }
  const twice = /^(?:export )?declare \w+ (\w+)_\d+\b/m.exec(readFileSync(file, 'utf8'))
  if (twice !== null)
    throw new Error(`two types of the library are called ${twice[1]}, so one would get a number: rename one`)
}

function rollUp(top, entry, file) {
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: top,
      mainEntryPointFilePath: entry,
      compiler: { overrideTsconfig: compiler(top, entry) },
      dtsRollup: { enabled: true, untrimmedFilePath: file },
      apiReport: { enabled: false },
      docModel: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: path.join(top, 'package.json'),
  })
  const problems = []
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback(message) {
      message.handled = true
      // The compiler's own messages are problems; the others are advice on how to write comments.
      if (message.category === 'Compiler' || message.logLevel === ExtractorLogLevel.Error) problems.push(message.text)
    },
  })
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

function compiler(top, entry) {
  const { compilerOptions } = JSON.parse(readFileSync(path.join(top, 'tsconfig.json'), 'utf8'))
  const { declaration: _, rewriteRelativeImportExtensions: __, ...options } = compilerOptions
  return { compilerOptions: options, files: [entry] }
}
