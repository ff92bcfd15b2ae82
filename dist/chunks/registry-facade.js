import "./start.js";
export { createLedger, ledgerKindOf } from "./pipelines.js";
