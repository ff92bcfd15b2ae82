import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clip } from '../../src/core/clip.ts'
import {
  html,
  htmlText,
  joined,
  markdown,
  markdownText,
  plain,
  terminalText,
  trusted,
} from '../../src/report/escape.ts'
import { hostile } from './fixtures.ts'

/** Any text, often with pieces of what the languages obey in it, in any order. */
const pieces = fc.constantFrom(
  '\u001b[31m',
  '\u001b]8;;x\u0007',
  '\u009b',
  '@',
  '#',
  '::',
  ':',
  '|',
  '`',
  '<',
  '>',
  '&',
  '[',
  ']',
  '](',
  'http://',
  'www.',
  'GH-',
  '\n',
  '\r',
  '\t',
  '\u202e',
  '\u200b',
  '\ud83d',
  '\ude00',
  '-',
  '=',
  '1.',
  ' ',
  'a',
  '0',
  '\\',
  '_',
  '*',
  '$',
  '##[',
)
const nasty = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
)

describe('plain', () => {
  test('leaves no control, bidirectional or invisible character, no lone surrogate and no line break', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(plain(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u)
      }),
    )
  })

  test('drops the escape sequences of a terminal whole, and keeps the words', () => {
    expect(plain('\u001b[1;31mred\u001b[0m and \u001b]8;;https://x\u0007link\u001b]8;;\u001b\\ here')).toBe(
      'red and link here',
    )
    expect(plain('one\r\n\ttwo')).toBe('one two')
    expect(plain('größer 日本語 👍')).toBe('größer 日本語 👍')
  })

  // How its time grows is measured by lab/growth.ts.
  test('gets to the end of long hostile text', () => {
    for (const piece of ['\u0090', '\u001b]', '\u001b[', '\u001b', ':', ' ', '@'])
      expect(/\p{Cc}/u.test(plain(piece.repeat(200_000))), JSON.stringify(piece)).toBe(false)
  })
})

describe('terminalText', () => {
  test('no word can start a command of a CI runner', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(terminalText(text)).not.toMatch(/(?:^|\s)::/)
        expect(terminalText(text)).not.toContain('##[')
      }),
    )
  })

  test('names with colons inside stay as they are', () => {
    expect(terminalText('ai.onnx::Relu')).toBe('ai.onnx::Relu')
  })
})

describe('htmlText', () => {
  test('leaves nothing that could open a tag, an entity or close an attribute', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(htmlText(text)).toMatch(/^(?:[^<>"'`&]|&#\d+;)*$/u)
      }),
    )
  })

  test('says the same text', () => {
    const decoded = (text: string) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    fc.assert(
      fc.property(nasty, (text) => {
        expect(decoded(htmlText(text))).toBe(plain(text))
      }),
    )
  })
})

describe('markdownText', () => {
  const decoded = (text: string) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))

  test('nothing can open a construct: no tag, link, code, emphasis, table cell or math', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(markdownText(text)).toMatch(/^(?:[^<>&`\\*_[\]|~$]|&#\d+;)*$/u)
      }),
    )
  })

  test('no mention, reference or address is left for GitHub to link once entities are decoded', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const shown = decoded(markdownText(text))
        expect(shown).not.toMatch(/@[^\s\u200b]/)
        expect(shown).not.toMatch(/#\d|\bgh-\d/i)
        expect(shown).not.toMatch(/\b(?:https?|ftp|mailto|xmpp):|\bwww\./i)
      }),
    )
  })

  test('no block starts with it, and no command of a CI runner', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(markdownText(text)).not.toMatch(/^ ?(?:[-+](?: |$)|--|=+ ?$|#+(?: |$)|\d+[.)](?: |$))/)
        expect(markdownText(text)).not.toContain('::')
        expect(markdownText(text)).not.toMatch(/\n/)
      }),
    )
  })

  test('says the same text to a reader', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(decoded(markdownText(text)).replaceAll('\u200b', '')).toBe(plain(text))
      }),
    )
  })

  test('ordinary words stay readable', () => {
    expect(markdownText('latency.p50 is 39–43 % lower (margin 3 %), "fine".')).toBe(
      'latency.p50 is 39–43 % lower (margin 3 %), "fine".',
    )
  })
})

describe('templates', () => {
  test('escape what is text, keep what is markup, and say nothing for undefined', () => {
    const inner = html`<b>${'<i>'}</b>`
    expect(html`<p title="${'"x"'}">${inner}${undefined}${3}</p>`.text).toBe(
      '<p title="&#34;x&#34;"><b>&#60;i&#62;</b>3</p>',
    )
    expect(html`${[inner, inner]}`.text).toBe('<b>&#60;i&#62;</b><b>&#60;i&#62;</b>')
    expect(markdown`**${'*'}**`.text).toBe('**&#42;**')
    expect(joined('html', [inner, trusted('html', '<hr>')], ' ').text).toBe('<b>&#60;i&#62;</b> <hr>')
  })

  test('show an object that looks like markup as the data that it is', () => {
    const looks = (language: 'html' | 'markdown') =>
      JSON.parse(`{"language":"${language}","text":"<script>@all"}`) as never
    for (const value of [looks('html'), [looks('html')], JSON.parse('[{"text":"<script>"}]') as never])
      expect(html`<p>${value}</p>`.text).toMatch(/^<p>[^<]*<\/p>$/)
    expect(markdown`${looks('markdown')}`.text).toMatch(/^&#123;|^\{[^<]*\}$/)
    expect(joined('html', [looks('html')]).text).not.toContain('<')
    // What is safe in one language is not in the other.
    expect(html`${markdown`<b>` as never}`.text).not.toContain('<')
  })
})

test('clip never halves a character and never exceeds its length', () => {
  expect(clip('abcdef', 4)).toBe('abc…')
  expect(clip('ab👍cd', 4)).toBe('ab…')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, length) => {
      const clipped = clip(text, length)
      expect(clipped.length).toBeLessThanOrEqual(length)
      expect(clipped).not.toMatch(/\p{Cs}/u)
    }),
  )
})
