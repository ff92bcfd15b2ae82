import { execFileSync } from 'node:child_process'

/**
 * Runs git in a folder as somebody called x, on branches that begin as `main`, whatever `GIT_…` variables are set around the test. Gives
 * what it wrote, without space around it. Throws where git fails.
 */
export function git(cwd: string, ...args: readonly string[]): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
  return execFileSync('git', [...identity, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
  }).trim()
}

const identity = ['-c', 'user.name=x', '-c', 'user.email=x@y', '-c', 'init.defaultBranch=main']
