import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import type { RunReport } from '../../src/core/report.ts'
import { terminalText } from '../../src/report/escape.ts'
import { renderMarkdown, renderReleaseNotes } from '../../src/report/index.ts'
import { renderTerminal } from '../../src/report/terminal/index.ts'
import { hostile, saying } from './fixtures.ts'

/** As GitHub renders it, but for the cleaning of HTML that follows there: here nothing may be left to clean. */
function html(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
}

/** What we write ourselves. */
const ours =
  /^<\/?(?:h3|p|table|thead|tbody|tr|th|td|strong|code|br|sub|details|summary|ul|li|pre|blockquote)>$|^<br \/>$|^<code class="language-(?:sh|mermaid)">$/

const renderings: Readonly<Record<string, (report: RunReport) => string>> = {
  'the comment': (report) => renderMarkdown(report, { preface: 'From elsewhere.' }),
  'the release notes': (report) => renderReleaseNotes(report) ?? '',
}

const tagsOf = (page: string): string[] => [...page.matchAll(/<[a-z!/?][^>]*>/gi)].map(([tag]) => tag)

describe.each(Object.entries(renderings))('%s', (_, render) => {
  const harmless = tagsOf(html(render(saying('w'))))
  const rendered = new Map(hostile.map((text) => [text, render(saying(text))]))

  test('holds the strings at all', () => {
    expect(render(saying('harmless-word'))).toContain('harmless-word')
  })

  test.each(hostile.map((text) => [JSON.stringify(text).slice(0, 60), text] as const))(
    '%s opens nothing',
    (_, text) => {
      const page = html(rendered.get(text) ?? '')
      const tags = tagsOf(page)
      expect(tags.filter((tag) => !ours.test(tag))).toEqual([])
      // The same elements as with a harmless word: none was closed early, none begun.
      expect(tags).toEqual(harmless)
      // What GitHub looks for in the text once entities are decoded; in code it looks for nothing.
      const seen = decoded(page.replace(/<(code|pre)[^>]*>[\s\S]*?<\/\1>/g, ' '))
      expect(seen.match(/(?<![\w/])@[A-Za-z0-9]/g)).toBeNull()
      expect(seen.match(/(?<![\w&])#\d|\bgh-\d|\w#\d/gi)).toBeNull()
      expect(seen.match(/\b(?:https?|ftp|mailto|xmpp):\S|\bwww\.\w/gi)).toBeNull()
      expect(seen.match(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u0000-\u0008\u001b\u009b]/g)).toBeNull()
    },
  )

  test('no line of it is a command of the runner', () => {
    const lines = [...rendered.values()].flatMap((text) => text.split(/[\r\n\u2028\u2029\u0085]/))
    expect(lines.length).toBeGreaterThan(10 * hostile.length)
    expect(lines.filter((line) => /^\s*(?:::|##\[)/.test(line))).toEqual([])
  })
})

test('no line of a log is a command of the runner, or moves the cursor', () => {
  const lines = hostile.flatMap((text) => [
    terminalText(text),
    ...renderTerminal(saying(text), { colour: false, width: 80 }).split('\n'),
  ])
  expect(lines.length).toBeGreaterThan(10 * hostile.length)
  expect(lines.filter((line) => /^\s*(?:::\w|##\[)/.test(line))).toEqual([])
  const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/
  expect(lines.filter((line) => unseen.test(line))).toEqual([])
})

function decoded(page: string): string {
  return page
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
