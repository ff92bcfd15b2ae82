import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Random } from '../../src/stats/random.ts'
import { ledgerTexts, makePlace, type Place, registries } from './place.ts'
import { start } from './runs.ts'

/** Flips in one history. Each is made, looked at by a command, and taken back. */
const flips = 12

interface Command {
  readonly args: (place: Place) => readonly string[]
  /** How it ends while nothing is damaged. */
  readonly code: number
  /** What it says then. */
  readonly says: RegExp
}

const commands: readonly Command[] = [
  { args: () => ['run', 'worse.yml'], code: 1, says: /FAIL/ },
  { args: () => ['run', 'a.yml'], code: 0, says: /1\.0\.1 is in production already/ },
  { args: () => ['ledger', 'verify', 'a.yml'], code: 0, says: /entries/ },
  { args: (place) => ['verify', evidenceOf(place)], code: 0, says: /verdict|recomputed|same/i },
]

/** One bit of one file of any kind is flipped: what is damaged is reported, or makes no difference. */
export async function flipHistory(
  folder: string,
  random: Random,
  mark: string,
  tally: { runs: number; codes: Record<string, number> },
): Promise<string[]> {
  const place = makePlace(folder, registries[random.below(registries.length)] ?? 'file', 1)
  const [cwd = ''] = place.checkouts
  const call = (args: readonly string[]) => start(args, { cwd, mark }).ended
  await call(['registry', 'init', 'a.yml'])
  await call(['run', 'a.yml'])
  for (const { args, code, says } of commands) {
    const ended = await call(args(place))
    if (ended.code !== code || !says.test(ended.output))
      throw new Error(`${args(place).join(' ')}: ${ended.code} without any damage: ${ended.output}`)
  }
  if (ledgerTexts(place).length === 0) throw new Error('the ledger has no entries to flip')
  const broken: string[] = []
  for (let at = 0; at < flips; at++) {
    const command = commands[random.below(commands.length)] as Command
    const before = ledgerTexts(place).join('\n')
    const file = pickFile(place, random)
    const original = readFileSync(file)
    if (original.length === 0) continue
    const bit = random.below(original.length * 8)
    const damaged = Buffer.from(original)
    damaged[bit >> 3] = (damaged[bit >> 3] as number) ^ (1 << (bit & 7))
    const mode = statSync(file).mode
    write(file, damaged, mode)
    const { code, output, hung } = await call(command.args(place))
    write(file, original, mode)
    tally.runs++
    tally.codes[String(code)] = (tally.codes[String(code)] ?? 0) + 1
    const what = `bit ${bit} of ${path.relative(folder, file)}, ${command.args(place).join(' ')}`
    const isSame = code === command.code && command.says.test(output)
    const isReported = code !== 0 && code !== 70 && /error\[|✗|damage|differ/i.test(output)
    if (hung || code === 70 || !(isSame || isReported)) broken.push(`${what}: ${code}: ${output.trim().slice(-300)}`)
    const after = ledgerTexts(place).join('\n')
    if (!after.startsWith(before)) broken.push(`${what}: the ledger is another`)
  }
  return broken
}

function write(file: string, bytes: Uint8Array, mode: number): void {
  // Objects of git are read-only.
  try {
    writeFileSync(file, bytes)
  } catch {
    throw new Error(`${file} of mode ${mode.toString(8)} cannot be written`)
  }
}

function evidenceOf({ checkouts }: Place): string {
  const runs = path.join(checkouts[0] ?? '', '.airworthy', 'runs')
  const file = readdirSync(runs)
    .map((run) => path.join(runs, run, 'evidence.json'))
    .find((each) => statSync(each, { throwIfNoEntry: false }) !== undefined)
  if (file === undefined) throw new Error('no run left evidence')
  return file
}

/** A file of a kind, each kind as likely as another: the store is large, and a ledger is small. */
function pickFile(place: Place, random: Random): string {
  const [cwd = ''] = place.checkouts
  const kinds = [
    ...['cache', 'store', 'measurements', 'runs'].map((name) => filesIn(path.join(cwd, '.airworthy', name))),
    place.registry === 'file'
      ? [path.join(place.folder, 'ledger.jsonl')]
      : gitFiles.flatMap((name) => filesIn(path.join(cwd, '.git', name))),
    place.shared === undefined ? [] : gitFiles.flatMap((name) => filesIn(path.join(place.shared ?? '', name))),
    ['airworthy-ledger.checked', 'airworthy-ledger.texts'].flatMap((name) => filesIn(path.join(cwd, '.git', name))),
  ].filter((files) => files.length > 0)
  const files = kinds[random.below(kinds.length)] as string[]
  return files[random.below(files.length)] as string
}

/** What git keeps of a ledger. */
const gitFiles = ['objects', 'refs', 'packed-refs', 'HEAD']

function filesIn(place: string): string[] {
  const stat = statSync(place, { throwIfNoEntry: false })
  if (stat === undefined) return []
  if (stat.isFile()) return [place]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)))
}
