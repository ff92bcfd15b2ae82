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
  /** From 0. No two tranches that were ever measured have the same: attempts whose measurements are not here had theirs, too. */
  readonly number: number
  /** Blocks before it. */
  readonly from: number
  /** Share of the error rate that was spent when it began. */
  readonly start: number
}

/** Share of the error rate that may be spent by the end of a tranche. What attempts before it spent, and left nothing of, stays spent. */
export function shareAtEnd({ number, start }: Tranche): number {
  return shareAfter(number) - (shareAfter(number - 1) - start)
}

const first: Tranche = { number: 0, from: 0, start: 0 }

/** The tranche that looks lead to, or are in the middle of. `begun`: one that did not follow from those before it. */
export function trancheAfter(looks: readonly BlockLook[], begun: Tranche = first): Tranche {
  let current = begun
  for (const { blocks, spent } of looks) {
    if (blocks <= current.from || spent < shareAtEnd(current) - rounding) continue
    current = { number: current.number + 1, from: blocks, start: spent }
  }
  return current
}

/**
 * The tranche to go on with after `attempts` earlier attempts at the same question, each of which may have spent one: measuring again and
 * again until the verdict pleases must not pay. `blocks`: how many there are.
 */
export function trancheFor(
  looks: readonly BlockLook[],
  begun: Tranche | undefined,
  { blocks, attempts }: { readonly blocks: number; readonly attempts: number },
): Tranche {
  const next = trancheAfter(looks, begun)
  if (next.number >= attempts) return next
  return { number: attempts, from: blocks, start: looks.at(-1)?.spent ?? 0 }
}

const rounding = 1e-9

/**
 * The look to take after `blocks` blocks, if one is due, in a tranche that is planned to end at `to`. Spending follows the square of the
 * share of the tranche (Kim & DeMets' power family), all of it at the end: little early, when the exact interval of few blocks is widest
 * anyway. Looks come at even numbers (orders come in pairs), and ever more rarely, since each costs a little power.
 */
export function lookDue(
  blocks: number,
  looks: readonly BlockLook[],
  tranche: Tranche,
  { to, least, ended }: { readonly to: number; readonly least: number; readonly ended: boolean },
): BlockLook | undefined {
  const { from, start } = tranche
  const end = shareAtEnd(tranche)
  if (ended) return { blocks, spent: end }
  const last = looks.at(-1)?.blocks ?? 0
  if (blocks < least || blocks % 2 === 1 || blocks < Math.ceil(last * rarity)) return undefined
  const share = Math.min(1, (blocks - from) / (to - from))
  return { blocks, spent: start + (end - start) * share ** 2 }
}

/** A look every eighth more blocks: twenty looks from 8 blocks to 80. */
const rarity = 1.125
