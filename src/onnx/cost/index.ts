export { costOf, type ModelCost } from './nodes.ts'
export { type Device, devices, type Roofline, rooflineOf } from './roofline.ts'
export { type ModelSizes, sizesOfModel } from './sizes.ts'
