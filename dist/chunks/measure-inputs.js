import { printCount, refusals, sha1 } from "./start.js";
import { byteCount, clip as clip$1, elementType, errorFrom, externalEntry, isExternal, isMemoryAddress, isSize, ownValue, sizeOf as sizeOf$2, typeText as typeText$1, zeros } from "./workers.js";
import { eachPiece, piecesOf, whole } from "./core-bytes.js";
import { createRandom } from "./stats-random.js";
import { toFloat16 } from "./core-float16.js";
import { deferredOf, rangeOf } from "./onnx-format-read-message.js";
import { constantOf, constantsOf, elementsOf as elementsOf$1, functionScope, graphScope, initializerNames, isConstant, isImported, isStandard, mainScope, nestedScopes, nodePath, opsetOf, rawRangeOf, scopesOf, smallFloats, standardDomain, subgraphsOf, tensorsAnywhere, valuesOf } from "./onnx-graph-constants.js";
import { isPointer, limits } from "./onnx-format.js";
import { attributeTypes, externalFiles } from "./onnx-graph.js";
const measureError = errorFrom({
	"batch-fixed": {
		say: (d) => ({
			message: `The model cannot run at a batch of ${d.batch}: all its shapes are fixed, for a batch of ${d.own}.`,
			hint: `Ask for \`batch: ${d.own}\`, or export the model with a symbolic first dimension.`
		}),
		example: {
			batch: 32,
			own: 1
		}
	},
	"input-too-large": {
		say: (d) => ({
			message: `The model's input ${d.input} is too large to be made up: its shape is [${d.dims.join(", ")}].`,
			hint: "Export the model with the shape it is used with, or give real data."
		}),
		example: {
			input: "x",
			dims: [1e6, 1e6]
		}
	},
	"input-unsupported": {
		say: (d) => ({
			message: `The model's input ${d.input} is ${d.type === "a sequence, a map or an optional" ? d.type : `of the type ${d.type}`}, which cannot be fed from here.`,
			hint: "Put a Cast at the front of the model, so that it takes float32, float16, an integer type, bool or string."
		}),
		example: {
			input: "x",
			type: "complex64"
		}
	},
	"measurements-unreadable": {
		say: (d) => ({
			message: `Earlier measurements cannot be read: ${d.reason}.`,
			hint: "Another version of Airworthy wrote it, or its file was damaged. Use that version, or remove the folder `measurements` in `.airworthy/` to measure anew."
		}),
		example: { reason: "block.runs.candidate: its turns do not add up to its samples" }
	},
	"shape-unknown-input": {
		say: (d) => ({
			message: `A shape is stated for ${d.input}, which is not an input of the model.`,
			hint: `The inputs are ${d.inputs.join(", ")}.`
		}),
		example: {
			input: "imgae",
			inputs: ["image"]
		}
	}
});
var ValueNumbers = class {
	#byName = new Map([["", 0]]);
	#listed;
	#starts;
	#initializers;
	#outputs;
	constructor({ nodes, inputs, outputs, graph }) {
		const initializers = graph === void 0 ? [] : initializerNames(graph);
		this.#initializers = inputs.length;
		this.#outputs = inputs.length + initializers.length;
		this.#starts = startsOf(nodes, this.#outputs + outputs.length);
		this.#listed = new Array(this.#starts.at(-1));
		let at = this.#list(inputs, 0);
		at = this.#list(initializers, at);
		at = this.#list(outputs, at);
		for (const { input, output } of nodes) {
			at = this.#list(input, at);
			at = this.#list(output, at);
		}
	}
	#list(names, at) {
		for (let index = 0; index < names.length; index++) {
			const name = names[index];
			let number = this.#byName.get(name);
			if (number === void 0) {
				number = this.#byName.size;
				this.#byName.set(name, number);
			}
			this.#listed[at + index] = number;
		}
		return at + names.length;
	}
	get count() {
		return this.#byName.size;
	}
	names() {
		return [...this.#byName.keys()];
	}
	numberOf(name) {
		return this.#byName.get(name);
	}
	get inputs() {
		return this.#listed.slice(0, this.#initializers);
	}
	get initializers() {
		return this.#listed.slice(this.#initializers, this.#outputs);
	}
	get given() {
		return this.#listed.slice(0, this.#outputs);
	}
	get outputs() {
		return this.#listed.slice(this.#outputs, this.#starts[0]);
	}
	read(node, index) {
		return this.#listed[this.#starts[2 * node] + index];
	}
	made(node, index) {
		return this.#listed[this.#starts[2 * node + 1] + index];
	}
};
function startsOf(nodes, first) {
	const starts = new Array(2 * nodes.length + 1);
	let at = first;
	starts[0] = at;
	nodes.forEach(({ input, output }, index) => {
		at += input.length;
		starts[2 * index + 1] = at;
		at += output.length;
		starts[2 * index + 2] = at;
	});
	return starts;
}
const known$1 = new WeakMap();
function numbersOf(scope) {
	const key = scope.graph ?? scope.body;
	const found = (key && known$1.get(key)) ?? new ValueNumbers(scope);
	if (key !== void 0) known$1.set(key, found);
	return found;
}
var ByValue = class {
	#numbers;
	#known = [];
	#outer;
	constructor(numbers, outer) {
		this.#numbers = numbers;
		this.#outer = outer;
	}
	find(number, name) {
		return this.at(number) ?? this.#outer?.findNamed(name);
	}
	findNamed(name) {
		for (let at = this; at !== void 0; at = at.#outer) {
			const found = at.get(name);
			if (found !== void 0) return found;
		}
	}
	at(number) {
		return this.#known[number];
	}
	put(number, known) {
		if (this.#known.length === 0) this.#known = new Array(this.#numbers.count).fill(void 0);
		this.#known[number] = known;
	}
	get(name) {
		const number = this.#numbers.numberOf(name);
		return number === void 0 ? void 0 : this.at(number);
	}
	has(name) {
		return this.get(name) !== void 0;
	}
	get size() {
		return this.#known.reduce((size, known) => known === void 0 ? size : size + 1, 0);
	}
	forEach(tell) {
		for (const [name, known] of this) tell(known, name, this);
	}
	entries() {
		return this.#named().entries();
	}
	keys() {
		return this.#named().keys();
	}
	values() {
		return this.#named().values();
	}
	[Symbol.iterator]() {
		return this.entries();
	}
	#named() {
		const names = this.#numbers.names();
		const named = new Map();
		for (const [number, known] of this.#known.entries()) if (known !== void 0) named.set(names[number], known);
		return named;
	}
};
function formalAt(formals, index) {
	if (index < formals.length) return formals[index];
	const last = formals.at(-1);
	return last?.option === "variadic" ? last : void 0;
}
function setsOf(lines) {
	const parsed = new Map();
	return (index) => {
		const set = parsed.get(index) ?? parseSet((lines[index] ?? "").split(" ").slice(1));
		parsed.set(index, set);
		return set;
	};
}
function parseVersions(lines, sets) {
	const versions = [];
	for (const line of lines) versions.push(new ParsedVersion(line, versions.at(-1), sets));
	return versions;
}
const around = {
	"": (element) => element,
	s: (element) => `sequence(${element})`,
	o: (element) => `optional(${element})`,
	os: (element) => `optional(sequence(${element}))`,
	m: (element) => element,
	sm: (element) => `sequence(${element})`
};
function parseSet(words) {
	return new Set(words.flatMap((word) => {
		const [, prefix = "", list = ""] = /^([a-z]*)(.*)$/.exec(word) ?? [];
		const wrap = around[prefix];
		return list.split(",").flatMap((range) => elementsIn$1(range).map(wrap));
	}));
}
function elementsIn$1(range) {
	if (range.includes(".")) return [`map(${range.split(".").map(nameOf).join(", ")})`];
	const [first = 0, last = first] = range.split("-").map(Number);
	return Array.from({ length: last - first + 1 }, (_, index) => nameOf(first + index));
}
function nameOf(code) {
	return elementType(Number(code))?.name ?? "unknown";
}
var ParsedVersion = class {
	since;
	deprecated;
	#parts;
	#last;
	#sets;
	#signature;
	#constraints;
	#attributes;
	constructor(line, last, sets) {
		const [, since = "", rest = ""] = /^(\d+) (.*)$/.exec(line) ?? [];
		this.since = Number(since);
		this.#parts = rest.split("|").map((part) => part.trim());
		this.deprecated = this.#parts[0] === "!";
		this.#last = last;
		this.#sets = sets;
	}
	get inputs() {
		return this.#signed().inputs;
	}
	get outputs() {
		return this.#signed().outputs;
	}
	get takes() {
		return this.#signed().takes;
	}
	get gives() {
		return this.#signed().gives;
	}
	get constraints() {
		this.#constraints ??= this.#repeats(1)?.constraints ?? parseConstraints(this.#text(1), this.#sets);
		return this.#constraints;
	}
	get attributes() {
		this.#attributes ??= this.#repeats(2)?.attributes ?? parseAttributes(this.#text(2));
		return this.#attributes;
	}
	#signed() {
		this.#signature ??= this.#repeats(0) ?? parseSignature(this.#text(0), this.#sets);
		return this.#signature;
	}
	#text(part) {
		return this.#parts[part] ?? "";
	}
	#repeats(part) {
		return this.#text(part) === "=" ? this.#last : void 0;
	}
};
function parseSignature(text, sets) {
	if (text === "!") return {
		inputs: anyNumber,
		outputs: anyNumber,
		takes: [],
		gives: []
	};
	const words = text.split(" ").filter((word) => word !== "");
	const split = words.indexOf(">");
	const stated = words.find((word) => word.startsWith("@"));
	const left = words.slice(0, split);
	const right = words.slice(split + 1).filter((word) => word !== stated);
	const [minIn = 0, maxIn = 0, minOut = 0, maxOut = 0] = stated?.slice(1).split(",").map(bound) ?? [];
	return {
		inputs: stated === void 0 ? arityOf(left) : {
			min: minIn,
			max: maxIn
		},
		outputs: stated === void 0 ? arityOf(right) : {
			min: minOut,
			max: maxOut
		},
		takes: left.map((word) => parseFormal(word, sets)),
		gives: right.map((word) => parseFormal(word, sets))
	};
}
const anyNumber = {
	min: 0,
	max: Number.POSITIVE_INFINITY
};
function bound(text) {
	return text === "*" ? Number.POSITIVE_INFINITY : Number(text);
}
const formalWord = /^(\w+)(?:([?*~])(\d*))?$/;
const options = {
	"?": "optional",
	"*": "variadic",
	"~": "variadic"
};
function arityOf(words) {
	let [min, max] = [0, 0];
	for (const word of words) {
		const [, , mark, least] = formalWord.exec(word) ?? [];
		const variadic = mark === "*" || mark === "~";
		max = variadic ? Number.POSITIVE_INFINITY : max + 1;
		if (mark === void 0) min = max;
		if (variadic) min += least === "" ? 1 : Number(least);
	}
	return {
		min,
		max
	};
}
function parseFormal(word, sets) {
	const [, type = "", mark] = formalWord.exec(word) ?? [];
	const isFixed = /^\d+$/.test(type);
	return {
		variable: isFixed ? void 0 : type,
		fixed: isFixed ? [...sets(Number(type))][0] : void 0,
		option: mark === void 0 ? "single" : options[mark] ?? "single",
		homogeneous: mark !== "~"
	};
}
function parseConstraints(text, sets) {
	const words = text.split(" ").filter((word) => word !== "");
	return new Map(words.map((word) => {
		const [name = "", set = ""] = word.split("=");
		return [name, sets(Number(set))];
	}));
}
const attributeLetters = "fistgFISTGxXpP";
function parseAttributes(text) {
	const words = text.split(" ").filter((word) => word !== "");
	return new Map(words.map((word) => {
		const [name = "", type = ""] = word.split(":");
		return [name, {
			type: attributeLetters.indexOf(type.charAt(0)) + 1,
			required: type.endsWith("!")
		}];
	}));
}
const operatorTable = `
=0 1,10-11
=1 1-7,10-13
=2 1-7,10-13,16
=3 1,10-11,16
=4 1,6-7,10-13
=5 1,6-7,10-13,16
=6 7
=7 9
=8 1-7,9-13,16
=9 1-7,9-26
=10 2,4,12-13
=11 2-7,12-13
=12 6-7
=13 1-7,9-13
=14 1-13
=15 1-13,16
=16 1-13,16-20
=17 1-13,16-22
=18 1-13,16-23
=19 1-13,16-24
=20 1-13,16-26
=21 1-13,16-28
=22 1,10,16
=23 1
=24 1-16
=25 1-15
=26 s1-15
=27 1-20
=28 1-22
=29 1-23
=30 1-24
=31 1-26
=32 1-7,9-13,16-20
=33 1-7,9-13,16-22
=34 1-7,9-13,16-23
=35 1-7,9-13,16-24
=36 1-7,9-13,16-26
=37 2-3
=38 6
=39 1,6-7,11-13
=40 2-3,6
=41 2-3,6,17-20
=42 2-6,17-22
=43 2-6,17-23
=44 1,10,16,24
=45 2-6,17-23,25-26
=46 2-6,17-23,25-28
=47 1,10-11,16-20
=48 2
=49 6-7,9
=50 1-16 s1-15
=51 1-16 o1-15 os1-15 s1-15
=52 1-20 o1-15 os1-15 s1-15
=53 1-22 o1-15 os1-15 s1-15
=54 1-23 o1-15 os1-15 s1-15
=55 1-24 o1-15 os1-15 s1-15
=56 1-26 o1-15 os1-15 s1-15
=57 1-15 s1-15
=58 1-16 o1-16 os1-16 s1-16
=59 1-20 o1-20 os1-16 s1-20
=60 1-22 o1-22 os1-16 s1-22
=61 1-23 o1-23 os1-16 s1-23
=62 1-24 o1-24 os1-16 s1-24
=63 1-26 o1-26 os1-16 s1-26
=64 1,11
=65 1,16
=66 1-3,10-11
=67 1-3,10-11,16
=68 1,3,5-7,10-11
=69 1,3,5-7,10-11,16
=70 o1-15 os1-15
=71 1-28 s1-28
=72 o1-28 os1-28
=73 1-15 o1-15 os1-15 s1-15
=74 1-28 o1-28 os1-28 s1-28
=75 1,6-7,10-11
=76 1,6-7,10-11,16
=77 2-3,17-20
=78 1,6
=79 1,6,10,16
=80 2-5,17-22
=81 2-5,17-23
=82 1,6,10,16,24
=83 2-5,17-23,25-26
=84 2-5,17-23,25-28
=85 1,5-7,11
=86 1,5-7,10-11,16
=87 1-3,6-7,10-13
=88 1-3,6-7,10-13,16
=89 1-3,6-7,9-13,16
=90 8
=91 s1-16
=92 6-8
=93 1,6-7,9-11
=94 1,6-8,11
=95 1,6-7,11
=96 m7.1,7.8
=97 1,7-8
=98 7-8
=99 m7.1,7.11,7.8,8.1,8.11,8.7
=100 1,7-8,11
=101 1,5-8,11
=102 sm7.1,8.1
[]
Abs
 1 T > T | T=0 | consumed_inputs:I
 6 = | T=1 |
 13 = | T=2 | =
Acos
 7 T > T | T=0 |
 22 = | T=3 | =
Acosh
 9 T > T | T=0 |
 22 = | T=3 | =
Add
 1 T T > T | T=0 | axis:i broadcast:i consumed_inputs:I
 6 = | T=4 | axis:i broadcast:i
 7 = | = |
 13 = | T=5 | =
 14 = | T=2 | =
AffineGrid
 20 T1 T2 > T1 | T1=3 T2=6 | align_corners:i
And
 1 T T > T1 | T=7 T1=7 | axis:i broadcast:i
 7 = | = |
ArgMax
 1 T > 6 | T=1 | axis:i keepdims:i
 11 = | = | =
 12 = | = | axis:i keepdims:i select_last_index:i
 13 = | T=2 | =
ArgMin
 1 T > 6 | T=1 | axis:i keepdims:i
 11 = | = | =
 12 = | = | axis:i keepdims:i select_last_index:i
 13 = | T=2 | =
Asin
 7 T > T | T=0 |
 22 = | T=3 | =
Asinh
 9 T > T | T=0 |
 22 = | T=3 | =
Atan
 7 T > T | T=0 |
 22 = | T=3 | =
Atanh
 9 T > T | T=0 |
 22 = | T=3 | =
Attention
 23 T1 T1 T2 U? T1? T2? > T1 T1? T2? T1? | T1=3 T2=3 U=8 | is_causal:i kv_num_heads:i q_num_heads:i qk_matmul_output_mode:i scale:f softcap:f softmax_precision:i
 24 T1 T1 T2 U? T1? T2? 6? > T1 T1? T2? T1? | = | =
 25 = | = | is_causal:i kv_num_heads:i left_window_size:i q_num_heads:i qk_matmul_output_mode:i right_window_size:i scale:f softcap:f softmax_precision:i
AveragePool
 1 T > T | T=0 | auto_pad:s kernel_shape:I! pads:I strides:I
 7 = | = | auto_pad:s count_include_pad:i kernel_shape:I! pads:I strides:I
 10 = | = | auto_pad:s ceil_mode:i count_include_pad:i kernel_shape:I! pads:I strides:I
 11 = | = | =
 19 = | = | auto_pad:s ceil_mode:i count_include_pad:i dilations:I kernel_shape:I! pads:I strides:I
 22 = | T=3 | =
BatchNormalization
 1 T T T T T > T T? T? T? T? | T=0 | consumed_inputs:I! epsilon:f is_test:i momentum:f spatial:i
 6 = | = | epsilon:f is_test:i momentum:f spatial:i
 7 = | = | epsilon:f momentum:f spatial:i
 9 = | = | epsilon:f momentum:f
 14 T T T U U > T U? U? | T=3 U=3 | epsilon:f momentum:f training_mode:i
 15 T T1 T1 T2 T2 > T T2? T2? | T=3 T1=3 T2=3 | =
Bernoulli
 15 T1 > T2 | T1=0 T2=8 | dtype:i seed:f
 22 = | T1=3 T2=8 | =
BitCast
 26 T1 > T2 | T1=9 T2=9 | to:i!
BitShift
 11 T T > T | T=10 | direction:s!
 28 = | T=11 | =
BitwiseAnd
 18 T T > T | T=11 |
BitwiseNot
 18 T > T | T=11 |
BitwiseOr
 18 T T > T | T=11 |
BitwiseXor
 18 T T > T | T=11 |
BlackmanWindow
 17 T1 > T2 | T1=12 T2=2 | output_datatype:i periodic:i
Cast
 1 T1 > T2 | T1=13 T2=13 | to:s!
 6 = | = | to:i!
 9 = | T1=14 T2=14 | =
 13 = | T1=15 T2=15 | =
 19 = | T1=16 T2=16 | saturate:i to:i!
 21 = | T1=17 T2=17 | =
 23 = | T1=18 T2=18 | =
 24 = | T1=19 T2=19 | round_mode:s saturate:i to:i!
 25 = | T1=20 T2=20 | =
 28 = | T1=21 T2=21 | =
CastLike
 15 T1 T2 > T2 | T1=15 T2=15 |
 19 = | T1=16 T2=16 | saturate:i
 21 = | T1=17 T2=17 | =
 23 = | T1=18 T2=18 | =
 24 = | T1=19 T2=19 | round_mode:s saturate:i
 25 = | T1=20 T2=20 | =
CausalConvWithState
 27 T T T? T? > T T | T=22 | activation:s
Ceil
 1 T > T | T=0 | consumed_inputs:I
 6 = | = |
 13 = | T=3 | =
Celu
 12 T > T | T=23 | alpha:f
 28 = | T=3 | =
CenterCropPad
 18 T Tind > T | T=24 Tind=12 | axes:I
Clip
 1 T > T | T=0 | consumed_inputs:I max:f min:f
 6 = | = | max:f min:f
 11 T T? T? > T | = |
 12 = | T=1 | =
 13 = | T=2 | =
Col2Im
 18 T 6 6 > T | T=24 | dilations:I pads:I strides:I
Compress
 9 T T1 > T | T=25 T1=7 | axis:i
 11 = | = | =
 28 = | T=24 T1=7 | =
Concat
 1 T* > T | T=0 | axis:i
 4 = | T=25 | axis:i!
 11 = | = | =
 13 = | T=24 | =
ConcatFromSequence
 11 S > T | S=26 T=25 | axis:i! new_axis:i
Constant
 1 > T | T=0 | value:t!
 9 = | T=25 | =
 11 = | = | sparse_value:x value:t
 12 = | = | sparse_value:x value:t value_float:f value_floats:F value_int:i value_ints:I value_string:s value_strings:S
 13 = | T=24 | =
 19 = | T=27 | =
 21 = | T=28 | =
 23 = | T=29 | =
 24 = | T=30 | =
 25 = | T=31 | =
ConstantOfShape
 9 T1 > T2 | T1=6 T2=13 | value:t
 20 = | T1=6 T2=32 | =
 21 = | T1=6 T2=33 | =
 23 = | T1=6 T2=34 | =
 24 = | T1=6 T2=35 | =
 25 = | T1=6 T2=36 | =
Conv
 1 T T T? > T | T=0 | auto_pad:s dilations:I group:i kernel_shape:I pads:I strides:I
 11 = | = | =
 22 = | T=3 | =
ConvInteger
 10 T1 T2 T1? T2? > T3 | T1=37 T2=37 T3=38 | auto_pad:s dilations:I group:i kernel_shape:I pads:I strides:I
ConvTranspose
 1 T T T? > T | T=0 | auto_pad:s dilations:I group:i kernel_shape:I output_padding:I output_shape:I pads:I strides:I
 11 = | = | =
 22 = | T=3 | =
Cos
 7 T > T | T=0 |
 22 = | T=3 | =
Cosh
 9 T > T | T=0 |
 22 = | T=3 | =
CumProd
 26 T T2 > T | T=5 T2=12 | exclusive:i reverse:i
CumSum
 11 T T2 > T | T=39 T2=12 | exclusive:i reverse:i
 14 = | T=5 T2=12 | =
DFT
 17 T1 T2? > T1 | T1=3 T2=12 | axis:i inverse:i onesided:i
 20 T1 T2? 6? > T1 | = | inverse:i onesided:i
DeformConv
 19 T T T T? T? > T | T=0 | dilations:I group:i kernel_shape:I offset_group:i pads:I strides:I
 22 = | T=3 | =
DepthToSpace
 1 T > T | T=25 | blocksize:i!
 11 = | = | blocksize:i! mode:s
 13 = | T=24 | =
 28 = | = | =
DequantizeLinear
 10 T 23 T? > 23 | T=40 |
 13 = | = | axis:i
 19 T1 T2 T1? > T2 | T1=41 T2=22 | =
 21 = | T1=42 T2=22 | axis:i block_size:i
 23 T1 T2 T1? > T3 | T1=43 T2=22 T3=22 | axis:i block_size:i output_dtype:i
 24 = | T1=43 T2=44 T3=22 | =
 25 = | T1=45 T2=44 T3=22 | =
 28 = | T1=46 T2=44 T3=22 | =
Det
 11 T > T | T=0 |
 22 = | T=3 | =
Div
 1 T T > T | T=0 | axis:i broadcast:i consumed_inputs:I
 6 = | T=4 | axis:i broadcast:i
 7 = | = |
 13 = | T=5 | =
 14 = | T=2 | =
Dropout
 1 T > T T? | T=0 | consumed_inputs:I is_test:i ratio:f
 6 = | = | is_test:i ratio:f
 7 = | = | ratio:f
 10 T > T T1? | T=0 T1=7 | =
 12 T T1? T2? > T T2? | T=0 T1=0 T2=7 | seed:i
 13 = | T=3 T1=0 T2=7 | =
 22 = | T=47 T1=47 T2=7 | =
DynamicQuantizeLinear
 11 T1 > T2 23 T2 | T1=23 T2=48 |
Einsum
 12 T* > T | T=1 | equation:s!
 28 = | T=2 | =
Elu
 1 T > T | T=0 | alpha:f consumed_inputs:I
 6 = | = | alpha:f
 22 = | T=3 | =
Equal
 1 T T > T1 | T=49 T1=7 | axis:i broadcast:i
 7 = | = |
 11 = | T=13 T1=7 | =
 13 = | T=8 T1=7 | =
 19 = | T=15 T1=7 | =
Erf
 9 T > T | T=1 |
 13 = | T=3 | =
Exp
 1 T > T | T=0 | consumed_inputs:I
 6 = | = |
 13 = | T=3 | =
Expand
 8 T 6 > T | T=25 |
 13 = | T=24 | =
EyeLike
 9 T1 > T2 | T1=13 T2=13 | dtype:i k:i
 22 = | T1=8 T2=8 | =
Flatten
 1 T > T | T=0 | axis:i
 9 = | T=25 | =
 11 = | = | =
 13 = | T=24 | =
 21 = | T=28 | =
 23 = | T=29 | =
 24 = | T=30 | =
 25 = | T=31 | =
Floor
 1 T > T | T=0 | consumed_inputs:I
 6 = | = |
 13 = | T=3 | =
GRU
 1 T T T T? T1? T? > T? T | T=0 T1=38 | activation_alpha:F activation_beta:F activations:S clip:f direction:s hidden_size:i output_sequence:i
 3 T T T T? T1? T? > T? T? | = | activation_alpha:F activation_beta:F activations:S clip:f direction:s hidden_size:i linear_before_reset:i output_sequence:i
 7 = | = | activation_alpha:F activation_beta:F activations:S clip:f direction:s hidden_size:i linear_before_reset:i
 14 = | = | activation_alpha:F activation_beta:F activations:S clip:f direction:s hidden_size:i layout:i linear_before_reset:i
 22 = | T=3 T1=38 | =
Gather
 1 T Tind > T | T=25 Tind=12 | axis:i
 11 = | = | =
 13 = | T=24 Tind=12 | =
GatherElements
 11 T Tind > T | T=25 Tind=12 | axis:i
 13 = | T=24 Tind=12 | =
GatherND
 11 T 6 > T | T=25 |
 12 = | = | batch_dims:i
 13 = | T=24 | =
Gelu
 20 T > T | T=3 | approximate:s
Gemm
 1 T T T > T | T=0 | alpha:f beta:f broadcast:i transA:i transB:i
 6 = | = | =
 7 = | = | alpha:f beta:f transA:i transB:i
 9 = | T=4 | =
 11 T T T? > T | = | =
 13 = | T=5 | =
GlobalAveragePool
 1 T > T | T=0 |
 22 = | T=3 | =
GlobalLpPool
 1 T > T | T=0 | p:f
 2 = | = | p:i
 22 = | T=3 | =
GlobalMaxPool
 1 T > T | T=0 |
 22 = | T=3 | =
Greater
 1 T T > T1 | T=0 T1=7 | axis:i broadcast:i
 7 = | = |
 9 = | T=1 T1=7 | =
 13 = | T=2 T1=7 | =
GreaterOrEqual
 12 T T > T1 | T=1 T1=7 |
 16 = | T=2 T1=7 | =
GridSample
 16 T1 T2 > T1 | T1=25 T2=0 | align_corners:i mode:s padding_mode:s
 20 = | = | =
 22 = | T1=24 T2=3 | =
GroupNormalization
 18 !
 21 T T T > T | T=3 | epsilon:f num_groups:i! stash_type:i
HammingWindow
 17 T1 > T2 | T1=12 T2=2 | output_datatype:i periodic:i
HannWindow
 17 T1 > T2 | T1=12 T2=2 | output_datatype:i periodic:i
HardSigmoid
 1 T > T | T=0 | alpha:f beta:f consumed_inputs:I
 6 = | = | alpha:f beta:f
 22 = | T=3 | =
HardSwish
 14 T > T | T=0 |
 22 = | T=3 | =
Hardmax
 1 T > T | T=0 | axis:i
 11 = | = | =
 13 = | T=3 | =
Identity
 1 T > T | T=25 |
 13 = | T=24 | =
 14 V > V | V=50 | =
 16 = | V=51 | =
 19 = | V=52 | =
 21 = | V=53 | =
 23 = | V=54 | =
 24 = | V=55 | =
 25 = | V=56 | =
If
 1 B > V~ | V=25 B=7 | else_branch:g! then_branch:g!
 11 = | = | =
 13 = | V=57 B=7 | =
 16 = | V=58 B=7 | =
 19 = | V=59 B=7 | =
 21 = | V=60 B=7 | =
 23 = | V=61 B=7 | =
 24 = | V=62 B=7 | =
 25 = | V=63 B=7 | =
ImageDecoder
 20 T1 > T2 | T1=48 T2=48 | pixel_format:s
InstanceNormalization
 1 T T T > T | T=0 | consumed_inputs:I epsilon:f
 6 = | = | epsilon:f
 22 = | T=3 | =
IsInf
 10 T1 > T2 | T1=64 T2=7 | detect_negative:i detect_positive:i
 20 = | T1=47 T2=7 | =
IsNaN
 9 T1 > T2 | T1=0 T2=7 |
 13 = | T1=3 T2=7 | =
 20 = | T1=47 T2=7 | =
LRN
 1 T > T | T=0 | alpha:f beta:f bias:f size:i!
 13 = | T=3 | =
LSTM
 1 T T T T? T1? T? T? T? > T? T? T? | T=0 T1=38 | activation_alpha:F activation_beta:F activations:S clip:f direction:s hidden_size:i input_forget:i output_sequence:i
 7 = | = | activation_alpha:F activation_beta:F activations:S clip:f direction:s hidden_size:i input_forget:i
 14 = | = | activation_alpha:F activation_beta:F activations:S clip:f direction:s hidden_size:i input_forget:i layout:i
 22 = | T=3 T1=38 | =
LayerNormalization
 17 T T T? > T U? U? | T=3 U=65 | axis:i epsilon:f stash_type:i
LeakyRelu
 1 T > T | T=0 | alpha:f consumed_inputs:I
 6 = | = | alpha:f
 16 = | T=3 | =
Less
 1 T T > T1 | T=0 T1=7 | axis:i broadcast:i
 7 = | = |
 9 = | T=1 T1=7 | =
 13 = | T=2 T1=7 | =
LessOrEqual
 12 T T > T1 | T=1 T1=7 |
 16 = | T=2 T1=7 | =
LinearAttention
 27 T T T S? T? T? > T S | T=22 S=22 | chunk_size:i kv_num_heads:i! q_num_heads:i! scale:f update_rule:s
Log
 1 T > T | T=0 | consumed_inputs:I
 6 = | = |
 13 = | T=3 | =
LogSoftmax
 1 T > T | T=0 | axis:i
 11 = | = | =
 13 = | T=3 | =
Loop
 1 I? B? V~ > V~ @3,*,1,* | V=25 I=6 B=7 | body:g!
 11 I? B? V~0 > V~ @2,*,1,* | = | =
 13 = | V=57 I=6 B=7 | =
 16 = | V=58 I=6 B=7 | =
 19 = | V=59 I=6 B=7 | =
 21 = | V=60 I=6 B=7 | =
 23 = | V=61 I=6 B=7 | =
 24 = | V=62 I=6 B=7 | =
 25 = | V=63 I=6 B=7 | =
LpNormalization
 1 T > T | T=0 | axis:i p:i
 22 = | T=3 | =
LpPool
 1 T > T | T=0 | auto_pad:s kernel_shape:I p:f pads:I strides:I
 2 = | = | auto_pad:s kernel_shape:I! p:i pads:I strides:I
 11 = | = | =
 18 = | = | auto_pad:s ceil_mode:i dilations:I kernel_shape:I! p:i pads:I strides:I
 22 = | T=3 | =
MatMul
 1 T T > T | T=0 |
 9 = | T=4 | =
 13 = | T=5 | =
MatMulInteger
 10 T1 T2 T1? T2? > T3 | T1=37 T2=37 T3=38 |
Max
 1 T* > T | T=0 | consumed_inputs:I
 6 = | = |
 8 = | = | =
 12 = | T=1 | =
 13 = | T=2 | =
MaxPool
 1 T > T | T=0 | auto_pad:s kernel_shape:I! pads:I strides:I
 8 T > T I? | T=0 I=6 | auto_pad:s kernel_shape:I! pads:I storage_order:i strides:I
 10 = | = | auto_pad:s ceil_mode:i dilations:I kernel_shape:I! pads:I storage_order:i strides:I
 11 = | = | =
 12 = | T=66 I=6 | =
 22 = | T=67 I=6 | =
MaxRoiPool
 1 T T > T | T=0 | pooled_shape:I! spatial_scale:f
 22 = | T=3 | =
MaxUnpool
 9 T1 T2 T2? > T1 | T1=0 T2=6 | kernel_shape:I! pads:I strides:I
 11 = | = | =
 22 = | T1=3 T2=6 | =
Mean
 1 T* > T | T=0 | consumed_inputs:I
 6 = | = |
 8 = | = | =
 13 = | T=3 | =
MeanVarianceNormalization
 9 T > T | T=0 | axes:I
 13 = | T=3 | =
MelWeightMatrix
 17 T1 T1 T1 T2 T2 > T3 | T1=12 T2=3 T3=2 | output_datatype:i
Min
 1 T* > T | T=0 | consumed_inputs:I
 6 = | = |
 8 = | = | =
 12 = | T=1 | =
 13 = | T=2 | =
Mish
 18 T > T | T=0 |
 22 = | T=3 | =
Mod
 10 T T > T | T=1 | fmod:i
 13 = | T=2 | =
 28 = | = | =
Mul
 1 T T > T | T=0 | axis:i broadcast:i consumed_inputs:I
 6 = | T=4 | axis:i broadcast:i
 7 = | = |
 13 = | T=5 | =
 14 = | T=2 | =
Multinomial
 7 T1 > T2 | T1=0 T2=12 | dtype:i sample_size:i seed:f
 22 = | T1=3 T2=12 | =
Neg
 1 T > T | T=0 | consumed_inputs:I
 6 = | T=68 |
 13 = | T=69 | =
NegativeLogLikelihoodLoss
 12 T Tind T? > T | T=0 Tind=12 | ignore_index:i reduction:s
 13 = | = | =
 22 = | T=3 Tind=12 | =
NonMaxSuppression
 10 23 23 6? 23? 23? > 6 |  | center_point_box:i
 11 = | = | =
NonZero
 9 T > 6 | T=25 |
 13 = | T=24 | =
Not
 1 T > T | T=7 |
OneHot
 9 T1 T2 T3 > T3 | T1=1 T2=1 T3=25 | axis:i
 11 = | = | =
 28 = | T1=1 T2=1 T3=24 | =
Optional
 15 V? > O | V=57 O=70 | type:p
 28 = | V=71 O=72 | =
OptionalGetElement
 15 O > V | O=70 V=57 |
 18 = | O=73 V=57 | =
 28 = | O=74 V=71 | =
OptionalHasElement
 15 O > B | O=70 B=7 |
 18 O? > B | O=73 B=7 | =
 28 = | O=74 B=7 | =
Or
 1 T T > T1 | T=7 T1=7 | axis:i broadcast:i
 7 = | = |
PRelu
 1 T T > T | T=0 | consumed_inputs:I
 6 = | = |
 7 = | = | =
 9 = | T=4 | =
 16 = | T=5 | =
Pad
 1 T > T | T=0 | mode:s paddings:I! value:f
 2 = | = | mode:s pads:I! value:f
 11 T 6 T? > T | T=1 | mode:s
 13 = | T=24 | =
 18 T 6 T? Tind? > T | T=24 Tind=12 | =
 19 = | = | =
 21 = | T=28 Tind=12 | =
 23 = | T=29 Tind=12 | =
 24 = | T=30 Tind=12 | =
 25 = | T=31 Tind=12 | =
Pow
 1 T T > T | T=0 | axis:i broadcast:i
 7 = | = |
 12 T T1 > T | T=75 T1=1 | =
 13 = | T=76 T1=1 | =
 15 = | T=76 T1=2 | =
QLinearConv
 10 T1 23 T1 T2 23 T2 23 T3 T4? > T3 | T1=37 T2=37 T3=37 T4=38 | auto_pad:s dilations:I group:i kernel_shape:I pads:I strides:I
QLinearMatMul
 10 T1 23 T1 T2 23 T2 23 T3 > T3 | T1=37 T2=37 T3=37 |
 21 T1 TS T1 T2 TS T2 TS T3 > T3 | TS=22 T1=77 T2=77 T3=77 | =
QuantizeLinear
 10 T1 23 T2? > T2 | T1=78 T2=37 |
 13 = | = | axis:i
 19 T1 T1 T2? > T2 | T1=79 T2=77 | axis:i saturate:i
 21 = | T1=79 T2=80 | axis:i block_size:i output_dtype:i saturate:i
 23 T1 T2 T3? > T3 | T1=79 T2=79 T3=81 | axis:i block_size:i output_dtype:i precision:i saturate:i
 24 = | T1=79 T2=82 T3=81 | =
 25 = | T1=79 T2=82 T3=83 | =
 28 = | T1=79 T2=82 T3=84 | =
RMSNormalization
 23 T V > V | T=3 V=3 | axis:i epsilon:f stash_type:i
RNN
 1 T T T T? T1? T? > T? T? | T=0 T1=38 | activation_alpha:F activation_beta:F activations:S clip:f direction:s hidden_size:i output_sequence:i
 7 = | = | activation_alpha:F activation_beta:F activations:S clip:f direction:s hidden_size:i
 14 = | = | activation_alpha:F activation_beta:F activations:S clip:f direction:s hidden_size:i layout:i
 22 = | T=3 T1=38 | =
RandomNormal
 1 > T | T=0 | dtype:i mean:f scale:f seed:f shape:I!
 22 = | T=3 | =
RandomNormalLike
 1 T1 > T2 | T1=25 T2=0 | dtype:i mean:f scale:f seed:f
 22 = | T1=24 T2=3 | =
RandomUniform
 1 > T | T=0 | dtype:i high:f low:f seed:f shape:I!
 22 = | T=3 | =
RandomUniformLike
 1 T1 > T2 | T1=25 T2=0 | dtype:i high:f low:f seed:f
 22 = | T1=24 T2=3 | =
Range
 11 T T T > T | T=85 |
 27 = | T=86 | stash_type:i
Reciprocal
 1 T > T | T=0 | consumed_inputs:I
 6 = | = |
 13 = | T=3 | =
ReduceL1
 1 T > T | T=4 | axes:I keepdims:i
 11 = | = | =
 13 = | T=5 | =
 18 T 6? > T | = | keepdims:i noop_with_empty_axes:i
ReduceL2
 1 T > T | T=4 | axes:I keepdims:i
 11 = | = | =
 13 = | T=5 | =
 18 T 6? > T | = | keepdims:i noop_with_empty_axes:i
ReduceLogSum
 1 T > T | T=4 | axes:I keepdims:i
 11 = | = | =
 13 = | T=5 | =
 18 T 6? > T | = | keepdims:i noop_with_empty_axes:i
 28 = | T=3 | =
ReduceLogSumExp
 1 T > T | T=4 | axes:I keepdims:i
 11 = | = | =
 13 = | T=5 | =
 18 T 6? > T | = | keepdims:i noop_with_empty_axes:i
 28 = | T=3 | =
ReduceMax
 1 T > T | T=4 | axes:I keepdims:i
 11 = | = | =
 12 = | T=87 | =
 13 = | T=88 | =
 18 T 6? > T | = | keepdims:i noop_with_empty_axes:i
 20 = | T=89 | =
ReduceMean
 1 T > T | T=4 | axes:I keepdims:i
 11 = | = | =
 13 = | T=5 | =
 18 T 6? > T | = | keepdims:i noop_with_empty_axes:i
ReduceMin
 1 T > T | T=4 | axes:I keepdims:i
 11 = | = | =
 12 = | T=87 | =
 13 = | T=88 | =
 18 T 6? > T | = | keepdims:i noop_with_empty_axes:i
 20 = | T=89 | =
ReduceProd
 1 T > T | T=4 | axes:I keepdims:i
 11 = | = | =
 13 = | T=5 | =
 18 T 6? > T | = | keepdims:i noop_with_empty_axes:i
ReduceSum
 1 T > T | T=4 | axes:I keepdims:i
 11 = | = | =
 13 T 6? > T | T=5 | keepdims:i noop_with_empty_axes:i
ReduceSumSquare
 1 T > T | T=4 | axes:I keepdims:i
 11 = | = | =
 13 = | T=5 | =
 18 T 6? > T | = | keepdims:i noop_with_empty_axes:i
RegexFullMatch
 20 T1 > T2 | T1=90 T2=7 | pattern:s
Relu
 1 T > T | T=0 | consumed_inputs:I
 6 = | = |
 13 = | T=3 | =
 14 = | T=69 | =
Reshape
 1 T > T | T=0 | consumed_inputs:I shape:I
 5 T 6 > T | T=25 |
 13 = | T=24 | =
 14 = | = | allowzero:i
 19 = | T=27 | =
 21 = | T=28 | =
 23 = | T=29 | =
 24 = | T=30 | =
 25 = | T=31 | =
Resize
 10 T 23 > T | T=25 | mode:s
 11 T1 T2 23 6? > T1 | T1=25 T2=0 | coordinate_transformation_mode:s cubic_coeff_a:f exclude_outside:i extrapolation_value:f mode:s nearest_mode:s
 13 T1 T2? 23? 6? > T1 | T1=24 T2=0 | =
 18 = | = | antialias:i axes:I coordinate_transformation_mode:s cubic_coeff_a:f exclude_outside:i extrapolation_value:f keep_aspect_ratio_policy:s mode:s nearest_mode:s
 19 = | = | =
ReverseSequence
 10 T 6 > T | T=25 | batch_axis:i time_axis:i
 28 = | T=24 | =
RoiAlign
 10 T1 T1 T2 > T1 | T1=0 T2=6 | mode:s output_height:i output_width:i sampling_ratio:i spatial_scale:f
 16 = | = | coordinate_transformation_mode:s mode:s output_height:i output_width:i sampling_ratio:i spatial_scale:f
 22 = | T1=3 T2=6 | =
RotaryEmbedding
 23 T T T M? > T | T=22 M=6 | interleaved:i num_heads:i rotary_embedding_dim:i
Round
 11 T > T | T=0 |
 22 = | T=3 | =
STFT
 17 T1 T2 T1? T2? > T1 | T1=3 T2=12 | onesided:i
Scan
 8 I? V~ > V~ @2,*,1,* | I=6 V=25 | body:g! directions:I num_scan_inputs:i!
 9 V~ > V~ | V=25 | body:g! num_scan_inputs:i! scan_input_axes:I scan_input_directions:I scan_output_axes:I scan_output_directions:I
 11 = | = | =
 16 = | V=24 | =
 19 = | V=27 | =
 21 = | V=28 | =
 23 = | V=29 | =
 24 = | V=30 | =
 25 = | V=31 | =
Scatter
 9 T Tind T > T | T=25 Tind=12 | axis:i
 11 !
ScatterElements
 11 T Tind T > T | T=25 Tind=12 | axis:i
 13 = | T=24 Tind=12 | =
 16 = | = | axis:i reduction:s
 18 = | = | =
ScatterND
 11 T 6 T > T | T=25 |
 13 = | T=24 | =
 16 = | = | reduction:s
 18 = | = | =
Selu
 1 T > T | T=0 | alpha:f consumed_inputs:I gamma:f
 6 = | = | alpha:f gamma:f
 22 = | T=3 | =
SequenceAt
 11 S I > T | S=26 T=25 I=12 |
SequenceConstruct
 11 T* > S | T=25 S=26 |
SequenceEmpty
 11 > S | S=26 | dtype:i
SequenceErase
 11 S I? > S | S=26 I=12 |
SequenceInsert
 11 S T I? > S | T=25 S=26 I=12 |
SequenceLength
 11 S > I | S=26 I=6 |
SequenceMap
 17 S V~0 > S~ | S=26 V=57 | body:g!
Shape
 1 T > T1 | T=25 T1=6 |
 13 = | T=24 T1=6 | =
 15 = | = | end:i start:i
 19 = | T=27 T1=6 | =
 21 = | T=28 T1=6 | =
 23 = | T=29 T1=6 | =
 24 = | T=30 T1=6 | =
 25 = | T=31 T1=6 | =
Shrink
 9 T > T | T=1 | bias:f lambd:f
Sigmoid
 1 T > T | T=0 | consumed_inputs:I
 6 = | = |
 13 = | T=3 | =
Sign
 9 T > T | T=1 |
 13 = | T=2 | =
Sin
 7 T > T | T=0 |
 22 = | T=3 | =
Sinh
 9 T > T | T=0 |
 22 = | T=3 | =
Size
 1 T > T1 | T=25 T1=6 |
 13 = | T=24 T1=6 | =
 19 = | T=27 T1=6 | =
 21 = | T=28 T1=6 | =
 23 = | T=29 T1=6 | =
 24 = | T=30 T1=6 | =
 25 = | T=31 T1=6 | =
Slice
 1 T > T | T=25 | axes:I ends:I! starts:I!
 10 T Tind Tind Tind? Tind? > T | T=25 Tind=12 |
 11 = | = | =
 13 = | T=24 Tind=12 | =
Softmax
 1 T > T | T=0 | axis:i
 11 = | = | =
 13 = | T=3 | =
SoftmaxCrossEntropyLoss
 12 T Tind T? > T T? | T=0 Tind=12 | ignore_index:i reduction:s
 13 = | T=3 Tind=12 | =
Softplus
 1 T > T | T=0 |
 22 = | T=3 | =
Softsign
 1 T > T | T=0 |
 22 = | T=3 | =
SpaceToDepth
 1 T > T | T=25 | blocksize:i!
 13 = | T=24 | =
 28 = | = | blocksize:i! mode:s
Split
 1 T T? > T* | T=0 | axis:i split:I
 2 T > T* | T=25 | =
 11 = | = | =
 13 T 6? > T* | T=24 | axis:i
 18 = | = | axis:i num_outputs:i
SplitToSequence
 11 T I? > S | T=25 I=12 S=26 | axis:i keepdims:i
 24 = | T=24 I=12 S=91 | =
Sqrt
 1 T > T | T=0 | consumed_inputs:I
 6 = | = |
 13 = | T=3 | =
Squeeze
 1 T > T | T=25 | axes:I
 11 = | = | =
 13 T 6? > T | T=24 |
 21 = | T=28 | =
 23 = | T=29 | =
 24 = | T=30 | =
 25 = | T=31 | =
StringConcat
 20 T T > T | T=90 |
StringNormalizer
 10 90 > 90 |  | case_change_action:s is_case_sensitive:i locale:s stopwords:S
StringSplit
 20 T1 > T2 T3 | T1=90 T2=90 T3=6 | delimiter:s maxsplit:i
Sub
 1 T T > T | T=0 | axis:i broadcast:i consumed_inputs:I
 6 = | T=4 | axis:i broadcast:i
 7 = | = |
 13 = | T=5 | =
 14 = | T=2 | =
Sum
 1 T* > T | T=0 | consumed_inputs:I
 6 = | = |
 8 = | = | =
 13 = | T=3 | =
SwiGLU
 28 T T > T | T=3 | alpha:f
Swish
 24 T > T | T=3 | alpha:f
Tan
 7 T > T | T=0 |
 22 = | T=3 | =
Tanh
 1 T > T | T=0 | consumed_inputs:I
 6 = | = |
 13 = | T=3 | =
TensorScatter
 24 T T 6? > T | T=30 | axis:i mode:s
TfIdfVectorizer
 9 T > T1 | T=92 T1=23 | max_gram_length:i! max_skip_count:i! min_gram_length:i! mode:s! ngram_counts:I! ngram_indexes:I! pool_int64s:I pool_strings:S weights:F
ThresholdedRelu
 10 T > T | T=0 | alpha:f
 22 = | T=3 | =
Tile
 1 T T T > T | T=0 |
 6 T T1 > T | T=25 T1=6 | =
 13 = | T=24 T1=6 | =
TopK
 1 T > T I | T=0 I=6 | axis:i k:i!
 10 T 6 > T I | = | axis:i
 11 = | T=1 I=6 | axis:i largest:i sorted:i
 24 = | T=2 I=6 | =
Transpose
 1 T > T | T=25 | perm:I
 13 = | T=24 | =
 21 = | T=28 | =
 23 = | T=29 | =
 24 = | T=30 | =
 25 = | T=31 | =
Trilu
 14 T 6? > T | T=24 | upper:i
Unique
 11 T > T 6? 6? 6? | T=25 | axis:i sorted:i
 28 = | T=24 | =
Unsqueeze
 1 T > T | T=25 | axes:I!
 11 = | = | =
 13 T 6 > T | T=24 |
 21 = | T=28 | =
 23 = | T=29 | =
 24 = | T=30 | =
 25 = | T=31 | =
Upsample
 1 T > T | T=93 | height_scale:f! mode:s width_scale:f!
 7 = | T=25 | mode:s scales:F!
 9 T 23 > T | = | mode:s
 10 !
Where
 9 B T T > T | B=7 T=25 |
 16 = | B=7 T=24 | =
Xor
 1 T T > T1 | T=7 T1=7 | axis:i broadcast:i
 7 = | = |
[ai.onnx.ml]
ArrayFeatureExtractor
 1 T 6 > T | T=94 |
Binarizer
 1 T > T | T=95 | threshold:f
CastMap
 1 T1 > T2 | T1=96 T2=97 | cast_to:s map_form:s max_map:i
CategoryMapper
 1 T1 > T2 | T1=98 T2=98 | cats_int64s:I cats_strings:S default_int64:i default_string:s
DictVectorizer
 1 T1 > T2 | T1=99 T2=100 | int64_vocabulary:I string_vocabulary:S
FeatureVectorizer
 1 T1* > 23 | T1=95 | inputdimensions:I
Imputer
 1 T > T | T=95 | imputed_value_floats:F imputed_value_int64s:I replaced_value_float:f replaced_value_int64:i
LabelEncoder
 1 T1 > T2 | T1=98 T2=98 | classes_strings:S default_int64:i default_string:s
 2 = | T1=97 T2=97 | default_float:f default_int64:i default_string:s keys_floats:F keys_int64s:I keys_strings:S values_floats:F values_int64s:I values_strings:S
 4 = | T1=101 T2=101 | default_float:f default_int64:i default_string:s default_tensor:t keys_floats:F keys_int64s:I keys_strings:S keys_tensor:t values_floats:F values_int64s:I values_strings:S values_tensor:t
LinearClassifier
 1 T1 > T2 23 | T1=95 T2=98 | classlabels_ints:I classlabels_strings:S coefficients:F! intercepts:F multi_class:i post_transform:s
LinearRegressor
 1 T > 23 | T=95 | coefficients:F intercepts:F post_transform:s targets:i
Normalizer
 1 T > 23 | T=95 | norm:s
OneHotEncoder
 1 T > 23 | T=94 | cats_int64s:I cats_strings:S zeros:i
SVMClassifier
 1 T1 > T2 23 | T1=95 T2=98 | classlabels_ints:I classlabels_strings:S coefficients:F kernel_params:F kernel_type:s post_transform:s prob_a:F prob_b:F rho:F support_vectors:F vectors_per_class:I
SVMRegressor
 1 T > 23 | T=95 | coefficients:F kernel_params:F kernel_type:s n_supports:i one_class:i post_transform:s rho:F support_vectors:F
Scaler
 1 T > 23 | T=95 | offset:F scale:F
TreeEnsemble
 5 T > T | T=0 | aggregate_function:i leaf_targetids:I! leaf_weights:t! membership_values:t n_targets:i nodes_falseleafs:I! nodes_falsenodeids:I! nodes_featureids:I! nodes_hitrates:t nodes_missing_value_tracks_true:I nodes_modes:t! nodes_splits:t! nodes_trueleafs:I! nodes_truenodeids:I! post_transform:i tree_roots:I!
TreeEnsembleClassifier
 1 T1 > T2 23 | T1=95 T2=98 | base_values:F class_ids:I class_nodeids:I class_treeids:I class_weights:F classlabels_int64s:I classlabels_strings:S nodes_falsenodeids:I nodes_featureids:I nodes_hitrates:F nodes_missing_value_tracks_true:I nodes_modes:S nodes_nodeids:I nodes_treeids:I nodes_truenodeids:I nodes_values:F post_transform:s
 3 = | = | base_values:F base_values_as_tensor:t class_ids:I class_nodeids:I class_treeids:I class_weights:F class_weights_as_tensor:t classlabels_int64s:I classlabels_strings:S nodes_falsenodeids:I nodes_featureids:I nodes_hitrates:F nodes_hitrates_as_tensor:t nodes_missing_value_tracks_true:I nodes_modes:S nodes_nodeids:I nodes_treeids:I nodes_truenodeids:I nodes_values:F nodes_values_as_tensor:t post_transform:s
 5 !
TreeEnsembleRegressor
 1 T > 23 | T=95 | aggregate_function:s base_values:F n_targets:i nodes_falsenodeids:I nodes_featureids:I nodes_hitrates:F nodes_missing_value_tracks_true:I nodes_modes:S nodes_nodeids:I nodes_treeids:I nodes_truenodeids:I nodes_values:F post_transform:s target_ids:I target_nodeids:I target_treeids:I target_weights:F
 3 = | = | aggregate_function:s base_values:F base_values_as_tensor:t n_targets:i nodes_falsenodeids:I nodes_featureids:I nodes_hitrates:F nodes_hitrates_as_tensor:t nodes_missing_value_tracks_true:I nodes_modes:S nodes_nodeids:I nodes_treeids:I nodes_truenodeids:I nodes_values:F nodes_values_as_tensor:t post_transform:s target_ids:I target_nodeids:I target_treeids:I target_weights:F target_weights_as_tensor:t
 5 !
ZipMap
 1 23 > T | T=102 | classlabels_int64s:I classlabels_strings:S
[ai.onnx.preview]
FlexAttention
 1 T1 T1 T1 > T1 | T1=3 | prob_mod:g scale:f score_mod:g softmax_precision:i
[ai.onnx.preview.training]
Adagrad
 1 T1 T2 T3~ > T3~ | T1=64 T2=6 T3=64 | decay_factor:f epsilon:f norm_coefficient:f
Adam
 1 T1 T2 T3~ > T3~ | T1=64 T2=6 T3=64 | alpha:f beta:f epsilon:f norm_coefficient:f norm_coefficient_post:f
Gradient
 1 T1~ > T2~ | T1=25 T2=0 | xs:S! y:s! zs:S
Momentum
 1 T1 T2 T3~ > T3~ | T1=64 T2=6 T3=64 | alpha:f! beta:f! mode:s! norm_coefficient:f!
`;
const newest = {
	opset: 28,
	irVersion: 14
};
function operatorVersions(domain, operator) {
	const { domains, sets } = tableOnce();
	const section = domains.get(nameInTable(domain));
	if (section === void 0) return void 0;
	const parsed = section.parsed.get(operator);
	if (parsed !== void 0) return parsed;
	const lines = linesOf(section, operator);
	if (lines === void 0) return [];
	const versions = parseVersions(lines, sets);
	section.parsed.set(operator, versions);
	return versions;
}
function newestOpset(domain) {
	const section = tableOnce().domains.get(nameInTable(domain));
	if (section === void 0) return void 0;
	return Math.max(...[...section.text.matchAll(/^ (\d+)/gm)].map(([, since]) => Number(since)));
}
let table;
function tableOnce() {
	table ??= splitTable(operatorTable);
	return table;
}
function linesOf(section, operator) {
	if (!(section.names?.has(operator) ?? /^\w+$/.test(operator))) return void 0;
	const head = `\n${operator}\n`;
	const at = section.text.indexOf(head);
	if (at < 0) {
		section.names = new Set([...section.text.matchAll(/^\w+$/gm)].map(([name]) => name));
		return;
	}
	const lines = section.text.slice(at + head.length).split("\n", mostVersions);
	const end = lines.findIndex((line) => !line.startsWith(" "));
	return lines.slice(0, end < 0 ? lines.length : end).map((line) => line.slice(1));
}
const mostVersions = 64;
function nameInTable(domain) {
	return domain === "ai.onnx" ? "" : domain;
}
function operatorSchema(versions, opset) {
	return versions.findLast((version) => version.since <= opset);
}
function splitTable(text) {
	const [sets = "", ...sections] = text.split("\n[");
	const domains = sections.map((section) => {
		const end = section.indexOf("]");
		return [section.slice(0, end), {
			text: section.slice(end + 1),
			parsed: new Map()
		}];
	});
	return {
		domains: new Map(domains),
		sets: setsOf(sets.trim().split("\n"))
	};
}
var Misfit = class extends Error {
	name = "Misfit";
	kind;
	constructor(kind, message) {
		super(message);
		this.kind = kind;
	}
};
var NodeView = class {
	node;
	at;
	opset;
	#around;
	#types;
	constructor(node, at, opset, around) {
		this.node = node;
		this.at = at;
		this.#types = new Array(node.input.length);
		this.opset = opset;
		this.#around = around;
	}
	get loops() {
		return this.#around.loops;
	}
	get inputs() {
		return this.node.input.length;
	}
	get outputs() {
		return this.node.output.length;
	}
	has(index) {
		return (this.node.input[index] ?? "") !== "";
	}
	type(index) {
		if (!this.has(index)) return void 0;
		this.#types[index] ??= this.#around.type(this, index);
		return this.#types[index];
	}
	tensor(index) {
		const type = this.type(index);
		if (type === void 0 || "element" in type) return type;
		throw new Misfit("type", `Its input ${index} is a ${type.kind}, not a tensor.`);
	}
	dims(index) {
		return this.tensor(index)?.dims;
	}
	element(index) {
		return this.tensor(index)?.element;
	}
	rank(index) {
		return this.dims(index)?.length;
	}
	known(index) {
		return this.has(index) ? this.#around.known(this, index) : void 0;
	}
	integers(index) {
		const values = this.known(index)?.values;
		return values?.every((value) => typeof value === "number") === true ? values : void 0;
	}
	numbers(index) {
		const tensor = this.has(index) ? this.#around.constant(this, index) : void 0;
		return tensor === void 0 ? void 0 : smallNumbers(tensor);
	}
	attribute(name) {
		const found = this.node.attribute.find((attribute) => attribute.name === name);
		return found === void 0 || found.refAttrName === "" ? found : this.#around.bound.get(found.refAttrName);
	}
	int(name) {
		const value = this.attribute(name)?.i;
		return value === void 0 ? void 0 : Number(value);
	}
	flag(name) {
		return (this.int(name) ?? 0) !== 0;
	}
	float(name) {
		return this.attribute(name)?.f;
	}
	ints(name) {
		const values = this.attribute(name)?.ints;
		if (values !== void 0) return Array.from(values, Number);
		return this.attribute(name)?.type === attributeTypes.ints ? [] : void 0;
	}
	text(name) {
		const bytes = this.attribute(name)?.s;
		return bytes === void 0 ? void 0 : new TextDecoder().decode(bytes);
	}
	run(name, inputs, rounds = 1) {
		const graph = this.attribute(name)?.g;
		return graph === void 0 ? void 0 : this.#around.run(this, graph, name, inputs, rounds);
	}
	knownNamed(name) {
		return this.#around.knownNamed(name);
	}
	axis(axis, rank) {
		if (axis < -rank || axis >= rank) throw new Misfit("value", `Its axis ${axis} is not one of the ${rank} dimensions of its input.`);
		return axis < 0 ? axis + rank : axis;
	}
	axes(axes, rank) {
		const all = axes.map((axis) => this.axis(axis, rank));
		if (new Set(all).size !== all.length) throw new Misfit("value", `Its axes [${axes.join(", ")}] name one twice.`);
		return all;
	}
	wantLength(name, wanted) {
		const { length } = this.ints(name) ?? { length: wanted };
		if (length !== wanted) throw new Misfit("value", `Its attribute \`${name}\` has ${length} numbers where ${wanted} are needed.`);
	}
	lengthOf(index) {
		const dims = this.dims(index);
		const size = dims?.length === 1 ? dims[0] : void 0;
		return typeof size === "number" ? size : void 0;
	}
	wantRank(index, wanted) {
		const rank = this.rank(index);
		const [least, most] = typeof wanted === "number" ? [wanted, wanted] : wanted;
		if (rank === void 0 || rank >= least && rank <= most) return;
		throw new Misfit("shape", `Its input ${index} has ${rank} dimensions where ${least === most ? `${least}` : most === Infinity ? `${least} or more` : `${least} to ${most}`} are needed.`);
	}
};
function smallNumbers(tensor) {
	if (tensor.dims.reduce((size, dim) => size * dim, 1) > ([
		1,
		10,
		11,
		16
	].includes(tensor.dataType ?? 0) ? 64 : 1024)) return void 0;
	const values = valuesOf(tensor);
	return values === void 0 ? void 0 : Array.from(values, Number);
}
function checkGiven$1(node, opset, { bound, absent, isCalled }) {
	const schema = operatorSchema(operatorVersions(node.domain, node.opType) ?? [], opset);
	if (schema === void 0 || schema.deprecated) return;
	for (const { name, refAttrName } of node.attribute) {
		if (refAttrName === "") continue;
		const formal = schema.attributes.get(name);
		const given = bound.get(refAttrName);
		if (isCalled && given === void 0 && (formal?.required === true || isConstant(node))) throw new Misfit("missing", `A call of its function does not give \`${refAttrName}\`, and so no \`${name}\`.`);
		if (given !== void 0 && formal !== void 0 && (given.type ?? formal.type) !== formal.type) throw new Misfit("attribute", `A call of its function gives \`${refAttrName}\` another type than \`${name}\` has.`);
	}
	for (const [at, name] of node.input.entries()) if (absent.has(name) && formalAt(schema.takes, at)?.option === "single") throw new Misfit("input", `A call of its function leaves out \`${name}\`, which ${node.opType} must have.`);
}
function oneOf(words, { orNone = false, anyCase = false } = {}) {
	const texts = words.split(" ");
	return {
		fits: ({ s }) => {
			if (s === void 0) return true;
			const text = new TextDecoder().decode(s);
			return texts.includes(anyCase ? text.toLowerCase() : text) || orNone && text === "";
		},
		wanted: texts.join(" or ")
	};
}
function numbersIn$1({ i, f, ints, floats }) {
	if (i !== void 0 || f !== void 0) return [Number(i ?? f)];
	return Array.from(ints ?? floats ?? [], Number);
}
function every(test, wanted) {
	return {
		fits: (attribute) => numbersIn$1(attribute).every(test),
		wanted
	};
}
function atLeast$1(least) {
	return every((number) => number >= least, `${least} or more`);
}
function among(...numbers) {
	return every((number) => numbers.includes(number), numbers.join(" or "));
}
const positive = every((number) => number > 0, "a positive number");
const flag = among(0, 1);
const window = {
	auto_pad: oneOf("NOTSET VALID SAME_UPPER SAME_LOWER", { orNone: true }),
	kernel_shape: atLeast$1(1),
	pads: atLeast$1(0)
};
const running = {
	exclusive: flag,
	reverse: flag
};
const blocks = { mode: oneOf("DCR CRD") };
const rounding = { round_mode: oneOf("up down nearest") };
const activations = "affine elu hardsigmoid leakyrelu relu scaledtanh sigmoid softplus softsign tanh thresholdedrelu".split(" ");
const count = every((number) => number >= 0 && number < 2 ** 31, "a number from 0 to 2147483647");
const sized = every((number) => number > 0 && number < 2 ** 31, "a number from 1 to 2147483647");
const small = every((number) => Math.abs(number) < 2 ** 31, "a number of 32 bits");
const recurrent$1 = {
	activations: {
		fits: ({ strings }) => strings.every((name) => activations.includes(new TextDecoder().decode(name).toLowerCase())),
		wanted: activations.join(" or ")
	},
	direction: oneOf("forward reverse bidirectional"),
	hidden_size: sized,
	layout: flag
};
const odd = every((number) => number > 0 && number % 2 === 1, "a positive odd number");
const standard = {
	Attention: {
		left_window_size: atLeast$1(-1),
		qk_matmul_output_mode: among(0, 1, 2, 3),
		right_window_size: atLeast$1(-1),
		scale: positive
	},
	AveragePool: window,
	BatchNormalization: { training_mode: small },
	BitShift: { direction: oneOf("LEFT RIGHT") },
	Cast: rounding,
	CastLike: rounding,
	Col2Im: {
		dilations: positive,
		strides: positive
	},
	Conv: window,
	ConvInteger: window,
	ConvTranspose: {
		...window,
		group: positive,
		output_padding: atLeast$1(0),
		output_shape: atLeast$1(0)
	},
	CumProd: running,
	CumSum: running,
	DeformConv: window,
	DepthToSpace: blocks,
	GRU: {
		...recurrent$1,
		clip: positive
	},
	Gemm: {
		transA: small,
		transB: small
	},
	GatherND: { batch_dims: atLeast$1(0) },
	GridSample: {
		mode: oneOf("bilinear nearest bicubic linear cubic"),
		padding_mode: oneOf("zeros border reflection")
	},
	GroupNormalization: { num_groups: positive },
	LRN: {
		alpha: positive,
		beta: positive,
		size: odd
	},
	LSTM: {
		...recurrent$1,
		clip: positive
	},
	LpNormalization: { p: among(1, 2) },
	LpPool: window,
	MaxPool: {
		...window,
		storage_order: flag
	},
	MaxRoiPool: {
		pooled_shape: positive,
		spatial_scale: positive
	},
	MaxUnpool: {
		kernel_shape: positive,
		strides: positive
	},
	Mod: { fmod: flag },
	NonMaxSuppression: { center_point_box: flag },
	Pad: { mode: oneOf("constant reflect edge wrap") },
	QLinearConv: window,
	RNN: recurrent$1,
	Resize: {
		coordinate_transformation_mode: oneOf("half_pixel half_pixel_symmetric pytorch_half_pixel align_corners asymmetric tf_crop_and_resize tf_half_pixel_for_nn"),
		keep_aspect_ratio_policy: oneOf("stretch not_larger not_smaller"),
		mode: oneOf("nearest linear cubic"),
		nearest_mode: oneOf("round_prefer_floor round_prefer_ceil floor ceil", { orNone: true })
	},
	ReverseSequence: {
		batch_axis: flag,
		time_axis: flag
	},
	Reshape: { allowzero: flag },
	RoiAlign: {
		mode: oneOf("avg max", { anyCase: true }),
		sampling_ratio: atLeast$1(0)
	},
	RotaryEmbedding: {
		num_heads: count,
		rotary_embedding_dim: count
	},
	SpaceToDepth: blocks,
	Split: { num_outputs: atLeast$1(1) },
	StringNormalizer: { case_change_action: oneOf("NONE UPPER LOWER") },
	TensorScatter: { mode: oneOf("linear circular") },
	TfIdfVectorizer: {
		max_gram_length: atLeast$1(1),
		max_skip_count: atLeast$1(0),
		min_gram_length: atLeast$1(1),
		mode: oneOf("TF IDF TFIDF"),
		ngram_counts: atLeast$1(0),
		ngram_indexes: atLeast$1(0)
	},
	Upsample: { mode: oneOf("nearest linear cubic bilinear") }
};
const transform = oneOf("NONE SOFTMAX LOGISTIC SOFTMAX_ZERO PROBIT");
const kernel = {
	kernel_type: oneOf("LINEAR POLY RBF SIGMOID"),
	post_transform: transform
};
const branches = "BRANCH_LEQ BRANCH_LT BRANCH_GTE BRANCH_GT BRANCH_EQ BRANCH_NEQ LEAF".split(" ");
const forest = {
	aggregate_function: oneOf("AVERAGE SUM MIN MAX"),
	nodes_featureids: atLeast$1(0),
	nodes_modes: {
		fits: ({ strings }) => strings.every((mode) => branches.includes(new TextDecoder().decode(mode))),
		wanted: branches.join(" or ")
	},
	post_transform: transform
};
const machineLearning$1 = {
	LinearClassifier: { post_transform: transform },
	LinearRegressor: {
		post_transform: transform,
		targets: positive
	},
	Normalizer: { norm: oneOf("MAX L1 L2") },
	SVMClassifier: kernel,
	SVMRegressor: kernel,
	TreeEnsembleClassifier: {
		...forest,
		class_ids: atLeast$1(0)
	},
	TreeEnsembleRegressor: {
		...forest,
		n_targets: positive,
		target_ids: atLeast$1(0)
	},
	TreeEnsemble: {
		aggregate_function: among(0, 1, 2, 3),
		leaf_targetids: atLeast$1(0),
		nodes_falsenodeids: atLeast$1(0),
		nodes_featureids: atLeast$1(0),
		nodes_truenodeids: atLeast$1(0),
		post_transform: among(0, 1, 2, 3, 4),
		tree_roots: atLeast$1(0)
	}
};
const previews$1 = { FlexAttention: { softmax_precision: among(1, 10, 11, 16) } };
const domains$1 = new Map([
	["", listed$2(standard)],
	["ai.onnx", listed$2(standard)],
	["ai.onnx.ml", listed$2(machineLearning$1)],
	["ai.onnx.preview", listed$2(previews$1)]
]);
function listed$2(operators) {
	return new Map(Object.entries(operators).map(([operator, demands]) => [operator, Object.entries(demands)]));
}
const none$2 = [];
function attributeDemands(domain, operator) {
	return domains$1.get(domain)?.get(operator) ?? none$2;
}
function printed(attribute) {
	const { s, strings } = attribute;
	if (s !== void 0) return JSON.stringify(new TextDecoder().decode(s));
	if (strings.length > 0) return strings.map((text) => JSON.stringify(new TextDecoder().decode(text))).join(", ");
	const numbers = numbersIn$1(attribute);
	return numbers.length === 1 ? String(numbers[0]) : `[${numbers.join(", ")}]`;
}
function tensorOf$1(element, dims) {
	return {
		kind: "tensor",
		element,
		dims
	};
}
function unknownDims(rank) {
	return new Array(rank).fill(void 0);
}
const mostDims = 64;
function ranked(rank) {
	return typeof rank === "number" && Number.isInteger(rank) && rank >= 0 && rank <= mostDims ? unknownDims(rank) : void 0;
}
function product(dims) {
	let [size, rest] = [1, null];
	for (const dim of dims) {
		if (dim === 0) return 0;
		if (typeof dim === "number") size *= dim;
		else if (rest === null) rest = dim;
		else rest = void 0;
	}
	if (rest === null) return Number.isSafeInteger(size) ? size : void 0;
	return size === 1 ? rest : void 0;
}
function sum(dims) {
	const symbols = dims.filter((dim) => typeof dim !== "number");
	const size = dims.reduce((all, dim) => all + (typeof dim === "number" ? dim : 0), 0);
	if (symbols.length === 0) return Number.isSafeInteger(size) ? size : void 0;
	return symbols.length === 1 && size === 0 ? symbols[0] : void 0;
}
function contradict(one, other) {
	return typeof one === "number" && typeof other === "number" && one !== other;
}
function merged(one, other) {
	if (typeof one === "number" || other === void 0) return one;
	return typeof other === "number" || one === void 0 ? other : one;
}
function either$1(one, other) {
	return one === other ? one : void 0;
}
function broadcastDim(one, other) {
	if (one === 1) return other;
	if (other === 1 || one === other) return one;
	if (typeof one === "number") return typeof other === "number" ? null : one;
	return typeof other === "number" ? other : void 0;
}
function broadcast(shapes) {
	let result = [];
	for (const dims of shapes) {
		if (dims === void 0) return void 0;
		const next = result.length === 0 ? dims : broadcastTwo(result, dims);
		if (next === null) return null;
		result = next;
	}
	return result;
}
function broadcastTwo(one, other) {
	const long = one.length >= other.length ? one : other;
	const short = long === one ? other : one;
	const missing = long.length - short.length;
	let result;
	for (let axis = missing; axis < long.length; axis++) {
		const dim = broadcastDim(long[axis], short[axis - missing]);
		if (dim === null) return null;
		if (dim !== long[axis]) result ??= [...long];
		if (result !== void 0) result[axis] = dim;
	}
	return result ?? long;
}
function mergedType(one, other) {
	if (one === void 0 || other === void 0) return one ?? other;
	if ("element" in one && "element" in other) return mergedTensor(one, other);
	if (one.kind === "map" && other.kind === "map") {
		const value = mergedType(one.value, other.value);
		const key = mergedElement(one.key, other.key);
		return value === null || key === null ? null : {
			kind: "map",
			key,
			value
		};
	}
	if ("of" in one && "of" in other && one.kind === other.kind) {
		const of = mergedType(one.of, other.of);
		return of === null ? null : {
			kind: one.kind,
			of
		};
	}
	return null;
}
function mergedTensor(one, other) {
	const element = mergedElement(one.element, other.element);
	if (element === null || one.kind !== other.kind) return null;
	if (one.dims === void 0 || other.dims === void 0) return {
		...one,
		element,
		dims: one.dims ?? other.dims
	};
	const [left, right] = [one.dims, other.dims];
	if (left.length !== right.length || left.some((dim, axis) => contradict(dim, right[axis]))) return null;
	return {
		...one,
		element,
		dims: left.map((dim, axis) => merged(dim, right[axis]))
	};
}
function mergedElement(one, other) {
	if (one === void 0 || other === void 0) return one ?? other;
	return one === other ? one : null;
}
function eitherType(one, other) {
	if (one === void 0 || other === void 0) return void 0;
	if ("element" in one && "element" in other) {
		const element = one.element === other.element ? one.element : void 0;
		const [left, right] = [one.dims, other.dims];
		const dims = left?.length === right?.length ? left?.map((dim, axis) => either$1(dim, right?.[axis])) : void 0;
		return {
			kind: one.kind,
			element,
			dims
		};
	}
	if ("of" in one && "of" in other && one.kind === other.kind) return {
		kind: one.kind,
		of: eitherType(one.of, other.of)
	};
	return one.kind === other.kind ? one : void 0;
}
function sameType(one, other) {
	return JSON.stringify(one, nulls) === JSON.stringify(other, nulls);
}
function nulls(_key, value) {
	return value === void 0 ? null : value;
}
function shapeText(dims) {
	return dims === void 0 ? "[...]" : `[${dims.map((dim) => dim ?? "?").join(", ")}]`;
}
function lengthOf(node, name) {
	const attribute = node.attribute(name);
	if (attribute === void 0) return 0;
	const { t, ints, floats, strings } = attribute;
	return t === void 0 ? ints?.length ?? floats?.length ?? strings.length : Number(product(t.dims));
}
function misfit(message) {
	return new Misfit("value", message);
}
function onlyList(node, names) {
	const lengths = names.map((name) => lengthOf(node, name)).filter((length) => length > 0);
	const [length] = lengths;
	if (length !== void 0 && lengths.length === 1) return length;
	throw misfit(`It must have one of \`${names.join("`, `")}\`, and has ${lengths.length}.`);
}
function wantList(node, name) {
	const length = lengthOf(node, name);
	if (length === 0) throw misfit(`It has no \`${name}\`.`);
	return length;
}
function wantElements(node, name, wanted) {
	const length = lengthOf(node, name);
	if (length !== wanted) throw misfit(`Its \`${name}\` has ${length} elements where ${wanted} are needed.`);
}
function checkTrees(node) {
	const nodes = lengthOf(node, "nodes_splits");
	const leaves = lengthOf(node, "leaf_weights");
	for (const name of [
		"featureids",
		"modes",
		"truenodeids",
		"falsenodeids",
		"trueleafs",
		"falseleafs"
	]) wantElements(node, `nodes_${name}`, nodes);
	for (const name of ["hitrates", "missing_value_tracks_true"]) if (node.attribute(`nodes_${name}`) !== void 0) wantElements(node, `nodes_${name}`, nodes);
	wantElements(node, "leaf_targetids", leaves);
	for (const side of ["true", "false"]) {
		const isLeaf = node.ints(`nodes_${side}leafs`) ?? [];
		for (const [at, id] of (node.ints(`nodes_${side}nodeids`) ?? []).entries()) if (id >= (isLeaf[at] === 0 ? nodes : leaves)) throw misfit(`Its node ${at} points at ${id}, which is not there.`);
	}
	wantBelow(node, "tree_roots", nodes);
	wantBelow(node, "leaf_targetids", node.int("n_targets") ?? Number.POSITIVE_INFINITY);
	const features = node.dims(0)?.[1];
	if (typeof features === "number") wantBelow(node, "nodes_featureids", features);
}
function wantBelow(node, name, limit) {
	const beyond = (node.ints(name) ?? []).find((number) => number >= limit);
	if (beyond !== void 0) throw misfit(`Its \`${name}\` has ${beyond}, and there are ${limit}.`);
}
function checkFlatTrees(node, given, outputs) {
	if (outputs < 1) throw misfit(`It has ${outputs} targets.`);
	const trees = node.ints("nodes_treeids") ?? [];
	if (trees.length === 0) throw misfit("It has no nodes.");
	for (const name of [
		"nodeids",
		"featureids",
		"modes",
		"truenodeids",
		"falsenodeids"
	]) wantElements(node, `nodes_${name}`, trees.length);
	wantElements(node, tableOf$2(node, "nodes_values"), trees.length);
	const weights = lengthOf(node, tableOf$2(node, `${given}_weights`));
	for (const name of [
		"ids",
		"nodeids",
		"treeids"
	]) wantElements(node, `${given}_${name}`, Math.max(1, weights));
	wantBelow(node, `${given}_ids`, outputs);
	checkPointers(node, trees, given);
	const base = lengthOf(node, tableOf$2(node, "base_values"));
	if (base !== 0 && base !== outputs && !(outputs === 2 && base === 1)) throw misfit(`It has ${base} base values for ${outputs}.`);
}
function tableOf$2(node, name) {
	return node.attribute(`${name}_as_tensor`) === void 0 ? name : `${name}_as_tensor`;
}
function checkPointers(node, trees, given) {
	const list = (name) => node.ints(name) ?? [];
	const ids = list("nodes_nodeids");
	const known = new Set(ids.map((id, at) => `${trees[at]} ${id}`));
	if (known.size !== ids.length) throw misfit("Two of its nodes have one number.");
	const roots = new Map(trees.map((tree, at) => [tree, ids[at]]).toReversed());
	const modes = node.attribute("nodes_modes")?.strings.map((mode) => new TextDecoder().decode(mode)) ?? [];
	for (const name of ["nodes_truenodeids", "nodes_falsenodeids"]) for (const [at, id] of list(name).entries()) if (modes[at] !== "LEAF" && (!known.has(`${trees[at]} ${id}`) || roots.get(trees[at]) === id)) throw misfit(`Its node ${ids[at]} of tree ${trees[at]} points at ${id}, which is not below it.`);
	const places = list(`${given}_nodeids`);
	for (const [at, tree] of list(`${given}_treeids`).entries()) if (!known.has(`${tree} ${places[at]}`)) throw misfit(`It gives a weight to node ${places[at]} of tree ${tree}, which is not there.`);
}
const [float$1, int64$1, string$2] = [
	1,
	7,
	8
];
function atLeast(node, name, least) {
	if (lengthOf(node, name) < least) throw misfit(`Its \`${name}\` has ${lengthOf(node, name)} elements where ${least} or more are needed.`);
}
const elementsOf = {
	strings: string$2,
	int64s: int64$1,
	floats: float$1
};
function tableOf$1(node, side) {
	const given = [
		"tensor",
		"strings",
		"int64s",
		"floats"
	].filter((kind) => node.attribute(`${side}_${kind}`) !== void 0);
	const [kind = "tensor"] = given;
	const length = lengthOf(node, `${side}_${kind}`);
	if (given.length !== 1 || length === 0) throw misfit(`It has ${given.length} lists of ${side}, and must have one that is not empty.`);
	return {
		length,
		element: kind === "tensor" ? node.attribute(`${side}_tensor`)?.t?.dataType ?? 0 : elementsOf[kind]
	};
}
function checkLabels(node) {
	if (node.opset < 2) return;
	const [keys, values] = [tableOf$1(node, "keys"), tableOf$1(node, "values")];
	if (keys.length !== values.length) throw misfit(`It has ${keys.length} keys and ${values.length} values.`);
	const element = node.element(0);
	if (element !== void 0 && element !== keys.element) throw new Misfit("type", "Its input has another element type than its keys.");
	const other = node.attribute("default_tensor")?.t;
	if (other !== void 0 && (other.dataType !== values.element || other.dims.join() !== "1")) throw misfit("Its default is not one element of the type of its values.");
}
function checkLinear(node) {
	node.wantRank(0, [1, 2]);
	const labels = onlyList(node, ["classlabels_ints", "classlabels_strings"]);
	const [coefficients, intercepts] = [wantList(node, "coefficients"), wantList(node, "intercepts")];
	if (coefficients % intercepts !== 0 || labels < intercepts) throw misfit(`It has ${coefficients} coefficients and ${intercepts} intercepts for ${labels} classes.`);
}
function checkKernel(node) {
	if (node.attribute("kernel_params") === void 0) throw misfit("It has no `kernel_params`.");
	if (lengthOf(node, "kernel_params") > 0) wantElements(node, "kernel_params", 3);
	wantList(node, "coefficients");
	wantList(node, "rho");
}
function checkSupport(node) {
	const labels = onlyList(node, ["classlabels_ints", "classlabels_strings"]);
	checkKernel(node);
	wantElements(node, "prob_b", lengthOf(node, "prob_a"));
	const vectors = node.ints("vectors_per_class") ?? [];
	const numbers = lengthOf(node, "support_vectors");
	if (vectors.length === 0 || numbers === 0) return;
	wantElements(node, "vectors_per_class", labels);
	const count = vectors.reduce((all, each) => all + each, 0);
	if (vectors.some((each) => each < 0) || count === 0 || numbers % count !== 0) throw misfit(`It has ${numbers} numbers for ${count} support vectors.`);
	atLeast(node, "coefficients", count * (labels - 1));
	atLeast(node, "rho", labels * (labels - 1) / 2);
}
function checkSupportRegressor(node) {
	checkKernel(node);
	const count = node.int("n_supports") ?? 0;
	if (count <= 0) return;
	atLeast(node, "coefficients", count);
	const numbers = wantList(node, "support_vectors");
	if (numbers % count !== 0) throw misfit(`It has ${numbers} numbers for ${count} support vectors.`);
}
const learningChecks = {
	CategoryMapper: (node) => wantElements(node, "cats_strings", wantList(node, "cats_int64s")),
	FeatureVectorizer: (node) => void wantList(node, "inputdimensions"),
	Imputer: (node) => void onlyList(node, ["imputed_value_floats", "imputed_value_int64s"]),
	LabelEncoder: checkLabels,
	LinearClassifier: checkLinear,
	LinearRegressor: (node) => {
		if (node.attribute("coefficients") === void 0) throw misfit("It has no `coefficients`.");
	},
	OneHotEncoder: (node) => void onlyList(node, ["cats_int64s", "cats_strings"]),
	SVMClassifier: checkSupport,
	SVMRegressor: checkSupportRegressor,
	Scaler: (node) => wantElements(node, "offset", wantList(node, "scale")),
	TreeEnsemble: checkTrees,
	TreeEnsembleClassifier: (node) => checkFlatTrees(node, "class", onlyList(node, ["classlabels_int64s", "classlabels_strings"])),
	TreeEnsembleRegressor: (node) => checkFlatTrees(node, "target", node.int("n_targets") ?? 0),
	ZipMap: (node) => void onlyList(node, ["classlabels_int64s", "classlabels_strings"])
};
function byOperator(values) {
	return new Map(Object.entries(values));
}
const shapes$1 = byOperator({
	AffineGrid: { inputs: ["N ? ?", "length"] },
	BatchNormalization: {
		since: 9,
		inputs: [
			"N C ...",
			"C",
			"C",
			"C",
			"C"
		]
	},
	Col2Im: { inputs: [
		"N C L",
		"axes",
		"axes"
	] },
	ConstantOfShape: { inputs: ["rank"] },
	Dropout: {
		since: 12,
		inputs: [
			void 0,
			"",
			""
		]
	},
	ImageDecoder: { inputs: ["bytes"] },
	InstanceNormalization: { inputs: [
		"N C ...",
		"C",
		"C"
	] },
	MaxRoiPool: { inputs: ["N C H W", "R 5"] },
	MaxUnpool: { inputs: [
		"N C ...",
		"? ? ...",
		"rank"
	] },
	Multinomial: { inputs: ["N C"] },
	OneHot: { inputs: [
		void 0,
		void 0,
		"2"
	] },
	Pad: {
		since: 11,
		inputs: [
			void 0,
			"pads",
			void 0,
			"axes"
		]
	},
	Reshape: {
		since: 5,
		inputs: [void 0, "rank"]
	},
	ReverseSequence: { inputs: ["? ? ...", "lengths"] },
	RoiAlign: { inputs: [
		"N C H W",
		"R 4",
		"R"
	] },
	TensorScatter: { inputs: [
		"B ...",
		"B ...",
		"B"
	] },
	Tile: {
		since: 6,
		inputs: [void 0, "rank"]
	},
	TopK: {
		since: 10,
		inputs: [void 0, "1"]
	}
});
const flexible = { inputs: [
	"B Q L D",
	"B K S D",
	"B K S V"
] };
const trees = { inputs: ["N F"] };
function shapesOf({ node: { domain, opType } }) {
	if (domain === "ai.onnx.ml") return opType === "TreeEnsemble" ? trees : void 0;
	if (domain === "ai.onnx.preview") return opType === "FlexAttention" ? flexible : void 0;
	return domain === "" || domain === "ai.onnx" ? shapes$1.get(opType) : void 0;
}
function checkShapes(node) {
	const wanted = shapesOf(node);
	if (wanted === void 0 || node.opset < (wanted.since ?? 1)) return;
	const sizes = new Map();
	for (const [index, pattern] of wanted.inputs.entries()) {
		if (pattern === void 0) continue;
		const dims = node.dims(index);
		const words = pattern.split(" ").filter((word) => word !== "");
		const open = words.at(-1) === "...";
		const named = open ? words.slice(0, -1) : words;
		if (dims === void 0) continue;
		if (open) node.wantRank(index, [named.length, Infinity]);
		else node.wantRank(index, named.length);
		for (const [axis, word] of named.entries()) if (word !== "?" && contradict(sizeOf$1(word, sizes), dims[axis])) throw new Misfit("shape", `Its input ${index} is ${shapeText(dims)}, where ${sizeOf$1(word, sizes)} is needed for axis ${axis}.`);
		else if (typeof dims[axis] === "number") sizes.set(word, dims[axis]);
	}
}
function sizeOf$1(word, sizes) {
	return /^\d+$/.test(word) ? Number(word) : sizes.get(word);
}
function checkDemands(node) {
	const { domain, opType } = node.node;
	for (const [name, { fits, wanted }] of attributeDemands(domain, opType)) {
		const attribute = node.attribute(name);
		if (attribute !== void 0 && !fits(attribute)) throw new Misfit("value", `Its attribute \`${name}\` is ${printed(attribute)}, where ${wanted} is wanted.`);
	}
	checkShapes(node);
	if (domain === "ai.onnx.ml") ownValue(learningChecks, opType)?.(node);
}
const none$1 = new Map();
function fromProto(type, symbols = none$1) {
	const tensor = type?.tensorType ?? type?.sparseTensorType;
	if (tensor !== void 0) return {
		kind: type?.tensorType === void 0 ? "sparse" : "tensor",
		element: tensor.elemType === 0 ? void 0 : tensor.elemType,
		dims: tensor.shape?.dim.map((dim) => dimOf(dim, symbols))
	};
	if (type?.sequenceType !== void 0) return {
		kind: "sequence",
		of: fromProto(type.sequenceType.elemType, symbols)
	};
	if (type?.optionalType !== void 0) return {
		kind: "optional",
		of: fromProto(type.optionalType.elemType, symbols)
	};
	if (type?.mapType === void 0) return void 0;
	return {
		kind: "map",
		key: type.mapType.keyType,
		value: fromProto(type.mapType.valueType, symbols)
	};
}
function dimOf({ dimValue, dimParam }, symbols) {
	if (dimValue !== void 0) return isSize(dimValue) ? dimValue : void 0;
	return dimParam === "" ? void 0 : symbols.get(dimParam) ?? dimParam;
}
function ofConstant(tensor) {
	return tensorOf$1(elementType(tensor.dataType)?.code, sizes(tensor.dims));
}
function ofSparse({ values, dims }) {
	return {
		kind: "sparse",
		element: elementType(values?.dataType)?.code,
		dims: sizes(dims)
	};
}
function sizes(dims) {
	return dims.every(isSize) ? dims : dims.map((dim) => isSize(dim) ? dim : void 0);
}
const same = (node) => [node.type(0)];
const alike = (node) => [node.tensor(0)];
function likeWith(element) {
	return (node) => [tensorOf$1(element, node.dims(0))];
}
function broadcastOf(node, indexes) {
	const shapes = indexes.map((index) => node.dims(index));
	const dims = broadcast(shapes);
	if (dims !== null) return dims;
	throw new Misfit("shape", `Its inputs ${shapes.map(shapeText).join(" and ")} do not broadcast.`);
}
function range$2(count) {
	return Array.from({ length: count }, (_, index) => index);
}
function commonElement(node, indexes) {
	let common;
	let differ = false;
	for (const index of indexes) {
		const element = node.element(index);
		differ ||= common !== void 0 && element !== void 0 && element !== common;
		common ??= element;
	}
	if (differ) throw new Misfit("type", "Its inputs have different element types.");
	return common;
}
function binary$1(element) {
	return (node) => {
		const common = element(node);
		if (node.opset < 7) return [tensorOf$1(common, node.dims(0))];
		return [tensorOf$1(common, broadcastOf(node, [0, 1]))];
	};
}
const arithmetic = binary$1((node) => commonElement(node, [0, 1]));
const comparison = binary$1((node) => {
	commonElement(node, [0, 1]);
	return 9;
});
const variadic = (node) => {
	const all = range$2(node.inputs);
	return [tensorOf$1(commonElement(node, all), node.opset < 8 ? node.dims(0) : broadcastOf(node, all))];
};
const where = (node) => [tensorOf$1(commonElement(node, [1, 2]), broadcastOf(node, [
	0,
	1,
	2
]))];
const prelu = (node) => {
	const [x, slope] = [node.dims(0), node.dims(1)];
	const stretched = node.opset < 7 || slope === void 0 ? x : broadcastOf(node, [0, 1]);
	if (x !== void 0 && slope !== void 0 && node.opset >= 9 && (stretched?.length ?? 0) > x.length) throw new Misfit("shape", `Its slope ${shapeText(slope)} does not fit its input ${shapeText(x)}.`);
	return [tensorOf$1(commonElement(node, [0, 1]), x)];
};
const axisChecked = (node) => {
	const [rank, axis] = [node.rank(0), node.int("axis")];
	if (rank !== void 0 && axis !== void 0 && !(node.opset < 13 && axis === rank)) node.axis(axis, rank);
	return [node.tensor(0)];
};
const dropout = (node) => {
	const x = node.tensor(0);
	const mask = tensorOf$1(node.opset < 10 ? x?.element : 9, x?.dims);
	return node.outputs > 1 ? [x, mask] : [x];
};
function castTo(element) {
	return (node) => [tensorOf$1(element(node), node.dims(0))];
}
function typeOr(name) {
	return (node) => node.int(name) ?? node.element(0);
}
const bitCast = (node) => {
	const [from, to] = [elementType(node.element(0)), elementType(node.int("to"))];
	if (from !== void 0 && to !== void 0 && from.bits !== to.bits) throw new Misfit("type", `It rereads ${from.name} as ${to.name}, which has another number of bits.`);
	return [tensorOf$1(node.int("to"), node.dims(0))];
};
const division = (node) => {
	if (![
		1,
		10,
		11,
		16
	].includes(node.element(0) ?? 1) && node.numbers(1)?.includes(0) === true) throw new Misfit("value", "It divides whole numbers by 0.");
	return arithmetic(node);
};
const rotary = (node) => {
	node.wantRank(0, [3, 4]);
	if (node.rank(0) === 3 && (node.int("num_heads") ?? 0) === 0) throw new Misfit("value", "It must have `num_heads` for an input of 3 dimensions.");
	return [node.tensor(0)];
};
const clip = (node) => {
	if (node.opset >= 11) commonElement(node, [
		0,
		1,
		2
	]);
	return [node.tensor(0)];
};
const elementwise = {
	...Object.fromEntries("Abs Acos Acosh Asin Asinh Atan Atanh BitwiseNot Ceil Celu Cos Cosh CumProd CumSum Elu Erf Exp Floor Gelu HardSigmoid HardSwish LRN LeakyRelu Log LpNormalization Mish Neg Not Reciprocal Relu Round Selu Shrink Sigmoid Sign Sin Sinh Softplus Softsign Sqrt Swish Tan Tanh ThresholdedRelu".split(" ").map((name) => [name, alike])),
	Identity: same,
	Add: arithmetic,
	And: comparison,
	Bernoulli: castTo(typeOr("dtype")),
	BitCast: bitCast,
	BitShift: arithmetic,
	BitwiseAnd: arithmetic,
	BitwiseOr: arithmetic,
	BitwiseXor: arithmetic,
	Cast: castTo((node) => node.int("to") ?? ownValue(oldTypes, node.text("to") ?? "")),
	CastLike: castTo((node) => node.element(1)),
	Clip: clip,
	Div: division,
	Dropout: dropout,
	Equal: comparison,
	Greater: comparison,
	GreaterOrEqual: comparison,
	Hardmax: axisChecked,
	IsInf: likeWith(9),
	IsNaN: likeWith(9),
	Less: comparison,
	LessOrEqual: comparison,
	LogSoftmax: axisChecked,
	Max: variadic,
	Mean: variadic,
	MeanVarianceNormalization: (node) => {
		const rank = node.rank(0);
		if (rank !== void 0) for (const axis of node.ints("axes") ?? []) node.axis(axis, rank);
		return [node.tensor(0)];
	},
	Min: variadic,
	Mod: division,
	Mul: arithmetic,
	Or: comparison,
	PRelu: prelu,
	Pow: binary$1((node) => node.element(0)),
	RandomNormalLike: castTo(typeOr("dtype")),
	RandomUniformLike: castTo(typeOr("dtype")),
	RegexFullMatch: (node) => {
		if (node.text("pattern") === void 0) throw new Misfit("value", "It has no `pattern`.");
		return [tensorOf$1(9, node.dims(0))];
	},
	RotaryEmbedding: rotary,
	Softmax: axisChecked,
	StringConcat: (node) => [tensorOf$1(8, broadcastOf(node, [0, 1]))],
	Sub: arithmetic,
	Sum: variadic,
	Trilu: (node) => {
		node.wantRank(0, [2, Infinity]);
		return [node.tensor(0)];
	},
	Where: where,
	Xor: comparison
};
const oldTypes = {
	FLOAT: 1,
	UINT8: 2,
	INT8: 3,
	UINT16: 4,
	INT16: 5,
	INT32: 6,
	INT64: 7,
	BOOL: 9,
	FLOAT16: 10,
	DOUBLE: 11
};
function sequence(of) {
	return {
		kind: "sequence",
		of
	};
}
function memberOf(node, index) {
	const type = node.type(index);
	if (type === void 0 || type.kind === "sequence") return type?.of;
	throw new Misfit("type", `Its input ${index} is a ${type.kind}, not a sequence.`);
}
const construct = (node) => {
	const [first, ...rest] = node.node.input.map((_, index) => node.type(index));
	return [sequence(rest.reduce((one, other) => either(one, other), first))];
};
function either(one, other) {
	if (one !== void 0 && other !== void 0 && "element" in one && "element" in other) {
		if (one.element !== void 0 && other.element !== void 0 && one.element !== other.element) throw new Misfit("type", "Its inputs have different element types.");
	}
	return eitherType(one, other);
}
const concatenated = (node) => {
	const member = memberOf(node, 0);
	if (member?.kind !== "tensor" || member.dims === void 0) return [tensorOf$1(member?.kind === "tensor" ? member.element : void 0, void 0)];
	const fresh = node.flag("new_axis");
	const rank = member.dims.length + (fresh ? 1 : 0);
	const axis = node.axis(node.int("axis") ?? 0, rank);
	const dims = [...member.dims];
	dims.splice(axis, fresh ? 0 : 1, void 0);
	return [tensorOf$1(member.element, dims)];
};
const splitUp = (node) => {
	const x = node.tensor(0);
	if (x?.dims === void 0) return [sequence(tensorOf$1(x?.element, void 0))];
	const { dims } = x;
	const axis = node.axis(node.int("axis") ?? 0, dims.length);
	const keep = (node.int("keepdims") ?? 1) !== 0;
	checkParts$1(node, dims[axis]);
	if (!node.has(1)) return [sequence(tensorOf$1(x.element, dims.flatMap((dim, at) => at === axis ? keep ? [1] : [] : [dim])))];
	return [sequence(tensorOf$1(x.element, dims.map((dim, at) => at === axis ? part$1(node, dim) : dim)))];
};
function checkParts$1(node, side) {
	const [sizes, known] = [node.known(1), node.integers(1)];
	if (known === void 0) return;
	const total = known.reduce((all, size) => all + size, 0);
	if (known.length === 0 || sizes?.scalar === true && total < 1) throw new Misfit("value", `Its parts [${known.join(", ")}] are none.`);
	if (sizes?.scalar === false && contradict(side, total)) throw new Misfit("shape", `Its parts [${known.join(", ")}] do not make up ${side}.`);
}
function part$1(node, side) {
	const sizes = node.known(1);
	if (sizes === void 0) return void 0;
	const [size] = sizes.values;
	if (!sizes.scalar) return sizes.values.every((other) => other === size) ? size : void 0;
	return typeof side === "number" && typeof size === "number" && side % size === 0 ? size : void 0;
}
const mapped = (node) => {
	const inputs = node.node.input.map((_, index) => {
		const type = node.type(index);
		return type?.kind === "sequence" ? type.of : type;
	});
	return (node.run("body", inputs) ?? []).map(sequence);
};
const optional = (node) => {
	const stated = node.attribute("type")?.tp;
	if (node.inputs === 0 && stated === void 0) throw new Misfit("type", "It has neither an input nor a type, and so no type at all.");
	return [{
		kind: "optional",
		of: node.has(0) ? node.type(0) : fromProto(stated)
	}];
};
const unwrapped = (node) => {
	const type = node.type(0);
	return [type?.kind === "optional" ? type.of : type];
};
const containers = {
	ConcatFromSequence: concatenated,
	Optional: optional,
	OptionalGetElement: unwrapped,
	OptionalHasElement: () => [tensorOf$1(9, [])],
	SequenceAt: (node) => [memberOf(node, 0)],
	SequenceConstruct: construct,
	SequenceEmpty: (node) => [sequence(tensorOf$1(node.int("dtype") ?? 1, void 0))],
	SequenceErase: (node) => [sequence(memberOf(node, 0))],
	SequenceInsert: (node) => [sequence(either(memberOf(node, 0), node.type(1)))],
	SequenceLength: () => [tensorOf$1(7, [])],
	SequenceMap: mapped,
	SplitToSequence: splitUp
};
const branch = (node) => {
	const [then, otherwise] = [node.run("then_branch", []), node.run("else_branch", [])];
	if (then === void 0 || otherwise === void 0) return [];
	if (then.length !== otherwise.length || then.length !== node.outputs) throw new Misfit("value", `Its branches give ${then.length} and ${otherwise.length} outputs, the node ${node.outputs}.`);
	return then.map((type, index) => joined(type, otherwise[index]));
};
function joined(one, other) {
	if (one !== void 0 && other !== void 0) {
		const differ = one.kind !== other.kind && one.kind !== "optional" && other.kind !== "optional";
		const elements = "element" in one && "element" in other && one.element !== void 0 && other.element !== void 0;
		if (differ || elements && one.element !== other.element) throw new Misfit("type", "Its branches give values of different types.");
	}
	return eitherType(one, other);
}
const deepLoops = 4;
function carriedThrough(node, start, round) {
	const deep = node.loops >= deepLoops;
	let carried = deep ? start.map(looser) : start;
	for (let times = deep ? 2 : 0;; times++) {
		const last = round(carried);
		const next = carried.map((type, index) => eitherType(type, last[index]) ?? looser(type));
		if (times === 2 || next.every((type, index) => sameType(type, carried[index]))) return {
			carried: next.map((type, index) => afterwards(type, last[index])),
			last
		};
		carried = next;
	}
}
function afterwards(before, after) {
	if (after === void 0) return looser(before);
	return eitherType(before, after) ?? (before?.kind === after.kind ? looser(before) : after);
}
function looser(type) {
	return type !== void 0 && "element" in type ? {
		...type,
		dims: void 0
	} : type;
}
const loop = (node) => {
	const start = node.node.input.slice(2).map((_, index) => node.type(index + 2));
	const condition = node.type(1) ?? tensorOf$1(9, []);
	const rounds = roundsOf(node);
	const { carried, last } = carriedThrough(node, start, (types) => {
		return (node.run("body", [
			tensorOf$1(7, []),
			condition,
			...types
		], rounds ?? 1) ?? []).slice(1);
	});
	const given = Number.isSafeInteger(rounds) ? rounds : void 0;
	const scanned = last.slice(start.length).map((type) => stacked(type, given, 0));
	return [...carried, ...scanned];
};
function roundsOf(node) {
	const body = node.attribute("body")?.g;
	const begins = !node.has(1) || node.integers(1)?.[0] === 1;
	if (body === void 0 || !begins || !goesOn(node, body)) return void 0;
	if (!node.has(0)) return Number.POSITIVE_INFINITY;
	const [most] = node.numbers(0) ?? node.integers(0) ?? [];
	return most === void 0 ? void 0 : Math.max(0, most);
}
function goesOn(loop, { input, output, node, initializer }) {
	const makers = new Map(node.flatMap((each) => each.output.map((name) => [name, each])));
	let name = output[0]?.name ?? "";
	for (let steps = 0; steps <= node.length; steps++) {
		if (name === input[1]?.name) return true;
		const weight = initializer.find((tensor) => tensor.name === name);
		if (weight !== void 0) return smallNumbers(weight)?.[0] === 1;
		const maker = makers.get(name);
		if (maker === void 0) return loop.knownNamed(name)?.values[0] === 1;
		const value = constantOf(maker);
		if (value !== void 0) return smallNumbers(value)?.[0] === 1;
		if (maker.opType !== "Identity" || !isStandard(maker.domain)) return false;
		name = maker.input[0] ?? "";
	}
	return false;
}
function stacked(type, rounds, axis) {
	if (type?.kind !== "tensor") return type === void 0 ? void 0 : tensorOf$1(void 0, void 0);
	if (type.dims === void 0) return type;
	const dims = [...type.dims];
	const place = axis < 0 ? axis + dims.length + 1 : axis;
	if (place < 0 || place > dims.length) throw new Misfit("value", `Its output axis ${axis} is not one of ${dims.length + 1}.`);
	dims.splice(place, 0, rounds);
	return {
		...type,
		dims
	};
}
const scan = (node) => {
	const batched = node.opset < 9;
	const from = batched ? 1 : 0;
	const scans = node.int("num_scan_inputs") ?? 0;
	const states = node.inputs - from - scans;
	if (states < 0 || scans < 0) throw new Misfit("value", `It scans ${scans} of ${node.inputs - from} inputs.`);
	checkScan(node, scans, node.outputs - states);
	const axes = node.ints("scan_input_axes");
	const sequences = Array.from({ length: scans }, (_, at) => node.tensor(from + states + at));
	const axisOf = (at, rank) => node.axis(batched ? 1 : axes?.[at] ?? 0, rank);
	let rounds;
	const slices = sequences.map((type, at) => {
		if (type?.dims === void 0) return tensorOf$1(type?.element, void 0);
		const axis = axisOf(at, type.dims.length);
		rounds ??= type.dims[axis];
		return tensorOf$1(type.element, type.dims.filter((_, index) => index !== axis && !(batched && index === 0)));
	});
	const { carried, last } = carriedThrough(node, Array.from({ length: states }, (_, at) => batched ? withoutBatch(node.type(from + at)) : node.type(from + at)), (types) => node.run("body", [...types, ...slices]) ?? []);
	if (batched) checkBatch(node);
	const batch = batched ? [node.dims(from)?.[0]] : [];
	const outputAxes = node.ints("scan_output_axes");
	return [...carried.map((type) => withBatch(type, batch)), ...last.slice(states).map((type, at) => withBatch(stacked(type, rounds, outputAxes?.[at] ?? 0), batch))];
};
function checkScan(node, scans, given) {
	node.wantLength("scan_input_axes", scans);
	node.wantLength("scan_output_axes", given);
	for (const [name, count] of [
		["directions", scans],
		["scan_input_directions", scans],
		["scan_output_directions", given]
	]) {
		node.wantLength(name, count);
		const wrong = node.ints(name)?.find((direction) => direction !== 0 && direction !== 1);
		if (wrong !== void 0) throw new Misfit("value", `Its attribute \`${name}\` has ${wrong}, where 0 or 1 is wanted.`);
	}
}
function checkBatch(node) {
	const known = node.node.input.slice(1).map((_, at) => node.dims(at + 1)?.[0]).filter((size) => typeof size === "number");
	if (new Set(known).size > 1) throw new Misfit("shape", `Its inputs are of batches of ${known.join(", ")}.`);
}
function withoutBatch(type) {
	return type?.kind === "tensor" ? tensorOf$1(type.element, type.dims?.slice(1)) : type;
}
function withBatch(type, batch) {
	if (batch.length === 0 || type?.kind !== "tensor") return type;
	return tensorOf$1(type.element, type.dims && [...batch, ...type.dims]);
}
const constant$1 = (node) => {
	const dense = node.attribute("value")?.t;
	if (dense !== void 0) return [ofConstant(dense)];
	const sparse = node.attribute("sparse_value")?.sparseTensor;
	if (sparse !== void 0) return [{
		...ofSparse(sparse),
		kind: "tensor"
	}];
	const [attribute] = node.node.attribute;
	return [attribute === void 0 ? void 0 : simple(node, attribute.name)];
};
const elements = {
	float: 1,
	int: 7,
	string: 8
};
function simple(node, name) {
	const attribute = node.attribute(name);
	const [, kind = "", many] = /^value_(float|int|string)(s?)$/.exec(name) ?? [];
	if (attribute === void 0 || elements[kind] === void 0) return void 0;
	const list = attribute.floats ?? attribute.ints ?? attribute.strings;
	return tensorOf$1(elements[kind], many === "" ? [] : [attribute.type === attributeTypes.strings ? attribute.strings.length : list.length]);
}
const constantOfShape = (node) => {
	const element = node.attribute("value")?.t?.dataType ?? 1;
	const sizes = node.known(0)?.values;
	if (sizes?.some((size) => typeof size === "number" && size < 0)) throw new Misfit("value", "It makes a tensor with a negative size.");
	return [tensorOf$1(element, sizes ?? ranked(node.dims(0)?.[0]))];
};
const control = {
	Constant: constant$1,
	ConstantOfShape: constantOfShape,
	If: branch,
	Loop: loop,
	Scan: scan
};
function windowOf(node, kernel) {
	const axes = kernel.length;
	const list = (name, count, otherwise) => {
		const values = node.ints(name) ?? new Array(count).fill(otherwise);
		if (values.length !== count) throw new Misfit("value", `Its attribute \`${name}\` has ${values.length} numbers where ${count} are needed.`);
		return values;
	};
	const auto = node.text("auto_pad") || "NOTSET";
	const pads = list("pads", 2 * axes, 0);
	const strides = list("strides", axes, 1);
	const dilations = list("dilations", axes, 1);
	if ([...strides, ...dilations].some((step) => step < 1)) throw new Misfit("value", "Its strides and dilations must be 1 or more.");
	return {
		kernel,
		strides,
		dilations,
		pads: auto === "NOTSET" ? pads : auto === "VALID" ? new Array(2 * axes).fill(0) : void 0,
		same: auto.startsWith("SAME"),
		ceil: node.flag("ceil_mode"),
		pools: false
	};
}
function poolWindowOf(node, kernel) {
	const window = windowOf(node, kernel);
	for (const [at, pad] of (window.pads ?? []).entries()) {
		const side = kernel[at % kernel.length];
		if (typeof side === "number" && pad >= side && side > 0) throw new Misfit("value", `Its padding of ${pad} is not less than its window of ${side}.`);
	}
	return {
		...window,
		pools: true
	};
}
function positions(input, axis, window) {
	const [kernel, stride, dilation] = [
		window.kernel[axis],
		window.strides[axis],
		window.dilations[axis]
	];
	if (typeof input !== "number" || typeof kernel !== "number") return void 0;
	if (window.same) return window.pools && dilation > 1 ? void 0 : Math.ceil(input / stride);
	const axes = window.kernel.length;
	const [before, after] = [window.pads?.[axis] ?? 0, window.pads?.[axes + axis] ?? 0];
	const extent = (kernel - 1) * dilation + 1;
	const padded = input + before + after;
	const steps = (padded - extent) / stride;
	const last = window.ceil ? Math.ceil(steps) : Math.trunc(steps);
	const count = window.ceil && last * stride >= input + before ? last : last + 1;
	if (!(window.pools ? count > 0 : steps >= 0) && input > 0) throw new Misfit("shape", `Its window of ${extent} is larger than its padded input of ${padded}.`);
	return Math.max(0, count);
}
function moved(spatial, window) {
	return spatial.map((dim, axis) => positions(dim, axis, window));
}
function kernelOf(node, spatial, weights) {
	const kernel = node.ints("kernel_shape") ?? weights?.slice(2) ?? unknownDims(spatial);
	if (kernel.some((side) => typeof side === "number" && side < 1)) throw new Misfit("shape", `Its window ${shapeText(kernel)} is empty.`);
	if (kernel.length !== spatial) throw new Misfit("shape", `Its window has ${kernel.length} sides where its input has ${spatial}.`);
	return kernel;
}
function checkPadding$1(node) {
	const auto = node.text("auto_pad") || "NOTSET";
	if (auto !== "NOTSET" && node.ints("pads") !== void 0) throw new Misfit("value", `It has both \`pads\` and \`auto_pad\`, which is ${auto}.`);
}
function convolution(x, w, element) {
	return (node) => {
		checkPadding$1(node);
		node.wantRank(x, [3, Infinity]);
		const type = element(node);
		const [dims, weights] = [node.dims(x), node.dims(w)];
		if (dims === void 0) return [tensorOf$1(type, void 0)];
		if (weights !== void 0 && weights.length !== dims.length) throw new Misfit("shape", `Its weights ${shapeText(weights)} do not fit its input ${shapeText(dims)}.`);
		const [channels, perGroup, group] = [
			dims[1],
			weights?.[1],
			node.int("group") ?? 1
		];
		if (typeof channels === "number" && typeof perGroup === "number" && channels !== perGroup * group) throw new Misfit("shape", `Its input has ${channels} channels where its weights take ${perGroup * group}.`);
		const spatial = dims.slice(2);
		return [tensorOf$1(type, [
			dims[0],
			weights?.[0],
			...moved(spatial, windowOf(node, kernelOf(node, spatial.length, weights)))
		])];
	};
}
const transposed = (node) => {
	checkPadding$1(node);
	node.wantRank(0, [3, Infinity]);
	node.wantRank(1, [3, Infinity]);
	const element = commonElement(node, [0, 1]);
	const [dims, weights] = [node.dims(0), node.dims(1)];
	if (dims === void 0 || weights === void 0 || dims.length < 3) return [tensorOf$1(element, void 0)];
	if (weights.length !== dims.length) throw new Misfit("shape", `Its weights ${shapeText(weights)} do not fit its input ${shapeText(dims)}.`);
	const spatial = dims.slice(2);
	const window = windowOf(node, kernelOf(node, spatial.length, weights));
	const stated = node.ints("output_shape");
	const extra = node.ints("output_padding") ?? [];
	const group = node.int("group") ?? 1;
	const channels = typeof weights[1] === "number" ? weights[1] * group : void 0;
	if (typeof dims[1] === "number" && typeof weights[0] === "number" && dims[1] !== weights[0]) throw new Misfit("shape", `Its input has ${dims[1]} channels where its weights take ${weights[0]}.`);
	if (typeof dims[1] === "number" && dims[1] % group !== 0) throw new Misfit("shape", `Its input has ${dims[1]} channels, which ${group} groups do not share.`);
	const axes = spatial.length;
	node.wantLength("output_padding", axes);
	node.wantLength("output_shape", axes);
	const out = spatial.map((dim, axis) => {
		if (stated !== void 0) return stated[stated.length - axes + axis];
		const [kernel, stride] = [window.kernel[axis], window.strides[axis]];
		if (typeof dim !== "number" || typeof kernel !== "number") return void 0;
		if (window.same) return dim * stride;
		const padding = (window.pads?.[axis] ?? 0) + (window.pads?.[axes + axis] ?? 0);
		return stride * (dim - 1) + (extra[axis] ?? 0) + (kernel - 1) * window.dilations[axis] + 1 - padding;
	});
	return [tensorOf$1(element, [
		dims[0],
		channels,
		...out
	])];
};
function pool(outputs) {
	return (node) => {
		node.wantRank(0, [3, Infinity]);
		const dims = node.dims(0);
		if (dims === void 0) return outputs(node, void 0);
		const spatial = dims.slice(2);
		const window = poolWindowOf(node, kernelOf(node, spatial.length, void 0));
		return outputs(node, [...dims.slice(0, 2), ...moved(spatial, window)]);
	};
}
const onlyPooled = pool((node, dims) => [tensorOf$1(node.element(0), dims)]);
const withIndices = pool((node, dims) => [tensorOf$1(node.element(0), dims), tensorOf$1(7, dims)].slice(0, node.outputs));
const global = (node) => {
	node.wantRank(0, [2, Infinity]);
	const dims = node.dims(0);
	return [tensorOf$1(node.element(0), dims?.map((dim, axis) => axis < 2 ? dim : 1))];
};
const unpool = (node) => {
	node.wantRank(0, [3, Infinity]);
	const dims = node.dims(0);
	if (dims !== void 0) {
		node.wantLength("kernel_shape", dims.length - 2);
		node.wantLength("strides", dims.length - 2);
		node.wantLength("pads", 2 * (dims.length - 2));
	}
	if (node.has(2)) {
		const stated = node.known(2);
		return [tensorOf$1(node.element(0), stated?.values ?? (dims && unknownDims(dims.length)))];
	}
	if (dims === void 0) return [tensorOf$1(node.element(0), void 0)];
	const window = windowOf(node, kernelOf(node, dims.length - 2, void 0));
	const axes = dims.length - 2;
	const out = dims.slice(2).map((dim, axis) => {
		const kernel = window.kernel[axis];
		if (typeof dim !== "number" || typeof kernel !== "number") return void 0;
		return (dim - 1) * window.strides[axis] + kernel - (window.pads?.[axis] ?? 0) - (window.pads?.[axes + axis] ?? 0);
	});
	return [tensorOf$1(node.element(0), [...dims.slice(0, 2), ...out])];
};
const deformable = convolution(0, 1, (node) => commonElement(node, [
	0,
	1,
	2
]));
const regions = (node) => {
	const shape = node.ints("pooled_shape") ?? [];
	return [tensorOf$1(node.element(0), [
		node.dims(1)?.[0],
		node.dims(0)?.[1],
		...shape
	])];
};
const roiAlign = (node) => {
	node.wantRank(0, 4);
	const sides = [node.int("output_height") ?? 1, node.int("output_width") ?? 1];
	return [tensorOf$1(node.element(0), [
		node.dims(1)?.[0] ?? node.dims(2)?.[0],
		node.dims(0)?.[1],
		...sides
	])];
};
const convolutions = {
	AveragePool: onlyPooled,
	Conv: convolution(0, 1, (node) => commonElement(node, [0, 1])),
	ConvInteger: convolution(0, 1, () => 6),
	ConvTranspose: transposed,
	DeformConv: deformable,
	GlobalAveragePool: global,
	GlobalLpPool: global,
	GlobalMaxPool: global,
	LpPool: onlyPooled,
	MaxPool: withIndices,
	MaxRoiPool: regions,
	MaxUnpool: unpool,
	QLinearConv: convolution(0, 3, (node) => node.element(7)),
	RoiAlign: roiAlign
};
const gather$1 = (node) => {
	const [x, indices] = [node.tensor(0), node.dims(1)];
	if (x?.dims === void 0 || indices === void 0) {
		const rank = x?.dims === void 0 || indices === void 0 ? void 0 : 0;
		return [tensorOf$1(x?.element, rank === void 0 ? void 0 : [])];
	}
	if (x.dims.length === 0) throw new Misfit("shape", "It picks from a scalar.");
	const axis = node.axis(node.int("axis") ?? 0, x.dims.length);
	return [tensorOf$1(x.element, [
		...x.dims.slice(0, axis),
		...indices,
		...x.dims.slice(axis + 1)
	])];
};
const gatherElements = (node) => {
	const [rank, indices] = [node.rank(0), node.rank(1)];
	if (rank !== void 0 && indices !== void 0 && rank !== indices) throw new Misfit("shape", `Its indices have ${indices} dimensions where its input has ${rank}.`);
	return [tensorOf$1(node.element(0), node.dims(1))];
};
const gatherNd = (node) => {
	node.wantRank(0, [1, Infinity]);
	node.wantRank(1, [1, Infinity]);
	const [x, indices] = [node.tensor(0), node.dims(1)];
	const batch = node.int("batch_dims") ?? 0;
	const depth = indices?.at(-1);
	if (x?.dims === void 0 || indices === void 0 || typeof depth !== "number") return [tensorOf$1(x?.element, void 0)];
	if (batch + depth > x.dims.length) throw new Misfit("shape", `Its indices reach ${batch + depth} deep into ${shapeText(x.dims)}.`);
	return [tensorOf$1(x.element, [...indices.slice(0, -1), ...x.dims.slice(batch + depth)])];
};
const oneHot$1 = (node) => {
	node.wantRank(1, [0, 1]);
	if ((node.rank(1) === 1 ? node.lengthOf(1) ?? 1 : 1) > 1) throw new Misfit("value", `Its depth has ${node.lengthOf(1)} elements, and must be one number.`);
	const indices = node.dims(0);
	const element = node.element(2);
	if (indices === void 0) return [tensorOf$1(element, void 0)];
	const rank = indices.length + 1;
	const axis = node.axis(node.int("axis") ?? -1, rank);
	const depth = node.known(1)?.values[0] ?? node.numbers(1)?.[0];
	return [tensorOf$1(element, [
		...indices.slice(0, axis),
		depth,
		...indices.slice(axis)
	])];
};
const topK = (node) => {
	const x = node.tensor(0);
	const k = node.opset < 10 ? node.int("k") : node.known(1)?.values[0];
	if (node.opset < 10 && typeof k === "number" && k < 1) throw new Misfit("value", `It takes the largest ${k}.`);
	if (x?.dims === void 0) return [tensorOf$1(x?.element, void 0), tensorOf$1(7, void 0)];
	const axis = node.axis(node.int("axis") ?? -1, x.dims.length);
	const side = x.dims[axis];
	if (typeof k === "number" && typeof side === "number" && (k < 0 || k > side)) throw new Misfit("value", `It takes the largest ${k} of ${side}.`);
	const dims = x.dims.map((dim, at) => at === axis ? k : dim);
	return [tensorOf$1(x.element, dims), tensorOf$1(7, dims)];
};
const unique = (node) => {
	const x = node.tensor(0);
	const axis = node.int("axis");
	const count = tensorOf$1(7, [void 0]);
	const along = axis === void 0 || x?.dims === void 0 ? void 0 : node.axis(axis, x.dims.length);
	const dims = axis === void 0 ? [void 0] : x?.dims?.map((dim, at) => at === along ? void 0 : dim);
	return [
		tensorOf$1(x?.element, dims),
		count,
		count,
		count
	].slice(0, node.outputs);
};
const nonZero = (node) => {
	const rank = node.rank(0);
	return [tensorOf$1(7, [rank === 0 ? void 0 : rank, void 0])];
};
const suppression = () => [tensorOf$1(7, [void 0, 3])];
const range$1 = (node) => {
	const constant = [
		0,
		1,
		2
	].every((index) => node.numbers(index) !== void 0);
	for (const index of [
		0,
		1,
		2
	]) {
		const dims = node.dims(index);
		if (dims === void 0 || dims.length === 0 || !constant && dims.length === 1 && [1, void 0].includes(sizeIn(dims))) continue;
		throw new Misfit("shape", `Its input ${index} is ${shapeText(dims)}, where a scalar is needed.`);
	}
	const [start, limit, step] = [
		0,
		1,
		2
	].map((index) => node.integers(index)?.[0] ?? node.numbers(index)?.[0]);
	const element = node.element(0);
	if (start === void 0 || limit === void 0 || step === void 0) return [tensorOf$1(element, [void 0])];
	if (step === 0) throw new Misfit("value", "Its step is 0.");
	return [tensorOf$1(element, [Math.max(0, Math.ceil((limit - start) / step))])];
};
function sizeIn([dim]) {
	return typeof dim === "number" ? dim : void 0;
}
const scatter = (node) => {
	const rank = node.rank(0);
	const axis = node.int("axis");
	if (rank !== void 0 && axis !== void 0) node.axis(axis, rank);
	return [node.tensor(0)];
};
const tensorScatter = (node) => {
	const [cache, update] = [node.dims(0), node.dims(1)];
	if (cache === void 0 || update === void 0) return [node.tensor(0)];
	const axis = node.axis(node.int("axis") ?? -2, cache.length);
	if (axis === 0) throw new Misfit("value", "Its axis is that of the batch.");
	if (update.length !== cache.length || update.some((dim, at) => at !== axis && contradict(dim, cache[at]))) throw new Misfit("shape", `Its update ${shapeText(update)} does not fit its cache ${shapeText(cache)}.`);
	return [node.tensor(0)];
};
const gridSample = (node) => {
	const [x, grid] = [node.tensor(0), node.dims(1)];
	if (x?.dims === void 0 || grid === void 0) {
		const rank = x?.dims?.length ?? grid?.length;
		return [tensorOf$1(x?.element, rank === void 0 ? void 0 : unknownDims(rank))];
	}
	if (grid.length !== x.dims.length || contradict(grid.at(-1), x.dims.length - 2) || contradict(grid[0], x.dims[0])) throw new Misfit("shape", `Its grid ${shapeText(grid)} does not fit its input ${shapeText(x.dims)}.`);
	return [tensorOf$1(x.element, [
		x.dims[0],
		x.dims[1],
		...grid.slice(1, -1)
	])];
};
const affineGrid = (node) => {
	const size = node.known(1)?.values;
	const rank = node.lengthOf(1);
	if (rank !== void 0 && rank !== 4 && rank !== 5) throw new Misfit("value", `Its size has ${rank} numbers, where 4 or 5 are needed.`);
	if (rank !== 4 && rank !== 5) return [tensorOf$1(node.element(0), void 0)];
	const [n, , ...sides] = size ?? unknownDims(rank);
	return [tensorOf$1(node.element(0), [
		n ?? node.dims(0)?.[0],
		...sides,
		rank - 2
	])];
};
const resize = (node) => {
	const x = node.tensor(0);
	const [scalesAt, sizesAt] = node.opset < 11 ? [1, -1] : [2, 3];
	if (x?.dims === void 0) return [tensorOf$1(x?.element, void 0)];
	const { dims } = x;
	const axes = node.axes(node.ints("axes") ?? [...dims.keys()], dims.length);
	checkFactors(node, axes.length, [scalesAt, sizesAt]);
	const sizes = sizesAt > 0 && node.has(sizesAt) ? node.known(sizesAt)?.values : void 0;
	const scales = node.has(scalesAt) ? node.numbers(scalesAt) : void 0;
	if (scales?.some((scale) => !(scale > 0)) === true) throw new Misfit("value", `Its scales [${scales.join(", ")}] are not all positive.`);
	const result = [...dims];
	const policy = node.text("keep_aspect_ratio_policy") ?? "stretch";
	for (const [at, axis] of axes.entries()) if (sizes !== void 0) result[axis] = policy === "stretch" ? sizes[at] : keptRatio(dims, axes, sizes, policy, at);
	else result[axis] = scaled(dims[axis], scales?.[at]);
	return [tensorOf$1(x.element, result)];
};
function checkFactors(node, axes, inputs) {
	const counts = inputs.map((input) => {
		if (input < 0 || !node.has(input)) return 0;
		return node.lengthOf(input);
	});
	const wrong = counts.find((count, at) => {
		const isNone = count === 0 && (node.opset >= 11 || inputs[at] < 0);
		return count !== void 0 && !isNone && count !== axes;
	});
	if (wrong !== void 0) throw new Misfit("value", `It has ${wrong} scales or sizes for ${axes} axes.`);
	checkEdges(node);
	if (node.opset < 13) return;
	if (counts.every((count) => count === 0)) throw new Misfit("value", "It is given neither scales nor sizes.");
	if (counts.every((count) => count !== void 0 && count > 0)) throw new Misfit("value", "It is given both scales and sizes.");
}
function checkEdges(node) {
	const mode = node.text("mode") ?? "nearest";
	const smooth = node.flag("antialias");
	if (smooth && mode === "nearest") throw new Misfit("value", "It cannot smooth edges in the mode `nearest`.");
	if (node.flag("exclude_outside") && mode !== "cubic" && !(smooth && mode === "linear")) throw new Misfit("value", `It cannot exclude what is outside in the mode \`${mode}\`.`);
}
function scaled(dim, scale) {
	if (scale === 1) return dim;
	return typeof dim === "number" && scale !== void 0 ? Math.floor(Math.fround(dim * scale)) : void 0;
}
function keptRatio(dims, axes, sizes, policy, at) {
	const factors = axes.map((axis, index) => {
		const [from, to] = [dims[axis], sizes[index]];
		return typeof from === "number" && typeof to === "number" ? to / from : NaN;
	});
	const factor = policy === "not_larger" ? Math.min(...factors) : Math.max(...factors);
	const dim = dims[axes[at]];
	return Number.isFinite(factor) && typeof dim === "number" ? Math.floor(factor * dim + .5) : void 0;
}
function upsampleScales(node) {
	if (node.opset >= 9) return node.numbers(1);
	const scales = node.attribute("scales");
	return scales === void 0 ? void 0 : Array.from(scales.floats ?? []);
}
const upsample = (node) => {
	const x = node.tensor(0);
	const scales = upsampleScales(node);
	if (x?.dims !== void 0 && scales !== void 0 && scales.length !== x.dims.length) throw new Misfit("value", `It has ${scales.length} scales for ${x.dims.length} axes.`);
	if (scales?.some((scale) => !(scale >= 1)) === true) throw new Misfit("value", `Its scales [${scales.join(", ")}] must be 1 or more.`);
	return [tensorOf$1(x?.element, x?.dims?.map((dim, axis) => scaled(dim, scales?.[axis])))];
};
const indexing = {
	AffineGrid: affineGrid,
	Gather: gather$1,
	GatherElements: gatherElements,
	GatherND: gatherNd,
	GridSample: gridSample,
	NonMaxSuppression: suppression,
	NonZero: nonZero,
	OneHot: oneHot$1,
	Range: range$1,
	Resize: resize,
	ReverseSequence: (node) => {
		if ((node.int("batch_axis") ?? 1) === (node.int("time_axis") ?? 0)) throw new Misfit("value", "Its batch and its time are one axis.");
		return [node.tensor(0)];
	},
	Scatter: scatter,
	ScatterElements: scatter,
	ScatterND: alike,
	TensorScatter: tensorScatter,
	TopK: topK,
	Unique: unique,
	Upsample: upsample
};
function matmul(a, b) {
	if (a === void 0 || b === void 0) return void 0;
	if (a.length === 0 || b.length === 0) throw new Misfit("shape", "It multiplies a scalar.");
	const left = a.length === 1 ? [1, ...a] : a;
	const right = b.length === 1 ? [...b, 1] : b;
	if (contradict(left.at(-1), right.at(-2))) throw new Misfit("shape", `Its inputs ${shapeText(a)} and ${shapeText(b)} do not fit.`);
	if (a.length === 2 && b.length === 2) return [a[0], b[1]];
	const stack = broadcast([left.slice(0, -2), right.slice(0, -2)]);
	if (stack === null) throw new Misfit("shape", `Its inputs ${shapeText(a)} and ${shapeText(b)} do not broadcast.`);
	if (stack === void 0) return void 0;
	return [
		...stack,
		...a.length === 1 ? [] : [left.at(-2)],
		...b.length === 1 ? [] : [right.at(-1)]
	];
}
function product2(first, second, element) {
	return (node) => [tensorOf$1(element(node), matmul(node.dims(first), node.dims(second)))];
}
function turned(dims, turn) {
	return turn && dims !== void 0 && dims.length >= 2 ? [
		...dims.slice(0, -2),
		dims.at(-1),
		dims.at(-2)
	] : dims;
}
const gemm = (node) => {
	node.wantRank(0, 2);
	node.wantRank(1, 2);
	const element = commonElement(node, node.has(2) ? [
		0,
		1,
		2
	] : [0, 1]);
	const dims = matmul(turned(node.dims(0), node.flag("transA")), turned(node.dims(1), node.flag("transB")));
	const c = node.has(2) && node.opset >= 7 ? node.dims(2) : void 0;
	if (dims !== void 0 && c !== void 0 && (broadcast([dims, c]) === null || c.length > 2)) throw new Misfit("shape", `Its addend ${shapeText(c)} does not broadcast to ${shapeText(dims)}.`);
	return [tensorOf$1(element, dims)];
};
const equationForm = /^[a-z]*(\.{3})?[a-z]*(,[a-z]*(\.{3})?[a-z]*)*(->[a-z]*(\.{3})?[a-z]*)?$/i;
const einsum = (node) => {
	const element = commonElement(node, node.node.input.map((_, index) => index));
	const equation = (node.text("equation") ?? "").replace(/\s/g, "");
	if (!equationForm.test(equation)) throw new Misfit("value", `Its equation \`${equation}\` is not one.`);
	const [left = "", right] = equation.split("->");
	const terms = left.split(",");
	if (terms.length !== node.inputs) throw new Misfit("value", `Its equation has ${terms.length} terms for ${node.inputs} inputs.`);
	const sizes = new Map();
	let rest = [];
	for (const [index, term] of terms.entries()) {
		const dims = node.dims(index);
		if (dims === void 0) return [tensorOf$1(element, void 0)];
		const letters = [...term.replace("...", "")];
		const more = dims.length - letters.length;
		if (more < 0 || more > 0 && !term.includes("...")) throw new Misfit("shape", `Its term \`${term}\` does not fit the input ${shapeText(dims)}.`);
		const before = term.includes("...") ? term.indexOf("...") : letters.length;
		const named = [...dims.slice(0, before), ...dims.slice(before + more)];
		for (const [at, letter] of letters.entries()) sizes.set(letter, agreed(sizes, letter, named[at]));
		const stack = broadcast([rest, dims.slice(before, before + more)]);
		if (stack === null) throw new Misfit("shape", "The dimensions under its ellipsis do not broadcast.");
		rest = stack;
	}
	const output = right ?? implicit(left);
	const unseen = [...output.replace("...", "")].find((letter) => !left.includes(letter));
	if (unseen !== void 0) throw new Misfit("value", `Its equation gives out an axis ${unseen} that no input has.`);
	const dims = output.includes("...") ? output.split("...") : [output];
	const lettersOf = (text) => [...text].map((letter) => sizes.get(letter));
	if (rest === void 0 && output.includes("...")) return [tensorOf$1(element, void 0)];
	return [tensorOf$1(element, output.includes("...") ? [
		...lettersOf(dims[0] ?? ""),
		...rest ?? [],
		...lettersOf(dims[1] ?? "")
	] : lettersOf(output))];
};
function agreed(sizes, letter, dim) {
	if (!sizes.has(letter)) return dim;
	const known = sizes.get(letter);
	if (known === 1 || dim === 1) return known === 1 ? dim : known;
	if (contradict(known, dim)) throw new Misfit("shape", `Its axis ${letter} is ${known} and ${dim}.`);
	return merged(known, dim);
}
function implicit(terms) {
	const letters = [...terms.replaceAll("...", "").replaceAll(",", "")];
	const once = letters.filter((letter) => letters.filter((other) => other === letter).length === 1).sort();
	return (terms.includes("...") ? "..." : "") + once.join("");
}
function checkCaches(node) {
	const present = [1, 2].map((index) => (node.node.output[index] ?? "") !== "");
	if (node.has(4) !== node.has(5) || present[0] !== present[1]) throw new Misfit("value", "It keeps keys without values, or values without keys.");
	if (node.has(6) && (node.has(4) || present[0] === true)) throw new Misfit("value", "It is given the lengths of its keys and keeps them too.");
	const heads = ["q_num_heads", "kv_num_heads"].find((name) => node.int(name) !== void 0);
	if (node.rank(0) === 4 && heads !== void 0) throw new Misfit("value", `It has \`${heads}\` for an input of 4 dimensions.`);
}
function checkAttention(node) {
	for (const index of [
		0,
		1,
		2
	]) node.wantRank(index, [3, 4]);
	for (const index of [4, 5]) node.wantRank(index, 4);
	const [rank, ...ranks] = [
		0,
		1,
		2
	].map((index) => node.rank(index));
	if (ranks.some((other) => rank !== void 0 && other !== void 0 && other !== rank)) throw new Misfit("shape", `Its inputs have ${[rank, ...ranks].map((each) => each ?? "?").join(", ")} dimensions.`);
	if (node.opset >= 25) checkCaches(node);
	if (rank !== 3) return;
	for (const name of ["q_num_heads", "kv_num_heads"]) {
		const heads = node.int(name);
		if (heads === void 0) throw new Misfit("value", `It must have \`${name}\` for inputs of 3 dimensions.`);
		if (heads < 1 || heads >= 2 ** 31) throw new Misfit("value", `Its attribute \`${name}\` is ${heads}.`);
	}
}
const attention = (node) => {
	checkAttention(node);
	const [q, k, v] = [
		node.dims(0),
		node.dims(1),
		node.dims(2)
	];
	const element = node.element(0);
	if (q === void 0 || k === void 0 || v === void 0) return [tensorOf$1(element, void 0)];
	const folded = q.length === 3;
	const heads = folded ? node.int("q_num_heads") : q[1];
	const kvHeads = folded ? node.int("kv_num_heads") : k[1];
	const size = (dims) => folded ? divided(dims[2], kvHeads) : dims[3];
	const [length, keys] = [folded ? q[1] : q[2], folded ? k[1] : k[2]];
	const past = node.has(4) ? node.dims(4)?.[2] : 0;
	const total = typeof past === "number" && typeof keys === "number" ? past + keys : past === 0 ? keys : void 0;
	const y = folded ? [
		q[0],
		length,
		product([heads, size(v)])
	] : [
		q[0],
		heads,
		length,
		v[3]
	];
	const present = (dims) => [
		q[0],
		kvHeads,
		total,
		size(dims)
	];
	return [
		tensorOf$1(element, y),
		tensorOf$1(node.element(1), present(k)),
		tensorOf$1(node.element(2), present(v)),
		tensorOf$1(element, [
			q[0],
			heads,
			length,
			total
		])
	].slice(0, Math.max(1, node.outputs));
};
function divided(dim, by) {
	return typeof dim === "number" && typeof by === "number" && by > 0 ? Math.floor(dim / by) : void 0;
}
const flexAttention = (node) => {
	const [q, v] = [node.dims(0), node.dims(2)];
	const [heads, shared] = [q?.[1], v?.[1]];
	if (typeof heads === "number" && typeof shared === "number" && heads % shared !== 0) throw new Misfit("shape", `Its ${heads} heads are no multiple of ${shared}.`);
	for (const name of ["score_mod", "prob_mod"]) {
		const graph = node.attribute(name)?.g;
		if (graph !== void 0 && (graph.input.length !== 1 || graph.output.length !== 1)) throw new Misfit("value", `Its \`${name}\` takes ${graph.input.length} and gives ${graph.output.length} values, not one.`);
	}
	return [tensorOf$1(node.element(0), q && v && [...q.slice(0, -1), v.at(-1)])];
};
const determinant = (node) => {
	node.wantRank(0, [2, Infinity]);
	const dims = node.dims(0);
	if (dims !== void 0 && contradict(dims.at(-1), dims.at(-2))) throw new Misfit("shape", `Its matrices ${shapeText(dims)} are not square.`);
	return [tensorOf$1(node.element(0), dims?.slice(0, -2))];
};
const previews = { FlexAttention: flexAttention };
const matrices = {
	Attention: attention,
	Det: determinant,
	Einsum: einsum,
	Gemm: gemm,
	MatMul: product2(0, 1, (node) => commonElement(node, [0, 1])),
	MatMulInteger: product2(0, 1, () => 6),
	QLinearMatMul: product2(0, 3, (node) => node.element(7))
};
function recurrent(states, activations) {
	return (node) => {
		checkRecurrent(node, activations);
		node.wantRank(0, 3);
		node.wantRank(1, 3);
		const element = node.element(0);
		const [x, w, r] = [
			node.dims(0),
			node.dims(1),
			node.dims(2)
		];
		const directions = w?.[0] ?? (node.text("direction") === "bidirectional" ? 2 : 1);
		const hidden = node.int("hidden_size") ?? r?.[2];
		const batchFirst = node.flag("layout");
		const [length, batch] = batchFirst ? [x?.[1], x?.[0]] : [x?.[0], x?.[1]];
		const all = batchFirst ? [
			batch,
			length,
			directions,
			hidden
		] : [
			length,
			directions,
			batch,
			hidden
		];
		const last = tensorOf$1(element, batchFirst ? [
			batch,
			directions,
			hidden
		] : [
			directions,
			batch,
			hidden
		]);
		return [tensorOf$1(element, all), ...new Array(states).fill(last)].slice(0, node.outputs);
	};
}
function checkRecurrent(node, activations) {
	if (node.int("hidden_size") === void 0) throw new Misfit("value", "It does not say its `hidden_size`.");
	const wanted = activations * (node.text("direction") === "bidirectional" ? 2 : 1);
	const given = node.attribute("activations")?.strings.length ?? 0;
	if (given !== 0 && given !== wanted) throw new Misfit("value", `It has ${given} activations where ${wanted} are needed.`);
}
const batchNormalization = (node) => {
	node.wantRank(0, [1, Infinity]);
	const x = node.tensor(0);
	if (!(node.opset < 14 ? [
		1,
		2,
		3,
		4,
		5
	] : node.flag("training_mode") ? [3] : [1]).includes(node.outputs) || node.opset >= 7 && node.opset < 14 && ![1, 5].includes(node.outputs)) throw new Misfit("value", `It has ${node.outputs} outputs, which it does not give in this mode.`);
	if (node.outputs === 1) return [x];
	const channels = tensorOf$1(node.element(3) ?? x?.element, [node.dims(1)?.[0] ?? x?.dims?.[1]]);
	return [
		x,
		channels,
		channels,
		channels,
		channels
	].slice(0, node.outputs);
};
const groupNormalization = (node) => {
	const x = node.tensor(0);
	for (const index of [1, 2]) {
		const [length] = node.rank(index) === 1 ? node.dims(index) ?? [] : [];
		if (node.opset >= 21 && contradict(length, x?.dims?.[1])) throw new Misfit("shape", `Its input ${index} has ${length} numbers for ${x?.dims?.[1]} channels.`);
	}
	return [x];
};
const layerNormalization = (node) => {
	const x = node.tensor(0);
	const stash = node.int("stash_type") ?? 1;
	if (x?.dims === void 0) return [
		x,
		tensorOf$1(stash, void 0),
		tensorOf$1(stash, void 0)
	].slice(0, node.outputs);
	const axis = node.axis(node.int("axis") ?? -1, x.dims.length);
	const dims = x.dims.map((dim, at) => at < axis ? dim : 1);
	return [
		x,
		tensorOf$1(stash, dims),
		tensorOf$1(stash, dims)
	].slice(0, node.outputs);
};
function checkLoss(node) {
	node.wantRank(0, [2, Infinity]);
	node.wantRank(2, 1);
	const [scores, target, weights] = [
		node.dims(0),
		node.dims(1),
		node.dims(2)
	];
	const wanted = scores && [...scores.slice(0, 1), ...scores.slice(2)];
	if (wanted !== void 0 && target !== void 0) {
		if (target.length !== wanted.length || target.some((dim, axis) => contradict(dim, wanted[axis]))) throw new Misfit("shape", `Its target ${shapeText(target)} does not fit its scores ${shapeText(scores)}.`);
	}
	if (contradict(weights?.[0], scores?.[1])) throw new Misfit("shape", `It has ${weights?.[0]} weights for ${scores?.[1]} classes.`);
}
const negativeLogLikelihood = (node) => {
	checkLoss(node);
	const reduced = (node.text("reduction") ?? "mean") !== "none";
	const dims = node.dims(0);
	const target = node.dims(1) ?? (dims && [...dims.slice(0, 1), ...dims.slice(2)]);
	return [tensorOf$1(node.element(0), reduced ? [] : target)];
};
const crossEntropy = (node) => {
	const [loss] = negativeLogLikelihood(node);
	return [loss, node.tensor(0)].slice(0, node.outputs);
};
const convWithState = (node) => [node.tensor(0), node.tensor(3) ?? tensorOf$1(node.element(0), stateDims(node.dims(0), node.dims(1)))];
function stateDims(x, w) {
	const kernel = w?.at(-1);
	return x && [
		x[0],
		x[1],
		typeof kernel === "number" ? kernel - 1 : void 0
	];
}
const quantize = (node) => {
	const stated = node.int("output_dtype");
	return [tensorOf$1(node.has(2) ? node.element(2) : stated === void 0 || stated === 0 ? 2 : stated, node.dims(0))];
};
const dequantize = (node) => {
	const stated = node.int("output_dtype");
	return [tensorOf$1(stated === void 0 || stated === 0 ? node.opset < 19 ? 1 : node.element(1) : stated, node.dims(0))];
};
const dynamicQuantize = (node) => [
	tensorOf$1(2, node.dims(0)),
	tensorOf$1(1, []),
	tensorOf$1(2, [])
];
const randomOf = (node) => [tensorOf$1(node.int("dtype") ?? 1, node.ints("shape"))];
const multinomial = (node) => [tensorOf$1(node.int("dtype") ?? 6, [node.dims(0)?.[0], node.int("sample_size") ?? 1])];
const windowFunction = (node) => {
	const size = first(node, 0);
	if (node.numbers(0) !== void 0) node.wantRank(0, 0);
	if (typeof size === "number" && size < 1) throw new Misfit("value", `Its window of ${size} samples is empty.`);
	return [tensorOf$1(node.int("output_datatype") ?? 1, [size])];
};
function first(node, index) {
	return node.known(index)?.values[0] ?? node.numbers(index)?.[0];
}
const fourier = (node) => {
	node.wantRank(0, [2, Infinity]);
	const x = node.tensor(0);
	if (x?.dims === void 0) return [tensorOf$1(x?.element, void 0)];
	const { dims } = x;
	checkTransform(node, dims);
	const [length, stated] = [node.has(1) ? node.integers(1)?.[0] : null, node.opset < 20 ? node.int("axis") ?? 1 : node.has(2) ? node.integers(2)?.[0] : -2];
	if (stated === void 0) return [tensorOf$1(x.element, aroundUnknown(node, dims))];
	const axis = node.axis(stated, dims.length);
	if (axis === dims.length - 1) throw new Misfit("value", `Its axis ${stated} holds the parts of its numbers.`);
	const [onesided, inverse] = [node.flag("onesided"), node.flag("inverse")];
	const side = length === null ? dims[axis] : length;
	const result = [...dims];
	if (onesided && inverse) {
		result[axis] = length ?? (typeof side === "number" ? 2 * (side - 1) : void 0);
		result[dims.length - 1] = 1;
	} else {
		result[axis] = onesided ? typeof side === "number" ? Math.floor(side / 2) + 1 : void 0 : side;
		result[dims.length - 1] = 2;
	}
	return [tensorOf$1(x.element, result)];
};
function checkTransform(node, dims) {
	node.wantRank(1, 0);
	if (node.opset >= 20) node.wantRank(2, 0);
	const parts = node.flag("inverse") ? 2 : 1;
	if (node.flag("onesided") && contradict(dims.at(-1), parts)) throw new Misfit("shape", `Its input ${shapeText(dims)} must have ${parts} as its last dimension.`);
}
function aroundUnknown(node, dims) {
	const kept = !node.has(1) && !node.flag("onesided");
	const parts = node.flag("onesided") && node.flag("inverse") ? 1 : 2;
	return [...kept ? dims.slice(0, -1) : unknownDims(dims.length - 1), parts];
}
const shortTimeFourier = (node) => {
	node.wantRank(0, [2, Infinity]);
	node.wantRank(2, 1);
	node.wantRank(3, 0);
	const [signal, step] = [node.dims(0), first(node, 1)];
	const frame = node.has(3) ? first(node, 3) : node.has(2) ? node.dims(2)?.[0] : void 0;
	const length = signal?.[1];
	const frames = typeof length === "number" && typeof step === "number" && typeof frame === "number" && step > 0 ? Math.floor((length - frame) / step) + 1 : void 0;
	const bins = typeof frame !== "number" ? void 0 : (node.int("onesided") ?? 1) === 0 ? frame : Math.floor(frame / 2) + 1;
	return [tensorOf$1(node.element(0), [
		signal?.[0],
		frames,
		bins,
		2
	])];
};
const melWeights = (node) => {
	const [bins, length] = [first(node, 0), first(node, 1)];
	const spectrum = typeof length === "number" ? Math.floor(length / 2) + 1 : void 0;
	return [tensorOf$1(node.int("output_datatype") ?? 1, [spectrum, bins])];
};
const imageDecoder = (node) => [tensorOf$1(2, [
	void 0,
	void 0,
	node.text("pixel_format") === "Grayscale" ? 1 : 3
])];
const linearAttention = (node) => {
	const [q, k, v] = [
		node.dims(0),
		node.dims(1),
		node.dims(2)
	];
	const [heads, kvHeads] = [node.int("q_num_heads"), node.int("kv_num_heads")];
	const [keySize, valueSize] = [divided(k?.[2], kvHeads), divided(v?.[2], kvHeads)];
	const y = [
		q?.[0],
		q?.[1],
		product([heads, valueSize])
	];
	return [tensorOf$1(node.element(0), y), tensorOf$1(node.element(3) ?? node.element(0), [
		q?.[0],
		kvHeads,
		keySize,
		valueSize
	])];
};
const layers = {
	BatchNormalization: batchNormalization,
	BlackmanWindow: windowFunction,
	CausalConvWithState: convWithState,
	DFT: fourier,
	DequantizeLinear: dequantize,
	DynamicQuantizeLinear: dynamicQuantize,
	GRU: recurrent(1, 2),
	GroupNormalization: groupNormalization,
	HammingWindow: windowFunction,
	HannWindow: windowFunction,
	ImageDecoder: imageDecoder,
	InstanceNormalization: (node) => [tensorOf$1(commonElement(node, [
		0,
		1,
		2
	]), node.dims(0))],
	LSTM: recurrent(2, 3),
	LayerNormalization: layerNormalization,
	LinearAttention: linearAttention,
	MelWeightMatrix: melWeights,
	Multinomial: multinomial,
	NegativeLogLikelihoodLoss: negativeLogLikelihood,
	QuantizeLinear: quantize,
	RMSNormalization: (node) => {
		const rank = node.rank(0);
		if (rank !== void 0) node.axis(node.int("axis") ?? -1, rank);
		return [node.tensor(0)];
	},
	RNN: recurrent(1, 1),
	RandomNormal: randomOf,
	RandomUniform: randomOf,
	STFT: shortTimeFourier,
	SoftmaxCrossEntropyLoss: crossEntropy,
	SwiGLU: (node) => [tensorOf$1(commonElement(node, [0, 1]), broadcastOf(node, [0, 1]))]
};
const fusedMatMul = (node) => [tensorOf$1(node.element(0), matmul(turned(node.dims(0), node.flag("transA")), turned(node.dims(1), node.flag("transB"))))];
const fusedGemm = (node) => fusedMatMul(node);
const quantizedBinary = (node) => [tensorOf$1(node.element(0), broadcast([node.dims(0), node.dims(3)]) ?? void 0)];
const quantizedPool = (node) => {
	const last = node.flag("channels_last");
	const dims = node.dims(0);
	return [tensorOf$1(node.element(0), dims?.map((dim, axis) => axis === 0 || axis === (last ? dims.length - 1 : 1) ? dim : 1))];
};
const matMulNBits = (node) => {
	const dims = node.dims(0);
	return [tensorOf$1(node.element(0), dims && [...dims.slice(0, -1), node.int("N")])];
};
const skipNormalization = (node) => [
	node.tensor(0),
	void 0,
	void 0,
	node.tensor(0)
].slice(0, node.outputs);
const embedNormalization = (node) => {
	const ids = node.dims(0);
	const width = node.dims(2)?.[1];
	return [tensorOf$1(node.element(2), ids && [...ids, width]), tensorOf$1(6, ids && [ids[0]])].slice(0, node.outputs);
};
const selfAttention = (node) => {
	const [x, weights] = [node.dims(0), node.dims(1)];
	const three = weights?.[1];
	const width = node.ints("qkv_hidden_sizes")?.[2] ?? (typeof three === "number" ? three / 3 : void 0);
	return [tensorOf$1(node.element(0), x && [...x.slice(0, 2), width])];
};
const multiHeadAttention = (node) => {
	const [q, v] = [node.dims(0), node.has(2) ? node.dims(2) : void 0];
	if (q?.length !== 3) return [tensorOf$1(node.element(0), void 0)];
	const width = v === void 0 ? q[2] : v.length === 3 ? v[2] : product([v[1], v[3]]);
	return [tensorOf$1(node.element(0), [
		q[0],
		q[1],
		width
	])];
};
const integerToFloat = (node) => [tensorOf$1(node.element(2) ?? 1, matmul(node.dims(0), node.dims(1)))];
const dynamicMatMul = (node) => [tensorOf$1(1, matmul(node.dims(0), node.dims(1)))];
const quantizedGemm = (node) => {
	const dims = matmul(turned(node.dims(0), node.flag("transA")), turned(node.dims(3), node.flag("transB")));
	return [tensorOf$1(node.has(8) ? node.element(8) : node.has(7) ? node.element(0) : 1, dims)];
};
const microsoft = {
	...Object.fromEntries("BiasGelu FastGelu Gelu QuickGelu FusedGelu BiasSoftmax RotaryEmbedding QLinearLeakyRelu QLinearSigmoid QLinearSoftmax".split(" ").map((name) => [name, alike])),
	Attention: selfAttention,
	DequantizeLinear: (node) => [tensorOf$1(node.element(1), node.dims(0))],
	DynamicQuantizeMatMul: dynamicMatMul,
	EmbedLayerNormalization: embedNormalization,
	FusedConv: convolutions["Conv"],
	FusedGemm: fusedGemm,
	FusedMatMul: fusedMatMul,
	LayerNormalization: layers["LayerNormalization"],
	MatMulIntegerToFloat: integerToFloat,
	MatMulNBits: matMulNBits,
	MultiHeadAttention: multiHeadAttention,
	QGemm: quantizedGemm,
	QLinearAdd: quantizedBinary,
	QLinearGlobalAveragePool: quantizedPool,
	QLinearMul: quantizedBinary,
	QuantizeLinear: layers["QuantizeLinear"],
	SkipLayerNormalization: skipNormalization,
	SkipSimplifiedLayerNormalization: skipNormalization
};
const [float, string$1] = [1, 8];
function rowsOf(node) {
	const dims = node.dims(0);
	if (dims === void 0) return void 0;
	return dims.length === 1 ? 1 : dims[0];
}
function isText(node, ...attributes) {
	return attributes.some((name) => (node.attribute(name)?.strings.length ?? 0) > 0);
}
function classifier(textLabels, intLabels) {
	return (node) => {
		const texts = node.attribute(textLabels)?.strings ?? [];
		const labels = texts.length > 0 ? texts.length : node.ints(intLabels)?.length;
		return [tensorOf$1(texts.length > 0 ? string$1 : 7, [rowsOf(node)]), tensorOf$1(float, [rowsOf(node), scoresOf(node, labels)])];
	};
}
function scoresOf(_node, labels) {
	return labels === void 0 || labels === 0 ? void 0 : labels;
}
function regressor(targets) {
	return (node) => [tensorOf$1(float, [rowsOf(node), node.int(targets) ?? 1])];
}
const featureExtractor = (node) => {
	const [x, picked] = [node.tensor(0), node.dims(1)];
	const count = picked && product(picked);
	if (x?.dims === void 0) return [tensorOf$1(x?.element, void 0)];
	return [tensorOf$1(x.element, x.dims.length === 1 ? [1, count] : [...x.dims.slice(0, -1), count])];
};
const castMap = (node) => {
	return [tensorOf$1(ownValue(castTargets, node.text("cast_to") ?? "TO_FLOAT"), void 0)];
};
const castTargets = {
	TO_FLOAT: float,
	TO_STRING: string$1,
	TO_INT64: 7
};
const categories = (node) => {
	const element = node.element(0);
	return [tensorOf$1(element === string$1 ? 7 : element === 7 ? string$1 : void 0, node.dims(0))];
};
const labels = (node) => {
	const table = node.attribute("values_tensor")?.t?.dataType;
	const from = node.element(0);
	const old = node.opset < 2 && from !== void 0 ? from === string$1 ? 7 : string$1 : void 0;
	return [tensorOf$1(table ?? old ?? (isText(node, "values_strings") ? string$1 : node.ints("values_int64s") !== void 0 ? 7 : node.attribute("values_floats")?.floats === void 0 ? void 0 : float), node.dims(0))];
};
const oneHot = (node) => {
	const count = node.attribute("cats_strings")?.strings.length || node.ints("cats_int64s")?.length;
	const dims = node.dims(0);
	return [tensorOf$1(float, dims && [...dims, count])];
};
const vectorizer = (node) => {
	const type = node.type(0);
	return [tensorOf$1(type?.kind === "map" && type.value?.kind === "tensor" ? type.value.element : void 0, void 0)];
};
const featureVectorizer = (node) => {
	const widths = node.ints("inputdimensions");
	const rows = node.dims(0);
	return [tensorOf$1(float, rows && [rows.length === 1 ? 1 : rows[0], widths?.reduce((all, width) => all + width, 0)])];
};
const zipMap = (node) => {
	return [{
		kind: "sequence",
		of: {
			kind: "map",
			key: isText(node, "classlabels_strings") ? string$1 : 7,
			value: tensorOf$1(float, [])
		}
	}];
};
const machineLearning = {
	ArrayFeatureExtractor: featureExtractor,
	Binarizer: alike,
	CastMap: castMap,
	CategoryMapper: categories,
	DictVectorizer: vectorizer,
	FeatureVectorizer: featureVectorizer,
	Imputer: alike,
	LabelEncoder: labels,
	LinearClassifier: classifier("classlabels_strings", "classlabels_ints"),
	LinearRegressor: regressor("targets"),
	Normalizer: likeWith(float),
	OneHotEncoder: oneHot,
	SVMClassifier: classifier("classlabels_strings", "classlabels_ints"),
	SVMRegressor: (node) => [tensorOf$1(float, [rowsOf(node), 1])],
	Scaler: likeWith(float),
	TreeEnsemble: (node) => [tensorOf$1(node.element(0), [rowsOf(node), node.int("n_targets")])],
	TreeEnsembleClassifier: classifier("classlabels_strings", "classlabels_int64s"),
	TreeEnsembleRegressor: regressor("n_targets"),
	ZipMap: zipMap
};
function optimizer(groups) {
	return (node) => {
		const count = (node.inputs - 2) / groups;
		if (!Number.isInteger(count) || count < 1 || node.outputs !== count * (groups - 1)) throw new Misfit("value", `It has ${node.inputs} inputs and ${node.outputs} outputs, which are not tensors in groups.`);
		return Array.from({ length: groups - 1 }, (_, group) => group).flatMap((group) => Array.from({ length: count }, (_, at) => node.type(2 + (group === 0 ? 0 : group + 1) * count + at)));
	};
}
const training = {
	Adagrad: optimizer(3),
	Adam: optimizer(4),
	Momentum: optimizer(3)
};
function listOf(node, name, input, since) {
	if (node.opset < since) return node.ints(name);
	return node.has(input) ? node.integers(input) ?? null : void 0;
}
const reshape = (node) => {
	const x = node.tensor(0);
	const asked = node.opset < 5 ? node.ints("shape") : node.known(1)?.values;
	if (asked === void 0) return [tensorOf$1(x?.element, node.opset < 5 ? void 0 : ranked(node.dims(1)?.[0]))];
	return [tensorOf$1(x?.element, reshaped$1(x?.dims, asked, node.int("allowzero") === 1))];
};
function reshaped$1(from, asked, allowZero) {
	if (asked.filter((dim) => dim === -1).length > 1) throw new Misfit("value", "Its shape has more than one -1.");
	if (asked.some((dim) => typeof dim === "number" && dim < -1)) throw new Misfit("value", `Its shape ${shapeText(asked)} has sizes below -1.`);
	const dims = asked.map((dim, axis) => {
		if (dim !== 0 || allowZero) return dim;
		if (from !== void 0 && axis >= from.length) throw new Misfit("shape", `Its shape ${shapeText(asked)} keeps an axis that ${shapeText(from)} does not have.`);
		return from?.[axis];
	});
	const free = dims.indexOf(-1);
	if (free >= 0 && dims.includes(0)) throw new Misfit("value", `Its shape ${shapeText(asked)} has a size of 0, and a -1 that may be any size.`);
	const left = from === void 0 ? void 0 : quotient(from, dims.filter((_, axis) => axis !== free));
	if (left === null) throw new Misfit("shape", `${shapeText(from)} cannot be seen as ${shapeText(asked)}: it has another number of elements.`);
	if (free < 0 && typeof left === "number" && left !== 1) throw new Misfit("shape", `${shapeText(from)} cannot be seen as ${shapeText(asked)}: it has another number of elements.`);
	return dims.map((dim, axis) => axis === free ? left : dim);
}
function quotient(all, parts) {
	const rest = [...all];
	const over = [];
	for (const part of parts) {
		const at = typeof part === "string" ? rest.indexOf(part) : -1;
		if (at >= 0) rest.splice(at, 1);
		else over.push(part);
	}
	const below = product(over);
	if (typeof below !== "number") return void 0;
	const numbers = product(rest.filter((dim) => typeof dim === "number"));
	const others = rest.filter((dim) => typeof dim !== "number");
	const above = others.length > 0 && numbers === below && below !== 0 ? product(others) : product(rest);
	if (below === 1 || typeof above === "string") return above;
	if (typeof above !== "number") return void 0;
	if (below === 0) return above === 0 ? void 0 : null;
	return above % below === 0 ? above / below : null;
}
const flatten = (node) => {
	const x = node.tensor(0);
	if (x?.dims === void 0) return [tensorOf$1(x?.element, unknownDims(2))];
	const rank = x.dims.length;
	const stated = node.int("axis") ?? 1;
	const axis = stated < 0 ? stated + rank : stated;
	if (axis < 0 || axis > rank) throw new Misfit("value", `Its axis ${stated} is not within its ${rank} dimensions.`);
	return [tensorOf$1(x.element, [product(x.dims.slice(0, axis)), product(x.dims.slice(axis))])];
};
const squeeze = (node) => {
	const x = node.tensor(0);
	const axes = listOf(node, "axes", 1, 13);
	if (x?.dims === void 0) return [tensorOf$1(x?.element, void 0)];
	if (axes === null) {
		const rest = x.dims.length - (ranked(node.dims(1)?.[0])?.length ?? NaN);
		return [tensorOf$1(x.element, ranked(rest))];
	}
	const { dims } = x;
	if (axes === void 0) return [tensorOf$1(x.element, dims.every((dim) => typeof dim === "number") ? dims.filter((dim) => dim !== 1) : void 0)];
	const gone = new Set(axes.map((axis) => node.axis(axis, dims.length)));
	for (const axis of gone) if (contradict(dims[axis], 1)) throw new Misfit("shape", `It takes axis ${axis} of ${shapeText(dims)} away, which is not 1.`);
	return [tensorOf$1(x.element, dims.filter((_, axis) => !gone.has(axis)))];
};
const unsqueeze = (node) => {
	const x = node.tensor(0);
	const axes = listOf(node, "axes", 1, 13);
	if (axes === null || axes === void 0) {
		const fresh = ranked(node.dims(1)?.[0]);
		return [tensorOf$1(x?.element, x?.dims && fresh && unknownDims(x.dims.length + fresh.length))];
	}
	if (x?.dims === void 0) return [tensorOf$1(x?.element, void 0)];
	const rank = x.dims.length + axes.length;
	const fresh = new Set(node.axes(axes, rank));
	const rest = [...x.dims];
	return [tensorOf$1(x.element, Array.from({ length: rank }, (_, axis) => fresh.has(axis) ? 1 : rest.shift()))];
};
const transpose = (node) => {
	const x = node.tensor(0);
	const order = node.ints("perm");
	if (x?.dims === void 0) return [tensorOf$1(x?.element, order && unknownDims(order.length))];
	const { dims } = x;
	if (order === void 0) return [tensorOf$1(x.element, dims.toReversed())];
	if (order.length !== dims.length || new Set(order).size !== dims.length || order.some((axis) => axis < 0 || axis >= dims.length)) throw new Misfit("value", `Its order [${order.join(", ")}] does not name each axis of ${shapeText(dims)} once.`);
	return [tensorOf$1(x.element, order.map((axis) => dims[axis]))];
};
const expand = (node) => {
	const x = node.tensor(0);
	const to = node.known(1)?.values;
	if (to === void 0 || x?.dims === void 0) {
		const any = ranked(node.dims(1)?.[0]);
		return [tensorOf$1(x?.element, x?.dims && any && expandedTo(x.dims, any))];
	}
	return [tensorOf$1(x.element, expandedTo(x.dims, to))];
};
function expandedTo(dims, to) {
	const rank = Math.max(dims.length, to.length);
	return Array.from({ length: rank }, (_, at) => {
		const from = at - rank + dims.length < 0 ? 1 : dims[at - rank + dims.length];
		const wanted = at - rank + to.length < 0 ? 1 : to[at - rank + to.length];
		if (wanted === 1 || wanted === from) return from;
		if (from === 1) return wanted;
		if (contradict(from, wanted)) throw new Misfit("shape", `${shapeText(dims)} does not broadcast to ${shapeText(to)}.`);
		return typeof from === "number" ? from : typeof wanted === "number" ? wanted : void 0;
	});
}
const eyeLike = (node) => {
	node.wantRank(0, 2);
	return [tensorOf$1(node.int("dtype") ?? node.element(0), node.dims(0))];
};
const sizesOf = (node) => {
	const rank = node.rank(0);
	if (rank === void 0) return [tensorOf$1(7, [void 0])];
	const [start, end] = shapeRange(node, rank);
	return [tensorOf$1(7, [Math.max(0, end - start)])];
};
function shapeRange(node, rank) {
	const clamp = (at) => Math.min(rank, Math.max(0, at < 0 ? at + rank : at));
	return [clamp(node.int("start") ?? 0), clamp(node.int("end") ?? rank)];
}
const shapes = {
	Expand: expand,
	EyeLike: eyeLike,
	Flatten: flatten,
	Reshape: reshape,
	Shape: sizesOf,
	Size: () => [tensorOf$1(7, [])],
	Squeeze: squeeze,
	Transpose: transpose,
	Unsqueeze: unsqueeze
};
const concat$1 = (node) => {
	const all = node.node.input.map((_, index) => index);
	const element = commonElement(node, all);
	const shapes = all.map((index) => node.dims(index));
	const ranked = shapes.find((dims) => dims !== void 0);
	if (ranked === void 0) return [tensorOf$1(element, void 0)];
	if (shapes.some((dims) => dims !== void 0 && dims.length !== ranked.length)) throw new Misfit("shape", `Its inputs ${shapes.map(shapeText).join(", ")} have different ranks.`);
	const axis = node.axis(node.int("axis") ?? 1, ranked.length);
	if (shapes.some((dims) => dims === void 0)) return [tensorOf$1(element, unknownDims(ranked.length))];
	const known = shapes;
	return [tensorOf$1(element, ranked.map((_, at) => {
		const sides = known.map((each) => each[at]);
		if (at === axis) return sum(sides);
		return sides.reduce((one, other) => {
			if (contradict(one, other)) throw new Misfit("shape", `Its inputs ${known.map(shapeText).join(", ")} differ in more than axis ${axis}.`);
			return merged(one, other);
		});
	}))];
};
const split = (node) => {
	const x = node.tensor(0);
	const parts = node.outputs;
	const sizes = node.opset === 1 && node.has(1) ? node.integers(1) : listOf(node, "split", 1, 13);
	if (node.opset >= 18) checkParts(node);
	if (x?.dims === void 0) return new Array(parts).fill(tensorOf$1(x?.element, void 0));
	const { dims } = x;
	const axis = node.axis(node.int("axis") ?? 0, dims.length);
	const side = dims[axis];
	if (sizes !== void 0 && sizes !== null) {
		const total = sizes.reduce((all, part) => all + part, 0);
		if (sizes.length !== parts || contradict(side, total)) throw new Misfit("shape", `Its parts [${sizes.join(", ")}] do not make up axis ${axis} of ${shapeText(dims)}.`);
	}
	const even = sizes === void 0 && typeof side === "number" ? Math.ceil(side / parts) : void 0;
	if (even !== void 0 && node.opset < 18 && side % parts !== 0) throw new Misfit("shape", `Axis ${axis} of ${shapeText(dims)} cannot be split into ${parts} equal parts.`);
	return Array.from({ length: parts }, (_, at) => {
		const part = even === void 0 ? sizes?.[at] : Math.max(0, Math.min(even, side - at * even));
		return tensorOf$1(x.element, dims.map((dim, index) => index === axis ? part : dim));
	});
};
function checkParts(node) {
	const count = node.int("num_outputs");
	if (node.has(1) && count !== void 0) throw new Misfit("value", "It is told both the sizes of its parts and their number.");
	if (!node.has(1) && count === void 0) throw new Misfit("value", "It is told neither the sizes of its parts nor their number.");
	if (count !== void 0 && count !== node.outputs) throw new Misfit("value", `It has ${node.outputs} outputs for ${count} parts.`);
}
const slice$1 = (node) => {
	checkBounds(node);
	const x = node.tensor(0);
	const [starts, ends, axes, steps] = slicesOf(node);
	if (x?.dims === void 0) return [tensorOf$1(x?.element, void 0)];
	const { dims } = x;
	const bounded = (node.opset < 10 || node.has(3)) && axes === void 0;
	if (starts === void 0 && ends === void 0 && axes === void 0 && bounded) return [tensorOf$1(x.element, unknownDims(dims.length))];
	const along = axes ?? (bounded && node.opset >= 10 ? void 0 : (starts ?? ends)?.map((_, at) => at));
	if (along === void 0) return [tensorOf$1(x.element, unknownDims(dims.length))];
	const result = [...dims];
	for (const [at, axis] of node.axes(along, dims.length).entries()) {
		const [start, end, step] = [
			starts?.[at],
			ends?.[at],
			steps === void 0 ? void 0 : steps[at] ?? 1
		];
		if (step === 0) throw new Misfit("value", "A step of it is 0.");
		result[axis] = sliced(dims[axis], start, end, step);
	}
	return [tensorOf$1(x.element, result)];
};
function checkBounds(node) {
	const names = [
		"starts",
		"ends",
		"axes",
		"steps"
	];
	if (node.opset >= 10) for (const at of names.keys()) node.wantRank(at + 1, 1);
	const lengths = names.map((name, at) => node.opset < 10 ? node.ints(name)?.length : node.lengthOf(at + 1));
	const known = lengths.filter((length) => length !== void 0);
	if (known.some((length) => length !== known[0])) throw new Misfit("value", `Its ${names.join(", ")} have ${lengths.map((length) => length ?? "?").join(", ")} numbers.`);
}
function slicesOf(node) {
	if (node.opset < 10) return [
		node.ints("starts"),
		node.ints("ends"),
		node.ints("axes") ?? node.ints("starts")?.map((_, at) => at),
		[]
	];
	const axes = node.has(3) ? node.integers(3) : node.dims(1)?.[0];
	const first = Array.isArray(axes) ? void 0 : ranked(axes)?.map((_, at) => at);
	return [
		node.known(1)?.values,
		node.known(2)?.values,
		Array.isArray(axes) ? axes : first,
		node.has(4) ? node.integers(4) : []
	];
}
function sliced(dim, start, end, step) {
	if (step === 1 && start === 0 && typeof end === "number" && end >= 2 ** 31 - 1) return dim;
	if (step === 1 && start === 0 && end === dim) return dim;
	if (typeof dim !== "number" || typeof start !== "number" || typeof end !== "number" || step === void 0) return void 0;
	const clamp = (at, low, high) => Math.min(high, Math.max(low, at < 0 ? at + dim : at));
	const [from, to] = step > 0 ? [clamp(start, 0, dim), clamp(end, 0, dim)] : [clamp(start, 0, dim - 1), clamp(end, -1, dim - 1)];
	return Math.max(0, Math.ceil((to - from) / step));
}
const pad = (node) => {
	const x = node.tensor(0);
	const list = node.opset < 2 ? node.ints("paddings") : listOf(node, "pads", 1, 11);
	if (x?.dims === void 0) return [tensorOf$1(x?.element, void 0)];
	const { dims } = x;
	if (list === null || list === void 0 || node.opset >= 18 && node.has(3) && node.integers(3) === void 0) return [tensorOf$1(x.element, unknownDims(dims.length))];
	const axes = node.opset >= 18 && node.has(3) ? node.axes(node.integers(3) ?? [], dims.length) : dims.map((_, axis) => axis);
	if (list.length !== 2 * axes.length) throw new Misfit("shape", `It has ${list.length} paddings where ${2 * axes.length} are needed.`);
	const result = [...dims];
	for (const [at, axis] of axes.entries()) {
		const more = list[at] + list[at + axes.length];
		const dim = dims[axis];
		result[axis] = more === 0 ? dim : typeof dim === "number" ? dim + more : void 0;
	}
	return [tensorOf$1(x.element, result)];
};
const tile = (node) => {
	const x = node.tensor(0);
	if (x?.dims === void 0) return [tensorOf$1(x?.element, void 0)];
	const times = node.opset < 6 ? void 0 : node.known(1)?.values;
	if (times !== void 0 && times.length !== x.dims.length) throw new Misfit("shape", `It has ${times.length} repeats for ${x.dims.length} dimensions.`);
	return [tensorOf$1(x.element, times === void 0 ? unknownDims(x.dims.length) : x.dims.map((dim, axis) => product([dim, times[axis]])))];
};
const depthToSpace = (node) => {
	node.wantRank(0, 4);
	const [x, block] = [node.tensor(0), node.int("blocksize") ?? 0];
	if (block < 1) throw new Misfit("value", `Its block of ${block} is not positive.`);
	const [n, c, h, w] = x?.dims ?? unknownDims(4);
	return [tensorOf$1(x?.element, [
		n,
		typeof c === "number" ? c / block ** 2 : void 0,
		product([h, block]),
		product([w, block])
	])];
};
const spaceToDepth = (node) => {
	node.wantRank(0, 4);
	const [x, block] = [node.tensor(0), node.int("blocksize") ?? 0];
	if (block < 1) throw new Misfit("value", `Its block of ${block} is not positive.`);
	const [n, c, h, w] = x?.dims ?? unknownDims(4);
	const part = (dim) => typeof dim === "number" ? Math.floor(dim / block) : void 0;
	return [tensorOf$1(x?.element, [
		n,
		product([c, block ** 2]),
		part(h),
		part(w)
	])];
};
const centerCropPad = (node) => {
	const x = node.tensor(0);
	if (x?.dims === void 0) return [tensorOf$1(x?.element, void 0)];
	const { dims } = x;
	const axes = node.axes(node.ints("axes") ?? [...dims.keys()], dims.length);
	const to = node.known(1)?.values;
	if (to !== void 0 && to.length !== axes.length) throw new Misfit("value", `Its shape has ${to.length} sizes for ${axes.length} axes.`);
	const result = [...dims];
	for (const [at, axis] of axes.entries()) result[axis] = to?.[at];
	return [tensorOf$1(x.element, result)];
};
const col2im = (node) => {
	checkSides(node);
	const [dims, image, block] = [
		node.dims(0),
		node.known(1)?.values,
		node.integers(2)
	];
	if (block?.some((side) => side < 1) === true) throw new Misfit("value", `Its block [${block.join(", ")}] is empty.`);
	const sides = image ?? ranked(node.dims(1)?.[0] ?? node.dims(2)?.[0]);
	const [n, c] = [dims?.[0], dims?.[1]];
	const channels = typeof c === "number" && block !== void 0 ? c / block.reduce((all, side) => all * side, 1) : void 0;
	return [tensorOf$1(node.element(0), sides && [
		n,
		channels,
		...sides
	])];
};
function checkSides(node) {
	const sides = node.lengthOf(1) ?? node.lengthOf(2) ?? node.ints("strides")?.length;
	if (sides === void 0) return;
	if ((node.lengthOf(2) ?? sides) !== sides) throw new Misfit("shape", `Its block has ${node.lengthOf(2)} sides and its image ${sides}.`);
	node.wantLength("strides", sides);
	node.wantLength("dilations", sides);
	node.wantLength("pads", 2 * sides);
}
const compress = (node) => {
	const x = node.tensor(0);
	const axis = node.int("axis");
	const flags = node.integers(1);
	const keptOf = (side) => typeof side === "number" ? flags?.slice(0, side).filter((flag) => flag !== 0).length : void 0;
	if (axis === void 0) return [tensorOf$1(x?.element, [keptOf(x?.dims && product(x.dims))])];
	if (x?.dims === void 0) return [tensorOf$1(x?.element, void 0)];
	const along = node.axis(axis, x.dims.length);
	return [tensorOf$1(x.element, x.dims.map((dim, at) => at === along ? keptOf(dim) : dim))];
};
const pieces = {
	CenterCropPad: centerCropPad,
	Col2Im: col2im,
	Compress: compress,
	Concat: concat$1,
	DepthToSpace: depthToSpace,
	Pad: pad,
	Slice: slice$1,
	SpaceToDepth: spaceToDepth,
	Split: split,
	Tile: tile
};
function reduced$1(node, dims, axes, keep) {
	const gone = new Set((axes ?? dims.map((_, axis) => axis)).map((axis) => node.axis(axis, dims.length)));
	return dims.flatMap((dim, axis) => gone.has(axis) ? keep ? [1] : [] : [dim]);
}
function keepsDims(node) {
	return (node.int("keepdims") ?? 1) === 1;
}
function reduction(axesAreInputSince) {
	return (node) => {
		const x = node.tensor(0);
		const keep = keepsDims(node);
		if (x?.dims === void 0) return [tensorOf$1(x?.element, void 0)];
		const asInput = node.opset >= axesAreInputSince;
		if (asInput && node.has(1) && node.integers(1) === void 0) return [tensorOf$1(x.element, keep ? unknownDims(x.dims.length) : void 0)];
		const axes = asInput ? node.has(1) ? node.integers(1) : void 0 : node.ints("axes");
		const all = axes === void 0 || axes.length === 0;
		if (all && node.flag("noop_with_empty_axes")) return [x];
		return [tensorOf$1(x.element, reduced$1(node, x.dims, all ? void 0 : axes, keep))];
	};
}
const arg = (node) => {
	const dims = node.dims(0);
	const keep = keepsDims(node);
	return [tensorOf$1(7, dims && reduced$1(node, dims, [node.int("axis") ?? 0], keep))];
};
const reductions = {
	...Object.fromEntries("L1 L2 LogSum LogSumExp Max Mean Min Prod SumSquare".split(" ").map((name) => [`Reduce${name}`, reduction(18)])),
	ReduceSum: reduction(13),
	ArgMax: arg,
	ArgMin: arg
};
const string = 8;
const normalizer = (node) => {
	const dims = node.dims(0);
	if (dims === void 0) return [tensorOf$1(string, void 0)];
	if (dims.length === 1) return [tensorOf$1(string, [void 0])];
	if (dims.length !== 2 || typeof dims[0] === "number" && dims[0] !== 1) throw new Misfit("shape", "It takes a list of texts, or one row of them.");
	return [tensorOf$1(string, [1, void 0])];
};
const splitter = (node) => {
	const dims = node.dims(0);
	return [tensorOf$1(string, dims && [...dims, void 0]), tensorOf$1(7, dims)];
};
function checkGrams(node) {
	const [least, most] = [node.int("min_gram_length") ?? 1, node.int("max_gram_length") ?? 1];
	const starts = node.ints("ngram_counts") ?? [];
	const places = node.ints("ngram_indexes") ?? [];
	if (least > most) throw new Misfit("value", `Its grams have at least ${least} and at most ${most} words.`);
	if (starts.length < most) throw new Misfit("value", `It has no grams of ${most} words: it counts ${starts.length} lengths.`);
	if (places.length === 0) throw new Misfit("value", "It has no places for its grams.");
	const texts = node.attribute("pool_strings")?.strings.length ?? 0;
	const pool = texts > 0 ? texts : node.ints("pool_int64s")?.length ?? 0;
	for (const [at, start] of starts.entries()) {
		const end = starts[at + 1] ?? pool;
		if (start > end || end > pool || (end - start) % (at + 1) !== 0) throw new Misfit("value", `Its grams of ${at + 1} words lie from ${start} to ${end} in a pool of ${pool}.`);
	}
	const weights = node.attribute("weights")?.floats?.length ?? places.length;
	if (weights !== places.length && weights !== 0) throw new Misfit("value", `It has ${weights} weights for ${places.length} grams.`);
}
const tfIdf = (node) => {
	checkGrams(node);
	const width = (node.ints("ngram_indexes") ?? []).reduce((most, index) => Math.max(most, index + 1), 0);
	const dims = node.dims(0);
	if (dims !== void 0 && dims.length !== 1 && dims.length !== 2) throw new Misfit("shape", `Its input has ${dims.length} dimensions where 1 or 2 are needed.`);
	return [tensorOf$1(1, dims && [...dims.slice(0, -1), width])];
};
const texts = {
	StringNormalizer: normalizer,
	StringSplit: splitter,
	TfIdfVectorizer: tfIdf
};
const domains = new Map([
	domain("", {
		...elementwise,
		...reductions,
		...convolutions,
		...matrices,
		...shapes,
		...pieces,
		...indexing,
		...layers,
		...texts,
		...containers,
		...control
	}),
	domain("ai.onnx.ml", machineLearning),
	domain("ai.onnx.preview", previews),
	domain("ai.onnx.preview.training", training),
	domain("com.microsoft", microsoft)
]);
function domain(name, rules) {
	return [name, byOperator(rules)];
}
function ruleOf(domain, operator) {
	return domains.get(domain === "ai.onnx" ? "" : domain)?.get(operator);
}
const valueRules = byOperator({
	Abs: unary((value) => Math.abs(value)),
	Add: binary((a, b) => sum([a, b])),
	Cast: (node) => isWhole(node.int("to")) ? node.known(0) : void 0,
	Ceil: (node) => node.known(0),
	Concat: concat,
	Constant: constant,
	ConstantOfShape: filled,
	Div: (node) => (isInteger(node.element(0)) ? wholeQuotient : exactQuotient)(node),
	Equal: binary((a, b) => a !== void 0 && a === b ? 1 : both(a, b, (x, y) => x === y ? 1 : 0)),
	Expand: (node) => stretched(node.known(0), node.known(1)?.values),
	Floor: (node) => node.known(0),
	Gather: gather,
	Greater: binary((a, b) => both(a, b, (x, y) => x > y ? 1 : 0)),
	Identity: (node) => node.known(0),
	Less: binary((a, b) => both(a, b, (x, y) => x < y ? 1 : 0)),
	Max: binary((a, b) => both(a, b, Math.max)),
	Min: binary((a, b) => both(a, b, Math.min)),
	Mod: (node) => node.flag("fmod") ? void 0 : floorModulo(node),
	Mul: binary((a, b) => product([a, b])),
	Neg: unary((value) => -value),
	Range: range,
	ReduceMax: reduced((values) => fold(values, Math.max)),
	ReduceMin: reduced((values) => fold(values, Math.min)),
	ReduceProd: reduced(product),
	ReduceSum: reduced(sum),
	Reshape: (node) => reshaped(node, node.known(1)?.values),
	Shape: shape,
	Size: (node) => scalar(node.dims(0) && product(node.dims(0))),
	Slice: slice,
	Squeeze: (node) => single(node.known(0)),
	Sub: binary((a, b) => b === 0 ? a : a !== void 0 && a === b ? 0 : both(a, b, (x, y) => x - y)),
	Unsqueeze: (node) => node.rank(0) === 0 ? list(node.known(0)?.values) : void 0,
	Where: chosen
});
function knownOf(values, rank) {
	if (values === void 0 || rank > 1 || !values.every(Number.isSafeInteger)) return void 0;
	return {
		values,
		scalar: rank === 0
	};
}
function list(values) {
	return values === void 0 || values.length > 1024 ? void 0 : {
		values,
		scalar: false
	};
}
function scalar(value) {
	return value === void 0 ? void 0 : {
		values: [value],
		scalar: true
	};
}
function isWhole(element) {
	return element === 6 || element === 7 || element === 1 || element === 11;
}
function isInteger(element) {
	return element !== void 0 && [
		2,
		3,
		4,
		5,
		6,
		7,
		12,
		13
	].includes(element);
}
function both(a, b, of) {
	return typeof a === "number" && typeof b === "number" ? of(a, b) : void 0;
}
function unary(of) {
	return (node) => {
		const x = node.known(0);
		return x && {
			...x,
			values: x.values.map((value) => typeof value === "number" ? of(value) : void 0)
		};
	};
}
function binary(of) {
	return (node) => {
		const a = node.known(0);
		const b = a === void 0 ? void 0 : node.known(1);
		if (a === void 0 || b === void 0 || node.inputs !== 2) return void 0;
		const count = a.values.length === 1 ? b.values.length : a.values.length;
		if (b.values.length !== 1 && b.values.length !== count) return void 0;
		const at = ({ values }, index) => values.length === 1 ? values[0] : values[index];
		return {
			values: Array.from({ length: count }, (_, index) => of(at(a, index), at(b, index))),
			scalar: a.scalar && b.scalar
		};
	};
}
const wholeQuotient = binary((a, b) => b === 1 ? a : both(a, b, (x, y) => y === 0 ? void 0 : Math.trunc(x / y)));
const exactQuotient = binary((a, b) => b === 1 ? a : both(a, b, (x, y) => Number.isSafeInteger(x / y) ? x / y : void 0));
const floorModulo = binary((a, b) => both(a, b, (x, y) => y === 0 ? void 0 : x - y * Math.floor(x / y)));
function concat(node) {
	const parts = node.node.input.map((_, index) => part(node, index));
	return parts.every((each) => each !== void 0) ? list(parts.flat()) : void 0;
}
function part(node, index) {
	const known = node.known(index);
	if (known !== void 0) return known.scalar ? void 0 : known.values;
	const dims = node.dims(index);
	const [length] = dims ?? [];
	return dims?.length === 1 && typeof length === "number" && length <= 1024 ? new Array(length).fill(void 0) : void 0;
}
function constant(node) {
	const tensor = node.attribute("value")?.t;
	if (tensor !== void 0) return knownOf(smallNumbers(tensor), tensor.dims.length);
	const attribute = node.node.attribute[0];
	if (attribute?.type === attributeTypes.int && attribute.i !== void 0) return knownOf([Number(attribute.i)], 0);
	return attribute?.ints === void 0 ? void 0 : list(Array.from(attribute.ints, Number));
}
function filled(node) {
	const value = node.attribute("value")?.t;
	const [number] = value === void 0 ? [0] : smallNumbers(value) ?? [];
	const size = node.known(0)?.values;
	if (!(number !== void 0 && Number.isSafeInteger(number)) || size?.length !== 1 || typeof size[0] !== "number" || size[0] > 1024 || size[0] < 0) return void 0;
	return list(new Array(size[0]).fill(number));
}
function stretched(x, to) {
	const [length] = to ?? [];
	if (x === void 0 || to?.length !== 1 || typeof length !== "number" || length > 1024 || length < 0) return void 0;
	return x.values.length === 1 ? list(new Array(length).fill(x.values[0])) : list(x.values);
}
function gather(node) {
	const [x, indices] = [node.known(0), node.known(1)];
	if (x === void 0 || x.scalar || indices === void 0 || (node.int("axis") ?? 0) !== 0) return void 0;
	return {
		values: indices.values.map((at) => typeof at === "number" ? x.values[at < 0 ? at + x.values.length : at] : void 0),
		scalar: indices.scalar
	};
}
function range(node) {
	const [start, limit, step] = [
		0,
		1,
		2
	].map((index) => node.integers(index)?.[0]);
	if (start === void 0 || limit === void 0 || step === void 0 || step === 0) return void 0;
	const length = Math.max(0, Math.ceil((limit - start) / step));
	return length > 1024 ? void 0 : list(Array.from({ length }, (_, at) => start + at * step));
}
function fold(values, of) {
	return values.reduce((one, other) => both(one, other, of));
}
function reduced(of) {
	return (node) => {
		const x = node.known(0);
		const axes = node.ints("axes") ?? node.integers(1);
		if (x === void 0 || x.values.length === 0 || node.has(1) && axes === void 0) return void 0;
		if (axes?.some((axis) => axis !== 0 && axis !== -1)) return void 0;
		const keep = keepsDims(node);
		return {
			values: [of(x.values)],
			scalar: x.scalar || !keep
		};
	};
}
function reshaped(node, to) {
	const x = node.known(0);
	if (x === void 0 || to === void 0 || to.length > 1) return void 0;
	return to.length === 0 ? single(x) : list(x.values);
}
function single(x) {
	return x?.values.length === 1 ? {
		values: x.values,
		scalar: true
	} : void 0;
}
function shape(node) {
	const dims = node.dims(0);
	return dims && list(dims.slice(...shapeRange(node, dims.length)));
}
function slice(node) {
	const x = node.known(0);
	const at = (name, index) => node.opset < 10 ? node.ints(name)?.[0] : node.integers(index)?.[0];
	const [start, end] = [at("starts", 1), at("ends", 2)];
	const step = node.has(4) ? node.integers(4)?.[0] : 1;
	if (x === void 0 || x.scalar || start === void 0 || end === void 0 || step === void 0 || step === 0) return void 0;
	const length = x.values.length;
	const place = (index) => index < 0 ? index + length : index;
	const picked = [];
	const clamp = (index, low, high) => Math.min(high, Math.max(low, index));
	if (step > 0) for (let i = clamp(place(start), 0, length); i < clamp(place(end), 0, length); i += step) picked.push(x.values[i]);
	else for (let i = clamp(place(start), 0, length - 1); i > clamp(place(end), -1, length - 1); i += step) picked.push(x.values[i]);
	return list(picked);
}
function chosen(node) {
	const [condition, then, otherwise] = [
		node.known(0),
		node.known(1),
		node.known(2)
	];
	if (condition === void 0 || then === void 0 || otherwise === void 0) return void 0;
	const length = Math.max(condition.values.length, then.values.length, otherwise.values.length);
	const at = ({ values }, index) => values.length === 1 ? values[0] : values[index];
	return {
		values: Array.from({ length }, (_, index) => {
			const decided = at(condition, index);
			if (decided === void 0) return at(then, index) === at(otherwise, index) ? at(then, index) : void 0;
			return at(decided === 0 ? otherwise : then, index);
		}),
		scalar: condition.scalar && then.scalar && otherwise.scalar
	};
}
function emptyValues(numbers, outer) {
	return {
		numbers,
		types: new ByValue(numbers, outer?.types),
		known: new ByValue(numbers, outer?.known),
		constants: new ByValue(numbers, outer?.constants)
	};
}
function knownValues({ known, constants }, number, name) {
	return known.find(number, name) ?? smallConstant(constants.find(number, name));
}
function knownNamed({ known, constants }, name) {
	return known.findNamed(name) ?? smallConstant(constants.findNamed(name));
}
function smallConstant(constant) {
	if (constant === void 0 || constant.dims.length > 1) return void 0;
	return knownOf(smallNumbers(constant), constant.dims.length);
}
const maxDepth = 64;
const maxNodes = 2 * limits.nodes;
const mostRounds = 1e8;
const outermost = {
	depth: 0,
	loops: 0,
	rounds: 1
};
const nothing = new Map();
function calleeIn({ functions }, { domain, opType, overload }) {
	return functions.size === 0 ? void 0 : functions.get(calleeOf(domain, opType, overload));
}
function calleeOf(domain, name, overload) {
	return `${standardDomain(domain)} ${name} ${overload}`;
}
function tell(state, kind, where, message) {
	state.problems.set(`${where} ${message}`, {
		kind,
		where,
		message
	});
}
function inferGraph(scope, graph, given, outer, state, place) {
	const numbers = numbersOf(scope);
	const values = emptyValues(numbers, outer);
	const id = state.ids.get(graph) ?? state.ids.size;
	state.ids.set(graph, id);
	state.scopes.set(`${scope.path} ${id}`, {
		scope,
		types: values.types
	});
	const { inputs, initializers } = numbers;
	graph.initializer.forEach((tensor, at) => {
		values.types.put(initializers[at], ofConstant(tensor));
		values.constants.put(initializers[at], tensor);
	});
	for (const [at, sparse] of graph.sparseInitializer.entries()) values.types.put(initializers[graph.initializer.length + at], {
		...ofSparse(sparse),
		kind: "tensor"
	});
	for (const [at, input] of graph.input.entries()) declare(values, input, inputs[at], given[at], `${scope.path}/input ${input.name}`, state);
	const declared = declaredIn(values, [...graph.valueInfo, ...graph.output]);
	for (const number of new Set(numbers.given)) declareConstant(values, number, declared.at(number), scope, state);
	inferNodes(scope, values, declared, state, place);
	return values;
}
function declaredIn({ numbers }, declarations) {
	const declared = new ByValue(numbers);
	for (const value of declarations) {
		const number = numbers.numberOf(value.name);
		if (number !== void 0) declared.put(number, value);
	}
	return declared;
}
function declareConstant(values, number, value, scope, state) {
	if (value === void 0) return;
	const [known, stated] = [values.types.at(number), fromProto(value.type, state.symbols)];
	if (mergedType(known, stated) !== null) return;
	const message = `\`${value.name}\` is declared as ${typeText(stated)} and is ${typeText(known)}.`;
	tell(state, "declared", `${scope.path}/initializer ${value.name}`, message);
}
function declare(values, input, number, given, where, state) {
	const stated = fromProto(input.type, state.symbols);
	const known = given !== void 0 && "element" in given && given.element === void 0 && stated !== void 0 && "element" in stated ? {
		...given,
		kind: stated.kind,
		element: stated.element
	} : given;
	const both = mergedType(known, stated);
	const name = `\`${input.name}\``;
	if (both === null) tell(state, "declared", where, `${name} is declared as ${typeText(stated)} and is given ${typeText(known)}.`);
	const initial = values.types.at(number);
	const all = mergedType(initial, both ?? known);
	if (all === null) tell(state, "declared", where, `${name} is declared as ${typeText(stated)} and is ${typeText(initial)}.`);
	const type = all ?? initial ?? both ?? known;
	if (type !== void 0) values.types.put(number, type);
}
function inferNodes(scope, values, declared, state, place) {
	const around = surroundingsOf(scope, values, state, place);
	scope.nodes.forEach((node, index) => {
		if (++state.nodes > maxNodes) return;
		const outputs = outputsOf(new NodeView(node, index, opsetOf(scope.opsets, node.domain) ?? 0, around), scope, values, state, place);
		for (let at = 0; at < node.output.length; at++) {
			const number = values.numbers.made(index, at);
			if (number === 0) continue;
			const stated = fromProto(declared.at(number)?.type, state.symbols);
			const both = mergedType(outputs[at], stated);
			if (both === null) tell(state, "declared", nodePath(scope, node, index), `\`${node.output[at]}\` is declared as ${typeText(stated)} and is ${typeText(outputs[at])}.`);
			const type = both ?? outputs[at] ?? stated;
			if (type !== void 0) values.types.put(number, type);
		}
	});
}
function surroundingsOf(scope, values, state, place) {
	const { numbers } = values;
	return {
		type: ({ at, node }, input) => values.types.find(numbers.read(at, input), node.input[input]),
		known: ({ at, node }, input) => knownValues(values, numbers.read(at, input), node.input[input]),
		knownNamed: (name) => knownNamed(values, name),
		constant: ({ at, node }, input) => values.constants.find(numbers.read(at, input), node.input[input]),
		bound: place.call?.bound ?? nothing,
		loops: place.loops,
		run({ node, at }, graph, attribute, inputs, rounds) {
			const path = `${nodePath(scope, node, at)}/${attribute}`;
			const all = rounds * place.rounds;
			if (all > mostRounds) state.endless.set(nodePath(scope, node, at), all);
			return runNested(graph, path, scope, inputs, values, state, {
				...place,
				rounds: all
			});
		}
	};
}
function outputsOf(view, scope, values, state, place) {
	const { node } = view;
	try {
		if (place.call !== void 0) checkGiven$1(node, view.opset, place.call);
		const callee = calleeIn(state, node);
		if (callee !== void 0) return call(callee, node, values, state, place);
		const rule = ruleOf(node.domain, node.opType);
		if (rule === void 0) {
			for (const { name, g } of node.attribute) if (g !== void 0) view.run(name, []);
			return [];
		}
		checkDemands(view);
		const types = rule(view);
		for (const type of types) refuseNegative(type);
		remember(node, view, values);
		return types;
	} catch (thrown) {
		if (!(thrown instanceof Misfit)) throw thrown;
		tell(state, thrown.kind, nodePath(scope, node, view.at), thrown.message);
		return [];
	}
}
function refuseNegative(type) {
	if (type === void 0 || !("dims" in type)) return;
	if (type.dims?.some((size) => typeof size === "number" && !(Number.isSafeInteger(size) && size >= 0)) === true) throw new Misfit("shape", `Its output would be of the shape ${shapeText(type.dims)}.`);
}
function remember(node, view, values) {
	if ((node.output[0] ?? "") === "" || !isStandard(node.domain)) return;
	const number = values.numbers.made(view.at, 0);
	const constant = node.opType === "Constant" ? view.attribute("value")?.t : void 0;
	if (constant !== void 0) values.constants.put(number, constant);
	else if (node.opType === "Identity") {
		const source = node.input.length === 0 ? 0 : values.numbers.read(view.at, 0);
		const same = values.constants.find(source, node.input[0] ?? "");
		if (same !== void 0) values.constants.put(number, same);
	}
	const known = valueRules.get(node.opType)?.(view);
	if (known !== void 0) values.known.put(number, known);
}
function runNested(graph, path, outer, inputs, values, state, place) {
	if (place.depth >= maxDepth) return [];
	const inner = inferGraph({
		...graphScope(graph, path, outer.opsets),
		body: outer.body,
		outer
	}, graph, inputs, values, state, {
		...place,
		depth: place.depth + 1,
		loops: place.loops + (inputs.length > 0 ? 1 : 0)
	});
	return graph.output.map(({ name }) => inner.types.findNamed(name));
}
function call(body, node, values, state, place) {
	if (place.depth >= maxDepth) return [];
	const absent = new Set();
	const taken = body.input.map((name, at) => {
		const argument = node.input[at] ?? "";
		if (argument === "" || place.call?.absent.has(argument) === true) absent.add(name);
		return {
			type: values.types.findNamed(argument),
			known: knownNamed(values, argument),
			constant: values.constants.findNamed(argument)
		};
	});
	const given = node.attribute.flatMap((attribute) => {
		const bound = attribute.refAttrName === "" ? attribute : place.call?.bound.get(attribute.refAttrName);
		return bound === void 0 ? [] : [[attribute.name, bound]];
	});
	const key = given.length > 0 ? void 0 : JSON.stringify([
		body.domain,
		body.name,
		body.overload,
		taken.map(({ type, known }) => [type, known]),
		[...absent],
		place.rounds
	]);
	const before = key === void 0 ? void 0 : state.calls.get(key);
	if (before !== void 0) return before;
	const bound = new Map([...defaultsOf(body), ...given]);
	const within = {
		...place,
		depth: place.depth + 1,
		call: {
			bound,
			absent,
			isCalled: true
		}
	};
	const scope = functionScope(body);
	const inner = emptyValues(numbersOf(scope), void 0);
	for (const [at, { type, known, constant }] of taken.entries()) {
		const number = inner.numbers.inputs[at];
		if (type !== void 0) inner.types.put(number, type);
		if (known !== void 0) inner.known.put(number, known);
		if (constant !== void 0) inner.constants.put(number, constant);
	}
	const outputs = inferBody(body, scope, inner, state, within);
	if (key !== void 0) state.calls.set(key, outputs);
	return outputs;
}
function defaultsOf(body) {
	return new Map(body.attributeProto.map((attribute) => [attribute.name, attribute]));
}
function inferUncalled(body, state) {
	const call = {
		bound: defaultsOf(body),
		absent: new Set(),
		isCalled: false
	};
	const scope = functionScope(body);
	inferBody(body, scope, emptyValues(numbersOf(scope), void 0), state, {
		...outermost,
		call
	});
}
function inferBody(body, scope, values, state, place) {
	state.called.add(body);
	state.scopes.set(`${scope.path} call ${state.scopes.size}`, {
		scope,
		types: values.types
	});
	inferNodes(scope, values, declaredIn(values, body.valueInfo), state, place);
	return values.numbers.outputs.map((number) => values.types.at(number));
}
function typeText(type) {
	if (type === void 0) return "unknown";
	if (!("element" in type)) return `a ${type.kind}`;
	return `${elementType(type.element)?.name ?? "unknown"}${shapeText(type.dims)}`;
}
function inferTypes(model, options) {
	if (options !== void 0) return infer(model, options);
	const inference = known.get(model) ?? infer(model, {});
	known.set(model, inference);
	return inference;
}
const known = new WeakMap();
function infer(model, options) {
	const state = {
		functions: new Map(model.functions.map((body) => [calleeOf(body.domain, body.name, body.overload), body])),
		symbols: symbolsOf(model, options),
		scopes: new Map(),
		ids: new Map(),
		calls: new Map(),
		called: new Set(),
		problems: new Map(),
		endless: new Map(),
		nodes: 0
	};
	const { graph } = model;
	if (graph !== void 0) {
		const given = graph.input.map(({ name }) => {
			const dims = options.shapes?.get(name);
			return dims === void 0 ? void 0 : {
				kind: "tensor",
				element: void 0,
				dims
			};
		});
		inferGraph(mainScope(model, graph), graph, given, void 0, state, outermost);
	}
	for (const body of model.functions) if (!state.called.has(body)) inferUncalled(body, state);
	return {
		scopes: [...state.scopes.values()],
		problems: [...state.problems.values()],
		endless: state.endless
	};
}
function symbolsOf(model, { shapes }) {
	const symbols = new Map();
	for (const { name, type } of model.graph?.input ?? []) for (const [axis, { dimParam }] of (type?.tensorType?.shape?.dim ?? []).entries()) {
		const size = shapes?.get(name)?.[axis];
		if (dimParam !== "" && size !== void 0) symbols.set(dimParam, size);
	}
	return symbols;
}
const contribOperators = new Set(`Attention AttnLSTM BeamSearch BiasAdd BiasDropout BiasGelu BiasSoftmax BiasSplitGelu BifurcationDetector BitmaskBiasDropout
BitmaskDropout CDist CausalConvWithState ComplexMul ComplexMulConj ConvTransposeWithDynamicPads CropAndResize DecoderAttention
DecoderMaskedMultiHeadAttention DecoderMaskedSelfAttention DequantizeBFP DequantizeLinear DequantizeWithOrder
DynamicQuantizeLSTM DynamicQuantizeMatMul DynamicTimeWarping EPContext EmbedLayerNormalization EngramGate ExpandDims FastGelu
FusedConv FusedGemm FusedMatMul FusedMatMulActivation GatedAdd GatedDeltaNet GatedRMSNorm GatedRelativePositionBias
GatherBlockQuantized GatherND Gelu GemmFastGelu GemmFloat8 GemmaRotaryEmbedding GreedySearch GridSample GroupNorm
GroupQueryAttention Inverse Irfft IsAllFinite LinearAttention LinearAttentionGate LongformerAttention MRotaryEmbedding
MatMulBlockQuantizedFp4Weight MatMulBlockQuantizedFp8Weight MatMulBnb4 MatMulFpQ4 MatMulInteger16 MatMulIntegerToFloat
MatMulNBits MatMulNBitsMlp MatMulNBitsQkv MaxpoolWithMask MoE MulInteger MultiHeadAttention MurmurHash3 NGramHashMapping
NGramRepeatBlock NhwcConv NhwcFusedConv NhwcMaxPool PackedAttention PackedMultiHeadAttention Pad PagedAttention QAttention
QEmbedLayerNormalization QGemm QLinearAdd QLinearAveragePool QLinearConcat QLinearConv QLinearGlobalAveragePool
QLinearLeakyRelu QLinearMul QLinearReduceMean QLinearSigmoid QLinearSoftmax QLinearWhere QMoE QOrderedAttention QOrderedGelu
QOrderedLayerNormalization QOrderedLongformerAttention QOrderedMatMul QuantizeBFP QuantizeLinear QuantizeWithOrder QuickGelu
Range ReduceSumInteger RelativePositionBias RemovePadding RestorePadding Rfft RotaryEmbedding SampleOp Sampling SkipGroupNorm
SkipLayerNormalization SkipSimplifiedLayerNormalization Snpe SparseAttention SparseToDenseMatMul Tokenizer TorchEmbedding
TransposeMatMul Trilu UnfoldTensor Unique VarlenCausalConvWithState VarlenNGramHashMapping WhisperBeamSearch
WordConvEmbedding`.split(/\s/));
function checkOperators(model, report) {
	const functions = functionNames(model);
	const overloads = new Set(model.functions.map(({ domain, name, overload }) => `${qualified(domain, name)}:${overload}`));
	const foreign = new Set();
	for (const scope of scopesOf(model)) {
		const definitionOf = perOperator((node) => defined(node, scope.opsets));
		scope.nodes.forEach((node, index) => {
			const where = () => nodePath(scope, node, index);
			if (!isFunction(node, functions)) checkOperator(node, where, definitionOf(node), foreign, report);
			else checkOverload(node, where, scope, overloads, report);
		});
	}
	for (const name of [...foreign].sort()) if (name.startsWith(`${contrib}.`)) report("operator-contrib", "model", `${name} is an operator of onnxruntime alone.`);
	else report("operator-unchecked", "model", `${name} is not of the ONNX standard; whether it exists shows when the model runs.`);
}
function checkOverload(node, where, scope, overloads, report) {
	const { domain, overload } = node;
	const name = qualified(domain, node.opType);
	if (!isImported(scope.opsets, domain)) report("domain-missing", where, `Its domain ${standardDomain(domain)} is not imported.`);
	else if (!overloads.has(`${name}:${overload}`)) report("operator-unknown", where, `The function ${name} has no overload \`${overload}\`.`);
}
function functionNames(model) {
	return new Set(model.functions.map((body) => qualified(body.domain, body.name)));
}
function qualified(domain, name) {
	return `${standardDomain(domain)}.${name}`;
}
function schemasIn({ opsets }, functions) {
	return perOperator((node) => schemaOf(node, opsets, functions));
}
function perOperator(find) {
	const domains = new Map();
	const look = (node) => {
		const section = domains.get(node.domain) ?? new Map();
		domains.set(node.domain, section);
		const found = find(node);
		section.set(node.opType, { found });
		return found;
	};
	return (node) => {
		const known = domains.get(node.domain)?.get(node.opType);
		return known === void 0 ? look(node) : known.found;
	};
}
function schemaOf(node, opsets, functions) {
	if (isFunction(node, functions)) return void 0;
	const schema = operatorSchema(operatorVersions(node.domain, node.opType) ?? [], opsetOf(opsets, node.domain) ?? 0);
	return schema?.deprecated === true ? void 0 : schema;
}
function isFunction({ domain, opType }, functions) {
	return functions.size > 0 && functions.has(qualified(domain, opType));
}
const contrib = "com.microsoft";
function defined(node, opsets) {
	const domain = standardDomain(node.domain);
	const versions = operatorVersions(domain, node.opType);
	const isUnknown = node.opType === "" || versions?.length === 0 || domain === contrib && !contribOperators.has(node.opType);
	if (!isImported(opsets, domain)) return { trouble: ["domain-missing", `Its domain ${domain} is not imported.`] };
	if (isUnknown) return { trouble: ["operator-unknown", `There is no operator ${node.opType} in ${domain}.`] };
	if (versions === void 0) return { foreign: qualified(domain, node.opType) };
	const opset = opsetOf(opsets, domain);
	return opset === void 0 ? {} : definedIn(opset, versions, node.opType);
}
function definedIn(opset, versions, name) {
	const schema = operatorSchema(versions, opset);
	if (schema === void 0) return { trouble: ["operator-too-new", `${name} exists from opset ${versions[0]?.since} on; the model imports ${opset}.`] };
	if (schema.deprecated) return { trouble: ["operator-deprecated", `${name} is deprecated since opset ${schema.since}.`] };
	return { schema };
}
function checkOperator(node, where, { schema, trouble, foreign: name }, foreign, report) {
	if (node.input.length === 0 && node.output.length === 0) report("node-empty", where, "It has neither inputs nor outputs.");
	if (trouble !== void 0) report(trouble[0], where, trouble[1]);
	if (name !== void 0) foreign.add(name);
	if (schema === void 0) return;
	checkCount(node, where, "input", schema.inputs, report);
	checkCount(node, where, "output", schema.outputs, report);
	checkLeftOut(node, where, "input", schema.takes, report);
	checkLeftOut(node, where, "output", schema.gives, report);
	checkGiven(node, where, report);
}
const graphRunners = [
	"Loop",
	"Scan",
	"SequenceMap"
];
function checkGiven(node, where, report) {
	const at = node.output.indexOf("");
	if (at >= 0 && graphRunners.includes(node.opType)) report("output-count", where, `It leaves out output ${at}, which it must have.`);
}
function checkCount(node, where, side, { min, max }, report) {
	const count = node[side].length;
	if (count >= min && count <= max) return;
	const range = min === max ? `${min}` : max === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max}`;
	report(`${side}-count`, where, `${node.opType} has ${count} ${side}s and takes ${range}.`);
}
function checkLeftOut(node, where, side, formals, report) {
	if (!node[side].includes("")) return;
	node[side].forEach((name, index) => {
		const option = formalAt(formals, index)?.option;
		if (name === "" && (option === "single" || option === "variadic" && side === "input")) report(side === "input" ? "input-missing" : "output-count", where, `It leaves out ${side} ${index}, which it must have.`);
	});
}
const onnxruntimeLimits = {
	irVersion: 13,
	opset: {
		min: 7,
		max: 26
	}
};
newest.irVersion, newest.opset;
function checkStructure(model, limits, report) {
	checkVersions(model, limits, report);
	checkMetadata(model.metadataProps, "metadata", report);
	if (model.graph !== void 0) checkMainGraph(model, model.graph, report);
	checkSizes(model, report);
	for (const scope of scopesOf(model)) {
		if (scope.graph !== void 0) checkGraph(scope.graph, scope, model.irVersion ?? 4, report);
		checkOnce(scope.nodes.map((node) => node.name).filter((name) => name !== ""), (name) => report("node-duplicate", `${scope.path}/node ${name}`, "Another node of this graph has its name."));
	}
}
function checkMetadata(entries, where, report) {
	checkOnce(entries.map((entry) => entry.key), (key) => report("metadata-duplicate", where, `The metadata key \`${key}\` is there twice.`));
	if (entries.some((entry) => entry.key === "")) report("metadata-nameless", where, "A metadata key is empty.");
}
function checkVersions(model, limits, report) {
	const ir = model.irVersion;
	if (ir === void 0 || ir < 1) report("ir-missing", "model", "The model states no IR version.");
	else if (ir > limits.irVersion) report("ir-too-new", "model", `IR version ${ir} is newer than the runtime reads (${limits.irVersion}).`, `Export with \`ir_version <= ${limits.irVersion}\`.`);
	if (model.opsetImport.length === 0 && (ir ?? 0) >= 3) report("opset-missing", "model", "The model imports no operator set.");
	if (model.opsetImport.length > 0 && ir !== void 0 && ir < 3) report("opset-early", "model", `It imports operator sets, and has IR version ${ir}.`);
	for (const [where, opsets] of importsOf(model)) {
		const versions = versionsOf(opsets);
		checkOnce(opsets.map((set) => standardDomain(set.domain)), (domain) => tellImports(domain, versions.get(domain) ?? new Set(), where, report));
		for (const set of opsets) checkOpset$1(set, where, limits, report);
	}
}
function tellImports(domain, versions, where, report) {
	if (versions.size === 1) report("opset-repeated", where, `The import of ${domain} is there twice.`);
	else report("opset-duplicate", where, `The operators of ${domain} are imported in versions ${[...versions].join(", ")}.`);
}
function versionsOf(opsets) {
	const versions = new Map();
	for (const { domain, version } of opsets) {
		const known = versions.get(standardDomain(domain));
		if (known === void 0) versions.set(standardDomain(domain), new Set([version]));
		else known.add(version);
	}
	return versions;
}
function importsOf(model) {
	return [["model", model.opsetImport], ...model.functions.map((body) => [`function ${body.name}`, body.opsetImport])];
}
function checkOpset$1(set, where, limits, report) {
	const domain = standardDomain(set.domain);
	const version = set.version ?? 0;
	const max = domain === "ai.onnx" ? limits.opset.max : newestOpset(domain) ?? Number.POSITIVE_INFINITY;
	const { min } = limits.opset;
	const said = domain === "ai.onnx" ? "Opset" : `${domain}, opset`;
	if (version > max || version < 1) report("opset-range", where, `${said} ${version} is not one the runtime knows${max === Number.POSITIVE_INFINITY ? "" : ` (up to ${max})`}.`, domain === "ai.onnx" ? `Convert the model to an opset between ${min} and ${max}.` : void 0);
	else if (domain === "ai.onnx" && version < min) report("opset-old", where, `Opset ${version} is older than the runtime supports (from ${min}).`, `Convert the model to an opset between ${min} and ${max}.`);
}
function checkSizes(model, report) {
	const declared = scopesOf(model).flatMap(({ graph }) => [
		...graph?.input ?? [],
		...graph?.output ?? [],
		...graph?.valueInfo ?? []
	]);
	const inFunctions = model.functions.flatMap((body) => body.valueInfo);
	const negative = [...declared, ...inFunctions].filter(({ type }) => hasNegative(type));
	const [first] = negative;
	if (first === void 0) return;
	const more = negative.length - 1;
	const others = more === 0 ? "" : ` and of ${more} other ${more === 1 ? "value" : "values"}`;
	report("dims-negative", "model", `The declared sizes of \`${first.name}\`${others} are negative.`);
}
function hasNegative(type) {
	const { shape } = type?.tensorType ?? type?.sparseTensorType ?? {};
	const inner = type?.sequenceType?.elemType ?? type?.optionalType?.elemType ?? type?.mapType?.valueType;
	return shape?.dim.some(({ dimValue = 0 }) => dimValue < 0) === true || inner !== void 0 && hasNegative(inner);
}
function checkMainGraph(model, graph, report) {
	if (graph.output.length === 0) report("outputs-missing", "graph", "The graph has no outputs.");
	for (const input of graph.input) checkDeclaration(input, `graph/input ${input.name}`, report);
	for (const output of graph.output) checkDeclaration(output, `graph/output ${output.name}`, report);
	if ((model.irVersion ?? 4) >= 4) return;
	const inputs = new Set(graph.input.map((input) => input.name));
	for (const name of initializerNames(graph)) if (!inputs.has(name)) report("initializer-not-input", `graph/initializer ${name}`, "Before IR version 4 every initialiser must be listed among the inputs.");
}
function checkDeclaration(value, where, report) {
	if (typeText$1(value.type).includes("unknown")) report("type-missing", where, "Its element type is not declared.");
	else if (value.type?.tensorType !== void 0 && value.type.tensorType.shape === void 0) report("shape-missing", where, "Not even its number of dimensions is declared.");
}
function checkGraph(graph, scope, irVersion, report) {
	if (graph.name === "") report("graph-nameless", scope.path, "The graph has no name.");
	checkNamedOnce(graph, scope, report);
	if (irVersion < 10 && graph.metadataProps.length > 0) report("metadata-early", scope.path, `It has metadata, and the model has IR version ${irVersion}.`);
	checkAnnotations(graph, scope, report);
}
function checkNamedOnce(graph, scope, report) {
	const numbers = numbersOf(scope);
	const told = {
		input: numbers.inputs,
		output: numbers.outputs,
		initializer: numbers.initializers
	};
	const names = {
		input: () => scope.inputs,
		output: () => scope.outputs,
		initializer: () => initializerNames(graph)
	};
	for (const kind of [
		"input",
		"output",
		"initializer"
	]) {
		if (hasTwice(told[kind], numbers.count)) checkOnce(names[kind](), (name) => report(`${kind}-duplicate`, `${scope.path}/${kind} ${name}`, `There are two ${kind}s of this name.`));
		if (told[kind].includes(0)) report(kind === "initializer" ? "initializer-nameless" : "value-nameless", scope.path, `An ${kind} has no name.`);
	}
}
function hasTwice(numbers, count) {
	if (numbers.length < 2) return false;
	const seen = new Uint8Array(count);
	return numbers.some((number) => {
		seen[number] = seen[number] + 1;
		return seen[number] === 2;
	});
}
function checkAnnotations(graph, scope, report) {
	if (graph.quantizationAnnotation.length === 0) return;
	const names = new Set([
		...scope.inputs,
		...initializerNames(graph),
		...graph.node.flatMap((node) => node.output)
	]);
	for (const { tensorName, quantParameterTensorNames } of graph.quantizationAnnotation) for (const name of [tensorName, ...quantParameterTensorNames.map((entry) => entry.value)]) if (!names.has(name)) report("annotation-unknown", scope.path, `The quantisation annotation of \`${tensorName}\` names \`${name}\`.`);
}
function checkOnce(names, tell) {
	if (names.length < 2 || new Set(names).size === names.length) return;
	const seen = new Set();
	const told = new Set();
	for (const name of names) {
		const before = seen.size;
		if (seen.add(name).size > before || told.has(name)) continue;
		told.add(name);
		tell(name);
	}
}
function checkAttributes(model, report) {
	const functions = functionNames(model);
	const isTyped = (model.irVersion ?? 1) >= 2;
	for (const scope of scopesOf(model)) {
		const schemaOf = schemasIn(scope, functions);
		scope.nodes.forEach((node, index) => {
			const where = () => nodePath(scope, node, index);
			checkForm(node, scope, where, isTyped, report);
			const schema = schemaOf(node);
			if (schema !== void 0) checkAgainst(node, schema, where, report);
		});
	}
}
function checkForm(node, scope, where, isTyped, report) {
	if (node.attribute.length === 0) return;
	checkOnce(node.attribute.map((attribute) => attribute.name), (name) => report("attribute-duplicate", where, `The attribute \`${name}\` is there twice.`));
	for (const attribute of node.attribute) {
		if (attribute.name === "") report("attribute-nameless", where, "An attribute has no name.");
		if (isTyped && (attribute.type ?? 0) === 0) report("attribute-untyped", where, `\`${attribute.name}\` does not say its type.`);
		checkContent(attribute, where, report);
		if (attribute.refAttrName !== "") checkReference(attribute, scope, where, report);
	}
}
const contents = [
	[1, ({ f }) => f !== void 0],
	[2, ({ i }) => i !== void 0],
	[3, ({ s }) => s !== void 0],
	[4, ({ t }) => t !== void 0],
	[5, ({ g }) => g !== void 0],
	[6, ({ floats }) => isFilled$1(floats)],
	[7, ({ ints }) => isFilled$1(ints)],
	[8, ({ strings }) => isFilled$1(strings)],
	[9, ({ tensors }) => isFilled$1(tensors)],
	[10, ({ graphs }) => isFilled$1(graphs)],
	[11, ({ sparseTensor }) => sparseTensor !== void 0],
	[12, ({ sparseTensors }) => isFilled$1(sparseTensors)],
	[13, ({ tp }) => tp !== void 0],
	[14, ({ typeProtos }) => isFilled$1(typeProtos)]
];
function isFilled$1(list) {
	return (list?.length ?? 0) > 0;
}
const messageTypes = [
	4,
	5,
	11,
	13
];
function checkContent(attribute, where, report) {
	const held = contents.filter(([, holds]) => holds(attribute)).map(([type]) => type);
	const [first] = held;
	const { name, type = 0, refAttrName } = attribute;
	if (type > contents.length) report("attribute-content", where, `\`${name}\` has type ${type}, which is not one.`);
	else if (held.length > 1) report("attribute-content", where, `\`${name}\` holds ${held.length} values.`);
	else if (first !== void 0 && type !== 0 && first !== type) report("attribute-content", where, `\`${name}\` holds a value of type ${typeName(first)} and says ${typeName(type)}.`);
	else if (held.length === 0 && refAttrName === "" && messageTypes.includes(type)) report("attribute-content", where, `\`${name}\` holds nothing.`);
	else if (held.length > 0 && refAttrName !== "") report("attribute-content", where, `\`${name}\` refers to \`${refAttrName}\` and has a value too.`);
}
const typeNames = "FLOAT INT STRING TENSOR GRAPH FLOATS INTS STRINGS TENSORS GRAPHS SPARSE_TENSOR SPARSE_TENSORS TYPE_PROTO TYPE_PROTOS".split(" ");
function typeName(type) {
	return typeNames[type - 1] ?? String(type);
}
function checkReference({ name, refAttrName }, { body }, where, report) {
	if (body === void 0) report("attribute-reference", where, `\`${name}\` refers to \`${refAttrName}\`, and is not in a function.`);
	else if (!parametersOf(body).has(refAttrName)) report("attribute-reference", where, `\`${name}\` refers to \`${refAttrName}\`, which the function does not declare.`);
}
const knownParameters = new WeakMap();
function parametersOf(body) {
	const known = knownParameters.get(body);
	if (known !== void 0) return known;
	const names = new Set([...body.attribute, ...body.attributeProto.map(({ name }) => name)]);
	knownParameters.set(body, names);
	return names;
}
function checkAgainst(node, schema, where, report) {
	for (const { name, type = 0 } of node.attribute) {
		const formal = schema.attributes.get(name);
		if (formal === void 0 && !name.startsWith("__") && name !== "") report("attribute-unknown", where, `${node.opType} of opset ${schema.since} has no attribute \`${name}\`.`);
		else if (formal !== void 0 && type !== 0 && type !== formal.type) report("attribute-type", where, `\`${name}\` is ${typeName(type)} where ${typeName(formal.type)} is wanted.`);
	}
	for (const name of requiredOf(schema)) if (!node.attribute.some((attribute) => attribute.name === name)) report("attribute-missing", where, `${node.opType} must have an attribute \`${name}\`.`);
	if (node.opType === "Constant" && schema.attributes.size > 1) checkConstant(node, where, report);
	for (const { name, i } of node.attribute) if (i !== void 0 && typeAttributes.includes(name) && elementType(Number(i)) === void 0) report("value-range", where, `\`${name}\` is ${i}, which is not an element type.`);
}
const knownRequired = new WeakMap();
function requiredOf(schema) {
	const known = knownRequired.get(schema);
	if (known !== void 0) return known;
	const names = [...schema.attributes].filter(([, { required }]) => required).map(([name]) => name);
	knownRequired.set(schema, names);
	return names;
}
const typeAttributes = [
	"to",
	"dtype",
	"output_datatype"
];
function checkConstant(node, where, report) {
	const count = node.attribute.length;
	if (count === 0) report("attribute-missing", where, "A Constant must have a value.");
	else if (count > 1) report("attribute-content", where, `It has ${count} values, and must have one.`);
}
function expandedNodes(model) {
	const main = scopesOf(model).filter(({ body }) => body === void 0);
	const nodes = main.reduce((sum, scope) => sum + scope.nodes.length, 0);
	if (model.functions.length === 0) return nodes;
	const bodies = new Map(model.functions.map((body) => [functionKey(body), body]));
	const sizes = new Map();
	const sizeOf = (key, depth) => {
		const body = bodies.get(key);
		if (body === void 0) return 0;
		if (depth > 100) return Number.POSITIVE_INFINITY;
		const known = sizes.get(key);
		if (known !== void 0) return known;
		const size = expanded(heldBy(body.node), depth);
		sizes.set(key, size);
		return size;
	};
	const expanded = ({ nodes, calls }, depth) => [...calls].reduce((sum, [callee, times]) => sum + times * sizeOf(callee, depth + 1), nodes);
	return expanded({
		...heldBy(main.flatMap((scope) => scope.nodes), false),
		nodes
	}, 0);
}
function heldBy(nodes, isNested = true) {
	const calls = new Map();
	const all = [...nodes];
	for (const node of all) {
		const key = calleeKey(node);
		calls.set(key, (calls.get(key) ?? 0) + 1);
		if (isNested) for (const graph of subgraphsOf(node)) for (const inner of graph.node) all.push(inner);
	}
	return {
		nodes: all.length,
		calls
	};
}
function callsIn(body) {
	return [...heldBy(body.node).calls.keys()];
}
function functionKey({ domain, name, overload }) {
	return `${standardDomain(domain)} ${name} ${overload}`;
}
function calleeKey({ domain, opType, overload }) {
	return `${standardDomain(domain)} ${opType} ${overload}`;
}
function checkCycles(model, report) {
	const bodies = new Map(model.functions.map((body) => [functionKey(body), body]));
	if (bodies.size === 0) return;
	const calls = new Map([...bodies].map(([key, body]) => [key, callsIn(body).filter((callee) => bodies.has(callee))]));
	const depths = new Map();
	const depthOf = (key, path) => {
		if (path.includes(key) || path.length > 100) return Number.POSITIVE_INFINITY;
		const known = depths.get(key);
		if (known !== void 0) return known;
		const within = [...path, key];
		const depth = (calls.get(key) ?? []).reduce((most, callee) => Math.max(most, 1 + depthOf(callee, within)), 1);
		depths.set(key, depth);
		return depth;
	};
	for (const [key, { name }] of bodies) if (depthOf(key, []) > 100) report("function-cycle", `function ${name}`, `It calls itself, or others more than 100 deep.`);
}
const alignment = 4096;
function checkExternal(model, external, report) {
	const constants = constantsOf(model);
	const pointers = checkFiles(constants, external, report);
	const pieces = constants.flatMap(([where, tensor]) => pieceOf(where, tensor, external, report) ?? []).filter(({ location }) => !pointers.has(location));
	for (const { where, location, start, end } of pieces) {
		const size = sizeOf(external, location);
		if (end > size || start > size) report("external-end", where, `It takes bytes ${start} to ${end} of \`${location}\`, which has ${size}.`);
		if (start % alignment !== 0) report("external-alignment", where, `It begins at byte ${start} of \`${location}\`.`);
	}
	checkOverlaps(pieces, report);
}
function checkFiles(constants, external, report) {
	const pointers = new Set();
	for (const [location, source] of external) if (typeof source !== "string" && isPointer(source.read(0, Math.min(source.length, 64)))) {
		pointers.add(location);
		report("external-pointer", `file ${location}`, "It is a Git LFS pointer, and not the data itself.");
	}
	for (const [location, checksums] of statedChecksums(constants)) {
		const source = external.get(location);
		if (source === void 0 || typeof source === "string" || pointers.has(location)) continue;
		const digest = sha1(piecesOf(whole(source)));
		const other = [...checksums].find((checksum) => checksum !== digest);
		if (other !== void 0) report("external-checksum", `file ${location}`, `Its SHA-1 is ${digest}, where the model says ${other}.`);
	}
	return pointers;
}
function statedChecksums(constants) {
	const stated = new Map();
	for (const [, tensor] of constants) {
		const checksum = isExternal(tensor) ? externalEntry(tensor, "checksum") : void 0;
		if (checksum === void 0 || checksum === "") continue;
		const location = externalEntry(tensor, "location") ?? "";
		stated.set(location, (stated.get(location) ?? new Set()).add(checksum.toLowerCase()));
	}
	return stated;
}
function pieceOf(where, tensor, external, report) {
	if (!isExternal(tensor)) return void 0;
	const location = externalEntry(tensor, "location") ?? "";
	const size = sizeOf(external, location);
	if (size === void 0 && isMemoryAddress(location)) {
		report("external-memory", where, `Its data are said to be in memory: \`${location}\`.`);
		return;
	}
	if (size === void 0) {
		const why = external.get(location) ?? "missing";
		report("external-missing", where, `Its file \`${location}\` ${refusals[why]}.`);
		return;
	}
	const start = Number(externalEntry(tensor, "offset") ?? 0);
	const end = start + Number(externalEntry(tensor, "length") ?? size - start);
	return Number.isSafeInteger(start) && Number.isSafeInteger(end) ? {
		where,
		location,
		start,
		end
	} : void 0;
}
function sizeOf(external, location) {
	const source = external.get(location);
	return typeof source === "string" ? void 0 : source?.length;
}
function checkOverlaps(pieces, report) {
	const ends = new Map();
	for (const piece of [...pieces].sort((a, b) => a.start - b.start || a.end - b.end)) {
		const before = ends.get(piece.location);
		if (before !== void 0 && piece.start < before.end) report("external-overlap", piece.where, `It shares bytes of \`${piece.location}\` with ${before.where}.`);
		if (before === void 0 || piece.end > before.end) ends.set(piece.location, piece);
	}
}
const findingCatalogue = {
	"ir-missing": [
		"error",
		"The model states no IR version.",
		"Export it again."
	],
	"ir-too-new": [
		"error",
		"The IR version is newer than the runtime reads.",
		"Export with an older `ir_version`; none is newer than what is published."
	],
	"opset-missing": [
		"error",
		"The model imports no operator set.",
		"Export it again; a file cut off at its end looks like this too."
	],
	"opset-duplicate": [
		"error",
		"The operators of one domain are imported in different versions.",
		"Import one version of each domain."
	],
	"opset-repeated": [
		"warning",
		"The import of one domain is there twice.",
		"Remove one of the two."
	],
	"opset-range": [
		"error",
		"An operator set has a version that does not exist, or that the runtime does not know.",
		"Convert the model to a version that exists."
	],
	"opset-old": [
		"warning",
		"The operator set is older than the runtime supports.",
		"Convert the model to a later operator set."
	],
	"opset-early": [
		"error",
		"Operator sets are imported before IR version 3.",
		"Set the IR version to 3 or later."
	],
	"outputs-missing": [
		"error",
		"The graph has no outputs.",
		"Name at least one output when exporting."
	],
	"graph-nameless": [
		"error",
		"A graph has no name.",
		"Give it one: the standard wants it."
	],
	"value-nameless": [
		"error",
		"An input or output has no name.",
		"Export the model again."
	],
	"type-missing": [
		"error",
		"An input or output of the model declares no element type.",
		"Export it with an element type, and with dims (symbolic ones where they vary)."
	],
	"shape-missing": [
		"error",
		"An input or output of the model declares not even its number of dimensions.",
		"Export it with an element type, and with dims (symbolic ones where they vary)."
	],
	"dims-negative": [
		"warning",
		"Declared sizes are negative: they are taken as unknown.",
		"Leave an unknown size out, or give it a symbol."
	],
	"input-duplicate": [
		"error",
		"Two inputs of a graph have one name.",
		"Give each its own name."
	],
	"output-duplicate": [
		"error",
		"Two outputs of a graph have one name.",
		"Give each its own name."
	],
	"initializer-duplicate": [
		"error",
		"Two initialisers of a graph have one name.",
		"Give each its own name."
	],
	"initializer-nameless": [
		"error",
		"An initialiser has no name.",
		"Export the model again."
	],
	"initializer-not-input": [
		"error",
		"Before IR version 4 every initialiser must be listed among the inputs.",
		"Set the IR version to 4 or later."
	],
	"initializer-unused": [
		"note",
		"No node reads an initialiser.",
		"Remove it, to make the file smaller."
	],
	"external-data": [
		"note",
		"The model keeps weights in other files.",
		"Keep the files together: a model without its weights does not load."
	],
	"text-address": [
		"note",
		"A text of the model names an address.",
		"Nothing here opens it; see whether it belongs there."
	],
	"text-hidden": [
		"warning",
		"A text of the model has characters that are not seen, or that turn the text around them.",
		"It is shown here without them. Find out who wrote them, and why."
	],
	"text-long": [
		"warning",
		"A text of the model is as long as a file.",
		"See what it holds: documentation is shorter, and data belongs into tensors."
	],
	"text-markup": [
		"warning",
		"A text of the model has HTML, a link or a workflow command in it.",
		"It is shown here as text. Other tools may not escape it: find out who wrote it, and why."
	],
	"metadata-duplicate": [
		"error",
		"A metadata key is there twice.",
		"Keep one of them."
	],
	"metadata-nameless": [
		"warning",
		"A metadata key is empty.",
		"Give it a key, or remove it."
	],
	"metadata-early": [
		"note",
		"Graphs, nodes and tensors have metadata from IR version 10 on.",
		"Set the IR version to 10 or later."
	],
	"annotation-unknown": [
		"warning",
		"A quantisation annotation names a tensor that is not there.",
		"Remove the annotation, or quantise the model again."
	],
	"node-duplicate": [
		"error",
		"Two nodes of a graph have one name.",
		"Give each its own name, or none."
	],
	"node-empty": [
		"error",
		"A node has neither inputs nor outputs.",
		"Remove it."
	],
	"node-unused": [
		"note",
		"Nobody reads what a node makes.",
		"Optimise the model: such nodes cost time."
	],
	"node-order": [
		"error",
		"A node stands before one whose output it reads.",
		"Sort the nodes topologically."
	],
	"graph-cycle": [
		"error",
		"A node waits for its own output.",
		"Break the circle; a graph must be acyclic."
	],
	"value-unmade": [
		"error",
		"A node reads what nothing makes.",
		"The graph is incomplete: export it again."
	],
	"value-remade": [
		"error",
		"A value is made twice.",
		"Every value must be made once: rename one of the two."
	],
	"value-shadowed": [
		"error",
		"A nested graph makes a value that a graph around it has.",
		"Rename one of the two."
	],
	"name-shadowed": [
		"warning",
		"A nested graph has a name that a graph around it has too.",
		"Rename one of the two: the standard has each name once, and other runtimes may read the other value."
	],
	"output-unmade": [
		"error",
		"Nothing makes an output of the graph.",
		"The graph is incomplete: export it again."
	],
	"output-outer": [
		"error",
		"A nested graph gives out a value of the graph around it, unchanged.",
		"Pass it through an Identity node."
	],
	"subgraph-count": [
		"error",
		"A nested graph has another number of inputs or outputs than its node.",
		"Export the model again."
	],
	"domain-missing": [
		"error",
		"The domain of an operator is not imported.",
		"Add the domain to `opset_import`."
	],
	"operator-unknown": [
		"error",
		"The domain has no such operator.",
		"Check its spelling and its domain, or define it as a function of the model."
	],
	"operator-too-new": [
		"error",
		"The operator exists only in later operator sets.",
		"Export with a later opset."
	],
	"operator-deprecated": [
		"error",
		"The operator is deprecated in the operator set.",
		"Export with its successor."
	],
	"operator-contrib": [
		"note",
		"An operator is not of the ONNX standard: onnxruntime alone runs it.",
		"Keep the `runs` check on."
	],
	"operator-unchecked": [
		"note",
		"An operator is not of the ONNX standard; whether it exists shows when the model runs.",
		"Keep the `runs` check on."
	],
	"input-count": [
		"error",
		"A node has too few or too many inputs.",
		"Export the model again with a matching opset."
	],
	"output-count": [
		"error",
		"A node has too few or too many outputs.",
		"Export the model again with a matching opset."
	],
	"input-missing": [
		"error",
		"A node leaves out an input that it must have.",
		"Export the model again."
	],
	"attribute-duplicate": [
		"error",
		"A node has an attribute twice.",
		"Keep one of them."
	],
	"attribute-nameless": [
		"error",
		"An attribute has no name.",
		"Export the model again."
	],
	"attribute-unknown": [
		"error",
		"The operator has no such attribute in this version.",
		"Export the model again with a matching opset."
	],
	"attribute-missing": [
		"error",
		"The operator must have an attribute that is not there.",
		"Export the model again."
	],
	"attribute-type": [
		"error",
		"An attribute is of a type that the operator does not take.",
		"Export the model again."
	],
	"attribute-content": [
		"error",
		"An attribute holds several values, or one of another type than it says.",
		"Export the model again."
	],
	"attribute-untyped": [
		"error",
		"An attribute does not say its type.",
		"Set the type; it is required since IR version 2."
	],
	"attribute-reference": [
		"error",
		"An attribute refers to one that is not there.",
		"References are for the nodes of functions, to attributes that the function declares."
	],
	"type-mismatch": [
		"error",
		"A node is given an element type that its operator does not take there.",
		"Insert a Cast, or export the model again."
	],
	"shape-mismatch": [
		"error",
		"Shapes do not fit one another.",
		"Correct the dims, or export the model again."
	],
	"declared-wrong": [
		"error",
		"A declared type or shape contradicts what follows from the graph.",
		"Remove or correct the declaration."
	],
	"value-range": [
		"error",
		"An attribute or constant has a value out of range.",
		"Correct the value."
	],
	"function-duplicate": [
		"error",
		"Two functions have one name, domain and overload.",
		"Give each its own name."
	],
	"function-nameless": [
		"error",
		"A function has no name.",
		"Export the model again."
	],
	"function-parameters": [
		"error",
		"A function lists a parameter twice.",
		"Give each its own name."
	],
	"function-arity": [
		"error",
		"A call has more inputs than the function, or another number of outputs.",
		"Export the model again."
	],
	"function-early": [
		"warning",
		"Functions exist from IR version 8 on, their overloads from 10 on.",
		"Set the IR version to 10 or later."
	],
	"function-opset": [
		"error",
		"A function and its model import versions of a domain in which an operator differs.",
		"Import one version of the domain everywhere."
	],
	"function-cycle": [
		"error",
		"A function calls itself, or others endlessly.",
		"Export the model without this function."
	],
	"loop-endless": [
		"error",
		"A loop goes round more than 100,000,000 times, whatever it is given.",
		"Give it a condition that ends it, or fewer rounds. It is not run."
	],
	"too-many-nodes": [
		"error",
		"The model has more than 250,000 nodes once its functions are expanded where they are called.",
		"Export it with fewer functions that call others. It is not run."
	],
	"nested-too-deep": [
		"error",
		"Graphs are nested more than 16 deep.",
		"Flatten the branches and loops."
	],
	"weights-type": [
		"error",
		"A constant has an element type that does not exist.",
		"Export the model again."
	],
	"weights-dims": [
		"error",
		"The dims of a constant are not sizes.",
		"Export the model again."
	],
	"weights-size": [
		"error",
		"A constant has more or less data than its dims need.",
		"The file is damaged: export it again."
	],
	"weights-range": [
		"error",
		"Elements of a constant are outside of the range of their type.",
		"The file is damaged: export it again."
	],
	"weights-padding": [
		"warning",
		"The unused bits behind packed elements are not zero.",
		"Pack the elements again, with zero padding."
	],
	"weights-nan": [
		"error",
		"Elements of a constant are NaN.",
		"The training diverged: go back to an earlier checkpoint."
	],
	"weights-infinite": [
		"warning",
		"Elements of a constant are infinite.",
		"Normal in attention masks; elsewhere the training diverged."
	],
	"sparse-shape": [
		"error",
		"The values, indices and dims of a sparse tensor do not fit one another.",
		"Values are [NNZ], indices int64 [NNZ] or [NNZ, rank]."
	],
	"sparse-indices": [
		"error",
		"The indices of a sparse tensor are out of range, unsorted or there twice.",
		"Write them in ascending order, each once."
	],
	"external-memory": [
		"error",
		"External data is said to lie at an address in memory.",
		"Do not load this model: older versions of onnxruntime read whatever their process has there. It is not run."
	],
	"external-pointer": [
		"error",
		"The file of external data is a Git LFS pointer.",
		"Fetch the data itself with `git lfs pull`; in a workflow, set `lfs: true` on actions/checkout."
	],
	"external-checksum": [
		"error",
		"The SHA-1 of the file of external data is not what the model says.",
		"The file was changed or damaged, or belongs to another model: copy it again, from where the model came from."
	],
	"external-location": [
		"error",
		"External data is not beside the model.",
		"Save the external data beside the model, under a plain file name."
	],
	"external-key": [
		"error",
		"External data has a key that is not one.",
		"Save the model again."
	],
	"external-range": [
		"error",
		"The offset or length of external data is not a number of bytes.",
		"Save the model again."
	],
	"external-size": [
		"error",
		"External data is longer or shorter than the dims need.",
		"Save the model again."
	],
	"external-missing": [
		"error",
		"The file of external data is not there, or may not be read.",
		"Put it beside the model: a plain file, neither a link nor outside of the folder."
	],
	"external-end": [
		"error",
		"External data reaches past the end of its file.",
		"The file is cut off: copy it again."
	],
	"external-overlap": [
		"warning",
		"Two tensors share bytes of a file.",
		"Save the model again, unless it is meant."
	],
	"external-alignment": [
		"note",
		"External data does not begin at a multiple of 4096 bytes.",
		"Save the model again with aligned data: it can then be mapped into memory."
	]
};
const listed$1 = 20;
function collectFindings(run) {
	const findings = [];
	const counts = new Map();
	const last = new Map();
	run((code, place, message, hint) => {
		const count = (counts.get(code) ?? 0) + 1;
		counts.set(code, count);
		const [severity, , usual] = findingCatalogue[code];
		const finding = {
			severity,
			code,
			where: typeof place === "string" ? place : place(),
			message,
			hint: hint ?? usual
		};
		if (count <= listed$1) findings.push(finding);
		else last.set(code, finding);
	});
	for (const [code, finding] of last) findings.push(more(finding, (counts.get(code) ?? 0) - listed$1));
	return findings;
}
function more(finding, count) {
	return {
		...finding,
		where: "model",
		message: `${count} more of these, the last at ${finding.where}.`
	};
}
function checkFunctions(model, report) {
	checkOnce(model.functions.map(keyOf), (key) => report("function-duplicate", `function ${key}`, "There are two functions of this domain, name and overload."));
	checkAge(model, report);
	for (const body of model.functions) {
		const where = `function ${body.name}`;
		if (body.name === "") report("function-nameless", where, "A function has no name.");
		for (const kind of ["input", "output"]) checkOnce(body[kind], parameterTwice(kind, where, report));
		checkOnce([...body.attribute, ...body.attributeProto.map((attribute) => attribute.name)], parameterTwice("attribute", where, report));
	}
	if (model.functions.length === 0) return;
	const bodies = new Map(model.functions.map((body) => [keyOf(body), body]));
	for (const scope of scopesOf(model)) scope.nodes.forEach((node, index) => {
		const where = () => nodePath(scope, node, index);
		const called = bodies.get(keyOf({
			domain: node.domain,
			name: node.opType,
			overload: node.overload
		}));
		if (called !== void 0) checkCall(node, called, where, report);
		else if (scope.body !== void 0) checkOpset(node, scope.body, model, where, report);
	});
}
function keyOf({ domain, name, overload }) {
	return `${standardDomain(domain)}.${name}${overload === "" ? "" : `:${overload}`}`;
}
function parameterTwice(kind, where, report) {
	return (name) => report("function-parameters", where, `It has two ${kind}s \`${name}\`.`);
}
function checkAge(model, report) {
	const ir = model.irVersion ?? 0;
	const overloads = model.functions.some((body) => body.overload !== "");
	if (model.functions.length > 0 && (ir < 8 || overloads && ir < 10)) report("function-early", "model", `It has functions${ir < 8 ? "" : " with overloads"}, and IR version ${ir}.`);
}
function checkCall(node, body, where, report) {
	const { input, output } = node;
	for (const [kind, isWrong] of [["input", input.length > body.input.length], ["output", output.length !== body.output.length]]) if (isWrong) report("function-arity", where, `It has ${node[kind].length} ${kind}s, and the function ${body.name} ${body[kind].length}.`);
}
function checkOpset(node, body, model, where, report) {
	const versions = operatorVersions(node.domain, node.opType) ?? [];
	const [inside, outside] = [opsetOf(body.opsetImport, node.domain), opsetOf(model.opsetImport, node.domain)];
	if (inside === void 0 || outside === void 0 || inside === outside) return;
	if (operatorSchema(versions, inside)?.since !== operatorSchema(versions, outside)?.since) report("function-opset", where, `${node.opType} differs between opset ${inside}, which the function imports, and ${outside}, the model's.`);
}
function once(make) {
	let made;
	return () => {
		made ??= make();
		return made;
	};
}
function checkNames(model, report) {
	if (model.graph !== void 0) checkScope(mainScope(model, model.graph), void 0, none, report);
	for (const body of model.functions) checkScope(functionScope(body), void 0, none, report);
}
const none = new Set();
function checkScope(scope, outer, own, report) {
	const numbers = numbersOf(scope);
	const here = new Uint8Array(numbers.count);
	for (const number of numbers.given) here[number] = 1;
	const known = {
		numbers,
		here,
		made: once(() => madeIn(scope, numbers)),
		outer,
		own
	};
	if (outer !== void 0) checkShadows(scope, known, report);
	let disorder = 0;
	scope.nodes.forEach((node, index) => {
		if (!isReady(node, index, known)) disorder += checkInputs(node, () => nodePath(scope, node, index), known, report);
		for (const nested of nestedScopes(scope, node, index)) checkScope(nested, known, new Set(node.output), report);
		checkOutputs(scope, node, index, known, report);
	});
	if (disorder > 0) checkCycle(scope, report);
	checkGraphOutputs(scope, known, report);
}
function madeIn({ nodes }, numbers) {
	const made = new Uint8Array(numbers.count);
	nodes.forEach(({ output }, node) => {
		for (let at = 0; at < output.length; at++) made[numbers.made(node, at)] = 1;
	});
	return made;
}
function checkShadows(scope, known, report) {
	const { numbers } = known;
	const names = numbers.names();
	const inputs = new Set(numbers.inputs);
	for (const number of new Set(numbers.given)) {
		const name = names[number];
		const where = `${scope.path}/${inputs.has(number) ? "input" : "initializer"} ${name}`;
		if (name !== "" && isKnown(name, known.outer)) report("name-shadowed", where, "A graph around it has its name too.");
		else if (isLater(name, known)) report("name-shadowed", where, "A graph around it makes a value of its name later.");
	}
}
function checkGraphOutputs(scope, known, report) {
	for (const [at, number] of known.numbers.outputs.entries()) {
		const there = scope.graph === void 0 ? known.made() : known.here;
		if (number === 0 || there[number] === 1) continue;
		const output = scope.outputs[at];
		const where = `${scope.path}/output ${output}`;
		if (isKnown(output, known.outer)) report("output-outer", where, "It is a value of a graph around it.");
		else if (scope.graph === void 0) report("output-unmade", where, "No node of the function makes it.");
		else report("output-unmade", where, "No node, input or initialiser has this name.");
	}
}
function isReady({ input }, node, { numbers, here }) {
	for (let at = 0; at < input.length; at++) {
		const number = numbers.read(node, at);
		if (number !== 0 && here[number] === 0) return false;
	}
	return true;
}
function checkInputs(node, where, known, report) {
	const absent = node.input.filter((input) => input !== "" && !isKnown(input, known));
	const unmade = absent.filter((input) => !isMade(input, known));
	for (const input of unmade) report("value-unmade", where, `It reads \`${input}\`, which nothing makes.`);
	const later = absent.length - unmade.length;
	if (later > 0) report("node-order", where, "It stands before a node whose output it reads.");
	return later;
}
function checkOutputs(scope, node, index, known, report) {
	for (let at = 0; at < node.output.length; at++) {
		const number = known.numbers.made(index, at);
		if (number === 0) continue;
		if (known.here[number] === 1 || known.outer !== void 0) checkOutput(node.output[at], () => nodePath(scope, node, index), known, report);
		known.here[number] = 1;
	}
}
function checkOutput(output, where, known, report) {
	if (isHere(output, known)) report("value-remade", where, `It makes \`${output}\`, which was made before.`);
	else if (isKnown(output, known)) report("value-shadowed", where, `It makes \`${output}\`, which a graph around it has too.`);
	else if (isLater(output, known)) report("name-shadowed", where, `It makes \`${output}\`, which a graph around it makes later.`);
}
function isHere(name, { numbers, here }) {
	const number = numbers.numberOf(name);
	return number !== void 0 && here[number] === 1;
}
function isMadeIn(name, { numbers, made }) {
	const number = numbers.numberOf(name);
	return number !== void 0 && made()[number] === 1;
}
function isKnown(name, known) {
	for (let scope = known; scope !== void 0; scope = scope.outer) if (isHere(name, scope)) return true;
	return false;
}
function isLater(name, known) {
	for (let { own, outer } = known; outer !== void 0; {own, outer} = outer) if (isMadeIn(name, outer) && !isHere(name, outer) && !own.has(name)) return true;
	return false;
}
function isMade(name, known) {
	for (let scope = known; scope !== void 0; scope = scope.outer) if (isMadeIn(name, scope)) return true;
	return false;
}
function checkCycle(scope, report) {
	const maker = new Map(scope.nodes.flatMap((node, index) => node.output.map((output) => [output, index])));
	const waits = scope.nodes.map((node) => new Set(node.input.flatMap((input) => maker.get(input) ?? [])));
	const readers = scope.nodes.map(() => []);
	waits.forEach((makers, index) => {
		for (const made of makers) readers[made]?.push(index);
	});
	const ready = waits.flatMap((makers, index) => makers.size === 0 ? [index] : []);
	for (const done of ready) for (const reader of readers[done] ?? []) if (waits[reader]?.delete(done) && waits[reader].size === 0) ready.push(reader);
	const stuck = waits.findIndex((makers) => makers.size > 0);
	if (stuck >= 0) report("graph-cycle", nodePath(scope, scope.nodes[stuck], stuck), "It waits for its own output, through other nodes.");
}
const int64 = 7;
function checkSparse(model, report) {
	for (const scope of scopesOf(model)) {
		for (const sparse of scope.graph?.sparseInitializer ?? []) checkTensor$1(sparse, `${scope.path}/initializer ${sparse.values?.name ?? ""}`, report);
		scope.nodes.forEach((node, index) => {
			for (const attribute of node.attribute) for (const sparse of [attribute.sparseTensor ?? [], attribute.sparseTensors].flat()) checkTensor$1(sparse, `${nodePath(scope, node, index)}/${attribute.name}`, report);
		});
	}
}
function checkTensor$1({ values, indices, dims }, where, report) {
	const trouble = shapeTrouble(values, indices, dims);
	if (trouble !== void 0) report("sparse-shape", where, trouble);
	else if (indices !== void 0) {
		const disorder = indexTrouble(indices, dims);
		if (disorder !== void 0) report("sparse-indices", where, disorder);
	}
}
function shapeTrouble(values, indices, dims) {
	if (values === void 0) return "It has no values.";
	if (dims.length === 0) return "It has no dims.";
	if (dims.some((dim) => dim <= 0)) return `Its dims [${dims.join(", ")}] are not sizes.`;
	if (values.dims.length !== 1) return `Its values have ${values.dims.length} dimensions and not 1.`;
	const count = values.dims[0] ?? 0;
	if (indices === void 0) return count === 0 ? void 0 : "It has values and no indices.";
	if (indices.dataType !== int64) return "Its indices are not int64.";
	return [`${count}`, `${count},${dims.length}`].includes(indices.dims.join(",")) ? void 0 : `It has ${count} values, and indices of dims [${indices.dims.join(", ")}].`;
}
function indexTrouble(indices, dims) {
	const elements = elementsOf$1(indices);
	if (!(elements instanceof BigInt64Array)) return void 0;
	const places = indices.dims.length === 1 ? [...elements].map(Number) : flattened(elements, dims);
	if (places.find((place) => !(place >= 0 && place < sizeOf$2(dims))) !== void 0) return `Its indices reach outside of its dims [${dims.join(", ")}].`;
	return places.every((place, at) => at === 0 || place > places[at - 1]) ? void 0 : "Its indices are not in ascending order, each once.";
}
function flattened(elements, dims) {
	return Array.from({ length: elements.length / dims.length }, (_, row) => dims.reduce((place, dim, axis) => {
		const index = Number(elements[row * dims.length + axis]);
		return index >= 0 && index < dim ? place * dim + index : NaN;
	}, 0));
}
function checkSubgraphs(model, report) {
	for (const scope of scopesOf(model)) scope.nodes.forEach((node, index) => {
		if (!isStandard(node.domain)) return;
		for (const attribute of node.attribute) if (attribute.g !== void 0) {
			const wanted = counts.get(node.opType)?.(node, opsetOf(scope.opsets, "") ?? 1);
			const where = `${nodePath(scope, node, index)}/${attribute.name}`;
			if (wanted !== void 0) checkCounts(attribute.g, wanted, where, report);
		}
	});
}
const counts = new Map([
	["If", (node) => ({
		inputs: 0,
		outputs: node.output.length
	})],
	["Loop", (node) => ({
		inputs: Math.max(node.input.length, 2),
		outputs: node.output.length + 1
	})],
	["Scan", (node, opset) => ({
		inputs: node.input.length - (opset < 9 ? 1 : 0),
		outputs: node.output.length
	})],
	["SequenceMap", (node) => ({
		inputs: node.input.length,
		outputs: node.output.length
	})]
]);
function checkCounts(graph, wanted, where, report) {
	const given = new Set(initializerNames(graph));
	const found = {
		inputs: graph.input.filter(({ name }) => !given.has(name)).length,
		outputs: graph.output.length
	};
	for (const kind of ["inputs", "outputs"]) if (found[kind] !== wanted[kind]) report("subgraph-count", where, `It has ${found[kind]} ${kind} where its node needs ${wanted[kind]}.`);
}
const codes = {
	type: "type-mismatch",
	shape: "shape-mismatch",
	declared: "declared-wrong",
	value: "value-range",
	missing: "attribute-missing",
	attribute: "attribute-type",
	input: "input-missing"
};
function checkTypes(model, inference, report) {
	const functions = functionNames(model);
	const told = new Set();
	const types = new Map(inference.scopes.map((each) => [each.scope, each.types]));
	for (const { scope } of inference.scopes) {
		const schemaOf = schemasIn(scope, functions);
		const typeOf = typesIn(scope, types);
		scope.nodes.forEach((node, index) => {
			const schema = schemaOf(node);
			const trouble = schema === void 0 ? void 0 : nodeTrouble(node, index, schema, typeOf);
			if (trouble !== void 0) {
				const where = nodePath(scope, node, index);
				told.add(where);
				report("type-mismatch", where, trouble);
			}
		});
	}
	for (const { kind, where, message } of inference.problems) if (!(kind === "type" && told.has(where))) report(codes[kind], where, message);
}
function typesIn(scope, types) {
	const numbers = numbersOf(scope);
	const own = types.get(scope);
	const around = [];
	for (let { outer } = scope; outer !== void 0; outer = outer.outer) {
		const outerTypes = types.get(outer);
		if (outerTypes !== void 0) around.push(outerTypes);
	}
	return (side, node, at) => {
		const number = side === "input" ? numbers.read(node, at) : numbers.made(node, at);
		if (number === 0) return void 0;
		let found = own?.at(number);
		for (let out = 0; found === void 0 && out < around.length; out++) found = around[out]?.get(scope.nodes[node]?.[side][at]);
		return found;
	};
}
function nodeTrouble(node, index, schema, typeOf) {
	const bound = new Map();
	return sideTrouble("input", node, index, schema, typeOf, bound) ?? sideTrouble("output", node, index, schema, typeOf, bound);
}
function sideTrouble(side, node, index, schema, typeOf, bound) {
	const formals = side === "input" ? schema.takes : schema.gives;
	const names = node[side];
	for (let at = 0; at < names.length; at++) {
		const type = valueText(typeOf(side, index, at));
		const formal = formalAt(formals, at);
		const wanted = type === void 0 || formal === void 0 ? void 0 : wantedBut(type, formal, schema, bound);
		if (wanted !== void 0) return `Its ${side} \`${names[at]}\` is ${type} where ${node.opType} has ${wanted}.`;
	}
}
function wantedBut(type, { fixed, variable, option, homogeneous }, schema, bound) {
	if (variable === void 0) return fixed === void 0 || fixed === type ? void 0 : fixed;
	const allowed = schema.constraints.get(variable);
	if (allowed !== void 0 && !allowed.has(type)) return listed([...allowed]);
	if (option === "variadic" && !homogeneous) return void 0;
	const other = bound.get(variable);
	if (other === void 0) bound.set(variable, type);
	return other === void 0 || other === type ? void 0 : `${other}, as elsewhere`;
}
function listed(types) {
	return types.length <= 4 ? types.join(" or ") : `one of ${types.slice(0, 4).join(", ")} and ${types.length - 4} more`;
}
function valueText(type) {
	if (type === void 0) return void 0;
	if ("element" in type) return type.kind === "sparse" ? void 0 : elementType(type.element)?.name;
	if (type.kind === "map") {
		const [key, value] = [elementType(type.key)?.name, valueText(type.value)];
		return key === void 0 || value === void 0 ? void 0 : `map(${key}, ${value})`;
	}
	const { kind, of } = type;
	const inner = valueText(of);
	return inner === void 0 ? void 0 : `${kind}(${inner})`;
}
function checkUnused(model, report) {
	const scopes = scopesOf(model);
	const read = readIn(scopes);
	for (const scope of scopes) {
		const used = read.get(scope);
		const numbers = numbersOf(scope);
		scope.nodes.forEach((node, index) => {
			let [made, isUsed] = [false, false];
			for (let at = 0; at < node.output.length; at++) {
				const number = numbers.made(index, at);
				made ||= number !== 0;
				isUsed ||= number !== 0 && used[number] === 1;
			}
			if (made && !isUsed) report("node-unused", nodePath(scope, node, index), "Nobody reads what it makes.");
		});
		if (scope.graph === void 0) continue;
		const { initializers } = numbers;
		const names = initializers.some((number) => used[number] === 0) ? initializerNames(scope.graph) : [];
		for (const [at, name] of names.entries()) if (used[initializers[at]] === 0) report("initializer-unused", `${scope.path}/initializer ${name}`, "No node reads it.");
	}
}
function readIn(scopes) {
	const read = new Map(scopes.map((scope) => [scope, readByNodes(scope)]));
	for (const scope of scopes) if (scope.outer !== void 0) readAround(scope, read);
	for (const scope of scopes) for (const number of numbersOf(scope).outputs) read.get(scope)[number] = 1;
	return read;
}
function readByNodes(scope) {
	const numbers = numbersOf(scope);
	const read = new Uint8Array(numbers.count);
	scope.nodes.forEach(({ input }, node) => {
		for (let at = 0; at < input.length; at++) read[numbers.read(node, at)] = 1;
	});
	return read;
}
function readAround(scope, read) {
	const own = read.get(scope);
	const names = numbersOf(scope).names().filter((_, number) => own[number] === 1);
	for (let { outer } = scope; outer !== void 0; outer = outer.outer) for (const name of names) {
		const number = numbersOf(outer).numberOf(name);
		if (number !== void 0) read.get(outer)[number] = 1;
	}
}
const finiteWasm = "AGFzbQEAAAABDAJgAn9/AX9gAX8BfwMEAwABAQUDAQARByIEBm1lbW9yeQIABWFueTE2AAAFYW55MzIAAQVhbnk2NAACCtYCA2sCAX8CeyAB/RAhBAJAA0AgAiAATw0BIAMgAv0ABAAgBP1OIAT9LSAC/QAEECAE/U4gBP0t/VAgAv0ABCAgBP1OIAT9LSAC/QAEMCAE/U4gBP0t/VD9UP1QIQMgAkHAAGohAgwACwsgA/1TC28CAX8Ce0GAgID8B/0RIQMCQANAIAEgAE8NASACIAH9AAQAIAP9TiAD/TcgAf0ABBAgA/1OIAP9N/1QIAH9AAQgIAP9TiAD/TcgAf0ABDAgA/1OIAP9N/1Q/VD9UCECIAFBwABqIQEMAAsLIAL9Uwt4AgF/AntCgICAgICAgPj/AP0SIQMCQANAIAEgAE8NASACIAH9AAQAIAP9TiAD/dYBIAH9AAQQIAP9TiAD/dYB/VAgAf0ABCAgA/1OIAP91gEgAf0ABDAgA/1OIAP91gH9UP1Q/VAhAiABQcAAaiEBDAALCyAC/VML";
function countNonFinite(raw, type) {
	const total = {
		nan: 0,
		infinite: 0
	};
	const add = ({ nan, infinite }) => {
		total.nan += nan;
		total.infinite += infinite;
	};
	const wide = wideFloats[type];
	const table = wide === void 0 ? tableOf(type) : void 0;
	if (wide !== void 0) eachSuspect(raw, wide, (piece) => add(wide.count(piece)));
	else if (table !== void 0) eachPiece(raw, (piece) => add(countValues(Float64Array.from(piece, (bits) => table[bits]))));
	return total;
}
const float32 = {
	any: ({ any32 }, end) => any32(end),
	count: (piece) => countValues(new Float32Array(piece.buffer, piece.byteOffset, piece.length >> 2))
};
const float64 = {
	any: ({ any64 }, end) => any64(end),
	count: (piece) => countValues(new Float64Array(piece.buffer, piece.byteOffset, piece.length >> 3))
};
const wideFloats = {
	float32,
	complex64: float32,
	float64,
	complex128: float64,
	float16: float16(31744),
	bfloat16: float16(32640)
};
function float16(infinity) {
	return {
		any: ({ any16 }, end) => any16(end, infinity),
		count: (piece) => {
			const magnitudes = new Uint16Array(piece.buffer, piece.byteOffset, piece.length >> 1).map((half) => half & 32767);
			return {
				nan: magnitudes.filter((magnitude) => magnitude > infinity).length,
				infinite: magnitudes.filter((magnitude) => magnitude === infinity).length
			};
		}
	};
}
const { WebAssembly } = globalThis;
let loaded;
function load() {
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(finiteWasm, "base64")));
	const scanner = exports;
	return {
		scanner,
		buffer: new Uint8Array(scanner.memory.buffer, 0, 2 ** 20)
	};
}
function eachSuspect(raw, { any }, look) {
	loaded ??= load();
	const { scanner, buffer } = loaded;
	eachPiece(raw, (piece) => {
		const end = Math.ceil(piece.length / 64) * 64;
		buffer.fill(0, piece.length, end);
		if (any(scanner, end) !== 0) look(piece);
	}, buffer);
}
function countValues(values) {
	let [nan, infinite] = [0, 0];
	for (const value of values) if (Number.isNaN(value)) nan += 1;
	else if (!Number.isFinite(value)) infinite += 1;
	return {
		nan,
		infinite
	};
}
function tableOf(type) {
	const table = smallFloats(type);
	return table?.length === 256 && !table.every(Number.isFinite) ? table : void 0;
}
const branchMember = 6;
function separatorPaths(model) {
	return new Set(scopesOf(model).flatMap((scope) => scope.nodes.flatMap((node, index) => {
		if (node.opType !== "TreeEnsemble" || node.domain !== "ai.onnx.ml") return [];
		const path = nodePath(scope, node, index);
		return [`${path}/membership_values`, ...splitsAreSound(node) ? [`${path}/nodes_splits`] : []];
	})));
}
function splitsAreSound(node) {
	const modes = numbersIn(tensorOf(node, "nodes_modes"));
	return numbersIn(tensorOf(node, "nodes_splits")).every((split, at) => !Number.isNaN(split) || modes[at] === branchMember);
}
function tensorOf(node, name) {
	return node.attribute.find((attribute) => attribute.name === name)?.t;
}
function numbersIn(tensor) {
	const elements = tensor === void 0 ? void 0 : elementsOf$1(tensor);
	return Array.from(elements ?? [], Number);
}
function meantNaN(model) {
	let found;
	return (where, tensor) => {
		found ??= {
			paths: new Set([...separatorPaths(model), ...encoderPaths(model)]),
			uses: usesIn(model)
		};
		const { paths, uses } = found;
		const value = uses.values.get(where);
		return paths.has(where) || value !== void 0 && isMarker(value, elementsIn(tensor), uses, new Set());
	};
}
function elementsIn({ dims }) {
	return dims.reduce((size, dim) => size * dim, 1);
}
function encoderPaths(model) {
	return scopesOf(model).flatMap((scope) => scope.nodes.flatMap((node, index) => node.opType === "LabelEncoder" && node.domain === "ai.onnx.ml" ? node.attribute.map(({ name }) => `${nodePath(scope, node, index)}/${name}`) : []));
}
function usesIn(model) {
	const scopes = scopesOf(model);
	const readers = new Map(scopes.map((scope) => [scope, new Map()]));
	const own = new Map(scopes.map((scope) => [scope, namesOf(scope)]));
	for (const scope of scopes) for (const node of scope.nodes) for (const [input, name] of node.input.entries()) {
		let at = scope;
		while (at !== void 0 && own.get(at)?.has(name) !== true) at = at.outer;
		const known = at === void 0 ? void 0 : readers.get(at);
		const reader = {
			scope,
			node,
			input
		};
		if (known?.get(name)?.push(reader) === void 0) known?.set(name, [reader]);
	}
	return {
		values: new Map(scopes.flatMap(constantValues)),
		readers
	};
}
function namesOf(scope) {
	const initial = scope.graph === void 0 ? [] : initializerNames(scope.graph);
	return new Set([
		...scope.inputs,
		...initial,
		...scope.nodes.flatMap((node) => node.output)
	]);
}
function constantValues(scope) {
	return [...(scope.graph === void 0 ? [] : initializerNames(scope.graph)).map((name) => [`${scope.path}/initializer ${name}`, {
		scope,
		name
	}]), ...scope.nodes.flatMap((node, index) => isStandard(node.domain) && ["Constant", "ConstantOfShape"].includes(node.opType) ? [[`${nodePath(scope, node, index)}/value`, {
		scope,
		name: node.output[0] ?? ""
	}]] : [])];
}
const asking = new Set([
	"Equal",
	"IsInf",
	"IsNaN"
]);
const filling = {
	OneHot: [2],
	Pad: [2],
	Scatter: [2],
	ScatterElements: [2],
	ScatterND: [2],
	Where: [1, 2]
};
const passing = new Set("Cast CastLike Concat Expand Flatten Identity Reshape Slice Squeeze Tile Transpose Unsqueeze".split(" "));
function isMarker(value, elements, uses, seen) {
	const { scope, name } = value;
	const id = `${scope.path} ${name}`;
	const readers = uses.readers.get(scope)?.get(name) ?? [];
	if (seen.has(id) || readers.length === 0 || scope.outputs.includes(name)) return false;
	seen.add(id);
	return readers.every(({ scope: around, node, input }) => {
		if (standardDomain(node.domain) !== "ai.onnx") return false;
		if (asking.has(node.opType)) return true;
		if ((elements === 1 || node.opType === "OneHot" && elements === 2) && Object.hasOwn(filling, node.opType)) return filling[node.opType]?.includes(input) === true;
		return passing.has(node.opType) && (input === 0 || node.opType === "Concat") && isMarker({
			scope: around,
			name: node.output[0] ?? ""
		}, elements, uses, seen);
	});
}
function checkWeights(model, report, external) {
	const isMeant = meantNaN(model);
	for (const [where, tensor] of constantsOf(model)) {
		const judge = (code, ...words) => {
			if (!(code === "weights-nan" && isMeant(where, tensor))) report(code, ...words);
		};
		checkTensor(tensor, where, judge, external);
	}
}
function checkTensor(tensor, where, report, external) {
	const type = elementType(tensor.dataType);
	if (type === void 0) report("weights-type", where, `Its element type ${tensor.dataType ?? "is missing:"} is not one.`);
	else if (!areSizes(tensor.dims)) report("weights-dims", where, `Its dims [${tensor.dims.join(", ")}] are not sizes.`);
	else if (isExternal(tensor)) {
		checkNoData(tensor, where, report);
		checkFinite(tensor, type, where, report, external);
	} else checkData(tensor, type, where, report);
}
function checkNoData(tensor, where, report) {
	if (filledFields(tensor).length > 0 || rawBytes(tensor) > 0) report("weights-size", where, "It has data in the model though its data are in another file.");
}
function areSizes(dims) {
	return dims.every(isSize) && Number.isSafeInteger(sizeOf$2(dims));
}
function checkData(tensor, type, where, report) {
	const trouble = sizeTrouble(tensor, type);
	if (trouble !== void 0) report("weights-size", where, trouble);
	else {
		checkFinite(tensor, type, where, report, void 0);
		checkRange(tensor, type, where, report);
		checkPadding(tensor, type, where, report);
	}
}
const typedFields = [
	"floatData",
	"int32Data",
	"int64Data",
	"uint64Data",
	"doubleData",
	"stringData"
];
function filledFields(tensor) {
	return hasNumbers(tensor) || isFilled(tensor, "stringData") ? typedFields.filter((field) => isFilled(tensor, field)) : [];
}
function isFilled(tensor, field) {
	return deferredOf(tensor, field) !== void 0 || (tensor[field]?.length ?? 0) > 0;
}
function hasNumbers(tensor) {
	return "floatData" in tensor || "int32Data" in tensor || "int64Data" in tensor || "uint64Data" in tensor || "doubleData" in tensor;
}
function rawBytes(tensor) {
	if (deferredOf(tensor, "rawData") === void 0) return tensor.rawData?.length ?? 0;
	const range = rangeOf(tensor, "rawData");
	return range === void 0 ? 0 : range.end - range.start;
}
function limitsOf({ name, bits = 32 }) {
	if (name === "bool") return [0, 1];
	if (bits < 8) return [-128, 255];
	return /^int\d/.test(name) ? [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1] : [0, 2 ** bits - 1];
}
function checkRange(tensor, type, where, report) {
	if (type.field !== "int32Data" || type.name === "int32") return;
	const [least, most] = limitsOf(type);
	const outside = (tensor.int32Data ?? new Int32Array()).find((value) => value < least || value > most);
	if (outside !== void 0) report("weights-range", where, `One of its elements is ${outside}, which no ${type.name} is.`);
}
function checkPadding(tensor, type, where, report) {
	const used = sizeOf$2(tensor.dims) * (type.bits ?? 8) % 8;
	if (used === 0) return;
	const last = (tensor.rawData?.at(-1) ?? tensor.int32Data?.at(-1) ?? 0) & 255;
	const unused = last >> used;
	const isSign = type.name.startsWith("int") && unused === 255 >> used && (last >> used - 1 & 1) === 1;
	if (unused !== 0 && !isSign) report("weights-padding", where, `The last ${8 - used} bits of its data are not zero.`);
}
function sizeTrouble(tensor, type) {
	const wanted = sizeOf$2(tensor.dims);
	const filled = filledFields(tensor);
	const given = rawBytes(tensor);
	if (filled.length + (given > 0 ? 1 : 0) > 1) return "It has its data twice, in different fields.";
	if (given > 0) {
		if (type.bits === void 0) return "Texts cannot be raw data.";
		const bytes = Math.ceil(wanted * type.bits / 8);
		return given === bytes ? void 0 : `It has ${given} bytes where its dims need ${bytes}.`;
	}
	if (filled[0] !== void 0 && filled[0] !== type.field) return `Its ${type.name} elements stand in the field of another type.`;
	const count = tensor[type.field]?.length ?? 0;
	const needed = fieldLength(wanted, type);
	return count === needed ? void 0 : `It has ${count} elements where its dims need ${needed}.`;
}
function fieldLength(elements, type) {
	if (type.name.startsWith("complex")) return 2 * elements;
	return (type.bits ?? 8) < 8 ? Math.ceil(elements * (type.bits ?? 8) / 8) : elements;
}
function checkFinite(tensor, type, where, report, external) {
	const raw = rawRangeOf(tensor, external);
	if (raw === void 0) return;
	const { nan, infinite } = countNonFinite(raw, type.name);
	if (nan > 0) report("weights-nan", where, `${nan} of its elements are NaN.`);
	if (infinite > 0) report("weights-infinite", where, `${infinite} of its elements are infinite.`);
}
const longText = 2 ** 16;
function checkRisks(model) {
	return collectFindings((report) => {
		for (const [where, text] of textsOf(model)) checkText(where, text, report);
		const files = externalFiles(model);
		if (files.length > 0) report("external-data", "model", `It keeps weights in ${files.length} other ${files.length === 1 ? "file" : "files"}.`);
	});
}
function* textsOf(model) {
	yield ["producer", `${model.producerName} ${model.producerVersion}`];
	yield ["domain", model.domain];
	yield ["documentation", model.docString];
	yield* entriesOf("metadata", model.metadataProps);
	for (const scope of scopesOf(model)) {
		const { graph } = scope;
		yield [scope.path, `${graph?.name ?? ""} ${graph?.docString ?? ""}`];
		yield* entriesOf(scope.path, graph?.metadataProps ?? []);
		for (const { name, docString } of [
			...graph?.input ?? [],
			...graph?.output ?? [],
			...graph?.initializer ?? []
		]) yield [`${scope.path}/value`, `${name} ${docString}`];
		for (const [index, node] of scope.nodes.entries()) {
			yield [nodePath(scope, node, index), `${node.name} ${node.opType} ${node.domain} ${node.docString} ${node.output.join(" ")}`];
			yield* entriesOf(nodePath(scope, node, index), node.metadataProps);
		}
	}
}
function entriesOf(where, entries) {
	return entries.map(({ key, value }) => [`${where}/${key}`, `${key} ${value}`]);
}
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const markup = /<\/?[a-z!][^<>]{0,500}>|\]\(\s*\w+:|^::\w+/imu;
const address = /\b(?:https?|ftp|file|data|javascript):[^\s]{3,}/iu;
function checkText(where, text, report) {
	if (text.length > longText) report("text-long", where, `It has ${text.length} characters.`);
	const start = text.slice(0, longText);
	if (hidden.test(start)) report("text-hidden", where, "It has characters that are not seen or that turn text around.");
	if (markup.test(start)) report("text-markup", where, "It has HTML, a link or a workflow command in it.");
	const found = address.exec(start)?.[0];
	if (found !== void 0) report("text-address", where, `It names the address ${JSON.stringify(clip$1(found, 80))}.`);
}
const maxNesting = 16;
function checkSafety(model) {
	return collectFindings((report) => {
		checkExtent(model, report);
		checkCycles(model, report);
		checkLoops(model, report);
		for (const [where, tensor] of tensorsAnywhere(model)) checkExternalData(tensor, where, report);
	});
}
const barring = [
	"external-memory",
	"function-cycle",
	"loop-endless",
	"too-many-nodes"
];
function checkStart(model) {
	return checkSafety(model).filter(({ code }) => barring.includes(code));
}
function checkLoops(model, report) {
	if (!scopesOf(model).some(({ nodes }) => nodes.some(({ opType }) => opType === "Loop"))) return;
	for (const [where, rounds] of inferTypes(model).endless) report("loop-endless", where, `It goes round ${rounds === Infinity ? "without an end" : `${rounds} times`}.`);
}
function checkExtent(model, report) {
	checkExpansion(model, report);
	for (const scope of scopesOf(model)) if (scope.path.split("/node ").length - 1 > maxNesting) report("nested-too-deep", scope.path, `Its graphs are nested more than ${maxNesting} deep.`);
}
function checkExpansion(model, report) {
	const nodes = expandedNodes(model);
	if (nodes <= limits.nodes || nodes === Infinity) return;
	const [many, most] = [printCount(nodes), printCount(limits.nodes)];
	report("too-many-nodes", "model", `With its functions expanded it has ${many} nodes, more than ${most}.`);
}
const externalKeys = [
	"location",
	"offset",
	"length",
	"checksum",
	"basepath"
];
function checkExternalData(tensor, where, report) {
	if (tensor.externalData.length === 0 && !isExternal(tensor)) return;
	const locations = tensor.externalData.filter(({ key }) => key === "location").map(({ value }) => value);
	if (locations.some(isMemoryAddress)) {
		report("external-memory", where, `Its data are said to be in memory: \`${locations.find(isMemoryAddress)}\`.`);
		return;
	}
	if (!isExternal(tensor)) return;
	for (const location of locations.length === 0 ? [""] : locations) {
		const trouble = locationTrouble(location);
		if (trouble !== void 0) report("external-location", where, `Its weights are in \`${location}\`, ${trouble}.`);
	}
	checkOnce(tensor.externalData.map(({ key }) => key), (key) => report("external-key", where, `It has two \`${key}\`s.`, "Save the model again."));
	for (const { key } of tensor.externalData) if (!externalKeys.includes(key)) report("external-key", where, `\`${key}\` is not a key of external data.`, `Known are ${externalKeys.join(", ")}.`);
	for (const key of ["offset", "length"]) if (byteCount(externalEntry(tensor, key) ?? "0") === void 0) report("external-range", where, `Its ${key} \`${externalEntry(tensor, key)}\` is not a number of bytes.`);
	checkLength(tensor, where, report);
}
function checkLength(tensor, where, report) {
	const length = externalEntry(tensor, "length");
	const bits = elementType(tensor.dataType)?.bits;
	if (length === void 0 || bits === void 0) return;
	const wanted = Math.ceil(sizeOf$2(tensor.dims) * bits / 8);
	if (Number(length) !== wanted) report("external-size", where, `It takes ${length} bytes of its file where its dims need ${wanted}.`);
}
function locationTrouble(location) {
	if (location === "") return "which names no file";
	if (/[\0\\]/.test(location)) return "which is not a portable path";
	if (location.startsWith("/") || /^[A-Za-z]:/.test(location)) return "an absolute path";
	return location.split("/").includes("..") ? "outside of the model's folder" : void 0;
}
function checkModel(model, limits = onnxruntimeLimits, external) {
	return collectFindings((report) => {
		checkStructure(model, limits, report);
		checkNames(model, report);
		checkOperators(model, report);
		checkAttributes(model, report);
		checkFunctions(model, report);
		checkCycles(model, report);
		checkSubgraphs(model, report);
		checkTypes(model, inferTypes(model), report);
		checkWeights(model, report, external);
		checkSparse(model, report);
		if (external !== void 0) checkExternal(model, external, report);
		checkUnused(model, report);
	});
}
function makeInputs(inputs, batch, seed, stated = {}, range = "usual") {
	const names = inputs.map(({ name }) => name);
	const unknown = Object.keys(stated).find((name) => !names.includes(name));
	if (unknown !== void 0) throw measureError("shape-unknown-input", {
		input: unknown,
		inputs: names
	});
	const shapes = fixShapes(inputs.map((input) => ({
		...input,
		dims: ownValue(stated, input.name) ?? input.dims
	})), batch);
	const tensors = inputs.map((input, at) => {
		const fill = ranges[range][input.type] ?? fills[input.type];
		if (fill === void 0) throw measureError("input-unsupported", {
			input: input.name,
			type: input.type
		});
		const dims = shapes[at];
		if (sizeOf$2(dims) > mostElements) throw measureError("input-too-large", {
			input: input.name,
			dims
		});
		const tensor = zeros(input.type, dims);
		const random = createRandom(seed, at);
		for (let index = 0; index < tensor.data.length; index++) tensor.data[index] = fill(random);
		return [input.name, tensor];
	});
	return Object.fromEntries(tensors);
}
const mostElements = 2 ** 28;
const fills = {
	float32: (random) => random.uniform(),
	float64: (random) => random.uniform(),
	float16: (random) => toFloat16(random.uniform()),
	int8: bit,
	uint8: bit,
	int16: bit,
	uint16: bit,
	int32: bit,
	uint32: bit,
	bool: bit,
	int64: (random) => BigInt(bit(random)),
	uint64: (random) => BigInt(bit(random)),
	string: (random) => `text ${bit(random)}`
};
const anyByte = {
	uint8: (random) => random.below(256),
	int8: (random) => random.below(256) - 128
};
const signedFloat = {
	float32: (random) => 2 * random.uniform() - 1,
	float64: (random) => 2 * random.uniform() - 1,
	float16: (random) => toFloat16(2 * random.uniform() - 1)
};
const ranges = {
	usual: {},
	any: anyByte,
	signed: {
		...anyByte,
		...signedFloat
	}
};
function bit(random) {
	return random.below(2);
}
function fixShapes(inputs, batch) {
	const symbol = inputs.flatMap((input) => input.dims).find((dim) => typeof dim === "string");
	const size = batchFor(inputs, batch);
	return inputs.map((input) => input.dims.map((dim, axis) => fixDim(input, dim, axis, symbol, size)));
}
function fixDim(input, dim, axis, symbol, batch) {
	if (typeof dim === "number") return dim;
	const first = input.dims.findIndex((other) => typeof other === "string") === axis;
	if (dim === symbol && (dim !== "" || first)) return batch;
	return likelySize(input, dim, axis);
}
function likelySize(input, dim, axis) {
	if (/^(h|w|height|width)$/i.test(dim) || input.dims.length === 4 && axis >= 2) return imageSide;
	if (/seq|len|time|token/i.test(dim)) return sequenceLength;
	return 1;
}
const imageSide = 64;
const sequenceLength = 16;
function batchFor(inputs, batch) {
	if (inputs.some((input) => input.dims.some((dim) => typeof dim === "string"))) return batch;
	const first = inputs.find((input) => input.dims.length > 0)?.dims[0];
	const own = typeof first === "number" ? first : 1;
	if (batch !== 1 && batch !== own) throw measureError("batch-fixed", {
		batch,
		own
	});
	return own;
}
export { batchFor, checkModel, checkRisks, checkSafety, checkStart, inferTypes, makeInputs, measureError, onnxruntimeLimits };
