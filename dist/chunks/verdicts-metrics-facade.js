export { metricNamed } from "./verdicts-metrics.js";
