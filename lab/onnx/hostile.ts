// Models that are larger than any that somebody means: a million of one thing, or one thing nested as deep as it goes. Written field by
// field, since what a message is at all is what they try.
//   npx tsx lab/onnx/hostile.ts KIND COUNT FILE       writes one
import { closeSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

type Bytes = Uint8Array

function varint(value: number): Bytes {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
  return Uint8Array.from([...bytes, rest])
}

/** A field of a number: a text, a message or bytes. */
function field(number: number, ...content: readonly (Bytes | string)[]): Bytes {
  const all = Buffer.concat(content.map((each) => (typeof each === 'string' ? Buffer.from(each) : each)))
  return Buffer.concat([varint(number * 8 + 2), varint(all.length), all])
}

/** A field that is an integer. */
function int(number: number, value: number): Bytes {
  return Buffer.concat([varint(number * 8), varint(value)])
}

/** One message for each number below `count`. */
function many(count: number, make: (index: number) => Bytes): Bytes {
  return Buffer.concat(Array.from({ length: count }, (_, index) => make(index)))
}

const texts = (number: number, names: readonly string[]): Bytes =>
  Buffer.concat(names.map((name) => field(number, name)))

interface Extra {
  readonly domain?: string
  readonly attributes?: Bytes
}

/** A node, as a field of that number: 1 of a graph, 7 of a function. */
function node(
  number: number,
  operator: string,
  inputs: readonly string[],
  outputs: readonly string[],
  extra: Extra = {},
): Bytes {
  const { domain = '', attributes = Buffer.alloc(0) } = extra
  return field(number, texts(1, inputs), texts(2, outputs), field(4, operator), attributes, field(7, domain))
}

function graphAttribute(name: string, graph: Bytes): Bytes {
  return field(5, field(1, name), field(6, graph), int(20, 5))
}

function intAttribute(name: string, value: number): Bytes {
  return field(5, field(1, name), int(3, value), int(20, 2))
}

const floats = (shape: Bytes): Bytes => field(2, field(1, int(1, 1), field(2, shape)))

function value(number: number, name: string, type: Bytes = floats(field(1, int(1, 4)))): Bytes {
  return field(number, field(1, name), type)
}

function tensor(number: number, name: string, content: Bytes): Bytes {
  return field(number, content, field(8, name))
}

const scalar = Buffer.concat([int(2, 1), field(9, new Uint8Array(4))])

const opset = field(8, int(2, 17))
const local = field(8, field(1, 'local'), int(2, 1))

/** A model of a graph that gives `y`, with more fields of graph and model. */
function model(
  nodes: Bytes,
  { graph = Buffer.alloc(0), more = Buffer.alloc(0) }: { graph?: Bytes; more?: Bytes } = {},
): Bytes {
  const main = field(7, nodes, field(2, 'g'), graph, value(11, 'x'), value(12, 'y'))
  return Buffer.concat([int(1, 8), main, opset, more])
}

const identity = node(1, 'Identity', ['x'], ['y'])

function chain(number: number, count: number, operators: readonly string[] = ['Relu', 'Neg']): Bytes {
  return many(count, (at) =>
    node(
      number,
      operators[at % operators.length] as string,
      [at === 0 ? 'x' : `x${at}`],
      [at === count - 1 ? 'y' : `x${at + 1}`],
    ),
  )
}

function body(name: string, nodes: Bytes): Bytes {
  const imports = Buffer.concat([field(9, int(2, 17)), field(9, field(1, 'local'), int(2, 1))])
  return field(25, field(1, name), field(4, 'x'), field(5, 'y'), nodes, imports, field(10, 'local'))
}

/** A graph without inputs, which gives `y`. */
const branch = (nodes: Bytes): Bytes => Buffer.concat([nodes, field(2, 'b'), value(12, 'y')])

const call = (name: string, input: string, output: string, number = 1, attributes: Bytes = Buffer.alloc(0)): Bytes =>
  node(number, name, [input], [output], { domain: 'local', attributes })

/** Each function calls the next one twice. */
function doubling(count: number, attributes: (at: number) => Bytes): Bytes {
  const bodies = many(count, (at) =>
    body(
      `F${at}`,
      at === count - 1
        ? node(7, 'Relu', ['x'], ['y'])
        : Buffer.concat([
            call(`F${at + 1}`, 'x', 'a', 7, attributes(2 * at)),
            call(`F${at + 1}`, 'a', 'y', 7, attributes(2 * at + 1)),
          ]),
    ),
  )
  return model(call('F0', 'x', 'y'), { more: Buffer.concat([local, bodies]) })
}

function wrapped(count: number, inner: Bytes, around: (inner: Bytes) => Bytes): Bytes {
  let all = inner
  for (let at = 0; at < count; at++) all = around(all)
  return all
}

/** Inputs and outputs each of a size of its own. */
function symbols(count: number, size: (at: number) => Bytes): Bytes {
  const declared = (number: number, letter: string): Bytes =>
    many(count, (at) => value(number, `${letter}${at}`, floats(field(1, size(at)))))
  return model(identity, { graph: Buffer.concat([declared(11, 'i'), declared(12, 'o')]) })
}

const condition = tensor(5, 'c', Buffer.concat([int(2, 9), field(9, Uint8Array.of(1))]))

/** What each kind is, by how many of it there are. */
export const hostileModels: Readonly<Record<string, (count: number) => Bytes>> = {
  nodes: (count) => model(chain(1, count)),
  'nodes in a function': (count) =>
    model(call('F', 'x', 'y'), { more: Buffer.concat([local, body('F', chain(7, count))]) }),
  'nodes in a branch': (count) =>
    model(
      node(1, 'If', ['c'], ['y'], {
        attributes: Buffer.concat([
          graphAttribute('then_branch', branch(chain(1, count))),
          graphAttribute('else_branch', branch(identity)),
        ]),
      }),
      { graph: condition },
    ),
  branches: (count) =>
    model(
      many(count, (at) =>
        node(1, 'If', ['c'], [at === 0 ? 'y' : `y${at}`], {
          attributes: Buffer.concat([
            graphAttribute('then_branch', branch(identity)),
            graphAttribute('else_branch', branch(identity)),
          ]),
        }),
      ),
      { graph: condition },
    ),
  'If in If': (count) =>
    model(
      wrapped(count, identity, (inner) =>
        node(1, 'If', ['c'], ['y'], {
          attributes: Buffer.concat([
            graphAttribute('then_branch', branch(inner)),
            graphAttribute('else_branch', branch(identity)),
          ]),
        }),
      ),
      { graph: condition },
    ),
  'Loop in Loop': (count) =>
    model(
      wrapped(count, identity, (inner) =>
        node(1, 'Loop', ['', 'c', 'x'], ['y'], { attributes: graphAttribute('body', branch(inner)) }),
      ),
      { graph: condition },
    ),
  initialisers: (count) => model(identity, { graph: many(count, (at) => tensor(5, `w${at}`, scalar)) }),
  'value infos': (count) => model(identity, { graph: many(count, (at) => value(13, `v${at}`)) }),
  inputs: (count) => model(identity, { graph: many(count, (at) => value(11, `i${at}`)) }),
  'renamed inputs': (count) => model(identity, { graph: many(count, (at) => value(11, `j${at}`)) }),
  outputs: (count) => model(identity, { graph: many(count, (at) => value(12, `o${at}`)) }),
  'renamed outputs': (count) => model(identity, { graph: many(count, (at) => value(12, `p${at}`)) }),
  symbols: (count) => symbols(count, (at) => field(2, `N${at}`)),
  'sizes for symbols': (count) => symbols(count, (at) => int(1, 1 + at)),
  'references to attributes': (count) => {
    const names = many(count, (at) => field(6, `a${at}`))
    const attributes = many(count, (at) => field(5, field(1, `b${at}`), field(21, `a${at}`), int(20, 2)))
    const nodes = Buffer.concat([names, node(7, 'Relu', ['x'], ['y'], { attributes })])
    return model(call('F', 'x', 'y'), { more: Buffer.concat([local, body('F', nodes)]) })
  },
  imports: (count) => model(identity, { more: many(count, (at) => field(8, field(1, `d${at}`), int(2, 1))) }),
  'imports that are there twice': (count) =>
    model(identity, { more: many(count, (at) => field(8, field(1, `d${at >> 1}`), int(2, 1 + (at & 1)))) }),
  metadata: (count) => model(identity, { more: many(count, (at) => field(14, field(1, `k${at}`), field(2, 'v'))) }),
  functions: (count) =>
    model(identity, {
      more: Buffer.concat([local, many(count, (at) => body(`F${at}`, node(7, 'Relu', ['x'], ['y'])))]),
    }),
  'functions, twice each': (count) => doubling(count, () => Buffer.alloc(0)),
  'functions, twice each with attributes': (count) => doubling(count, (at) => intAttribute('a', at)),
  'inputs of a node': (count) =>
    model(
      node(
        1,
        'Concat',
        Array.from({ length: count }, () => 'x'),
        ['y'],
        { attributes: intAttribute('axis', 0) },
      ),
    ),
  'outputs of a node': (count) =>
    model(node(1, 'Split', ['x'], ['y', ...Array.from({ length: count }, (_, at) => `o${at}`)])),
  'attributes of a node': (count) =>
    model(node(1, 'Relu', ['x'], ['y'], { attributes: many(count, (at) => intAttribute(`a${at}`, at)) })),
  'dims of a weight': (count) =>
    model(identity, { graph: tensor(5, 'w', Buffer.concat([many(count, () => int(1, 1)), scalar])) }),
  'packed dims of a weight': (count) =>
    model(identity, { graph: tensor(5, 'w', Buffer.concat([field(1, new Uint8Array(count).fill(1)), scalar])) }),
  'dims of a value': (count) =>
    model(identity, { graph: value(13, 'v', floats(many(count, () => field(1, int(1, 1))))) }),
  'a text': (count) => model(identity, { more: field(6, Buffer.alloc(count, 97)) }),
  'texts of 1 MB': (count) =>
    model(identity, { more: many(count, () => field(14, field(1, 'k'), field(2, Buffer.alloc(2 ** 20, 97)))) }),
  'texts of a weight': (count) =>
    model(identity, {
      graph: tensor(5, 'w', Buffer.concat([int(1, count), int(2, 8), many(count, (at) => field(6, `text ${at}`))])),
    }),
  'texts of an attribute': (count) =>
    model(
      node(1, 'Relu', ['x'], ['y'], {
        attributes: field(
          5,
          field(1, 'a'),
          many(count, (at) => field(9, `text ${at}`)),
          int(20, 8),
        ),
      }),
    ),
  'integers of an attribute': (count) =>
    model(
      node(1, 'Relu', ['x'], ['y'], {
        attributes: field(5, field(1, 'a'), Buffer.alloc(2 * count, int(8, 1)), int(20, 7)),
      }),
    ),
  'sequence of sequence': (count) =>
    model(identity, {
      graph: field(
        13,
        field(1, 'v'),
        field(
          2,
          wrapped(count, field(1, int(1, 1)), (inner) => field(4, field(1, inner))),
        ),
      ),
    }),
  'unknown fields': (count) => model(identity, { more: many(count, (at) => int(1000 + (at % 1000), 1)) }),
  'varints of ten bytes': (count) =>
    model(identity, { more: many(count, () => Uint8Array.of(0x28, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1)) }),
  'group in group': (count) => model(identity, { more: Buffer.concat([Buffer.alloc(count, 0x9b), Buffer.alloc(0)]) }),
  annotations: (count) => model(identity, { graph: many(count, (at) => field(14, field(1, `t${at}`))) }),
  'readers of NaN': (count) =>
    model(
      many(count, (at) => node(1, 'Equal', ['n', 'x'], [at === 0 ? 'y' : `y${at}`])),
      { graph: tensor(5, 'n', Buffer.concat([int(2, 1), field(9, Uint8Array.of(0, 0, 0xc0, 0x7f))])) },
    ),
  'files of weights': (count) =>
    model(identity, {
      graph: many(count, (at) =>
        tensor(
          5,
          `w${at}`,
          Buffer.concat([int(2, 1), field(13, field(1, 'location'), field(2, `f${at}`)), int(14, 1)]),
        ),
      ),
    }),
  'graphs that are merged': (count) =>
    Buffer.concat([
      int(1, 8),
      many(count, (at) =>
        field(
          7,
          at === 0 ? Buffer.concat([identity, field(2, 'g'), value(11, 'x'), value(12, 'y')]) : field(10, 'more'),
        ),
      ),
      opset,
    ]),
}

/** Writes a model of a kind to a file. */
export function writeHostile(kind: string, count: number, file: string): void {
  const made = hostileModels[kind]?.(count)
  if (made === undefined) throw new Error(`${kind} is not one of ${Object.keys(hostileModels).join(', ')}`)
  const handle = openSync(file, 'w')
  writeSync(handle, made)
  closeSync(handle)
}

const [kind, count, file] = process.argv.slice(2)
if (import.meta.url === pathToFileURL(path.resolve(process.argv[1] ?? '')).href) {
  if (kind === undefined || count === undefined || file === undefined) throw new Error('KIND COUNT FILE')
  writeHostile(kind, Number(count), file)
}
