import "./pipelines.js";
import { compareCompatibility, compareRows } from "./verdicts-evidence.js";
import "./verdicts-traffic.js";
import { describeCompatibility, describeRows } from "./verdicts.js";
export { compareCompatibility, compareRows, describeCompatibility, describeRows };
