import { describe, expect, test } from 'vitest'
import type { RunReport } from '../../src/core/report.ts'
import { renderHtml } from '../../src/report/html/index.ts'
import { errored, failed, firstRelease, hostileRun, inconclusive, passed, reports, rolledBack } from './fixtures.ts'

const headings = (page: string) => [...page.matchAll(/<h2 id="([^"]*)">/g)].map((match) => match[1])
const tags = (page: string) => page.replace(/<style>[\s\S]*?<\/style>/, '').match(/<[a-z!/][^>]*>/gi) ?? []

test('sections stand in order, and those without data are left out', async () => {
  expect(headings(await renderHtml(passed()))).toEqual([
    'metrics',
    'latency',
    'stages',
    'rollout',
    'release',
    'validation',
    'optimisation',
    'environment',
    'evidence',
    'warnings',
    'next',
  ])
  expect(headings(await renderHtml(firstRelease()))).toEqual([
    'latency',
    'stages',
    'rollout',
    'release',
    'validation',
    'environment',
    'evidence',
    'next',
  ])
  expect(headings(await renderHtml(errored()))).toEqual(['stages', 'evidence', 'next'])
})

test('the verdict, the sentence and the numbers are there', async () => {
  const page = await renderHtml(failed())
  expect(page).toContain('<title>fail: digits · airworthy</title>')
  expect(page).toMatch(/<h1>digits <span class="word">fail<\/span><\/h1>/)
  expect(page).toContain(failed().sentence)
  expect(page).toContain('<strong>+62 %</strong>')
  expect(page).toContain('59–66 % higher')
  expect(page).toContain('airworthy verify evidence.json')
})

test('a rollback shows its steps, its proof and its hooks', async () => {
  const page = await renderHtml(rolledBack())
  expect(page).toContain('rolled back</text>')
  expect(page).toContain('200 requests to stable, 0 to the candidate')
  expect(page).toContain('retrain.yml')
  expect(page).toContain('error-rate of the candidate is 3.9–6.8 pp higher')
})

test('problems stand beside the stage that met them, with the place and the hint', async () => {
  const page = await renderHtml(errored())
  expect(page).toContain('(airworthy.yml:3:14)')
  expect(page).toContain('Export the model again')
})

test('what would settle an inconclusive metric is said', async () => {
  expect(await renderHtml(inconclusive())).toContain('To settle it: 38 blocks in total.')
})

describe('the page is self-contained', () => {
  test.each(Object.keys(reports))('%s', async (name) => {
    const page = await renderHtml(reports[name]!())
    expect(page).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"`,
    )
    const names = new Set(tags(page).map((tag) => /^<[/!]?([a-z0-9]+)/i.exec(tag)?.[1]?.toLowerCase()))
    for (const forbidden of [
      'script',
      'iframe',
      'object',
      'embed',
      'form',
      'img',
      'base',
      'foreignobject',
      'use',
      'image',
    ])
      expect(names).not.toContain(forbidden)
    for (const tag of tags(page)) {
      expect(tag.replace(/"[^"]*"/g, '')).not.toMatch(/\son\w+=/i)
      const address = /\s(?:href|src|action|xlink:href)="([^"]*)"/.exec(tag)?.[1]
      if (address !== undefined) expect(address).toMatch(/^(?:#[a-z]+|data:,)$/)
    }
    expect(page).not.toMatch(/url\(/)
  })
})

test('every plot has a name, is drawn for wide and for narrow pages, and holds no other identifier', async () => {
  const page = await renderHtml(passed())
  const plots = [
    ...page.matchAll(
      /<svg [^>]*class="plot (wide|narrow)" role="img" aria-label="([^"]+)" width="(\d+)" height="(\d+)"/g,
    ),
  ]
  expect(plots.map((plot) => plot[1])).toEqual(['wide', 'narrow', 'wide', 'narrow', 'wide', 'narrow', 'wide', 'narrow'])
  for (const [, width, label, w, h] of plots) {
    expect(label?.length).toBeGreaterThan(20)
    expect(Number(w)).toBeLessThanOrEqual(width === 'narrow' ? 342 : 1002)
    expect(Number(h)).toBeGreaterThan(60)
  }
  expect(page.match(/<svg /g)).toHaveLength(plots.length)
  const identifiers = [...page.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1])
  expect(new Set(identifiers).size).toBe(identifiers.length)
})

test('the plots say what the samples say', async () => {
  const page = await renderHtml(passed())
  expect(page).toContain(
    'Median: production 0.419 ms, candidate 0.247 ms. Runs: production 1,440, candidate 1,440, in 12 blocks.',
  )
  expect(page).toMatch(
    /aria-label="Interval of the change against the margin. latency\.p50 \(cpu-b1-t1\): -41 % \(39–43 % lower\), margin 3 %, pass, better\./,
  )
  const medians = page.match(/class="mark-symbol role-mark concat_1_marks"[\s\S]*?<\/g>/)?.[0].match(/<path /g)
  expect(medians).toHaveLength(24)
})

test('odd data still makes a page: one sample, no request, times that are none, ends without bound, a margin of nothing', async () => {
  const run = rolledBack()
  const block = {
    order: ['candidate'],
    runs: {
      candidate: {
        samplesMs: [0.5],
        turns: [1],
        sessionMs: 1,
        firstRunMs: 1,
        peakBytes: 1,
        warmup: { runs: 1, ms: 1, steady: false },
      },
    },
  }
  const odd: RunReport = {
    ...run,
    startedAt: 'never',
    measurements: {
      ...run.measurements!,
      speed: [
        {
          scenario: run.measurements!.speed[0]!.scenario,
          environment: run.measurements!.speed[0]!.environment,
          blocks: [block],
          looks: [],
        },
        {
          scenario: run.measurements!.speed[1]!.scenario,
          environment: run.measurements!.speed[1]!.environment,
          blocks: [],
          looks: [],
        },
      ],
    },
    comparison: {
      ...run.comparison!,
      rows: run.comparison!.rows.map((row, index) => ({
        ...row,
        margin: 0,
        interval: {
          ...row.interval,
          ...(index === 0 ? { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY } : {}),
        },
      })),
    },
    rollout: {
      ...run.rollout!,
      steps: run.rollout!.steps.map((step) => ({ ...step, startedAt: '', seconds: 0, observed: undefined })),
    },
  }
  const page = await renderHtml(odd)
  expect(page).toContain('-∞ to +∞ %')
  expect(page).not.toMatch(/NaN|undefined|Infinity/)
})

test('pages made at the same time are the same as pages made one after the other', async () => {
  const together = await Promise.all([renderHtml(passed()), renderHtml(hostileRun()), renderHtml(passed())])
  expect(together[2]).toBe(together[0])
  expect(await renderHtml(hostileRun())).toBe(together[1])
})

test('a label cannot reach into the drawing through replacement patterns', async () => {
  const run = passed()
  const rows = run.comparison!.rows.map((row) => ({ ...row, metric: "$& $1 $' $`" }))
  const page = await renderHtml({ ...run, comparison: { ...run.comparison!, rows } })
  expect(page).toContain('margin. $&#38; $1 $&#39; $&#96; (cpu-b1-t1): -41 %')
})
