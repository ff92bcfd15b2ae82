export { externalFiles, summarize } from "./onnx-graph.js";
