import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { evidenceText } from '../../../src/core/evidence.ts'
import { digest } from '../../../src/core/json.ts'
import type { Attempt, Place } from '../attempt.ts'
import { identity, scoring } from '../files/models.ts'
import { worse } from '../truth.ts'
import { classifiers, compared, labelled } from './usual.ts'

type Json = Record<string, never> & { [name: string]: Json }

/** Evidence of a comparison that failed, edited afterwards so that it says something else. */
function edited(name: string, tried: string, edit: (evidence: Json) => void): Attempt {
  return {
    name: `evidence-${name}`,
    kind: 'evidence',
    tried,
    files: () => ({ ...classifiers, 'data.npz': labelled }),
    run: [compared('accuracy=2pp'), (place) => writeEdited(place, edit), 'verify edited.json'],
    truth: worse('accuracy', 0.02),
    ...(name === 'verdict'
      ? {
          control: {
            what: 'the evidence as it was written',
            run: [compared('accuracy=2pp'), (place) => writeEdited(place, () => {}), 'verify edited.json'],
          },
        }
      : {}),
  }
}

function writeEdited({ folder, home }: Place, edit: (evidence: Json) => void): void {
  const [run = ''] = readdirSync(path.join(home, 'runs'))
  const evidence = JSON.parse(readFileSync(path.join(home, 'runs', run, 'evidence.json'), 'utf8')) as Json
  edit(evidence)
  writeFileSync(path.join(folder, 'edited.json'), evidenceText(evidence))
}

function set(at: Json | undefined, values: Readonly<Record<string, unknown>>): void {
  Object.assign(at as object, values)
}

function redigest(evidence: Json): void {
  set(evidence['comparison'], { evidence: digest(evidence['measurements']) })
}

const row = (evidence: Json): Json | undefined => evidence['comparison']?.['rows']?.[0 as never]
const quality = (evidence: Json): Json | undefined => evidence['measurements']?.['quality']

export const evidence: readonly Attempt[] = [
  edited('verdict', 'The verdict of a row made a pass', (all) => set(row(all), { verdict: 'pass' })),
  edited('margin', 'The margin of the question widened', (all) =>
    set(all['questions']?.[0 as never], { margin: { absolute: 0.9 } }),
  ),
  edited('margin-of-row', 'The margin of the row widened, and its verdict made a pass', (all) =>
    set(row(all), { margin: 0.9, verdict: 'pass' }),
  ),
  edited('interval', 'The interval of the row narrowed to what passes', (all) =>
    set(row(all), { interval: { low: -0.01, high: 0.01, level: 0.98 }, change: 0, verdict: 'pass' }),
  ),
  edited('samples', 'The predictions of the candidate replaced by the labels', (all) => {
    set(quality(all)?.['predictions'], { candidate: quality(all)?.['labels'] })
  }),
  edited('samples-digested', 'The same, and the digest made anew', (all) => {
    set(quality(all)?.['predictions'], { candidate: quality(all)?.['labels'] })
    redigest(all)
  }),
  edited(
    'labels',
    'The labels replaced by what the candidate says, the digest made anew, and the row a pass',
    (all) => {
      set(quality(all), { labels: quality(all)?.['predictions']?.['candidate'] })
      redigest(all)
      set(row(all), { verdict: 'pass' })
    },
  ),
  edited('alpha', 'Another error rate, in both places, and the row a pass', (all) => {
    set(all, { alpha: 0.2 })
    set(all['comparison'], { alpha: 0.2 })
    set(row(all), { verdict: 'pass' })
  }),
  edited('no-questions', 'Neither questions nor rows', (all) => {
    set(all, { questions: [] })
    set(all['comparison'], { rows: [] })
  }),
  edited('no-rows', 'Questions without rows', (all) => set(all['comparison'], { rows: [] })),
  edited('identical', 'The candidate said to be production itself, and the rows left out', (all) =>
    set(all['comparison'], { identical: true, rows: [] }),
  ),
  edited('contender', 'Production named as what was compared, and the row a pass', (all) => {
    set(all['measurements'], { chosen: 'production' })
    redigest(all)
    set(row(all), { verdict: 'pass' })
  }),
  edited('other-production', 'Another production than was measured', (all) =>
    set(all['comparison']?.['against'], { sha256: '0'.repeat(64) }),
  ),
  edited('not-compared', 'What was not compared left out', (all) => set(all['comparison'], { notCompared: [] })),
  {
    ...edited('interface', 'An interface that breaks callers made a pass', (all) =>
      set(all['comparison']?.['interface'], { verdict: 'pass' }),
    ),
    files: () => ({ ...classifiers, 'new.onnx': scoring(identity(10), { output: 'logits' }), 'data.npz': labelled }),
    truth: worse('accuracy', 0.02, { output: 'scores' }),
  },
]
