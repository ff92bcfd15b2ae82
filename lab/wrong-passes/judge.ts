import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Files } from './attempt.ts'
import type { Finding, Question } from './truth.ts'

/** A question about files that are there. */
export interface Asked {
  readonly question: Question
  readonly folder: string
  readonly files: Files
}

const fileMembers = ['model', 'data', 'from'] as const

/** What a recorded finding is found under: the question, and the bytes of the files that it names. Where those change, it is not found. */
export function keyOf({ question, files }: Asked): string {
  const hash = createHash('sha256').update(JSON.stringify(question))
  for (const member of fileMembers) {
    const name = question[member]
    if (name === undefined) continue
    const bytes = files[name]
    hash.update(`\n${name}\n${bytes === undefined ? 'missing' : createHash('sha256').update(bytes).digest('hex')}`)
  }
  // Files that a model names are judged with it.
  for (const name of Object.keys(files)
    .filter((each) => /\.(data|bin)$/.test(each))
    .sort())
    hash.update(
      `\n${name}\n${createHash('sha256')
        .update(files[name] as string | Uint8Array)
        .digest('hex')}`,
    )
  return hash.digest('hex').slice(0, 24)
}

/** Asks Python, once for all. Throws an Error where it does not run. */
export function ask(python: string, asked: readonly Asked[]): Finding[] {
  const questions = asked.map(({ question, folder }) => {
    const placed = fileMembers.flatMap((member) => {
      const name = question[member]
      return name === undefined ? [] : [[member, path.join(folder, name)] as const]
    })
    return { ...question, ...Object.fromEntries(placed) }
  })
  const { status, stdout, stderr, error } = spawnSync(python, [path.join(import.meta.dirname, 'judge.py')], {
    input: JSON.stringify(questions),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (error !== undefined || status !== 0) throw new Error(`the judge did not answer: ${error?.message ?? stderr}`)
  const folders = asked.map(({ folder }) => folder)
  return (JSON.parse(stdout) as Finding[]).map((finding, at) => withoutFolder(finding, folders[at] as string))
}

/** What is recorded is the same wherever the files lay. */
function withoutFolder(finding: Finding, folder: string): Finding {
  return 'refused' in finding ? { refused: finding.refused.replaceAll(`${folder}/`, '') } : finding
}

export type Recorded = Readonly<Record<string, Finding>>

export const recordedFile: string = path.join(import.meta.dirname, 'judged.json')

export function recorded(): Recorded {
  return existsSync(recordedFile) ? (JSON.parse(readFileSync(recordedFile, 'utf8')) as Recorded) : {}
}
