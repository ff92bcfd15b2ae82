import "./start.js";
export { createLedger } from "./pipelines.js";
