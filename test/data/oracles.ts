import { readFileSync } from 'node:fs'

/** Predictions with what scikit-learn 1.9 makes of them. */
export const oracles: {
  readonly 'three-or-more': {
    readonly labels: readonly number[]
    readonly predictions: readonly number[]
    /** Six for each example. */
    readonly logits: readonly (readonly number[])[]
    readonly precision: number
    readonly recall: number
    readonly f1: number
    readonly 'log-loss': number
    readonly 'top-2': number
    /** One class against the rest, mean over classes, of the softmax of four scores. */
    readonly 'auc of the first four scores': number
  }
  readonly binary: {
    readonly labels: readonly number[]
    readonly predictions: readonly number[]
    readonly precision: number
    readonly recall: number
    readonly f1: number
  }
  readonly regression: {
    readonly labels: readonly number[]
    readonly outputs: readonly number[]
    readonly rmse: number
    readonly mae: number
    readonly r2: number
  }
} = JSON.parse(readFileSync('test/fixtures/quality-oracles.json', 'utf8'))
