import { type ZipMember, zipMembers } from '../../core/zip.ts'

/** Where a NuGet package of onnxruntime keeps its libraries for the one platform that has them. */
const folder = 'runtimes/linux-x64/native/'

/** A few kilobytes of zip can ask for any amount of memory. */
const unpackedLimit = 2 ** 31

/** One library of a package, unpacked when it is asked for: the largest take hundreds of megabytes. */
export interface PackagedLibrary {
  readonly name: string
  read(): Uint8Array
}

/**
 * These libraries, as far as the package has them, out of a NuGet package of onnxruntime of this version. Takes their very names
 * in their very folder, and nothing else. Throws an Error that says what is wrong with the package.
 */
export function librariesOf(
  archive: Uint8Array,
  names: readonly string[],
  version: string,
): readonly PackagedLibrary[] {
  const wanted = new Map(names.map((name) => [folder + name, name]))
  const members = membersOf(archive, (name) => wanted.has(name) || isDescription(name))
  const description = members.find(({ name }) => isDescription(name))
  if (description === undefined) throw new Error('it is not a NuGet package: it has no .nuspec')
  const found = versionIn(new TextDecoder().decode(description.read()))
  if (found !== version) throw new Error(`it is of onnxruntime ${found ?? 'of unknown version'}, not ${version}`)
  return members.flatMap((member) => {
    const name = wanted.get(member.name)
    return name === undefined ? [] : [{ name, read: () => member.read() }]
  })
}

function isDescription(name: string): boolean {
  return /^[^/\\]+\.nuspec$/.test(name)
}

function versionIn(nuspec: string): string | undefined {
  return /<version>\s*([^<\s]+)\s*<\/version>/.exec(nuspec)?.[1]
}

/** Throws an Error on a damaged archive, and on one whose wanted files take more than they may. */
function membersOf(archive: Uint8Array, isWanted: (name: string) => boolean): readonly ZipMember[] {
  const members = [...zipMembers(archive).values()].filter(({ name }) => isWanted(name))
  if (members.reduce((sum, { bytes }) => sum + bytes, 0) > unpackedLimit)
    throw new Error(`its libraries take more than ${unpackedLimit} bytes`)
  return members
}
