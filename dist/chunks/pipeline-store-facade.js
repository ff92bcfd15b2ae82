export { openStore } from "./pipeline-store.js";
