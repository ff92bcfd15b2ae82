import path from 'node:path'
import { checkoutsAround } from '../../../../core/checkout.ts'
import type { World } from '../../../../core/world.ts'
import type { Git } from '../command.ts'

/** Where a remote is, by its addresses. */
export interface Addresses {
  readonly read: string
  readonly push: readonly string[]
}

/** What is set for the name of a remote in git's configuration; nothing for an address. */
async function settingsOf(git: Git, name: string) {
  const settings = await git.settings()
  const of = (key: string): readonly string[] =>
    settings.flatMap((setting) => (setting.name === `remote.${name}.${key}` ? [setting.value] : []))
  const isRewritten = settings.some((setting) => /^url\..*\.(?:push)?insteadof$/s.test(setting.name))
  return { urls: of('url'), pushUrls: of('pushurl'), isRewritten }
}

/** Where the name or address of a remote is read from. Asks git only where more is set than addresses. */
export async function readAddressOf(git: Git, name: string): Promise<string> {
  const { urls, isRewritten } = await settingsOf(git, name)
  const [address = /[:/]/.test(name) ? name : undefined] = urls
  if (address !== undefined && !isRewritten) return address
  return (await git(['ls-remote', '--get-url', '--', name])).replace(/\n$/, '')
}

/** What git makes of the name or address of a remote. Asks git only where more is set than one address. */
export async function addressesOf(git: Git, name: string): Promise<Addresses> {
  const { urls, pushUrls, isRewritten } = await settingsOf(git, name)
  const read = await readAddressOf(git, name)
  const isOne = urls.length === 1 || (urls.length === 0 && read === name && /[:/]/.test(name))
  if (isOne && pushUrls.length === 0 && !isRewritten) return { read, push: [read] }
  const pushOf = (before: readonly string[], remote: string) =>
    git.try([...before, 'remote', 'get-url', '--push', '--all', remote])
  const named = await pushOf([], name)
  // Only of one that has a name git tells where it is pushed to.
  const { stdout } = named.code === 0 ? named : await pushOf(['-c', `remote.${unnamed}.url=${name}`], unnamed)
  const push = stdout.split('\n').filter((line) => line !== '')
  return { read, push: push.length === 0 ? [read] : push }
}

const unnamed = 'airworthy-unnamed'

/**
 * What is started at the other end of a push, where git's own choice would not do: a remote on this machine that may have come with a
 * commit brings its hooks and its configuration. None of them starts a program.
 */
export async function receivingEnd(
  git: Git,
  { push }: Addresses,
  { cwd, files }: Pick<World, 'cwd' | 'files'>,
): Promise<string | undefined> {
  const locals = push.flatMap((address) => localPath(address) ?? [])
  // Whose home that is, the other end decides; and a name that is no UTF-8 is one that we cannot look at.
  if (locals.some((local) => /^~|\ufffd/.test(local))) return closedEnd
  const folders = [cwd, git.top, git.directory, path.dirname(git.directory)]
  const places = locals.flatMap((local) => folders.map((folder) => path.resolve(folder, local)))
  // A path without the ending leads to `shared.git`, too.
  for (const place of new Set(places.flatMap((each) => [each, `${each}.git`])))
    if (await mayBeBrought(place, files)) return closedEnd
  return undefined
}

const closedEnd = [
  'git',
  ...[
    'core.hooksPath=/dev/null',
    'core.alternateRefsCommand=true',
    'core.fsmonitor=false',
    'receive.autogc=false',
    // A work tree that is to follow, wherever it is, would be written, through filters that are programs.
    'receive.denyCurrentBranch=refuse',
  ].flatMap((setting) => ['-c', setting]),
  'receive-pack',
].join(' ')

/** As git reads an address: a host before a path that is a file's means nothing, and signs may be written as `%61`. */
function localPath(address: string): string | undefined {
  const [, named] = /^file:\/\/[^/]*(\/.*)$/is.exec(address) ?? []
  if (named !== undefined) return decoded(named)
  // As git tells a path from `host:path`: by what comes first.
  return /^[^/]*:/.test(address) ? undefined : address
}

function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (signs) => Buffer.from(signs.replaceAll('%', ''), 'hex').toString())
}

/** A `.git` is what no commit can hold, nor what lies in one. */
async function mayBeBrought(place: string, files: World['files']): Promise<boolean> {
  const real = await files.realPath(place)
  if (!(await files.exists(real)) || real.split(path.sep).includes('.git')) return false
  if (await files.exists(path.join(real, '.git'))) return false
  return (await checkoutsAround(path.dirname(real), files)).length > 0
}
