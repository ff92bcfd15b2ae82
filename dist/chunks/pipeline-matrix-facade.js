export { matrixOf } from "./pipeline-matrix.js";
