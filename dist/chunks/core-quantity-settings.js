import { parseBytes, parseDuration, parseMargin, parseShare } from "./core-quantity-parse.js";
import { NEVER, number, string, union } from "./npm-zod-v4-classic-schemas.js";
function duration() {
	return quantity(parseDuration, "a duration such as 250ms, 10s, 5m or 1h");
}
function byteSize() {
	return quantity(parseBytes, "a size such as 512kB, 20MB or 2GiB");
}
function share() {
	return quantity(parseShare, "a share between 0% and 100%");
}
function margin() {
	const description = "a margin such as 3%, 0.5pp, 2ms or 1MiB";
	return union([string(), number()]).transform((given, context) => parsed(String(given), parseMargin, description, context)).meta({ description });
}
function quantity(parse, description) {
	return string().transform((text, context) => parsed(text, parse, description, context)).meta({ description });
}
function parsed(text, parse, description, context) {
	const value = parse(text);
	if (value !== void 0) return value;
	context.addIssue({
		code: "custom",
		message: `expected ${description}`,
		params: { quantity: description }
	});
	return NEVER;
}
export { byteSize, duration, margin, share };
