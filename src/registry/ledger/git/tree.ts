import type { Git } from './command.ts'
import { type GitObject, type ObjectFormat, objectOf } from './objects.ts'

/** Folders of a commit by their paths, the topmost under the empty one: what is in them, by name. */
export type Folders = ReadonlyMap<string, ReadonlyMap<string, Item>>

/** A file or folder in a folder. */
interface Item {
  /** As git writes it: `100644`, `40000`. */
  readonly mode: string
  readonly object: string
}

const folderMode = '40000'

/** Some folders of a commit: `places` are paths, those of folders whose content is wanted with a slash at the end. */
export async function foldersOf(git: Git, commit: string | undefined, places: readonly string[]): Promise<Folders> {
  const folders = new Map<string, Map<string, Item>>()
  if (commit === undefined) return folders
  for (const line of (await git(['ls-tree', '--full-tree', '-t', '-z', commit, '--', ...places])).split('\0')) {
    const tab = line.indexOf('\t')
    if (tab < 0) continue
    const [mode = '', , object = ''] = line.slice(0, tab).split(' ')
    const [folder, name] = split(line.slice(tab + 1))
    const items = folders.get(folder) ?? new Map<string, Item>()
    folders.set(folder, items.set(name, { mode: mode.replace(/^0/, ''), object }))
  }
  return folders
}

export interface ChangedFolders {
  readonly folders: Folders
  /** The object of the topmost folder. */
  readonly root: string
  /** The folders that are new: those on the way to a file that is. */
  readonly objects: readonly GitObject[]
}

/** The same folders with other files: their objects by path. */
export function withFiles(before: Folders, files: ReadonlyMap<string, string>, format: ObjectFormat): ChangedFolders {
  const folders = new Map(before)
  const changed = new Map<string, Map<string, Item>>()
  const put = (path: string, item: Item): void => {
    const [folder, name] = split(path)
    const items = changed.get(folder) ?? new Map(folders.get(folder))
    changed.set(folder, items.set(name, item))
  }
  for (const [path, object] of files) put(path, { mode: '100644', object })
  const objects: GitObject[] = []
  // The deepest first: a folder is known by the object of what is in it.
  for (let depth = Math.max(...[...changed.keys()].map(depthOf)); depth >= 0; depth--) {
    for (const [folder, items] of [...changed].filter(([each]) => depthOf(each) === depth)) {
      const tree = treeOf(items, format)
      objects.push(tree)
      folders.set(folder, items)
      if (folder !== '') put(folder, { mode: folderMode, object: tree.id })
    }
  }
  return { folders, root: objects.at(-1)?.id ?? '', objects }
}

function split(path: string): readonly [folder: string, name: string] {
  const slash = path.lastIndexOf('/')
  return [path.slice(0, Math.max(0, slash)), path.slice(slash + 1)]
}

function depthOf(folder: string): number {
  return folder === '' ? 0 : folder.split('/').length
}

/** git sorts by bytes, folders as if a slash were at their end. */
function treeOf(items: ReadonlyMap<string, Item>, format: ObjectFormat): GitObject {
  const sorted = [...items]
    .map(([name, item]) => ({ ...item, name, order: Buffer.from(item.mode === folderMode ? `${name}/` : name) }))
    .sort((a, b) => Buffer.compare(a.order, b.order))
  const parts = sorted.flatMap(({ mode, name, object }) => [
    Buffer.from(`${mode} ${name}\0`),
    Buffer.from(object, 'hex'),
  ])
  return objectOf('tree', Buffer.concat(parts), format)
}
