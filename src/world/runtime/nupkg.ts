import { zipMembers } from '../../core/zip.ts'

/** Where a NuGet package of onnxruntime keeps its libraries for the one platform that has them. */
const folder = 'runtimes/linux-x64/native/'

/** A few kilobytes of zip can ask for any amount of memory. */
const unpackedLimit = 2 ** 31

/**
 * These libraries, as far as the package has them, out of a NuGet package of onnxruntime of this version. Takes their very names
 * in their very folder, and nothing else. Throws an Error that says what is wrong with the package.
 */
export function librariesOf(
  archive: Uint8Array,
  names: readonly string[],
  version: string,
): Readonly<Record<string, Uint8Array>> {
  const wanted = new Map(names.map((name) => [folder + name, name]))
  const files = unzip(archive, (name) => wanted.has(name) || isDescription(name))
  const description = Object.keys(files).find(isDescription)
  if (description === undefined) throw new Error('it is not a NuGet package: it has no .nuspec')
  const found = versionIn(new TextDecoder().decode(files[description]))
  if (found !== version) throw new Error(`it is of onnxruntime ${found ?? 'of unknown version'}, not ${version}`)
  return Object.fromEntries(
    [...wanted].flatMap(([place, name]) => (files[place] === undefined ? [] : [[name, files[place]]])),
  )
}

function isDescription(name: string): boolean {
  return /^[^/\\]+\.nuspec$/.test(name)
}

function versionIn(nuspec: string): string | undefined {
  return /<version>\s*([^<\s]+)\s*<\/version>/.exec(nuspec)?.[1]
}

/** Throws an Error on a damaged archive, and on one whose wanted files take more than they may. */
function unzip(archive: Uint8Array, isWanted: (name: string) => boolean): Record<string, Uint8Array> {
  const members = [...zipMembers(archive).values()].filter(({ name }) => isWanted(name))
  if (members.reduce((sum, { bytes }) => sum + bytes, 0) > unpackedLimit)
    throw new Error(`its libraries take more than ${unpackedLimit} bytes`)
  return Object.fromEntries(members.map((member) => [member.name, member.read()]))
}
