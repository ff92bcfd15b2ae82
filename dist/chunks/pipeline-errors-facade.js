export { pipelineError } from "./pipeline-errors.js";
