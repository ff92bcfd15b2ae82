import { type ChildProcess, spawn } from 'node:child_process'
import { connect, createServer, type Socket } from 'node:net'

/** A git server over a line that can be frozen: connections stay open, and nothing comes through any more. */
export interface FrozenLine {
  readonly address: string
  /** From now on so many more bytes of the client come through. */
  freezeAfter(bytes: number): void
  thaw(): void
  close(): Promise<void>
}

/** Serves the repositories below a folder, by `git daemon` on a free port of loopback. */
export async function serveFrozen(folder: string, repository: string): Promise<FrozenLine> {
  const port = await freePort()
  const daemon = spawn(
    'git',
    [
      'daemon',
      '--reuseaddr',
      '--enable=receive-pack',
      '--export-all',
      `--base-path=${folder}`,
      '--listen=127.0.0.1',
      `--port=${port}`,
      folder,
    ],
    { stdio: 'ignore', detached: true },
  )
  const lines = new Set<Socket>()
  let left = Number.POSITIVE_INFINITY
  const server = createServer((client) => {
    const line = connect(port, '127.0.0.1')
    for (const socket of [client, line]) {
      lines.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => lines.delete(socket))
    }
    client.on('data', (chunk) => {
      const through = chunk.subarray(0, left)
      left -= through.length
      if (through.length > 0) line.write(through)
    })
    line.on('data', (chunk) => {
      if (left > 0) client.write(chunk)
    })
    client.on('end', () => left > 0 && line.end())
    line.on('end', () => left > 0 && client.end())
    client.on('close', () => line.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  await untilListening(port)
  const own = (server.address() as { port: number }).port
  return {
    address: `git://127.0.0.1:${own}/${repository}`,
    freezeAfter(bytes) {
      left = bytes
    },
    thaw() {
      left = Number.POSITIVE_INFINITY
      for (const socket of lines) socket.destroy()
    },
    async close() {
      for (const socket of lines) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
      await end(daemon)
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function untilListening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy()
        resolve(true)
      })
      socket.on('error', () => resolve(false))
    })
    if (open) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`git daemon does not listen on ${port}`)
}

async function end(daemon: ChildProcess): Promise<void> {
  if (daemon.pid === undefined || daemon.exitCode !== null) return
  const gone = new Promise((resolve) => daemon.once('exit', resolve))
  process.kill(-daemon.pid, 'SIGKILL')
  await gone
}
