// What one more promotion costs, a release and an assignment in a process that has read nothing before, as the ledger grows.
//   npx tsx lab/ledger-cost.ts [--entries 100,1000,2000,10000] [--times 7] [--write]
// `--write` puts the table into docs/ledger-cost.md. Figures are medians, with the least and the most.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { median } from '../src/stats/describe.ts'
import { builders } from './ledger-cost/ledgers.ts'
import { type Cost, costsOf, entriesFor } from './ledger-cost/measure.ts'

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '100,1000,2000,10000' },
    times: { type: 'string', default: '7' },
    write: { type: 'boolean', default: false },
  },
})
const times = Number(values.times)
const sizes = values.entries.split(',').map((count) => entriesFor(Number(count)))

const rows: string[] = []
for (const builder of builders)
  for (const entries of sizes) {
    rows.push(rowOf(builder.name, entries, await costsOf(builder, entries, times)))
    console.log(rows.at(-1))
  }

const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}, ${times} promotions each`
const table = [
  machine,
  '',
  '| ledger | entries before | wall time | our processor time | of it for the first entry | git’s processor time | calls of git | bytes of objects |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ...rows,
].join('\n')
if (values.write) writeTable(table)

function rowOf(name: string, entries: number, costs: readonly Cost[]): string {
  const cells = [
    spread(
      costs.map(({ wallMs }) => wallMs),
      'ms',
    ),
    spread(
      costs.map(({ ownMs }) => ownMs),
      'ms',
    ),
    spread(
      costs.map(({ firstMs }) => firstMs),
      'ms',
    ),
    spread(
      costs.flatMap(({ gitMs }) => gitMs ?? []),
      'ms',
    ),
    spread(costs.map(({ calls }) => calls)),
    costs[0]?.objectBytes.length === 0
      ? '–'
      : spread(costs.map(({ objectBytes }) => objectBytes.reduce((sum, bytes) => sum + bytes, 0))),
  ]
  return `| ${name} | ${entries.toLocaleString('en')} | ${cells.join(' | ')} |`
}

function spread(figures: readonly number[], unit = ''): string {
  if (figures.length === 0) return 'not known'
  const shown = (figure: number): string => Math.round(figure).toLocaleString('en')
  const [least, most] = [Math.min(...figures), Math.max(...figures)].map(shown)
  const middle = `${shown(median(figures))}${unit === '' ? '' : ` ${unit}`}`
  return least === most ? middle : `${middle} (${least} to ${most})`
}

/** Between the marks of the page, all else of which people write. */
function writeTable(text: string): void {
  const file = 'docs/ledger-cost.md'
  const [before = '', , after = ''] = readFileSync(file, 'utf8').split(/(?<=<!-- table -->\n)|(?=<!-- end -->)/)
  writeFileSync(file, `${before}${text}\n${after}`)
}
