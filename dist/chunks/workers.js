import { __commonJSMin, __toESM } from "./rolldown-runtime.js";
import { accessSync, constants, existsSync, readFileSync, readlinkSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { hostname, networkInterfaces, tmpdir } from "node:os";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { Buffer as Buffer$1 } from "node:buffer";
import { once } from "node:events";
function createHash(...given) {
	return process.getBuiltinModule("node:crypto").createHash(...given);
}
function createHmac(...given) {
	return process.getBuiltinModule("node:crypto").createHmac(...given);
}
function randomBytes(...given) {
	return process.getBuiltinModule("node:crypto").randomBytes(...given);
}
function randomUUID(...given) {
	return process.getBuiltinModule("node:crypto").randomUUID(...given);
}
function timingSafeEqual(...given) {
	return process.getBuiltinModule("node:crypto").timingSafeEqual(...given);
}
const workspaces = [
	"GITHUB_WORKSPACE",
	"CI_PROJECT_DIR",
	"BUILD_SOURCESDIRECTORY",
	"WORKSPACE"
];
function checkoutOf(cwd, env) {
	const top = withParents(cwd).findLast((folder) => !isRoot(folder) && existsSync(path.join(folder, ".git")));
	if (top !== void 0) return top;
	return workspaces.flatMap((name) => env[name] || []).find((folder) => isWithin(cwd, folder)) ?? cwd;
}
function withParents(folder) {
	return isRoot(folder) ? [folder] : [folder, ...withParents(path.dirname(folder))];
}
function isWithin(file, folder) {
	return [file, real(file)].some((from) => [folder, real(folder)].some((to) => isBelow(from, to)));
}
function isRoot(folder) {
	return path.dirname(folder) === folder;
}
function isBelow(file, folder) {
	const way = path.relative(folder, file);
	return way.split(path.sep)[0] !== ".." && !path.isAbsolute(way);
}
function real(file) {
	try {
		return realpathSync(file);
	} catch {
		return isRoot(file) ? file : path.join(real(path.dirname(file)), path.basename(file));
	}
}
var UserError = class extends Error {
	name = "UserError";
	problems;
	constructor(problems, options) {
		super(problems[0].message, options);
		this.problems = problems;
	}
	get code() {
		return this.problems[0].code;
	}
	get hint() {
		return this.problems[0].hint;
	}
};
var Bug = class extends Error {
	name = "Bug";
};
var Cancelled = class extends Error {
	name = "Cancelled";
};
function errorFrom(table) {
	const problem = problemFrom(table);
	return (code, details, { where, cause } = {}) => new UserError([problem(code, details, where)], { cause });
}
function problemFrom(table) {
	return (code, details, where) => ({
		code,
		...shortened(table[code].say(details)),
		...where === void 0 ? {} : { where }
	});
}
const longestSentence = 4e3;
function shortened({ message, hint }) {
	return {
		message: cut$1(message),
		hint: cut$1(hint)
	};
}
function cut$1(text) {
	if (text.length <= longestSentence) return text;
	const half = longestSentence / 2;
	const [first, last] = [text.slice(0, half), text.slice(-2e3)];
	const start = first.slice(0, first.search(/\s\S*$/) + 1);
	const end = last.slice(/^\S*/.exec(last)?.[0].length);
	return `${start}\u2026 (${text.length - start.length - end.length} characters) \u2026${end}`;
}
function messageOf(thrown) {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
function fewOf(names) {
	const shown = names.slice(0, 8).join(", ");
	return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}
function didYouMean(name) {
	return name === void 0 ? "" : ` Did you mean ${name}?`;
}
function clip(text, length) {
	if (text.length <= length) return text;
	const end = Math.max(0, length - 1);
	const last = text.charCodeAt(end - 1);
	return `${text.slice(0, last >= 55296 && last <= 56319 ? end - 1 : end).trimEnd()}\u2026`;
}
const portErrors = {
	bug: {
		say: (d) => ({
			message: `This is a defect in Airworthy: ${d.detail}`,
			hint: "Please report it with the command and the journal of the run; nothing that was recorded is lost."
		}),
		example: { detail: "a stage gave no product" }
	},
	"content-differs": {
		say: (d) => ({
			message: `The bytes stored under sha256 ${d.sha256.slice(0, 12)}\u2026 in ${d.where} do not match that digest.`,
			hint: "They were damaged or exchanged: bring the file in again from where it came from."
		}),
		example: {
			sha256: "ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12",
			where: "the folder .airworthy/store"
		}
	},
	"digest-malformed": {
		say: (d) => ({
			message: `${JSON.stringify(clip(d.text, 100))} is not a SHA-256 digest.`,
			hint: "A digest has 64 digits, 0 to 9 and a to f: look where this one was written."
		}),
		example: { text: "../secrets" }
	},
	"disk-full": {
		say: (d) => ({
			message: `There is no space left to write ${d.path}.`,
			hint: "Free some space, and call it again. What was written before is intact: a run that had begun continues with `airworthy run --resume`."
		}),
		example: { path: ".airworthy/store/ab/ab12" }
	},
	"file-changed": {
		say: (d) => ({
			message: `${d.path} was changed while it was read.`,
			hint: "Let whatever writes it finish, and run again."
		}),
		example: { path: "models/digits.onnx" }
	},
	"file-denied": {
		say: (d) => ({
			message: `${d.path} cannot be used: ${d.reason}.`,
			hint: "Check the path and its permissions."
		}),
		example: {
			path: "ledger.jsonl",
			reason: "it is a directory"
		}
	},
	"file-missing": {
		say: (d) => ({
			message: `There is no file ${d.path}.`,
			hint: "Check the path: a relative one starts where the command runs, and in a pipeline at the folder of its file."
		}),
		example: { path: "data/eval.npz" }
	},
	"file-too-large": {
		say: (d) => ({
			message: `${d.path} has ${Math.ceil(d.count)} ${d.of}; the limit for ${d.what} is ${d.limit}.`,
			hint: "Airworthy writes none that is larger: check that it is the file you mean, and where it comes from."
		}),
		example: {
			path: "evidence.json",
			what: "evidence",
			count: 5e8,
			of: "bytes",
			limit: 335544320
		}
	},
	"lock-obstructed": {
		say: (d) => ({
			message: `The lock ${d.lock} cannot be taken: ${d.what}.`,
			hint: `If no process of Airworthy is at work there, remove it, \`rm -r '${d.lock}'\`, and run this again.`
		}),
		example: {
			lock: "ledger.jsonl.lock",
			what: "it is a symbolic link"
		}
	},
	"program-missing": {
		say: (d) => ({
			message: `The program ${d.program} could not be started: ${d.reason}.`,
			hint: `Install ${d.program}, or put it on the PATH.`
		}),
		example: {
			program: "./page-oncall.sh",
			reason: "ENOENT"
		}
	},
	"program-output": {
		say: (d) => ({
			message: `The program ${d.program} was ended: it wrote more than ${d.limit} bytes, which is the limit.`,
			hint: "Run it by hand to see what it writes; a history or a file of this size is the usual reason."
		}),
		example: {
			program: "git",
			limit: 268435456
		}
	},
	"run-cancelled": {
		say: ({ run }) => ({
			message: run === void 0 ? "It was cancelled before it was done." : "The run was cancelled.",
			hint: run === void 0 ? "Run it again: nothing is recorded twice." : `\`airworthy run --run ${run}\` continues where it stopped.`
		}),
		example: { run: "20260101-120000-abcdefgh" }
	},
	"untrusted-code": {
		say: (d) => ({
			message: `The stage ${d.stage} would run code of the user, which is refused here: ${d.why}.`,
			hint: "Run it from a branch of the repository itself, after review."
		}),
		example: {
			stage: "rollout",
			why: "a pull request from a fork"
		}
	},
	"worker-died": {
		say: (d) => ({
			message: `A ${d.role} worker process ended before it answered (${d.how}).${d.words === "" ? "" : ` Its last output: ${d.words}`}`,
			hint: "If it repeats, check memory limits, and what `graph` and `safety` of `airworthy validate` find in the model."
		}),
		example: {
			role: "bench",
			how: "signal SIGKILL",
			words: ""
		}
	},
	"worker-slow": {
		say: (d) => ({
			message: `A ${d.role} worker process gave no answer within ${d.seconds} s and was ended.`,
			hint: "Give the stage a longer `timeout:`, or use a smaller batch."
		}),
		example: {
			role: "bench",
			seconds: 60
		}
	}
};
const portError = errorFrom(portErrors);
const portProblem = problemFrom(portErrors);
const lists = /^PATH$|_PATH$|_PRELOAD$|_AUDIT$|^DYLD_|_FILES$|_FILENAMES$|^XDG_\w+_(?:HOME|DIRS)$/;
const settings = /^(?:HOME|USERPROFILE|OPENSSL_CONF|GIT_CONFIG_(?:GLOBAL|SYSTEM)|NPM_CONFIG_(?:USERCONFIG|GLOBALCONFIG|PREFIX)|GIT_SSH|\w+_ASKPASS)$/;
const preloads = /_PRELOAD$|_AUDIT$|^DYLD_INSERT_/;
const named = /_PRELOAD$|_AUDIT$|^DYLD_INSERT_|^GIT_SSH$|_ASKPASS$/;
const loading = /(?:^|\s)(?:-r|--require|--import|--(?:experimental-)?loader|--snapshot-blob|--env-file\S*?|--\S*config\S*?)(?:[\s=]|$)/;
function confined(env, checkout, delimiter = path.delimiter) {
	return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value === void 0 ? void 0 : kept(name.toUpperCase(), value)]));
	function kept(name, value) {
		if (name === "NODE_OPTIONS") return loading.test(value) ? void 0 : value;
		if (!lists.test(name) && !settings.test(name)) return value;
		const safe = (preloads.test(name) ? value.split(/[\s:;]+/) : value.split(delimiter)).filter((entry) => isOutside(entry) || named.test(name) && /^[^/\\]+$/.test(entry));
		return safe.length === 0 ? void 0 : safe.join(delimiter);
	}
	function isOutside(entry) {
		return path.isAbsolute(entry) && !isWithin(entry, checkout);
	}
}
function programOn(env, name, platform = process.platform) {
	if (/[/\\]/.test(name)) return name;
	const folders = (env["PATH"] ?? env["Path"] ?? "").split(path.delimiter).filter(Boolean);
	const endings = platform === "win32" ? [".exe", ".com"] : [""];
	return folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))).find(isProgram);
}
function isProgram(file) {
	try {
		accessSync(file, constants.X_OK);
		return statSync(file).isFile();
	} catch {
		return false;
	}
}
const leastOfCut = 6;
function createFinder(all) {
	const forms = [...new Set(all)].sort();
	if (forms.length === 0) return () => [];
	const begins = new Uint8Array(2 ** 16);
	for (const form of forms) begins[hashAt(form, 0)] = 1;
	return (text) => {
		const spans = [];
		for (let at = 0; at + 4 <= text.length; at++) {
			if (begins[hashAt(text, at)] === 0) continue;
			const length = longestAt(text, at, forms);
			if (length > 0) spans.push({
				start: at,
				end: at + length
			});
		}
		return spans;
	};
}
function hashAt(text, at) {
	return text.charCodeAt(at) + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2) * 1021 + text.charCodeAt(at + 3) * 32749 & 65535;
}
function longestAt(text, at, forms) {
	let [low, high, longest, depth] = [
		0,
		forms.length,
		0,
		0
	];
	for (; at + depth < text.length; depth++) {
		const code = text.charCodeAt(at + depth);
		const first = bound(forms, low, high, depth, code);
		const last = bound(forms, first, high, depth, code + 1);
		if (first === last) break;
		[low, high] = [first, last];
		if (forms[low]?.length === depth + 1) longest = depth + 1;
	}
	return depth > longest && depth >= leastOfCut && isCutAt(text, at + depth) ? depth : longest;
}
function bound(forms, low, high, depth, code) {
	let [from, to] = [low, high];
	while (from < to) {
		const middle = from + to >>> 1;
		const form = forms[middle];
		if (depth < form.length && form.charCodeAt(depth) >= code) to = middle;
		else from = middle + 1;
	}
	return from;
}
function isCutAt(text, at) {
	return text[at] === "\u2026" || text.startsWith("...", at) || text.startsWith("\\u2026", at);
}
const frame = /^-----(?:BEGIN|END) [A-Z0-9 ]+-----$|^-? ?"?[\w.-]+"?:\s*[{[]?$|^"?(?:type|kind|apiVersion|auth_uri|token_uri|universe_domain|auth_provider_x509_cert_url)"?:/;
function formsOf(value) {
	const lines = value.split(/\r\n|\r|\n/).map((line) => line.trim()).filter((line) => !frame.test(line));
	return [...new Set([
		value,
		value.trim(),
		...lines
	].filter((part) => part.trim().length >= 6))].flatMap((part) => writings.flatMap((write) => write(part))).filter((form) => form.length >= 6);
}
const writings = [
	(text) => text,
	inJson,
	inMarkdown,
	inHtml,
	inAddresses,
	inBase64
];
function inJson(text) {
	const plain = JSON.stringify(text).slice(1, -1);
	const asCode = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
	return [
		plain,
		JSON.stringify(plain).slice(1, -1),
		plain.replace(/[<>&]/g, asCode),
		plain.replace(/[^ -~]/g, asCode),
		plain.replaceAll("/", "\\/")
	];
}
function inMarkdown(text) {
	return [
		text.replace(/[!-/:-@[-`{-~]/g, "\\$&"),
		text.replace(/[\\`*_{}[\]<>()#+\-.!|~$&]/g, "\\$&"),
		text.replace(/[\\`*_[\]<>|~$&]/g, "\\$&"),
		text.replace(/[\\`*_[\]]/g, "\\$&"),
		text.replace(/[*_]/g, "\\$&"),
		withEntities(text, /[&<>`\\*_[\]|~$]/g)
	];
}
function inHtml(text) {
	const named = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
	const quoted = named.replaceAll("\"", "&quot;");
	return [
		named,
		quoted,
		...[
			"&#39;",
			"&#x27;",
			"&#039;",
			"&apos;"
		].map((quote) => quoted.replaceAll("'", quote)),
		withEntities(text, /[&<>"'`]/g),
		withEntities(text, /[&<>`\\*_[\]|~$"']/g)
	];
}
function withEntities(text, characters) {
	return text.replace(characters, (one) => `&#${one.charCodeAt(0)};`);
}
function inAddresses(text) {
	const component = encodeURIComponent(text.replace(/\p{Cs}/gu, "\uFFFD"));
	const strict = component.replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
	const all = [
		component,
		strict,
		encodeURI(text.replace(/\p{Cs}/gu, "\uFFFD")),
		strict.replaceAll("%20", "+").replaceAll("~", "%7E")
	];
	return [...all, ...all.map((each) => each.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()))];
}
function inBase64(text) {
	const bytes = Buffer$1.from(text, "utf8");
	const moved = [
		0,
		1,
		2
	].map((by) => {
		return Buffer$1.concat([Buffer$1.alloc(by), bytes]).toString("base64").slice(Math.ceil(by * 8 / 6), Math.floor((by + bytes.length) * 8 / 6));
	});
	const whole = bytes.toString("base64");
	const all = [
		whole,
		whole.replace(/=+$/, ""),
		...moved
	];
	return [...all, ...all.map((each) => each.replaceAll("+", "-").replaceAll("/", "_"))];
}
const always = /token|secret|passw|passphrase|credential|webhook|connection_?str|conn_?str|(api|private|access|cache)_?key/i;
const strong = new Set([
	"PAT",
	"PATS",
	"PWD",
	"PASS",
	"DSN",
	"JWT"
]);
const weak = /^(?:\w*KEYS?|O?AUTH\d?|AUTH(?!ORS?$|ORITY$|ORED$)\w+|SIGNING\w*|PEM)$/;
const harmlessWord = /^(?:MONKEY|TURKEY|DONKEY|HOTKEY|WHISKEY)S?$|^PUB(?:LIC)?_?KEYS?$/;
const harmlessName = /(?:^|_)(?:PUB|PUBLIC|PUBLISHABLE)(?:_|$)|^(?:OLD)?PWD$|^SSH_AUTH_SOCK$/;
const about = /(?:_(?:IDS?|NAMES?|PATH|FILE|DIR|FOLDER|TYPE|KIND|MODE|METHOD|ALGORITHM|ALG|FORMAT|SIZE|LENGTH|BITS|HOST|PORT|USER|USERNAME|REGION|TTL|VERSION|SOCK|ENABLED|REQUIRED|URL|URI|SERVER|PROVIDER|VAULT))$/;
const aboutSecrets = /TOKENI[SZ]|(?:^|_)(?:MAX|MIN|NUM|N)_(?:\w+_)?TOKENS?$|TOKENS?_PER_|(?:_(?:NAMES?|PATH|FILE|DIR|FOLDER|FIELD|COLUMN|TYPE|KIND|MODE|METHOD|ALGORITHM|FORMAT|SIZE|LENGTH|COUNT|LIMIT|TTL|ENABLED|REQUIRED|VERSION|PROVIDER))$/;
function isSecretName(name) {
	return always.test(name) || strengthOf(name) !== void 0;
}
function isSecret(name, value) {
	if (isNamedSecret(name)) return true;
	const strength = strengthOf(name);
	if (strength === void 0) return hasPassword(value);
	if (strength === "strong") return !(isFolder(value) && !looksRandom(value));
	return !(isFolder(value) && !looksRandom(value)) && !ordinary.test(value);
}
function isNamedSecret(name) {
	return always.test(name) && !aboutSecrets.test(name.toUpperCase());
}
function strengthOf(name) {
	const whole = name.toUpperCase();
	if (harmlessName.test(whole)) return void 0;
	const words = whole.split(/[^A-Z0-9]+/).filter((word) => !harmlessWord.test(word));
	if (words.some((word) => strong.has(word))) return "strong";
	return !about.test(whole) && words.some((word) => weak.test(word)) ? "weak" : void 0;
}
const ordinary = /^[a-z]{1,12}$|^(?:\d{1,8}|true|false)$/i;
function looksRandom(value) {
	return value.split(/[/\\]/).some((part) => part.length >= 12 && /[a-z]/.test(part) && /[A-Z]/.test(part) && /\d/.test(part));
}
function isFolder(value) {
	return /^(?:~|\.{0,2})\/[\w.@ -]+(?:\/[\w.@ -]*)*$|^[A-Za-z]:\\/.test(value) && !/[+=]/.test(value);
}
function hasPassword(value) {
	return passwordsIn(value).length > 0;
}
const inAddress = /:\/\/[^\s/?#@:]{0,256}:(?!\d{1,5}\/)([^\s?#]{1,1024})@(?!sha256:)/g;
const inSettings = /(?:^|[;?&\s])(?:password|pwd|accountkey|sharedaccesskey|authtoken|access_token)\s*=\s*([^;&\s]+)/gi;
function passwordsIn(value) {
	if (!value.includes("=") && !value.includes("://")) return [];
	return [...value.matchAll(inAddress), ...value.matchAll(inSettings)].map(([, password = ""]) => password).flatMap((password) => [password, decoded(password)]);
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
const under = String.raw`(?:\\?_|&#95;)`;
const word = String.raw`(?:[A-Za-z0-9_]|\\_|&#95;)`;
const cut = String.raw`(?=…|\.\.\.)`;
const many = (one, least) => `(?:${one}{${least},}|${one}{6,}${cut})`;
const tokens = [
	`gh[pousr]${under}${many(word, 16)}`,
	`github${under}pat${under}${many(word, 16)}`,
	`gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|soat)-${many("[\\w-]", 16)}`,
	"A(?:KI|SI)A[A-Z0-9]{16}",
	`AIza${many("[\\w-]", 30)}`,
	`(?:ya29\\.|GOCSPX-)${many("[\\w-]", 20)}`,
	`xox[abeoprs]-${many("[A-Za-z0-9-]", 10)}`,
	`xapp-\\d-${many("[A-Za-z0-9-]", 10)}`,
	`sk-(?:[a-z]{2,8}\\d{0,2}-){0,2}(?=[A-Za-z_-]{0,40}\\d)${many(word, 20)}(?:[\\w-]*)`,
	`[sr]k${under}(?:live|test)${under}${many("[A-Za-z0-9]", 16)}`,
	`hf${under}${many("[A-Za-z0-9]", 30)}`,
	`npm${under}${many("[A-Za-z0-9]", 30)}`,
	`pypi-${many("[\\w-]", 40)}`,
	`dckr${under}[po]at${under}${many("[\\w-]", 20)}`,
	`hv[sb]\\.${many("[\\w-]", 20)}`,
	`nvapi-${many("[\\w-]", 40)}`,
	`SG\\.[\\w-]{16,}\\.[\\w-]{16,}`,
	`do[opr]${under}v1${under}[a-f0-9]{40,}`,
	`eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}(?:\\.[\\w-]*)?`
];
const shapes = [
	new RegExp(`()(?<![A-Za-z0-9])(?:${tokens.join("|")})`, "g"),
	/(A(?:KI|SI)A[A-Z0-9]{16}[\s:,;="'|/]{1,8})[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/g,
	/(aws_?secret_?access_?key["']?\s{0,4}[=:]\s{0,4}["']?)[A-Za-z0-9/+]{16,}/gi,
	/(:\/\/[^\s/?#@:]{0,256}:)(?!\d{1,5}\/)[^\s?#]{1,1024}(?=@(?!sha256:))/g,
	/(:\/\/)[^\s/?#@:]{20,256}(?=@)/g,
	/(hooks\.slack\.com\/(?:services|workflows|triggers)\/)[\w/-]{8,}/g,
	/(discord(?:app)?\.com\/api\/webhooks\/)[\w/-]{8,}/g,
	/(authorization["']?\s{0,4}[:=]\s{0,4}["']?(?:basic|bearer|token)\s{1,4})[\w.~+/=-]{8,}/gi,
	/(\b(?:basic|bearer)\s{1,4})(?=[A-Za-z_.~+/=-]{0,400}\d)[\w.~+/=-]{16,}/gi,
	/()-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?:[A-Za-z0-9+/=\s\\:,]|-(?!----))*(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g
];
const hint = /gh[pousr][_\\&]|github|gl[a-z]+-|A(?:KI|SI)A|AIza|ya29|GOCSPX|xox|xapp|[sr]k[-_\\&]|hf[_\\&]|npm[_\\&]|pypi-|dckr|hv[sb]\.|nvapi|SG\.|do[opr][_\\&]|eyJ|:\/\/|hooks|authorization|aws_?secret|basic|bearer|PRIVATE KEY/i;
function shapesIn(text) {
	if (text.length < 12 || !hint.test(text)) return [];
	return shapes.flatMap((shape) => [...text.matchAll(shape)].map((found) => ({
		start: found.index + (found[1]?.length ?? 0),
		end: found.index + found[0].length
	})));
}
let words;
function isOwnWord(text) {
	words ??= new Set(ownWords.trim().split(/\s+/));
	return words.has(text);
}
const ownWords = `
  above-weight absolute accuracy additive against agreement airworthy airworthy.evidence/2 airworthy.evidence/3
  airworthy.report/2 airworthy.shard/1 airworthy.shard/2 allow-fallback allowFallback already-serving analysis
  approver artifact assign bakeMs benchmark better bfloat16 blocks boolean branch breaking budget cached cancelled
  candidate celsius change checks chosen classes column command commit compare comparison compatible contender
  contenders contract copyMs corpus counts cpuQuota created custom decision decisions default description detail
  detectable determinism device differing dispatch driver earlier effective effects energy environment environments
  equivalent error-rate errors evidence evidence-kept examples existed exitCode expected expires extend extended
  extensions failed findings fingerprint finishedAt first-release first-run firstRunMs float16 float32 float64 follows
  golden governor groups higher identical improved inconclusive inputs interface interleaved interval irVersion
  isolated joules judgements kernelMs labels latency latency.mean latency.p50 latency.p90 latency.p95 latency.p99
  license limits load-test log-loss logits losses machine margin measured measurements memory.gpu memory.peak
  memoryBytes memoryLimitBytes message metadata method metric metrics min-requests minRequests missing namespace
  noise-floor not-checked not-worse notCompared observed on-promoted on-rollback onnxruntime onnxruntime-node
  onnxruntime-web openRollout operators optimize options outcome output output-error outputs override parameters
  partly passed peakBytes pipeline platform precision predictions probabilities problems process producer product
  production products profiles promoted provider quality questions readings reason reasons recall record records
  registry relative release remedy remote replay reports-kept requests require resampled rolled-back rollout
  rollout-claimed rollout-finished rollout-judged rollout-left rollout-started rollout-weight run-finished run-started
  runner runtimes safety samplesMs scenario scenarios schema scores scratch seconds secrets sentence serves
  session-start sessionMs settings severity sha256 shapes skipped slices slowShare source spread spreads stable
  stage-failed stage-finished stage-started stages startedAt stated status steady string subject summary tagged target
  tensorrt threads throughput timeout tolerance uint16 uint32 uint64 unchecked unread untouched utilization validate
  validation variant variants verdict verified version wallMs warmup warning warnings watchedMs webgpu weight windows
  without workflow
`;
function maskedValue(value, replace) {
	return valueIn(value, "", replace);
}
function valueIn(value, key, replace) {
	if (typeof value === "string") return stringIn(value, key, replace);
	if (value === null || typeof value !== "object") return value;
	if (Array.isArray(value)) return arrayIn(value, key, replace);
	return Object.prototype.toString.call(value) === "[object Object]" ? objectIn(value, replace) : value;
}
function arrayIn(values, key, replace) {
	let changed;
	for (let at = 0; at < values.length; at++) {
		const value = values[at];
		if (typeof value === "number") continue;
		const masked = valueIn(value, key, replace);
		if (masked === value) continue;
		changed ??= [...values];
		changed[at] = masked;
	}
	return changed ?? values;
}
function objectIn(value, replace) {
	let changed = false;
	const entries = new Map();
	for (const [key, member] of Object.entries(value)) {
		const shown = freeName(isOwnWord(key) ? key : stringIn(key, "", replace), entries);
		const masked = valueIn(member, key, replace);
		if (shown !== key || masked !== member) changed = true;
		entries.set(shown, masked);
	}
	return changed ? Object.fromEntries(entries) : value;
}
function freeName(name, taken) {
	if (!taken.has(name)) return name;
	for (let number = 2;; number++) if (!taken.has(`${name} ${number}`)) return `${name} ${number}`;
}
function stringIn(text, key, replace) {
	const masked = replace(text);
	if (masked === text || isOwnWord(text)) return text;
	if (structure.test(text) && (masked !== "***" || ofDigests.test(key))) return text;
	return masked;
}
const structure = /^(?:[0-9a-f]{40}|[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:.]+Z|\d{8}-\d{6}-[0-9a-f]{8})$/;
const ofDigests = /sha256$|digest|^(?:commit|source|evidence|candidate|key|product|share|subject|head|ledger|seal|fingerprint)$/i;
function maskedText(text, { everything, markup }) {
	const masked = everything(text);
	if (masked === text) return text;
	if (/^\s*[[{]/.test(text)) return maskedJson(text, everything) ?? masked;
	if (/^\s*<(?:!doctype html|html)\b/i.test(text)) return markup(text);
	return structure.test(text.trim()) && masked.trim() !== "***" ? text : masked;
}
function maskedJson(text, replace) {
	try {
		const value = JSON.parse(text);
		const masked = maskedValue(value, replace);
		if (masked === value) return text;
		const indent = /^\s*[[{]\n( *)/.exec(text)?.[1]?.length ?? 0;
		return `${JSON.stringify(masked, null, indent)}${text.slice(text.trimEnd().length)}`;
	} catch {
		return;
	}
}
function createMask(env, onHidden = () => {}) {
	let forms = formsIn(Object.entries(env).filter(([name, value]) => value !== void 0 && isSecret(name, value)).map(([name]) => name));
	let finders;
	function formsIn(names) {
		const values = names.flatMap((name) => Object.hasOwn(env, name) ? [env[name] ?? ""] : []);
		return new Set(values.flatMap((value) => [value, ...passwordsIn(value)]).flatMap(formsOf));
	}
	const find = () => {
		finders ??= {
			all: createFinder([...forms]),
			strong: createFinder([...forms].filter((form) => !isWord.test(form)))
		};
		return finders;
	};
	const everything = (text) => replaced(text, find().all);
	const markup = (text) => replaced(text, find().strong);
	const hide = (names) => {
		const more = [...formsIn(names)].filter((form) => !forms.has(form));
		if (more.length === 0) return;
		forms = new Set([...forms, ...more]);
		finders = void 0;
		for (const form of more) onHidden(form);
	};
	const mask = (text) => maskedText(text, {
		everything,
		markup
	});
	return Object.assign(mask, {
		hide,
		outgoing: (value) => maskedValue(value, markup),
		value: (value) => maskedValue(value, everything),
		torn: (text) => mask(withoutRest(text, forms)),
		values: () => [...forms]
	});
}
const isWord = /^(?:[A-Za-z]+|\d+)$/;
function replaced(text, find) {
	if (text.length < 6) return text;
	for (let before = text;;) {
		const after = withStars(before, [...find(before), ...shapesIn(before)]);
		if (after === before) return after;
		before = after;
	}
}
function withStars(text, spans) {
	if (spans.length === 0) return text;
	const pieces = [];
	let [start, end] = [-1, 0];
	for (const span of [...spans].sort((a, b) => a.start - b.start)) {
		if (start === -1 || span.start >= end) {
			if (start !== -1) pieces.push("***");
			pieces.push(text.slice(end, span.start));
			start = span.start;
		}
		end = Math.max(end, span.end);
	}
	return `${pieces.join("")}***${text.slice(end)}`;
}
function withoutRest(text, forms) {
	let rest = 0;
	for (const form of forms) for (let length = Math.min(form.length - 1, text.length); length > rest; length--) if (text.startsWith(form.slice(-length))) rest = length;
	return text.slice(rest >= 6 ? rest : /^\S*/.exec(text)?.[0].length ?? 0);
}
const forWorkers = new Set([
	"PATH",
	"HOME",
	"USER",
	"USERNAME",
	"LOGNAME",
	"USERPROFILE",
	"HOMEDRIVE",
	"HOMEPATH",
	"APPDATA",
	"LOCALAPPDATA",
	"PROGRAMDATA",
	"SYSTEMROOT",
	"WINDIR",
	"COMSPEC",
	"PATHEXT",
	"NUMBER_OF_PROCESSORS",
	"PROCESSOR_ARCHITECTURE",
	"TMPDIR",
	"TMP",
	"TEMP",
	"LANG",
	"TZ",
	"LD_LIBRARY_PATH",
	"LD_PRELOAD",
	"DYLD_LIBRARY_PATH",
	"NODE_OPTIONS",
	"NODE_V8_COVERAGE",
	"DISPLAY",
	"CI"
]);
const beginningsForWorkers = [
	"AIRWORTHY_",
	"LC_",
	"XDG_",
	"ORT_",
	"OMP_",
	"KMP_",
	"CUDA_",
	"NVIDIA_",
	"TENSORRT_",
	"VK_",
	"MESA_",
	"LIBGL_",
	"GALLIUM_",
	"DAWN_",
	"GLIBC_",
	"MALLOC_"
];
const beginningsOfTheRunner = [
	"INPUT_",
	"STATE_",
	"ACTIONS_"
];
const ownSecret = "AIRWORTHY_CACHE_KEY";
function workerVariables(env, checkout) {
	const isGiven = (name) => forWorkers.has(name) || beginningsForWorkers.some((each) => name.startsWith(each));
	return only(env, checkout, (name) => isGiven(name) && !isSecretName(name) && !name.endsWith("KEY"));
}
function programVariables(env, checkout) {
	return only(env, checkout, (name) => !beginningsOfTheRunner.some((each) => name.startsWith(each)));
}
function only(env, checkout, isGiven) {
	const led = checkout === void 0 ? env : confined(env, checkout);
	const entries = Object.entries(led).filter(([name]) => name.toUpperCase() !== ownSecret && isGiven(name.toUpperCase()));
	return Object.fromEntries(entries.flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]));
}
function identityOf() {
	const boot = textOf("/proc/sys/kernel/random/boot_id");
	return {
		host: hostname(),
		pid: process.pid,
		start: statOf("self")?.start ?? "",
		machine: boot === void 0 ? machineOf() : boot.replaceAll("-", "").slice(0, 16),
		namespace: boot === void 0 ? "" : ["pid", "time"].map(namespaceOf).join("-")
	};
}
function fateOf(other, own, alive) {
	if (other.machine !== own.machine || other.namespace !== own.namespace) return "unknown";
	if (own.start !== "" && !/^\d/.test(own.namespace)) return "unknown";
	if (!alive(other.pid)) return "gone";
	const now = seesOwnIds() ? statOf(String(other.pid)) : void 0;
	if (now === void 0 || other.start === "") return "unknown";
	return now.start === other.start && !/^[ZX]$/.test(now.state) ? "running" : "gone";
}
function seesOwnIds() {
	return statOf("self")?.pid === process.pid;
}
function statOf(pid) {
	const text = textOf(`/proc/${pid}/stat`);
	const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
	const [state, start] = [fields?.[0], fields?.[19]];
	return text === void 0 || state === void 0 || start === void 0 ? void 0 : {
		pid: Number.parseInt(text, 10),
		state,
		start
	};
}
function namespaceOf(kind) {
	try {
		return /\d+/.exec(readlinkSync(`/proc/self/ns/${kind}`))?.[0] ?? "";
	} catch {
		return "";
	}
}
function machineOf() {
	const cards = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
	const addresses = [...new Set(cards.filter(({ internal }) => !internal).map(({ mac }) => mac))].sort();
	return createHash("sha256").update([hostname(), ...addresses].join(" ")).digest("hex").slice(0, 16);
}
function textOf(file) {
	try {
		return readFileSync(file, "utf8").trim();
	} catch {
		return;
	}
}
const earlyCompilation = ["--always-sparkplug", Number.parseInt(process.versions.node, 10) < 22 ? "--interrupt-budget=10000" : "--invocation-count-for-turbofan=400"];
function largePages(tunables) {
	return [tunables, "glibc.malloc.hugetlb=1"].filter(Boolean).join(":");
}
async function startWorker(script, role, options) {
	const { fork } = await import("node:child_process");
	if (options.signal?.aborted) throw new Cancelled(`a ${role} worker was not started: the run was cancelled`);
	const child = fork(script, [role], {
		stdio: [
			"ignore",
			"ignore",
			"pipe",
			"ipc"
		],
		serialization: "advanced",
		execArgv: options.measured === true ? [...earlyCompilation] : [],
		env: {
			...(role === "exec" ? programVariables : workerVariables)(process.env, options.checkout),
			ORT_DISABLE_TELEMETRY: "1",
			...options.prepared,
			...options.measured === true ? { GLIBC_TUNABLES: largePages(process.env["GLIBC_TUNABLES"]) } : {}
		},
		cwd: options.cwd
	});
	const words = lastWords(child, options.mask);
	const abort = () => {
		if (role === "exec" && child.connected) child.disconnect();
		else child.kill("SIGKILL");
	};
	options.signal?.addEventListener("abort", abort, { once: true });
	const gone = new Promise((resolve) => {
		child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
	});
	gone.then(() => options.signal?.removeEventListener("abort", abort));
	const receive = replies(child, gone, (how) => died(role, how, words(), options.signal));
	const answer = async (timeoutMs) => {
		const reply = await receive(timeoutMs);
		if (reply !== void 0) return reply;
		child.kill("SIGKILL");
		throw portError("worker-slow", {
			role,
			seconds: Math.round(timeoutMs / 1e3)
		});
	};
	await answer(startMs);
	let queue = Promise.resolve();
	return {
		pid: child.pid ?? -1,
		pin: (cpu) => pin(child.pid, cpu, programVariables(process.env, options.checkout)),
		ask(request, { timeoutMs = 6e5 } = {}) {
			const answered = queue.then(async () => {
				if (child.connected) child.send(request, () => {});
				return unwrap$1(await answer(timeoutMs));
			});
			queue = answered.catch(() => {});
			return answered;
		},
		async close() {
			child.kill("SIGKILL");
			await gone;
		}
	};
}
function replies(child, gone, ended) {
	let settle;
	let end;
	child.on("message", (message) => settle?.resolve(message));
	gone.then((how) => {
		end = ended(how);
		settle?.reject(end);
	});
	return (timeoutMs) => new Promise((resolve, reject) => {
		if (end !== void 0) return reject(end);
		const done = (settled) => {
			clearTimeout(timer);
			settle = void 0;
			settled();
		};
		const timer = setTimeout(() => done(() => resolve(void 0)), timeoutMs);
		settle = {
			resolve: (reply) => done(() => resolve(reply)),
			reject: (reason) => done(() => reject(reason))
		};
	});
}
const startMs = 6e4;
async function pin(pid, cpu, env) {
	if (pid === void 0 || process.platform !== "linux") return false;
	const { spawn } = await import("node:child_process");
	const taskset = spawn("taskset", [
		"-a",
		"-c",
		"-p",
		String(cpu),
		String(pid)
	], {
		stdio: "ignore",
		env
	});
	return (await Promise.race([once(taskset, "exit"), once(taskset, "error").then(() => [-1])]))[0] === 0;
}
function lastWords(child, mask) {
	const [kept, told] = [16384, 500];
	let [words, cut] = ["", false];
	child.stderr?.setEncoding("utf8").on("data", (chunk) => {
		const all = words + chunk;
		cut ||= all.length > kept;
		words = all.slice(-kept);
	});
	return () => (cut ? mask.torn(words) : mask(words)).trim().slice(-told);
}
function died(role, how, words, signal) {
	if (signal?.aborted) return new Cancelled(`a ${role} worker was ended: the run was cancelled`);
	return portError("worker-died", {
		role,
		how,
		words
	});
}
function unwrap$1(reply) {
	if (reply.ok) return reply.answer;
	if ("problems" in reply) throw new UserError(reply.problems);
	throw new Bug(`in a worker process: ${reply.bug}`);
}
function createProcesses({ workerScript, cwd, checkout, mask, prepare }) {
	const workersRunIn = checkout === void 0 ? cwd : path.dirname(workerScript);
	const worker = async (role, options = {}) => {
		const prepared = role === "exec" ? {} : await prepare(options.runtime ?? "onnxruntime-node", options.signal);
		return startWorker(workerScript, role, {
			cwd: workersRunIn,
			checkout,
			mask,
			prepared,
			...options
		});
	};
	let own;
	const identity = () => own ??= identityOf();
	return {
		pid: process.pid,
		alive,
		identity,
		fate: (other) => fateOf(other, identity(), alive),
		worker,
		async run(program, args, options = {}) {
			const at = {
				cwd,
				checkout,
				...options
			};
			const file = checkout === void 0 ? program : locate(program, checkout);
			return options.diesWithParent === "worker" ? runThroughWorker(worker, file, args, at) : runProgram(file, args, at);
		}
	};
}
function locate(program, checkout) {
	const file = programOn(programVariables(process.env, checkout), program);
	if (file === void 0) throw portError("program-missing", {
		program,
		reason: "it was not found"
	});
	return file;
}
function alive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (cause) {
		return cause.code === "EPERM";
	}
}
async function runThroughWorker(worker, program, args, options) {
	const { signal, ...rest } = options;
	const runner = await worker("exec", signal === void 0 ? {} : { signal });
	try {
		return await runner.ask({
			program,
			args,
			options: rest
		});
	} finally {
		await runner.close();
	}
}
async function runProgram(program, args, options, onStart = () => {}) {
	const { spawn } = await import("node:child_process");
	if (options.signal?.aborted) throw new Cancelled(`${program} was not started: the run was cancelled`);
	const watched = options.diesWithParent === "shell" && process.platform !== "win32";
	const [file, vector] = watched ? watchedByShell(program, args) : [program, args];
	const child = spawn(file, vector, {
		detached: true,
		stdio: watched ? [
			"pipe",
			"pipe",
			"pipe",
			"pipe"
		] : [
			"pipe",
			"pipe",
			"pipe"
		],
		...options.cwd === void 0 ? {} : { cwd: options.cwd },
		env: {
			...programVariables(process.env, options.checkout),
			...options.env
		}
	});
	onStart(child);
	for (const stream of [child.stdin, child.stdio[3]]) stream?.on("error", () => {});
	child.stdin.end(options.input);
	const [stdoutOf, stderrOf] = [child.stdout, child.stderr];
	if (options.heard !== void 0) for (const stream of [stdoutOf, stderrOf]) stream.on("data", options.heard);
	const over = new AbortController();
	const read = (stream) => collect(stream, options.keepEnd, () => over.abort());
	const [stdout, stderr] = [read(stdoutOf), read(stderrOf)];
	over.signal.addEventListener("abort", () => endGroup(child));
	const code = await ended(child, program, options);
	if (over.signal.aborted) throw portError("program-output", {
		program,
		limit: mostOutput
	});
	return {
		code,
		stdout: stdout(),
		stderr: stderr()
	};
}
const watchingShell = `
trap : TERM INT HUP
over=
trap over=1 USR1
exec 4<&0
"$@" <&4 4<&- 3<&- &
program=$!
exec 4<&-
(trap '' TERM; read -r line <&3; kill -USR1 $$; kill -TERM 0; sleep 1; kill -KILL 0) </dev/null >/dev/null 2>&1 &
watcher=$!
exec 3<&- >/dev/null 2>&1
while :; do wait $program; code=$?; kill -0 $program || break; done
[ -n "$over" ] || kill -KILL $watcher
exit $code`;
function watchedByShell(program, args) {
	return ["/bin/sh", [
		"-c",
		watchingShell,
		"sh",
		program,
		...args
	]];
}
const cleaningMs = 1e3;
function askToEnd(child) {
	let asked = false;
	return () => {
		if (asked) return endGroup(child);
		asked = true;
		const timer = setTimeout(() => endGroup(child), cleaningMs);
		child.once("close", () => clearTimeout(timer));
		endGroup(child, "SIGTERM");
	};
}
async function endLeftBehind(child) {
	for (let waited = 0; groupLives(child); waited += lookMs) {
		if (waited >= cleaningMs) return endGroup(child);
		await new Promise((resolve) => setTimeout(resolve, lookMs));
	}
}
const lookMs = 20;
function groupLives({ pid }) {
	return pid !== void 0 && process.platform !== "win32" && alive(-pid);
}
const mostOutput = 2 ** 28;
function collect(stream, keepEnd, over) {
	let [chunks, bytes] = [[], 0];
	stream.on("data", (chunk) => {
		chunks.push(chunk);
		bytes += chunk.length;
		if (keepEnd !== void 0 && bytes > 2 * keepEnd + 65536) {
			chunks = [Buffer.from(Buffer.concat(chunks).subarray(-keepEnd))];
			bytes = keepEnd;
		}
		if (bytes <= mostOutput) return;
		chunks = [];
		bytes = 0;
		over();
	});
	return () => {
		const all = Buffer.concat(chunks);
		return (keepEnd === void 0 ? all : all.subarray(-keepEnd)).toString("utf8");
	};
}
const afterwardsMs = 5e3;
const remainingMs = 200;
function ended(child, program, options) {
	return new Promise((resolve, reject) => {
		const end = options.graceful === true ? askToEnd(child) : () => endGroup(child);
		let stopped = false;
		const stop = () => {
			stopped = true;
			end();
		};
		const timer = options.timeoutMs === void 0 ? void 0 : setTimeout(stop, options.timeoutMs);
		let afterwards;
		options.signal?.addEventListener("abort", stop, { once: true });
		options.until?.addEventListener("abort", stop, { once: true });
		const settle = () => {
			clearTimeout(timer);
			clearTimeout(afterwards);
			options.signal?.removeEventListener("abort", stop);
			options.until?.removeEventListener("abort", stop);
		};
		child.once("error", (cause) => {
			settle();
			const reason = cause.code === "ENOENT" ? "it was not found" : cause.code === "EACCES" ? "it may not be executed" : cause.message;
			reject(portError("program-missing", {
				program,
				reason
			}, { cause }));
		});
		child.once("exit", () => {
			afterwards = setTimeout(() => {
				stop();
				for (const stream of [child.stdout, child.stderr]) stream?.destroy();
			}, stopped ? remainingMs : afterwardsMs);
		});
		child.once("close", async (code) => {
			settle();
			if (stopped && options.graceful === true) await endLeftBehind(child);
			if (options.signal?.aborted) reject(new Cancelled(`${program} was cancelled`));
			else resolve(code ?? -1);
		});
	});
}
function endGroup(child, signal = "SIGKILL") {
	if (child.pid === void 0) return;
	try {
		process.kill(-child.pid, signal);
	} catch {
		child.kill(signal);
	}
}
function ownValue(record, name) {
	return record !== void 0 && Object.hasOwn(record, name) ? record[name] : void 0;
}
function setOwn(record, name, value) {
	Object.defineProperty(record, name, {
		value,
		enumerable: true,
		configurable: true,
		writable: true
	});
}
var import_fastest_levenshtein = __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.distance = exports.closest = void 0;
	var peq = new Uint32Array(65536);
	var myers_32 = function(a, b) {
		var n = a.length;
		var m = b.length;
		var lst = 1 << n - 1;
		var pv = -1;
		var mv = 0;
		var sc = n;
		var i = n;
		while (i--) peq[a.charCodeAt(i)] |= 1 << i;
		for (i = 0; i < m; i++) {
			var eq = peq[b.charCodeAt(i)];
			var xv = eq | mv;
			eq |= (eq & pv) + pv ^ pv;
			mv |= ~(eq | pv);
			pv &= eq;
			if (mv & lst) sc++;
			if (pv & lst) sc--;
			mv = mv << 1 | 1;
			pv = pv << 1 | ~(xv | mv);
			mv &= xv;
		}
		i = n;
		while (i--) peq[a.charCodeAt(i)] = 0;
		return sc;
	};
	var myers_x = function(b, a) {
		var n = a.length;
		var m = b.length;
		var mhc = [];
		var phc = [];
		var hsize = Math.ceil(n / 32);
		var vsize = Math.ceil(m / 32);
		for (var i = 0; i < hsize; i++) {
			phc[i] = -1;
			mhc[i] = 0;
		}
		var j = 0;
		for (; j < vsize - 1; j++) {
			var mv_1 = 0;
			var pv_1 = -1;
			var start_1 = j * 32;
			var vlen_1 = Math.min(32, m) + start_1;
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] |= 1 << k;
			for (var i = 0; i < n; i++) {
				var eq = peq[a.charCodeAt(i)];
				var pb = phc[i / 32 | 0] >>> i & 1;
				var mb = mhc[i / 32 | 0] >>> i & 1;
				var xv = eq | mv_1;
				var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
				var ph = mv_1 | ~(xh | pv_1);
				var mh = pv_1 & xh;
				if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
				if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
				ph = ph << 1 | pb;
				mh = mh << 1 | mb;
				pv_1 = mh | ~(xv | ph);
				mv_1 = ph & xv;
			}
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] = 0;
		}
		var mv = 0;
		var pv = -1;
		var start = j * 32;
		var vlen = Math.min(32, m - start) + start;
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		var score = m;
		for (var i = 0; i < n; i++) {
			var eq = peq[a.charCodeAt(i)];
			var pb = phc[i / 32 | 0] >>> i & 1;
			var mb = mhc[i / 32 | 0] >>> i & 1;
			var xv = eq | mv;
			var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			var ph = mv | ~(xh | pv);
			var mh = pv & xh;
			score += ph >>> m - 1 & 1;
			score -= mh >>> m - 1 & 1;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
		return score;
	};
	var distance = function(a, b) {
		if (a.length < b.length) {
			var tmp = b;
			b = a;
			a = tmp;
		}
		if (b.length === 0) return a.length;
		if (a.length <= 32) return myers_32(a, b);
		return myers_x(a, b);
	};
	exports.distance = distance;
	var closest = function(str, arr) {
		var min_distance = Infinity;
		var min_index = 0;
		for (var i = 0; i < arr.length; i++) {
			var dist = distance(str, arr[i]);
			if (dist < min_distance) {
				min_distance = dist;
				min_index = i;
			}
		}
		return arr[min_index];
	};
	exports.closest = closest;
}))();
function nearest(name, valid) {
	if (name === "" || valid.length === 0) return void 0;
	return valid.find((each) => each.toLowerCase() === name.toLowerCase()) ?? (name.length > longestName ? void 0 : (0, import_fastest_levenshtein.closest)(name, [...valid]));
}
const longestName = 200;
const container = "a sequence, a map or an optional";
const lostName = "__proto__";
function unfetchable({ name, type }) {
	return `is ${name === "__proto__" ? "lost because of its name" : type}`;
}
function plainer({ name, type }) {
	if (name === "__proto__") return "Give it another name.";
	return type === "a sequence, a map or an optional" ? "Make it a tensor; from scikit-learn, export without ZipMap: `to_onnx(model, X, options={\"zipmap\": False})`." : "Put a Cast before it, so that it is float32, float16, an integer of a byte or more, bool or string.";
}
const providerError = errorFrom({
	"model-barred": {
		say: (d) => ({
			message: `The model ${d.model} is not run. ${d.where}: ${d.reason}`,
			hint: d.hint
		}),
		example: {
			model: "digits.onnx",
			where: "graph/node 3 (Loop)",
			reason: "It goes round without an end.",
			hint: "Give it a condition that ends it, or fewer rounds."
		}
	},
	"model-rejected": {
		say: (d) => ({
			message: `The ${d.provider} provider does not take the model ${d.model}: ${d.reason}`,
			hint: "An operator may be newer than the runtime, or unknown to the provider; the checks `graph` and `safety` of `airworthy validate` say more."
		}),
		example: {
			model: "digits.onnx",
			provider: "cpu",
			reason: "No opset import for domain com.example."
		}
	},
	"model-run-failed": {
		say: (d) => ({
			message: `The model ${d.model} failed while it ran: ${d.reason}`,
			hint: "Check that the inputs have the shapes the model expects; give real data where made-up inputs do not fit."
		}),
		example: {
			model: "digits.onnx",
			reason: "Got invalid dimensions for input: image."
		}
	},
	"optimized-not-written": {
		say: (d) => ({
			message: `onnxruntime could not write the optimised model to ${d.path}: ${d.reason}`,
			hint: "Check that there is free space on that disk; `airworthy run --resume` continues from here."
		}),
		example: {
			path: "digits.basic.onnx",
			reason: "No space left on device"
		}
	},
	"outputs-unsupported": {
		say: (d) => ({
			message: `None of the outputs of the model ${d.model} can be fetched from Node: ${d.outputs.map((output) => `${output.name} ${unfetchable(output)}`).join(", ")}.`,
			hint: plainer(d.outputs[0] ?? {
				name: "",
				type: "a sequence, a map or an optional"
			})
		}),
		example: {
			model: "classifier.onnx",
			outputs: [{
				name: "output_probability",
				type: container
			}]
		}
	},
	"provider-fallback": {
		say: (d) => ({
			message: `The ${d.provider} provider does not run all of the model ${d.model}: ${d.nodes.length === 0 ? "some nodes" : fewOf(d.nodes)} would run on the CPU.`,
			hint: "Replace these operators, or set `allow-fallback: true` to measure the model as it is, with a warning."
		}),
		example: {
			provider: "cuda",
			model: "digits.onnx",
			nodes: ["NonMaxSuppression_3"]
		}
	},
	"provider-missing": {
		say: (d) => ({
			message: `The provider ${d.provider} is not available on this machine: ${d.reason}.`,
			hint: d.provider === "cpu" ? "The native library of onnxruntime does not load here: on Linux it needs glibc 2.28 or newer (no musl), and all files of its package." : d.provider === "wasm" ? "Install the runtime with `npm install onnxruntime-web`." : `Run on a machine that has it, with the libraries that onnxruntime needs for ${d.provider}; it is never replaced by the CPU.`
		}),
		example: {
			provider: "cuda",
			reason: "libcudnn.so.9 was not found"
		}
	},
	"provider-unknown": {
		say: (d) => ({
			message: `There is no provider called ${d.name}.`,
			hint: `${d.nearest === void 0 ? "" : `Did you mean ${d.nearest}? `}Providers are ${d.names.join(", ")}.`
		}),
		example: {
			name: "cdua",
			nearest: "cuda",
			names: [
				"cpu",
				"cuda",
				"webgpu"
			]
		}
	},
	"provider-unused": {
		say: (d) => ({
			message: `The ${d.provider} provider runs nothing of the model ${d.model}: all of it would run on the CPU.`,
			hint: "Measure it with `provider: cpu`: the result would describe the CPU, not this device."
		}),
		example: {
			provider: "webgpu",
			model: "digits.onnx"
		}
	},
	"types-unsupported": {
		say: (d) => ({
			message: `The model ${d.model} has an input or output of a type that Node cannot hold: ${d.type}.`,
			hint: "Put a Cast before that output, or behind that input, so that it is float32, float16, an integer of a byte or more, bool or string."
		}),
		example: {
			model: "digits.onnx",
			type: "bfloat16"
		}
	}
});
const elementTypes = [
	{
		code: 1,
		name: "float32",
		bits: 32,
		field: "floatData"
	},
	{
		code: 2,
		name: "uint8",
		bits: 8,
		field: "int32Data"
	},
	{
		code: 3,
		name: "int8",
		bits: 8,
		field: "int32Data"
	},
	{
		code: 4,
		name: "uint16",
		bits: 16,
		field: "int32Data"
	},
	{
		code: 5,
		name: "int16",
		bits: 16,
		field: "int32Data"
	},
	{
		code: 6,
		name: "int32",
		bits: 32,
		field: "int32Data"
	},
	{
		code: 7,
		name: "int64",
		bits: 64,
		field: "int64Data"
	},
	{
		code: 8,
		name: "string",
		bits: void 0,
		field: "stringData"
	},
	{
		code: 9,
		name: "bool",
		bits: 8,
		field: "int32Data"
	},
	{
		code: 10,
		name: "float16",
		bits: 16,
		field: "int32Data"
	},
	{
		code: 11,
		name: "float64",
		bits: 64,
		field: "doubleData"
	},
	{
		code: 12,
		name: "uint32",
		bits: 32,
		field: "uint64Data"
	},
	{
		code: 13,
		name: "uint64",
		bits: 64,
		field: "uint64Data"
	},
	{
		code: 14,
		name: "complex64",
		bits: 64,
		field: "floatData"
	},
	{
		code: 15,
		name: "complex128",
		bits: 128,
		field: "doubleData"
	},
	{
		code: 16,
		name: "bfloat16",
		bits: 16,
		field: "int32Data"
	},
	{
		code: 17,
		name: "float8e4m3fn",
		bits: 8,
		field: "int32Data"
	},
	{
		code: 18,
		name: "float8e4m3fnuz",
		bits: 8,
		field: "int32Data"
	},
	{
		code: 19,
		name: "float8e5m2",
		bits: 8,
		field: "int32Data"
	},
	{
		code: 20,
		name: "float8e5m2fnuz",
		bits: 8,
		field: "int32Data"
	},
	{
		code: 21,
		name: "uint4",
		bits: 4,
		field: "int32Data"
	},
	{
		code: 22,
		name: "int4",
		bits: 4,
		field: "int32Data"
	},
	{
		code: 23,
		name: "float4e2m1",
		bits: 4,
		field: "int32Data"
	},
	{
		code: 24,
		name: "float8e8m0",
		bits: 8,
		field: "int32Data"
	},
	{
		code: 25,
		name: "uint2",
		bits: 2,
		field: "int32Data"
	},
	{
		code: 26,
		name: "int2",
		bits: 2,
		field: "int32Data"
	},
	{
		code: 27,
		name: "float6e2m3",
		bits: 6,
		field: "int32Data"
	},
	{
		code: 28,
		name: "float6e3m2",
		bits: 6,
		field: "int32Data"
	}
];
const byCode = Array.from({ length: 64 }, (_, code) => elementTypes.find((type) => type.code === code));
function elementType(code) {
	return code === void 0 ? void 0 : byCode[code];
}
function typeText(type) {
	if (type?.tensorType !== void 0) return elementType(type.tensorType.elemType)?.name ?? "unknown";
	if (type?.sparseTensorType !== void 0) return `sparse(${elementType(type.sparseTensorType.elemType)?.name ?? "unknown"})`;
	if (type?.sequenceType !== void 0) return `sequence(${typeText(type.sequenceType.elemType)})`;
	if (type?.optionalType !== void 0) return `optional(${typeText(type.optionalType.elemType)})`;
	if (type?.mapType === void 0) return "unknown";
	return `map(${elementType(type.mapType.keyType)?.name ?? "unknown"}, ${typeText(type.mapType.valueType)})`;
}
function isSize(dim) {
	return Number.isSafeInteger(dim) && dim >= 0;
}
function isExternal(tensor) {
	return tensor.dataLocation === 1;
}
function isMemoryAddress(location) {
	return /_ORT_\w*MEM_ADDR_/.test(location);
}
function externalEntry(tensor, key) {
	return tensor.externalData.find((entry) => entry.key === key)?.value;
}
function externalRange(tensor, external) {
	const source = external.get(externalEntry(tensor, "location") ?? "");
	if (source === void 0 || typeof source === "string") return void 0;
	const start = byteCount(externalEntry(tensor, "offset") ?? "0");
	const length = byteCount(externalEntry(tensor, "length") ?? String(source.length - (start ?? 0)));
	if (start === void 0 || length === void 0 || start + length > source.length) return void 0;
	return {
		source,
		start,
		end: start + length
	};
}
function byteCount(text) {
	return /^\d{1,15}$/.test(text) ? Number(text) : void 0;
}
async function loadNative(provider) {
	return explained(provider, async () => (await import("./npm-onnxruntime-node-dist-facade.js").then((m) => __toESM(m.default, 1))).default);
}
async function loadWeb() {
	return explained("wasm", async () => {
		const runtime = await import("./npm-onnxruntime-web-dist-ort-node-min-facade.js");
		const folder = process.env["AIRWORTHY_WEB"];
		if (folder !== void 0) runtime.env.wasm.wasmPaths = { mjs: pathToFileURL(path.join(folder, "ort-wasm-simd-threaded.mjs")).href };
		return runtime;
	});
}
async function explained(provider, load) {
	try {
		return await load();
	} catch (cause) {
		throw providerError("provider-missing", {
			provider,
			reason: firstLine(messageOf(cause))
		}, { cause });
	}
}
function firstLine(text) {
	return text.split("\n")[0] ?? "";
}
function parseProfile(text) {
	const events = parseEvents(text);
	const walls = events.filter(({ cat, name }) => cat === "Session" && name === "model_run").map(spanOf);
	if (walls.length === 0) return void 0;
	const onHost = hostKernels(events);
	const onDevice = deviceKernels(events);
	const kernels = onDevice.length > 0 ? onDevice : onHost.filter(({ operator }) => !isCopy(operator));
	return {
		runs: walls.map((wall) => runOf(wall, kernels, onHost)),
		nodes: nodesOf(walls, onHost, onDevice),
		clock: onDevice.length > 0 ? "device" : "host",
		peakBytes: peakOf(events)
	};
}
function isCopy(operator) {
	return operator === "MemcpyToHost" || operator === "MemcpyFromHost";
}
function parseEvents(text) {
	try {
		const events = JSON.parse(text);
		return Array.isArray(events) ? events.filter(isEvent) : [];
	} catch {
		return [];
	}
}
function isEvent(value) {
	const { cat, name, ts, dur } = value ?? {};
	return typeof cat === "string" && typeof name === "string" && typeof ts === "number" && typeof dur === "number";
}
function spanOf({ ts, dur }) {
	return {
		from: ts,
		to: ts + dur
	};
}
const suffix = "_kernel_time";
function isNode({ cat, name }) {
	return cat === "Node" && name.endsWith(suffix);
}
function hostKernels(events) {
	return events.filter(isNode).map((event) => ({
		...spanOf(event),
		node: event.name.slice(0, -12),
		operator: String(event.args?.["op_name"] ?? ""),
		provider: String(event.args?.["provider"] ?? "")
	}));
}
function deviceKernels(events) {
	const kernels = [];
	let node = "";
	for (const event of events) {
		if (isNode(event)) node = event.name.slice(0, -12);
		if (event.cat === "Kernel") kernels.push({
			...spanOf(event),
			node,
			operator: "",
			provider: ""
		});
		const [name = "", operator, program] = event.name.split("&");
		if (event.cat === "Api" && operator !== void 0 && program !== void 0) kernels.push({
			...spanOf(event),
			node: name,
			operator,
			provider: ""
		});
	}
	return kernels;
}
function runOf(wall, kernels, onHost) {
	const copies = onHost.filter(({ operator }) => isCopy(operator));
	return {
		wallMs: (wall.to - wall.from) / 1e3,
		kernelMs: covered(within(kernels, wall)) / 1e3,
		copyMs: covered(within(copies, wall)) / 1e3
	};
}
function within(spans, { from, to }) {
	return spans.filter((span) => span.from >= from && span.from <= to);
}
function covered(spans) {
	let sum = 0;
	let until = Number.NEGATIVE_INFINITY;
	for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
		sum += Math.max(0, to - Math.max(from, until));
		until = Math.max(until, to);
	}
	return sum;
}
function nodesOf(walls, onHost, onDevice) {
	const timesOf = grouped(onDevice.length > 0 ? onDevice : onHost);
	return [...grouped(onHost)].map(([name, calls]) => {
		const { operator, provider } = calls[0];
		const kernels = timesOf.get(name) ?? (isDevice(provider) && !isCopy(operator) ? [] : calls);
		return {
			name,
			operator,
			provider,
			kernelMs: walls.map((wall) => covered(within(kernels, wall)) / 1e3)
		};
	});
}
function isDevice(provider) {
	return provider !== "CPUExecutionProvider";
}
function grouped(kernels) {
	const groups = new Map();
	for (const kernel of kernels) {
		const group = groups.get(kernel.node);
		if (group === void 0) groups.set(kernel.node, [kernel]);
		else group.push(kernel);
	}
	return groups;
}
function peakOf(events) {
	const peak = events.reduce((most, { args }) => Math.max(most, Number(args?.["mem_in_use_peak"] ?? 0)), 0);
	return peak > 0 ? peak : void 0;
}
async function withProfilePrefix(use) {
	const folder = await mkdtemp(path.join(tmpdir(), "airworthy-profile-"));
	try {
		return await use(path.join(folder, "profile"));
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
async function readProfile(prefix) {
	const folder = path.dirname(prefix);
	const names = (await readdir(folder)).filter((name) => name.startsWith(`${path.basename(prefix)}_`)).sort();
	for (const name of names.reverse()) {
		const profile = parseProfile(await readFile(path.join(folder, name), "utf8"));
		if (profile !== void 0) return profile;
	}
}
const arrayTypes = {
	float32: Float32Array,
	float64: Float64Array,
	float16: Uint16Array,
	int8: Int8Array,
	uint8: Uint8Array,
	int16: Int16Array,
	uint16: Uint16Array,
	int32: Int32Array,
	uint32: Uint32Array,
	int64: BigInt64Array,
	uint64: BigUint64Array,
	bool: Uint8Array
};
function zeros(type, dims) {
	const length = sizeOf(dims);
	if (type === "string") return {
		type,
		dims,
		data: Array.from({ length }, () => "")
	};
	return {
		type,
		dims,
		data: new arrayTypes[type](length)
	};
}
function sizeOf(dims) {
	return dims.reduce((product, dim) => product * dim, 1);
}
function rows(tensor, start, end) {
	const width = sizeOf(tensor.dims.slice(1));
	const data = Array.isArray(tensor.data) ? tensor.data.slice(start * width, end * width) : tensor.data.subarray(start * width, end * width);
	return {
		type: tensor.type,
		dims: [end - start, ...tensor.dims.slice(1)],
		data
	};
}
function oneRow(feeds, row, times = 1) {
	const entries = Object.entries(feeds).map(([name, tensor]) => {
		return [name, tensor.dims.length === 0 ? tensor : repeated(rows(tensor, row, row + 1), times)];
	});
	return Object.fromEntries(entries);
}
function repeated(one, times) {
	if (times === 1) return one;
	const whole = zeros(one.type, [times, ...one.dims.slice(1)]);
	for (let at = 0; at < whole.data.length; at++) whole.data[at] = one.data[at % one.data.length];
	return whole;
}
function toSession(runtime, session, model) {
	const outputs = session.outputMetadata.map(toInfo);
	const fetched = outputs.filter(isFetchable).map(({ name }) => name);
	const asked = outputs.some(({ name }) => name === "__proto__") ? [...fetched, lostName] : fetched;
	const attempt = async (work) => {
		if (fetched.length === 0) throw providerError("outputs-unsupported", {
			model,
			outputs
		});
		try {
			return await work();
		} catch (cause) {
			throw providerError("model-run-failed", {
				model,
				reason: messageOf(cause)
			}, { cause });
		}
	};
	return {
		inputs: session.inputMetadata.map(toInfo),
		outputs,
		run: (feeds) => attempt(async () => unwrap(await session.run(wrap(runtime, feeds), asked), fetched)),
		prepare(feeds) {
			const ready = wrap(runtime, feeds);
			return async () => {
				await attempt(() => session.run(ready, asked));
			};
		},
		close: () => session.release()
	};
}
function isFetchable({ name, type }) {
	return (type === "string" || Object.hasOwn(arrayTypes, type)) && name !== "__proto__";
}
function toInfo(value) {
	return value.isTensor ? {
		name: value.name,
		type: value.type,
		dims: value.shape
	} : {
		name: value.name,
		type: container,
		dims: []
	};
}
function wrap(runtime, feeds) {
	const entries = Object.entries(feeds).map(([name, { type, data, dims }]) => {
		return [name, new runtime.Tensor(type, data, dims)];
	});
	return Object.fromEntries(entries);
}
function unwrap(results, names) {
	const outputs = names.map((name) => {
		const found = ownValue(results, name);
		if (found === void 0) throw new Error(`the runtime gives no output of the name \`${name}\``);
		const { type, dims, data } = found;
		return [name, {
			type,
			dims,
			data: type === "float16" ? halfBits(data) : data
		}];
	});
	return Object.fromEntries(outputs);
}
function halfBits(data) {
	const array = data;
	return new Uint16Array(array.buffer, array.byteOffset, array.length);
}
const cpu = provider({
	name: "cpu",
	summary: "onnxruntime's own kernels on the CPU",
	device: "cpu",
	executor: "CPUExecutionProvider",
	chain: () => [{ name: "cpu" }]
});
function onDevice(name, { device }) {
	return {
		name,
		...present("deviceId", device)
	};
}
const cuda = provider({
	name: "cuda",
	summary: "NVIDIA GPUs through CUDA and cuDNN",
	device: "gpu",
	executor: "CUDAExecutionProvider",
	runtime: "onnxruntime-node-cuda",
	chain: (raw) => [onDevice("cuda", raw)]
});
const tensorrt = provider({
	name: "tensorrt",
	summary: "NVIDIA GPUs through TensorRT",
	device: "gpu",
	executor: "TensorrtExecutionProvider",
	runtime: "onnxruntime-node-cuda",
	chain: (raw, allowFallback) => [onDevice("tensorrt", raw), ...allowFallback ? [onDevice("cuda", raw)] : []]
});
const webgpu = provider({
	name: "webgpu",
	summary: "any GPU with a Vulkan, Metal or Direct3D 12 driver, through WebGPU",
	device: "gpu",
	executor: "WebGpuExecutionProvider",
	chain: (options) => [{
		name: "webgpu",
		...present("preferredLayout", options["preferred-layout"]),
		...present("validationMode", options["validation-mode"]),
		...present("forceCpuNodeNames", options["force-cpu-nodes"])
	}]
});
function present(key, value) {
	return value === void 0 ? {} : { [key]: value };
}
function provider({ chain, ...row }) {
	return {
		runtime: "onnxruntime-node",
		...row,
		async version() {
			return `onnxruntime-node ${(await load(row.name)).env.versions.node ?? "of unknown version"}`;
		},
		async open(modelPath, options) {
			const links = chain(options.options ?? {}, options.allowFallback === true);
			const runtime = await load(row.name);
			const session = await create$1(runtime, modelPath, links, options);
			const { profilePrefix } = options;
			return {
				...toSession(runtime, session, modelPath),
				async endProfile() {
					if (profilePrefix === void 0) return void 0;
					session.endProfiling();
					return readProfile(profilePrefix);
				}
			};
		}
	};
}
async function load(name) {
	const runtime = await loadNative(name);
	runtime.env.logLevel = "fatal";
	if (!runtime.listSupportedBackends().some((backend) => backend.name === name)) throw providerError("provider-missing", {
		provider: name,
		reason: "this build of onnxruntime-node does not have it"
	});
	return runtime;
}
async function create$1(runtime, model, links, options) {
	const { name } = links[0];
	try {
		return await runtime.InferenceSession.create(model, sessionOptions(links, options));
	} catch (cause) {
		const reason = messageOf(cause);
		if (isAboutFallback(reason)) throw providerError("provider-fallback", {
			provider: name,
			model,
			nodes: []
		}, { cause });
		if (isAboutProvider(reason)) throw providerError("provider-missing", {
			provider: name,
			reason
		}, { cause });
		if (options.optimizedPath !== void 0 && /serializ|no space|cannot open|open file/i.test(reason)) throw providerError("optimized-not-written", {
			path: options.optimizedPath,
			reason
		}, { cause });
		const type = unheldType(reason);
		if (type !== void 0) throw providerError("types-unsupported", {
			model,
			type
		}, { cause });
		throw providerError("model-rejected", {
			model,
			provider: name,
			reason
		}, { cause });
	}
}
function sessionOptions(links, options) {
	const strict = links[0]?.name !== "cpu" && options.allowFallback !== true;
	return {
		executionProviders: links,
		...options.threads > 0 ? {
			intraOpNumThreads: options.threads,
			interOpNumThreads: 1
		} : {},
		graphOptimizationLevel: options.optimization ?? "all",
		...options.optimizedPath === void 0 ? {} : { optimizedModelFilePath: options.optimizedPath },
		...options.profilePrefix === void 0 ? {} : {
			enableProfiling: true,
			profileFilePrefix: options.profilePrefix
		},
		logSeverityLevel: 4,
		...strict ? { extra: { session: { disable_cpu_ep_fallback: "1" } } } : {}
	};
}
function isAboutFallback(reason) {
	return /fallback to CPU EP has been explicitly disabled/i.test(reason);
}
function unheldType(reason) {
	const code = /^Unsupported data type: (\d+)$/.exec(reason)?.[1];
	if (code === void 0) return void 0;
	return elementTypes.find((type) => type.code === Number(code))?.name ?? `the element type ${code}`;
}
function isAboutProvider(reason) {
	return /backend not found|shared library|no available adapter|failed to get.*adapter|no (supported )?adapter|CUDA driver|CUDA failure|cudaGetDevice/i.test(reason);
}
const wasm = {
	name: "wasm",
	summary: "onnxruntime in WebAssembly, as a browser runs it",
	device: "cpu",
	runtime: "onnxruntime-web",
	executor: "CPUExecutionProvider",
	async version() {
		return `onnxruntime-web ${(await loadWeb()).env.versions.web ?? "of unknown version"}`;
	},
	async open(model, options) {
		if (options.optimizedPath !== void 0) throw providerError("optimized-not-written", {
			path: options.optimizedPath,
			reason: "the wasm provider writes no files"
		});
		const runtime = await loadWeb();
		setThreads(runtime, options.threads);
		return toSession(runtime, await create(runtime, model, options), model);
	}
};
let threadsOfProcess;
function setThreads(runtime, threads) {
	threadsOfProcess ??= threads;
	if (threadsOfProcess !== threads) throw new Bug(`a worker was asked to run wasm with ${threads} threads after it did with ${threadsOfProcess}`);
	if (threads > 0) runtime.env.wasm.numThreads = threads;
	runtime.env.logLevel = "fatal";
}
async function create(runtime, model, options) {
	try {
		return await runtime.InferenceSession.create(model, {
			executionProviders: ["wasm"],
			graphOptimizationLevel: options.optimization ?? "all",
			logSeverityLevel: 4
		});
	} catch (cause) {
		throw providerError("model-rejected", {
			model,
			provider: "wasm",
			reason: messageOf(cause)
		}, { cause });
	}
}
const providers = {
	cpu,
	cuda,
	tensorrt,
	webgpu,
	wasm
};
const providerNames = Object.keys(providers);
function findProvider(name) {
	const provider = Object.values(providers).find((row) => row.name === name);
	if (provider === void 0) throw providerError("provider-unknown", {
		name,
		nearest: nearest(name, providerNames),
		names: providerNames
	});
	return provider;
}
export { Bug, Cancelled, UserError, arrayTypes, byteCount, checkoutOf, clip, confined, container, createHash, createHmac, createMask, createProcesses, didYouMean, elementType, elementTypes, endGroup, errorFrom, externalEntry, externalRange, fewOf, findProvider, isCopy, isExternal, isFetchable, isMemoryAddress, isSize, isWithin, messageOf, nearest, oneRow, ownValue, plainer, portError, portProblem, problemFrom, providerError, providerNames, providers, randomBytes, randomUUID, rows, runProgram, setOwn, sizeOf, timingSafeEqual, typeText, unfetchable, withParents, withProfilePrefix, zeros };
