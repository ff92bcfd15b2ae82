export { isMemoryAddress } from "./start.js";
import "./pipelines.js";
