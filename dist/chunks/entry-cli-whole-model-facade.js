export { wholeModel } from "./entry-cli-whole-model.js";
