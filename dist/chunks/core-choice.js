import { strictObject } from "./npm-zod-v4-classic-schemas.js";
function choiceSetting(kinds, what) {
	return strictObject(Object.fromEntries(kinds.map((kind) => [kind.kind, kind.settings.optional().describe(kind.summary)]))).refine((chosen) => Object.keys(chosen).length === 1, `expected exactly one ${what} (${kinds.map(({ kind }) => kind).join(", ")})`);
}
function kindOf(choice) {
	return Object.keys(choice)[0] ?? "";
}
export { choiceSetting, kindOf };
