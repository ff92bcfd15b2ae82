import { cp, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { program } from './command-line.ts'
import { folderInRepository } from './folders.ts'

const readme = await readFile('README.md', 'utf8')

/** The texts of the README's blocks of a language, in its order. */
export function readmeBlocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, text]) => text ?? '',
  )
}

/** Every line of the README that a shell runs. */
export const readmeCommands: readonly string[] = readmeBlocks('sh').flatMap((block) => block.trim().split('\n'))

/** Commands that measure, and take as long as they do for a user. */
const measuring = /^node dist\/cli\.js (?:run|compare|bench) /

/**
 * Runs the commands of the README and, where it may take as long as they take a user, its JavaScript examples: each in a checkout of
 * its own. `how` leaves out what measures, or everything else.
 */
export function testReadme(dist: string, how: 'what measures' | 'all else'): void {
  const own = readmeCommands.filter((command) => command.startsWith('node dist/cli.js'))
  const [slow, quick] = [
    own.filter((command) => measuring.test(command)),
    own.filter((command) => !measuring.test(command)),
  ]

  describe(`every command of the README: ${how}`, () => {
    test.each(how === 'what measures' ? slow : quick)('%s', async (line) => {
      const [command = '', comment = ''] = line.split(/\s+#\s*/)
      const expected = Number(/exit code (\d+)/.exec(comment)?.[1] ?? 0)
      const [, ...args] = command.trim().split(/\s+/)
      const ran = await program(process.execPath, args, { cwd: await checkout(dist) })
      expect(ran.code, ran.out + ran.err).toBe(expected)
    })

    test('is one that a test runs', () => {
      expect(own.length + 2).toBe(readmeCommands.length)
      expect(Math.min(slow.length, quick.length)).toBeGreaterThan(4)
    })
  })

  if (how === 'all else') return
  describe('every JavaScript example of the README', () => {
    test.each(readmeBlocks('js').map((text, index) => [index + 1, text] as const))('number %i', async (index, text) => {
      const folder = await checkout(dist)
      await writeFile(path.join(folder, `example-${index}.mjs`), text)
      const ran = await program(process.execPath, [`example-${index}.mjs`], { cwd: folder })
      expect(ran.code, ran.err).toBe(0)
      expect(ran.out).toMatch(/pass/i)
    })
  })
}

/** A folder that looks like the repository to a user's commands. */
async function checkout(dist: string): Promise<string> {
  const folder = folderInRepository()
  await cp('pipelines', path.join(folder, 'pipelines'), { recursive: true })
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'))
  await symlink(dist, path.join(folder, 'dist'))
  const { exports: _, ...description } = JSON.parse(await readFile('package.json', 'utf8')) as Record<string, unknown>
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ ...description, exports: './dist/library.js' }))
  return folder
}
