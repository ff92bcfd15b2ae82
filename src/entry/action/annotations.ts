import path from 'node:path'
import type { Where } from '../../core/errors/index.ts'
import type { RunReport } from '../../core/report.ts'
import type { Annotation } from '../../github/check-run.ts'
import type { Pipeline } from '../../pipeline/load.ts'
import { plain } from '../../report/escape.ts'
import { allProblems, allWarnings, compatibilityFacts, metricName, notChecked } from '../../report/facts.ts'

/**
 * What a report has to say about lines of the pipeline file, worst first: what went wrong, what failed or could not be told (metrics at
 * their own lines), checks that could not be made, warnings (at the stage that measured).
 */
export function annotationsOf(report: RunReport, pipeline: Pipeline, workspace: string): readonly Annotation[] {
  const at = (where: Where | undefined): Pick<Annotation, 'path' | 'line'> => ({
    path: path
      .relative(workspace, where?.file ?? pipeline.file)
      .split(path.sep)
      .join('/'),
    line: where?.line ?? 1,
  })
  const stage = (product: string): string | undefined =>
    pipeline.stages.find((each) => each.kind.gives === product)?.name
  const ofStage = (name: string | undefined, ...rest: readonly string[]): Where | undefined =>
    name === undefined ? undefined : pipeline.where(['stages', name, ...rest])
  const problems = allProblems(report).map(
    ({ stage: name, problem }): Annotation => ({
      ...at(problem.where ?? ofStage(name)),
      level: 'failure',
      title: problem.code,
      message: plain(`${problem.message} ${problem.hint}`),
    }),
  )
  const rows = (report.comparison?.rows ?? []).filter((row) => row.verdict !== 'pass')
  const metrics = rows
    .toSorted((a, b) => Number(b.verdict === 'fail') - Number(a.verdict === 'fail'))
    .map(
      (row): Annotation => ({
        ...at(ofStage(stage('comparison'), 'metrics', row.metric)),
        level: row.verdict === 'fail' ? 'failure' : 'warning',
        title: plain(`${metricName(row)}: ${row.verdict}`),
        message: plain(row.why),
      }),
    )
  const compatibility = compatibilityFacts(report)
    .filter(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive')
    .map(
      ({ name, verdict, why }): Annotation => ({
        ...at(ofStage(stage('comparison'), name)),
        level: verdict === 'fail' ? 'failure' : 'warning',
        title: `${name}: ${verdict}`,
        message: plain(why),
      }),
    )
  const checks = notChecked(report).flatMap(({ check, reasons }) =>
    reasons.map(
      ({ message, hint }): Annotation => ({
        ...at(ofStage(stage('validation'), 'checks')),
        level: 'warning',
        title: plain(`not checked: ${check}`),
        message: plain(`${message} ${hint}`),
      }),
    ),
  )
  const warnings = allWarnings(report).map(
    (warning): Annotation => ({
      ...at(ofStage(report.stages.find((each) => each.warnings.some(({ code }) => code === warning.code))?.name)),
      level: 'notice',
      title: warning.code,
      message: plain(`${warning.message} ${warning.remedy}`),
    }),
  )
  return [...problems, ...compatibility, ...metrics, ...checks, ...warnings]
}
