import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../folders.ts'
import { git } from '../git.ts'
import { testWorld } from '../world.ts'

function checkout(): string {
  const cwd = temporaryFolder()
  git(cwd, 'init', '-q', '-b', 'trunk')
  git(cwd, 'commit', '-q', '--allow-empty', '-m', 'one')
  return cwd
}

test('outside of CI the branch is the one that is checked out, from any folder of it', async () => {
  const cwd = checkout()
  mkdirSync(path.join(cwd, 'models/eu'), { recursive: true })
  expect((await testWorld({ cwd: path.join(cwd, 'models/eu') })).branch).toBe('trunk')
  git(cwd, 'worktree', 'add', '-q', '-b', 'feature/x', path.join(cwd, 'tree'))
  expect((await testWorld({ cwd: path.join(cwd, 'tree') })).branch).toBe('feature/x')
})

test('no branch is known where a commit is checked out, or nothing', async () => {
  const cwd = checkout()
  git(cwd, 'checkout', '-q', '--detach')
  expect((await testWorld({ cwd })).branch).toBeUndefined()
  expect((await testWorld()).branch).toBeUndefined()
})

test('what a CI system says comes first, also that it is on none, and a stranger names none', async () => {
  const cwd = checkout()
  expect((await testWorld({ cwd, branch: 'main', ciSystem: 'GitLab' })).branch).toBe('main')
  expect((await testWorld({ cwd, branch: undefined, ciSystem: 'GitLab' })).branch).toBeUndefined()
  expect((await testWorld({ cwd, trust: { level: 'untrusted', why: 'a fork' } })).branch).toBeUndefined()
})
