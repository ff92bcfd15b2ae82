export { verifyEvidence } from "./entry-verify.js";
