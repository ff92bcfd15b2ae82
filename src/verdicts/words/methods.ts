import { printPValue } from '../../core/quantity/index.ts'
import type { Method, Methods, Sampled } from '../row/method.ts'

/** `Hodges–Lehmann interval on 12 blocks`. */
export function methodWords(method: Method): string {
  const say = words[method.code] as (method: Method) => string
  return say(method)
}

const words: { readonly [Code in keyof Methods]: (method: Methods[Code]) => string } = {
  exact: () => 'exact',
  blocks: ({ blocks, by, looks }) => `${byWords[by]} on ${blocks} blocks${lookWords(looks)}`,
  'block-groups': ({ groups, size, looks }) =>
    `Hodges–Lehmann interval on ${groups} groups of ${size} blocks${lookWords(looks)}`,
  shares: ({ of, examples, gained, lost, midP }) =>
    `${of === 'ratio' ? 'Score interval of the ratio' : 'Tango score interval'} on ${examples} examples, ${gained} gained and ${lost} lost (McNemar mid-p ${printPValue(midP)})`,
  bootstrap: ({ of, resamples, ...sampled }) =>
    `paired bootstrap${of === 'mean' ? ' of the mean' : ''} on ${sampleWords(sampled)}${resamples === undefined ? '' : `, ${resamples} resamples`}`,
  areas: ({ plain, p, ...sampled }) =>
    `${plain ? 'DeLong interval' : 'DeLong placements'} on ${sampleWords(sampled)}${p === undefined ? '' : ` (p ${printPValue(p)})`}`,
  proportions: () => 'Newcombe interval of the difference of two proportions',
  windows: ({ windows }) => `Hodges–Lehmann interval on ${windows} windows`,
}

const byWords: { readonly [By in Methods['blocks']['by']]: string } = {
  blocks: 'Hodges–Lehmann interval',
  'weighted-blocks': 'weighted Hodges–Lehmann interval',
  means: 'Student interval of the means, and Hodges–Lehmann interval,',
}

/** `1000 examples in 57 groups`. */
function sampleWords({ examples, groups }: Sampled): string {
  return groups === undefined ? `${examples} examples` : `${examples} examples in ${groups} groups`
}

function lookWords(looks: number): string {
  return looks > 1 ? `, ${looks} looks` : ''
}
