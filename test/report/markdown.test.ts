import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RunReport } from '../../src/core/report.ts'
import { bar } from '../../src/report/markdown/bar.ts'
import { latencyChart } from '../../src/report/markdown/chart.ts'
import { renderMarkdown } from '../../src/report/markdown/index.ts'
import {
  errored,
  failed,
  firstRelease,
  hostile,
  hostileRun,
  inconclusive,
  passed,
  reports,
  rolledBack,
} from './fixtures.ts'

test('the first line is the verdict with the key number, then comes the sentence', () => {
  const [heading, , sentence] = renderMarkdown(failed()).split('\n')
  expect(heading).toBe('### ✗ Fail: latency.p50 59–66 % higher, margin 3 %')
  expect(sentence).toBe(failed().sentence)
})

test('links stand at the end, and nothing ends their addresses early', () => {
  const text = renderMarkdown(passed(), { links: [{ text: 'The *run*', url: 'https://host/a b(c)"<d>?e=f#g' }] })
  expect(text).toContain('[The &#42;run&#42;](https://host/a%20b%28c%29%22%3Cd%3E?e=f#g)')
})

test('what would settle an inconclusive metric is said', () => {
  expect(renderMarkdown(inconclusive())).toMatch(
    /<summary>What would settle it<\/summary>\n\n- <code>[^\n]*: about \d+ \w+ in total/,
  )
  expect(renderMarkdown(firstRelease())).not.toContain('What would settle it')
})

test('the open table has three columns, the gated metrics first', () => {
  const text = renderMarkdown(passed())
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('| <code>'))
    .slice(0, 7)
  const names = rows.map((row) => /<code>([^<]*)/.exec(row)?.[1])
  expect(names.slice(0, 3)).toEqual(['latency.p50', 'latency.p50', 'accuracy'])
  for (const row of rows) {
    expect(row.split(' | ')).toHaveLength(3)
    expect(row.split(' | ')[0]).toMatch(/<br>(?:✓ pass|✗ fail|\? inconclusive)/)
  }
})

test('the rest is folded, and each folded part is closed', () => {
  const text = renderMarkdown(rolledBack())
  const summaries = [...text.matchAll(/<details><summary>([^<]*)<\/summary>\n\n/g)].map((match) => match[1])
  expect(summaries).toEqual([
    '1 warning',
    'What would settle it',
    'All metrics',
    'Latency',
    'Rollout steps',
    'Stages',
    'Validation findings',
    'Optimisation',
    'Environment',
    'How to reproduce',
  ])
  expect(text.match(/<\/details>/g)).toHaveLength(summaries.length)
  expect(text).toContain('**Rollout of v1.1.0**: rolled back (5 % ✓ → 25 % ✓ → 50 % ✗): error-rate was too high')
})

test('what the run does not have is left out', () => {
  const text = renderMarkdown(errored())
  expect(text).not.toContain('| Metric')
  expect(text).not.toContain('mermaid')
  expect(text).not.toContain('Rollout')
  expect(text).toContain('**validate** <code>model-invalid</code>: models/digits.onnx is not an ONNX model')
  expect(text).toContain('→ Export the model again')
  expect(renderMarkdown(inconclusive())).toContain('? Inconclusive: latency.p50 -2.1 to +4.6 %, margin 3 %')
})

