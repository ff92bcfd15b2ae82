export { externalFiles, openExternal } from './external-files.ts'
export { summarize } from './summarize.ts'
