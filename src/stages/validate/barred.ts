import type { Finding } from '../../core/products/index.ts'

const running: readonly string[] = ['runs', 'determinism', 'golden', 'load-test']

/**
 * What a check that runs the model says of one that is not to be run: why, where no check has said it yet. Undefined for other
 * checks, and where nothing bars the model.
 */
export function insteadOfRunning(
  check: string,
  barred: readonly Finding[],
  done: readonly { readonly findings: readonly Finding[] }[],
): readonly Finding[] | undefined {
  if (barred.length === 0 || !running.includes(check)) return undefined
  const told = done.some(({ findings }) => findings.some(({ code }) => code === barred[0]?.code))
  return told ? [notRun] : barred
}

export const notRun: Finding = {
  severity: 'note',
  code: 'model-not-run',
  where: 'model',
  message: 'It was not checked, because the model is not to be run.',
  hint: 'See what the check `safety` found.',
  unchecked: true,
}
