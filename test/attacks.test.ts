import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// docs/security.md says of each attack why it fails, and names the file whose test tries it. This keeps the two the same.

const page = readFileSync('docs/security.md', 'utf8')
const folder = 'test/attacks'
const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'))

const quoted = String.raw`(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")`
/** A test or a group as Biome formats it: at the beginning of a line, whatever it is called through, or behind a table of cases. */
const begun = new RegExp(
  String.raw`^( *)(?:(describe|test)\b(?:.*\))?\(\s*|\S.*\)\(\s*)${quoted},\s*(?:\{.*\}, )?(?:async )?\(`,
  'gm',
)

/** The titles of the tests of a file, behind those of their groups; what stands for the cases of a table is left out, or `…`. */
function titlesIn(source: string): readonly string[] {
  let group: readonly string[] = []
  return [...source.matchAll(begun)].flatMap(([, indent = '', word, single, double]) => {
    const title = (single ?? double ?? '').replaceAll(/\\(.)/g, '$1').replace(/: %[sj]$/, '')
    group = group.slice(0, indent.length / 2)
    if (word === 'describe') group = [...group, title]
    return word === 'describe' ? [] : [[...group, title].join(': ').replaceAll(/(?:%[sj]|\$\w+)(?: \$\w+)*/g, '…')]
  })
}

/** How many tests a file has, told in another way. */
function countIn(source: string): number {
  return source.match(/^ *test(?:\.\w+)?\(/gm)?.length ?? 0
}

/** The table below the line that names a file. */
function tableOf(file: string): readonly (readonly string[])[] {
  const [, after = ''] = page.split(`[${file}](../${file})\n`)
  return cells(after.trimStart().split('\n\n')[0] ?? '')
}

function cells(table: string): readonly (readonly string[])[] {
  const rows = table.split('\n').filter((row) => row.startsWith('| '))
  return rows.slice(2).map((row) => row.slice(2, -2).split(' | '))
}

test.each(files)('the attacks of %s are those that the page lists, each with the reason why it fails', (name) => {
  const source = readFileSync(`${folder}/${name}`, 'utf8')
  const titles = titlesIn(source)
  expect(titles).toHaveLength(countIn(source))
  const lines = tableOf(`${folder}/${name}`)
  expect(lines.map(([attack = '']) => attack).toSorted()).toEqual(titles.toSorted())
  for (const line of lines) expect(line).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S.*\.$/)])
})

test('the page names every file of attacks, and none that there is not', () => {
  const named = [...page.matchAll(/\[(test\/attacks\/[\w-]+\.test\.ts)\]/g)].map(([, file]) => file)
  expect(named.toSorted()).toEqual(files.map((name) => `${folder}/${name}`).toSorted())
})

test('what is shown elsewhere is shown there', () => {
  const [, after = ''] = page.split('\n### Shown elsewhere\n')
  const rows = cells(after.trimStart().split('\n\n')[0] ?? '')
  expect(rows.length).toBeGreaterThan(3)
  for (const [, , shown = ''] of rows) {
    const [, file = '', title = ''] = /^\[(test\/[\w/-]+\.test\.ts)\]\(\.\.\/\1\): (.+)$/.exec(shown) ?? []
    expect([shown, titlesIn(readFileSync(file, 'utf8'))]).toEqual([shown, expect.arrayContaining([title])])
  }
})

test('there are at least sixty attacks', () => {
  const attacks = files.flatMap((name) => tableOf(`${folder}/${name}`).map(([attack]) => attack))
  expect(new Set(attacks).size).toBe(attacks.length)
  expect(attacks.length).toBeGreaterThanOrEqual(60)
})
