import { printPoints, printShare } from '../../src/core/quantity/index.ts'

/** What the judge is asked; members that name files hold names in the attempt's folder. `judge.py` lists what can be asked. */
export interface Question {
  readonly ask: string
  readonly model?: string
  readonly data?: string
  /** Another file, to compare with. */
  readonly from?: string
  readonly [setting: string]: unknown
}

/** What the judge found, or why it could not: that NumPy, onnx or onnxruntime refuse a file is an answer too. */
export type Finding = { readonly value: number | string } | { readonly refused: string }

/** What is known of an attempt once the judge has answered. */
export interface Truth {
  readonly questions: readonly Question[]
  read(findings: readonly Finding[]): Judged
}

export interface Judged {
  /** Whether a pass would be wrong. An attempt of which it would not attacks nothing. */
  readonly wrong: boolean
  readonly words: string
}

const shares = ['accuracy', 'precision', 'recall', 'f1', 'top']
const lower = ['rmse', 'mae', 'log-loss']

/** Where the metric is looked at, beside its models and data. */
export interface Look {
  readonly data?: string
  readonly old?: string
  readonly new?: string
  readonly label?: string
  readonly output?: string
  readonly slice?: readonly [array: string, value: string]
  readonly batch?: number
  readonly k?: number
  readonly kind?: 'logits' | 'probabilities' | 'given'
  readonly offset?: number
}

/** The candidate's metric is worse than production's by more than a margin, absolute or (`{ relative }`) a share of production's value. */
export function worse(metric: string, margin: number | { readonly relative: number }, look: Look = {}): Truth {
  const { data = 'data.npz', old = 'old.onnx', new: candidate = 'new.onnx', ...others } = look
  const question = (model: string): Question => ({ ask: metric, model, data, ...others })
  const print = (value: number): string =>
    shares.includes(metric) ? printShare(value, 4) : String(Number(value.toPrecision(4)))
  return {
    questions: [question(old), question(candidate)],
    read: ([before, after]) => {
      const [first, second] = [numberOf(before), numberOf(after)]
      if (first === undefined || second === undefined)
        return {
          wrong: refusal(before) === undefined && refusal(after) !== undefined,
          words: `${metric}: ${print(first ?? Number.NaN)} → ${refusal(after) ?? refusal(before)}`,
        }
      const fall = lower.includes(metric) ? second - first : first - second
      const allowed = typeof margin === 'number' ? margin : margin.relative * Math.abs(first)
      const stated =
        typeof margin === 'number'
          ? shares.includes(metric)
            ? printPoints(margin)
            : String(margin)
          : printShare(margin.relative)
      const where = look.slice === undefined ? '' : ` on ${look.slice.join('=')}`
      return { wrong: fall > allowed, words: `${metric}${where} ${print(first)} → ${print(second)}, margin ${stated}` }
    },
  }
}

/** The judge refuses: `words` says what, before what it says. */
export function refused(words: string, question: Question): Truth {
  return {
    questions: [question],
    read: ([finding]) => {
      const why = refusal(finding)
      return {
        wrong: why !== undefined,
        words: `${words}: ${why === undefined ? `no refusal, ${valueIn(finding)}` : shortened(why)}`,
      }
    },
  }
}

/** What the judge finds is as `holds` says. */
export function found(
  question: Question,
  holds: (value: number | string) => boolean,
  words: (value: number | string) => string,
): Truth {
  return {
    questions: [question],
    read: ([finding]) => {
      const value = valueIn(finding)
      if (value === undefined) return { wrong: false, words: `the judge could not tell: ${refusal(finding)}` }
      return { wrong: holds(value), words: words(value) }
    },
  }
}

/** Both are so. */
export function both(one: Truth, other: Truth): Truth {
  return {
    questions: [...one.questions, ...other.questions],
    read: (findings) => {
      const [first, second] = [
        one.read(findings.slice(0, one.questions.length)),
        other.read(findings.slice(one.questions.length)),
      ]
      return { wrong: first.wrong && second.wrong, words: `${first.words}; ${second.words}` }
    },
  }
}

function numberOf(finding: Finding | undefined): number | undefined {
  const value = valueIn(finding)
  return typeof value === 'number' ? value : undefined
}

function valueIn(finding: Finding | undefined): number | string | undefined {
  return finding !== undefined && 'value' in finding ? finding.value : undefined
}

function refusal(finding: Finding | undefined): string | undefined {
  return finding !== undefined && 'refused' in finding ? finding.refused : undefined
}

function shortened(text: string): string {
  return text.length > 110 ? `${text.slice(0, 109)}…` : text
}
