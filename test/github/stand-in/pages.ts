import type { Call } from './hub.ts'

export interface Page<Item> {
  readonly items: readonly Item[]
  readonly headers: Readonly<Record<string, string>>
}

/** GitHub gives 30 a page unless told, never more than 100, and names the pages around in `Link`. */
export function page<Item>(call: Call, all: readonly Item[]): Page<Item> {
  const asked = Number(call.parameters['per_page'] ?? 30)
  const size = asked < 1 ? 30 : Math.min(asked, 100)
  const current = Math.max(1, Number(call.parameters['page'] ?? 1))
  const last = Math.max(1, Math.ceil(all.length / size))
  const links = [
    ...(current > 1 ? [link(call.url, Math.min(current - 1, last), 'prev')] : []),
    ...(current < last ? [link(call.url, current + 1, 'next'), link(call.url, last, 'last')] : []),
    ...(current > 1 ? [link(call.url, 1, 'first')] : []),
  ]
  return {
    items: all.slice((current - 1) * size, current * size),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  }
}

function link(url: URL, number: number, relation: string): string {
  const target = new URL(url)
  target.searchParams.set('page', String(number))
  return `<${target}>; rel="${relation}"`
}
