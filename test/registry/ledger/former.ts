import { execFileSync } from 'node:child_process'
import type { LedgerEntry } from '../../../src/core/ledger.ts'
import { readEntries } from '../../../src/registry/ledger/chained.ts'
import { formatEntry } from '../../../src/registry/ledger/entry.ts'

const branch = 'refs/heads/airworthy/ledger'

/** The texts of entries, each chained to those before it. */
export function chainedTexts(entries: readonly LedgerEntry[]): readonly string[] {
  let read = readEntries([], () => ({ ledger: '', entry: '' }))
  return entries.map((entry) => {
    const text = formatEntry(read.next(entry))
    read = read.and([text])
    return text
  })
}

/** Writes a ledger as earlier versions of Airworthy did: all entries in one folder, and all releases. */
export function writeFormer(repository: string, entries: readonly LedgerEntry[]): void {
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`
  const commits = chainedTexts(entries).map((text, at) => {
    const number = String(at + 1).padStart(6, '0')
    const release =
      entries[at]?.kind === 'release' ? `M 100644 inline releases/${number}.md\n${data('# a release')}` : ''
    const files = `M 100644 inline README.md\n${data('# The ledger')}M 100644 inline entries/${number}.json\n${data(`${text}\n`)}`
    return `commit ${branch}\ncommitter ada <ada@x> ${1_767_225_600 + at} +0000\n${data(`Entry ${number}`)}${files}${release}`
  })
  execFileSync('git', ['fast-import', '--quiet'], { cwd: repository, input: commits.join('') })
}
