import { __commonJSMin, __toESM } from "./rolldown-runtime.js";
import { accuracy, admitDescent, agreement, ancestors, auc, canonical, combine, commitIn, defineLedger, defineMetric, defineStage, descendants, digest, entriesOf, f1, firstRun, giverOf, headAfter, isMeant, isProduction, keepsItsPlace, lockRemedy, logLoss, lostRollout, mae, mayAcquire, meanLatency, medianLatency, nodesOf, notMeasured, ofItself, openRolloutError, outputError, p90Latency, p95Latency, p99Latency, parameters, parseBytes, parseDuration, parseMargin, parseShare, peakMemory, placeLost, precision, printCount, printPoints, printShare, printValue, r2, rateWithin, recall, refusals, registryError, rmse, rolloutOf, sessionStart, shellWord, size, topFive, topological, verdictError, verdictProblem, withAppend, withDefaultContext } from "./start.js";
import { Bug, Cancelled, UserError, didYouMean, elementTypes, errorFrom, fewOf, findProvider, messageOf, nearest, ownValue, problemFrom, providerNames } from "./workers.js";
import { NEVER, ZodArray, ZodDefault, ZodNullable, ZodObject, ZodOptional, ZodPipe, ZodPrefault, ZodRecord, ZodUnion, _enum, array, boolean, int, literal, number, record as record$1, strictObject, string, tuple, union, unknown } from "./npm-zod-v4-classic-schemas.js";
import { Lexer, LineCounter, isCollection, isMap, isNode, isScalar, parseDocument } from "./npm-yaml-browser.js";
import path from "node:path";
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
	return union([string(), number()]).transform((given, context) => parsed$1(String(given), parseMargin, description, context)).meta({ description });
}
function quantity(parse, description) {
	return string().transform((text, context) => parsed$1(text, parse, description, context)).meta({ description });
}
function parsed$1(text, parse, description, context) {
	const value = parse(text);
	if (value !== void 0) return value;
	context.addIssue({
		code: "custom",
		message: `expected ${description}`,
		params: { quantity: description }
	});
	return NEVER;
}
var require_debug = __commonJSMin(((exports, module) => {
	module.exports = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {};
}));
var require_constants = __commonJSMin(((exports, module) => {
	module.exports = {
		MAX_LENGTH: 256,
		MAX_SAFE_COMPONENT_LENGTH: 16,
		MAX_SAFE_BUILD_LENGTH: 250,
		MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER || 9007199254740991,
		WHITESPACE_CHARACTERS: [
			"	",
			"\n",
			"\v",
			"\f",
			"\r",
			" ",
			"\u00A0",
			"\u1680",
			"\u2000",
			"\u2001",
			"\u2002",
			"\u2003",
			"\u2004",
			"\u2005",
			"\u2006",
			"\u2007",
			"\u2008",
			"\u2009",
			"\u200A",
			"\u2028",
			"\u2029",
			"\u202F",
			"\u205F",
			"\u3000",
			"\uFEFF"
		],
		RELEASE_TYPES: [
			"major",
			"premajor",
			"minor",
			"preminor",
			"patch",
			"prepatch",
			"prerelease"
		],
		SEMVER_SPEC_VERSION: "2.0.0",
		FLAG_INCLUDE_PRERELEASE: 1,
		FLAG_LOOSE: 2
	};
}));
var require_re = __commonJSMin(((exports, module) => {
	const { MAX_SAFE_COMPONENT_LENGTH, MAX_SAFE_BUILD_LENGTH, MAX_LENGTH } = require_constants();
	const debug = require_debug();
	exports = module.exports = {};
	const re = exports.re = [];
	const safeRe = exports.safeRe = [];
	const src = exports.src = [];
	const safeSrc = exports.safeSrc = [];
	const t = exports.t = {};
	let R = 0;
	const LETTERDASHNUMBER = "[a-zA-Z0-9-]";
	const safeRegexReplacements = [
		["\\s", 1],
		["\\d", MAX_LENGTH],
		[LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
	];
	const makeSafeRegex = (value) => {
		for (const [token, max] of safeRegexReplacements) value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
		return value;
	};
	const createToken = (name, value, isGlobal) => {
		const safe = makeSafeRegex(value);
		const index = R++;
		debug(name, index, value);
		t[name] = index;
		src[index] = value;
		safeSrc[index] = safe;
		re[index] = new RegExp(value, isGlobal ? "g" : void 0);
		safeRe[index] = new RegExp(safe, isGlobal ? "g" : void 0);
	};
	createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
	createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
	createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
	createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
	createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
	createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
	createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
	createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
	createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
	createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
	createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
	createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
	createToken("FULL", `^${src[t.FULLPLAIN]}$`);
	createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
	createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
	createToken("GTLT", "((?:<|>)?=?)");
	createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
	createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
	createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
	createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
	createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
	createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("COERCEPLAIN", `(^|[^\\d])(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
	createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
	createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
	createToken("COERCERTL", src[t.COERCE], true);
	createToken("COERCERTLFULL", src[t.COERCEFULL], true);
	createToken("LONETILDE", "(?:~>?)");
	createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
	exports.tildeTrimReplace = "$1~";
	createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
	createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("LONECARET", "(?:\\^)");
	createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
	exports.caretTrimReplace = "$1^";
	createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
	createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
	createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
	createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
	exports.comparatorTrimReplace = "$1$2$3";
	createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
	createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
	createToken("STAR", "(<|>)?=?\\s*\\*");
	createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
	createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
}));
var require_parse_options = __commonJSMin(((exports, module) => {
	const looseOption = Object.freeze({ loose: true });
	const emptyOpts = Object.freeze({});
	const parseOptions = (options) => {
		if (!options) return emptyOpts;
		if (typeof options !== "object") return looseOption;
		return options;
	};
	module.exports = parseOptions;
}));
var require_identifiers = __commonJSMin(((exports, module) => {
	const numeric = /^[0-9]+$/;
	const compareIdentifiers = (a, b) => {
		if (typeof a === "number" && typeof b === "number") return a === b ? 0 : a < b ? -1 : 1;
		const anum = numeric.test(a);
		const bnum = numeric.test(b);
		if (anum && bnum) {
			a = +a;
			b = +b;
		}
		return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
	};
	const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a);
	module.exports = {
		compareIdentifiers,
		rcompareIdentifiers
	};
}));
var require_semver = __commonJSMin(((exports, module) => {
	const debug = require_debug();
	const { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
	const { safeRe: re, t } = require_re();
	const parseOptions = require_parse_options();
	const { compareIdentifiers } = require_identifiers();
	const isPrereleaseIdentifier = (prerelease, identifier) => {
		const identifiers = identifier.split(".");
		if (identifiers.length > prerelease.length) return false;
		for (let i = 0; i < identifiers.length; i++) if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) return false;
		return true;
	};
	module.exports = class SemVer {
		constructor(version, options) {
			options = parseOptions(options);
			if (version instanceof SemVer) {
				if (version.loose === !!options.loose && version.includePrerelease === !!options.includePrerelease) return version;
				else version = version.version;
			} else if (typeof version !== "string") throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`);
			if (version.length > MAX_LENGTH) throw new TypeError(`version is longer than ${MAX_LENGTH} characters`);
			debug("SemVer", version, options);
			this.options = options;
			this.loose = !!options.loose;
			this.includePrerelease = !!options.includePrerelease;
			const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
			if (!m) throw new TypeError(`Invalid Version: ${version}`);
			this.raw = version;
			this.major = +m[1];
			this.minor = +m[2];
			this.patch = +m[3];
			if (this.major > MAX_SAFE_INTEGER || this.major < 0) throw new TypeError("Invalid major version");
			if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) throw new TypeError("Invalid minor version");
			if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) throw new TypeError("Invalid patch version");
			if (!m[4]) this.prerelease = [];
			else this.prerelease = m[4].split(".").map((id) => {
				if (/^[0-9]+$/.test(id)) {
					const num = +id;
					if (num >= 0 && num < MAX_SAFE_INTEGER) return num;
				}
				return id;
			});
			this.build = m[5] ? m[5].split(".") : [];
			this.format();
		}
		format() {
			this.version = `${this.major}.${this.minor}.${this.patch}`;
			if (this.prerelease.length) this.version += `-${this.prerelease.join(".")}`;
			return this.version;
		}
		toString() {
			return this.version;
		}
		compare(other) {
			debug("SemVer.compare", this.version, this.options, other);
			if (!(other instanceof SemVer)) {
				if (typeof other === "string" && other === this.version) return 0;
				other = new SemVer(other, this.options);
			}
			if (other.version === this.version) return 0;
			return this.compareMain(other) || this.comparePre(other);
		}
		compareMain(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			if (this.major < other.major) return -1;
			if (this.major > other.major) return 1;
			if (this.minor < other.minor) return -1;
			if (this.minor > other.minor) return 1;
			if (this.patch < other.patch) return -1;
			if (this.patch > other.patch) return 1;
			return 0;
		}
		comparePre(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			if (this.prerelease.length && !other.prerelease.length) return -1;
			else if (!this.prerelease.length && other.prerelease.length) return 1;
			else if (!this.prerelease.length && !other.prerelease.length) return 0;
			let i = 0;
			do {
				const a = this.prerelease[i];
				const b = other.prerelease[i];
				debug("prerelease compare", i, a, b);
				if (a === void 0 && b === void 0) return 0;
				else if (b === void 0) return 1;
				else if (a === void 0) return -1;
				else if (a === b) continue;
				else return compareIdentifiers(a, b);
			} while (++i);
		}
		compareBuild(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			let i = 0;
			do {
				const a = this.build[i];
				const b = other.build[i];
				debug("build compare", i, a, b);
				if (a === void 0 && b === void 0) return 0;
				else if (b === void 0) return 1;
				else if (a === void 0) return -1;
				else if (a === b) continue;
				else return compareIdentifiers(a, b);
			} while (++i);
		}
		inc(release, identifier, identifierBase) {
			if (release.startsWith("pre")) {
				if (!identifier && identifierBase === false) throw new Error("invalid increment argument: identifier is empty");
				if (identifier) {
					const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
					if (!match || match[1] !== identifier) throw new Error(`invalid identifier: ${identifier}`);
				}
			}
			switch (release) {
				case "premajor":
					this.prerelease.length = 0;
					this.patch = 0;
					this.minor = 0;
					this.major++;
					this.inc("pre", identifier, identifierBase);
					break;
				case "preminor":
					this.prerelease.length = 0;
					this.patch = 0;
					this.minor++;
					this.inc("pre", identifier, identifierBase);
					break;
				case "prepatch":
					this.prerelease.length = 0;
					this.inc("patch", identifier, identifierBase);
					this.inc("pre", identifier, identifierBase);
					break;
				case "prerelease":
					if (this.prerelease.length === 0) this.inc("patch", identifier, identifierBase);
					this.inc("pre", identifier, identifierBase);
					break;
				case "release":
					if (this.prerelease.length === 0) throw new Error(`version ${this.raw} is not a prerelease`);
					this.prerelease.length = 0;
					break;
				case "major":
					if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) this.major++;
					this.minor = 0;
					this.patch = 0;
					this.prerelease = [];
					break;
				case "minor":
					if (this.patch !== 0 || this.prerelease.length === 0) this.minor++;
					this.patch = 0;
					this.prerelease = [];
					break;
				case "patch":
					if (this.prerelease.length === 0) this.patch++;
					this.prerelease = [];
					break;
				case "pre": {
					const base = Number(identifierBase) ? 1 : 0;
					if (this.prerelease.length === 0) this.prerelease = [base];
					else {
						let i = this.prerelease.length;
						while (--i >= 0) if (typeof this.prerelease[i] === "number") {
							this.prerelease[i]++;
							i = -2;
						}
						if (i === -1) {
							if (identifier === this.prerelease.join(".") && identifierBase === false) throw new Error("invalid increment argument: identifier already exists");
							this.prerelease.push(base);
						}
					}
					if (identifier) {
						let prerelease = [identifier, base];
						if (identifierBase === false) prerelease = [identifier];
						if (isPrereleaseIdentifier(this.prerelease, identifier)) {
							const prereleaseBase = this.prerelease[identifier.split(".").length];
							if (isNaN(prereleaseBase)) this.prerelease = prerelease;
						} else this.prerelease = prerelease;
					}
					break;
				}
				default: throw new Error(`invalid increment argument: ${release}`);
			}
			this.raw = this.format();
			if (this.build.length) this.raw += `+${this.build.join(".")}`;
			return this;
		}
	};
}));
var require_parse = __commonJSMin(((exports, module) => {
	const SemVer = require_semver();
	const parse = (version, options, throwErrors = false) => {
		if (version instanceof SemVer) return version;
		try {
			return new SemVer(version, options);
		} catch (er) {
			if (!throwErrors) return null;
			throw er;
		}
	};
	module.exports = parse;
}));
var import_valid = __toESM(__commonJSMin(((exports, module) => {
	const parse = require_parse();
	const valid = (version, options) => {
		const v = parse(version, options);
		return v ? v.version : null;
	};
	module.exports = valid;
}))(), 1);
const name = "[a-zA-Z0-9](?:[a-zA-Z0-9\\-/_]*[a-zA-Z0-9])?";
const directory = "[a-zA-Z0-9\\-_./]+";
const pattern = new RegExp(`^((?:${directory}=)?${name})(?:#(${name})(!?)|@v([^!#]+)(!?)|@(deprecated|created))(?:#(\\d+))?$`);
const modelPattern = new RegExp(`^(?:${directory}:)?${name}$`);
const stagePattern = new RegExp(`^${name}$`);
function isModelName(text) {
	return modelPattern.test(text) && isReference(text.replace(":", "="));
}
function isStageName(text) {
	return stagePattern.test(text) && isReference(text);
}
function versionTag(model, version) {
	return `${inTag(model)}@v${version}`;
}
function tagStart(model) {
	return inTag(model);
}
function isVersionTagOf(tag, model) {
	const parsed = parseTag(tag);
	return parsed?.kind === "version" && !parsed.undo && parsed.model === model;
}
function versionsIn(tags, model) {
	return tags.flatMap((tag) => {
		const parsed = parseTag(tag);
		return parsed?.kind === "version" && !parsed.undo && parsed.model === model ? [parsed.version] : [];
	});
}
function stageTag(model, stage, counter) {
	return `${inTag(model)}#${stage}#${counter}`;
}
const parsed = new Map();
const mostParsed = 1e5;
function parseTag(text) {
	if (parsed.has(text)) return parsed.get(text);
	if (parsed.size >= mostParsed) parsed.clear();
	const tag = parse(text);
	parsed.set(text, tag);
	return tag;
}
function parse(text) {
	const match = pattern.exec(text);
	if (match === null) return void 0;
	const [, artifact = "", stage, unassign, version, deregister, word, count] = match;
	const model = artifact.replace("=", ":");
	const counter = count === void 0 ? void 0 : Number(count);
	if (stage !== void 0) return {
		kind: "stage",
		model,
		stage,
		undo: unassign === "!",
		counter
	};
	if (word === "deprecated" || word === "created") return {
		kind: word,
		model,
		counter
	};
	if (version === void 0 || (0, import_valid.default)(version) === null || version.startsWith("v")) return void 0;
	return {
		kind: "version",
		model,
		version,
		undo: deregister === "!",
		counter
	};
}
function countersOf(tags) {
	const highest = new Map();
	for (const name of tags) {
		const tag = parseTag(name);
		if (tag !== void 0) highest.set(tag.model, Math.max(highest.get(tag.model) ?? 0, tag.counter ?? 0));
	}
	return highest;
}
function inTag(model) {
	return model.replace(":", "=");
}
function isReference(text) {
	return text.split("/").every((part) => part !== "" && !part.startsWith(".") && !/(?:\.|\.lock)$/.test(part)) && !text.includes("..");
}
async function adopt$1(ledger, { model, version, artifact, why, source }) {
	const key = `adopt:${model}@${version}`;
	const release = {
		kind: "release",
		model,
		version,
		artifact,
		why,
		against: "",
		serves: true,
		...(await ledger.tags()).includes(versionTag(model, version)) ? { tagged: false } : {},
		...source === void 0 ? {} : { source }
	};
	const assign = {
		kind: "assign",
		model,
		stage: "production",
		version,
		why
	};
	const [entry] = await ledger.appendAll([{
		key,
		event: release
	}, {
		key: `${key}/production`,
		event: assign
	}]);
	return entry;
}
const file$1 = defineLedger({
	name: "file",
	summary: "A file of JSON lines.",
	settings: strictObject({ file: string().min(1).describe("A ledger file, JSON lines.") }),
	example: "{ file: ledger.jsonl }",
	files: (settings, { folder }) => [path.resolve(folder, settings.file)],
	where: (settings, { folder }) => `the ledger file ${path.resolve(folder, settings.file)}`,
	async open(settings, { folder }, world) {
		const { openFileLedger } = await import("./registry-ledger-file-ledger.js");
		return openFileLedger(path.resolve(folder, settings.file), world);
	}
});
const git = defineLedger({
	name: "git",
	summary: "A branch of a git repository, one commit for each entry; versions show as tags.",
	settings: strictObject({
		git: string().min(1).describe("A git repository: the ledger is the branch airworthy/ledger, versions are tags."),
		remote: string().regex(/^[^-]/, "expected the name or the address of a remote, which does not begin with a dash").optional().describe("The remote that shares it, such as `origin`: asked first, pushed at every entry. Without it, the ledger stays local."),
		timeout: duration().optional().describe("How long the remote may say nothing before it counts as away. Default: `60s`.")
	}),
	example: "{ git: ., remote: origin }",
	where: (settings, { folder }) => `the git registry ${path.resolve(folder, settings.git)}`,
	async open({ git: repository, remote, timeout }, { folder }, world, purpose, context) {
		const { openGitLedger } = await import("./registry-ledger-git-ledger.js");
		return openGitLedger({
			repository: path.resolve(folder, repository),
			remote,
			folder,
			limitMs: timeout,
			purpose
		}, world, context);
	}
});
const scratch = defineLedger({
	name: "scratch",
	summary: "A git repository in the folder of the run.",
	settings: strictObject({ scratch: literal(true).describe("A git registry that lives and ends with the run: for trying things out.") }),
	example: "{ scratch: true }",
	endsWithRun: true,
	where: (_, { runFolder }) => `the git registry ${repositoryIn(runFolder)}`,
	async open(_, { runFolder }, world) {
		const { openGitLedger } = await import("./registry-ledger-git-ledger.js");
		return openGitLedger({
			repository: repositoryIn(runFolder),
			purpose: "create"
		}, ofItself(world, "the run makes it"));
	}
});
function repositoryIn(runFolder) {
	return path.join(runFolder, "registry.git");
}
const ledgers = [
	git,
	file$1,
	scratch
];
const usualLedger = { git: "." };
function ledgerKindOf(chosen) {
	const kind = ledgers.find(({ name }) => chosen[name] !== void 0);
	if (kind !== void 0) return kind;
	throw new Bug(`no ledger is chosen by ${Object.keys(chosen).join(", ")}`);
}
async function openLedger(chosen, place, world, purpose = "append", context) {
	const kind = ledgerKindOf(chosen);
	const ledger = await kind.open(chosen, place, world, purpose, context);
	if (kind.endsWithRun) await create(ledger);
	else if (world.trust.level === "untrusted") return withAppend({
		...ledger,
		appendAll: () => refuse(ledger, world)
	});
	return ledger;
}
async function refuse({ describe }, { trust }) {
	throw registryError("registry-untrusted", {
		registry: describe,
		reason: "nothing is recorded in it",
		why: trust.why
	});
}
async function createLedger(chosen, place, world, context = {}) {
	const ledger = withDefaultContext(context, await openLedger(chosen, place, world, "create", context));
	const created = (await ledger.read()).length === 0;
	if (created) await create(ledger);
	return {
		ledger,
		created
	};
}
async function create(ledger) {
	await ledger.append("created", { kind: "created" });
}
var require_inc = __commonJSMin(((exports, module) => {
	const SemVer = require_semver();
	const inc = (version, release, options, identifier, identifierBase) => {
		if (typeof options === "string") {
			identifierBase = identifier;
			identifier = options;
			options = void 0;
		}
		try {
			return new SemVer(version instanceof SemVer ? version.version : version, options).inc(release, identifier, identifierBase).version;
		} catch (er) {
			return null;
		}
	};
	module.exports = inc;
}));
var require_prerelease = __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const prerelease = (version, options) => {
		const parsed = parse(version, options);
		return parsed && parsed.prerelease.length ? parsed.prerelease : null;
	};
	module.exports = prerelease;
}));
var require_compare = __commonJSMin(((exports, module) => {
	const SemVer = require_semver();
	const compare = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
	module.exports = compare;
}));
var require_rcompare = __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const rcompare = (a, b, loose) => compare(b, a, loose);
	module.exports = rcompare;
}));
var import_inc = __toESM(require_inc(), 1);
var import_prerelease = __toESM(require_prerelease(), 1);
var import_rcompare = __toESM(require_rcompare(), 1);
function nextVersion({ latest, interfaceChange, improved }) {
	if (latest === void 0) return {
		version: "1.0.0",
		bump: "first",
		why: "first release of this model"
	};
	const [bump, why] = bumpFrom(interfaceChange, improved);
	const version = (0, import_inc.default)(latest, bump);
	if (version === null) throw new TypeError(`${latest} is no semantic version`);
	return {
		version,
		bump,
		why: `${bump} after ${latest}: ${why}`
	};
}
function highestVersion(versions) {
	return [...versions].sort(import_rcompare.default)[0];
}
function isVersion(text) {
	return (0, import_valid.default)(text) !== null && /^\d/.test(text);
}
function isCandidate(version) {
	return (0, import_prerelease.default)(version) !== null;
}
function nextCandidate(version, known) {
	const numbers = known.flatMap((each) => each.startsWith(`${version}-rc.`) ? [Number(each.slice(version.length + 4))] : []);
	return `${version}-rc.${Math.max(0, ...numbers.filter(Number.isInteger)) + 1}`;
}
function bumpFrom(interfaceChange, improved) {
	if (interfaceChange === "breaking") return ["major", "callers of the model must change"];
	if (improved) return ["minor", "a quality metric is better beyond doubt"];
	if (interfaceChange === "additive") return ["minor", "the interface grew, and callers need not change"];
	return ["patch", "same interface, and no quality metric is better beyond doubt"];
}
function registryState(entries, model) {
	const own = entriesOf(entries, model);
	return {
		versions: own.flatMap((entry) => entry.kind === "release" ? [released(entry)] : []),
		stages: Object.fromEntries(own.flatMap((entry) => entry.kind === "assign" ? [[entry.stage, entry.version]] : []))
	};
}
const nothingServes = {
	version: void 0,
	assigned: false
};
function servingAfter(before, entry) {
	if (entry.kind === "release") return (entry.serves ?? !before.assigned) && !isCandidate(entry.version) ? {
		...before,
		version: entry.version
	} : before;
	if (entry.kind === "assign" && entry.stage === "production") return {
		version: entry.version,
		assigned: true
	};
	return entry.kind === "rollout-started" ? {
		version: entry.from,
		assigned: true
	} : before;
}
function baselineOf(entries, model, { but } = {}) {
	const own = entriesOf(entries, model).filter((entry) => entry.kind !== "release" || entry.version !== but);
	const { version: serving } = own.reduce(servingAfter, nothingServes);
	const sources = new Map();
	for (const entry of own) if (entry.kind === "release") sources.set(entry.version, entry.source);
	else if (entry.kind === "assign" && entry.stage === "production" && entry.source !== void 0) sources.set(entry.version, entry.source);
	const version = registryState(entries, model).versions.find((each) => each.version === serving);
	return version && {
		...version,
		source: sources.get(version.version) ?? version.source
	};
}
function released({ version, artifact, why, at, by, source }) {
	return {
		version,
		artifact,
		why,
		at,
		by,
		source
	};
}
function createStanding() {
	const own = [];
	const servings = [nothingServes];
	const released = new Map();
	const heads = new Map();
	const open = new Set();
	return {
		add(entry) {
			if (entry.kind === "release" && !released.has(entry.version)) released.set(entry.version, own.length);
			const rollout = rolloutOf(entry);
			const head = rollout === void 0 ? void 0 : headAfter(heads.get(rollout), entry);
			if (rollout !== void 0 && head !== void 0) {
				heads.set(rollout, head);
				if (head.outcome === void 0) open.add(rollout);
				else open.delete(rollout);
			}
			own.push(entry);
			servings.push(servingAfter(servings.at(-1) ?? nothingServes, entry));
		},
		isReleased: (version) => released.has(version),
		get versions() {
			return [...released.keys()];
		},
		serving(but) {
			const from = but === void 0 ? void 0 : released.get(but);
			const version = (from === void 0 ? servings.at(-1) : own.slice(from).filter((entry) => entry.kind !== "release" || entry.version !== but).reduce(servingAfter, servings[from] ?? nothingServes))?.version;
			return version !== void 0 && released.has(version) ? version : void 0;
		},
		openRollout() {
			const [rollout] = open;
			return rollout === void 0 ? void 0 : heads.get(rollout);
		},
		head: (rollout) => heads.get(rollout)
	};
}
function standingOf(entries, model) {
	const standing = createStanding();
	for (const entry of entries) if (entry.kind !== "created" && entry.model === model) standing.add(entry);
	return standing;
}
function admit(entries, event, ledger, at) {
	if (event.kind === "created") return;
	if (entries.length === 0) throw registryError("ledger-not-created", { ledger });
	admitAfter(standingOf(entries, event.model), event, {
		at,
		isNew: true
	});
}
function brokenRules(entries) {
	const standings = new Map();
	return entries.flatMap((entry, at) => {
		if (entry.kind === "created") return at === 0 ? [] : [{
			entry: at + 1,
			why: "The ledger was created before."
		}];
		const standing = standings.get(entry.model) ?? createStanding();
		standings.set(entry.model, standing);
		const why = objection$1(standing, entry);
		standing.add(entry);
		return why === void 0 ? [] : [{
			entry: at + 1,
			why
		}];
	});
}
function objection$1(standing, entry) {
	try {
		admitAfter(standing, entry, {
			at: entry.at,
			isNew: false
		});
		return;
	} catch (thrown) {
		if (thrown instanceof UserError) return thrown.message;
		throw thrown;
	}
}
function admitAfter(standing, event, options) {
	if (!isModelName(event.model)) throw registryError("model-name", { name: event.model });
	if (event.kind === "release") admitRelease$1(standing, event, options);
	else if (event.kind === "assign") admitAssignment(standing, event, options);
	else if (event.kind === "rollout-started") admitRollout(standing, event);
	else if (event.kind === "rollout-claimed") admitClaim(standing, event, options);
	else if (event.kind !== "override") admitDriver(standing, event);
}
function admitRelease$1(standing, event, options) {
	const { model, version, against, serves } = event;
	if (!isVersion(version)) throw registryError("version-invalid", { version });
	if (standing.isReleased(version)) throw registryError("version-exists", {
		model,
		version,
		where: "the ledger"
	});
	if (serves === true) admitNoRollout(standing, void 0, options);
	if (against !== void 0) admitBaseline(model, against, standing.serving());
}
function admitBaseline(model, compared, serving) {
	if ((compared || void 0) !== serving) throw registryError("production-changed", {
		model,
		compared,
		serving
	});
}
function admitNoRollout(standing, but, { isNew }) {
	const open = standing.openRollout();
	if (open === void 0 || open.started.rollout === but) return;
	if (isNew || open.namesDrivers) throw openRolloutError("rollout-under-way", open);
}
function admitRollout(standing, { model, version, from }) {
	const open = standing.openRollout();
	if (open !== void 0) throw openRolloutError("rollout-under-way", open);
	admitReleased(standing, model, version);
	admitBaseline(model, from, standing.serving(version));
}
function admitReleased(standing, model, version) {
	if (!standing.isReleased(version)) throw registryError("version-unknown", {
		model,
		version,
		versions: standing.versions
	});
}
function admitAssignment(standing, event, options) {
	const { model, version, stage, against, rollout } = event;
	if (!isStageName(stage)) throw registryError("stage-name", { name: stage });
	admitReleased(standing, model, version);
	if (stage === "production") admitNoRollout(standing, rollout, options);
	if (rollout !== void 0) {
		const head = standing.head(rollout);
		if (head !== void 0 && head.started.version !== version) throw openRolloutError("rollout-under-way", head);
		admitDriver(standing, {
			...event,
			rollout
		});
	}
	const serving = standing.serving();
	const changes = stage === "production" && serving !== void 0 && serving !== version;
	if (against !== void 0 || options.isNew && changes) admitBaseline(model, against, serving);
}
function admitDriver(standing, event) {
	const head = standing.head(event.rollout);
	if (event.follows === void 0 && head?.namesDrivers !== true) return;
	admitNext(head, event);
	if (head.lease === void 0 || head.lease.driver !== event.driver) throw lostRollout(event, head);
}
function admitNext(head, event) {
	if (head === void 0 || head.outcome !== void 0 || head.last !== event.follows) throw lostRollout(event, head);
}
function admitClaim(standing, event, { at, isNew }) {
	const head = standing.head(event.rollout);
	admitNext(head, event);
	const { lease } = head;
	const hadPassed = lease === void 0 || Date.parse(at) >= Date.parse(lease.expires);
	if (mayAcquire(head, event) || !isNew && hadPassed) return;
	throw openRolloutError("rollout-held", head);
}
function planRelease(versions, { interfaceChange, improved }, { exact, candidate }) {
	const next = nextVersion({
		latest: highestVersion(versions.filter((version) => !isCandidate(version))),
		interfaceChange: interfaceChange?.change,
		improved: improved.length > 0
	});
	const final = exact ?? next.version;
	const version = candidate && !isCandidate(final) ? nextCandidate(final, versions) : final;
	if (exact !== void 0) return {
		...next,
		version,
		why: `version ${exact} as the pipeline says; the evidence says ${next.bump}`
	};
	const facts = [...interfaceChange?.reasons ?? [], ...improved.map((metric) => `${metric} improved`)];
	return {
		...next,
		version,
		why: facts.length === 0 ? next.why : `${next.why} (${facts.join("; ")})`
	};
}
function possibleVersions(versions, wanted) {
	const possible = [
		"compatible",
		"additive",
		"breaking"
	].map((change) => ({
		change,
		reasons: []
	})).map((interfaceChange) => planRelease(versions, {
		interfaceChange,
		improved: []
	}, wanted));
	return [...new Set(possible.map(({ version }) => version))];
}
function releaseOf(sha256, released, { candidate }) {
	return released.findLast(({ version, artifact }) => artifact.sha256 === sha256 && (candidate || !isCandidate(version)));
}
function releaseKey(model, { sha256 }, version) {
	return `${isCandidate(version) ? "candidate" : "release"}:${model}:${sha256}`;
}
function releaseEvent({ model, artifact, planned: { version, why }, source, evidence, tag, against, serves }) {
	return {
		kind: "release",
		model,
		version,
		artifact,
		why,
		...source === void 0 ? {} : { source },
		...evidence === void 0 ? {} : { evidence },
		...tag ? {} : { tagged: false },
		...against === void 0 ? {} : { against },
		...serves === void 0 ? {} : { serves }
	};
}
const events = [
	"local",
	"branch_protection_rule",
	"check_run",
	"check_suite",
	"create",
	"delete",
	"deployment",
	"deployment_status",
	"discussion",
	"discussion_comment",
	"dynamic",
	"fork",
	"gollum",
	"image_version",
	"issue_comment",
	"issues",
	"label",
	"merge_group",
	"milestone",
	"page_build",
	"project",
	"project_card",
	"project_column",
	"public",
	"pull_request",
	"pull_request_review",
	"pull_request_review_comment",
	"pull_request_target",
	"push",
	"registry_package",
	"release",
	"repository_dispatch",
	"schedule",
	"status",
	"watch",
	"workflow_call",
	"workflow_dispatch",
	"workflow_run"
];
const eventPattern = string().refine((pattern) => events.some((event) => matchesPattern(pattern, event)), { error: ({ input }) => `no event is called ${String(input)}, the nearest is ${nearest(String(input), events)}` });
function matchesPattern(pattern, value) {
	return pattern.endsWith("*") ? value.startsWith(pattern.slice(0, -1)) : value === pattern;
}
const homeRefusals = {
	checkout: {
		reason: (place) => `${place} is a git checkout`,
		hint: (place) => `Remove the submodule or clone at ${place} (a submodule with \`git rm\`), or set AIRWORTHY_HOME to a folder outside the checkout.`
	},
	inside: {
		reason: (_, trust = "") => `it lies in the checkout, and this run is not trusted (${trust})`,
		hint: () => "Set AIRWORTHY_HOME to a folder outside the checkout, or leave it unset: such a run then uses a new folder in RUNNER_TEMP."
	},
	link: {
		reason: (place) => `${place} is a symbolic link`,
		hint: (place) => `Replace the link ${place} with a folder, or set AIRWORTHY_HOME to the folder that is meant, outside the checkout and reached through no link.`
	},
	tracked: {
		reason: (place) => `git tracks ${place} there`,
		hint: () => "Remove it from the repository (`git rm -r --cached`), or set AIRWORTHY_HOME to a folder outside the checkout."
	}
};
const lineRepairs = {
	journal: (file) => `Start a new run: unchanged stages come from the cache, and what was measured counts. The report and the evidence beside the journal are not touched: \`airworthy report ${shellWord(path.dirname(file))}\`.`,
	checkpoint: (file) => `Delete ${file}, and resume the run: the stage then begins anew.`,
	measurements: (file) => `Delete ${file}: what it held is measured again.`
};
const pipelineErrors = {
	"artifact-missing": {
		say: (d) => ({
			message: `The file ${d.name} (sha256 ${d.sha256.slice(0, 12)}\u2026) is not in the store, or was changed there.`,
			hint: "Run with --fresh to make it again. If it is the model in production, restore .airworthy/store as the job that released it left it (actions/cache in a workflow)."
		}),
		example: {
			name: "digits.onnx",
			sha256: "ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12"
		}
	},
	"benchmark-unclear": {
		say: (d) => ({
			message: `The pipeline has ${d.count === 0 ? "no stage" : `${d.count} stages`} of kind ${d.kinds.join(" or ")}; machines can share exactly one.`,
			hint: d.count === 0 ? `Add a \`${d.kinds.join("` or `")}\` stage, or run the pipeline as it is.` : `Put all scenarios into one \`${d.kinds.join("` or `")}\` stage, each with its \`runner:\`.`
		}),
		example: {
			count: 0,
			kinds: ["benchmark"]
		}
	},
	"expression-undefined": {
		say: (d) => ({
			message: `\${{ ${d.term} }} is not defined.`,
			hint: d.term.startsWith("env.") ? `Set the environment variable ${d.term.slice(4)} before the run.` : `Give it with --input ${d.term.slice(7)}=\u2026, or declare it with a default under \`inputs:\`.${didYouMean(d.nearest)}`
		}),
		example: {
			term: "inputs.modle",
			nearest: "model"
		}
	},
	"expression-untrusted": {
		say: (d) => ({
			message: `\${{ ${d.term} }} is not replaced: this run is not trusted (${d.why}), and a variable may hold a secret.`,
			hint: "Write the value into the pipeline, or give it with --input and name it under `inputs:`."
		}),
		example: {
			term: "env.REGISTRY",
			why: "the pull request comes from a fork"
		}
	},
	"expression-unknown": {
		say: (d) => ({
			message: `\${{ ${d.term} }} is not an expression.`,
			hint: "An expression is env.NAME or inputs.name, and nothing else; it is replaced by text and never executed."
		}),
		example: { term: "github.sha" }
	},
	"external-pointer": {
		say: (d) => ({
			message: `${d.model} keeps weights in ${JSON.stringify(d.location)}, which is a Git LFS pointer and not the weights.`,
			hint: "Fetch the weights with `git lfs pull`; in a workflow, set `lfs: true` on actions/checkout."
		}),
		example: {
			model: "large.onnx",
			location: "large.onnx.data"
		}
	},
	"external-refused": {
		say: (d) => ({
			message: `${d.model} keeps weights in ${JSON.stringify(d.location)}, which ${refusals[d.why]}.`,
			hint: "Save the external data as plain files beside the model: `onnx.save_model(model, path, save_as_external_data=True)`."
		}),
		example: {
			model: "large.onnx",
			location: "../weights.bin",
			why: "outside"
		}
	},
	"gate-bypassed": {
		say: (d) => ({
			message: `The stage ${d.stage} acts outside without waiting for ${d.judge}, which may not pass.`,
			hint: `Add ${d.judge} to the \`needs:\` of ${d.stage}.`
		}),
		example: {
			stage: "release",
			judge: "strict"
		}
	},
	"home-untrusted": {
		say: (d) => ({
			message: `In CI, the home ${d.home} cannot be used: ${homeRefusals[d.why].reason(d.place, d.trust)}.`,
			hint: homeRefusals[d.why].hint(d.place)
		}),
		example: {
			home: ".airworthy",
			place: ".airworthy/measurements/ab12cd34.jsonl",
			why: "tracked"
		}
	},
	"input-unknown": {
		say: (d) => ({
			message: `The pipeline has no input ${d.name}.`,
			hint: d.valid.length === 0 ? "Declare it under `inputs:`." : `Its inputs are ${d.valid.join(", ")}.${didYouMean(d.nearest)}`
		}),
		example: {
			name: "modle",
			valid: ["model"],
			nearest: "model"
		}
	},
	"line-damaged": {
		say: (d) => ({
			message: `${d.file} is damaged at line ${d.line} or before: it is not what was written there.`,
			hint: lineRepairs[d.kind](d.file)
		}),
		example: {
			file: ".airworthy/measurements/ab12cd34.jsonl",
			line: 4,
			kind: "measurements"
		}
	},
	"matrix-too-large": {
		say: (d) => ({
			message: `The benchmark would take ${d.jobs} jobs; a matrix has at most ${d.most}.`,
			hint: "Let scenarios share a `runner:`: those with the same labels are one job."
		}),
		example: {
			jobs: 300,
			most: 256
		}
	},
	"measurements-behind": {
		say: (d) => ({
			message: `${d.file} lacks measurements that an earlier run made: it was cut short, or an older copy has taken its place.`,
			hint: `Bring the newer copy back, or delete ${d.file} to measure anew. What was looked at before then spends its share of the error rate again.`
		}),
		example: { file: ".airworthy/measurements/ab12cd34.jsonl" }
	},
	"measurements-foreign": {
		say: (d) => ({
			message: `${d.file} holds measurements of another experiment than its name says.`,
			hint: "Remove the file, and measure again: what it holds is not of these models, data and settings."
		}),
		example: { file: ".airworthy/measurements/ab12cd34.jsonl" }
	},
	"measuring-lost": {
		say: () => ({
			message: "Another process took over measuring from this one, which had stood still for 20 s or more.",
			hint: "Was the machine or the process suspended? Resume the run: `airworthy run --resume`. What was measured counts."
		}),
		example: {}
	},
	"merge-nothing": {
		say: (d) => ({
			message: `There is no shard at ${d.place}.`,
			hint: "Name the shard.json of every `airworthy run --shard`, or a folder with all of them in it."
		}),
		example: { place: "shards/" }
	},
	"model-missing": {
		say: (d) => ({
			message: `There is no ${d.role} model at ${d.path}.`,
			hint: "Check the path. In a pipeline file it is relative to that file's folder; on the command line, to the working directory."
		}),
		example: {
			role: "candidate",
			path: "models/digits.onnx"
		}
	},
	"override-incomplete": {
		say: () => ({
			message: "An override of a gate needs a name and a reason.",
			hint: "Give both: `--override \"why it may continue\" --by \"who takes responsibility\"`."
		}),
		example: {}
	},
	"override-refused": {
		say: (d) => ({
			message: `The gate cannot be overridden here: ${d.why}.`,
			hint: "Override it in a run of your own repository, where the ledger can record who and why."
		}),
		example: { why: "a dry run records nothing" }
	},
	"pipeline-cycle": {
		say: (d) => ({
			message: `The stages depend on each other in a cycle: ${d.cycle.join(" \u2192 ")}.`,
			hint: "Remove one of the `needs:`. Without `needs:` a stage needs the one above it."
		}),
		example: { cycle: [
			"compare",
			"gate",
			"compare"
		] }
	},
	"pipeline-duplicate-name": {
		say: () => ({
			message: "The same name stands twice in one mapping.",
			hint: "Rename or remove one of them; two stages of one kind get different names and `kind:`."
		}),
		example: {}
	},
	"pipeline-missing": {
		say: (d) => ({
			message: `There is no pipeline file ${d.path}.`,
			hint: "Name the pipeline file that you mean, or write a starter pipeline with `airworthy init MODEL.onnx`."
		}),
		example: { path: "airworthy.yml" }
	},
	"pipeline-missing-key": {
		say: (d) => ({
			message: `${d.key} is missing in ${d.at}.`,
			hint: `Add \`${d.key}:\`; docs/stages.md has examples.`
		}),
		example: {
			key: "candidate",
			at: "model"
		}
	},
	"pipeline-more-problems": {
		say: (d) => ({
			message: `Only the first ${d.shown} problems are shown; there are more.`,
			hint: "Correct these first, and check the file again."
		}),
		example: { shown: 100 }
	},
	"pipeline-not-yaml": {
		say: (d) => ({
			message: `The file is not valid YAML: ${d.reason}`,
			hint: "Correct the syntax here; a value with : # { [ or * in it needs quotes."
		}),
		example: { reason: "Implicit keys need to be on a single line." }
	},
	"pipeline-too-large": {
		say: (d) => ({
			message: `${d.path} has more than ${printCount(d.limit)} ${d.what}, which is the limit for a pipeline.`,
			hint: "A pipeline file is text of a few kilobytes. Is this a model or an archive? Split a generated pipeline into several files."
		}),
		example: {
			path: "models/digits.onnx",
			what: "bytes",
			limit: 1048576
		}
	},
	"pipeline-unknown-key": {
		say: (d) => ({
			message: `There is no setting ${d.key} in ${d.at}.`,
			hint: d.valid.length === 0 ? "Remove it." : `Valid here: ${[...d.valid].sort().join(", ")}.${didYouMean(d.nearest)}`
		}),
		example: {
			key: "bugdet",
			at: "stages.benchmark",
			valid: ["budget", "data"],
			nearest: "budget"
		}
	},
	"pipeline-wrong-name": {
		say: (d) => ({
			message: `${d.name} cannot be a name here: ${d.why}.`,
			hint: "Rename it here and wherever it is used, under `needs:`, `data:`, `replay:` or `require:`."
		}),
		example: {
			name: "step two",
			why: "expected a name of letters, digits, - and _"
		}
	},
	"pipeline-wrong-value": {
		say: (d) => ({
			message: `${d.at}: ${d.expected}.`,
			hint: `Correct the value; docs/stages.md lists what each setting takes.${didYouMean(d.nearest)}`
		}),
		example: {
			at: "stages.gate.inconclusive",
			expected: "expected one of fail, warn, extend",
			nearest: "warn"
		}
	},
	"product-unused": {
		say: (d) => ({
			message: `Nobody takes the ${d.product} of the stage ${d.stage}: ${d.taker} takes what ${d.giver} gives, which comes after it.`,
			hint: `Make one stage of the two, or put what takes the ${d.product} of ${d.stage} between them.`
		}),
		example: {
			stage: "strict",
			product: "comparison",
			taker: "gate",
			giver: "lax"
		}
	},
	"production-missing": {
		say: (d) => ({
			message: `${d.registry} says that ${d.model}${d.version === void 0 ? "" : ` ${d.version}`} is in production, but its file (SHA-256 ${d.sha256}) is neither in the store nor in git.`,
			hint: `Restore .airworthy/store as the job that released it left it (actions/cache in a workflow), or bring back the file of that digest as .airworthy/store/${d.sha256.slice(0, 2)}/${d.sha256}.`
		}),
		example: {
			model: "digits",
			registry: "The registry",
			version: "1.1.0",
			sha256: "ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12"
		}
	},
	"registry-of-run": {
		say: () => ({
			message: "The registry of this pipeline lives and ends with each run: there is none to create or to read.",
			hint: "For one that lasts, say where in the pipeline: `registry: { git: ., remote: origin }`."
		}),
		example: {}
	},
	"result-too-large": {
		say: (d) => ({
			message: `The result of the stage takes ${d.characters === void 0 ? "over half a billion" : printCount(d.characters)} characters as JSON; the limit is ${printCount(d.limit)}.`,
			hint: "Only the measured blocks were kept, and the next run continues from them. Use fewer examples in the data, fewer metrics, or a smaller `budget:` or `blocks: { max: \u2026 }`."
		}),
		example: {
			characters: 3e8,
			limit: 268435456
		}
	},
	"resume-changed": {
		say: (d) => ({
			message: `${d.file} has changed since the run ${d.run} began.`,
			hint: "Undo the change to resume that run, or start a new one: unchanged stages come from the cache."
		}),
		example: {
			run: "20260101-120000-abcdefgh",
			file: "airworthy.yml"
		}
	},
	"resume-nothing": {
		say: (d) => ({
			message: `There is no run to resume in ${d.home}.`,
			hint: `Start one with \`airworthy run PIPELINE\`.${d.refused === 0 ? "" : ` ${printCount(d.refused)} of the runs there carry no seal of this job: set AIRWORTHY_CACHE_KEY in all that share them.`}`
		}),
		example: {
			home: ".airworthy",
			refused: 0
		}
	},
	"resume-unreadable": {
		say: (d) => ({
			message: `The journal of the run ${d.run} holds an entry that this version cannot read: ${d.reason}.`,
			hint: "Resume it with the version of Airworthy that started it, or start a new run."
		}),
		example: {
			run: "20260301-101500-ab12cd34",
			reason: "event: Invalid input"
		}
	},
	"resume-untrusted": {
		say: (d) => ({
			message: `This run is not trusted (${d.why}): it starts in a folder of its own, and knows no earlier run.`,
			hint: "Start a new run. The report of an earlier one is shown by `airworthy report FOLDER`, with the folder that it named."
		}),
		example: { why: "the pull request comes from a fork" }
	},
	"run-busy": {
		say: (d) => ({
			message: `The run ${d.run} is under way in ${d.holder?.who ?? "another process, which took it over while this one stood still"}.`,
			hint: `${lockRemedy(d.lock, d.holder)} Then resume the run.`
		}),
		example: {
			run: "20260101-120000-abcdefgh",
			lock: ".airworthy/runs/20260101-120000-abcdefgh/lock",
			holder: {
				who: "process 4711 on host build-3, since 2026-01-01 12:00 UTC",
				pid: 4711,
				isOld: false
			}
		}
	},
	"run-illegible": {
		say: (d) => ({
			message: `Nothing tells what the run ${d.run} was: its journal in ${d.folder} is missing or damaged.`,
			hint: `Start a new run: unchanged stages come from the cache, and what was measured counts. If it wrote a report, \`airworthy report ${shellWord(d.folder)}\` shows it.`
		}),
		example: {
			run: "20260101-120000-abcdefgh",
			folder: ".airworthy/runs/20260101-120000-abcdefgh"
		}
	},
	"run-missing": {
		say: (d) => ({
			message: `There is no run ${d.run} in ${d.home}.`,
			hint: d.latest === void 0 ? "No run is kept there: runs are kept where they were started." : `The latest is ${d.latest}. A report elsewhere is named by the path of its folder.`
		}),
		example: {
			run: "20260101-120000-abcdefgh",
			home: "/home/ada/digits/.airworthy",
			latest: void 0
		}
	},
	"shard-duplicate": {
		say: (d) => ({
			message: `The shard ${d.shard} was given more than once: ${fewOf(d.files)}.`,
			hint: "Merge each once: keep the artifacts of one workflow run apart from those of others."
		}),
		example: {
			shard: "default",
			files: ["a/shard.json", "b/shard.json"]
		}
	},
	"shard-pipeline-differs": {
		say: (d) => ({
			message: `${d.file} was measured by another pipeline than ${d.pipeline} is now.`,
			hint: "Merge shards with the pipeline file, the --input values and the variables that they were measured with."
		}),
		example: {
			file: "shards/shard.json",
			pipeline: "airworthy.yml"
		}
	},
	"shard-run-differs": {
		say: (d) => ({
			message: `${d.file} was measured ${d.run === void 0 ? "in no CI run" : `in ${d.run}`}, and is being merged in ${d.own ?? "a run that the CI system does not name"}.`,
			hint: "Merge only shards that jobs of the same run measured. Where jobs share no name of their run, set AIRWORTHY_RUN_ID to the same value in all of them."
		}),
		example: {
			file: "shards/shard.json",
			run: "GITHUB_ACTIONS:https://github.com:owner/repository:41",
			own: "GITHUB_ACTIONS:https://github.com:owner/repository:42"
		}
	},
	"shard-too-large": {
		say: (d) => ({
			message: `With ${d.file} the shards have ${d.bytes} bytes; the limit is ${d.limit}.`,
			hint: "Use fewer examples in the data, or fewer blocks."
		}),
		example: {
			file: "shards/shard.json",
			bytes: 3e8,
			limit: 268435456
		}
	},
	"shard-tracked": {
		say: (d) => ({
			message: `${d.file} came with a commit: git tracks it, so it may not have been measured in this run.`,
			hint: "Remove it from the repository, or download the artifacts of the measuring jobs into a folder that the repository does not have."
		}),
		example: { file: "shards/shard.json" }
	},
	"shard-unknown": {
		say: (d) => ({
			message: `The pipeline has no shard ${d.shard}.`,
			hint: `Its shards are ${fewOf(d.valid)}; \`airworthy plan --matrix\` lists them.${didYouMean(d.nearest)}`
		}),
		example: {
			shard: "gpu",
			valid: ["default", "gpu__linux"],
			nearest: "gpu__linux"
		}
	},
	"shard-version-differs": {
		say: (d) => ({
			message: `${d.file} was measured by Airworthy ${d.version}, and this is ${d.own}.`,
			hint: "Measure and merge with the same version."
		}),
		example: {
			file: "shards/shard.json",
			version: "0.1.0",
			own: "0.2.0"
		}
	},
	"stage-input-missing": {
		say: (d) => ({
			message: `The stage ${d.stage} needs ${d.product}, which no stage before it gives.`,
			hint: d.givers.length === 0 ? "Add a stage that gives it." : `Put a stage of kind ${d.givers.join(" or ")} before it, or name it in \`needs:\`.`
		}),
		example: {
			stage: "gate",
			product: "comparison",
			givers: ["compare"]
		}
	},
	"resume-commit": {
		say: (d) => ({
			message: `This run began at commit ${d.began.slice(0, 12)}, but ${d.now === void 0 ? "none" : d.now.slice(0, 12)} is checked out now.`,
			hint: "Check that commit out again, or start a new run."
		}),
		example: {
			began: "0123456789abcdef",
			now: "fedcba9876543210"
		}
	},
	"stage-kind-unknown": {
		say: (d) => ({
			message: `There is no stage kind ${d.kind}.`,
			hint: `Kinds are ${d.valid.join(", ")}; a stage with another name says \`kind:\`.${didYouMean(d.nearest)}`
		}),
		example: {
			kind: "benchmrak",
			valid: [
				"validate",
				"benchmark",
				"compare"
			],
			nearest: "benchmark"
		}
	},
	"stage-timeout": {
		say: (d) => ({
			message: `The stage ${d.stage} did not finish within ${d.seconds} s and was stopped.`,
			hint: "Give it a longer `timeout:`, or less to do; `airworthy run --resume` continues from what it saved."
		}),
		example: {
			stage: "benchmark",
			seconds: 1800
		}
	},
	"stage-unknown": {
		say: (d) => ({
			message: `needs: there is no stage ${d.name}.`,
			hint: `Stages of this pipeline are ${d.valid.join(", ")}.${didYouMean(d.nearest)}`
		}),
		example: {
			name: "compair",
			valid: ["compare", "gate"],
			nearest: "compare"
		}
	}
};
const pipelineError = errorFrom(pipelineErrors);
const pipelineProblem = problemFrom(pipelineErrors);
const modelName = /^[a-zA-Z0-9](?:[a-zA-Z0-9\-/_]*[a-zA-Z0-9])?$/;
const longestName$1 = 200;
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
	inputs: record$1(string(), string()).default({}).describe("Which array feeds which input of the model; without it, the array of the same name; others are left alone."),
	label: string().optional().describe("The array of labels: the index of the right class of each example, or the value to be predicted."),
	group: string().optional().describe("The array that says which examples belong together (a patient, a document, a day): examples of one group are resampled together, because they are not independent."),
	uses: file.optional().describe("A module of your own that reads the file (`./prepare.mjs`); never run for a fork's pull request.")
});
const pipelineFile = strictObject({
	pipeline: string().max(longestName$1).regex(modelName, "expected letters, digits, - _ /, beginning and ending with a letter or digit").describe("The pipeline's name, and the model's name in the registry."),
	inputs: record$1(string(), input).default({}).describe("Values a run may give with --input; used as ${{ inputs.name }}."),
	model: strictObject({
		candidate: file.describe("The model to take into production: an ONNX file."),
		production: file.optional().describe("The model in production: `registry` (the default) or an ONNX file.")
	}),
	registry: registry.prefault(usualLedger).describe("Where versions and the ledger live."),
	data: record$1(string().refine(keepsItsPlace, placeLost), data).default({}).describe("Evaluation data, by name."),
	secrets: array(string()).default([]).describe("Environment variables whose values are masked in everything that is written."),
	stages: record$1(string().max(longestName$1).regex(modelName, "expected a name of letters, digits, - and _").refine(keepsItsPlace, placeLost), unknown()).refine((stages) => Object.keys(stages).length > 0, "expected at least one stage").describe("The stages, run in this order unless `needs:` says otherwise.")
});
const names = union([string(), array(string())]);
const stageCommon = strictObject({
	kind: string().optional().describe("The kind of this stage; default: its name."),
	needs: names.optional().describe("Stages that must pass first; default: the one above."),
	when: strictObject({
		event: union([eventPattern, array(eventPattern).min(1)]).optional().describe("What starts the run, in the words of GitHub on other CI systems too: `push`, `pull_request` (a merge request), `schedule`, `workflow_dispatch` (by hand); `local` outside of CI, and in a CI that is not known."),
		branch: union([string(), array(string()).min(1)]).optional().describe("The branch that the CI runs: of a pull request the one that it would change; a tag is none. Not known outside of CI.")
	}).optional().describe("Run only for these events and branches; a `*` at the end stands for anything."),
	timeout: duration().prefault("30m").describe("Give up after this time.")
});
const commonKeys = [
	"kind",
	"needs",
	"when",
	"timeout"
];
const stageErrors = {
	"data-set-unknown": {
		say: (d) => ({
			message: `There is no data set called ${d.data}.`,
			hint: d.names.length === 0 ? "Declare it under `data:` at the top of the pipeline, or leave `data:` out of the stage." : `The pipeline declares ${d.names.join(", ")}: use one of these names.`
		}),
		example: {
			data: "evl",
			names: ["eval"]
		}
	},
	"data-slice-unknown": {
		say: (d) => ({
			message: `No example of the data set ${d.data} has ${d.slice}.`,
			hint: d.what === "values" ? `Values of that array are ${fewOf(d.known)}.` : `Slices are made of arrays that hold one value for each example and feed no input: ${fewOf(d.known) || "there are none, so name what feeds the model under `inputs:`"}.`
		}),
		example: {
			data: "eval",
			slice: "lang=de",
			what: "values",
			known: ["en", "fr"]
		}
	},
	"data-without-labels": {
		say: (d) => ({
			message: `The metric ${d.metric} needs labels, and the data set ${d.data} has none.`,
			hint: "Name the array that holds them with `label:` (`--label` on the command line), or ask for `agreement`, which needs no labels."
		}),
		example: {
			metric: "accuracy",
			data: "eval"
		}
	},
	"hook-unknown": {
		say: (d) => ({
			message: `There is no hook called ${d.name}.`,
			hint: `Hooks are ${d.valid.join(", ")}. If a newer Airworthy started this rollout, resume it with that version.`
		}),
		example: {
			name: "page",
			valid: ["run", "dispatch"]
		}
	},
	"measurements-too-large": {
		say: (d) => ({
			message: `The results of ${printCount(d.examples)} examples take at least ${printCount(d.characters)} characters as JSON; the limit is ${printCount(d.limit)}.`,
			hint: "Use fewer examples: a few thousand are enough for a gate. Or ask for fewer metrics and slices."
		}),
		example: {
			examples: 4e7,
			characters: 4e8,
			limit: 268435456
		}
	},
	"metric-without-scenario": {
		say: (d) => ({
			message: `No scenario of the benchmark measures ${d.metric}: ${d.only === "isolated" ? "it needs a GPU that one contender has to itself" : "in an open loop (`rate:`) it is the rate that was set"}.`,
			hint: `Add a scenario ${d.only === "isolated" ? "with a provider on the GPU and `order: isolated`" : "without `rate:`"}, or leave the metric out.`
		}),
		example: {
			metric: "throughput",
			only: "closed-loop"
		}
	},
	"quality-without-data": {
		say: (d) => ({
			message: `The metric ${d.metric} needs data to run the models on, and the benchmark has none.`,
			hint: d.names.length === 0 ? "Declare a data set under `data:` at the top of the pipeline, where one called eval is used by default; on the command line, give `--data`." : `Name one with \`data:\` in the benchmark stage: ${d.names.join(", ")}.`
		}),
		example: {
			metric: "accuracy",
			names: []
		}
	},
	"release-refused": {
		say: (d) => ({
			message: `Nothing was released: the decision is ${d.verdict}, and only what passed becomes a version.`,
			hint: "See in the report which metric decided, and by how much."
		}),
		example: { verdict: "fail" }
	},
	"replay-unknown": {
		say: (d) => ({
			message: `The rollout replays the data set ${d.data}, which the pipeline does not have.`,
			hint: `${d.valid.length === 0 ? "Describe one under `data:`" : `Give one of ${d.valid.join(", ")}`} and name it under \`replay:\`.${didYouMean(d.nearest)}`
		}),
		example: {
			data: "evl",
			valid: ["eval"],
			nearest: "eval"
		}
	},
	"shard-missing": {
		say: (d) => ({
			message: `Shards are missing: ${fewOf(d.shards)}.`,
			hint: "Wait for all jobs of the matrix, and keep each shard.json in a folder of its own: `merge-multiple: true` overwrites them."
		}),
		example: { shards: ["gpu__linux"] }
	},
	"shard-subject-differs": {
		say: (d) => ({
			message: `The shard ${d.shard} was measured with other files: ${d.what} differs.`,
			hint: "Merge on the commit that was measured, with the models, data and registry as they were then."
		}),
		example: {
			shard: "default",
			what: "the candidate"
		}
	},
	"shard-wrong": {
		say: (d) => ({
			message: `${d.what} holds no shard that can be merged: ${d.reason}.`,
			hint: "Pass the shard.json that `airworthy run --shard` wrote, unchanged."
		}),
		example: {
			what: "shards/shard.json",
			reason: "it is not JSON"
		}
	},
	"source-unknown": {
		say: (d) => ({
			message: `There is no metric source called ${d.name}.`,
			hint: `Metric sources are ${d.valid.join(", ")}. If a newer Airworthy started this rollout, resume it with that version.`
		}),
		example: {
			name: "prometheus",
			valid: ["target"]
		}
	},
	"target-unknown": {
		say: (d) => ({
			message: `There is no target called ${d.name}.`,
			hint: `Targets are ${d.valid.join(", ")}.${didYouMean(d.nearest)}`
		}),
		example: {
			name: "locl",
			valid: ["local"],
			nearest: "local"
		}
	}
};
const stageError = errorFrom(stageErrors);
const stageProblem = problemFrom(stageErrors);
function defineVariant(definition) {
	return {
		...definition,
		make: (settings, original, tools) => definition.make(settings, original, tools)
	};
}
const graph = defineVariant({
	name: "graph",
	summary: "onnxruntime's own graph optimisation",
	settings: strictObject({ level: _enum(["basic", "extended"]).default("basic").describe("`basic` folds constants and fuses into standard operators, which run anywhere; `extended` uses operators of onnxruntime too.") }),
	example: "{ variants: [graph], level: basic }",
	saves: "nodes",
	deterministic: true,
	async make({ level }, { artifact, path: original }, tools) {
		const written = path.join(tools.scratch, `${path.basename(artifact.name, ".onnx")}.${level}.onnx`);
		await writeOptimized(original, written, level, tools);
		const { bringWeights } = await import("./optimize-weights.js");
		await bringWeights(written, original, tools.files);
		return {
			path: written,
			how: `onnxruntime graph optimisation, level ${level}`,
			runtimeOperators: level === "extended"
		};
	}
});
async function writeOptimized(original, written, level, tools) {
	const worker = await tools.worker();
	try {
		const request = {
			do: "open",
			model: original,
			provider: "cpu",
			threads: 1,
			optimization: level
		};
		await worker.ask({
			...request,
			optimizedPath: written
		});
	} finally {
		await worker.close();
	}
}
const variants = [graph];
function defineMetricSource(definition) {
	return {
		...definition,
		make: (settings, tools) => definition.make(settings, tools)
	};
}
const sourceError = errorFrom({ "source-missing": {
	say: () => ({
		message: "The target of the rollout does not count its own traffic.",
		hint: "Choose another metric source under `source:` of the rollout stage."
	}),
	example: {}
} });
const sources = [defineMetricSource({
	name: "target",
	summary: "The target's own traffic counts; the local server keeps them.",
	settings: strictObject({}),
	example: "{}",
	make(_, { targetTraffic: counts }) {
		if (counts === void 0) throw sourceError("source-missing", {});
		return {
			...counts,
			close: async () => {}
		};
	}
})];
function defineTarget(definition) {
	return {
		...definition,
		replays: (settings) => definition.replays?.(settings),
		make: (settings, tools) => definition.make(settings, tools)
	};
}
const targetError = errorFrom({ "replay-empty": {
	say: (d) => ({
		message: `The data set ${d.data} holds no requests to replay.`,
		hint: "Name a data set with examples under `replay:`."
	}),
	example: { data: "eval" }
} });
const dayMs = 864e5;
const upToADay = () => duration().refine((ms) => ms <= dayMs, "expected at most 1d");
const fault = strictObject({
	errors: share().prefault("0%").describe("This share of the requests to the candidate answers 500."),
	"above-weight": share().optional().describe("Only while the candidate is given more than this share of traffic."),
	delay: upToADay().prefault("0ms").describe("Every request to the candidate waits this long.")
}).describe("A fault in the candidate while it serves, to rehearse a rollback.");
const local = defineTarget({
	name: "local",
	ownProcesses: true,
	summary: "A server on this machine. It replays requests from a data set and stops when the stage ends.",
	settings: strictObject({
		replay: string().default("eval").describe("The data set whose examples are sent as requests, round and round."),
		rate: number().positive().max(1e4).default(200).describe("Requests per second, whether or not answers keep up."),
		port: int().min(0).max(65535).default(0).describe("Port of the router on 127.0.0.1; 0 takes any free one."),
		timeout: upToADay().prefault("2s").describe("A request without an answer after this time has failed."),
		fault: fault.optional()
	}),
	example: "{ replay: eval, rate: 200 }",
	replays: ({ replay }) => replay,
	make: createLocal
});
function createLocal(options, tools) {
	let server;
	const ready = () => {
		if (server === void 0) throw new Bug("a local target was used before prepare()");
		return server;
	};
	const apply = async (weight) => {
		await ready().candidate.inject(faultAt(weight, options));
		ready().router.split(weight);
	};
	return {
		describe: "local",
		traffic: {
			describe: "the local server",
			since: async () => server?.traffic.since(),
			window: async (span, versions) => ready().traffic.window(span, versions),
			close: async () => {}
		},
		async prepare(stable, candidate) {
			if (server?.candidate.version === candidate.version && server.stable?.version === stable?.version) return "ready";
			await server?.close();
			server = void 0;
			server = await start(stable, candidate, options, tools);
			return "ready";
		},
		apply,
		weight: () => ready().weight(),
		async restore() {
			server?.router.split(0);
		},
		async close() {
			const last = server;
			server = void 0;
			await last?.close();
		}
	};
}
async function start(stable, candidate, { replay, rate, port, timeout }, tools) {
	const { startLocalServer } = await import("./serving-local-server.js");
	const local = async ({ version, artifact }) => ({
		version,
		path: await tools.fetch(artifact)
	});
	return startLocalServer({
		...tools,
		stable: stable && await local(stable),
		candidate: await local(candidate),
		port,
		timeoutMs: timeout,
		bodies: await bodiesOf(replay, tools),
		rate
	});
}
async function bodiesOf(data, tools) {
	const requests = await tools.replay(data);
	if (requests.length === 0) throw targetError("replay-empty", { data });
	const { writeTensors } = await import("./serving-open-inference.js");
	return requests.map((inputs) => Buffer.from(`{"inputs":${writeTensors(inputs)}}`));
}
function faultAt(weight, { fault }) {
	if (fault === void 0 || weight <= (fault["above-weight"] ?? 0)) return void 0;
	return {
		errors: fault.errors,
		delayMs: fault.delay
	};
}
const targets = [local];
const gpuMemory = defineMetric({
	name: "memory.gpu",
	unit: "B",
	better: "lower",
	how: "ratio",
	margin: "10%",
	summary: "peak GPU memory in use; needs `order: isolated` and nvidia-smi",
	only: "isolated",
	figure: {
		by: "worker",
		value: ({ gpu }) => told("memory.gpu", gpu?.memoryBytes)
	}
});
const energy = defineMetric({
	name: "energy",
	unit: "J",
	better: "lower",
	how: "ratio",
	margin: "5%",
	summary: "energy of the GPU for one inference; needs `order: isolated` and nvidia-smi",
	only: "isolated",
	figure: {
		by: "worker",
		averaged: true,
		value: (sample, { batch }) => told("energy", joulesPerInference(sample, batch))
	}
});
function joulesPerInference({ gpu, samplesMs }, batch) {
	return gpu?.joules === void 0 ? void 0 : gpu.joules / (samplesMs.length * batch);
}
function told(metric, value) {
	if (value !== void 0 && value > 0) return value;
	throw notMeasured(metric, "nvidia-smi does not tell it of this device");
}
const throughput = defineMetric({
	name: "throughput",
	unit: "1/s",
	better: "higher",
	how: "ratio",
	margin: "3%",
	summary: "examples per second, one run after the other",
	only: "closed-loop",
	figure: {
		by: "mean",
		value: (meanMs, { batch }) => 1e3 * batch / meanMs
	}
});
function throughputWithin(name) {
	const limit = limitIn(name);
	return limit && withinLimit(name, limit);
}
function limitIn(name) {
	const [, percent, time = ""] = /^throughput\[p([5-9]\d)<([^\]]+)\]$/.exec(name) ?? [];
	const ms = parseDuration(time);
	return ms === void 0 || ms === 0 ? void 0 : {
		p: Number(percent) / 100,
		ms
	};
}
function withinLimit(name, limit) {
	return defineMetric({
		name,
		unit: "1/s",
		better: "higher",
		how: "ratio",
		margin: "5%",
		summary: "examples per second at which requests that come at random are answered within the limit, waiting included; any percentile and time",
		only: "closed-loop",
		figure: {
			by: "tail",
			p: limit.p,
			value: (runsMs, { scenario, random }) => scenario.batch * rateWithin(runsMs, limit, random())
		}
	});
}
const limited = withinLimit("throughput[p99<20ms]", {
	p: .99,
	ms: 20
});
const metrics = [
	medianLatency,
	meanLatency,
	p90Latency,
	p95Latency,
	p99Latency,
	throughput,
	firstRun,
	sessionStart,
	peakMemory,
	gpuMemory,
	energy,
	size,
	parameters,
	accuracy,
	topFive,
	precision,
	recall,
	f1,
	auc,
	logLoss,
	rmse,
	mae,
	r2,
	agreement,
	outputError
];
const listedMetrics = [...metrics, limited];
const metricNames = listedMetrics.map(({ name }) => name);
function isQuality$1(named) {
	return named?.metric.how === "paired" && named.slice === void 0;
}
function metricNamed(name) {
	const within = throughputWithin(name);
	if (within !== void 0) return { metric: within };
	const [, base, array, value] = /^([^[\]]+)\[([^=[\]]+)=([^[\]]*)\]$/.exec(name) ?? [];
	const metric = metrics.find((each) => each.name === (base ?? name));
	if (array === void 0 || value === void 0) return metric && { metric };
	return metric?.how === "paired" ? {
		metric,
		slice: {
			array,
			value
		}
	} : void 0;
}
const dataErrors = {
	"data-array-missing": {
		say: (d) => ({
			message: `${d.file} holds no array called ${d.array}.`,
			hint: `It holds ${fewOf(d.arrays)}.${didYouMean(nearest(d.array, d.arrays))}`
		}),
		example: {
			file: "eval.npz",
			array: "label",
			arrays: ["images", "labels"]
		}
	},
	"data-empty": {
		say: (d) => ({
			message: `The data set ${d.data} holds no examples.`,
			hint: "Check how the file was written: the first dimension of each array is the number of examples."
		}),
		example: { data: "eval" }
	},
	"data-input-missing": {
		say: (d) => ({
			message: `The data set ${d.data} feeds nothing to the input ${d.input} of ${d.model ?? "the model"}.`,
			hint: `Add an array called ${d.input} to the data, or in a pipeline name another under \`inputs:\`; the data set feeds ${d.inputs.join(", ") || "no input yet"}.`
		}),
		example: {
			data: "eval",
			input: "image",
			model: "candidate",
			inputs: ["images"]
		}
	},
	"data-input-unknown": {
		say: (d) => ({
			message: `The data set ${d.data} feeds ${d.input}, which is not an input of ${d.model ?? "the model"}.`,
			hint: `Its inputs are ${d.inputs.join(", ")}: correct the name under \`inputs:\`, or leave the array out. What one of the models takes alone cannot be compared.`
		}),
		example: {
			data: "eval",
			input: "imgae",
			model: "candidate",
			inputs: ["image"]
		}
	},
	"data-label": {
		say: (d) => ({
			message: `The labels of the data set ${d.data} cannot be used: ${d.reason}.`,
			hint: "Give one number for each example: the index of the right class (0, 1, 2, \u2026), or the value to be predicted."
		}),
		example: {
			data: "eval",
			reason: "the label of example 3 is an empty text"
		}
	},
	"data-lengths-differ": {
		say: (d) => ({
			message: `The arrays of the data set ${d.data} hold different numbers of examples: ${d.lengths}.`,
			hint: "Write all arrays with the same first dimension: one row for each example."
		}),
		example: {
			data: "eval",
			lengths: "images 1000, labels 999"
		}
	},
	"data-misfit": {
		say: (d) => ({
			message: `The data set ${d.data} does not fit the model's input ${d.input}: it is ${d.given}, the model takes ${d.wanted}.`,
			hint: "Write the array in the type and shape that the model takes, or name another array under `inputs:`."
		}),
		example: {
			data: "eval",
			input: "image",
			given: "uint8 [1000, 28, 28]",
			wanted: "float32 [N, 1, 28, 28]"
		}
	},
	"data-not-column": {
		say: (d) => ({
			message: `The array ${d.array} in ${d.file} has the shape ${d.shape}, but \`${d.setting}:\` takes one value for each example.`,
			hint: "Name an array of the shape [examples] or [examples, 1]."
		}),
		example: {
			file: "eval.npz",
			array: "scores",
			setting: "label",
			shape: "[1000, 10]"
		}
	},
	"data-not-finite": {
		say: (d) => ({
			message: `The data set ${d.data} holds NaN or infinity for the input ${d.input}, first in example ${d.example}.`,
			hint: "Clean the data, or leave the example out: no metric means anything on such values."
		}),
		example: {
			data: "eval",
			input: "image",
			example: 17
		}
	},
	"data-not-npz": {
		say: (d) => ({
			message: `${d.file} is not a NumPy archive that can be read: ${d.reason}.`,
			hint: "Write the data with `numpy.savez_compressed(\"data.npz\", images=\u2026, labels=\u2026)`, or give your own reader with `uses:`."
		}),
		example: {
			file: "eval.npz",
			reason: "it is not a ZIP archive"
		}
	},
	"data-not-text": {
		say: (d) => ({
			message: `Text ${d.at} of the array ${d.array} is not Unicode: bytes have to be UTF-8.`,
			hint: "Store it as text, which NumPy encodes by itself: `numpy.array(texts, dtype=str)`."
		}),
		example: {
			array: "names in eval.npz",
			at: 3
		}
	},
	"data-suspect": {
		say: (d) => ({
			message: `${d.file} would take ${d.bytes} bytes unpacked, from ${d.packed}; above ${d.limit} bytes, the limit is ${d.times} times as many as it has packed.`,
			hint: "Examples that shrink that much are all the same, or empty: use fewer of them. If they are meant, write them with `numpy.savez`, which does not compress."
		}),
		example: {
			file: "eval.npz",
			bytes: 1073741312,
			packed: 1053406,
			limit: 134217728,
			times: 250
		}
	},
	"data-too-large": {
		say: (d) => ({
			message: `${d.file} would take ${d.bytes} bytes unpacked; the limit is ${d.limit}.`,
			hint: "Use fewer examples: a few thousand are enough for a gate."
		}),
		example: {
			file: "eval.npz",
			bytes: 9e9,
			limit: 4294967296
		}
	},
	"data-too-many": {
		say: (d) => ({
			message: `The array ${d.array} has ${d.count} values, which are read one by one; the limit is ${d.limit}.`,
			hint: "Use fewer examples: a few thousand are enough for a gate."
		}),
		example: {
			array: "labels in eval.npz",
			count: 5e8,
			limit: 1e7
		}
	},
	"data-unknown": {
		say: (d) => ({
			message: `${d.file} is not a data file that can be read.`,
			hint: `Give ${d.readable.join(", or ")}; or name a reader of your own with \`uses:\`.`
		}),
		example: {
			file: "eval.parquet",
			readable: ["an .npz archive of NumPy: arrays by name, one example a row"]
		}
	},
	"data-type": {
		say: (d) => ({
			message: `The array ${d.array} is of a type that no model takes (${d.type}).`,
			hint: "Store it little-endian as floats, integers, booleans or text: `array.astype(\"<f4\")`."
		}),
		example: {
			array: "images",
			type: "<c8"
		}
	},
	"metric-too-large": {
		say: (d) => ({
			message: `The metric ${d.metric} cannot be measured: ${d.why}.`,
			hint: "Use fewer examples: a few thousand are enough for a gate. A metric of your own (`uses:`) keeps what you choose of each."
		}),
		example: {
			metric: "auc",
			why: "it would keep 200,000,000 scores"
		}
	},
	"output-depends-on-batch": {
		say: (d) => ({
			message: `${d.contender} answers examples otherwise alone than among others: its output ${d.output} moves ${d.share === void 0 ? "there, and is the same for all examples of a batch" : `by ${d.share} of what it differs by between examples`}, so that what is right depends on the batch.`,
			hint: "Look for a softmax or another reduction over the batch, for batch normalisation exported in training mode, and for random numbers; `airworthy validate` says more."
		}),
		example: {
			contender: "candidate",
			output: "scores",
			share: "92 %"
		}
	},
	"output-differs": {
		say: (d) => ({
			message: `The outputs of ${d.contender} cannot be compared with production's: ${d.reason}.`,
			hint: "Ask for a metric of your own with `uses: ./metric.mjs`, which is given the outputs as they are."
		}),
		example: {
			contender: "candidate",
			reason: "it has no output logits"
		}
	},
	"output-not-classes": {
		say: (d) => ({
			message: `The output of ${d.contender} gives no classes: ${d.reason}.`,
			hint: "Ask for a metric of your own with `uses: ./metric.mjs`, which is given the outputs as they are."
		}),
		example: {
			contender: "candidate",
			reason: "its output holds text"
		}
	},
	"output-not-finite": {
		say: (d) => ({
			message: `${d.contender} gives ${d.value} for example ${d.example}, so the metric cannot be computed.`,
			hint: "Find out what that example does to the model (an overflow of half precision is the usual reason), or compare `accuracy`, where it counts as wrong."
		}),
		example: {
			contender: "candidate",
			value: "NaN",
			example: 17
		}
	},
	"output-not-number": {
		say: (d) => ({
			message: `${d.contender} gives ${d.numbers} numbers for each example, and a regression is judged by one.`,
			hint: "Ask for a metric of classes, or for one of your own with `uses: ./metric.mjs`."
		}),
		example: {
			contender: "candidate",
			numbers: 10
		}
	},
	"output-not-rows": {
		say: (d) => ({
			message: `The outputs of ${d.contender} are not one row for each example: ${d.reason}.`,
			hint: "Export the model so that the first dimension of every output is the batch."
		}),
		example: {
			contender: "candidate",
			reason: "logits has no batch dimension"
		}
	},
	"output-turned-not-finite": {
		say: (d) => ({
			message: `${d.contender} gives NaN or infinity in its output ${d.output}, first for example ${d.example}, where production gives numbers throughout.`,
			hint: "No metric reads this output, and callers may: find out what the example does to the model, or export it without the output."
		}),
		example: {
			contender: "candidate",
			output: "embedding",
			example: 17
		}
	},
	"user-module": {
		say: (d) => ({
			message: `The module ${d.path} failed: ${d.reason}.`,
			hint: "A reader or a metric is an ES module whose default export is a function; see the reference of `uses:`."
		}),
		example: {
			path: "./prepare.mjs",
			reason: "it has no default export"
		}
	}
};
const dataError = errorFrom(dataErrors);
const dataProblem = problemFrom(dataErrors);
function defineReader(reader) {
	return reader;
}
const npz = defineReader({
	name: "npz",
	summary: "an .npz archive of NumPy: arrays by name, one example a row",
	recognizes: (name, head) => /\.npz$/i.test(name) || isZip(head),
	async read({ name, path }, asked, files) {
		const [{ arranged }, { openNpz }] = await Promise.all([import("./data-arranged.js"), import("./data-npz.js")]);
		return arranged(openNpz(await files.read(path), name), asked, name);
	}
});
function isZip([p, k, three, four]) {
	return p === 80 && k === 75 && (three === 3 && four === 4 || three === 5 && four === 6);
}
const readers = [npz];
async function readerOf({ name, path }, files) {
	const head = await files.readRange(path, 0, 64);
	const reader = readers.find((each) => each.recognizes(name, head));
	if (reader !== void 0) return reader;
	throw dataError("data-unknown", {
		file: name,
		readable: readers.map(({ summary }) => summary)
	});
}
const common = /\.(?:csv|tsv|txt|json|jsonl|ndjson|xlsx?|parquet|feather|arrow|orc|avro|npy|pkl|pickle|pt|pth|safetensors|tfrecord|h5|hdf5|mat|nc|sqlite|db)$/i;
function unreadable(name) {
	if (!common.test(name) || readers.some((each) => each.recognizes(name, new Uint8Array(0)))) return void 0;
	return dataProblem("data-unknown", {
		file: name,
		readable: readers.map(({ summary }) => summary)
	});
}
function unread(name, { from, uses }) {
	const problem = uses === void 0 ? unreadable(path.basename(from)) : void 0;
	return problem === void 0 ? [] : [{
		problem,
		at: [
			"data",
			name,
			"from"
		]
	}];
}
const device = strictObject({ device: int().min(0).optional().describe("Number of the GPU, as CUDA counts them; 0 when left out.") });
const providerOptions = {
	cpu: strictObject({}),
	wasm: strictObject({}),
	cuda: device,
	tensorrt: device,
	webgpu: strictObject({
		"preferred-layout": _enum(["NCHW", "NHWC"]).optional().describe("Layout of images inside the graph."),
		"validation-mode": _enum([
			"disabled",
			"wgpuOnly",
			"basic",
			"full"
		]).optional().describe("How much of each call is checked; costs time."),
		"force-cpu-nodes": array(string().min(1)).min(1).optional().describe("Names of nodes to run on the CPU; needs `allow-fallback`.")
	})
};
const defaultShard = "default";
const label = string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/, "expected letters, digits and . _ - between them").refine((text) => !text.includes(separator), "two underscores in a row separate labels").refine((text) => text.toLowerCase() !== defaultShard, `${defaultShard} is the shard of scenarios without a runner`);
const separator = "__";
const longestName = 100;
const runnerLabels = union([label, array(label).min(1)]).transform((given) => [given].flat()).refine((labels) => shardName(labels).length <= longestName, `expected at most ${longestName} characters together`);
function shardName(labels) {
	if (labels === void 0) return defaultShard;
	return [...new Set(labels.map((each) => each.toLowerCase()))].toSorted().join(separator);
}
const oneOrMore = (least) => union([int().min(least), array(int().min(least)).min(1)]);
const rate = number().min(.02);
const scenario = strictObject({
	provider: _enum(providerNames).default("cpu").describe("What runs the model."),
	batch: oneOrMore(1).default(1).describe("Examples in one run; a list measures each."),
	threads: oneOrMore(0).default(1).describe("Threads inside one operator; 0 leaves the choice to the runtime; a list measures each."),
	options: record$1(string(), unknown()).optional().describe("The provider's own options, such as `{ device: 1 }` for cuda."),
	"allow-fallback": boolean().default(false).describe("Lets the CPU run nodes that the provider does not take, with a warning that names them; else that is an error."),
	rate: union([rate, array(rate).min(1)]).optional().describe("Requests a second, sent at random moments whether or not earlier ones are answered, so that waiting counts (an open loop); a list measures each. One run after the other, when left out."),
	order: _enum(["interleaved", "isolated"]).default("interleaved").describe("`interleaved`: short turns, one contender after the other; `isolated`: each alone, for models whose workers disturb one another even when idle."),
	runner: runnerLabels.optional().describe("The machine that measures it in a workflow with a matrix: a label or a list of labels, as in `runs-on`. See `airworthy plan --matrix`.")
}).superRefine(({ provider, options = {} }, context) => {
	const checked = providerOptions[provider].safeParse(options);
	for (const issue of checked.error?.issues ?? []) context.addIssue({
		code: "custom",
		path: ["options", ...issue.path],
		message: `${provider}: ${issue.message}`
	});
});
const blocks = strictObject({
	min: int().min(1).default(8).describe("Blocks that are measured even beyond the budget."),
	max: int().min(1).default(1e3).describe("Blocks after which it stops within the budget.")
}).refine(({ min, max }) => min <= max, "`min` is larger than `max`");
const mostScenarios = 1e3;
function combinationsOf(entries) {
	return entries.reduce((sum, entry) => sum + listOf(entry.batch).length * listOf(entry.threads).length * ratesOf(entry).length, 0);
}
const benchmarkSettings = strictObject({
	scenarios: array(scenario).min(1).prefault([{}]).refine((entries) => combinationsOf(entries) <= mostScenarios, `expected at most ${mostScenarios} combinations`).describe("The conditions to measure under: every combination of provider, batch and threads of each entry."),
	budget: duration().prefault("20s").describe("The most time for measuring speed, shared by all scenarios; it ends sooner when every question is answered."),
	blocks: blocks.prefault({}).describe("How many blocks of fresh processes; a verdict at 1 % needs at least 8."),
	data: string().optional().describe("The data set that feeds the models, another batch of it in every block, and that quality is measured on. Default: the data set called eval, if there is one."),
	shapes: record$1(string(), array(int().min(1))).default({}).describe("Shapes of made-up inputs, by name, where the model leaves them open and the usual ones do not fit."),
	outputs: boolean().optional().describe("Whether production and the candidate are run on the same inputs, to measure how far their outputs differ. Default: where models are run for their speed and no metric of quality is compared."),
	seed: int().default(1).describe("Orders of turns and made-up inputs follow from it."),
	"noise-floor": boolean().default(true).describe("Measures a second copy of production in every fourth pair of blocks. If the two copies differ significantly and by more than half the margin, the metric is inconclusive.")
});
function scenariosOf(settings) {
	const all = settings.scenarios.flatMap((entry) => listOf(entry.batch).flatMap((batch) => listOf(entry.threads).flatMap((threads) => ratesOf(entry).map((rate) => toScenario(entry, {
		batch,
		threads,
		rate
	})))));
	return [...new Map(all.map((each) => [each.id, each])).values()];
}
function ratesOf({ rate }) {
	return rate === void 0 ? [void 0] : listOf(rate);
}
function toScenario(entry, { batch, threads, rate }) {
	const { provider, order, runner, options = {} } = entry;
	const marks = [
		...Object.entries(options).map(([name, value]) => `${name}=${String(value)}`),
		...rate === void 0 ? [] : [`rate=${rate}`],
		...order === "isolated" ? ["isolated"] : [],
		...runner === void 0 ? [] : [`runner=${shardName(runner)}`]
	];
	return {
		id: [`${provider}/b${batch}/t${threads}`, ...marks].join("/"),
		provider,
		batch,
		threads,
		...runner === void 0 ? {} : { runner },
		...Object.keys(options).length === 0 ? {} : { options },
		...entry["allow-fallback"] ? { allowFallback: true } : {},
		...rate === void 0 ? {} : { rate },
		...order === "isolated" ? { order } : {}
	};
}
function listOf(value) {
	return typeof value === "number" ? [value] : value;
}
function preflight(settings, surroundings) {
	const { here, questions, data } = surroundings;
	const name = settings.data ?? "eval";
	const declared = data.get(name);
	if (settings.data !== void 0 && declared === void 0) return [{
		problem: stageProblem("data-set-unknown", {
			data: name,
			names: [...data.keys()]
		}),
		at: [...here, "data"]
	}];
	return [
		...declared === void 0 ? [] : unread(name, declared),
		...ofQuality(name, declared, surroundings),
		...ofSpeed(questions, scenariosOf(settings)).map((problem) => ({
			problem,
			at: here
		}))
	];
}
function ofQuality(name, declared, { here, questions, data }) {
	const asked = questions.filter(({ metric, uses }) => uses !== void 0 || needsOf(metric) !== void 0);
	const [first] = asked;
	if (first === void 0) return [];
	if (declared === void 0) {
		const details = {
			metric: first.metric,
			names: [...data.keys()]
		};
		return [{
			problem: stageProblem("quality-without-data", details),
			at: here
		}];
	}
	const labelled = asked.find(({ metric, uses }) => uses === void 0 && needsOf(metric)?.labels !== void 0);
	if (labelled === void 0 || declared.label !== void 0 || declared.uses !== void 0) return [];
	return [{
		problem: stageProblem("data-without-labels", {
			data: name,
			metric: labelled.metric
		}),
		at: ["data", name]
	}];
}
function needsOf(metric) {
	const known = metricNamed(metric)?.metric;
	return known?.how === "paired" ? known.needs : void 0;
}
function ofSpeed(questions, scenarios) {
	return [...new Set(questions.map(({ metric }) => metric))].flatMap((name) => {
		const metric = metricNamed(name)?.metric;
		if (metric?.how !== "ratio" || metric.only === void 0) return [];
		const { only } = metric;
		return scenarios.some((scenario) => measures(scenario, metric)) ? [] : [stageProblem("metric-without-scenario", {
			metric: name,
			only
		})];
	});
}
function measures(scenario, metric) {
	return isMeant(metric, scenario) && (metric.only !== "isolated" || findProvider(scenario.provider).device === "gpu");
}
function shardsOf(settings) {
	const shards = new Map();
	for (const scenario of scenariosOf(settings)) {
		const name = shardName(scenario.runner);
		const { runner, scenarios } = shards.get(name) ?? {
			runner: scenario.runner,
			scenarios: []
		};
		shards.set(name, {
			name,
			...runner === void 0 ? {} : { runner },
			scenarios: [...scenarios, scenario]
		});
	}
	return [...shards.values()];
}
function partOf(settings, shard) {
	if (shard === void 0) return {
		scenarios: scenariosOf(settings),
		quality: true
	};
	const shards = shardsOf(settings);
	const at = shards.findIndex(({ name }) => name === shard);
	return {
		scenarios: shards[at]?.scenarios ?? [],
		quality: at === 0
	};
}
const benchmark = defineStage({
	name: "benchmark",
	summary: "Measures the candidate beside production: speed, memory, size and quality.",
	effects: "files",
	measures: true,
	needs: ["subject"],
	wants: ["variants"],
	uses: [
		"questions",
		"extensions",
		"measurements",
		"attempts",
		"shard"
	],
	gives: "measurements",
	reported: true,
	settings: benchmarkSettings,
	example: `benchmark:
  scenarios:
    - { provider: cpu, threads: 1, batch: [1, 32] }
  budget: 20s
  data: eval`,
	estimateMs: (settings) => settings.budget + overheadMs,
	preflight,
	run: async (input) => (await import("./stages-benchmark-measure.js")).measure(input),
	sharing: {
		shards: (settings) => shardsOf(settings).map(({ name, runner, scenarios }) => ({
			name,
			runner,
			holds: scenarios.map(({ id }) => id)
		})),
		merge: async (input, measured) => (await import("./stages-benchmark-merge.js")).merge(input, measured)
	}
});
const overheadMs = 3e3;
const statedIn = {
	ms: {
		units: ["ms"],
		words: "a time such as 2ms"
	},
	B: {
		units: ["B"],
		words: "a size such as 1MiB"
	},
	J: {
		units: ["J", ""],
		words: "an energy such as 0.2J"
	},
	"1/s": {
		units: [""],
		words: "a bare number per second such as 50"
	},
	"1": {
		units: [""],
		words: "a bare number such as 0.01"
	},
	share: {
		units: ["pp", ""],
		words: "percentage points such as 0.5pp, a bare number such as 0.005"
	}
};
function marginProblem(name, metric, margin, claim) {
	return foreignUnit(name, metric, margin) ?? outOfReach(name, metric, margin, claim);
}
function marginOf(stated) {
	return "relative" in stated ? stated : { absolute: stated.absolute };
}
function foreignUnit(name, { unit, scale }, margin) {
	const { units, words } = statedIn[unit];
	if ("relative" in margin || units.includes(margin.unit) || margin.absolute === 0 && margin.unit === "") return void 0;
	if (scale === "absolute") return `expected ${words} as a margin of ${name}`.replace(", a bare", " or a bare");
	return `expected ${words}, or 3% of production, as a margin of ${name}`;
}
function outOfReach(name, { unit, better, range }, margin, claim) {
	if ("absolute" in margin) {
		if (range === void 0 || margin.absolute < range) return void 0;
		return `expected a margin below ${unit === "share" ? printPoints(range) : printValue(range, unit)}: no two values of ${name} are further apart`;
	}
	if (!(better === "higher" !== (claim === "better")) || margin.relative < 1) return void 0;
	const otherwise = claim === "better" ? `${name} cannot get better by that much` : `${name} may fall to 0 and pass`;
	return `expected a margin below ${printShare(1)}: otherwise ${otherwise}`;
}
const metricSettings = strictObject({
	margin: margin().optional().describe("How much worse is still acceptable: `3%` of production, or in the unit of the metric: `0.5pp` of a share, `2ms` of a time, `1MiB` of a size, `0.2J` of energy, `0.005` of what has no unit. With `claim:`, how much better it has to be, or how different it may be."),
	claim: _enum([
		"not-worse",
		"better",
		"equivalent"
	]).default("not-worse").describe("`not-worse` than production by the margin; `better` than production by more than the margin, which is then nothing unless stated; `equivalent`: neither worse nor better by the margin."),
	uses: string().min(1).optional().describe("A metric of your own: a module whose default export gives a number for `{ outputs, label, index }`, or whose export `combine` makes one number of what it gave for all examples."),
	better: _enum(["lower", "higher"]).optional().describe("Which way is good, for a metric of your own.")
});
const compareSettings = strictObject({
	against: literal("production").default("production").describe("What the candidate is compared with."),
	metrics: record$1(string(), metricSettings).superRefine((given, context) => {
		if (Object.keys(given).length === 0) context.addIssue({
			code: "custom",
			message: "name at least one metric"
		});
		for (const [name, settings] of Object.entries(given)) {
			const message = objection(name, settings);
			if (message !== void 0) context.addIssue({
				code: "custom",
				path: [name],
				message,
				params: { metric: name }
			});
			const margin = message === void 0 ? marginObjection(name, settings) : void 0;
			if (margin !== void 0) context.addIssue({
				code: "custom",
				path: [name, "margin"],
				message: margin
			});
		}
	}).describe("The metrics to compare, each with its margin."),
	interface: _enum(["kept", "stated"]).default("stated").describe("The interface of the candidate against production: `stated` says what changed, and a release makes a major version of what breaks callers; `kept` fails what breaks callers."),
	outputs: _enum(["alike", "stated"]).default("stated").describe("The outputs of the candidate against production on the same inputs, made up where there are no data: `stated` says how far they differ; `alike` is inconclusive where that is more than 10 %, or more than a quarter of how far the outputs of production differ from input to input."),
	alpha: number().min(1e-4).max(.2).default(.01).describe("How often a verdict of a metric may be wrong, each way: 0.01 is once in a hundred.")
});
function questionsOf(settings, folder) {
	return Object.entries(settings.metrics).map(([metric, { margin: stated, claim, uses, better }]) => ({
		metric,
		margin: stated === void 0 ? usualMargin(metric, claim) : marginOf(stated),
		alpha: settings.alpha,
		...claim === "not-worse" ? {} : { claim },
		...uses === void 0 ? {} : {
			uses: { path: path.resolve(folder, uses) },
			better
		}
	}));
}
function metricFiles(settings, folder) {
	return Object.values(settings.metrics).flatMap(({ uses }) => uses === void 0 ? [] : [path.resolve(folder, uses)]);
}
function objection(name, settings) {
	const known = metricNamed(name)?.metric;
	if (settings.uses === void 0) return known === void 0 ? unknownMetric(name) : turnedRound(name, known, settings);
	if (known !== void 0) return `${name} is a metric of Airworthy; give your own another name`;
	if (!keepsItsPlace(name)) return `${name} cannot be the name of a metric: ${placeLost}`;
	if (settings.better === void 0) return `say which way ${name} is good, with \`better: lower\` or \`better: higher\``;
	return settings.margin === void 0 ? `state a \`margin:\` for ${name}` : void 0;
}
function turnedRound(name, { better }, settings) {
	if (settings.better === void 0) return void 0;
	return `\`better:\` is for metrics of your own, and of ${name} ${better} is better: leave it out`;
}
function marginObjection(name, { margin, claim, better = "higher" }) {
	const metric = metricNamed(name)?.metric ?? {
		unit: "1",
		better
	};
	return margin === void 0 ? void 0 : marginProblem(name, metric, margin, claim);
}
function unknownMetric(name) {
	const meant = nearest(name, metricNames);
	return `unknown metric "${name}"${meant === void 0 ? "" : `; the nearest is ${meant}`}; metrics are ${metricNames.join(", ")}; your own needs \`uses:\``;
}
function usualMargin(metric, claim) {
	if (claim === "better") return { relative: 0 };
	return marginOf(parseMargin(metricNamed(metric)?.metric.margin ?? "0%") ?? { relative: 0 });
}
const compare = defineStage({
	name: "compare",
	summary: "Compares the candidate with production, metric by metric, against stated margins.",
	effects: "none",
	needs: ["measurements"],
	gives: "comparison",
	reported: true,
	settings: compareSettings,
	example: `compare:
  against: production
  metrics:
    latency.p50: { margin: 3% }
    accuracy: { margin: 0.5pp }
    size: { margin: 5% }`,
	runsUserCode: (settings) => Object.values(settings.metrics).some(({ uses }) => uses !== void 0),
	questions: questionsOf,
	files: metricFiles,
	async run({ settings, given: { measurements, subject }, tools }) {
		const { compareCompatibility, compareRows, describeCompatibility, describeRows } = await import("./verdicts-facade.js");
		const questions = questionsOf(settings, tools.folder);
		const rows = describeRows(compareRows(measurements, questions, settings.alpha));
		const compatibility = describeCompatibility(compareCompatibility(measurements, questions, settings), subject.data);
		const { production } = subject;
		const warnings = production === void 0 ? [firstRelease(subject.model)] : [...rows.flatMap(followed), ...outputsNotAlike(compatibility.outputs)];
		const comparison = {
			contender: measurements.chosen,
			against: {
				...production?.version === void 0 ? {} : { version: production.version },
				sha256: production?.artifact.sha256 ?? ""
			},
			identical: isProduction(measurements.contenders, measurements.chosen),
			rows,
			...compatibility,
			alpha: settings.alpha,
			warnings,
			evidence: digest(measurements)
		};
		return {
			product: comparison,
			summary: comparison.identical ? "the candidate is production itself, byte for byte" : summaryOf(comparison),
			warnings
		};
	},
	evidence: {
		name: "evidence",
		file: "evidence.json",
		check: {
			command: "verify",
			what: "recompute every verdict and the decision from the raw samples"
		},
		async of({ settings, given: { measurements }, folder, bound }, comparison) {
			const { evidenceOf } = await import("./verdicts-evidence.js");
			return evidenceOf(measurements, comparison, questionsOf(settings, folder), comparison.alpha, settings, bound);
		}
	}
});
function firstRelease(model) {
	return {
		code: "first-release",
		message: `No version of ${model} is in production, so there was nothing to compare with.`,
		remedy: "Check the registry if there should be one; the next release will be compared with this one."
	};
}
function followed({ metric, scenario, effective }) {
	if (effective === void 0) return [];
	return [{
		code: "blocks-correlated",
		message: `Values of ${metric} at ${scenario} followed one another: they are worth ${Math.floor(effective)} independent ones, and the interval is narrower than it should be.`,
		remedy: "Something slow went on beside the measurement: measure again, on a calmer machine or for longer."
	}];
}
function outputsNotAlike(outputs) {
	if (outputs?.verdict !== "inconclusive") return [];
	return [{
		code: "outputs-not-alike",
		message: "Nothing says whether the candidate's outputs are as good as production's.",
		remedy: "Compare quality on labelled data (`--data` and `--label`, or `data:` and a metric of quality in a pipeline). If the outputs are meant to differ, say so: `--outputs-differ`, or `outputs: stated`."
	}];
}
function summaryOf({ rows, interface: contract, outputs, notCompared = [] }) {
	if (rows.length === 0) return "nothing to compare with";
	const verdicts = [
		...rows,
		contract,
		outputs
	].map((each) => each?.verdict);
	const count = (verdict) => verdicts.filter((each) => each === verdict).length;
	const judged = [
		"pass",
		"fail",
		"inconclusive"
	].map((verdict) => [verdict, count(verdict)]);
	const total = judged.reduce((sum, [, number]) => sum + number, 0);
	const parts = judged.flatMap(([verdict, number]) => number > 0 ? [`${number} ${verdict}`] : []);
	const open = notCompared.length === 0 ? "" : `; not compared: ${notCompared.map(({ what }) => what).join(", ")}`;
	return `${total} ${total === 1 ? "comparison" : "comparisons"}: ${parts.join(", ")}${open}`;
}
function decide({ model, first, comparison }, policy) {
	if (first) return decideFirst(model, policy);
	return comparison.identical ? unchanged : decideRows(comparison, policy);
}
function decideRows(comparison, { require, inconclusive }) {
	const required = requiredRows(comparison.rows, require);
	const compatibility = judgedCompatibility(comparison);
	const found = combine([combine(required.map((row) => row.verdict)), ...compatibility.map(({ verdict }) => verdict)]);
	const verdict = found === "inconclusive" && inconclusive === "warn" && required.length > 0 ? "pass" : found;
	const reasons = required.map(({ metric, scenario, verdict, why }) => ({
		metric,
		...scenario === void 0 ? {} : { scenario },
		verdict,
		why
	}));
	const sentence = sentenceOf({
		rows: required,
		compatibility
	}, found, verdict);
	const others = comparison.rows.filter((row) => row.verdict === "fail" && !required.includes(row));
	return {
		verdict,
		reasons: [...compatibility, ...reasons],
		sentence: `${sentence}${notRequired(others)}${remainder(comparison)}`
	};
}
function judgedCompatibility(comparison) {
	return ["interface", "outputs"].flatMap((metric) => {
		const { verdict, why } = comparison[metric] ?? {};
		return verdict === void 0 || why === void 0 ? [] : [{
			metric,
			verdict,
			why
		}];
	});
}
function notRequired(rows) {
	const names = rows.map(({ metric, scenario }) => scenario === void 0 ? metric : `${metric} (${scenario})`);
	return names.length === 0 ? "" : ` Not required, and failed: ${names.join(", ")}.`;
}
function remainder({ outputs, notCompared = [] }) {
	const stated = outputs !== void 0 && outputs.verdict !== "inconclusive" && outputs.missing === void 0;
	const left = notCompared.map(({ what, why }) => `${what} (${why})`).join(", ");
	return `${stated ? ` ${outputs.why}` : ""}${left === "" ? "" : ` Not compared: ${left}.`}`;
}
const unchanged = {
	verdict: "pass",
	reasons: [],
	sentence: "Passed. The candidate is production itself, byte for byte: nothing can have changed."
};
function decideFirst(model, chosen) {
	const verdict = chosen["first-release"];
	return {
		verdict,
		reasons: [],
		sentence: `${`No version of ${model} is in production, so nothing was compared`}: ${verdict === "pass" ? "a first release passes" : "a first release does not pass this gate"}.`
	};
}
function requiredRows(rows, require) {
	if (require === void 0) return rows;
	const compared = [...new Set(rows.map((row) => row.metric))];
	const missing = require.find((metric) => !compared.includes(metric));
	if (missing !== void 0) throw verdictError("gate-metric-not-compared", {
		metric: missing,
		compared
	});
	return rows.filter((row) => require.includes(row.metric));
}
function sentenceOf({ rows, compatibility }, found, verdict) {
	const deciding = [...compatibility.filter((each) => each.verdict === found && found !== "pass"), ...rows.filter((row) => row.verdict === found).sort((a, b) => excess(b) - excess(a))];
	const [first] = deciding;
	if (first === void 0) return "Inconclusive: nothing was compared.";
	const name = compatibility.some((each) => each === first) ? `the ${first.metric}` : first.metric;
	const where = first.scenario === void 0 ? "" : ` (${first.scenario})`;
	const others = deciding.length > 1 ? ` So ${deciding.length === 2 ? "is 1 other" : `are ${deciding.length - 1} others`}.` : "";
	if (found === "fail") return `Failed on ${name}${where}: ${first.why}${others}`;
	if (found === "inconclusive") return `${verdict === "pass" ? "Passed with reservations: undecided" : "Inconclusive"} on ${name}${where}: ${first.why}${others}`;
	return `Passed. ${rows.length === 1 ? "The one comparison required" : `All ${rows.length} comparisons required`} came out well; closest to its margin${where}: ${first.why}`;
}
function excess({ better, interval, margin, claim }) {
	const [least, most] = better === "lower" ? [interval.low, interval.high] : [-interval.high, -interval.low];
	const worst = claim === "equivalent" ? Math.max(-least, most) : claim === "better" ? most + margin : most;
	return margin === 0 ? worst * 1e9 : worst / margin;
}
const policySchema = strictObject({
	require: array(string()).min(1).optional().describe("Metrics that must not be worse than production by more than their margins; all that were compared, when left out."),
	inconclusive: _enum([
		"fail",
		"warn",
		"extend"
	]).default("fail").describe("What to do when the evidence settles nothing: stop the run (exit code 3), go on with a warning, or measure more and stop only then."),
	"first-release": _enum(["pass", "fail"]).default("pass").describe("What to do when there is no version in production to compare with.")
});
const settings$1 = policySchema.extend({ extensions: int().min(1).max(10).default(3).describe("With `inconclusive: extend`: how often the budget of the benchmark may be spent again.") });
const gate = defineStage({
	name: "gate",
	summary: "Decides from the comparison: pass, fail or inconclusive.",
	effects: "none",
	needs: ["comparison"],
	uses: ["ledger", "override"],
	gives: "decision",
	concludes: "decided",
	verdictOf: ({ verdict }) => verdict,
	reported: true,
	settings: settings$1,
	example: `gate:
  require: [latency.p50, accuracy]
  inconclusive: fail`,
	preflight: ({ require = [] }, { here, askedFor }) => {
		const compared = askedFor("comparison")?.map(({ metric }) => metric);
		return require.flatMap((metric, at) => {
			if (compared === void 0 || compared.includes(metric)) return [];
			return [{
				problem: verdictProblem("gate-metric-not-compared", {
					metric,
					compared
				}),
				at: [
					...here,
					"require",
					at
				]
			}];
		});
	},
	extensions: (chosen) => chosen.inconclusive === "extend" ? chosen.extensions : 0,
	async run({ settings: chosen, given: { comparison, subject }, tools }) {
		const first = subject.production === void 0;
		const decision = decide({
			model: subject.model,
			first,
			comparison
		}, chosen);
		const final = await overridden(decision, subject, tools);
		const warnings = first ? [] : [...reservations(decision), ...overrideWarning(final)];
		const settled = final.override === void 0;
		return {
			product: final,
			summary: final.sentence,
			warnings,
			settled
		};
	}
});
async function overridden(decision, subject, tools) {
	const { override, ledger } = tools;
	if (override === void 0 || decision.verdict === "pass") return decision;
	const { model, candidate } = subject;
	const { verdict } = decision;
	const key = `override:${model}:${candidate.sha256}:${digest({
		...override,
		verdict
	}).slice(0, 16)}`;
	await ledger.append(key, {
		kind: "override",
		model,
		candidate: candidate.sha256,
		verdict,
		approver: override.by,
		reason: override.reason
	});
	const sentence = `Let through by ${override.by}, who said: "${override.reason}". Without that: ${decision.sentence}`;
	return {
		...decision,
		verdict: "pass",
		override: {
			...override,
			verdict
		},
		sentence
	};
}
function overrideWarning({ override }) {
	if (override === void 0) return [];
	return [{
		code: "gate-overridden",
		message: `The gate said ${override.verdict}; ${override.by} let the candidate through, saying "${override.reason}".`,
		remedy: "The ledger records who and why. Watch the rollout, and have a version to go back to."
	}];
}
function reservations(decision) {
	if (decision.verdict !== "pass") return [];
	return decision.reasons.filter(({ verdict }) => verdict === "inconclusive").map(({ metric, scenario, why }) => ({
		code: "gate-inconclusive",
		message: `${metric}${scenario === void 0 ? "" : ` (${scenario})`} was let through undecided: ${why}`,
		remedy: "Give the benchmark a larger `budget:` or more data, or set `inconclusive: fail`."
	}));
}
function settingsFor(variants) {
	const names = variants.map(({ name }) => name);
	const own = Object.fromEntries(variants.flatMap(({ settings }) => Object.entries(settings.shape)));
	const summaries = variants.map(({ name, summary }) => `\`${name}\` is ${summary}`);
	return strictObject({
		variants: array(_enum(names)).min(1).default(names.slice(0, 1)).describe(`Which variants of the candidate to make: ${summaries.join("; ")}.`),
		...own,
		tolerance: number().nonnegative().default(1e-4).describe("How far a variant's outputs may be from the candidate's, as a part of the largest output value.")
	});
}
function optimizeWith(variants) {
	return defineStage({
		name: "optimize",
		summary: "Makes variants of the candidate that should be faster, and keeps one only when it answers the same.",
		effects: "files",
		needs: ["subject"],
		gives: "variants",
		reported: true,
		settings: settingsFor(variants),
		example: variants[0]?.example ?? "",
		estimateMs: (chosen) => 2e3 * chosen.variants.length,
		async run({ settings: chosen, given: { subject }, tools }) {
			const { makeVariant } = await import("./optimize-make.js");
			const made = [];
			for (const kind of [...new Set(chosen.variants)].flatMap((name) => variants.find((row) => row.name === name) ?? [])) {
				tools.progress(`variant ${kind.name}`);
				made.push(await makeVariant(kind, subject.candidate, chosen, tools));
			}
			const best = made.find((variant) => variant.kept) ?? {
				id: "candidate",
				model: subject.candidate
			};
			return {
				product: {
					variants: made,
					chosen: {
						id: best.id,
						model: best.model
					}
				},
				summary: sentence(best.id, made)
			};
		}
	});
}
function sentence(chosen, variants) {
	return `${chosen === "candidate" ? "the original candidate is used" : `the variant ${chosen} is used`}: ${variants.map((variant) => `variant ${variant.id} ${variant.why}`).join("; ")}`;
}
const fromEvidence = "from-evidence";
const settings = strictObject({
	version: string().refine((text) => text === fromEvidence || isVersion(text), "expected from-evidence or a semantic version such as 1.4.0").default(fromEvidence).describe("`from-evidence` lets the evidence decide (interface break: major, better quality: minor, else patch); or an exact version such as `2.0.0`."),
	candidate: boolean().default(false).describe("Release as a candidate of the version that the evidence says, such as `1.4.0-rc.1`; the same file becomes `1.4.0` when it is released without `candidate: true`."),
	tag: boolean().default(true).describe("Show the release as a git tag in the grammar of GTO, such as `digits@v1.4.0`.")
});
const release = defineStage({
	name: "release",
	summary: "Gives what passed a semantic version that follows from the evidence, and records it in the registry.",
	effects: "remote",
	reachesOut: () => false,
	needs: ["subject", "decision"],
	wants: [
		"validation",
		"variants",
		"comparison",
		"measurements"
	],
	uses: [
		"ledger",
		"override",
		"after",
		"evidence"
	],
	gives: "release",
	concludes: "reached",
	reported: true,
	settings,
	example: "{ version: from-evidence, tag: true }",
	shows: (settings) => settings.tag ? wantedBy(settings) : void 0,
	admit: admitRelease,
	async run({ settings, given, tools }) {
		const { subject, decision, variants, comparison } = given;
		if (decision.verdict !== "pass") throw stageError("release-refused", { verdict: decision.verdict });
		const { model } = subject;
		const artifact = variants?.chosen.model ?? subject.candidate;
		const entries = await tools.ledger.read();
		const serving = baselineOf(entries, model);
		const overridden = await admitCommit(serving, {
			subject,
			decision
		}, tools);
		const { versions } = registryState(entries, model);
		const known = releaseOf(artifact.sha256, versions, settings);
		if (known !== void 0) {
			if ((known.version === serving?.version ? overridden : !isRolledOut(tools)) && !isCandidate(known.version)) await serveAgain(model, known.version, serving?.version ?? "", tools);
			return kept(model, known, settings, tools);
		}
		const product = await record({
			subject,
			artifact,
			evidence: await gather(subject.production?.artifact, artifact, comparison, tools),
			settings,
			tools
		});
		return {
			product,
			summary: product.existed ? `${model} ${product.version} was released before` : `${model} ${product.version} (${product.why})`
		};
	}
});
async function admitRelease(settings, outlook) {
	const { subject, ledger, world, folder, override, after } = outlook;
	const entries = await ledger.read();
	const serving = baselineOf(entries, subject.model);
	await commitIn(folder, world);
	if (override === void 0) await admitDescent(serving?.source, folder, world);
	const open = standingOf(entries, subject.model).openRollout();
	if (open === void 0 || isRolledOut({ after })) return;
	const { versions } = registryState(entries, subject.model);
	const known = releaseOf(subject.candidate.sha256, versions, settings);
	if (!(known !== void 0 && (known.version === serving?.version || isCandidate(known.version)))) throw openRolloutError("rollout-under-way", open);
}
async function admitCommit(serving, { subject: { model, candidate }, decision }, { folder, world, ledger, override }) {
	try {
		await admitDescent(serving?.source, folder, world);
		return false;
	} catch (thrown) {
		if (override === void 0 || !(thrown instanceof UserError) || thrown.code !== "commit-not-descendant") throw thrown;
		const commit = await commitIn(folder, world);
		if (commit === void 0 || decision.override !== void 0) throw thrown;
		const { by: approver, reason } = override;
		const key = `override:${model}:${candidate.sha256}:${digest({
			...override,
			commit
		}).slice(0, 16)}`;
		await ledger.append(key, {
			kind: "override",
			model,
			candidate: candidate.sha256,
			commit,
			approver,
			reason
		});
		return true;
	}
}
function isRolledOut({ after }) {
	return after.includes("rollout");
}
async function serveAgain(model, version, against, { ledger, world, folder, runId, stage, evidence }) {
	const source = await commitIn(folder, world);
	const restsOn = await evidence();
	await ledger.append(`${runId}/${stage}/again`, {
		kind: "assign",
		model,
		stage: "production",
		version,
		why: "it was released again",
		against,
		...source === void 0 ? {} : { source },
		...restsOn === void 0 ? {} : { evidence: restsOn }
	});
}
function wantedBy({ version, candidate }) {
	return {
		exact: version === fromEvidence ? void 0 : version,
		candidate
	};
}
async function kept(model, { version, artifact, why }, settings, tools) {
	const here = await plannedBefore(tools, version);
	const product = {
		model,
		version,
		tag: versionTag(model, version),
		artifact,
		bump: here?.bump ?? "none",
		why,
		existed: here === void 0
	};
	await ensureShown(product, settings, tools);
	const { exact } = wantedBy(settings);
	const warnings = exact === void 0 || exact === version ? [] : [versionKept(model, version, exact)];
	return {
		product,
		summary: here === void 0 ? `${model} ${version} was released before` : `${model} ${version} (${why})`,
		warnings
	};
}
async function ensureShown({ model, artifact, ...planned }, { tag }, tools) {
	const key = releaseKey(model, artifact, planned.version);
	if (!(await tools.ledger.read()).some((entry) => entry.key === key)) return;
	const source = await commitIn(tools.folder, tools.world);
	await tools.ledger.append(key, releaseEvent({
		model,
		artifact,
		planned,
		source,
		evidence: void 0,
		tag
	}));
}
function versionKept(model, version, wanted) {
	return {
		code: "version-kept",
		message: `The same model file is ${model} ${version} already, so it did not become ${wanted}.`,
		remedy: `Take out \`version: ${wanted}\`, or release a different file.`
	};
}
async function gather(production, artifact, comparison, { world, store }) {
	const improved = comparison?.rows.filter((row) => row.improved && isQuality(row.metric)).map(({ metric }) => metric) ?? [];
	if (production === void 0) return {
		interfaceChange: void 0,
		improved
	};
	const { diffInterface } = await import("./onnx-diff.js");
	const { readModel } = await import("./onnx-format.js");
	const [before, after] = await Promise.all([production, artifact].map(async (each) => readModel(await world.files.open(await store.path(each)), each.name)));
	return {
		interfaceChange: before && after && diffInterface(before, after),
		improved
	};
}
function isQuality(metric) {
	const known = metrics.find(({ name }) => name === metric.replace(/\[.*\]$/, ""));
	return known === void 0 || known.how === "paired";
}
async function record({ subject, artifact, evidence, settings, tools }) {
	const { model, production } = subject;
	const wanted = wantedBy(settings);
	const source = await commitIn(tools.folder, tools.world);
	const restsOn = await tools.evidence();
	const refused = [];
	for (let attempt = 1;; attempt++) {
		const { versions } = registryState(await tools.ledger.read(), model);
		const planned = planRelease([
			...versions.map(({ version }) => version),
			...versionsIn(await tools.ledger.tags(), model),
			...refused
		], evidence, wanted);
		await tools.checkpoint.append({ releasing: planned });
		try {
			const event = releaseEvent({
				model,
				artifact,
				planned,
				source,
				evidence: restsOn,
				tag: settings.tag,
				against: production === void 0 ? "" : production.version,
				serves: !isRolledOut(tools)
			});
			const entry = await tools.ledger.append(releaseKey(model, artifact, planned.version), event);
			const version = entry.kind === "release" ? entry.version : planned.version;
			const existed = version !== planned.version;
			const why = existed && entry.kind === "release" ? entry.why : planned.why;
			return {
				...planned,
				version,
				why,
				model,
				tag: versionTag(model, version),
				artifact,
				existed
			};
		} catch (error) {
			if (!(error instanceof UserError && error.code === "version-exists") || wanted.exact !== void 0 || attempt === 5) throw error;
			refused.push(planned.version);
		}
	}
}
async function plannedBefore({ checkpoint }, version) {
	return (await checkpoint.read()).map(({ releasing }) => releasing).findLast((planned) => planned?.version === version);
}
function choiceSetting(kinds, what) {
	return strictObject(Object.fromEntries(kinds.map((kind) => [kind.name, kind.settings.optional().describe(kind.summary)]))).refine((chosen) => Object.keys(chosen).length === 1, `expected exactly one ${what} (${kinds.map(({ name }) => name).join(", ")})`);
}
function chosenName(choice) {
	return Object.keys(choice)[0] ?? "";
}
function openTarget(chosen, subject, tools) {
	const name = chosenName(chosen);
	const kind = tools.targets.find((row) => row.name === name);
	const valid = tools.targets.map((row) => row.name);
	if (kind === void 0) throw stageError("target-unknown", {
		name,
		valid,
		nearest: nearest(name, valid)
	});
	const replayed = kind.replays?.(chosen[name]);
	if (replayed !== void 0) admitReplayed(replayed, subject);
	return kind.make(chosen[name], {
		world: tools.world,
		signal: tools.signal,
		model: subject.model,
		fetch: (artifact) => tools.store.path(artifact),
		replay: (data) => requestsOf(data, subject, tools)
	});
}
function admitReplayed(name, { data }) {
	const reference = ownValue(data, name);
	const valid = Object.keys(data);
	if (reference === void 0) throw stageError("replay-unknown", {
		data: name,
		valid,
		nearest: nearest(name, valid)
	});
	return reference;
}
async function requestsOf(name, subject, { store, world }) {
	const reference = admitReplayed(name, subject);
	const [{ loadData }, { fitted }, { batchOf }, { readModel }, { requiredInputs }] = await Promise.all([
		import("./data-load.js"),
		import("./data-fit.js"),
		import("./data-batch.js"),
		import("./onnx-format.js"),
		import("./onnx-graph-facade.js")
	]);
	const { files, trust } = world;
	const { candidate, production } = subject;
	const served = [candidate, ...production === void 0 ? [] : [production.artifact]];
	const models = await Promise.all(served.map(async (artifact) => requiredInputs(readModel(await files.read(await store.path(artifact))))));
	const data = fitted(await loadData(name, reference, {
		path: await store.path(reference.artifact),
		files,
		trust
	}), models);
	return Array.from({ length: data.examples }, (_, index) => batchOf(data, index, index + 1));
}
function replayProblems(chosen, targets, { data }, at) {
	const name = chosenName(chosen);
	const replayed = targets.find((kind) => kind.name === name)?.replays?.(chosen[name]);
	if (replayed === void 0) return [];
	const declared = data.get(replayed);
	if (declared !== void 0) return unread(replayed, declared);
	const valid = [...data.keys()];
	return [{
		problem: stageProblem("replay-unknown", {
			data: replayed,
			valid,
			nearest: nearest(replayed, valid)
		}),
		at: [...at, name]
	}];
}
const longestBakeMs = 31536e6;
const trafficMetric = _enum(["error-rate", "latency.p50"]);
function defineHook(definition) {
	return {
		...definition,
		make: (settings) => definition.make(settings)
	};
}
const dispatchHook = defineHook({
	name: "dispatch",
	summary: "Starts a workflow on GitHub. It may start twice after a crash; pass `$event-id` to detect a repeat.",
	settings: strictObject({
		workflow: string().min(1).describe("File name of a workflow with a `workflow_dispatch` trigger: `retrain.yml`."),
		ref: string().min(1).default("main").describe("The branch or tag to run it on."),
		inputs: record$1(string(), string()).refine((inputs) => Object.keys(inputs).length <= 25, "expected at most 25 inputs, as GitHub takes no more").default({}).describe("Its inputs; `$event`, `$event-id`, `$model`, `$version`, `$rollout` and `$why` in them are replaced.")
	}).describe("Starts a workflow of the repository on GitHub. Needs GITHUB_REPOSITORY and GITHUB_TOKEN."),
	example: "{ workflow: retrain.yml, inputs: { reason: $why } }",
	runsUserCode: false,
	make: ({ workflow, ref, inputs }) => ({
		name: `dispatch ${workflow}`,
		async run(call, { world: { github } }) {
			if (github === void 0) return {
				outcome: "failed",
				detail: "GITHUB_REPOSITORY and GITHUB_TOKEN are not both set"
			};
			const { dispatchWorkflow } = await import("./github-dispatch.js");
			const filled = Object.entries(inputs).map(([input, text]) => [input, fill(text, call)]);
			await dispatchWorkflow(github, workflow, ref, Object.fromEntries(filled));
			return {
				outcome: "done",
				detail: `started on ${ref}`
			};
		}
	})
});
function fill(text, { event, eventId, model, version, rollout, why }) {
	const values = {
		"event-id": eventId,
		event,
		model,
		version,
		rollout,
		why
	};
	return text.replace(/\$(event-id|event|model|version|rollout|why)/g, (_, word) => values[word] ?? "");
}
const words = tuple([string().min(1)], string());
const longestHookMs = 3e5;
const keepEnd = 65536;
const runHook = defineHook({
	name: "run",
	summary: "Runs a program with AIRWORTHY_EVENT, AIRWORTHY_EVENT_ID, AIRWORTHY_MODEL, AIRWORTHY_VERSION, AIRWORTHY_ROLLOUT and AIRWORTHY_WHY in its environment. It may run twice after a crash; both runs get the same AIRWORTHY_EVENT_ID.",
	settings: union([string().min(1).transform((program) => [program]), words]).describe("A program (`./page-oncall.sh`) or a list of program and arguments; paths start at the folder of the pipeline file."),
	example: "[./page-oncall.sh, --urgent]",
	runsUserCode: true,
	make: ([program, ...args]) => ({
		name: [program, ...args].join(" "),
		async run(call, { world, folder, signal }) {
			const options = {
				cwd: folder,
				env: environment(call),
				timeoutMs: longestHookMs,
				signal,
				diesWithParent: "worker",
				keepEnd
			};
			return resultOf(await world.processes.run(locate(program, folder), args, options), world.files);
		}
	})
});
function resultOf({ code, stdout, stderr }, { masked, maskedRest }) {
	const shown = (text) => mayBeCut(text) ? maskedRest(text) : masked(text);
	const output = lastOutput(`${shown(stdout)}\n${shown(stderr)}`);
	if (code === 0) return {
		outcome: "done",
		detail: output
	};
	const how = code === -1 ? "it was ended, or took longer than 5 minutes" : `exit code ${code}`;
	return {
		outcome: "failed",
		detail: output === "" ? how : `${how}: ${output}`
	};
}
function mayBeCut(text) {
	return Buffer.byteLength(text) >= 65533;
}
function environment(call) {
	return {
		AIRWORTHY_EVENT: call.event,
		AIRWORTHY_EVENT_ID: call.eventId,
		AIRWORTHY_MODEL: call.model,
		AIRWORTHY_VERSION: call.version,
		AIRWORTHY_ROLLOUT: call.rollout,
		AIRWORTHY_WHY: call.why
	};
}
function locate(program, folder) {
	return /[/\\]/.test(program) ? path.resolve(folder, program) : program;
}
function lastOutput(text) {
	return text.trim().slice(-500);
}
const hookKinds = [runHook, dispatchHook];
async function callHook(hook, call, tools) {
	try {
		return await hook.run(call, tools);
	} catch (error) {
		if (error instanceof Cancelled || tools.signal.aborted) throw error;
		return {
			outcome: "failed",
			detail: messageOf(error)
		};
	}
}
const rule = strictObject({
	metric: trafficMetric.describe("What is compared between the candidate and the stable version."),
	margin: margin().describe("How much worse is acceptable: absolute for `error-rate` (`1pp`), relative for `latency.p50` (`10%`)."),
	"min-requests": int().positive().default(50).describe("Fewer requests to the candidate than this are never judged.")
}).transform((raw, context) => {
	const { such, ...metric } = judged[raw.metric];
	const { scale } = metric;
	const margin = valueOn(scale, raw.margin);
	const wrong = (message) => {
		context.addIssue({
			code: "custom",
			path: ["margin"],
			message
		});
		return NEVER;
	};
	if (margin === void 0) return wrong(`expected ${scale === "absolute" ? "an absolute" : "a relative"} margin such as ${such} for ${raw.metric}`);
	const problem = marginProblem(raw.metric, metric, raw.margin, "not-worse");
	if (problem !== void 0) return wrong(problem);
	return {
		metric: raw.metric,
		margin,
		minRequests: raw["min-requests"]
	};
});
const judged = {
	"error-rate": {
		unit: "share",
		better: "lower",
		range: 1,
		scale: "absolute",
		such: "1pp"
	},
	"latency.p50": {
		unit: "ms",
		better: "lower",
		scale: "relative",
		such: "10%"
	}
};
function valueOn(scale, margin) {
	if ("relative" in margin) return scale === "relative" ? margin.relative : void 0;
	return scale === "absolute" ? margin.absolute : void 0;
}
const hook = choiceSetting(hookKinds, "hook");
function rolloutStageSettings(targets, sources) {
	return strictObject({
		target: choiceSetting(targets, "target").describe("What serves the model, with its settings."),
		source: choiceSetting(sources, "metric source").prefault({ target: {} }).describe("Where traffic counts of both versions come from; default: the target's own counts."),
		steps: array(share()).min(1).refine((steps) => steps.every((step, index) => step > (steps[index - 1] ?? 0)), "expected shares that rise, the first above 0%").refine((steps) => steps.at(-1) === 1, "expected 100% as the last step").prefault([
			"5%",
			"25%",
			"50%",
			"100%"
		]).describe("Shares of traffic that the candidate is given, one step after the other."),
		bake: duration().refine((ms) => ms > 0 && ms <= 31536e6, "expected more than no time, and at most 365d").prefault("60s").describe("How long one look at a step lasts; a step gets one look, and more while it is inconclusive."),
		analysis: array(rule).min(1).prefault([{
			metric: "error-rate",
			margin: "1pp"
		}]).describe("What must hold at each step. The last step, at full weight, is judged on errors alone."),
		hold: int().min(0).default(3).describe("How many more looks an inconclusive step gets, before the rollout is rolled back."),
		"on-rollback": array(hook).default([]).describe("What to run once traffic is set back."),
		"on-promoted": array(hook).default([]).describe("What to run once the version is in production.")
	});
}
function settingsForLedger(settings) {
	const { target, source, bake, analysis, hold } = settings;
	return {
		target,
		source,
		bakeMs: bake,
		analysis,
		hold,
		hooks: {
			promoted: settings["on-promoted"],
			"rolled-back": settings["on-rollback"]
		}
	};
}
function reachesOut(settings, targets) {
	return targets.find(({ name }) => name === chosenName(settings.target))?.ownProcesses !== true || settings["on-rollback"].length + settings["on-promoted"].length > 0;
}
function runsUserCode(settings) {
	const chosen = [...settings["on-rollback"], ...settings["on-promoted"]].flatMap((each) => Object.keys(each));
	return hookKinds.some(({ name, runsUserCode }) => runsUserCode && chosen.includes(name));
}
function rolloutOn(targets, sources) {
	return defineStage({
		name: "rollout",
		summary: "Gives the release traffic step by step, judges each step, and promotes it or rolls it back.",
		effects: "remote",
		needs: ["subject", "release"],
		wants: ["decision"],
		uses: [
			"ledger",
			"targets",
			"sources",
			"evidence"
		],
		gives: "rollout",
		concludes: "reached",
		verdictOf: ({ outcome }) => outcome === "promoted" || outcome === "already-serving" ? "pass" : "rolled-back",
		reported: true,
		settings: rolloutStageSettings(targets, sources),
		example: "{ target: { local: { replay: eval } }, steps: [5%, 25%, 100%], bake: 60s, analysis: [{ metric: error-rate, margin: 1pp }] }",
		runsUserCode,
		reachesOut: (settings) => reachesOut(settings, targets),
		preflight: ({ target }, surroundings) => replayProblems(target, targets, surroundings, [...surroundings.here, "target"]),
		estimateMs: ({ steps, bake }) => steps.length * bake + 2e3,
		admit: async (settings, outlook) => (await import("./stages-rollout-admit.js")).admitRollout(settings, outlook),
		run: async (input) => (await import("./stages-rollout-roll-out.js")).rollOut(input)
	});
}
const checkNames = [
	"graph",
	"interface",
	"safety",
	"runs",
	"determinism"
];
const tensorTypes = elementTypes.map(({ name }) => name);
function declared(text) {
	const match = /^\s*(\w+)\s*(?:\[([^\]]*)\])?\s*$/.exec(text);
	const type = match?.[1] ?? "";
	if (!tensorTypes.includes(type)) return void 0;
	const inside = match?.[2]?.trim();
	if (inside === void 0) return { type };
	const dims = inside === "" ? [] : inside.split(",").map((dim) => dim.trim());
	if (dims.includes("")) return void 0;
	return {
		type,
		dims: dims.map((dim) => /^\d+$/.test(dim) ? Number(dim) : dim)
	};
}
const declaration = string().transform((text, context) => {
	const found = declared(text);
	if (found !== void 0) return found;
	context.addIssue({
		code: "custom",
		message: "expected an element type and dims, such as float32[N, 28, 28]"
	});
	return NEVER;
}).meta({ description: "Element type and dims, such as `float32[N, 28, 28]`; a name for a dimension that varies." });
const contract = strictObject({
	inputs: record$1(string(), declaration).default({}).describe("Every input that callers give, by name."),
	outputs: record$1(string(), declaration).default({}).describe("Every output that callers read, by name.")
});
const tolerance = {
	absolute: number().min(0).describe("How far an element may be off, in its own unit."),
	relative: number().min(0).lt(1, "expected less than 1: zeros would do for any expected value").describe("How far it may be off as a part of the expected value: less than 1.")
};
const golden = strictObject({
	from: string().describe("A `.npz` file: an array for each input of the model and for each output to compare, under its name, and no others."),
	absolute: tolerance.absolute.default(1e-5),
	relative: tolerance.relative.default(.001),
	outputs: record$1(string(), strictObject({
		array: string().optional(),
		absolute: tolerance.absolute.optional(),
		relative: tolerance.relative.optional()
	})).default({}).describe("Outputs with tolerances of their own, or whose expected values stand in an array of another name."),
	inputs: record$1(string(), string()).default({}).describe("Inputs that are fed from an array of another name.")
});
function goldenFile({ from }, folder) {
	return path.resolve(folder, from);
}
function loadTest(targets) {
	return strictObject({
		target: choiceSetting(targets.filter(({ ownProcesses }) => ownProcesses === true), "target").describe("What serves the candidate meanwhile, with its settings."),
		for: duration().refine((ms) => ms > 0 && ms <= 31536e6, "expected more than no time, and at most 365d").prefault("5s").describe("How long requests are sent."),
		errors: share().prefault("0%").describe("Largest share of requests that may fail."),
		latency: duration().optional().describe("What 95 % of the requests must be answered in.")
	});
}
const limits = strictObject({
	size: byteSize().optional().describe("Largest file, such as `20MB`."),
	parameters: int().positive().optional().describe("Most elements of all weights."),
	opset: strictObject({
		min: int().positive().optional().describe("Oldest version of the standard operators."),
		max: int().positive().optional().describe("Newest version of the standard operators.")
	}).optional().describe("Versions of the standard operators that what serves can run."),
	latency: duration().optional().describe("Longest run of batch 1 on one thread of the CPU. A quick check, not a measurement.")
});
function validateSettings(targets) {
	return strictObject({
		checks: array(_enum(checkNames)).min(1).default([...checkNames]).describe("What to check: `graph` (the rules of ONNX), `interface` (what callers of production would notice), `safety` (nothing outside of its folder, nothing endless), `runs` (it loads and gives finite outputs), `determinism` (the same answer twice, and in a batch)."),
		data: string().optional().describe("The data set whose examples the model is run on, up to 256 from all over it, unless `golden:` has inputs. Default: the data set called eval, if there is one that fits; else inputs are made up."),
		shapes: record$1(string(), array(int().min(1))).default({}).describe("Shapes of made-up inputs, by name, where the model leaves them open and the usual ones do not fit."),
		contract: contract.optional().describe("The interface that callers rely on."),
		golden: union([golden.transform((one) => [one]), array(golden)]).default([]).describe("Inputs with the outputs that are expected of them; one set or a list."),
		limits: limits.optional().describe("What the model may not exceed."),
		license: array(string()).default([]).describe("Licences of which the model must state one, such as `[MIT, Apache-2.0]`."),
		metadata: array(string()).default([]).describe("Keys of its metadata under which the model must say something; also `producer`, `description`, `domain`."),
		"load-test": loadTest(targets).optional().describe("Requests to a real server that serves the candidate.")
	});
}
function validationVerdict({ checks }) {
	return combine(checks.map(({ verdict }) => verdict === "not-checked" ? "inconclusive" : verdict));
}
const costs = {
	loading: 1e3,
	reading: 100
};
function validateOn(targets) {
	return defineStage({
		name: "validate",
		summary: "Checks that the candidate is a sound ONNX model: its graph, its interface, its safety, that it runs, and what it must answer, state and stay below.",
		effects: "none",
		needs: ["subject"],
		uses: ["targets"],
		gives: "validation",
		verdictOf: validationVerdict,
		reported: true,
		settings: validateSettings(targets),
		example: "{ checks: [graph, interface, safety, runs], limits: { size: 20MB } }",
		files: ({ golden }, folder) => golden.map((set) => goldenFile(set, folder)),
		preflight: ({ "load-test": load }, surroundings) => load === void 0 ? [] : replayProblems(load.target, targets, surroundings, [
			...surroundings.here,
			"load-test",
			"target"
		]),
		estimateMs: ({ checks, golden, "load-test": load }) => costs.reading * checks.length + costs.loading * (checks.filter((name) => name === "runs" || name === "determinism").length + golden.length) + (load === void 0 ? 0 : costs.loading + load.for),
		run: async (input) => (await import("./stages-validate-check-all.js")).checkAll(input)
	});
}
const builtIn = {
	targets,
	sources,
	variants
};
function stageKindsFor(families) {
	return [
		validateOn(families.targets),
		optimizeWith(families.variants),
		benchmark,
		compare,
		gate,
		release,
		rolloutOn(families.targets, families.sources)
	];
}
const stageKinds = stageKindsFor(builtIn);
const largestSource = 1048576;
const mostTokens = 1e5;
const mostValues = 5e4;
const mostLevels = 64;
const mostAliases = 100;
function parseSource(text, file) {
	admitSize(Buffer.byteLength(text), file);
	admitTokens(text, file);
	const lines = new LineCounter();
	const document = parseDocument(text, {
		lineCounter: lines,
		prettyErrors: false,
		strict: true
	});
	const place = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			file,
			line: Math.max(line, 1),
			column: Math.max(col, 1)
		};
	};
	throwIfAny(document.errors.slice(0, 101).map((error) => syntaxProblem(error, place(error.pos[0]))));
	const value = plainValue(() => document.toJS({ maxAliasCount: mostAliases }), place(0));
	admitValues(value, file);
	const offset = (path, key) => offsetOf(document.contents, path, key);
	return {
		file,
		value,
		where: (path) => place(offset(path, false)),
		whereKey: (path) => place(offset(path, true)),
		nameOf: keysOf
	};
}
function sourceOf(value, file, nameOf = keysOf) {
	return {
		file,
		value,
		where: () => void 0,
		whereKey: () => void 0,
		nameOf
	};
}
function keysOf(path) {
	return path.length === 0 ? "the pipeline" : path.map((step) => typeof step === "number" ? `[${step}]` : step).join(".");
}
function throwIfAny(problems) {
	const [first, ...others] = problems.slice(0, 100);
	if (first === void 0) return;
	const more = problems.length > 100 ? [pipelineProblem("pipeline-more-problems", { shown: 100 })] : [];
	throw new UserError([
		first,
		...others,
		...more
	]);
}
function admitSize(bytes, file) {
	if (bytes > 1048576) throw tooLarge(file, "bytes", largestSource);
}
function admitTokens(text, file) {
	let tokens = 0;
	for (const _ of new Lexer().lex(text)) if (++tokens > mostTokens) throw tooLarge(file, "tokens of YAML", mostTokens);
}
function admitValues(value, file) {
	let [level, count] = [[value], 0];
	for (let depth = 0; level.length > 0; depth++) {
		count += level.length;
		if (count > mostValues) throw tooLarge(file, "values", mostValues);
		if (depth > mostLevels) throw tooLarge(file, "levels of lists and mappings", mostLevels);
		const inner = [];
		for (const each of level) {
			if (each === null || typeof each !== "object") continue;
			for (const member of Object.values(each)) inner.push(member);
			if (count + inner.length > mostValues) throw tooLarge(file, "values", mostValues);
		}
		level = inner;
	}
}
function tooLarge(path, what, limit) {
	return pipelineError("pipeline-too-large", {
		path,
		what,
		limit
	});
}
function syntaxProblem(error, where) {
	if (error.code === "DUPLICATE_KEY") return pipelineProblem("pipeline-duplicate-name", {}, where);
	return pipelineProblem("pipeline-not-yaml", { reason: error.message.split("\n")[0] ?? error.code }, where);
}
function plainValue(convert, where) {
	try {
		const value = convert();
		if (holdsItself(value)) throw new Error("a part of it is an alias of itself");
		return value;
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new UserError([pipelineProblem("pipeline-not-yaml", { reason }, where)], { cause });
	}
}
function holdsItself(value, above = []) {
	if (value === null || typeof value !== "object") return false;
	if (above.includes(value)) return true;
	return Object.values(value).some((member) => holdsItself(member, [...above, value]));
}
function offsetOf(root, path, key) {
	let node = root;
	let offset = startOf(root) ?? 0;
	for (const [index, step] of path.entries()) {
		if (!isCollection(node)) break;
		const pair = isMap(node) ? node.items.find((item) => keyOf(item) === String(step)) : void 0;
		const child = isMap(node) ? pair?.value : node.items[Number(step)];
		offset = startOf(pair !== void 0 && (key ? index === path.length - 1 : !isNode(child)) ? pair.key : child) ?? startOf(pair?.key) ?? offset;
		node = child;
	}
	return offset;
}
function keyOf(pair) {
	return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}
