export { formats, renderTerminal } from "./report.js";
