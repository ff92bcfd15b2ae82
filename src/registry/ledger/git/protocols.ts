import type { Setting } from './settings.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** Ways to a remote that start no program of whoever names it. */
const plain: readonly string[] = ['file', 'git', 'http', 'https', 'ssh']

/** With it, an address is a command line. */
const command = 'ext'

/** What the user lets git use, without what is never used. Undefined: what git's configuration says, where `protocol.ext.allow` is ours. */
export function protocolsOf({ GIT_ALLOW_PROTOCOL: allowed }: Variables): string | undefined {
  return allowed === undefined ? undefined : listOf(allowed.split(':').filter((name) => name !== command))
}

/**
 * As `protocolsOf`, where the address, or the configuration, may be a stranger's: none that git has no part in, and none that the user
 * forbids. `heeds`: whether a setting is the user's.
 */
export function plainProtocols(
  env: Variables,
  settings: readonly Setting[],
  heeds: (setting: Setting) => boolean,
): string {
  const { GIT_ALLOW_PROTOCOL: allowed } = env
  if (allowed !== undefined) return listOf(allowed.split(':').filter((name) => plain.includes(name)))
  const said = settings.filter(heeds)
  const of = (name: string): string | undefined => said.findLast((setting) => setting.name === name)?.value
  return listOf(
    plain.filter((name) => isAllowed(of(`protocol.${name}.allow`) ?? of('protocol.allow') ?? 'always', env)),
  )
}

function isAllowed(policy: string, { GIT_PROTOCOL_FROM_USER: fromUser }: Variables): boolean {
  if (policy.toLowerCase() === 'user') return fromUser === undefined || !/^(?:0|false|no|off|)$/i.test(fromUser)
  return policy.toLowerCase() === 'always'
}

/** An empty variable is no list to git before 2.12: this one allows nothing anywhere. */
function listOf(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(':')
}
