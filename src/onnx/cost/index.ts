export { costOf, type ModelCost, type NodeCost } from './model-cost.ts'
export { type Device, devices, type Roofline, rooflineOf } from './roofline.ts'
export { type ModelSizes, sizesOfModel } from './sizes.ts'