function startOf(node) {
	return isNode(node) ? node.range?.[0] : void 0;
}
function substitute(value, source, scope) {
	const problems = [];
	let characters = 0;
	const look = (term, path) => {
		if (problems.length > 100) return "";
		const found = lookUp(term, scope);
		if (!("problem" in found)) {
			characters += typeof found.value === "string" ? found.value.length : 0;
			if (characters > mostReplaced) throw tooLarge(source.file, "characters that expressions stand for", mostReplaced);
			return found.value;
		}
		problems.push({
			...found.problem,
			where: source.where(path)
		});
		return "";
	};
	const visit = (part, path) => {
		if (typeof part === "string") return substituteText(part, (term) => look(term, path));
		if (Array.isArray(part)) return part.map((member, index) => visit(member, [...path, index]));
		if (part === null || typeof part !== "object") return part;
		return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, visit(member, [...path, key])]));
	};
	return {
		value: visit(value, []),
		problems
	};
}
const mostReplaced = 4194304;
function substituteText(text, look) {
	const whole = /^\s*\$\{\{([^}]*)\}\}\s*$/.exec(text);
	if (whole?.[1] !== void 0) return look(whole[1].trim());
	const parts = [];
	let done = 0;
	for (const { from, to } of expressionsIn(text)) {
		parts.push(text.slice(done, from), String(look(text.slice(from + 3, to - 2).trim())));
		done = to;
	}
	return parts.length === 0 ? text : parts.join("") + text.slice(done);
}
function* expressionsIn(text) {
	let [end, line] = [-1, -1];
	for (let from = text.indexOf("${{"); from >= 0;) {
		if (end < from + 3) end = text.indexOf("}}", from + 3);
		if (end < 0) return;
		if (line < from) line = lineEnd(text, from);
		const next = line < end ? line : end + 2;
		if (line > end) yield {
			from,
			to: next
		};
		from = text.indexOf("${{", next);
	}
}
function lineEnd(text, from) {
	const breaks = /[\n\r\u2028\u2029]/g;
	breaks.lastIndex = from;
	return breaks.exec(text)?.index ?? text.length;
}
function lookUp(term, scope) {
	const [, kind, name = ""] = /^(env|inputs)\.([A-Za-z_][\w-]*)$/.exec(term) ?? [];
	if (kind === void 0) return { problem: pipelineProblem("expression-unknown", { term: shortened(term) }) };
	if (kind === "env" && scope.trust.level === "untrusted") return { problem: pipelineProblem("expression-untrusted", {
		term: shortened(term),
		why: scope.trust.why
	}) };
	const value = kind === "env" ? ownValue(scope.env, name) : ownValue(scope.inputs, name);
	if (value !== void 0) return { value };
	const valid = kind === "env" ? [] : Object.keys(scope.inputs);
	return { problem: pipelineProblem("expression-undefined", {
		term: shortened(term),
		nearest: nearest(name, valid)
	}) };
}
function shortened(term) {
	return term.length > 100 ? `${term.slice(0, 100)}\u2026` : term;
}
function graphProblems(stages, kinds) {
	const nodes = nodesOf(stages);
	const sorted = topological(nodes);
	if ("cycle" in sorted) {
		const where = stages.find((stage) => stage.name === sorted.cycle[0])?.where;
		return [pipelineProblem("pipeline-cycle", { cycle: sorted.cycle }, where)];
	}
	return [
		...missing(stages, kinds),
		...passedOver(stages),
		...goneAround(stages)
	];
}
function missing(stages, kinds) {
	const nodes = nodesOf(stages);
	return stages.flatMap((stage) => stage.kind.needs.filter((product) => product !== "subject" && giverOf(nodes, stage.name, product) === void 0).map((product) => {
		const givers = kinds.filter((kind) => kind.gives === product).map((kind) => kind.name);
		return pipelineProblem("stage-input-missing", {
			stage: stage.name,
			product,
			givers
		}, stage.where);
	}));
}
function passedOver(stages) {
	const nodes = nodesOf(stages);
	return stages.flatMap((stage) => {
		const { gives, concludes } = stage.kind;
		const after = descendants(nodes, stage.name);
		const takers = stages.filter(({ name, kind }) => after.includes(name) && kind.needs.includes(gives));
		const givers = takers.map(({ name }) => giverOf(nodes, name, gives));
		const [taker] = takers;
		if (concludes !== void 0 || taker === void 0 || givers.includes(stage.name)) return [];
		const facts = {
			stage: stage.name,
			product: gives,
			taker: taker.name,
			giver: String(givers[0])
		};
		return [pipelineProblem("product-unused", facts, stage.where)];
	});
}
const judging = ["validation", "decision"];
function goneAround(stages) {
	const nodes = nodesOf(stages);
	return stages.flatMap((stage) => {
		if (stage.kind.effects !== "remote") return [];
		const near = [
			stage.name,
			...ancestors(nodes, stage.name).map(({ name }) => name),
			...descendants(nodes, stage.name)
		];
		const judge = stages.find(({ name, kind }) => judging.includes(kind.gives) && !near.includes(name));
		if (judge === void 0) return [];
		return [pipelineProblem("gate-bypassed", {
			stage: stage.name,
			judge: judge.name
		}, stage.where)];
	});
}
function problemsOf(issues, schema, source, base, also = []) {
	return issues.slice(0, 101).flatMap((issue) => problemsOfIssue(issue, schema, source, base, also));
}
function problemsOfIssue(issue, schema, source, base, also) {
	const inside = issue.path.map((step) => typeof step === "symbol" ? String(step) : step);
	const path = [...base, ...inside];
	if (issue.code === "unrecognized_keys") {
		const valid = [...keysAt(schema, inside), ...inside.length === 0 ? also : []];
		return issue.keys.slice(0, 101).map((key) => unknownKey(key, path, valid, source));
	}
	if (issue.code === "invalid_union") {
		const meant = keysMeant(schemaAt(schema, inside, 0), issue.input);
		if (meant.unknown.length > 0) return meant.unknown.slice(0, 101).map((key) => unknownKey(key, path, meant.valid, source));
		const branch = bestBranch(issue.errors);
		if (branch !== void 0) return branch.flatMap((nested) => problemsOfIssue(nested, schemaAt(schema, inside, 0) ?? schema, source, path, []));
	}
	if (issue.code === "invalid_type" && issue.input === void 0 && issue.message.includes("received undefined")) {
		const key = String(path.at(-1) ?? "pipeline");
		return [pipelineProblem("pipeline-missing-key", {
			key,
			at: source.nameOf(path.slice(0, -1))
		}, source.where(path))];
	}
	if (issue.code === "invalid_key") {
		const why = issue.issues[0]?.message ?? issue.message;
		return [pipelineProblem("pipeline-wrong-name", {
			name: String(path.at(-1)),
			why
		}, source.whereKey(path))];
	}
	return [wrongValue(issue, path, source)];
}
function unknownKey(key, path, valid, source) {
	const where = source.whereKey([...path, key]);
	const at = source.nameOf(path);
	return pipelineProblem("pipeline-unknown-key", {
		key,
		at,
		valid,
		nearest: nearest(key, valid)
	}, where);
}
function wrongValue(issue, path, source) {
	const [at, where] = [source.nameOf(path), source.where(path)];
	if (issue.code === "invalid_value") {
		const valid = issue.values.map(String);
		const given = typeof issue.input === "string" ? issue.input : "";
		return pipelineProblem("pipeline-wrong-value", {
			at,
			expected: `expected one of ${valid.join(", ")}`,
			nearest: nearest(given, valid)
		}, where);
	}
	return pipelineProblem("pipeline-wrong-value", {
		at,
		expected: lowerFirst(issue.message),
		nearest: void 0
	}, where);
}
function keysMeant(schema, value) {
	const options = objectsIn(schema);
	if (options.length === 0 || value === null || typeof value !== "object" || Array.isArray(value)) return {
		valid: [],
		unknown: []
	};
	const keys = Object.keys(value);
	const known = options.map(({ shape }) => keys.filter((key) => Object.hasOwn(shape, key)).length);
	const meant = options.filter((_, at) => known[at] === Math.max(...known));
	const valid = [...new Set(meant.flatMap(({ shape }) => Object.keys(shape)))];
	return {
		valid,
		unknown: keys.filter((key) => !valid.includes(key))
	};
}
function bestBranch(branches) {
	const depth = (issues) => Math.max(...issues.map((issue) => issue.path.length + (issue.code === "unrecognized_keys" || issue.code === "custom" ? .5 : 0)));
	return branches.filter((issues) => issues.length > 0).sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
}
function lowerFirst(text) {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
function keysAt(schema, path) {
	return [...new Set(objectsIn(schemaAt(schema, path, 0)).flatMap(({ shape }) => Object.keys(shape)))];
}
function schemaAt(schema, path, depth) {
	const bare = unwrapped(schema);
	const step = path[depth];
	if (step === void 0) return bare;
	if (bare instanceof ZodUnion) return bare.options.map((option) => schemaAt(option, path, depth)).find((found) => found !== void 0);
	if (bare instanceof ZodObject) return descend(ownValue(bare.shape, String(step)), path, depth);
	if (bare instanceof ZodArray) return descend(bare.element, path, depth);
	if (bare instanceof ZodRecord) return descend(bare.valueType, path, depth);
}
function objectsIn(schema) {
	if (schema instanceof ZodObject) return [schema];
	return schema instanceof ZodUnion ? schema.options.map(unwrapped).flatMap(objectsIn) : [];
}
function descend(schema, path, depth) {
	return schema === void 0 ? void 0 : schemaAt(schema, path, depth + 1);
}
function unwrapped(schema) {
	if (schema instanceof ZodOptional || schema instanceof ZodDefault || schema instanceof ZodNullable || schema instanceof ZodPrefault) return unwrapped(schema.unwrap());
	if (schema instanceof ZodPipe) return unwrapped(schema.in);
	return schema;
}
const once = {
	reportInput: true,
	jitless: true
};
const mostStages = 500;
async function load(file, world, options = {}) {
	const absolute = path.resolve(world.cwd, file);
	if (options.text !== void 0) return check(parseSource(options.text, absolute), world, options);
	const size = await world.files.size(absolute);
	if (size === void 0) throw pipelineError("pipeline-missing", { path: absolute });
	admitSize(size, absolute);
	return check(parseSource(await world.files.readText(absolute), absolute), world, options);
}
function pipelineOf(value, folder, world, options = {}) {
	return check(sourceOf(value, path.join(folder, "pipeline"), options.nameOf), world, options);
}
function check(source, world, options) {
	const families = familiesOf(options);
	const kinds = [...families === builtIn ? stageKinds : stageKindsFor(families), ...options.kinds ?? []];
	throwIfAny(hiddenMembers(source));
	const { value, problems } = substituted(source, world, options.inputs ?? {});
	const parsed = pipelineFile.safeParse(value, once);
	if (!parsed.success) {
		const stages = stagesOf(value);
		if (stages !== void 0 && Object.keys(stages).length > mostStages) throw tooLarge(source.file, "stages", mostStages);
		const others = stages === void 0 ? [] : checkStages(stages, kinds, source).problems;
		throwIfAny([
			...problems,
			...problemsOf(parsed.error.issues, pipelineFile, source, []),
			...others
		]);
		throw parsed.error;
	}
	if (Object.keys(parsed.data.stages).length > mostStages) throw tooLarge(source.file, "stages", mostStages);
	if (world.trust.level === "trusted" || options.text !== void 0) world.hide(parsed.data.secrets);
	const stages = checkStages(parsed.data.stages, kinds, source);
	const graph = stages.problems.length === 0 ? graphProblems(stages.stages, kinds) : [];
	throwIfAny([
		...problems,
		...stages.problems,
		...graph,
		...stages.problems.length + graph.length === 0 ? preflightProblems(stages.stages, parsed.data.data, source) : []
	]);
	return {
		name: parsed.data.pipeline,
		file: source.file,
		folder: path.dirname(source.file),
		get sha256() {
			return digest(value);
		},
		model: parsed.data.model,
		registry: parsed.data.registry,
		data: parsed.data.data,
		stages: stages.stages,
		kinds,
		targets: families.targets,
		sources: families.sources,
		where: source.where
	};
}
function hiddenMembers(source) {
	const found = [];
	const look = (value, at) => {
		if (value === null || typeof value !== "object") return;
		const why = "in JavaScript it is what an object inherits from";
		if (Object.hasOwn(value, "__proto__")) found.push(pipelineProblem("pipeline-wrong-name", {
			name: "__proto__",
			why
		}, source.whereKey([...at, "__proto__"])));
		for (const [name, member] of Object.entries(value)) look(member, [...at, name]);
	};
	look(source.value, []);
	return found;
}
function familiesOf({ targets = [], sources = [], variants = [] }) {
	if ([
		...targets,
		...sources,
		...variants
	].length === 0) return builtIn;
	return {
		targets: [...builtIn.targets, ...targets],
		sources: [...builtIn.sources, ...sources],
		variants: [...builtIn.variants, ...variants]
	};
}
function stagesOf(value) {
	return asRecord(asRecord(value)?.["stages"]);
}
function asRecord(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value) ? value : void 0;
}
function substituted(source, world, given) {
	const file = asRecord(source.value);
	if (file === void 0) return {
		value: source.value,
		problems: []
	};
	const { inputs: declarations, ...rest } = file;
	const declared = asRecord(declarations) ?? {};
	const problems = Object.keys(given).filter((name) => !Object.hasOwn(declared, name)).map((name) => pipelineProblem("input-unknown", {
		name,
		valid: Object.keys(declared),
		nearest: nearest(name, Object.keys(declared))
	}, source.where(["inputs"])));
	const defaults = Object.entries(declared).flatMap(([name, declaration]) => {
		const value = asRecord(declaration)?.["default"];
		return value === void 0 ? [] : [[name, value]];
	});
	const { env, trust } = world;
	const replaced = substitute(rest, source, {
		env,
		trust,
		inputs: {
			...Object.fromEntries(defaults),
			...given
		}
	});
	return {
		value: declarations === void 0 ? replaced.value : {
			...replaced.value,
			inputs: declarations
		},
		problems: [...problems, ...replaced.problems]
	};
}
function checkStages(bodies, kinds, source) {
	const names = Object.keys(bodies);
	const results = Object.entries(bodies).map(([name, body], index) => checkStage(name, body, names[index - 1], kinds, source));
	const stages = results.flatMap((result) => result.stage === void 0 ? [] : [result.stage]);
	const needs = stages.flatMap((stage) => needsProblems(stage, names, source));
	return {
		stages,
		problems: [...results.flatMap((result) => result.problems), ...needs]
	};
}
function checkStage(name, body, previous, kinds, source) {
	const at = ["stages", name];
	const record = body === null ? {} : asRecord(body);
	if (record === void 0) return { problems: [pipelineProblem("pipeline-wrong-value", {
		at: `stages.${name}`,
		expected: "a mapping of settings",
		nearest: void 0
	}, source.where(at))] };
	const [common, settings] = split(record);
	const kindName = typeof common["kind"] === "string" ? common["kind"] : name;
	const kind = kinds.find((each) => each.name === kindName);
	const valid = kinds.map((each) => each.name);
	if (kind === void 0) return { problems: [pipelineProblem("stage-kind-unknown", {
		kind: kindName,
		valid,
		nearest: nearest(kindName, valid)
	}, source.whereKey(at))] };
	const commonResult = stageCommon.safeParse(common, once);
	const settingsResult = kind.settings.safeParse(settings, once);
	const problems = [...issuesOf(commonResult, stageCommon, source, at, []), ...issuesOf(settingsResult, kind.settings, source, at, commonKeys)];
	if (problems.length > 0 || !commonResult.success) return { problems };
	const { needs, when, timeout } = commonResult.data;
	const before = needs === void 0 ? previous === void 0 ? [] : [previous] : [needs].flat();
	return {
		stage: {
			...kind.make(settings, { folder: path.dirname(source.file) }),
			name,
			needs: before,
			when,
			timeout,
			where: source.whereKey(at)
		},
		problems
	};
}
function split(record) {
	const entries = Object.entries(record);
	const isCommon = ([key]) => commonKeys.includes(key);
	return [Object.fromEntries(entries.filter(isCommon)), Object.fromEntries(entries.filter((entry) => !isCommon(entry)))];
}
function issuesOf(result, schema, source, at, also) {
	return result.success ? [] : problemsOf(result.error.issues, schema, source, at, also);
}
function needsProblems(stage, names, source) {
	return stage.needs.filter((need) => !names.includes(need)).slice(0, 101).map((need) => pipelineProblem("stage-unknown", {
		name: need,
		valid: names,
		nearest: nearest(need, names)
	}, source.where([
		"stages",
		stage.name,
		"needs"
	])));
}
function preflightProblems(stages, data, source) {
	const nodes = nodesOf(stages);
	const declared = new Map(Object.entries(data));
	const questionsOf = (names) => stages.filter(({ name }) => names.includes(name)).flatMap(({ questions }) => questions);
	const problems = stages.flatMap((stage) => {
		return stage.preflight({
			here: ["stages", stage.name],
			questions: questionsOf(descendants(nodes, stage.name)),
			data: declared,
			askedFor(product) {
				const giver = giverOf(nodes, stage.name, product);
				const asked = giver === void 0 ? [] : questionsOf([giver]);
				return asked.length === 0 ? void 0 : asked;
			}
		}).map(({ problem, at }) => {
			const where = source.where(at);
			return where === void 0 ? problem : {
				...problem,
				where
			};
		});
	});
	return [...new Map(problems.map((problem) => [canonical(problem), problem])).values()];
}
export { admit, adopt$1 as adopt, baselineOf, brokenRules, callHook, checkNames, chosenName, countersOf, createLedger, dataError, decide, defaultShard, defineMetricSource, defineReader, defineTarget, defineVariant, goldenFile, hookKinds, inputValue, isCandidate, isQuality$1 as isQuality, isVersion, isVersionTagOf, ledgerKindOf, ledgers, listedMetrics, load, longestBakeMs, longestHookMs, matchesPattern, metricNamed, metricNames, metrics, openLedger, openTarget, parseTag, partOf, pipelineError, pipelineErrors, pipelineOf, pipelineProblem, planRelease, policySchema, possibleVersions, readerOf, registryState, releaseEvent, releaseKey, releaseOf, runnerLabels, scenariosOf, settingsForLedger, shardName, shardsOf, stageError, stageKinds, stageTag, standingOf, tagStart, trafficMetric, usualLedger, versionTag, versionsIn };
