/** How the interval of a row was computed, with the numbers that its description needs. */
export type Method = { readonly [Code in keyof Methods]: { readonly code: Code } & Methods[Code] }[keyof Methods]

export interface Methods {
  /** A count: no test is needed. */
  exact: Record<never, never>
  /**
   * The Hodges–Lehmann interval on blocks: of a mean, together with that of the ratio of the means; by earlier rules weighted, where some
   * scatter more than usual.
   */
  blocks: {
    readonly blocks: number
    readonly looks: number
    readonly by: 'blocks' | 'weighted-blocks' | 'means'
  }
  /** The same on groups of `size` blocks. */
  'block-groups': { readonly groups: number; readonly size: number; readonly looks: number }
  /** Tango's score interval of a difference of shares, or the score interval of their ratio; with McNemar's test. */
  shares: {
    readonly of: 'difference' | 'ratio'
    readonly examples: number
    readonly gained: number
    readonly lost: number
    readonly midP: number
  }
  /** The paired bootstrap; of a user's metric of the whole data set on so many resamples that were kept. */
  bootstrap: Sampled & { readonly of: 'mean' | 'statistic'; readonly resamples?: number | undefined }
  /** DeLong's interval of two classes, with his test unless nothing varies; or what his placements give in other cases. */
  areas: Sampled & { readonly plain: boolean; readonly p?: number | undefined }
  /** Newcombe's interval of the difference of two proportions: of requests that failed. */
  proportions: {
    readonly candidate: Failed
    readonly stable: Failed
    /** Where the requests to the stable version were seen: beside the candidate's, before them, or nowhere. */
    readonly against: 'beside' | 'before' | 'nothing'
  }
  /** The signed-rank interval on windows of traffic. */
  windows: { readonly windows: number }
}

export interface Sampled {
  readonly examples: number
  readonly groups?: number | undefined
}

export interface Failed {
  readonly requests: number
  readonly errors: number
}
