import { fewOf } from '../core/errors/index.ts'
import { ownValue } from '../core/own.ts'
import type { Warning } from '../core/products/index.ts'
import type { Profile, ProfiledNode, Provider, SessionOptions } from '../core/provider.ts'
import type { Tensor, TensorInfo } from '../core/tensor.ts'
import { providerError } from './errors.ts'
import { isCopy } from './profile.ts'
import { withProfilePrefix } from './profile-file.ts'

type Feeds = Readonly<Record<string, Tensor>>

/** Who runs a model's nodes, and where the time of one run goes. */
export interface Placement {
  /** Nodes by the name of what runs them (`CPUExecutionProvider`, …), each as `name (operator)`, without the copies between. */
  readonly nodes: Readonly<Record<string, readonly string[]>>
  /** Nodes that did not run on the provider that was asked for. */
  readonly elsewhere: readonly string[]
  readonly profile: Profile
}

/**
 * Loads a model with fallback allowed, runs it twice on these feeds, and tells who ran what. The first run compiles kernels:
 * read times from the last. Undefined where the runtime keeps no profile. Run in a worker process, outside of measurements.
 */
export async function inspectPlacement(
  provider: Provider,
  model: string,
  options: SessionOptions,
  feedsFor: (inputs: readonly TensorInfo[]) => Feeds,
): Promise<Placement | undefined> {
  return withProfilePrefix(async (profilePrefix) => {
    const session = await provider.open(model, { ...options, allowFallback: true, profilePrefix })
    try {
      const feeds = feedsFor(session.inputs)
      await session.run(feeds)
      await session.run(feeds)
      const profile = await session.endProfile?.()
      return profile === undefined ? undefined : placementOf(profile, provider.executor)
    } finally {
      await session.close()
    }
  })
}

/** `executor` is the provider that was asked for. */
export function placementOf(profile: Profile, executor: string): Placement {
  const computing = profile.nodes.filter(({ operator }) => !isCopy(operator))
  const nodes = new Map<string, string[]>()
  for (const node of computing) {
    const known = nodes.get(node.provider) ?? []
    known.push(described(node))
    nodes.set(node.provider, known)
  }
  return {
    nodes: Object.fromEntries(nodes),
    elsewhere: computing.filter((node) => node.provider !== executor).map(described),
    profile,
  }
}

function described({ name, operator }: ProfiledNode): string {
  return name === operator ? name : `${name} (${operator})`
}

/**
 * Whether what was found may be measured as one of the provider. Nodes that run elsewhere are an error, `provider-fallback`,
 * which names them; with `allowFallback` they are a warning. That nothing at all runs on the provider is an error in any
 * case, `provider-unused`: no figure of a GPU can be one of the CPU.
 */
export function judgePlacement(
  { nodes, elsewhere }: Placement,
  { name, executor }: Pick<Provider, 'name' | 'executor'>,
  model: string,
  allowFallback: boolean,
): Warning | undefined {
  if (elsewhere.length === 0) return undefined
  if ((ownValue(nodes, executor) ?? []).length === 0) throw providerError('provider-unused', { provider: name, model })
  if (!allowFallback) throw providerError('provider-fallback', { provider: name, model, nodes: elsewhere })
  const all = Object.values(nodes).flat().length
  return {
    code: 'provider-fallback',
    message: `${elsewhere.length} of ${all} nodes of ${model} do not run on ${name}, but elsewhere: ${fewOf(elsewhere)}.`,
    remedy: `Read the figures as those of both devices and of the copies between them; without \`allow-fallback\` this is an error.`,
  }
}
