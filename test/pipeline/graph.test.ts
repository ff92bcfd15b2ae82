import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ancestors, descendants, giverOf, type Node, topological } from '../../src/pipeline/graph.ts'

const node = (name: string, needs: string[], gives: Node['gives'] = 'validation'): Node => ({ name, needs, gives })

test('every stage comes after what it needs, in file order otherwise', () => {
  const nodes = [node('c', ['a', 'b']), node('b', ['a']), node('a', []), node('d', [])]
  expect(topological(nodes)).toEqual({ order: ['a', 'b', 'c', 'd'] })
})

test('a cycle is named', () => {
  expect(topological([node('a', ['b']), node('b', ['c']), node('c', ['b'])])).toEqual({ cycle: ['b', 'c', 'b'] })
})

test('a product comes from the nearest stage before', () => {
  const nodes = [
    node('one', [], 'measurements'),
    node('two', ['one'], 'measurements'),
    node('judge', ['two'], 'comparison'),
  ]
  expect(giverOf(nodes, 'judge', 'measurements')).toBe('two')
  expect(giverOf(nodes, 'two', 'measurements')).toBe('one')
  expect(giverOf(nodes, 'judge', 'release')).toBeUndefined()
})

test('on any graph: an order that respects every need, or a cycle that is one', () => {
  const graph = fc.integer({ min: 1, max: 8 }).chain((size) =>
    fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 12 }).map((edges) =>
      Array.from({ length: size }, (_, i) =>
        node(
          `s${i}`,
          edges.filter(([to]) => to === i).map(([, from]) => `s${from}`),
        ),
      ),
    ),
  )
  fc.assert(
    fc.property(graph, (nodes) => {
      const sorted = topological(nodes)
      if ('cycle' in sorted) {
        for (const [i, name] of sorted.cycle.slice(0, -1).entries())
          expect(nodes.find((each) => each.name === name)?.needs).toContain(sorted.cycle[i + 1])
        return
      }
      expect([...sorted.order].sort()).toEqual(nodes.map((each) => each.name).sort())
      for (const each of nodes)
        for (const need of each.needs) expect(sorted.order.indexOf(need)).toBeLessThan(sorted.order.indexOf(each.name))
      for (const each of nodes)
        for (const before of ancestors(nodes, each.name)) expect(descendants(nodes, before.name)).toContain(each.name)
    }),
  )
})
