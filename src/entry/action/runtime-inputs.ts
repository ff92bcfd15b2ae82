import { entryError } from '../errors.ts'

/** The inputs of the Action that say where onnxruntime comes from, and the variables that mean the same. */
const variables: Readonly<Record<string, string>> = {
  onnxruntime: 'AIRWORTHY_ORT',
  offline: 'AIRWORTHY_OFFLINE',
  'cuda-libraries': 'AIRWORTHY_CUDA',
  'cuda-sha256': 'AIRWORTHY_CUDA_SHA256',
}

/**
 * These inputs as variables of the environment; one that is empty leaves the variable of the job as it is. Checked out, an Action
 * has no packages beside it: it may download what it needs.
 */
export function runtimeEnv(input: (name: string) => string): Readonly<Record<string, string>> {
  const offline = input('offline')
  if (!['', 'true', 'false'].includes(offline))
    throw entryError('argument-wrong', { argument: `offline: ${offline}`, expected: 'true or false' })
  const given = Object.entries(variables).map(([name, variable]) => [variable, input(name)] as const)
  return { AIRWORTHY_DOWNLOAD: 'true', ...Object.fromEntries(given.filter(([, value]) => value !== '')) }
}
