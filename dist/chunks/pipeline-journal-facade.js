export { findRun } from "./pipeline-journal.js";
