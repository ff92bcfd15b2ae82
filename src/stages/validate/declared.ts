import type { Finding, InterfaceValue, ModelSummary } from '../../core/products/index.ts'
import type { Tensor } from '../../core/tensor.ts'
import type { Feeds } from '../../measure/protocol.ts'

/** One run of a model: what it was given and what it gave. */
export interface Run {
  readonly feeds: Feeds
  readonly outputs: Feeds
  /** `made-up inputs`: the end of a phrase that begins with "on". */
  readonly on: string
  /** Whether sizes of the inputs were guessed, so that another size of an output may be the fault of the guess. */
  readonly guessed: boolean
}

/**
 * That outputs are of the shapes that the model declares: callers rely on them. A size that a symbol stands for in the inputs is
 * the same in the outputs.
 */
export function checkDeclared({ inputs, outputs }: ModelSummary, run: Run): Finding[] {
  const given = new Map(Object.entries(run.outputs))
  const symbols = symbolsOf(inputs, run.feeds)
  return outputs.flatMap((declared) => {
    const tensor = given.get(declared.name)
    return tensor === undefined || declared.dims[0] === '...' ? [] : differences(declared, tensor, symbols, run)
  })
}

type Symbols = ReadonlyMap<string, number>

/** The size that each symbol of the inputs stood for; not those that stood for several. */
function symbolsOf(inputs: readonly InterfaceValue[], feeds: Feeds): Symbols {
  const fed = new Map(Object.entries(feeds))
  const sizes = new Map<string, Set<number>>()
  for (const { name, dims } of inputs)
    for (const [axis, dim] of dims.entries()) {
      const size = fed.get(name)?.dims[axis]
      if (typeof dim === 'string' && dim !== '' && size !== undefined)
        sizes.set(dim, (sizes.get(dim) ?? new Set()).add(size))
    }
  return new Map([...sizes].flatMap(([symbol, [size, ...others]]) => (others.length > 0 ? [] : [[symbol, size ?? 0]])))
}

function differences(declared: InterfaceValue, { dims }: Tensor, symbols: Symbols, { on, guessed }: Run): Finding[] {
  const where = `output ${declared.name}`
  const shapes = `It is declared as [${declared.dims.map((dim) => dim || '?').join(', ')}] and is [${dims.join(', ')}]`
  const wrong =
    declared.dims.length !== dims.length ||
    declared.dims.some((dim, axis) => typeof dim === 'number' && dim >= 0 && dim !== dims[axis])
  if (wrong)
    return [
      {
        severity: guessed ? 'warning' : 'error',
        code: 'output-shape',
        where,
        message: `${shapes} on ${on}.`,
        hint: guessed
          ? 'See whether it is so on real inputs, with `data:`, `golden:` or `shapes:`; if so, correct the declared shape.'
          : 'Correct the declared shape, or give the sizes that vary a symbol: callers rely on what is declared.',
      },
    ]
  const symbol = declared.dims.find(
    (dim, axis) => typeof dim === 'string' && (symbols.get(dim) ?? dims[axis]) !== dims[axis],
  )
  if (symbol === undefined) return []
  return [
    {
      severity: 'warning',
      code: 'output-symbol',
      where,
      message: `${shapes} where ${symbol} is ${symbols.get(String(symbol))} in the inputs.`,
      hint: 'Give a size of its own a symbol of its own when exporting.',
    },
  ]
}
