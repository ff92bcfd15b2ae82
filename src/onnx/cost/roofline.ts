import type { ModelCost, NodeCost } from './nodes.ts'

/** A device by its two limits. Peaks are those of dense float32 arithmetic without reduced-precision units. */
export interface Device {
  readonly name: string
  /** FLOP/s. */
  readonly peak: number
  /** Bytes per second between the processor and its main memory. */
  readonly bandwidth: number
  readonly source: string
}

/** Devices that need no figures of the user. */
export const devices: readonly Device[] = [
  { name: 'a100', peak: 19.5e12, bandwidth: 2039e9, source: 'NVIDIA A100 80 GB SXM datasheet' },
  { name: 'h100', peak: 67e12, bandwidth: 3.35e12, source: 'NVIDIA H100 SXM datasheet' },
  { name: 'l4', peak: 30.3e12, bandwidth: 300e9, source: 'NVIDIA L4 datasheet' },
  { name: 't4', peak: 8.1e12, bandwidth: 300e9, source: 'NVIDIA T4 datasheet' },
  { name: 'm1-gpu', peak: 2.6e12, bandwidth: 68.25e9, source: 'Apple M1: 2.6 teraflops, LPDDR4X-4266 of 128 bits' },
  {
    name: 'raspberry-pi-5',
    peak: 153.6e9,
    bandwidth: 17.1e9,
    source: '4 Cortex-A76 of 2.4 GHz with two multiply–adds of 128 bits a cycle; LPDDR4X-4267 of 32 bits',
  },
]

export interface NodeBound {
  readonly where: string
  readonly operator: string
  /** FLOPs for each byte moved. */
  readonly intensity: number
  readonly bound: 'compute' | 'memory'
  /** Least milliseconds. */
  readonly ms: number
}

export interface Roofline {
  readonly device: Device
  /** Intensity from which on arithmetic is the limit. */
  readonly ridge: number
  readonly nodes: readonly NodeBound[]
  /** Least milliseconds when each node reads and writes main memory; nodes of which too little is known count nothing. */
  readonly ms: number
  /** Least milliseconds whatever is fused or stays in caches: arithmetic alone at the peak. */
  readonly arithmeticMs: number
}

/**
 * The roofline of Williams, Waterman and Patterson ("Roofline", CACM 2009): a node takes at least FLOPs / peak and at least
 * bytes / bandwidth. Lower bounds, not predictions: kernels rarely reach either limit, and fused nodes move fewer bytes.
 */
export function rooflineOf(cost: ModelCost, device: Device): Roofline {
  const nodes = cost.nodes.filter((node) => !node.nested).flatMap((node) => boundOf(node, device))
  return {
    device,
    ridge: device.peak / device.bandwidth,
    nodes,
    ms: nodes.reduce((sum, { ms }) => sum + ms, 0),
    arithmeticMs: (1000 * cost.total.flops) / device.peak,
  }
}

/** Nothing for a node of which too little is known or that does nothing. */
function boundOf({ where, operator, flops, bytes }: NodeCost, { peak, bandwidth }: Device): NodeBound[] {
  if (flops === undefined || bytes === undefined || bytes === 0) return []
  const [compute, memory] = [flops / peak, bytes / bandwidth]
  const bound = compute > memory ? 'compute' : 'memory'
  return [{ where, operator, intensity: flops / bytes, bound, ms: 1000 * Math.max(compute, memory) }]
}
