export { buildGraph, buildModel, value } from './build.ts'
export { externalFiles, openExternal } from './external-files.ts'
export { withInlineData } from './externalize.ts'
export { summarize } from './summarize.ts'