test('the commands to reproduce stand in a fence that their text cannot close', () => {
  const run: RunReport = { ...passed(), next: [{ command: 'x ```` y', what: 'z' }] }
  const fence = /^(`+)sh\n([\s\S]*?)\n\1$/m.exec(renderMarkdown(run))
  expect(fence?.[1]).toBe('`````')
  expect(fence?.[2]?.split('\n')).toEqual([
    'airworthy run pipelines/quickstart.yml  # run it again',
    'airworthy verify evidence.json  # recompute every verdict',
    'x ```` y  # z',
  ])
})

describe('the bar', () => {
  const row = (low: number, middle: number, high: number, margin = 0.04) => ({
    ...passed().comparison!.rows[0]!,
    change: middle,
    interval: { low, high, level: 0.98 },
    margin,
  })

  test('shows the interval against zero and the margin, right is better', () => {
    expect(bar(row(-0.02, -0.01, 0))).toBe('····┊··━●━·····')
    expect(bar(row(0.03, 0.05, 0.06))).toBe('···●━━·│·······')
  })

  test('has arrows where the interval leaves it, and always the same width', () => {
    expect(bar(row(-0.9, -0.8, -0.7))).toBe('····┊··│······▶')
    expect(bar(row(0.7, 0.8, 0.9))).toBe('◀···┊··│·······')
    const end = fc.double({ min: -2, max: 2, noNaN: true })
    fc.assert(
      fc.property(end, end, fc.constantFrom(0, 0.01, 1), (a, b, margin) => {
        expect([...bar(row(Math.min(a, b), (a + b) / 2, Math.max(a, b), margin))]).toHaveLength(15)
      }),
    )
  })
})

describe('the chart', () => {
  test('has two lines of at most 30 plain numbers, which are the shares of the runs', () => {
    const lines = latencyChart(passed())!
      .mermaid.split('\n')
      .filter((line) => line.includes('line ['))
    expect(lines).toHaveLength(2)
    for (const line of lines) {
      const numbers = line
        .slice(line.indexOf('[') + 1, -1)
        .split(', ')
        .map(Number)
      expect(numbers).toHaveLength(30)
      const drawn = numbers.reduce((sum, share) => sum + share, 0)
      expect(drawn).toBeGreaterThan(95)
      expect(drawn).toBeLessThanOrEqual(100.1)
    }
    expect(latencyChart(firstRelease())!.mermaid.match(/line \[/g)).toHaveLength(1)
    expect(latencyChart(errored())).toBeUndefined()
  })

  test('holds no word from outside', () => {
    expect(latencyChart(hostileRun())?.mermaid).toBe(latencyChart(rolledBack())?.mermaid)
  })
})

describe('the limit', () => {
  /** A run with `count` of everything, each with a text of `length` characters that grow when they are escaped. */
  const huge = (count: number, length: number): RunReport => {
    const run = hostileRun()
    const text = '@👍|'.repeat(Math.ceil(length / 4))
    const rows = Array.from({ length: count }, (_, index) => ({
      ...run.comparison!.rows[index % 7]!,
      metric: `${index}${text}`,
      why: text,
      method: text,
      unit: text,
    }))
    const stages = Array.from({ length: count }, () => ({ ...run.stages[0]!, name: text, summary: text }))
    return { ...run, sentence: text, runId: text, stages, comparison: { ...run.comparison!, rows } }
  }

  test.each([
    [20, 400],
    [300, 100],
    [2000, 30],
    [50, 50_000],
  ])('%d entries of %d characters stay below it, whole', (count, length) => {
    const text = renderMarkdown(huge(count, length))
    expect(text.length).toBeLessThan(65_536)
    expect(text).not.toMatch(/\p{Cs}/u)
    expect(text.match(/<details>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0)
    expect(text).toMatch(/^### /)
    expect(text.trimEnd()).toMatch(/<\/sub>$/)
  })

  test('a lower limit gives less detail', () => {
    const full = renderMarkdown(huge(20, 100))
    const short = renderMarkdown(huge(20, 100), { limit: 16_000 })
    expect(short.length).toBeLessThanOrEqual(16_000)
    expect(full.length).toBeGreaterThan(short.length)
  })
})

/** The code block of commands, where nothing is interpreted. */
const shell = /^(`{3,})sh\n[\s\S]*?\n\1$/m

test('hostile words open nothing: the structure is that of the same run with harmless ones', () => {
  const structure = (run: RunReport) =>
    renderMarkdown(run)
      .replace(shell, '')
      .split('\n')
      .map((line) => line.replace(/&#\d+;/g, '').match(/<\/?[a-z]+>|^\| |\||`{3,}|^#{1,6} |^- |\*\*/g) ?? [])
      .map((marks) => marks.join(''))
  const harmless = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_key, member: unknown) =>
        typeof member === 'string'
          ? hostile.reduce((text, word) => text.replace(` ${word}`, ' harmless'), member)
          : member,
      ),
    )
  expect(structure(hostileRun())).toEqual(structure(harmless(hostileRun()) as RunReport))
  const text = renderMarkdown(hostileRun()).replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
  expect(text.replace(shell, '')).not.toMatch(/@\w/)
  expect(text.replace(shell, '')).not.toMatch(/https?:\/\//)
})

test('every line of every report is free of control characters', () => {
  for (const run of Object.values(reports)) expect(renderMarkdown(run())).not.toMatch(/[^\n\P{Cc}]|\p{Cs}/u)
})
