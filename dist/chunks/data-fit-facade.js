export { batchOf, checkFit } from "./data-fit.js";
