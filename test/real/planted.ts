import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { writeNpz } from '../../src/data/npz.ts'
import { writeModel } from '../../src/onnx/format/index.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'

/** Secrets of every kind, planted in whatever text comes from, and the search for what is left of them in what was written. */

/** Known by the names of their variables. */
export const ofEnvironment: Readonly<Record<string, string>> = {
  DEPLOY_KEY: 'k9"Q\\Zq8vT2mXc7Lp4Rk9H_*&<y',
  GH_PAT: 'github_pat_11BQ3L7ZA0_n5Vx8Kc2Wd6Yf9Hj1Mr4Ts7Pb0',
  DATABASE_URL: 'postgres://svc:Pw7Xe3Kd9Lm2Qa8Zt@db.internal/models',
  RELEASE_SIGNING_KEY: '-----BEGIN KEY-----\nMIG2Vn8Bx5Cq1Wz4Ek7Rj\nTy3Ub6Io9Pa2Sd5Fg8Hh\n-----END KEY-----\n',
}

/** Known because the pipeline names it under `secrets:`. */
export const ofPipeline: Readonly<Record<string, string>> = { ORDINARY: 'Ordinary5Tn8Bv1Cx4Mz7 of words' }

/** Known by their looks alone. */
const byLooks: readonly string[] = [
  'ghp_Lk4Jh8Gf2Ds6Aq0Wz3Ex7Rc1Tv5Yb9Un2Mi8',
  'glpat-Xc5Vb9Nm3Qw7Er1Ty6Ui',
  'AKIAQ7W3E9R5T1Y8U2IO',
  'xoxb-403918273645-Zs7Xd3Cf9Vg5Bh1N',
  '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',
  'npm_M2n6B0v4C8x1Z5l9K3j7H2g6F0d4S8a1P5o9',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJwbGFudGVkIn0.Dq3Wf7Ge1Hr5Jt9Ky2Lu6',
  'https://bot:Rp6Sd2Fg8Hj4Kl0Zx@git.internal/models.git',
  '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ5t9Xw2Yv6Zu\n-----END PRIVATE KEY-----',
]

/** What a text is planted with: every secret as it is, and in the forms in which others write those that are `known`. */
function plantedWith(known: readonly string[]): string {
  const all = [...known, ...byLooks]
  const html = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  return [
    ...all,
    ...all.map((secret) => secret.replace(/[_*\\&<]/g, '\\$&')),
    ...known.map((secret) => JSON.stringify(secret).slice(1, -1)),
    ...known.map(html),
    ...known.map(encodeURIComponent),
    ...known.flatMap((secret) => ['', 'u', 'us'].map((user) => Buffer.from(`${user}:${secret}`).toString('base64'))),
    ...known.map((secret) => Buffer.from(secret).toString('base64url')),
  ].join(' | ')
}

export const planted: string = plantedWith([...Object.values(ofEnvironment), ...Object.values(ofPipeline)])
/** The same before a pipeline is read. */
export const plantedInCall: string = plantedWith(Object.values(ofEnvironment))

/** What is left in any form: the letters and digits of the middle of each secret, and their base64. */
const middles: readonly string[] = [
  'Zq8vT2mXc7Lp4Rk9H',
  'n5Vx8Kc2Wd6Yf9Hj1Mr4Ts7Pb0',
  'Pw7Xe3Kd9Lm2Qa8Zt',
  'MIG2Vn8Bx5Cq1Wz4Ek7Rj',
  'Ty3Ub6Io9Pa2Sd5Fg8Hh',
  'Ordinary5Tn8Bv1Cx4Mz7',
  'Lk4Jh8Gf2Ds6Aq0Wz3Ex7Rc1Tv5Yb9Un2Mi8',
  'Xc5Vb9Nm3Qw7Er1Ty6Ui',
  'AKIAQ7W3E9R5T1Y8U2IO',
  'Zs7Xd3Cf9Vg5Bh1N',
  'QpWoEiRuTyAlSkDjFhGzXmCnVbQwErTyUi',
  'M2n6B0v4C8x1Z5l9K3j7H2g6F0d4S8a1P5o9',
  'Dq3Wf7Ge1Hr5Jt9Ky2Lu6',
  'Rp6Sd2Fg8Hj4Kl0Zx',
  'MC4CAQAwBQYDK2VwBCIEIJ5t9Xw2Yv6Zu',
]

