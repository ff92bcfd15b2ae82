import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { World } from '../../src/core/world.ts'
import { loadAllowed } from '../../src/entry/base.ts'
import type { Pipeline } from '../../src/pipeline/load.ts'
import { ciFacts } from '../../src/world/ci.ts'
import type { WorldOptions } from '../../src/world/index.ts'
import { temporaryFolder } from '../folders.ts'
import { firstSha } from '../github/stand-in/seed.ts'
import { start } from '../github/start.ts'
import { testWorld } from '../world.ts'

/** What a stranger can do is write a commit: these put one on the disk, and say what GitHub says of the run on it. */

export type Contents = Readonly<Record<string, string | Uint8Array | Link>>

/** A symbolic link, as git keeps them. */
export interface Link {
  readonly to: string
}

export const own = 'airworthy/models'

/** A pull request of a fork. */
export const ofFork: Partial<WorldOptions> = ciFacts(
  { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' },
  pull('stranger/models'),
)

/** The event of a pull request, as GitHub writes it. */
export function pull(head: string | null, base = own): object {
  return {
    pull_request: { head: { repo: head === null ? null : { full_name: head } }, base: { repo: { full_name: base } } },
  }
}

export function digits(name: 'digits-1.0.0' | 'digits-candidate' | 'digits-regression'): Uint8Array {
  return readFileSync(`pipelines/digits/${name}.onnx`)
}

/** Two models that are compared by their sizes alone, which takes no time. */
export const models: Contents = { 'new.onnx': digits('digits-candidate'), 'old.onnx': digits('digits-1.0.0') }

/** A world whose working directory holds what a commit brings; no variable of this machine is in it but what finds programs. */
export async function checkout(contents: Contents, options: Partial<WorldOptions> = ofFork): Promise<World> {
  // What an untrusted run keeps lies outside of the checkout, and goes with the job.
  const env = { PATH: process.env['PATH'], RUNNER_TEMP: temporaryFolder(), ...options.env }
  const world = await testWorld({ ...options, env })
  put(world.cwd, contents)
  return world
}

export function put(folder: string, contents: Contents): void {
  for (const [name, content] of Object.entries(contents)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    if (typeof content === 'object' && 'to' in content) symlinkSync(content.to, file)
    else writeFileSync(file, content)
  }
}

/** A pipeline that takes no time, and what is to follow its gate. */
export function pipelineText(more = '', head = 'registry: { scratch: true }'): string {
  return `pipeline: digits
model: { candidate: new.onnx, production: old.onnx }
${head}
stages:
  validate: { checks: [graph] }
  benchmark: {}
  compare: { metrics: { size: { margin: 50% } } }
  gate: {}
${more}`
}

/** Loads the pipeline under a trigger that has the repository's rights: `head` is checked out, `base` is what the repository says. */
export async function loadUnder(
  event: string,
  head: Contents,
  base: Contents,
  file = 'airworthy.yml',
): Promise<Pipeline> {
  const files = Object.fromEntries(
    Object.entries(base).filter((each): each is [string, string | Uint8Array] => !isLink(each[1])),
  )
  const github = await start({ repository: own, commits: [{ sha: firstSha, files }] })
  const env = {
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: own,
    GITHUB_TOKEN: 'write-token',
    GITHUB_SHA: firstSha,
  }
  const facts = ciFacts({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: event }, {})
  return loadAllowed(file, await checkout(head, { ...facts, env }), {})
}

function isLink(content: Contents[string]): content is Link {
  return typeof content === 'object' && 'to' in content
}
