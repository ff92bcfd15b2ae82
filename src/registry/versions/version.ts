import increase from 'semver/functions/inc.js'
import prerelease from 'semver/functions/prerelease.js'
import compareDescending from 'semver/functions/rcompare.js'
import valid from 'semver/functions/valid.js'

export interface VersionEvidence {
  /** The highest version released so far; undefined before the first release. */
  readonly latest: string | undefined
  /** How the model's inputs and outputs changed against production; undefined where there was nothing to compare with. */
  readonly interfaceChange: 'compatible' | 'additive' | 'breaking' | undefined
  /** A quality metric is better beyond doubt. */
  readonly improved: boolean
}

export interface NextVersion {
  readonly version: string
  readonly bump: 'first' | 'major' | 'minor' | 'patch'
  readonly why: string
}

/**
 * The version number that follows from evidence: an interface break is major, better quality or a wider interface is minor,
 * anything else is a patch. The first version is 1.0.0.
 */
export function nextVersion({ latest, interfaceChange, improved }: VersionEvidence): NextVersion {
  if (latest === undefined) return { version: '1.0.0', bump: 'first', why: 'first release of this model' }
  const [bump, why] = bumpFrom(interfaceChange, improved)
  const version = increase(latest, bump)
  if (version === null) throw new TypeError(`${latest} is no semantic version`)
  return { version, bump, why: `${bump} after ${latest}: ${why}` }
}

/** The highest of some versions, or undefined when there are none. */
export function highestVersion(versions: readonly string[]): string | undefined {
  return [...versions].sort(compareDescending)[0]
}

/** Whether a text is a semantic version, as `1.4.0`, `2.0.0-rc.1`; without a `v`. */
export function isVersion(text: string): boolean {
  return valid(text) !== null && /^\d/.test(text)
}

/** Whether a version comes before the one that it is named after: `1.4.0-rc.1`. */
export function isCandidate(version: string): boolean {
  return prerelease(version) !== null
}

/** The next candidate of a version: `1.4.0-rc.1`, `1.4.0-rc.2`, … */
export function nextCandidate(version: string, known: readonly string[]): string {
  const numbers = known.flatMap((each) =>
    each.startsWith(`${version}-rc.`) ? [Number(each.slice(version.length + 4))] : [],
  )
  return `${version}-rc.${Math.max(0, ...numbers.filter(Number.isInteger)) + 1}`
}

function bumpFrom(
  interfaceChange: VersionEvidence['interfaceChange'],
  improved: boolean,
): ['major' | 'minor' | 'patch', string] {
  if (interfaceChange === 'breaking') return ['major', 'callers of the model must change']
  if (improved) return ['minor', 'a quality metric is better beyond doubt']
  if (interfaceChange === 'additive') return ['minor', 'the interface grew, and callers need not change']
  return ['patch', 'same interface, and no quality metric is better beyond doubt']
}
