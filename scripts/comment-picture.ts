// A picture of the comment on a pull request as a phone shows it, from the report of a run:
//   npx tsx scripts/comment-picture.ts report.json docs/comment.png      (with Chromium, or CHROMIUM_PATH)
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { RunReport } from '../src/core/report.ts'
import { renderMarkdown } from '../src/report/index.ts'
import { commentPage } from '../test/github/page.ts'

const [file = '', out = 'docs/comment.png'] = process.argv.slice(2)
const report = JSON.parse(readFileSync(file, 'utf8')) as RunReport
const links = [
  { text: 'The run', url: 'https://github.com/owner/repository/actions/runs/1' },
  { text: 'Its artifacts, with the full report', url: 'https://github.com/owner/repository/actions/runs/1#artifacts' },
]
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true })
await page.setContent(commentPage(renderMarkdown(report, { links })), { waitUntil: 'load' })
await page.screenshot({ path: out, fullPage: true })
await browser.close()
