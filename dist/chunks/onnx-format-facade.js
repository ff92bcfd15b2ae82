export { readModel } from "./onnx-format.js";
