export { metricNamed } from "./pipeline-load.js";
