import type { VariantKind } from '../core/variant.ts'
import { graph } from './graph.ts'

/** The table of variants: what can be made of a candidate. Schema, documentation and hints derive from it. */
export const variants: readonly VariantKind[] = [graph]
