// Slims GitHub's description of its REST API to the operations that the stand-in for GitHub answers (test/github/stand-in/), and
// of those to what decides whether a request or an answer is valid. The same description gives the same bytes.
//   npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz
//   node scripts/github-openapi.mjs package/generated/api.github.com.json
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const operations = [
  'actions/create-workflow-dispatch',
  'actions/download-artifact',
  'actions/get-artifact',
  'actions/get-workflow-run',
  'actions/list-workflow-run-artifacts',
  'actions/list-workflow-runs',
  'actions/list-workflow-runs-for-repo',
  'checks/create',
  'checks/get',
  'checks/list-annotations',
  'checks/list-for-ref',
  'checks/update',
  'git/create-ref',
  'git/create-tag',
  'git/delete-ref',
  'git/get-commit',
  'git/get-ref',
  'git/get-tag',
  'git/update-ref',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/get-comment',
  'issues/list-comments',
  'issues/update-comment',
  'pulls/get',
  'pulls/list',
  'repos/create-commit-status',
  'repos/create-deployment',
  'repos/create-deployment-status',
  'repos/create-dispatch-event',
  'repos/create-release',
  'repos/delete-release',
  'repos/delete-release-asset',
  'repos/get',
  'repos/get-all-environments',
  'repos/get-collaborator-permission-level',
  'repos/get-combined-status-for-ref',
  'repos/get-content',
  'repos/get-deployment',
  'repos/get-environment',
  'repos/get-release',
  'repos/get-release-asset',
  'repos/get-release-by-tag',
  'repos/list-commit-statuses-for-ref',
  'repos/list-deployment-statuses',
  'repos/list-deployments',
  'repos/list-pull-requests-associated-with-commit',
  'repos/list-release-assets',
  'repos/list-releases',
  'repos/update-release',
  'repos/update-release-asset',
  'repos/upload-release-asset',
  'teams/get-membership-for-user-in-org',
  'users/get-authenticated',
  'users/get-by-username',
]

const schemaKeys = new Set(
  `$ref type enum nullable format pattern minLength maxLength minimum maximum minItems maxItems uniqueItems maxProperties
  required items properties additionalProperties allOf anyOf oneOf not`.split(/\s+/),
)

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('give the path of api.github.com.json of the npm package @octokit/openapi')
const whole = JSON.parse(readFileSync(file, 'utf8'))
const { paths, found } = slimPaths(whole.paths)
const missing = operations.filter((id) => !found.has(id))
if (missing.length > 0) throw new Error(`the description has no ${missing.join(', ')}`)

const top = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const target = path.join(top, 'test', 'fixtures', 'github-openapi.json')
writeFileSync(target, print({ openapi: whole.openapi, info: origin(whole.info), paths, schemas: reachable(paths) }))

function origin({ version, license }) {
  return {
    title: "GitHub's REST API: the operations used here, slimmed by scripts/github-openapi.mjs",
    version,
    source: `npm package @octokit/openapi ${version}, api.github.com.json, made from github.com/github/rest-api-description`,
    license: `${license.name}, ${license.url}`,
  }
}

function slimPaths(all) {
  const paths = {}
  const found = new Set()
  for (const [route, methods] of Object.entries(all))
    for (const [method, operation] of Object.entries(methods)) {
      if (!operations.includes(operation.operationId)) continue
      found.add(operation.operationId)
      paths[route] = { ...paths[route], [method]: slimOperation(operation) }
    }
  return { paths, found }
}

function slimOperation({ operationId, parameters = [], requestBody, responses, servers }) {
  return {
    operationId,
    ...(servers && { servers: servers.map(({ url }) => ({ url })) }),
    parameters: parameters.map(resolved).map(({ name, in: place, required, schema }) => ({
      name,
      in: place,
      ...(required && { required }),
      schema: slimSchema(schema),
    })),
    ...(requestBody && { requestBody: { required: requestBody.required ?? false, content: slimContent(requestBody) } }),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => {
        const content = slimContent(resolved(response))
        return [status, Object.keys(content).length === 0 ? {} : { content }]
      }),
    ),
  }
}

/** What is not JSON, such as an archive, has no schema worth keeping, but its type is. */
function slimContent({ content = {} }) {
  const kept = Object.entries(content).filter(
    ([type]) => type === 'application/json' || type === 'application/octet-stream',
  )
  return Object.fromEntries(kept.map(([type, { schema }]) => [type, { schema: slimSchema(schema ?? {}) }]))
}

function resolved(value) {
  if (value.$ref === undefined) return value
  return value.$ref
    .slice(2)
    .split('/')
    .reduce((inside, key) => inside[key], whole)
}

/** Descriptions, examples and defaults decide nothing. The names of `properties` are not keywords, whatever they are called. */
function slimSchema(schema) {
  if (Array.isArray(schema)) return schema.map(slimSchema)
  if (typeof schema !== 'object' || schema === null) return schema
  const kept = Object.entries(schema).filter(([key]) => schemaKeys.has(key))
  return Object.fromEntries(
    kept.map(([key, value]) => {
      if (key === 'properties')
        return [key, Object.fromEntries(Object.entries(value).map(([k, v]) => [k, slimSchema(v)]))]
      if (key === 'enum' || key === 'required') return [key, value]
      if (key === '$ref') return [key, value.replace('#/components/schemas/', '#/schemas/')]
      return [key, slimSchema(value)]
    }),
  )
}

function reachable(start) {
  const schemas = {}
  const visit = (value) => {
    for (const [, name] of JSON.stringify(value).matchAll(/"#\/schemas\/([^"]+)"/g)) {
      if (name in schemas) continue
      schemas[name] = slimSchema(whole.components.schemas[name])
      visit(schemas[name])
    }
  }
  visit(start)
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A line for each path and each schema, so that a difference can be read. */
function print({ openapi, info, paths, schemas }) {
  const lines = (object) => {
    const rows = Object.entries(object).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    return `{\n${rows.join(',\n')}\n  }`
  }
  const parts = {
    openapi: JSON.stringify(openapi),
    info: lines(info),
    paths: lines(paths),
    components: `{ "schemas": ${lines(schemas)} }`,
  }
  const body = Object.entries(parts).map(([key, text]) => `  ${JSON.stringify(key)}: ${text}`)
  return `{\n${body.join(',\n')}\n}\n`.replaceAll('#/schemas/', '#/components/schemas/')
}
