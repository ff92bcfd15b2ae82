import { trackedFile } from "./start.js";
import { createLedger } from "./pipelines.js";
export { createLedger, trackedFile };
