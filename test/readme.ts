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

/** How the README is run: with which bundle as `dist/`, and with what made of the text of each pipeline. */
export interface ReadmeSetup {
  readonly dist: string
  pipeline?(text: string): string
}

/** Runs every command of the command line and every JavaScript example of the README, each in a checkout of its own. */
export function testReadme(setup: ReadmeSetup): void {
  describe('every command of the README', () => {
    const own = readmeCommands.filter((command) => command.startsWith('node dist/cli.js'))
    test.each(own)('%s', async (line) => {
      const [command = '', comment = ''] = line.split(/\s+#\s*/)
      const expected = Number(/exit code (\d+)/.exec(comment)?.[1] ?? 0)
      const [, ...args] = command.trim().split(/\s+/)
      const ran = await program(process.execPath, args, { cwd: await checkout(setup) })
      expect(ran.code, ran.out + ran.err).toBe(expected)
    })

    test('is one that a test runs', () => {
      expect(own.length + 2).toBe(readmeCommands.length)
    })
  })

  describe('every JavaScript example of the README', () => {
    test.each(readmeBlocks('js').map((text, index) => [index + 1, text] as const))('number %i', async (index, text) => {
      const folder = await checkout(setup)
      await writeFile(path.join(folder, `example-${index}.mjs`), text)
      const ran = await program(process.execPath, [`example-${index}.mjs`], { cwd: folder })
      expect(ran.code, ran.err).toBe(0)
      expect(ran.out).toMatch(/pass/i)
    })
  })
}

/** A folder that looks like the repository to a user's commands. */
async function checkout({ dist, pipeline = (text) => text }: ReadmeSetup): Promise<string> {
  const folder = folderInRepository()
  await cp('pipelines', path.join(folder, 'pipelines'), { recursive: true })
  for (const name of ['quickstart.yml', 'quickstart-regression.yml', 'quickstart-rollback.yml']) {
    const file = path.join(folder, 'pipelines', name)
    await writeFile(file, pipeline(await readFile(file, 'utf8')))
  }
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'))
  await symlink(dist, path.join(folder, 'dist'))
  const { exports: _, ...description } = JSON.parse(await readFile('package.json', 'utf8')) as Record<string, unknown>
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ ...description, exports: './dist/library.js' }))
  return folder
}
