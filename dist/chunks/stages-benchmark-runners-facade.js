export { runnerLabels } from "./stages-benchmark-runners.js";
