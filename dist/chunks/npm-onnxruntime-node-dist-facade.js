import { require_dist } from "./npm-onnxruntime-node-dist.js";
export default require_dist();
export {};
