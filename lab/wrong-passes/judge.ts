import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Files } from './attempt.ts'
import type { Finding, Question } from './truth.ts'

/** A question about files that are there. */
export interface Asked {
  readonly question: Question
  readonly folder: string
  readonly files: Files
}

/** The members of a question that name files. */
const fileMembers = ['model', 'data', 'from'] as const

/** What a finding is recorded under: the question, and the bytes of the files that it is about. Where these change, it is not found. */
export function keyOf({ question, files }: Pick<Asked, 'question' | 'files'>): string {
  // Files of weights are judged with the model that names them.
  const weights = Object.keys(files).filter((name) => name.endsWith('.data'))
  const names = [...fileMembers.flatMap((member) => question[member] ?? []), ...weights.sort()]
  const digests = names.map((name) => `${name} ${digestOf(files[name] ?? 'missing')}`)
  return digestOf([JSON.stringify(question), ...digests].join('\n')).slice(0, 24)
}

function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Asks Python, once for all. Throws an Error where it does not answer. */
export function ask(python: string, asked: readonly Asked[]): Finding[] {
  const questions = asked.map(({ question, folder }) => {
    const places = fileMembers.flatMap((member) => {
      const name = question[member]
      return name === undefined ? [] : [[member, path.join(folder, name)] as const]
    })
    return { ...question, ...Object.fromEntries(places) }
  })
  const { status, stdout, stderr, error } = spawnSync(python, [path.join(import.meta.dirname, 'judge.py')], {
    input: JSON.stringify(questions),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (error !== undefined || status !== 0) throw new Error(`the judge did not answer: ${error?.message ?? stderr}`)
  const findings = JSON.parse(stdout) as Finding[]
  return findings.map((finding, at) => withoutFolder(finding, asked[at]?.folder ?? ''))
}

/** What is recorded is the same wherever the files lay. */
function withoutFolder(finding: Finding, folder: string): Finding {
  return 'refused' in finding ? { refused: finding.refused.replaceAll(`${folder}/`, '') } : finding
}

export const recordedFile: string = path.join(import.meta.dirname, 'judged.json')

let read: Readonly<Record<string, Finding>> | undefined

export function recordings(): Readonly<Record<string, Finding>> {
  read ??= JSON.parse(readFileSync(recordedFile, 'utf8')) as Readonly<Record<string, Finding>>
  return read
}

/** What the judge found of these very files when it was asked last. Throws an Error where it was not asked, or they changed. */
export function recordedOf(asked: Asked): Finding {
  const finding = recordings()[keyOf(asked)]
  if (finding !== undefined) return finding
  const name = path.basename(asked.folder)
  throw new Error(
    `the judge was not asked for ${asked.question.ask} of the files of ${name} as they are: run with --record`,
  )
}
