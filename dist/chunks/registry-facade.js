import { trackedFile } from "./start.js";
import { brokenRules, createLedger } from "./pipelines.js";
export { brokenRules, createLedger, trackedFile };
