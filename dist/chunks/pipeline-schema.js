import "./core-quantity.js";
import { array, boolean, number, record, strictObject, string, union, unknown } from "./npm-zod-v4-classic-schemas.js";
import { duration } from "./core-quantity-settings.js";
import { ledgers, usualLedger } from "./registry.js";
const modelName = /^[a-zA-Z0-9](?:[a-zA-Z0-9\-/_]*[a-zA-Z0-9])?$/;
const file = string().min(1);
const adopt = strictObject({
	version: string().describe("Its semantic version."),
	model: file.describe("The model file.")
}).optional().describe("A model that already serves, taken into an empty registry as the first version in production.");
const registry = union(ledgers.map(({ settings }) => settings.extend({ adopt })));
const inputValue = union([
	string(),
	number(),
	boolean()
]);
const input = strictObject({
	default: inputValue.optional().describe("Used when the run gives no value."),
	description: string().optional()
});
const data = strictObject({
	from: file.describe("An .npz file."),
	inputs: record(string(), string()).default({}).describe("Which array feeds which input of the model; without it, the array of the same name."),
	label: string().optional().describe("The array of labels: the index of the right class of each example, or the value to be predicted."),
	group: string().optional().describe("The array that says which examples belong together (a patient, a document, a day): verdicts take no more certainty from them than that leaves."),
	uses: file.optional().describe("A module of your own that reads the file (`./prepare.mjs`); never run for a fork's pull request.")
});
const pipelineFile = strictObject({
	pipeline: string().regex(modelName, "expected letters, digits, - _ /, beginning and ending with a letter or digit").describe("The pipeline's name, and the model's name in the registry."),
	inputs: record(string(), input).default({}).describe("Values a run may give with --input; used as ${{ inputs.name }}."),
	model: strictObject({
		candidate: file.describe("The model to take into production: an ONNX file."),
		production: file.optional().describe("What serves today: `registry` (the default) or an ONNX file.")
	}),
	registry: registry.default(usualLedger).describe("Where versions and the ledger live."),
	data: record(string(), data).default({}).describe("Evaluation data, by name."),
	secrets: array(string()).default([]).describe("Environment variables whose values are masked in everything that is written."),
	stages: record(string().regex(modelName, "expected a name of letters, digits, - and _"), unknown()).refine((stages) => Object.keys(stages).length > 0, "expected at least one stage").describe("The stages, run in this order unless `needs:` says otherwise.")
});
const names = union([string(), array(string())]);
const stageCommon = strictObject({
	kind: string().optional().describe("What kind of stage this is; without it, its name says."),
	needs: names.optional().describe("The stages that must have passed before; without it, the one above."),
	when: strictObject({
		event: names.optional(),
		branch: names.optional()
	}).optional().describe("Run only for these events and branches; a `*` at the end stands for anything."),
	timeout: duration().prefault("30m").describe("Give up after this time.")
});
const commonKeys = [
	"kind",
	"needs",
	"when",
	"timeout"
];
export { commonKeys, inputValue, pipelineFile, stageCommon };
