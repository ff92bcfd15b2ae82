import type { BlockLook } from '../core/products/index.ts'

/**
 * When a growing number of blocks is looked at, and what share of the error rate each look may spend. Blocks are bought in
 * tranches: what the budget buys, then as much again whenever an undecided comparison is extended or run again. The first
 * tranche has most of the error rate, each following one half of what is left, so that there is always some left to spend.
 */
const firstShare = 0.8

/** Share of the error rate that is spent when tranche `index` (from 0) has ended: 0.8, 0.9, 0.95, … */
export function shareAfter(tranche: number): number {
  return tranche < 0 ? 0 : 1 - (1 - firstShare) / 2 ** tranche
}

export interface Tranche {
  /** From 0. */
  readonly index: number
  /** Blocks before it. */
  readonly from: number
  /** Blocks at its planned end: more than `from`. */
  readonly to: number
}

/** The tranche that comes next after these looks: how many are over, and at how many blocks the last one ended. */
export function trancheAfter(looks: readonly BlockLook[]): { readonly index: number; readonly from: number } {
  let [index, from] = [0, 0]
  for (const { blocks, spent } of looks) {
    if (spent < shareAfter(index)) continue
    index++
    from = blocks
  }
  return { index, from }
}

/**
 * The look to take after `blocks` blocks, if one is due. Spending follows the square of the share of the tranche (Kim & DeMets'
 * power family), all of it at the end: little early, when the exact interval of few blocks is widest anyway. Looks come at even numbers (orders come in pairs), and ever more rarely, since each costs a little power.
 */
export function lookDue(
  blocks: number,
  looks: readonly BlockLook[],
  { index, from, to }: Tranche,
  { least, ended }: { readonly least: number; readonly ended: boolean },
): BlockLook | undefined {
  const [start, end] = [shareAfter(index - 1), shareAfter(index)]
  if (ended) return { blocks, spent: end }
  const last = looks.at(-1)?.blocks ?? 0
  if (blocks < least || blocks % 2 === 1 || blocks < Math.ceil(last * rarity)) return undefined
  const share = Math.min(1, (blocks - from) / (to - from))
  return { blocks, spent: start + (end - start) * share ** 2 }
}

/** A look every eighth more blocks: twenty looks from 8 blocks to 80. */
const rarity = 1.125
