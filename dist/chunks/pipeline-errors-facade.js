export { pipelineError } from "./onnx-tensors-element-types.js";
