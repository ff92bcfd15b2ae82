import path from 'node:path'
import type { DeclaredData, PreflightProblem } from '../core/stage.ts'
import { unreadable } from '../data/readers/index.ts'

/** A data set whose file no reader of the table reads. */
export function unread(name: string, { from, uses }: DeclaredData): readonly PreflightProblem[] {
  const problem = uses === undefined ? unreadable(path.basename(from)) : undefined
  return problem === undefined ? [] : [{ problem, at: ['data', name, 'from'] }]
}
