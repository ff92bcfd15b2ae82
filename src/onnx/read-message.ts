/** A part of the bytes of a file. */
export interface Source {
  readonly bytes: Uint8Array
  readonly start: number
  readonly end: number
}

/**
 * A message as it was read remembers its bytes, so that whoever does not change it writes it back as it was, whatever wrote
 * it. A private field, because a changed copy (`{ ...message, name }`) must not inherit it.
 */
export class ReadMessage {
  readonly #source: Source

  constructor(empty: Readonly<Record<string, unknown>>, source: Source) {
    Object.assign(this, empty)
    this.#source = source
  }

  static sourceOf(value: object): Source | undefined {
    return #source in value ? value.#source : undefined
  }
}
