import { buildGraph, buildModel, externalFiles, openExternal, summarize, value, withInlineData } from "./onnx-graph.js";
import { requiredInputs } from "./onnx-graph-interface.js";
export { buildGraph, buildModel, externalFiles, openExternal, requiredInputs, summarize, value, withInlineData };
