import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CallContext, Ledger } from '../../../src/core/ledger.ts'
import { withDefaultContext } from '../../../src/core/with-append.ts'
import { openGitLedger } from '../../../src/registry/ledger/git/ledger.ts'
import { reasonIn } from '../../../src/registry/ledger/git/reason.ts'
import { wasRefused } from '../../../src/registry/ledger/git/remote/answers.ts'
import { assignEvent, create, recorded, releaseEvent } from '../../contracts/ledger.ts'
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
    expect(refused).toMatchObject({ code: 'registry-refused' })
    expect(refused.message).toMatch(
      / refused what was to be recorded: remote: Permission to team\/digits denied to bot\.; fatal: unable to access .*403\.$/,
    )
    expect(refused.message).not.toContain('secret')
    expect(await recorded(ledger)).toHaveLength(1)
  })
})

describe('a server that takes no tags of assignments', () => {
  const told = async (open: () => Promise<Ledger>) => {
    const warnings: string[] = []
    const context: CallContext = { warns: ({ code, message }) => void warnings.push(`${code}: ${message}`) }
    const ledger = withDefaultContext(context, await open())
    await create(ledger)
    return { ledger, warnings }
  }

  it.each([
    ['by a hook for each ref', { update: 'case $1 in *production*) echo "no stages" >&2; exit 1;; esac' }],
    ['by a hook for all', { 'pre-receive': 'grep -q production && { echo "no stages" >&2; exit 1; }; exit 0' }],
  ])('%s, has the entries, and the tags are told once', async (_, hooks) => {
    const { world, remote, open } = await remoteWith(hooks)
    const { ledger, warnings } = await told(open)
    await ledger.append('a', releaseEvent('1.0.0'))
    await ledger.append('b', assignEvent('1.0.0'))
    await ledger.append('c', releaseEvent('1.1.0'))
    await ledger.append('d', assignEvent('1.1.0', 'production', 'digits', '1.0.0'))
    await ledger.append('e', assignEvent('1.1.0', 'staging'))
    expect(await recorded(ledger)).toHaveLength(5)
    expect(warnings).toEqual([expect.stringMatching(/^ledger-tag-missing: .*digits#production#1 .*no stages/)])
    const { stdout } = await world.processes.run('git', ['-C', remote, 'tag', '--list'])
    expect(stdout).toBe('digits#staging#3\ndigits@v1.0.0\ndigits@v1.1.0\n')
  })

  it('by a hook for each ref, shows those of the others, and only what it does not take is told', async () => {
    const { remote, world, open } = await remoteWith({ update: 'case $1 in *production*) exit 1;; esac' })
    const { ledger, warnings } = await told(open)
    await ledger.append('a', releaseEvent('1.0.0'))
    await ledger.appendAll([
      { key: 'b', event: assignEvent('1.0.0') },
      { key: 'c', event: assignEvent('1.0.0', 'staging') },
    ])
    expect(warnings).toEqual([expect.stringMatching(/^ledger-tag-missing: What digits#production#1 shows is recorded/)])
    const { stdout } = await world.processes.run('git', ['-C', remote, 'tag', '--list'])
    expect(stdout).toBe('digits#staging#2\ndigits@v1.0.0\n')
  })

  it('since a lock of one was left there, has the entries', async () => {
    const { remote, open } = await remoteWith({})
    const { ledger, warnings } = await told(open)
    await ledger.append('a', releaseEvent('1.0.0'))
    writeFileSync(path.join(remote, 'refs/tags/digits#production#1.lock'), '')
    await ledger.append('b', assignEvent('1.0.0'))
    expect(await recorded(ledger)).toHaveLength(2)
    expect(warnings).toHaveLength(1)
  })

  it('nor of versions, has nothing of a release', async () => {
    const { open } = await remoteWith({ update: 'case $1 in refs/tags/*) exit 1;; esac' })
    const { ledger, warnings } = await told(open)
    const both = [
      { key: 'a', event: releaseEvent('1.0.0') },
      { key: 'b', event: assignEvent('1.0.0') },
    ]
    await expect(ledger.appendAll(both)).rejects.toMatchObject({ code: 'registry-refused' })
    expect([await recorded(ledger), warnings]).toEqual([[], []])
  })
})

it('a server that lets nobody push over HTTP has refused, and is not out of reach', async () => {
  const { world, remote, open } = await remoteWith({})
  await world.processes.run('git', ['-C', remote, 'config', 'http.receivepack', 'false'])
  const server = createServer((request, response) => backend(remote, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const creating = open(`http://127.0.0.1:${port}/`).then(create)
  await expect(creating).rejects.toMatchObject({ code: 'registry-refused', message: expect.stringMatching(/403\.$/) })
})

it('a server that took a new ledger, and is away at once, is not said to have recorded nothing', async () => {
  const { remote, world, open } = await remoteWith({ 'post-receive': 'mv "$PWD" "$PWD.away"' })
  await expect(open().then(create)).rejects.toMatchObject({
    code: 'ledger-unsettled',
    hint: expect.stringMatching(/^Run it again: it looks first, and records nothing twice\./),
  })
  await world.processes.run('mv', [`${remote}.away`, remote])
  const ledger = await open().then(create)
  expect((await ledger.read()).map(({ key }) => key)).toEqual(['created'])
})

describe('what a remote answers to a push', () => {
  it.each([
    [' ! [remote rejected] a -> b (pre-receive hook declined)', true],
    [' ! [rejected]        a -> b (stale info)', true],
    [' ! [remote failure]  a -> b (remote failed to report status)', false],
    ['error: RPC failed; HTTP 403 curl 22 The requested URL returned error: 403', true],
    ['error: RPC failed; HTTP 502 curl 22 The requested URL returned error: 502', false],
    ['fatal: the remote end hung up unexpectedly', false],
    ['remote:  ! [remote rejected] words of a hook', false],
  ])('%j: says no: %s', (stderr, isNo) => {
    expect(wasRefused(`Writing objects: 100% (3/3), done.\n${stderr}\n`)).toBe(isNo)
  })
})

describe('a remote with another object format', () => {
  it.each([
    ['a new ledger', 'sha1', 'sha256'],
    ['one that is here', 'sha1', 'sha256'],
    ['a new ledger', 'sha256', 'sha1'],
    ['one that is here', 'sha256', 'sha1'],
  ])('is told as that: %s, of %s, at one of %s', async (kind, ours, theirs) => {
    const world = await testWorld()
    const [own, remote] = [path.join(world.cwd, 'own.git'), path.join(world.cwd, 'there.git')]
    await world.processes.run('git', ['init', '-q', '--bare', `--object-format=${ours}`, own])
    await world.processes.run('git', ['init', '-q', '--bare', `--object-format=${theirs}`, remote])
    if (kind !== 'a new ledger') await create(await openGitLedger({ repository: own }, world))
    const opening = openGitLedger({ repository: own, remote }, world).then(create)
    await expect(opening).rejects.toMatchObject({ code: 'registry-format' })
  })

  it('that has a ledger, too', async () => {
    const world = await testWorld()
    const [own, remote] = [path.join(world.cwd, 'own.git'), path.join(world.cwd, 'there.git')]
    await world.processes.run('git', ['init', '-q', '--bare', own])
    await world.processes.run('git', ['init', '-q', '--bare', '--object-format=sha256', remote])
    await create(await openGitLedger({ repository: remote }, world))
    for (const here of [false, true]) {
      if (here) await create(await openGitLedger({ repository: own }, world))
      await expect(openGitLedger({ repository: own, remote }, world)).rejects.toMatchObject({ code: 'registry-format' })
    }
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
    [
      'fatal: unable to update url base from redirection:\n  asked for: http://a/x/info/refs?service=git-upload-pack\n   redirect: http://b/login\n',
      'fatal: unable to update url base from redirection: asked for: http://a/x/info/refs redirect: http://b/login',
    ],
    [
      '00:36:33.895712 git.c:460               trace: built-in: git push\nremote: 00:36:33.9 git.c\nremote: 00:36:33.906176 run-command.c:655 trace: run_command: git\nremote: no\n ! [remote rejected] a -> b (pre-receive hook declined)\n',
      'remote: 00:36:33.9 git.c no',
    ],
  ])('of %j', (stderr, reason) => {
    expect(reasonIn(stderr, (text) => text)).toBe(reason)
  })
})
