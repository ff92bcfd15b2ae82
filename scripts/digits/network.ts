import { createRandom, type Random } from '../../src/stats/random.ts'
import { type Digits, pixels, side } from './data.ts'

/** A perceptron with one hidden layer: `relu(x · w1 + b1) · w2 + b2`. Weights row by row, a row per input of the layer. */
export interface Network {
  readonly hidden: number
  readonly w1: Float32Array
  readonly b1: Float32Array
  readonly w2: Float32Array
  readonly b2: Float32Array
}

export interface Training {
  readonly seed: number
  readonly hidden: number
  readonly epochs: number
  /** Step size at the start; it falls in a straight line to nothing at the end. */
  readonly rate: number
  /** Every image is moved by up to this many pixels, anew in every epoch, so that more is learned from few images. */
  readonly shift: number
  /** Train on this many images only. */
  readonly images?: number
}

const classes = 10
const batch = 32
const momentum = 0.9

/**
 * Trains by stochastic gradient descent with momentum on cross-entropy. The same settings give the same weights to the last
 * bit on every machine: only operations that IEEE 754 defines exactly are used, so no `Math.exp`.
 */
export function train(digits: Digits, settings: Training): Network {
  const random = createRandom(settings.seed)
  const network = initialNetwork(settings.hidden, random)
  const state = { network, gradient: zerosLike(network), velocity: zerosLike(network) }
  const count = Math.min(settings.images ?? digits.labels.length, digits.labels.length)
  const steps = settings.epochs * Math.ceil(count / batch)
  let step = 0
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    const order = random.shuffle(Array.from({ length: count }, (_, index) => index))
    for (let start = 0; start < count; start += batch) {
      const rate = settings.rate * (1 - step / steps)
      learn(state, digits, order.slice(start, start + batch), settings.shift, rate, random)
      step += 1
    }
  }
  return network
}

interface State {
  readonly network: Network
  readonly gradient: Network
  readonly velocity: Network
}

function initialNetwork(hidden: number, random: Random): Network {
  // He et al. 2015, uniform: variance 2 / inputs keeps the signal of rectified layers level.
  const layer = (inputs: number, outputs: number): Float32Array => {
    const limit = Math.sqrt(6 / inputs)
    return Float32Array.from({ length: inputs * outputs }, () => (2 * random.uniform() - 1) * limit)
  }
  const w1 = layer(pixels, hidden)
  const w2 = layer(hidden, classes)
  return { hidden, w1, b1: new Float32Array(hidden), w2, b2: new Float32Array(classes) }
}

function zerosLike({ hidden, w1, b1, w2, b2 }: Network): Network {
  const zeros = (weights: Float32Array): Float32Array => new Float32Array(weights.length)
  return { hidden, w1: zeros(w1), b1: zeros(b1), w2: zeros(w2), b2: zeros(b2) }
}

function learn(
  state: State,
  digits: Digits,
  rows: readonly number[],
  shift: number,
  rate: number,
  random: Random,
): void {
  for (const row of rows) {
    const image = digits.images.subarray(row * pixels, (row + 1) * pixels)
    const right = shift === 0 ? 0 : random.below(2 * shift + 1) - shift
    const down = shift === 0 ? 0 : random.below(2 * shift + 1) - shift
    addGradient(state, ink(image, right, down), digits.labels[row] as number)
  }
  for (const name of ['w1', 'b1', 'w2', 'b2'] as const) {
    descend(state.network[name], state.gradient[name], state.velocity[name], rate / rows.length)
  }
}

/** The pixels of an image that are not paper, moved: most are paper, and a zero input has no part in the sums. */
interface Ink {
  readonly at: readonly number[]
  readonly grey: readonly number[]
}

function ink(image: Uint8Array, right = 0, down = 0): Ink {
  const at: number[] = []
  const grey: number[] = []
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const value = image[y * side + x] as number
      const [toX, toY] = [x + right, y + down]
      if (value === 0 || toX < 0 || toX >= side || toY < 0 || toY >= side) continue
      at.push(toY * side + toX)
      grey.push(value / 255)
    }
  return { at, grey }
}

function forward(network: Network, input: Ink): { hidden: Float64Array; scores: Float64Array } {
  const hidden = Float64Array.from(network.b1)
  input.at.forEach((pixel, index) => {
    addScaled(hidden, network.w1, pixel * network.hidden, input.grey[index] as number)
  })
  const scores = Float64Array.from(network.b2)
  hidden.forEach((sum, unit) => {
    hidden[unit] = Math.max(0, sum)
    if (sum > 0) addScaled(scores, network.w2, unit * classes, sum)
  })
  return { hidden, scores }
}

/** Back-propagation of cross-entropy for one image. */
function addGradient({ network, gradient }: State, input: Ink, label: number): void {
  const { hidden, scores } = forward(network, input)
  const error = softmax(scores)
  error[label] = (error[label] as number) - 1
  addTo(gradient.b2, 0, error, 1)
  const back = new Float64Array(network.hidden)
  hidden.forEach((activation, unit) => {
    if (activation === 0) return
    addTo(gradient.w2, unit * classes, error, activation)
    for (let c = 0; c < classes; c++)
      back[unit] = (back[unit] as number) + (network.w2[unit * classes + c] as number) * (error[c] as number)
  })
  addTo(gradient.b1, 0, back, 1)
  input.at.forEach((pixel, index) => {
    addTo(gradient.w1, pixel * network.hidden, back, input.grey[index] as number)
  })
}

function descend(weights: Float32Array, gradient: Float32Array, velocity: Float32Array, rate: number): void {
  for (let i = 0; i < weights.length; i++) {
    velocity[i] = momentum * (velocity[i] as number) - rate * (gradient[i] as number)
    weights[i] = (weights[i] as number) + (velocity[i] as number)
  }
  gradient.fill(0)
}

/** `sums += scale · (a row of weights)`. */
function addScaled(sums: Float64Array, weights: Float32Array, start: number, scale: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + scale * (weights[start + i] as number)
}

/** `(a row of sums) += scale · values`. */
function addTo(sums: Float32Array, start: number, values: Float64Array, scale: number): void {
  for (let i = 0; i < values.length; i++) sums[start + i] = (sums[start + i] as number) + scale * (values[i] as number)
}

function softmax(scores: Float64Array): Float64Array {
  const largest = scores.reduce((most, score) => Math.max(most, score))
  const powers = scores.map((score) => exponential(score - largest))
  const sum = powers.reduce((total, power) => total + power)
  return powers.map((power) => power / sum)
}

/** e to the power of x, for x ≤ 0: the Taylor series at x / 1024, squared ten times. Engines differ in the last bit of `Math.exp`. */
function exponential(x: number): number {
  const small = Math.max(x, -700) / 1024
  let power =
    1 + small * (1 + (small / 2) * (1 + (small / 3) * (1 + (small / 4) * (1 + (small / 5) * (1 + small / 6)))))
  for (let i = 0; i < 10; i++) power *= power
  return power
}
