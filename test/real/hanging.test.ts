import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import { create, recorded, releaseEvent } from '../contracts/ledger.ts'
import { git } from '../git.ts'
import { bundle, testWorld } from '../world.ts'

async function listening(server: Server): Promise<number> {
  const sockets = new Set<{ destroy(): void }>()
  server.on('connection', (socket) => void sockets.add(socket.on('error', () => {})))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** A repository with a ledger at a remote, which it reaches by ssh: `said` is the script of that, in which "$last" is what runs there. */
async function overSsh() {
  const world = await testWorld()
  const [remote, work, program] = ['remote.git', 'work', 'ssh.sh'].map((name) => path.join(world.cwd, name)) as [
    string,
    string,
    string,
  ]
  git(world.cwd, 'init', '-q', '--bare', remote)
  git(world.cwd, 'init', '-q', work)
  git(work, 'remote', 'add', 'origin', `ssh://host.example${remote}`)
  git(work, 'config', 'core.sshCommand', program)
  const server = (script: string): void =>
    writeFileSync(program, `#!/bin/sh\nfor last; do :; done\n${script}\n`, { mode: 0o755 })
  server('exec sh -c "$last"')
  const open = (limitMs?: number) => openGitLedger({ repository: work, remote: 'origin', limitMs }, world)
  await (await create(await open())).append('a', releaseEvent('1.0.0'))
  return { world, remote, work, server, open }
}

/** Processes whose command line or working folder speaks of a folder. */
function processesOf(folder: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return line.includes(folder) && !/ Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')) ? [`${pid} ${line}`] : []
      } catch {
        return []
      }
    })
}

async function noneOf(folder: string): Promise<void> {
  await expect.poll(() => processesOf(folder), { timeout: 5000, interval: 100 }).toEqual([])
}

it('a server that accepts and says nothing is given up, and waited for with words', async () => {
  const port = await listening(createServer(() => {}))
  const world = await testWorld()
  const work = path.join(world.cwd, 'work')
  git(world.cwd, 'init', '-q', work)
  const remote = `git://127.0.0.1:${port}/x.git`
  const said: string[] = []
  const waits = (message: string): void => void said.push(message)
  await expect(openGitLedger({ repository: work, remote, limitMs: 4500 }, world, { waits })).rejects.toMatchObject({
    code: 'registry-unreachable',
    message: `The registry could not be reached at ${remote}: it said nothing for 5 s.`,
  })
  expect(said).toEqual(expect.arrayContaining([`waits for ${remote}, 3 s of at most 5 s`]))
  await noneOf(work)
})

it('is no longer waited for when whoever asks has gone, over HTTP too', async () => {
  const controller = new AbortController()
  const port = await listening(createHttpServer(() => controller.abort()))
  const world = await testWorld()
  const work = path.join(world.cwd, 'work')
  git(world.cwd, 'init', '-q', work)
  const remote = `http://127.0.0.1:${port}/x.git`
  const { signal } = controller
  await expect(openGitLedger({ repository: work, remote }, world, { signal })).rejects.toMatchObject({
    name: 'Cancelled',
  })
  await noneOf(work)
})

it('a push that never began is sure not to have recorded anything', async () => {
  const { remote, server, open } = await overSsh()
  const ledger = await open(1000)
  const before = git(remote, 'for-each-ref')
  server('case "$last" in *receive-pack*) exec sleep 600;; esac; exec sh -c "$last"')
  await expect(ledger.append('b', releaseEvent('1.1.0'))).rejects.toMatchObject({ code: 'registry-unreachable' })
  expect(git(remote, 'for-each-ref')).toBe(before)
  server('exec sh -c "$last"')
  expect((await ledger.append('b', releaseEvent('1.1.0'))).key).toBe('b')
})

it('a push that was interrupted when it had landed is recorded, also for one who has gone', async () => {
  const { remote, work, server, open } = await overSsh()
  const ledger = await open()
  const controller = new AbortController()
  // Whoever pushes hears that all is well once the connection ends.
  server(
    `case "$last" in *receive-pack*) sh -c "$last"; touch '${work}/landed'; exec sleep 600;; esac; exec sh -c "$last"`,
  )
  const watch = setInterval(() => {
    if (readdirSync(work).includes('landed')) controller.abort()
  }, 20)
  onTestFinished(() => clearInterval(watch))
  const entry = await ledger.append('b', releaseEvent('1.1.0'), { signal: controller.signal })
  expect(controller.signal.aborted).toBe(true)
  expect(entry.key).toBe('b')
  expect(git(work, 'rev-parse', 'airworthy/ledger')).toBe(git(remote, 'rev-parse', 'airworthy/ledger'))
  expect((await recorded(await open())).map(({ key }) => key)).toEqual(['a', 'b'])
  await noneOf(work)
})

