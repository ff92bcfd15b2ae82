import { defineMetric } from '../../core/metric.ts'
import type { WorkerSample } from '../../core/products/index.ts'
import { notMeasured } from '../errors.ts'

export const gpuMemory = defineMetric({
  name: 'memory.gpu',
  unit: 'B',
  better: 'lower',
  how: 'ratio',
  margin: '10%',
  summary: 'peak GPU memory in use; needs `order: isolated` and nvidia-smi',
  only: 'isolated',
  figure: { by: 'worker', value: ({ gpu }) => told('memory.gpu', gpu?.memoryBytes) },
})

export const energy = defineMetric({
  name: 'energy',
  unit: 'J',
  better: 'lower',
  how: 'ratio',
  margin: '5%',
  summary: 'energy of the GPU for one inference; needs `order: isolated` and nvidia-smi',
  only: 'isolated',
  figure: {
    by: 'worker',
    averaged: true,
    value: (sample, { batch }) => told('energy', joulesPerInference(sample, batch)),
  },
})

/** Energy of the whole board while a contender had its turns, those runs included that were not timed. */
function joulesPerInference({ gpu, samplesMs }: WorkerSample, batch: number): number | undefined {
  return gpu?.joules === undefined ? undefined : gpu.joules / (samplesMs.length * batch)
}

function told(metric: string, value: number | undefined): number {
  if (value !== undefined && value > 0) return value
  throw notMeasured(metric, 'nvidia-smi does not tell it of this device')
}
