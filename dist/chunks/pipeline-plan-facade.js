export { plan } from "./pipeline-plan.js";
