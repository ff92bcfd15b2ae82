import type { KeptMeasurements } from '../../src/core/stage.ts'
import type { World } from '../../src/core/world.ts'
import type { ExperimentPlan, ExperimentTools } from '../../src/measure/experiment.ts'
import { makeInputs } from '../../src/measure/inputs.ts'
import { classifier, saved } from './models.ts'

export const scenario = { id: 'cpu/b2/t1', provider: 'cpu', batch: 2, threads: 1 }
const feeds = makeInputs([{ name: 'x', type: 'float32', dims: ['batch', 16] }], 2, 1)

/** What is kept of experiments, by key, in memory. */
export function measurementStore(): ExperimentTools['measurements'] & { readonly kept: Map<string, unknown[]> } {
  const kept = new Map<string, unknown[]>()
  const measurements = (key: string): KeptMeasurements => {
    const values = kept.get(key) ?? []
    kept.set(key, values)
    return {
      read: async () => values,
      append: async (value) => void values.push(JSON.parse(JSON.stringify(value))),
      alone: (work) => work(),
    }
  }
  return Object.assign(measurements, { kept })
}

export async function planIn(world: World, min: number): Promise<ExperimentPlan> {
  const runner = async (id: string, role: 'production' | 'candidate', seed: number) => ({
    contender: { id, role, model: { sha256: `sha of ${id}`, bytes: 1, name: `${id}.onnx` } },
    path: await saved(world, `${id}.onnx`, classifier({ seed })),
    feeds: () => feeds,
  })
  return {
    scenario,
    runners: [await runner('production', 'production', 1), await runner('candidate', 'candidate', 2)],
    seed: 1,
    environment: 'here',
    inputs: 'made',
    blocks: { budgetMs: 1, min, max: 10 },
    extensions: 0,
    attempts: 0,
    answered: () => false,
  }
}

export function toolsIn(
  world: World,
  measurements: ExperimentTools['measurements'],
  processors: readonly number[] = [],
): ExperimentTools {
  return { world, measurements, signal: new AbortController().signal, processors, progress: () => {} }
}
