/**
 * What is asked of `nvidia-smi --query-gpu`. The names of its fields changed over the years and a driver refuses a whole query
 * for one that it does not know: of the names of a column, the first that was not refused is asked for.
 */
export interface Column<Key extends string = string> {
  readonly key: Key
  readonly names: readonly string[]
}

/** What a GPU is: asked once. */
export const identity: readonly Column<IdentityKey>[] = [
  { key: 'index', names: ['index'] },
  { key: 'uuid', names: ['uuid', 'gpu_uuid'] },
  { key: 'name', names: ['name', 'gpu_name'] },
  { key: 'driver', names: ['driver_version'] },
  { key: 'memoryTotal', names: ['memory.total'] },
  { key: 'maxSm', names: ['clocks.max.sm'] },
  { key: 'defaultSm', names: ['clocks.default_applications.graphics'] },
  { key: 'mig', names: ['mig.mode.current'] },
]

/**
 * How a GPU is doing: asked again and again. `power.draw` is an average over the last second from Ampere on, too slow for turns;
 * newer drivers tell the instant value too. Since driver 535 "throttle reasons" are "event reasons".
 */
export const state: readonly Column<StateKey>[] = [
  { key: 'at', names: ['timestamp'] },
  { key: 'uuid', names: ['uuid', 'gpu_uuid'] },
  { key: 'utilization', names: ['utilization.gpu'] },
  { key: 'memoryUsed', names: ['memory.used'] },
  { key: 'sm', names: ['clocks.current.sm', 'clocks.sm'] },
  { key: 'power', names: ['power.draw.instant', 'power.draw'] },
  { key: 'temperature', names: ['temperature.gpu'] },
  { key: 'reasons', names: ['clocks_event_reasons.active', 'clocks_throttle_reasons.active'] },
]

export type IdentityKey = 'index' | 'uuid' | 'name' | 'driver' | 'memoryTotal' | 'maxSm' | 'defaultSm' | 'mig'
export type StateKey = 'at' | 'uuid' | 'utilization' | 'memoryUsed' | 'sm' | 'power' | 'temperature' | 'reasons'

export interface Query<Key extends string> {
  readonly args: readonly string[]
  /** The keys of the values in each row, in order. */
  readonly keys: readonly Key[]
}

/** A query that leaves out the names that were refused, and the columns of which none is left. */
export function queryFor<Key extends string>(
  columns: readonly Column<Key>[],
  refused: ReadonlySet<string>,
): Query<Key> {
  const asked = columns.flatMap(({ key, names }) => {
    const name = names.find((each) => !refused.has(each))
    return name === undefined ? [] : [{ key, name }]
  })
  return {
    args: [`--query-gpu=${asked.map(({ name }) => name).join(',')}`, '--format=csv,noheader,nounits'],
    keys: asked.map(({ key }) => key),
  }
}

/** The field of which nvidia-smi says that it does not know it. */
export function refusedField(said: string): string | undefined {
  return /Field "([^"]+)" is not a valid field to query/.exec(said)?.[1]
}
