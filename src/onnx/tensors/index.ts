export { elementTypes } from './element-types.ts'
export type { ExternalData } from './external.ts'
export { isMemoryAddress } from './external.ts'
