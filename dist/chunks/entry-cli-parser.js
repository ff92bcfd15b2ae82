import { Command, CommanderError, Option } from "./npm-commander-esm.js";
import { entryError, exitCodes, longName, version } from "./start.js";
const exitCodeHelp = `
Exit codes:
  0 pass \u00B7 1 fail \u00B7 2 wrong input or pipeline \u00B7 3 inconclusive \u00B7 4 rolled back \u00B7 70 bug in Airworthy \u00B7 130 cancelled`;
async function parse(commands, argv, to) {
	let found;
	const called = commands.filter(({ name }) => name.split(" ")[0] === argv[2]);
	const program = createProgram(called.length > 0 ? called : commands, to, (call) => {
		found = call;
	});
	try {
		await program.parseAsync(argv);
	} catch (thrown) {
		if (!(thrown instanceof CommanderError)) throw thrown;
		if (thrown.exitCode === 0) return { exitCode: exitCodes.pass };
		if (thrown.code === "commander.help") return { exitCode: exitCodes.input };
		throw entryError("call-wrong", { reason: reasonOf(thrown) });
	}
	return found ?? { exitCode: exitCodes.pass };
}
function reasonOf({ message }) {
	return message.replace(/^error: /, "").replaceAll(/\s*\n\s*/g, " ");
}
function createProgram(commands, to, onCall) {
	const program = quiet(new Command("airworthy"), to).description("Measure a model against the version in production, gate it, version it, roll it out in steps, and roll it back.").version(version).showSuggestionAfterError().addHelpText("after", exitCodeHelp);
	const families = new Map();
	for (const command of commands) {
		const [first = "", second] = command.name.split(" ");
		if (second === void 0) program.addCommand(parserOf(first, command, to, onCall));
		else familyOf(first, families, to, program).addCommand(parserOf(second, command, to, onCall)).addHelpText("after", exampleOf(command));
	}
	return program;
}
function familyOf(name, families, to, program) {
	const known = families.get(name);
	if (known !== void 0) return known;
	const made = quiet(new Command(name), to).description(summaries[name] ?? "").showSuggestionAfterError();
	families.set(name, made);
	program.addCommand(made);
	return made;
}
const summaries = {
	registry: "Work with the registry: versions, and what serves.",
	ledger: "Work with the ledger, in which the registry is recorded."
};
function quiet(command, { out, err }) {
	return command.exitOverride().configureOutput({
		writeOut: out,
		writeErr: err,
		outputError: () => {}
	});
}
function parserOf(name, definition, to, onCall) {
	const command = quiet(new Command(name), to).description(definition.summary);
	const names = Object.keys(definition.arguments);
	for (const [name, argument] of Object.entries(definition.arguments)) command.argument(usageOf(name, argument), argument.description);
	for (const [name, option] of Object.entries(definition.options)) command.addOption(optionOf(name, option));
	return command.addHelpText("after", exampleOf(definition)).action(() => {
		onCall({
			command: definition,
			values: {
				...Object.fromEntries(names.map((name, index) => [name, command.processedArgs[index]])),
				...command.opts()
			}
		});
	});
}
function exampleOf({ examples }) {
	return `\nExample:\n${examples.map((line) => `  $ ${line}`).join("\n")}`;
}
function usageOf(name, { takes }) {
	return {
		one: `<${name}>`,
		"one or none": `[${name}]`,
		"one or more": `<${name}...>`
	}[takes];
}
function optionOf(name, taken) {
	const { short, placeholder, fallback, fallbackText, required, conflicts, implies } = taken;
	const shortFlag = short === void 0 ? "" : `${short}, `;
	const value = placeholder === void 0 ? "" : ` ${placeholder}`;
	const option = new Option(`${shortFlag}${longName(name)}${value}`, taken.description);
	option.makeOptionMandatory(required === true);
	if (fallback !== void 0) option.default(fallback, fallbackText);
	if (conflicts !== void 0) option.conflicts([...conflicts]);
	if (implies !== void 0) option.implies(implies);
	return option;
}
export { parse };
