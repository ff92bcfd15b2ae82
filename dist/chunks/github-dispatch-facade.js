export { dispatchWorkflow } from "./github-dispatch.js";
