import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Artifact, Subject } from '../../src/core/products/index.ts'
import type { StageTools, ToolName } from '../../src/core/stage.ts'
import { writeModel } from '../../src/onnx/format/index.ts'
import type { Model } from '../../src/onnx/format/messages.ts'
import { openStore, type Store } from '../../src/pipeline/store.ts'
import { targets } from '../../src/targets/index.ts'
import { testWorld } from '../world.ts'

/** What the stages that look at models use of their tools: a real world and a real store in a folder of the test's own. */
export interface ModelTools {
  readonly tools: StageTools<ToolName>
  readonly store: Store
  /** Stores a model, or the bytes of what should be one, and gives the run's subject with it as the candidate. */
  subject(candidate: Model | Uint8Array, production?: Model | Uint8Array): Promise<Subject>
}

export async function modelTools(open = testWorld): Promise<ModelTools> {
  const world = await open()
  const store = openStore(path.join(world.cwd, 'store'), world)
  const used = {
    world,
    store,
    signal: new AbortController().signal,
    stage: 'stage',
    folder: world.cwd,
    scratch: path.join(world.cwd, 'scratch'),
    questions: [],
    targets,
    progress() {},
  }
  const put = async (name: string, model: Model | Uint8Array): Promise<Artifact> => {
    const file = path.join(world.cwd, name)
    await writeFile(file, model instanceof Uint8Array ? model : writeModel(model))
    return store.putFile(file)
  }
  return {
    // The registry and the checkpoint are for stages that act; these two never ask for them.
    tools: used as unknown as StageTools<ToolName>,
    store,
    async subject(candidate, production) {
      const before = production === undefined ? undefined : { artifact: await put('production.onnx', production) }
      return { model: 'model', candidate: await put('candidate.onnx', candidate), production: before, data: {} }
    },
  }
}
