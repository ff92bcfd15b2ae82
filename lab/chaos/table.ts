import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'

/** What came of the histories of one kind. */
export interface Summary {
  histories: number
  broken: number
  /** How often each thing happened. */
  readonly counts: Map<string, number>
}

const page = path.join(import.meta.dirname, '..', '..', 'docs', 'chaos.md')
const mark = '<!-- table -->'

/** In Markdown, with the machine and the day. */
export function tableOf(summaries: ReadonlyMap<string, Summary>): string {
  const model = cpus()[0]?.model.replace(/ \d+-Core.*| @.*/, '') ?? 'an unknown processor'
  const rows = [...summaries].map(([kind, { histories, broken, counts }]) => {
    const happened = [...counts].map(([name, count]) => `${name}: ${count.toLocaleString('en')}`).join(', ')
    return `| ${kind} | ${histories.toLocaleString('en')} | ${happened} | ${broken} |`
  })
  return [
    `${model}, ${cpus().length} processors, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`,
    '',
    '| kind | histories | what happened | broke a promise |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** Puts a table below the mark of the page, in place of the one that is there. */
export function writeTable(table: string): void {
  const [text = ''] = readFileSync(page, 'utf8').split(mark)
  writeFileSync(page, `${text}${mark}\n${table}\n`)
}
