export { load } from "./pipeline-load.js";
