import type { Endpoints } from '@octokit/types'
import type { GitHub } from '../core/world.ts'

/** What can be asked of GitHub, and how, as GitHub itself describes its API. Types alone: nothing of them is in the build. */
type Route = keyof Endpoints
type Data<R extends Route> = WithoutBigInts<Endpoints[R]['response']['data']>

/** The description allows integers above 2^53 as ids. GitHub's ids have eleven digits. */
type WithoutBigInts<Value> = Value extends bigint
  ? never
  : Value extends object
    ? { [Name in keyof Value]: WithoutBigInts<Value[Name]> }
    : Value

/** Parameters of a route without the repository, which the port fills in. */
type Given<R extends Route> = WithoutRepository<Endpoints[R]['parameters']>
type WithoutRepository<Parameters> = Parameters extends unknown
  ? { [Name in keyof Parameters as Name extends 'owner' | 'repo' ? never : Name]: Parameters[Name] }
  : never

type ListRoute = Extract<Route, `GET ${string}`>
/** Some lists are arrays, and some have theirs beside a count of all. */
type Item<Page> = Page extends readonly (infer One)[]
  ? One
  : { [Name in keyof Page]: Page[Name] extends readonly (infer One)[] ? One : never }[keyof Page]

/** What GitHub answers to a request. Throws what `GitHub.request` throws: `ask` makes a UserError of it. */
export async function request<R extends Route>(github: GitHub, route: R, parameters: Given<R>): Promise<Data<R>> {
  const { data } = await github.request(route, { ...parameters })
  return data as Data<R>
}

/** A list, page by page; leaving the loop asks for no more of them. */
export function pages<R extends ListRoute>(
  github: GitHub,
  route: R,
  parameters: Given<R>,
): AsyncIterable<readonly Item<Data<R>>[]> {
  return github.pages(route, { ...parameters, per_page: 100 }) as AsyncIterable<readonly Item<Data<R>>[]>
}

/** A whole list. */
export async function list<R extends ListRoute>(
  github: GitHub,
  route: R,
  parameters: Given<R>,
): Promise<readonly Item<Data<R>>[]> {
  const all: Item<Data<R>>[] = []
  for await (const page of pages(github, route, parameters)) all.push(...page)
  return all
}

/** Sends a file to the address that a release names: uploads have a host of their own. */
export async function upload(
  github: GitHub,
  { upload_url }: { readonly upload_url: string },
  { name, bytes }: { readonly name: string; readonly bytes: number },
  data: Uint8Array,
): Promise<Data<'POST {origin}/repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}'>> {
  const headers = { 'content-type': 'application/octet-stream', 'content-length': bytes }
  const answer = await github.request(`POST ${upload_url}`, { name, data, headers })
  return answer.data as Data<'POST {origin}/repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}'>
}
