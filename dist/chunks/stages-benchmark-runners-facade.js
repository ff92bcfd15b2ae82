export { runnerLabels } from "./pipeline-load.js";
