export { loadData } from "./data-load.js";
