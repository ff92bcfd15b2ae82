import { expect, test } from 'vitest'
import { npmProgram } from '../../../src/world/runtime/npm.ts'
import { pin } from '../../../src/world/runtime/pin.ts'
import { placesIn, type Surroundings } from '../../../src/world/runtime/places.ts'

const around: Surroundings = {
  pin: { ...pin, version: '1.2.3' },
  platform: 'linux',
  arch: 'x64',
  env: { RUNNER_TOOL_CACHE: '/tools' },
  cwd: '/home/repository',
  bundle: '/actions/airworthy/dist',
  home: '/home/user',
  trusted: true,
}

const foldersIn = (changes: Partial<Surroundings>): readonly (readonly string[])[] =>
  placesIn({ ...around, ...changes }).map(({ folders }) => folders)

test('onnxruntime is looked for in five places, in order', () => {
  expect(placesIn(around)).toEqual([
    { where: 'AIRWORTHY_ORT', folders: [], closed: 'it is not set' },
    {
      where: '/actions/airworthy/dist/native/linux-x64',
      folders: ['/actions/airworthy/dist/native/linux-x64'],
    },
    {
      where: 'node_modules beside /actions/airworthy/dist',
      folders: ['/actions/airworthy/dist', '/actions/airworthy', '/actions', ''].map(
        (folder) => `${folder}/node_modules/onnxruntime-node`,
      ),
    },
    {
      where: 'the tool cache, /tools/airworthy-onnxruntime/1.2.3/x64',
      folders: ['/tools/airworthy-onnxruntime/1.2.3/x64'],
      marker: '/tools/airworthy-onnxruntime/1.2.3/x64.complete',
      onlyOurs: true,
    },
    {
      where: 'node_modules of /home/repository',
      folders: ['/home/repository', '/home', ''].map((folder) => `${folder}/node_modules/onnxruntime-node`),
    },
  ])
})

test('a folder that the user names comes first: the package, or where it is installed', () => {
  const [named] = placesIn({ ...around, env: { AIRWORTHY_ORT: 'runtime' } })
  expect(named).toMatchObject({
    named: true,
    folders: ['/home/repository/runtime', '/home/repository/runtime/node_modules/onnxruntime-node'],
  })
})

test.each([
  ['of the runner', { RUNNER_TOOL_CACHE: '/tools', AGENT_TOOLSDIRECTORY: '/other' }, '/tools'],
  ['of another runner', { AGENT_TOOLSDIRECTORY: '/other' }, '/other'],
  ["in Airworthy's own folder", { AIRWORTHY_HOME: 'own' }, '/home/repository/own/tools'],
  ["in the user's folder for caches", { XDG_CACHE_HOME: '/caches' }, '/caches/airworthy'],
  ['in the home folder', {}, '/home/user/.cache/airworthy'],
  ['in the home folder, where a variable is empty', { RUNNER_TOOL_CACHE: '' }, '/home/user/.cache/airworthy'],
])('the tool cache is the one %s', (_, env, folder) => {
  expect(foldersIn({ env })[3]).toEqual([`${folder}/airworthy-onnxruntime/1.2.3/x64`])
})

test('native code that a stranger may have put into the working folder is not looked at', () => {
  const closed = placesIn({ ...around, trusted: false }).map((place) => place.closed)
  expect(closed).toEqual([
    'it is not set',
    undefined,
    undefined,
    undefined,
    'a stranger may have written what is there',
  ])
})

test('npm is a program, and on Windows a script beside it', () => {
  expect(npmProgram({ platform: 'linux', env: {} })).toEqual({ program: 'npm', args: [] })
  const script = 'C:\\node\\node_modules\\npm\\bin\\npm-cli.js'
  const windows = { platform: 'win32', env: { Path: 'C:\\other;C:\\node' } }
  expect(npmProgram(windows, (file) => file === script)).toEqual({ program: process.execPath, args: [script] })
  expect(npmProgram(windows, () => false).program).toBe('npm')
})
