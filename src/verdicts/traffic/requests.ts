import type { TrafficWindow } from '../../core/traffic.ts'

/** Requests to one version, and how many of them failed. */
export interface Reference {
  readonly requests: number
  readonly errors: number
}

/** Requests and errors of each version over several windows. */
export function totals(windows: readonly TrafficWindow[]): {
  readonly stable: Reference
  readonly candidate: Reference
} {
  return {
    stable: sumOf(windows.map(({ stable }) => stable)),
    candidate: sumOf(windows.map(({ candidate }) => candidate)),
  }
}

/** The share that failed; 0 of none. */
export function rateOf({ requests, errors }: Reference): number {
  return requests === 0 ? 0 : errors / requests
}

function sumOf(traffic: readonly Reference[]): Reference {
  return {
    requests: traffic.reduce((total, { requests }) => total + requests, 0),
    errors: traffic.reduce((total, { errors }) => total + errors, 0),
  }
}
