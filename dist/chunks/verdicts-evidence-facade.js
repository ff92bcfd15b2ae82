export { evidenceOf } from "./verdicts-evidence.js";
