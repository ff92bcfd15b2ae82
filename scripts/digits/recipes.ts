import type { Model } from '../../src/onnx/format/messages.ts'
import type { Digits } from './data.ts'
import { digitsModel, type Views } from './graph.ts'
import { type Network, type Training, train } from './network.ts'

/** How one of the example models is made. */
export interface Recipe {
  readonly file: string
  readonly version: string
  readonly story: string
  readonly training: Training
  readonly views?: Views
}

const production: Training = { seed: 1, hidden: 224, epochs: 2, rate: 0.04, shift: 0, images: 4000 }

export const recipes: readonly Recipe[] = [
  {
    file: 'digits-1.0.0.onnx',
    version: '1.0.0',
    story: 'what serves today: a wide layer, trained briefly on half of the images',
    training: production,
  },
  {
    file: 'digits-candidate.onnx',
    version: 'candidate',
    story: 'better: a third of the width, trained for longer on moved copies of the images',
    training: { seed: 2, hidden: 72, epochs: 10, rate: 0.1, shift: 1 },
  },
  {
    file: 'digits-regression.onnx',
    version: 'regression',
    story: 'worse: production, its scores averaged with those of two moved copies, which it never learned to read',
    training: production,
    views: [
      [0, 0],
      [2, 0],
      [0, 2],
    ],
  },
]

/** Trains the models of some recipes, the same bytes every time. Recipes that share a training share the network. */
export function makeModels(
  chosen: readonly Recipe[],
  digits: Digits,
): { readonly recipe: Recipe; readonly model: Model }[] {
  const trainings = [...new Set(chosen.map((recipe) => recipe.training))]
  const networks = new Map(trainings.map((training) => [training, train(digits, training)]))
  return chosen.map((recipe) => ({
    recipe,
    model: digitsModel(networks.get(recipe.training) as Network, recipe.version, recipe.views),
  }))
}
