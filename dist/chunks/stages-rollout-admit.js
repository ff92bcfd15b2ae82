import { openRolloutError } from "./start.js";
import { chosenName, registryState } from "./pipelines.js";
import { openRollout, rolloutState } from "./rollout.js";
async function admitRollout({ target }, outlook) {
	const { subject, ledger, id, before } = outlook;
	const entries = await ledger.read();
	if (id !== void 0 && rolloutState(entries, id) !== void 0) return;
	const open = openRollout(entries, subject.model);
	if (open === void 0 || open.head.untouched) return;
	const { versions } = registryState(entries, subject.model);
	if ((versions.find(({ version }) => version === open.version)?.artifact.sha256 === subject.candidate.sha256 || before.includes("variants")) && open.target === chosenName(target)) return;
	throw openRolloutError("rollout-under-way", open.head);
}
export { admitRollout };
