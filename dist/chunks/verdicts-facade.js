import "./pipelines.js";
import { compareBeside } from "./verdicts-evidence.js";
import { compareRows } from "./verdicts-comparison.js";
import "./verdicts-traffic.js";
import { describeBeside, describeRows } from "./verdicts.js";
export { compareBeside, compareRows, describeBeside, describeRows };
