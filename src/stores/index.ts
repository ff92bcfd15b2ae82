import type { StoreKind } from '../core/store.ts'
import { folder } from './folder.ts'

/** The table of stores: where the bytes of models and evidence can lie. */
export const stores: readonly StoreKind[] = [folder]

export { folder, placeIn } from './folder.ts'
