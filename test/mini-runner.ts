import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'yaml'

/** What GitHub's runner does around an Action: reads action.yml, sets the environment and the command files, starts it, reads what it left. */
export interface ActionRun {
  readonly exitCode: number
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** What the Action asked to be masked; it must do so before it writes anything else. */
  readonly masks: readonly string[]
}

export interface ActionSetup {
  readonly node?: string
  readonly action: string
  /** Start this script instead of the one action.yml names: the bundle of the sources under test. */
  readonly main?: string
  readonly workspace: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly event?: { readonly name: string; readonly payload: unknown }
  /** The job's token: the default of an input that says so. Without one, the Action cannot talk to GitHub. */
  readonly token?: string
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly description: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
  readonly runs: { readonly using: string; readonly main: string }
}

export async function runAction(setup: ActionSetup): Promise<ActionRun> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'airworthy-runner-'))
  try {
    return await runIn(temporary, setup)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

async function runIn(temporary: string, setup: ActionSetup): Promise<ActionRun> {
  const action = parse(await readFile(setup.action, 'utf8')) as ActionFile
  const at = (name: string): string => path.join(temporary, name)
  for (const name of ['output', 'summary', 'env', 'path', 'state']) await writeFile(at(name), '')
  await writeFile(at('event.json'), JSON.stringify(setup.event?.payload ?? {}))
  const defaults = Object.entries(action.inputs).map(
    ([name, input]) => [name, (input.default ?? '').replace('${{ github.token }}', setup.token ?? '')] as const,
  )
  const inputs = { ...Object.fromEntries(defaults), ...setup.inputs }
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: temporary,
    TMPDIR: tmpdir(),
    // Untrusted runs leave their report there, which a later step of the job reads.
    RUNNER_TEMP: process.env['RUNNER_TEMP'] ?? temporary,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: setup.workspace,
    GITHUB_EVENT_NAME: setup.event?.name ?? 'push',
    GITHUB_EVENT_PATH: at('event.json'),
    GITHUB_REF_NAME: 'main',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_REPOSITORY: 'owner/repository',
    GITHUB_OUTPUT: at('output'),
    GITHUB_STEP_SUMMARY: at('summary'),
    GITHUB_ENV: at('env'),
    GITHUB_PATH: at('path'),
    GITHUB_STATE: at('state'),
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
    ),
    ...setup.env,
  }
  const { exitCode, log } = await start(
    setup.node ?? process.execPath,
    setup.main ?? path.resolve(path.dirname(setup.action), action.runs.main),
    setup.workspace,
    env,
  )
  const outputs = parseOutputs(await readFile(at('output'), 'utf8'))
  const summary = await readFile(at('summary'), 'utf8')
  for (const name of Object.keys(outputs))
    if (!(name in action.outputs)) throw new Error(`the output ${name} is not in action.yml`)
  if (Buffer.byteLength(summary) > 1024 * 1024) throw new Error('the summary is over 1 MiB: the runner would drop it')
  for (const level of ['error', 'warning', 'notice'])
    if ((log.match(new RegExp(`^::${level}[ :]`, 'gm')) ?? []).length > 10)
      throw new Error(`more than 10 annotations of level ${level}: the runner would drop them`)
  return { exitCode, ...takeMasks(log), outputs, summary }
}

function start(
  node: string,
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ exitCode: number; log: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let log = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => resolve({ exitCode: code ?? -1, log }))
  })
}

/** The runner keeps commands that mask out of the log. What they name must not have been written before. */
function takeMasks(log: string): { readonly log: string; readonly masks: readonly string[] } {
  const lines = log.split('\n')
  const command = '::add-mask::'
  const first = lines.findIndex((line) => !line.startsWith(command))
  if (lines.slice(first).some((line) => line.startsWith(command) && lines.slice(0, first).length === 0))
    throw new Error('something was written before secrets were masked')
  const masks = lines.filter((line) => line.startsWith(command)).map((line) => line.slice(command.length))
  return { log: lines.filter((line) => !line.startsWith(command)).join('\n'), masks }
}

/** `name<<delimiter`, lines, `delimiter`. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const lines = text.split('\n')
  while (lines.length > 0) {
    const [, name, delimiter] = /^(.*?)<<(.*)$/.exec(lines.shift() ?? '') ?? []
    if (name === undefined) continue
    const value: string[] = []
    while (lines.length > 0 && lines[0] !== delimiter) value.push(lines.shift() ?? '')
    lines.shift()
    outputs[name] = value.join('\n')
  }
  return outputs
}