it('a push of which nobody knows is told as such, and found by the next', async () => {
  const { world, remote, server, open } = await overSsh()
  const ledger = await open(1000)
  const [arrived, go] = ['arrived', 'go'].map((name) => path.join(world.cwd, name)) as [string, string]
  const hook = path.join(remote, 'hooks', 'pre-receive')
  writeFileSync(hook, `#!/bin/sh\ntouch '${arrived}'\nwhile [ ! -e '${go}' ]; do sleep 0.05; done\n`, { mode: 0o755 })
  // A server goes on when whoever pushed has gone.
  server('exec setsid sh -c "$last"')
  await expect(ledger.append('b', releaseEvent('1.1.0'))).rejects.toMatchObject({
    code: 'ledger-unsettled',
    message: 'It is not known whether origin has recorded what was sent to it: it said nothing for 1 s.',
    hint: expect.stringMatching(/`git ls-remote origin refs\/heads\/airworthy\/ledger` says [0-9a-f]{12}… if/),
  })
  writeFileSync(go, '')
  await expect.poll(() => git(remote, 'rev-list', '--count', 'airworthy/ledger'), { timeout: 5000 }).toBe('3')
  const again = await open()
  expect((await again.append('b', releaseEvent('1.1.0'))).key).toBe('b')
  expect((await recorded(again)).map(({ key }) => key)).toEqual(['a', 'b'])
  await noneOf(remote)
})

/** The command line, asking a remote that never answers. */
async function asking() {
  const { world, work, server } = await overSsh()
  writeFileSync(path.join(work, 'm.onnx'), '')
  writeFileSync(
    path.join(work, 'airworthy.yml'),
    'pipeline: digits\nmodel: { candidate: m.onnx }\nregistry: { git: ., remote: origin }\nstages: { validate: {} }\n',
  )
  server(`touch '${work}/asked'; sleep 600`)
  const child = spawn(process.execPath, [path.join(bundle, 'cli.js'), 'ledger', 'verify'], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await expect.poll(() => readdirSync(work).includes('asked'), { timeout: 20_000 }).toBe(true)
  return { child, ended, folder: world.cwd, said: () => err }
}

it('ends at the first Ctrl-C, and leaves no process', async () => {
  const { child, ended, folder, said } = await asking()
  await expect.poll(said, { timeout: 10_000 }).toMatch(/^waits for origin, 3 s of at most 60 s$/m)
  child.kill('SIGINT')
  expect(await ended).toBe(130)
  await noneOf(folder)
})

it('leaves no process when it is killed', async () => {
  const { child, ended, folder } = await asking()
  expect(processesOf(folder).length).toBeGreaterThan(1)
  child.kill('SIGKILL')
  await ended
  await noneOf(folder)
})

it.each([
  ['here', false],
  ['at a remote', true],
])('a ledger %s that is interrupted at any moment tells what it has recorded', async (_, isShared) => {
  const world = await testWorld()
  const remote = path.join(world.cwd, 'remote.git')
  git(world.cwd, 'init', '-q', '--bare', remote)
  const options = { repository: path.join(world.cwd, 'registry.git'), purpose: 'create' } as const
  const open = () => openGitLedger(isShared ? { ...options, remote } : options, world)
  await create(await open())
  const told = { recorded: 0, not: 0, unknown: 0 }
  for (let trial = 0; trial < 12; trial++) {
    const ledger = await open()
    const signal = AbortSignal.timeout(1 + trial * (isShared ? 18 : 6))
    const key = `key-${trial}`
    const outcome = await ledger.append(key, releaseEvent(`1.${trial}.0`), { signal }).then(
      () => 'recorded' as const,
      ({ name, code }: Error & { code?: string }) => {
        if (code === 'ledger-unsettled') return 'unknown' as const
        expect(name).toBe('Cancelled')
        return 'not' as const
      },
    )
    told[outcome] += 1
    const isThere = (await recorded(await open())).some((entry) => entry.key === key)
    if (outcome !== 'unknown') expect(isThere, `${key}: ${outcome}`).toBe(outcome === 'recorded')
  }
  expect(told.not).toBeGreaterThan(0)
})
