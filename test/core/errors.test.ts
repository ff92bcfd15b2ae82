import { expect, test } from 'vitest'
import { errorFrom } from '../../src/core/errors/index.ts'

const failed = errorFrom<{ failed: { said: string } }>({
  failed: {
    say: ({ said }) => ({ message: `The API said ${said} and ended.`, hint: 'Ask again.' }),
    example: { said: 'no' },
  },
})

test('a sentence that is long is cut between words, wherever a secret stands in it', () => {
  const secret = 'Zq7Lm2Xv9Rt4Kp8Ws3Jd6Hy1Nc5Bf0GaTeUiQo3L'
  for (let before = 1900; before < 2100; before += 7) {
    for (const filler of ['x', '{"key":', 'word ']) {
      const said = `${filler.repeat(before).slice(0, before)}${secret}${filler.repeat(3000)}`
      const { message } = failed('failed', { said })
      expect(message.length).toBeLessThan(4200)
      expect(message).toMatch(/^The API said/)
      const left = message.replaceAll(secret, '')
      for (let at = 0; at + 6 <= secret.length; at++) expect(left).not.toContain(secret.slice(at, at + 6))
    }
  }
})

test('a sentence that is not long stays as it is', () => {
  expect(failed('failed', { said: 'x'.repeat(3900) }).message).toHaveLength(3900 + 'The API said  and ended.'.length)
})