/** Fewer characters than this of a secret may be left at a cut. */
const window = 8

const needles: ReadonlySet<string> = new Set(
  middles.flatMap((middle) => [middle, ...[0, 1, 2].map((by) => inBase64(middle, by))].flatMap(windowsOf)),
)

function inBase64(text: string, by: number): string {
  const coded = Buffer.from(`${'-'.repeat(by)}${text}`).toString('base64')
  return coded.slice(4, -4)
}

function windowsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - window + 1) }, (_, at) => text.slice(at, at + window))
}

/** What of the secrets stands in a text or in bytes. */
export function leaksIn(content: string | Uint8Array): readonly string[] {
  const text = typeof content === 'string' ? content : Buffer.from(content).toString('latin1')
  const found: string[] = []
  for (let at = 0; at + window <= text.length && found.length < 3; at++) {
    if (!needles.has(text.slice(at, at + window))) continue
    found.push(text.slice(Math.max(0, at - 60), at + 20))
    at += 40
  }
  return found
}

/** The digests of what was planted: a copy of such a file, as a store of models holds it, is no new one. */
export function digestOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Every file below a folder, by its path. What git keeps is read through git. */
export function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  const all = new Map<string, Buffer>()
  if (!existsSync(folder)) return all
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name)
    if (/(?:^|\/)(?:\.git|[\w-]+\.git)\/objects\//.test(file)) continue
    if (statSync(file).isFile()) all.set(file, readFileSync(file))
  }
  return all
}

/** Everything that a repository holds, by the names of objects and refs: commits, trees, tags and files as they are. */
export function objectsIn(repository: string): ReadonlyMap<string, Buffer> {
  const git = (args: readonly string[], input?: string): Buffer =>
    execFileSync('git', ['-C', repository, ...args], { maxBuffer: 2 ** 28, ...(input === undefined ? {} : { input }) })
  const names = git(['cat-file', '--batch-all-objects', '--batch-check=%(objectname)']).toString().split('\n')
  const refs = git(['for-each-ref', '--format=%(refname)']).toString().split('\n')
  const objects = names.filter((name) => name !== '').map((name) => [name, git(['cat-file', '--batch'], `${name}\n`)])
  return new Map([...(objects as [string, Buffer][]), ...refs.map((ref) => [`ref ${ref}`, Buffer.from(ref)] as const)])
}

/** The name of a tensor: as long as a name may be, and of characters that a name may have. */
export const inName = `of_${ofEnvironment['GH_PAT']}_and_${byLooks[0]}`

/** The names that a run looks things up by: of an input, of an array and of labels. */
export interface Names {
  readonly input: string
  readonly array: string
  readonly label: string
}

export const plainNames: Names = { input: 'x', array: 'images', label: 'labels' }
export const plantedNames: Names = { input: `x_${inName}`, array: `images_${inName}`, label: `label_${inName}` }

/** A classifier whose every text holds the secrets. A longer version makes a larger file. */
export function plantedModel(version: string, { input }: Names = plainNames): Uint8Array {
  const output = `y_${inName}`
  const graph = buildGraph({
    name: planted,
    inputs: [value(input, 'float32', ['N', 3])],
    outputs: [value(output, 'float32', ['N', 2])],
    nodes: [
      node('MatMul', [input, 'w'], [`inner ${planted}`], { name: planted }),
      node('Relu', [`inner ${planted}`], [output], { name: `relu ${planted}` }),
    ],
    weights: [tensor('w', 'float32', [3, 2], Float32Array.of(1, -1, 0.5, 2, 0, 3))],
  })
  const parts = {
    graph,
    opset: 17,
    producer: planted,
    producerVersion: planted,
    metadata: { [planted]: planted, version },
  }
  const model = buildModel(parts)
  return writeModel({ ...model, docString: planted })
}

/** Forty examples, each of the class that the model says. */
export function plantedData({ array, label }: Names = plainNames): Uint8Array {
  const examples = 40
  const images = Float32Array.from({ length: 3 * examples }, (_, at) => ((at * 7) % 11) / 11)
  const labels = Int32Array.from({ length: examples }, (_, at) => at % 2)
  return writeNpz({
    [array]: { type: 'float32', dims: [examples, 3], data: images },
    [label]: { type: 'int32', dims: [examples], data: labels },
    [`other ${inName}`]: { type: 'float32', dims: [1], data: Float32Array.of(1) },
  })
}
