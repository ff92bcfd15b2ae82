import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { checkoutOf, isWithin } from '../../src/world/checkout.ts'
import { confined, programOn } from '../../src/world/confined.ts'
import { temporaryFolder } from '../folders.ts'

const checkout = '/home/runner/work/repository'

test.each([
  ['PATH', `${checkout}/node_modules/.bin:/usr/bin:bin::./bin`, '/usr/bin'],
  ['Path', `/usr/bin:${checkout}`, '/usr/bin'],
  ['PATH', `${checkout}-of-another/bin`, `${checkout}-of-another/bin`],
  ['PATH', '/home/runner/work/other/../repository/bin', undefined],
  ['PATH', ':', undefined],
  ['LD_PRELOAD', `libjemalloc.so.2 /usr/lib/a.so:${checkout}/b.so lib/c.so`, 'libjemalloc.so.2:/usr/lib/a.so'],
  ['VK_DRIVER_FILES', 'icd.json', undefined],
  ['XDG_CONFIG_HOME', '/home/runner/.config', '/home/runner/.config'],
  ['NODE_OPTIONS', '--max-old-space-size=4096 --no-warnings', '--max-old-space-size=4096 --no-warnings'],
  ['NODE_OPTIONS', '-r ./a.cjs', undefined],
  ['NODE_OPTIONS', '--no-warnings --import=data:text/javascript,1', undefined],
  ['NODE_OPTIONS', '--experimental-default-config-file', undefined],
  ['HOME', checkout, undefined],
  ['HOME', '.', undefined],
  ['HOME', '/home/runner', '/home/runner'],
  ['npm_config_userconfig', `${checkout}/.npmrc`, undefined],
  ['GIT_ASKPASS', 'ask', 'ask'],
  ['GIT_ASKPASS', './ask', undefined],
  ['CUDA_VISIBLE_DEVICES', '0,1', '0,1'],
  ['AIRWORTHY_HOME', '.airworthy', '.airworthy'],
])('of %s=%s is left what leads nowhere into the checkout', (name, value, left) => {
  expect(confined({ [name]: value }, checkout, ':')[name]).toBe(left)
})

test('a program is a file on the PATH that may be executed', () => {
  const [first, second] = [temporaryFolder(), temporaryFolder()]
  mkdirSync(path.join(first, 'tool'))
  writeFileSync(path.join(first, 'other'), '', { mode: 0o644 })
  for (const name of ['tool', 'other']) writeFileSync(path.join(second, name), '', { mode: 0o755 })
  const PATH = [first, second].join(path.delimiter)
  expect(programOn({ PATH }, 'tool', 'linux')).toBe(path.join(second, 'tool'))
  expect(programOn({ Path: PATH }, 'other', 'linux')).toBe(path.join(second, 'other'))
  expect([programOn({ PATH }, 'none', 'linux'), programOn({}, 'tool', 'linux')]).toEqual([undefined, undefined])
  expect(programOn({}, '/opt/tool', 'linux')).toBe('/opt/tool')
  writeFileSync(path.join(second, 'git.exe'), '', { mode: 0o755 })
  expect(programOn({ PATH }, 'git', 'win32')).toBe(path.join(second, 'git.exe'))
})

test('the checkout is the topmost repository, or else what the CI system says, or else where one works', () => {
  const top = temporaryFolder()
  const inner = path.join(top, 'repository/models')
  mkdirSync(inner, { recursive: true })
  expect(checkoutOf(inner, {})).toBe(inner)
  expect(checkoutOf(inner, { GITHUB_WORKSPACE: top, CI_PROJECT_DIR: '/elsewhere' })).toBe(top)
  expect(checkoutOf(inner, { GITHUB_WORKSPACE: '/elsewhere' })).toBe(inner)
  mkdirSync(path.join(top, 'repository/.git'))
  writeFileSync(path.join(inner, '.git'), 'gitdir: ../.git/modules/models')
  expect(checkoutOf(inner, { GITHUB_WORKSPACE: top })).toBe(path.join(top, 'repository'))
})

test('what lies in a folder does so by its name, and by where links lead', () => {
  const top = temporaryFolder()
  mkdirSync(path.join(top, 'folder'))
  symlinkSync('folder', path.join(top, 'link'))
  const within = (file: string, folder: string): boolean => isWithin(path.join(top, file), path.join(top, folder))
  expect(['folder', 'folder/none/yet', 'link', 'link/a', 'folder/..a'].map((file) => within(file, 'folder'))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ])
  expect([within('folder/a', 'link'), within('folders', 'folder'), within('.', 'folder')]).toEqual([true, false, false])
})
