export { diffInterface, diffModels } from "./onnx-diff.js";
