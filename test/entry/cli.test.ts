import { copyFile, mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { airworthy, airworthyIn } from '../command-line.ts'
import { sharingWorkers } from '../shared-workers.ts'
import { testWorld, worldOfKnownTimes } from '../world.ts'

// Every command is called as a process of its own once: here, in the test of its name, or in test/real/whole-runs.test.ts.
const openWorld = sharingWorkers(testWorld)
const openWorldOfKnownTimes = sharingWorkers(worldOfKnownTimes)

const digits = path.resolve('pipelines/digits')
const production = path.join(digits, 'digits-1.0.0.onnx')
const candidate = path.join(digits, 'digits-candidate.onnx')

describe('help', () => {
  test('every command has one, with an example', async () => {
    const { out } = await airworthy(['--help'])
    const listed = out.slice(out.indexOf('Commands:'), out.indexOf('Exit codes:'))
    const commands = [...listed.matchAll(/^ {2}([\w-]+) /gm)]
      .map(([, name]) => name ?? '')
      .filter((name) => name !== 'help')
    expect(commands).toEqual(
      expect.arrayContaining([
        'run',
        'check',
        'plan',
        'merge',
        'validate',
        'optimize',
        'bench',
        'compare',
        'inspect',
        'verify',
        'report',
        'init',
      ]),
    )
    for (const command of commands) {
      const help = await airworthy([command, '--help'])
      expect(help.code, command).toBe(0)
      expect(help.out, command).toContain(`Example:\n  $ airworthy ${command}`)
    }
  })

  test('a wrong call is exit code 2, with the nearest right one', async () => {
    const wrong = await airworthy(['chekc'])
    expect(wrong.code).toBe(2)
    expect(wrong.err).toMatch(/Did you mean check\?/)
    expect((await airworthy(['run', '--nonsense'])).code).toBe(2)
    expect((await airworthy(['check'])).code).toBe(2)
    expect((await airworthy(['run'])).err).toContain('error[argument-missing]')
  })
})

describe('check', () => {
  test('says what is wrong and where, in text and as JSON', async () => {
    const world = await openWorld()
    const { cwd } = world
    await writeFile(path.join(cwd, 'p.yml'), 'pipeline: p\nmodel: { candidat: a }\nstages: { gaet: {} }\n')
    const text = await airworthy(['check', 'p.yml'], { cwd })
    expect(text.code).toBe(2)
    expect(text.err).toContain(`${path.join(cwd, 'p.yml')}:2:10: error[pipeline-unknown-key]`)
    expect(text.err).toContain('Did you mean gate?')
    const both = await airworthyIn(world, ['check', path.resolve('pipelines/quickstart.yml'), 'p.yml', 'none.yml'])
    expect([both.code, both.out, both.err]).toEqual([
      2,
      expect.stringContaining('7 stages'),
      expect.stringMatching(/pipeline-unknown-key[\s\S]*pipeline-missing/),
    ])
    const json = await airworthyIn(world, ['check', 'p.yml', '--json'])
    expect(json.code).toBe(2)
    expect(
      (JSON.parse(json.out) as { problems: { code: string }[] }).problems.map((problem) => problem.code),
    ).toContain('stage-kind-unknown')
  })
})

describe('plan', () => {
  test('is a table, JSON, or a graph, and touches nothing', async () => {
    const world = await openWorld()
    const { cwd } = world
    const pipeline = path.resolve('pipelines/quickstart.yml')
    const text = await airworthy(['plan', pipeline], { cwd })
    expect(text.out).toMatch(/run +benchmark +files +alone +~\d+ s/)
    expect(text.out).toContain('digits-candidate.onnx against 1.0.0')
    const { stages } = JSON.parse((await airworthyIn(world, ['plan', pipeline, '--json', '--dry-run'])).out) as {
      stages: { name: string; action: string }[]
    }
    expect(stages.find((stage) => stage.name === 'rollout')?.action).toBe('skip')
    expect((await airworthyIn(world, ['plan', pipeline, '--graph'])).out).toMatch(
      /^flowchart TD\n(.|\n)*s2\{\{"benchmark"\}\}(.|\n)*s1 --> s2/,
    )
    expect(await world.files.list(cwd)).toEqual([])
  })
})

describe('a benchmark on several machines', () => {
  const pipeline = `pipeline: digits
model: { candidate: ${candidate}, production: ${production} }
stages:
  benchmark: { scenarios: [{ batch: 1 }, { batch: 8, runner: [self-hosted, arm] }] }
  compare: { metrics: { size: {} } }
  gate: {}
`

  test('plan --matrix is one line, run --shard measures each job of it, merge gives the verdict', async () => {
    const world = await openWorld()
    const { cwd } = world
    await writeFile(path.join(cwd, 'p.yml'), pipeline)
    const planned = await airworthyIn(world, ['plan', 'p.yml', '--matrix', '--default-runner', 'self-hosted, quiet'])
    const { include } = JSON.parse(planned.out) as { include: Record<string, unknown>[] }
    expect([planned.code, planned.out.split('\n')]).toEqual([0, [expect.any(String), '']])
    expect(include.map((job) => [job['shard'], job['runs-on']])).toEqual([
      ['default', ['self-hosted', 'quiet']],
      ['arm__self-hosted', ['self-hosted', 'arm']],
    ])
    for (const { shard } of include) {
      const env = { AIRWORTHY_HOME: `shards/${shard}` }
      const measured = await airworthy(['run', 'p.yml', '--shard', String(shard)], { cwd, env })
      expect([measured.code, measured.out], measured.err).toEqual([0, expect.stringContaining('MEASURED')])
    }
    const merged = await airworthy(['merge', 'p.yml', 'shards', '--json'], { cwd })
    const report = JSON.parse(merged.out) as { outcome: string; files: { evidence: string } }
    expect([merged.code, report.outcome], merged.err).toEqual([0, 'pass'])
    expect((await airworthyIn(world, ['verify', report.files.evidence])).code).toBe(0)
    const partial = await airworthyIn(world, ['merge', 'p.yml', 'shards/default'])
    expect([partial.code, partial.err]).toEqual([2, expect.stringContaining('error[shard-missing]')])
  })

  test('what cannot be is refused', async () => {
    const world = await openWorld()
    const { cwd } = world
    await writeFile(path.join(cwd, 'p.yml'), pipeline)
    const codeOf = async (...args: string[]): Promise<string> => (await airworthyIn(world, args)).err
    expect(await codeOf('plan', 'p.yml', '--matrix', '--default-runner', '$(id)')).toContain('error[argument-wrong]')
    expect(await codeOf('run', 'p.yml', '--shard', 'gpu')).toContain('error[shard-unknown]')
    const both = await airworthy(['run', 'p.yml', '--shard', 'default', '--resume'], { cwd })
    expect(both.err).toMatch(/--shard.*cannot be used with/)
    expect(await codeOf('merge', 'p.yml', '.')).toContain('error[merge-nothing]')
    await writeFile(path.join(cwd, 'p.yml'), pipeline.replace('arm]', '"${{ env.HOME }}"]'))
    expect(await codeOf('plan', 'p.yml', '--matrix')).toContain('p.yml:4:')
  })
})

test('a wrong call ends with an error, as text and as JSON', async () => {
  const world = await openWorld()
  for (const [args, reason] of [
    [['plan', 'p.yml', '--bogus'], "unknown option '--bogus'."],
    [['plan'], "missing required argument 'pipeline'."],
    [['rnu', 'p.yml'], "unknown command 'rnu' (Did you mean run?)"],
    [['registry', 'list'], "unknown command 'list'."],
  ] as const) {
    const message = `airworthy cannot be called like this: ${reason}`
    const told = `error[call-wrong]: ${message}\n  Use --help for what this command takes.\n`
    expect(await airworthyIn(world, args)).toEqual({ code: 2, out: '', err: told })
    const { code, out, err } = await airworthyIn(world, [...args, '--json'])
    expect([code, err, JSON.parse(out)]).toMatchObject([2, '', { problems: [{ code: 'call-wrong' }] }])
  }
  expect((await airworthyIn(world, ['registry'])).err).toContain('Usage: airworthy registry')
})

describe('models without a pipeline', () => {
  test('validate: 0 for a sound one, 1 with findings, 2 when it is no model', async () => {
    const world = await openWorld()
    const { cwd } = world
    const sound = await airworthy(['validate', candidate], { cwd })
    expect([sound.code, sound.out]).toEqual([0, expect.stringContaining('is sound')])
    await writeFile(path.join(cwd, 'text.onnx'), 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n')
    const text = await airworthyIn(world, ['validate', 'text.onnx'])
    expect(text.code).toBe(2)
    expect(text.err).toMatch(/error\[model-not-onnx\].*LFS/)
    await copyFile(candidate, path.join(cwd, 'cut.onnx'))
    await truncate(path.join(cwd, 'cut.onnx'), 1000)
    const cut = await airworthyIn(world, ['validate', 'cut.onnx'])
    expect([cut.code, cut.err]).toEqual([2, expect.stringMatching(/error\[model-/)])
    expect((await airworthyIn(world, ['validate', 'missing.onnx'])).err).toContain('error[model-missing]')
  })

  test('inspect shows the interface', async () => {
    const { out, code } = await airworthy(['inspect', candidate])
    expect(code).toBe(0)
    expect(out).toMatch(/input +image: uint8\[/)
    expect(JSON.parse((await airworthyIn(await openWorld(), ['inspect', candidate, '--json'])).out)).toMatchObject({
      outputs: [{ name: 'scores' }],
    })
  })

  test('optimize writes a model that is sound', async () => {
    const world = await openWorld()
    const { cwd } = world
    const { code, out } = await airworthy(['optimize', candidate, '--out', 'small/o.onnx'], { cwd })
    expect([code, out]).toEqual([0, expect.stringContaining('Wrote small/o.onnx')])
    expect((await airworthyIn(world, ['validate', 'small/o.onnx', '--production', candidate])).code).toBe(0)
  })

  test('compare: a verdict, a page, and evidence that verifies until it is touched', async () => {
    const world = await openWorldOfKnownTimes()
    const { cwd } = world
    const args = [
      'compare',
      production,
      candidate,
      '--batch',
      '32',
      '--budget',
      '8s',
      '--metric',
      'latency.p50=3%',
      'size=5%',
      '--outputs-differ',
      '--html',
      'page.html',
    ]
    const { code, out } = await airworthyIn(world, args)
    expect(out).toMatch(/PASS/)
    expect(code).toBe(0)
    expect(await readFile(path.join(cwd, 'page.html'), 'utf8')).toMatch(/<svg/)
    const [run] = (await world.files.list(path.join(cwd, '.airworthy/runs'))).slice(-1)
    const evidence = path.join(cwd, '.airworthy/runs', run ?? '', 'evidence.json')
    expect((await airworthy(['verify', evidence], { cwd })).code).toBe(0)
    const text = await readFile(evidence, 'utf8')
    const forged = text.replace(/"samplesMs":\[[\d.e-]+/g, '"samplesMs":[9')
    expect(forged).not.toBe(text)
    await writeFile(evidence, text.replace(/"verdict":"pass"/, '"verdict":"fail"'))
    expect((await airworthyIn(world, ['verify', evidence])).code).toBe(1)
    await writeFile(evidence, '{"no": "evidence"}')
    expect((await airworthyIn(world, ['verify', evidence])).code).toBe(2)
    expect((await airworthy(['report', '--format', 'markdown'], { cwd })).out).toMatch(/^### /)
    expect((await airworthyIn(world, ['report', '--format', 'nonsense'])).code).toBe(2)
    const recorded = path.join(path.dirname(evidence), 'report.json')
    await writeFile(recorded, (await readFile(recorded, 'utf8')).replace('"outcome":', '"outcom":'))
    const refused = await airworthyIn(world, ['report'])
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/report-differs.*\n.*airworthy run --run/)])
  })

  test('compare as a process measures what it is asked for', async () => {
    const { cwd } = await openWorld()
    const { code, out } = await airworthy(['compare', production, candidate, '--metric', 'size=5%'], { cwd })
    expect([code, out]).toEqual([3, expect.stringMatching(/✓ {2}size +713 kB +230 kB +-68 %/)])
  })

  test('bench sends requests at random moments when it is given a rate', async () => {
    const args = ['bench', candidate, '--rate', '5', '--budget', '1s']
    const { out } = await airworthyIn(await openWorldOfKnownTimes(), args)
    expect(out).toMatch(/^cpu\/b1\/t1\/rate=5 .*\d+ requests in \d+ blocks, busy [\d.]+ % of the time$/m)
  })

  test('bench prints medians of fresh processes', async () => {
    const { code, out } = await airworthyIn(await openWorldOfKnownTimes(), ['bench', candidate, '--budget', '1s'])
    expect([code, out]).toEqual([0, expect.stringMatching(/p50 60(\.\d+)? ms .*runs in \d+ blocks/)])
  })
})

describe('init', () => {
  test('keeps the names of files, whatever is a secret', async () => {
    const world = await testWorld({ env: { ...process.env, POSTGRES_PASSWORD: 'digits' } })
    await world.files.copy('pipelines/digits/digits-1.0.0.onnx', path.join(world.cwd, 'digits.onnx'))
    await world.processes.run('git', ['init', '-q', world.cwd])
    expect((await airworthyIn(world, ['init', 'digits.onnx'])).code).toBe(0)
    const written = await world.files.readText(path.join(world.cwd, 'airworthy.yml'))
    expect(written).toMatch(/^pipeline: digits$/m)
    expect(written).toContain('candidate: digits.onnx')
  })

  // That it runs as it is, is tested in test/real/whole-runs.test.ts.
  test('writes a pipeline that is sound, and overwrites nothing unasked', async () => {
    const world = await openWorld()
    const { cwd } = world
    await mkdir(path.join(cwd, 'models'))
    await copyFile(candidate, path.join(cwd, 'models/my digits.onnx'))
    await world.processes.run('git', ['init', '--quiet', '-b', 'main', cwd])
    const first = await airworthy(['init', 'models/my digits.onnx'], { cwd })
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('airworthy.yml')])
    expect((await airworthyIn(world, ['check', 'airworthy.yml'])).code).toBe(0)
    expect((await airworthyIn(world, ['init', 'models/my digits.onnx'])).err).toContain('error[init-exists]')
    expect((await airworthyIn(world, ['init', 'models/my digits.onnx', '--force'])).code).toBe(0)
  })
})

test('colour is for terminals, and NO_COLOR is honoured', async () => {
  const world = await openWorld()
  const { cwd } = world
  await airworthyIn(world, ['validate', candidate])
  const esc = '\u001b['
  expect((await airworthy(['report'], { cwd })).out).not.toContain(esc)
  expect((await airworthy(['report'], { cwd, env: { FORCE_COLOR: '1' } })).out).toContain(esc)
  expect((await airworthy(['report'], { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).out).not.toContain(esc)
})
