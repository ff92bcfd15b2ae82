import "./pipelines.js";
import { compareBeside, compareRows } from "./verdicts-evidence.js";
import "./verdicts-traffic.js";
import { describeBeside, describeRows } from "./verdicts.js";
export { compareBeside, compareRows, describeBeside, describeRows };
