import type { Files } from '../attempt.ts'
import { column, npz, points } from '../files/data.ts'
import { identity, regression, scoring, swapped } from '../files/models.ts'

/** Production, a candidate that takes two classes of ten for one another, and one that is as good as production. */
export const classifiers: Files = {
  'old.onnx': scoring(identity(10)),
  'new.onnx': scoring(swapped(10, [3, 4])),
  'good.onnx': scoring(identity(10, 1.5)),
}

/** The same of two classes: the candidate takes each for the other. */
export const pairs: Files = {
  'old.onnx': scoring(identity(2)),
  'new.onnx': scoring(swapped(2, [0, 1])),
  'good.onnx': scoring(identity(2, 1.5)),
}

/** Regressions that are off by a share of the second column: production by 0.3, the candidate by 0.6, the good one by 0.25. */
export const regressions: Files = {
  'old.onnx': regression([1, 0.3, 0]),
  'new.onnx': regression([1, 0.6, 0]),
  'good.onnx': regression([1, 0.25, 0]),
}

const { x, classes } = points()

export const usual = { x, classes }

/** 1000 examples of ten classes, with their labels. */
export const labelled: Uint8Array = npz({ x, y: column(classes) })

export function compared(metric: string, { candidate = 'new.onnx', data = 'data.npz', more = '' } = {}): string {
  return `compare old.onnx ${candidate} --data ${data} --label y --metric ${metric}${more === '' ? '' : ` ${more}`}`
}
