/** A field that a query asks for, with what it is given and what is asked of it. */
export interface Field {
  readonly name: string
  /** What the answer calls it. */
  readonly alias: string
  readonly arguments: Readonly<Record<string, unknown>>
  readonly fields: readonly Field[]
}

export interface Query {
  readonly kind: 'query' | 'mutation'
  readonly fields: readonly Field[]
}

/** One operation without fragments and directives, which is all that is needed here. Throws with what it could not read. */
export function parseQuery(source: string, variables: Readonly<Record<string, unknown>>): Query {
  const tokens = source.match(/[A-Za-z_]\w*|\$\w+|"(?:[^"\\]|\\.)*"|-?\d+|\.{3}|[^\s,]/g) ?? []
  let at = 0
  const peek = (): string => tokens[at] ?? ''
  const take = (): string => tokens[at++] ?? ''
  const expect = (token: string): void => {
    const got = take()
    if (got !== token) throw new Error(`Expected ${token}, got ${got || 'the end'}`)
  }

  function fields(): Field[] {
    expect('{')
    const all: Field[] = []
    while (peek() !== '}') all.push(field())
    expect('}')
    return all
  }

  function field(): Field {
    const first = take()
    if (!/^[A-Za-z_]/.test(first)) throw new Error(`Expected the name of a field, got ${first || 'the end'}`)
    const aliased = peek() === ':'
    if (aliased) take()
    const name = aliased ? take() : first
    const given = peek() === '(' ? entries('(', ')') : {}
    return { name, alias: first, arguments: given, fields: peek() === '{' ? fields() : [] }
  }

  function entries(open: string, close: string): Record<string, unknown> {
    expect(open)
    const all: Record<string, unknown> = {}
    while (peek() !== close) {
      const name = take()
      expect(':')
      all[name] = value()
    }
    expect(close)
    return all
  }

  function value(): unknown {
    if (peek() === '{') return entries('{', '}')
    const token = take()
    if (token === '') throw new Error('Expected a value, got the end')
    if (token.startsWith('$')) return variables[token.slice(1)]
    return /^["\d-]/.test(token) ? JSON.parse(token) : token
  }

  const kind = peek() === 'mutation' ? 'mutation' : 'query'
  // The name and the types of variables say nothing that the fields do not.
  while (peek() !== '{' && peek() !== '') take()
  return { kind, fields: fields() }
}
