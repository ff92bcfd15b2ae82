import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOwnWord } from '../../../src/core/own-words.ts'
import { formsOf } from '../../../src/world/secrets/forms.ts'
import { createMask } from '../../../src/world/secrets/index.ts'
import { isSecret, isSecretName } from '../../../src/world/secrets/names.ts'
import { wordsOfSchemas } from './own-words.ts'

const digest = '0123456789abcdef'.repeat(4)

describe('which variables', () => {
  test.each([
    'GITHUB_TOKEN',
    'DEPLOY_KEY',
    'GH_PAT',
    'PAT',
    'DB_PWD',
    'DB_PASS',
    'SENTRY_DSN',
    'BASIC_AUTH',
    'HTTP_AUTHORIZATION',
    'npm_config_//registry.npmjs.org/:_authToken',
    'SIGNING_KEY',
    'SIGNING_PHRASE',
    'SLACK_WEBHOOK_URL',
    'SSH_PASSPHRASE',
    'ENCRYPTIONKEY',
    'AZURE_STORAGE_CONNECTION_STRING',
  ])('%s is a secret', (name) => {
    expect(isSecretName(name)).toBe(true)
    expect(isSecret(name, 'x7Kq-of-a-secret')).toBe(true)
  })

  test.each([
    ['DEPLOY_KEY', '83719264019283746501998877'],
    ['DB_PASS', '/Zx9Kq2Lm7Rt4Kp8Ws3Jd6Hy1Nc5Bf0GaTe/Ui3L'],
    ['DEPLOY_KEY', '/Zx9Kq2Lm7Rt4Kp8Ws3Jd6Hy1Nc5Bf0GaTe/Ui3L'],
    ['DATABASE_URL', 'postgres://u:Hunt/er2xyz@h/db'],
  ])('%s is one: %s', (name, value) => {
    expect(isSecret(name, value)).toBe(true)
  })

  test.each([
    ['REGISTRY', 'http://localhost:4873/@scope/package'],
    ['PWD', '/home/runner/work'],
    ['OLDPWD', '/home/runner/work'],
    ['SSH_AUTH_SOCK', '/tmp/ssh-XX/agent.1'],
    ['KEYBOARD', 'qwertz-layout'],
    ['GIT_AUTHOR_NAME', 'Ada Lovelace'],
    ['GIT_AUTHOR_EMAIL', 'ada@example.com'],
    ['XAUTHORITY', '/home/ada/.Xauthority'],
    ['PATH', '/usr/local/bin:/usr/bin'],
    ['SSH_PUBLIC_KEY', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5'],
    ['COSIGN_PUB_KEY', 'MFkwEwYHKoZIzj0CAQYI'],
    ['SIGNING_KEY_PATH', '/etc/keys/signing.pem'],
    ['PRIVATE_KEY_PATH', 'keys/signing.pem'],
    ['SECRETS_DIR', 'models/tumour.onnx'],
    ['TOKENIZER', 'tumour'],
    ['TOKENIZERS_PARALLELISM', 'disabled'],
    ['MAX_NEW_TOKENS', '100000'],
    ['TOKEN_FIELD', 'features'],
    ['SIGNING_KEY', '/etc/keys/signing.pem'],
    ['AUTH', 'required'],
    ['CODE_SIGNING', 'enabled'],
    ['MONKEY', 'a-monkey-name'],
    ['DATABASE_URL', 'postgres://localhost/models'],
    ['HOMEPAGE', 'https://example.com/@someone'],
    ['IMAGE', 'docker://node:22.1@sha256:0123456789abcdef'],
    ['DB_PASS_DIR', '/var/lib/passwords'],
  ])('%s is none: %s', (name, value) => {
    expect(isSecret(name, value)).toBe(false)
  })

  test('a value with a password is one whatever its name, and so is the password, as written and as meant', () => {
    const mask = createMask({ STORE: 'postgres://ada:p%40ss-word1@db.local/models' })
    expect(mask('at postgres://ada:p%40ss-word1@db.local/models')).toBe('at ***')
    expect(mask('p%40ss-word1, p@ss-word1')).toBe('***, ***')
    const settings = createMask({ ODBC: 'Server=db;User=ada;Password=hunter-two-2;' })
    expect(settings('hunter-two-2')).toBe('***')
  })

  test('a word of the environment that is no secret stays in every sentence', () => {
    const mask = createMask({ CODE_SIGNING: 'enabled', AUTH: 'required', PWD: '/work/models' })
    expect(mask('enabled, required, /work/models')).toBe('enabled, required, /work/models')
  })
})

describe('looks of a secret', () => {
  const letters = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF'
  test.each([
    `ghp_${letters}wxyz`,
    `ghs_${letters}wxyz`,
    `github_pat_${letters}_${letters}`,
    `github\\_pat\\_${letters}\\_${letters}`,
    `github&#95;pat&#95;${letters}&#95;${letters}`,
    `glpat-${letters}`,
    'AKIAIOSFODNN7EXAMPLE',
    `xoxb-123456789012-${letters}`,
    `sk-${letters}${letters}`,
    `sk-proj-${letters}${letters}`,
    `sk-ant-api03-${letters}-${letters}`,
    `hf_${letters}ab`,
    `npm_${letters}abcd`,
    `pypi-AgEIcHlwaS5vcmc${letters}${letters}`,
    `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.${letters}`,
    `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\n${letters}\n${letters}==\n-----END RSA PRIVATE KEY-----`,
    `-----BEGIN PRIVATE KEY-----\\n${letters}\\n-----END PRIVATE KEY-----`,
  ])('%s', (secret) => {
    const mask = createMask({})
    expect(mask(`before ${secret}, after`)).toBe('before ***, after')
    expect(mask.value({ [secret]: [secret] })).toEqual({ '***': ['***'] })
  })

  test.each([
    ['https://ada:geheim@host/x.git', 'https://ada:***@host/x.git'],
    ['https://0123456789abcdefghij@host/x.git', 'https://***@host/x.git'],
    ['AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW46Z2hz', 'AUTHORIZATION: basic ***'],
    ['{"Authorization":"Bearer abcdefghij0123456"}', '{"Authorization":"Bearer ***"}'],
    [`AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY`, '***:***'],
    ['aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'aws_secret_access_key = ***'],
    ['https://hooks.slack.com/services/T000/B000/XXXX', 'https://hooks.slack.com/services/***'],
    ['ghp_aB3dE6gH9j…', '***…'],
  ])('%s', (text, shown) => {
    expect(createMask({})(text)).toBe(shown)
  })

  test.each([
    'sk-learn_pipeline_for_handwritten_digits',
    'task-with-a-long-name-of-many-words-123456',
    'https://example.com:8080/@scope/name',
    'git@github.com:airworthy/models.git',
    'docker://node:22@sha256:0123456789abcdef0123',
    'hf_tokenizer_of_the_model_with_a_long_name',
    'npm_package_json',
    `sha256 ${digest}`,
    '-----BEGIN CERTIFICATE-----',
  ])('%s has none', (text) => {
    expect(createMask({})(text)).toBe(text)
  })
})

const secret = 'p_A-s"s<w>&o*r/d+1=§'
const mask = createMask({ MY_TOKEN: secret })

describe('forms', () => {
  const basic = (before: string): string => Buffer.from(`${before}${secret}:after`).toString('base64')
  test.each([
    ['as it is', secret],
    ['JSON', JSON.stringify(secret).slice(1, -1)],
    ['JSON in JSON', JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
    ['an address', encodeURIComponent(secret)],
    ['a form', new URLSearchParams({ a: secret }).toString().slice(2)],
    ['a query in lower case', encodeURIComponent(secret).toLowerCase().replace('a-', 'A-').replace('p_a', 'p_A')],
    ['HTML', 'p_A-s&quot;s&lt;w&gt;&amp;o*r/d+1=§'],
    ['Markdown', 'p\\_A-s"s\\<w\\>\\&o\\*r/d+1=§'],
    ['Markdown with every mark', 'p\\_A\\-s\\"s\\<w\\>\\&o\\*r\\/d\\+1\\=§'],
    ['base64', Buffer.from(secret).toString('base64')],
    ['base64 for addresses', Buffer.from(secret).toString('base64url')],
  ])('%s', (_, form) => {
    expect(mask(`<${form}>`)).toBe('<***>')
  })

  test.each(['', 'u', 'us', 'user:'])('base64 behind "%s" leaves nothing to be read', (before) => {
    const shown = mask(basic(before))
    expect(shown).toContain('***')
    for (const by of [0, 1, 2]) {
      const read = Buffer.from(`${'A'.repeat(by)}${shown.replaceAll('*', 'A')}`, 'base64').toString('latin1')
      expect(read).not.toContain(secret.slice(4, 12))
    }
  })

  test('each line of a key, and a value without the line break at its end', () => {
    const lines = createMask({ DEPLOY_KEY: 'first-line\r\n  second-line\nthird-line\n' })
    expect(lines('first-line second-line third-line')).toBe('*** *** ***')
  })

  test('lines that every key or account has are words like others', () => {
    const account = '{\n  "type": "service_account",\n  "private_key": "x7-y8-z9"\n}'
    const config = 'apiVersion: v1\nclusters:\n- cluster:\n    server: https://10.0.0.1\ntoken: x7-y8-z9\n'
    const own = createMask({ ACCOUNT_KEY: account, KUBE_TOKEN: config })
    const text = 'clusters: apiVersion: v1 "type": "service_account", -----BEGIN CERTIFICATE-----'
    expect(own(text)).toBe(text)
    expect(own('token: x7-y8-z9, "private_key": "x7-y8-z9"')).toBe('***, ***')
  })

  test('a secret that is cut before an ellipsis is masked as far as it goes', () => {
    const token = createMask({ MY_TOKEN: 'abcdefghijklmnop' })
    expect(token('x abcdefghijkl… y abcdefgh... abcdefgh z abcdefghij\\u2026')).toBe(
      'x ***… y ***... abcdefgh z ***\\u2026',
    )
  })

  test('of a text whose beginning was lost the rest of a secret goes too', () => {
    const token = createMask({ MY_TOKEN: 'correct horse battery' })
    expect(token.torn('ect horse battery said so')).toBe(' said so')
    expect(token.torn('mNopqrst a word')).toBe(' a word')
  })

  test('secrets that overlap leave nothing of either', () => {
    const two = createMask({ A_TOKEN: 'abcdefgh', B_TOKEN: 'efghijkl' })
    expect(two('<abcdefghijkl>')).toBe('<***>')
  })

  test('what is hidden later is told, in each line and form', () => {
    const told: string[] = []
    const later = createMask({ ORDINARY: 'first-line\nsecond/line' }, (form) => told.push(form))
    later.hide(['ORDINARY', 'MISSING', 'constructor'])
    expect(told).toEqual(
      expect.arrayContaining(['first-line\nsecond/line', 'first-line', 'second/line', 'second%2Fline']),
    )
    later.hide(['ORDINARY'])
    expect(new Set(told).size).toBe(told.length)
    expect(later('first-line')).toBe('***')
  })
})

describe('values', () => {
  test.each([
    '"12345678',
    '12345678',
    '":{"a"',
    'sha256',
    'release',
    'eleas1',
    'finished',
    '234567',
    'abcdef',
    '2026-11',
    '":null',
    'latency.p50',
    'measur',
  ])('a secret that is %s breaks no JSON, and changes no number, digest, key or word of ours', (value) => {
    const own = createMask({ MY_TOKEN: value })
    const entry = {
      kind: 'release',
      sha256: digest,
      at: '2026-11-30T15:38:03.123Z',
      bytes: 12_345_678,
      metric: 'latency.p50',
    }
    const report = { finishedAt: entry.at, measurements: [entry], other: { name: `x ${value} y` } }
    const expected = { ...report, other: { name: 'x *** y' } }
    expect(own.value(report)).toEqual(expected)
    expect(JSON.parse(own(JSON.stringify(report)))).toEqual(expected)
    expect(own(JSON.stringify(report, null, 2))).toBe(JSON.stringify(expected, null, 2))
  })

  test('a secret that is a digest stays where digests are kept, and nowhere else', () => {
    const own = createMask({ MY_KEY: digest })
    expect(own.value({ sha256: digest, name: digest, [digest]: 1 })).toEqual({ sha256: digest, name: '***', '***': 1 })
  })

  test('JSON that is nested too deeply to be walked is masked as text', () => {
    const deep = `${'['.repeat(50_000)}"abcdefgh"${']'.repeat(50_000)}`
    expect(createMask({ MY_TOKEN: 'abcdefgh' })(deep)).toBe(deep.replace('abcdefgh', '***'))
  })

  test('keys that are the same without their secrets stay several', () => {
    const own = createMask({ A_TOKEN: 'abcdefgh', B_TOKEN: 'ijklmnop' })
    expect(own.value({ abcdefgh: 1, ijklmnop: 2 })).toEqual({ '***': 1, '*** 2': 2 })
  })

  test('in HTML a secret that is a word or a number of the page stays', () => {
    const own = createMask({ A_TOKEN: 'script', B_TOKEN: '12345678', C_TOKEN: 'x7-abcdef' })
    const page = '<!doctype html><script>{"a":12345678}</script>x7-abcdef'
    expect(own(page)).toBe(page.replace('x7-abcdef', '***'))
  })

  test('a value without a secret is given back itself', () => {
    const value = { a: [1, { b: 'text' }], c: null }
    expect(mask.value(value)).toBe(value)
  })

  test('every word of what is kept and decided on is known as one', () => {
    expect(wordsOfSchemas().filter((word) => !isOwnWord(word))).toEqual([])
  })

  const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' })
  const secrets = fc.array(
    fc.oneof(
      fc.string({ minLength: 6, maxLength: 40 }),
      fc.string({ minLength: 6, maxLength: 12, unit: fc.constantFrom('*', 'a', '"', '\\', '1') }),
      fc.constantFrom('"12345', '\\"\\"\\"', '******', '***abc'),
    ),
    { minLength: 1, maxLength: 6 },
  )

  test('whatever the value and the secrets: the structure stays, no secret is left, and masking again changes nothing', () => {
    const property = fc.property(json, secrets, fc.nat(), (base, values, seed) => {
      const own = createMask(Object.fromEntries(values.map((value, index) => [`S${index}_TOKEN`, value])))
      const value = planted(base, values, seed)
      const masked = own.value(value)
      expect(shapeOf(masked)).toEqual(shapeOf(value))
      const left = stringsIn(masked).filter((text) =>
        values.some((each) => each.trim().length >= 6 && text.includes(each)),
      )
      expect(left.filter((text) => !isOwnWord(text))).toEqual([])
      expect(own.value(masked)).toEqual(masked)
      expect(JSON.parse(own(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(masked)))
    })
    fc.assert(property, { numRuns: 500 })
  })
})

// How long it takes: `lab/mask.ts`.
test('a thousand secrets are masked in a report of 5 MB', () => {
  const env = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [`S${index}_TOKEN`, `ghost-${index}-${digest.slice(index % 16)}"x/`]),
  )
  const names = Array.from({ length: 70_000 }, (_, index) => ({
    name: `tensor_${index}`,
    why: 'a sentence of a report & more',
    at: index,
  }))
  const text = JSON.stringify({ names, all: Object.values(env) })
  const stars = `[${Array.from(Object.keys(env), () => '"***"').join(',')}]}`
  expect(createMask(env)(text)).toBe(text.slice(0, text.indexOf('"all":') + 6) + stars)
})

test.each(['a', '://', '://a:', 'ghp_', 'sk-', 'eyJ.', '-----BEGIN PRIVATE KEY-----', 'bearer ', '…', '{', 'pwd='])(
  'a long text of %s is masked in time',
  { timeout: 10_000 },
  (piece) => {
    const env = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`S${index}_TOKEN`, `${'a'.repeat(40)}${index}`]),
    )
    const shown = createMask(env)(piece.repeat(400_000 / piece.length))
    expect(shown.length).toBeGreaterThan(0)
  },
)

test('forms are at least as long as a secret has to be', () => {
  expect(formsOf('abcdef').every((form) => form.length >= 6)).toBe(true)
  expect(formsOf('abcde')).toEqual([])
})

/** A value with secrets put into its strings and keys. */
function planted(value: unknown, secrets: readonly string[], seed: number): unknown {
  const secret = secrets[seed % secrets.length] ?? ''
  if (typeof value === 'string') return seed % 3 === 0 ? value : `${value}${secret}${value}`
  if (Array.isArray(value)) return value.map((each, index) => planted(each, secrets, seed + index + 1))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, each], index) => [
    (seed + index) % 4 === 0 ? `${key}${secret}` : key,
    planted(each, secrets, seed + index + 1),
  ])
  return Object.fromEntries(entries)
}

function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') return 'text'
  if (Array.isArray(value)) return value.map(shapeOf)
  if (value === null || typeof value !== 'object') return value
  return ['object', ...Object.values(value).map(shapeOf)]
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, each]) => [key, ...stringsIn(each)])
}
