import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderHtml } from '../../src/report/html/index.ts'
import { hostile, reports } from '../report/fixtures.ts'

/** The HTML report in a real browser: Debian's Chromium, or the one that CHROMIUM_PATH names. */
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The questions asked inside of the page: plain JavaScript, one object. */
const inPage = await readFile(new URL('../fixtures/reports/in-page.js', import.meta.url), 'utf8')

let browser: Browser
let folder: string

beforeAll(async () => {
  browser = await chromium.launch({ executablePath, args })
  folder = await mkdtemp(path.join(tmpdir(), 'airworthy-report-'))
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

interface Opened {
  readonly page: Page
  /** What must stay empty: messages of the console, dialogs, requests other than for the page itself. */
  readonly trouble: string[]
}

async function open(name: string, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Opened> {
  const file = await written(name)
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
  const trouble: string[] = []
  const address = pathToFileURL(file).href
  page.on('console', (message) => trouble.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`)
    return dialog.dismiss()
  })
  page.on('request', (request) => {
    if (request.url() !== address && !request.url().startsWith('data:')) trouble.push(`request: ${request.url()}`)
  })
  await page.goto(address, { waitUntil: 'load' })
  return { page, trouble }
}

const files = new Map<string, string>()

/** The path of the page of a report, made once. */
async function written(name: string): Promise<string> {
  const file = files.get(name) ?? path.join(folder, `${name}.html`)
  if (!files.has(name)) await writeFile(file, await renderHtml(reports[name]!()))
  files.set(name, file)
  return file
}

describe.each(Object.keys(reports))('%s', (name) => {
  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('at %d px, %s: whole, quiet, and nothing beyond the edge', async (width, scheme) => {
    const { page, trouble } = await open(name, width, scheme)
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
    expect(await page.locator('.sentence').isVisible()).toBe(true)
    expect(await look<number>(page, 'width')).toBeLessThanOrEqual(width)
    await expectPlots(page, width)
    expect(trouble).toEqual([])
    await page.close()
  })
})

test('every section is there, named by its heading, and reached from the contents', async () => {
  const { page } = await open('passed', 1280)
  const links = await page.getByRole('navigation', { name: 'Contents' }).getByRole('link').allInnerTexts()
  expect(links).toEqual([
    'Metrics',
    'Latency',
    'Stages',
    'Rollout',
    'Release',
    'Validation',
    'Optimisation',
    'Environment',
    'Evidence',
    'Warnings',
  ])
  for (const title of links) {
    await page.getByRole('navigation').getByRole('link', { name: title }).click()
    const section = page.getByRole('region', { name: title, exact: true })
    expect(await section.isVisible()).toBe(true)
    const heading = await section.getByRole('heading', { level: 2 }).boundingBox()
    expect(heading?.y).toBeGreaterThanOrEqual(0)
  }
  await page.close()
})

test('tables keep their meaning for assistive technology when they become cards', async () => {
  for (const width of [1280, 390]) {
    const { page } = await open('passed', width)
    const table = page.getByRole('table', { name: 'Candidate against production v1.0.0' })
    expect(await table.getByRole('rowheader').allInnerTexts()).toContain('accuracy')
    expect(await table.getByRole('columnheader').count()).toBe(7)
    expect(await table.getByRole('row').count()).toBe(8)
    await page.close()
  }
})

test('texts of a plot do not run into one another, nor out of it', async () => {
  for (const name of ['passed', 'failed', 'inconclusive', 'rolledBack', 'firstRelease'])
    for (const width of [1280, 390]) {
      const { page } = await open(name, width)
      expect(await look(page, 'overlaps')).toEqual([])
      await page.close()
    }
})

test('both colour schemes keep a contrast of 4.5 : 1 for text', async () => {
  for (const scheme of ['light', 'dark'] as const)
    for (const name of ['passed', 'failed', 'inconclusive', 'rolledBack']) {
      const { page } = await open(name, 1280, scheme)
      expect(await look(page, 'lowContrast')).toEqual([])
      await page.close()
    }
})

test('hostile words are shown as words', async () => {
  const { page, trouble } = await open('hostileRun', 1280)
  expect(await page.locator('script, iframe, img, object, embed, form').count()).toBe(0)
  const shown = await page.locator('body').innerText()
  const markup = hostile.filter((word) => /^[!-~ ]+$/.test(word) && /[<&]/.test(word))
  expect(markup.filter((word) => shown.includes(word)).length).toBeGreaterThan(markup.length / 2)
  expect(await look(page, 'sections')).toBe(11)
  await page.waitForTimeout(200)
  expect(trouble).toEqual([])
  await page.close()
})

/** The plots for this width are visible, as wide as their place allows, and have marks in them; the others are hidden. */
async function expectPlots(page: Page, width: number): Promise<void> {
  const plots = await look<readonly Plot[]>(page, 'plots')
  const shown = plots.filter((plot) => plot.width > 0)
  expect(shown).toHaveLength(plots.length / 2)
  for (const plot of shown) {
    expect(plot.kind).toBe(width > 820 ? 'wide' : 'narrow')
    expect(plot.right).toBeLessThanOrEqual(width)
    expect(plot.height).toBeGreaterThan(50)
    expect(plot.marks).toBeGreaterThan(8)
  }
}

interface Plot {
  readonly kind: 'wide' | 'narrow'
  readonly width: number
  readonly height: number
  readonly right: number
  readonly marks: number
}

/** Runs one of the questions of `in-page.js` in the page. */
async function look<Answer>(
  page: Page,
  question: 'plots' | 'overlaps' | 'lowContrast' | 'width' | 'sections',
): Promise<Answer> {
  return page.evaluate(`(${inPage})['${question}']()`)
}
