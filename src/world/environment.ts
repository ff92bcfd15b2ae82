import { confined } from './confined.ts'
import { isSecretName } from './secrets/index.ts'

/**
 * Which of this process's variables others are given. Workers run models that anybody may have made, in native code: they get what a
 * runtime needs, and no token. Programs of the user's own get what the user gave, and not what the runner keeps for Actions.
 */

type Env = Readonly<Record<string, string | undefined>>

/** Of the system, of Node and of the dynamic linker. */
const forWorkers: ReadonlySet<string> = new Set([
  'PATH',
  'HOME',
  'USER',
  'USERNAME',
  'LOGNAME',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'APPDATA',
  'LOCALAPPDATA',
  'PROGRAMDATA',
  'SYSTEMROOT',
  'WINDIR',
  'COMSPEC',
  'PATHEXT',
  'NUMBER_OF_PROCESSORS',
  'PROCESSOR_ARCHITECTURE',
  'TMPDIR',
  'TMP',
  'TEMP',
  'LANG',
  'TZ',
  'LD_LIBRARY_PATH',
  'LD_PRELOAD',
  'DYLD_LIBRARY_PATH',
  'NODE_OPTIONS',
  'NODE_V8_COVERAGE',
  'DISPLAY',
  'CI',
])

/** Of runtimes, GPU drivers and allocators, and our own. */
const beginningsForWorkers = [
  'AIRWORTHY_',
  'LC_',
  'XDG_',
  'ORT_',
  'OMP_',
  'KMP_',
  'CUDA_',
  'NVIDIA_',
  'TENSORRT_',
  'VK_',
  'MESA_',
  'LIBGL_',
  'GALLIUM_',
  'DAWN_',
  'GLIBC_',
  'MALLOC_',
]

/** What the runner keeps for Actions: their inputs and state, and tokens of the job. */
const beginningsOfTheRunner = ['INPUT_', 'STATE_', 'ACTIONS_']

/** Seals what is kept: whoever has it can forge measurements. */
const ownSecret = 'AIRWORTHY_CACHE_KEY'

/**
 * What a worker process is given: nothing called as a secret, though it begins as a variable of a runtime does (`NVIDIA_API_KEY`).
 * `checkout` is where a stranger's commit lies, into which none is led.
 */
export function workerVariables(env: Env, checkout?: string): Record<string, string> {
  const isGiven = (name: string): boolean =>
    forWorkers.has(name) || beginningsForWorkers.some((each) => name.startsWith(each))
  return only(env, checkout, (name) => isGiven(name) && !isSecretName(name) && !name.endsWith('KEY'))
}

/** What a program is given: git, a hook, a tool of the machine. `checkout` is where a stranger's commit lies, into which none is led. */
export function programVariables(env: Env, checkout?: string): Record<string, string> {
  return only(env, checkout, (name) => !beginningsOfTheRunner.some((each) => name.startsWith(each)))
}

/** Names mean the same in any case on Windows. */
function only(env: Env, checkout: string | undefined, isGiven: (name: string) => boolean): Record<string, string> {
  const led = checkout === undefined ? env : confined(env, checkout)
  const entries = Object.entries(led).filter(
    ([name]) => name.toUpperCase() !== ownSecret && isGiven(name.toUpperCase()),
  )
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
