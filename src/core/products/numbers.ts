import { z } from 'zod'

// Figures come back from files that somebody else may have written. Bounds keep what is computed from them finite.

export const finite = z.number().min(-1e100).max(1e100)
/** What there may be nothing of, and never less. */
export const amount = z.number().min(0).max(1e100)
/** A time, a size, a rate: never nothing. */
export const positive = z.number().min(1e-12).max(1e15)
/** 0 to 1. */
export const share = z.number().min(0).max(1)
export const count = z.int().min(0)
