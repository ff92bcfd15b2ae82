/** The runs that a rule is given, as another tool would have measured them. Each side holds at least one run. */
export interface Material {
  /**
   * Times of each run in ms, one array a process, in the order measured. Production measured first, then the candidate (two
   * sequential benchmark runs), or interleaved, as the caller arranges.
   */
  readonly production: readonly (readonly number[])[]
  readonly candidate: readonly (readonly number[])[]
}

/** What another tool says of a candidate. Most have no word for "inconclusive": they say it where they lack samples. */
export type Decision = 'slower' | 'not slower' | 'inconclusive'

export interface Rule {
  readonly name: string
  /** One sentence: the rule and its defaults, with the source file of that tool it was read from. */
  readonly what: string
  /** Pure: the same material and seed give the same decision. */
  decide(material: Material, seed: number): Decision
}
