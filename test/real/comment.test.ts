import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderMarkdown } from '../../src/report/index.ts'
import { commentPage } from '../github/page.ts'
import { hostileRun, reports } from '../report/fixtures.ts'

/** The comment in a real browser, as wide as a phone. */
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
const phone = { width: 390, height: 844 }

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath, args })
}, 60_000)
afterAll(() => browser?.close())

const links = [{ text: 'The run', url: 'https://github.com/owner/repository/actions/runs/1' }]
const all = [...Object.entries(reports), ['hostile', hostileRun] as const]

test.each(all)(
  '%s: on a phone nothing is wider than the screen, and the verdict is what is seen first',
  async (name, report) => {
    const page = await browser.newPage({ viewport: phone, isMobile: true })
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.setContent(commentPage(renderMarkdown(report(), { links })), { waitUntil: 'load' })
    const seen = (await page.evaluate(`({
    width: document.documentElement.scrollWidth,
    heading: document.querySelector('h3').getBoundingClientRect().bottom,
    open: document.querySelectorAll('details[open]').length,
    closed: document.querySelectorAll('details').length,
    table: document.querySelector('body > table')?.getBoundingClientRect().top ?? 0,
    columns: document.querySelector('body > table tr')?.children.length ?? 0,
    hidden: Math.max(0, ...[...document.querySelectorAll('body > table')].map((one) => one.scrollWidth - one.clientWidth)),
  })`)) as Record<'width' | 'heading' | 'open' | 'closed' | 'table' | 'columns' | 'hidden', number>
    expect(seen.width).toBeLessThanOrEqual(phone.width)
    expect(seen.heading).toBeLessThan(phone.height / 4)
    expect(seen.table).toBeLessThan(phone.height)
    expect(seen.columns).toBeLessThanOrEqual(4)
    // A table scrolls by itself: what users have of their own names may make it do so, ours does not.
    if (!name.startsWith('hostile')) expect(seen.hidden).toBe(0)
    expect(seen.open).toBe(0)
    expect(seen.closed).toBeGreaterThan(0)
    expect(requests.filter((url) => !url.startsWith('about:'))).toEqual([])
    await page.close()
  },
)
