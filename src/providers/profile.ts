import type { Profile, ProfiledNode, ProfiledRun } from '../core/provider.ts'

/**
 * Reads the profile that onnxruntime writes: a JSON array of events of the Trace Event Format, times in microseconds.
 * Undefined when there is no such array in the text, or no run in the array.
 *
 * - `Session` / `model_run` is one run, from call to answer. Events belong to the run within whose time they begin.
 * - `Node` / `…_kernel_time` is one node on the host's clock. `MemcpyToHost` and `MemcpyFromHost` are nodes that the runtime
 *   puts between providers.
 * - `Kernel` (CUDA and ROCm built with profiling) is a kernel on the device's clock, after the node that started it.
 * - `Api` (WebGPU) is one too, named `node&operator&program`.
 */
export function parseProfile(text: string): Profile | undefined {
  const events = parseEvents(text)
  const walls = events.filter(({ cat, name }) => cat === 'Session' && name === 'model_run').map(spanOf)
  if (walls.length === 0) return undefined
  const onHost = hostKernels(events)
  const onDevice = deviceKernels(events)
  const kernels = onDevice.length > 0 ? onDevice : onHost.filter(({ operator }) => !isCopy(operator))
  return {
    runs: walls.map((wall) => runOf(wall, kernels, onHost)),
    nodes: nodesOf(walls, onHost, onDevice),
    clock: onDevice.length > 0 ? 'device' : 'host',
    peakBytes: peakOf(events),
  }
}

/** Nodes that copy between the CPU and a device, rather than compute. */
export function isCopy(operator: string): boolean {
  return operator === 'MemcpyToHost' || operator === 'MemcpyFromHost'
}

interface Event {
  readonly cat: string
  readonly name: string
  readonly ts: number
  readonly dur: number
  readonly args?: Readonly<Record<string, unknown>>
}

function parseEvents(text: string): readonly Event[] {
  try {
    const events: unknown = JSON.parse(text)
    return Array.isArray(events) ? events.filter(isEvent) : []
  } catch {
    return []
  }
}

function isEvent(value: unknown): value is Event {
  const { cat, name, ts, dur } = (value ?? {}) as Partial<Record<keyof Event, unknown>>
  return typeof cat === 'string' && typeof name === 'string' && typeof ts === 'number' && typeof dur === 'number'
}

/** Microseconds since the session began. */
interface Span {
  readonly from: number
  readonly to: number
}

function spanOf({ ts, dur }: Event): Span {
  return { from: ts, to: ts + dur }
}

interface Kernel extends Span {
  readonly node: string
  readonly operator: string
  readonly provider: string
}

const suffix = '_kernel_time'

function isNode({ cat, name }: Event): boolean {
  return cat === 'Node' && name.endsWith(suffix)
}

function hostKernels(events: readonly Event[]): Kernel[] {
  return events.filter(isNode).map((event) => ({
    ...spanOf(event),
    node: event.name.slice(0, -suffix.length),
    operator: String(event.args?.['op_name'] ?? ''),
    provider: String(event.args?.['provider'] ?? ''),
  }))
}

function deviceKernels(events: readonly Event[]): Kernel[] {
  const kernels: Kernel[] = []
  let node = ''
  for (const event of events) {
    if (isNode(event)) node = event.name.slice(0, -suffix.length)
    if (event.cat === 'Kernel') kernels.push({ ...spanOf(event), node, operator: '', provider: '' })
    const [name = '', operator, program] = event.name.split('&')
    if (event.cat === 'Api' && operator !== undefined && program !== undefined)
      kernels.push({ ...spanOf(event), node: name, operator, provider: '' })
  }
  return kernels
}

function runOf(wall: Span, kernels: readonly Kernel[], onHost: readonly Kernel[]): ProfiledRun {
  const copies = onHost.filter(({ operator }) => isCopy(operator))
  return {
    wallMs: (wall.to - wall.from) / 1000,
    kernelMs: covered(within(kernels, wall)) / 1000,
    copyMs: covered(within(copies, wall)) / 1000,
  }
}

function within<Each extends Span>(spans: readonly Each[], { from, to }: Span): Each[] {
  return spans.filter((span) => span.from >= from && span.from <= to)
}

/** Microseconds in which at least one of the spans runs. */
function covered(spans: readonly Span[]): number {
  let sum = 0
  let until = Number.NEGATIVE_INFINITY
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, until))
    until = Math.max(until, to)
  }
  return sum
}

/** Nodes go by their names: the runtime makes those unique. With times of the device, what has none ran no kernel there. */
function nodesOf(walls: readonly Span[], onHost: readonly Kernel[], onDevice: readonly Kernel[]): ProfiledNode[] {
  const timesOf = grouped(onDevice.length > 0 ? onDevice : onHost)
  return [...grouped(onHost)].map(([name, calls]) => {
    const { operator, provider } = calls[0] as Kernel
    // What runs on the CPU, or copies, has no kernel on the device: the host's clock is its own.
    const kernels = timesOf.get(name) ?? (isDevice(provider) && !isCopy(operator) ? [] : calls)
    return { name, operator, provider, kernelMs: walls.map((wall) => covered(within(kernels, wall)) / 1000) }
  })
}

function isDevice(provider: string): boolean {
  return provider !== 'CPUExecutionProvider'
}

function grouped(kernels: readonly Kernel[]): Map<string, Kernel[]> {
  const groups = new Map<string, Kernel[]>()
  for (const kernel of kernels) {
    const group = groups.get(kernel.node)
    if (group === undefined) groups.set(kernel.node, [kernel])
    else group.push(kernel)
  }
  return groups
}

/** Providers without such a pool report 0. */
function peakOf(events: readonly Event[]): number | undefined {
  const peak = events.reduce((most, { args }) => Math.max(most, Number(args?.['mem_in_use_peak'] ?? 0)), 0)
  return peak > 0 ? peak : undefined
}
