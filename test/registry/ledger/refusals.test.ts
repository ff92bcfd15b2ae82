import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openGitLedger } from '../../../src/registry/ledger/git/ledger.ts'
import { reasonIn } from '../../../src/registry/ledger/git/reason.ts'
import { create, recorded, releaseEvent } from '../../contracts/ledger.ts'
import { testWorld } from '../../world.ts'

async function remoteWith(hooks: Readonly<Record<string, string>>) {
  const world = await testWorld({ env: { ...process.env, DEPLOY_TOKEN: 'hunter2-hunter2' } })
  const remote = path.join(world.cwd, 'remote.git')
  await world.processes.run('git', ['init', '-q', '--bare', remote])
  await world.processes.run('git', ['-C', remote, 'config', 'http.receivepack', 'true'])
  for (const [name, script] of Object.entries(hooks))
    writeFileSync(path.join(remote, 'hooks', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  const open = (at = remote) =>
    openGitLedger({ repository: path.join(world.cwd, 'registry.git'), purpose: 'create', remote: at }, world)
  return { world, remote, open }
}

describe('a server that refuses', () => {
  it.each([
    [
      'with a word of its hook',
      { 'pre-receive': 'echo "POLICY: only release-bot may push here" >&2; exit 1' },
      'remote: POLICY: only release-bot may push here.',
    ],
    [
      'with several, in colour and with a frame',
      {
        'pre-receive': 'printf "\\033[31m=====\\033[0m\\nQuota exceeded:\\n  12 of 10 GB used.\\n=====\\n" >&2; exit 1',
      },
      'remote: Quota exceeded: 12 of 10 GB used.',
    ],
    [
      'one ref without a word',
      { update: 'exit 1' },
      'remote: error: hook declined to update refs/heads/airworthy/ledger.',
    ],
    [
      'in words that sound as if another writer were first',
      { 'pre-receive': 'echo "cannot lock ref: policy says already exists" >&2; exit 1' },
      'remote: cannot lock ref: policy says already exists.',
    ],
    ['with a secret', { 'pre-receive': 'echo "no hunter2-hunter2" >&2; exit 1' }, 'remote: no ***.'],
    ['at length', { 'pre-receive': 'yes no | head -c 100000 >&2; exit 1' }, /^remote: (no )+no….$/],
  ])('%s, is quoted', async (_, hooks, words) => {
    const { remote, open } = await remoteWith(hooks)
    const ledger = await open()
    const refused = await create(ledger).catch((thrown: Error) => thrown)
    expect(refused).toMatchObject({ code: 'registry-refused' })
    const [about, reason] = ((refused as Error).message ?? '').split(' refused what was to be recorded: ')
    expect(about).toBe(remote)
    if (typeof words === 'string') expect(reason).toBe(words)
    else expect(reason).toMatch(words)
    expect(await recorded(ledger)).toEqual([])
  })

  it('over HTTP, is quoted, and what it takes is recorded', async () => {
    const { remote, open } = await remoteWith({})
    let refuses = false
    const server = createServer((request, response) => {
      if (!refuses || !request.url?.includes('git-receive-pack')) return backend(remote, request, response)
      response.writeHead(403, { 'content-type': 'text/plain' }).end('Permission to team/digits denied to bot.\n')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const ledger = await create(await open(`http://bot:secret@127.0.0.1:${port}/`))
    await ledger.append('a', releaseEvent('1.0.0'))
    expect(await recorded(ledger)).toHaveLength(1)
    refuses = true
    const refused = (await ledger.append('b', releaseEvent('1.1.0')).catch((thrown: Error) => thrown)) as Error
    expect(refused).toMatchObject({ code: 'registry-unreachable' })
    expect(refused.message).toMatch(
      /: remote: Permission to team\/digits denied to bot\.; fatal: unable to access .*403\.$/,
    )
    expect(refused.message).not.toContain('secret')
    expect(await recorded(ledger)).toHaveLength(1)
  })
})

/** Git's own server for HTTP, as a CGI program. */
function backend(root: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://x')
  const child = spawn('git', ['http-backend'], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: pathname,
      QUERY_STRING: String(searchParams),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: 'bot',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  request.pipe(child.stdin)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.once('close', () => {
    const all = Buffer.concat(chunks)
    const end = all.indexOf('\r\n\r\n')
    const headers = all
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map((line) => line.split(': ') as [string, string])
    const status = Number.parseInt(headers.find(([name]) => name === 'Status')?.[1] ?? '200', 10)
    response.writeHead(status, Object.fromEntries(headers.filter(([name]) => name !== 'Status')))
    response.end(all.subarray(end + 4))
  })
}

it('refs of this repository that cannot be written are told in the words of git', async () => {
  const world = await testWorld()
  const repository = path.join(world.cwd, 'registry.git')
  const ledger = await openGitLedger({ repository, purpose: 'create' }, world)
  await world.files.makeDirectory(path.join(repository, 'refs/heads'))
  writeFileSync(path.join(repository, 'refs/heads/airworthy'), '')
  await expect(create(ledger)).rejects.toMatchObject({
    code: 'git-failed',
    message: expect.stringMatching(/^git update-ref failed in the registry: .*airworthy/),
  })
})

describe('the reason of a failure', () => {
  it.each([
    ['', 'git did not say why'],
    ['fatal: bad object HEAD\n', 'fatal: bad object HEAD'],
    [
      'error: unable to create file: No space left on device\nfatal: failed to write object\n',
      'error: unable to create file: No space left on device',
    ],
    [
      'ssh: connect to host x port 22: Connection refused\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.\n',
      'ssh: connect to host x port 22: Connection refused',
    ],
    [
      'Enumerating objects: 3, done.\nWriting objects: 100% (3/3), done.\rremote: Resolving deltas: 100% (1/1)\nremote: error: GH006: Protected branch update failed.\n ! [remote rejected] a -> b (protected branch hook declined)\nerror: failed to push some refs\n',
      'remote: error: GH006: Protected branch update failed',
    ],
    [' ! [remote rejected] a -> b (unpacker error)\nerror: failed to push some refs\n', 'unpacker error'],
    [
      "fatal: unable to access 'https://bot:pass@x/': The requested URL returned error: 403\n",
      "fatal: unable to access 'https://x/': The requested URL returned error: 403",
    ],
    [
      "fatal: unable to access 'https://user:p@ss@host/r.git?private_token=abc#x': The requested URL returned error: 403\n",
      "fatal: unable to access 'https://host/r.git': The requested URL returned error: 403",
    ],
    [
      'fatal: no https://a:b@c@d/x@y/z.git or ssh://git@e/f.git here\n',
      'fatal: no https://d/x@y/z.git or ssh://e/f.git here',
    ],
  ])('of %j', (stderr, reason) => {
    expect(reasonIn(stderr, (text) => text)).toBe(reason)
  })
})
