import { canonical, sha256 } from "./start.js";
function evidenceText(evidence) {
	return `${canonical(evidence)}\n`;
}
function evidenceDigest(evidence) {
	return sha256(evidenceText(evidence));
}
export { evidenceDigest, evidenceText };
