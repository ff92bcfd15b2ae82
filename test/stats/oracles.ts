import { readFileSync } from 'node:fs'

/** Published values, recomputed to full precision. */
export const oracles: {
  /** Adjusted p-values of 0.01, 0.02, …, 0.05. */
  readonly holm: readonly number[]
  readonly wilcoxon_HW_depression: {
    readonly x: readonly number[]
    readonly y: readonly number[]
    readonly V: number
    readonly p_greater: number
    /** Estimate, low, high, achieved level. */
    readonly hl_ci95: readonly number[]
    readonly hl_ci90: readonly number[]
  }
  readonly 'gs_LanDeMets_OBF_1sided_.025_K5': readonly number[]
  readonly 'gs_LanDeMets_Pocock_1sided_.025_K5': readonly number[]
  readonly 'gs_LanDeMets_OBF_1sided_.05_K4': readonly number[]
  readonly 'gs_LanDeMets_Pocock_1sided_.05_K4': readonly number[]
  readonly mwu_HW_permeability: {
    readonly x: readonly number[]
    readonly y: readonly number[]
    readonly W: number
    readonly p_two: number
  }
  readonly mwu_kayenta: {
    readonly x: readonly number[]
    readonly y: readonly number[]
    /** Estimate, low, high, achieved level. */
    readonly hl: readonly number[]
    readonly p_two: number
  }
  readonly mcnemar_AHR_1_7: { readonly exact: number; readonly midp: number }
  readonly 'mcnemar_59_6(GP complaint)': { readonly exact: number; readonly midp: number }
  readonly mcnemar_150_86: { readonly exact: number; readonly midp: number }
  readonly darwin_maize_signflip: { readonly diffs: readonly number[]; readonly wilcoxon_two: number }
} = JSON.parse(readFileSync('test/fixtures/statistics-oracles.json', 'utf8'))
