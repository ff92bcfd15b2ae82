import type { RecordName } from './records.ts'

/** What a metric of the table needs of each example. */
export interface QualityNeeds {
  readonly record: RecordName
  /** Labels that are class indices, or any numbers; absent where none are needed. */
  readonly labels?: 'classes' | 'numbers' | undefined
}

/** Every metric of the table that is compared by values of each example. */
export const qualityNeeds: Readonly<Record<string, QualityNeeds>> = {
  accuracy: { record: 'classes', labels: 'classes' },
  'top-5': { record: 'ranks', labels: 'classes' },
  precision: { record: 'classes', labels: 'classes' },
  recall: { record: 'classes', labels: 'classes' },
  f1: { record: 'classes', labels: 'classes' },
  auc: { record: 'scores', labels: 'classes' },
  'log-loss': { record: 'losses', labels: 'classes' },
  rmse: { record: 'outputs', labels: 'numbers' },
  mae: { record: 'outputs', labels: 'numbers' },
  r2: { record: 'outputs', labels: 'numbers' },
  agreement: { record: 'classes' },
  'output-error': { record: 'errors' },
}
