import "./pipelines.js";
import { compareRows } from "./verdicts-comparison.js";
import "./verdicts-evidence.js";
import "./verdicts-traffic.js";
import { describeRows } from "./verdicts.js";
export { compareRows, describeRows };
