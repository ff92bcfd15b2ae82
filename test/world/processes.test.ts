import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { testWorld, workerScript } from '../world.ts'

test('runs a program with an argument vector; nothing in it is a shell', async () => {
  const { processes } = await testWorld()
  const { code, stdout } = await processes.run(process.execPath, [
    '-e',
    'console.log(process.argv[1])',
    '$(echo no); `no`',
  ])
  expect([code, stdout]).toEqual([0, '$(echo no); `no`\n'])
})

test('a program that is missing, fails, or takes too long', async () => {
  const { processes } = await testWorld()
  await expect(processes.run('no-such-program-here', [])).rejects.toMatchObject({ code: 'program-missing' })
  expect((await processes.run(process.execPath, ['-e', 'process.exit(7)'])).code).toBe(7)
  expect((await processes.run(process.execPath, ['-e', 'setTimeout(() => {}, 600000)'], { timeoutMs: 300 })).code).toBe(
    -1,
  )
})

test.each([
  ['itself', {}],
  ['through a process that outlives nobody', { diesWithParent: 'worker' }],
  ['by a shell that outlives nobody', { diesWithParent: 'shell' }],
] as const)('an aborted run ends the program and its children: started %s', async (_, how) => {
  const { processes, cwd } = await testWorld()
  const controller = new AbortController()
  const script = `const c = require('child_process').spawn('sleep', ['600']); require('fs').writeFileSync('pid', String(c.pid)); setTimeout(() => {}, 600000)`
  const options = { cwd, signal: controller.signal, ...how }
  const running = processes.run(process.execPath, ['-e', script], options)
  const pid = await pidIn(path.join(cwd, 'pid'))
  controller.abort()
  await expect(running).rejects.toMatchObject({ name: 'Cancelled' })
  await gone(pid)
})

test('a program that runs until it is no longer wanted gives what it wrote', async () => {
  const { processes, cwd } = await testWorld()
  const done = new AbortController()
  const script = `console.log('said'); require('fs').writeFileSync('pid', String(process.pid)); setTimeout(() => {}, 600000)`
  const running = processes.run(process.execPath, ['-e', script], { cwd, until: done.signal })
  const pid = await pidIn(path.join(cwd, 'pid'))
  done.abort()
  expect(await running).toEqual({ code: -1, stdout: 'said\n', stderr: '' })
  await gone(pid)
})

test('a worker and what it runs die with their parent, even when that is killed', async () => {
  const { processes, cwd } = await testWorld()
  const parent = spawn(process.execPath, ['-e', parentScript, workerScript], { cwd, stdio: 'ignore' })
  const pids = await Promise.all([pidIn(path.join(cwd, 'worker-pid')), pidIn(path.join(cwd, 'program-pid'))])
  for (const pid of pids) expect(processes.alive(pid)).toBe(true)
  parent.kill('SIGKILL')
  for (const pid of pids) await gone(pid)
})

const parentScript = `
const { fork } = require('child_process')
const child = fork(process.argv[1], ['exec'], { serialization: 'advanced', execArgv: [] })
require('fs').writeFileSync('worker-pid', String(child.pid))
child.once('message', () => child.send({ program: 'sh', args: ['-c', 'echo $$ > program-pid; exec sleep 600'], options: {} }))
setTimeout(() => {}, 600000)
`

/** Ends at SIGTERM, and has started one that does not, whose output goes nowhere: as git does that asks `ssh -G`. */
const deafChild = `sh -c 'trap "" TERM; echo $$ > deaf; sleep 177; sleep 177' </dev/null >/dev/null 2>&1 & echo $$ > program; wait`

test('a program that is asked to end leaves nothing behind that ignores that', async () => {
  const { processes, cwd } = await testWorld()
  for (const how of [{}, { diesWithParent: 'shell' }] as const) {
    const done = new AbortController()
    const running = processes.run('sh', ['-c', deafChild], { cwd, until: done.signal, graceful: true, ...how })
    const pid = await pidIn(path.join(cwd, 'deaf'))
    done.abort()
    await running
    await gone(pid)
    rmSync(path.join(cwd, 'deaf'))
  }
})

test('nor does one whose caller is killed', async () => {
  const { cwd } = await testWorld()
  const parent = spawn(process.execPath, ['-e', callerScript, workerScript, deafChild], { cwd, stdio: 'ignore' })
  const pids = await Promise.all(['worker-pid', 'program', 'deaf'].map((name) => pidIn(path.join(cwd, name))))
  process.kill(pids[0] as number, 'SIGKILL')
  for (const pid of pids) await gone(pid)
  parent.kill('SIGKILL')
})

const callerScript = `
const { fork } = require('child_process')
const child = fork(process.argv[1], ['exec'], { serialization: 'advanced', execArgv: [] })
require('fs').writeFileSync('worker-pid', String(child.pid))
child.once('message', () => child.send({ program: 'sh', args: ['-c', process.argv[2]], options: { diesWithParent: 'shell', graceful: true } }))
setTimeout(() => {}, 600000)
`

test('a worker that dies is told with its last words', async () => {
  const { processes } = await testWorld()
  const worker = await processes.worker('exec')
  const asked = worker.ask({ program: process.execPath, args: ['-e', 'setTimeout(() => {}, 600000)'], options: {} })
  process.kill(worker.pid, 'SIGKILL')
  await expect(asked).rejects.toMatchObject({ code: 'worker-died' })
  await worker.close()
  await expect(processes.worker('no-such-role')).rejects.toMatchObject({ code: 'worker-died' })
})

/** Looks, 25 ms apart: a minute, before something is taken to hang. */
const patience = 2400

async function pidIn(file: string): Promise<number> {
  const { readFile } = await import('node:fs/promises')
  for (let i = 0; i < patience; i++) {
    const text = await readFile(file, 'utf8').catch(() => '')
    if (/^\d+\n?$/.test(text)) return Number(text)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`no pid in ${file}`)
}

async function gone(pid: number): Promise<void> {
  const { readFile } = await import('node:fs/promises')
  for (let i = 0; i < patience; i++) {
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
    if (state === undefined || / Z /.test(state)) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`process ${pid} still runs`)
}
