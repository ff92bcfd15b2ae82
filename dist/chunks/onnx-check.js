import { inferTypes } from "./onnx-infer.js";
import { byteCount, constantsOf, elementsOf, externalEntry, functionScope, initializerNames, isExternal, isStandard, mainScope, nestedScopes, nodePath, opsetOf, rawRangeOf, scopesOf, smallFloats, standardDomain } from "./onnx-graph-constants.js";
import { elementType, isSize, refusals, typeText } from "./start.js";
import { sizeOf as sizeOf$1 } from "./core-tensor.js";
import { deferredOf, rangeOf } from "./onnx-format-read-message.js";
import { eachPiece } from "./core-bytes.js";
import { externalFiles } from "./onnx-graph.js";
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
function formalAt(formals, index) {
	const last = formals.at(-1);
	return formals[index] ?? (last?.option === "variadic" ? last : void 0);
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
	for (const line of lines) versions.push(parseVersion(line, versions.at(-1), sets));
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
		return list.split(",").flatMap((range) => elementsIn(range).map(wrap));
	}));
}
function elementsIn(range) {
	if (range.includes(".")) return [`map(${range.split(".").map(nameOf$1).join(", ")})`];
	const [first = 0, last = first] = range.split("-").map(Number);
	return Array.from({ length: last - first + 1 }, (_, index) => nameOf$1(first + index));
}
function nameOf$1(code) {
	return elementType(Number(code))?.name ?? "unknown";
}
function parseVersion(line, last, sets) {
	const [, since = "", rest = ""] = /^(\d+) (.*)$/.exec(line) ?? [];
	const [signature = "", constraints = "", attributes = ""] = rest.split("|").map((part) => part.trim());
	const signatureOnce = once(() => signature === "=" && last !== void 0 ? last : parseSignature(signature, sets));
	const constraintsOnce = once(() => constraints === "=" && last !== void 0 ? last.constraints : parseConstraints(constraints, sets));
	const attributesOnce = once(() => attributes === "=" && last !== void 0 ? last.attributes : parseAttributes(attributes));
	return {
		since: Number(since),
		deprecated: signature === "!",
		get inputs() {
			return signatureOnce().inputs;
		},
		get outputs() {
			return signatureOnce().outputs;
		},
		get takes() {
			return signatureOnce().takes;
		},
		get gives() {
			return signatureOnce().gives;
		},
		get constraints() {
			return constraintsOnce();
		},
		get attributes() {
			return attributesOnce();
		}
	};
}
function once(make) {
	let made;
	return () => {
		made ??= make();
		return made;
	};
}
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
function checkOperators(model, report) {
	const functions = functionNames(model);
	const overloads = new Set(model.functions.map(({ domain, name, overload }) => `${qualified(domain, name)}:${overload}`));
	const foreign = new Set();
	for (const scope of scopesOf(model)) scope.nodes.forEach((node, index) => {
		const where = nodePath(scope, node, index);
		const name = qualified(node.domain, node.opType);
		if (!functions.has(name)) checkOperator(node, where, scope, foreign, report);
		else if (!overloads.has(`${name}:${node.overload}`)) report("operator-unknown", where, `The function ${name} has no overload \`${node.overload}\`.`);
	});
	for (const name of [...foreign].sort()) if (name.startsWith(contrib)) report("operator-contrib", "model", `${name} is an operator of onnxruntime alone.`);
	else report("operator-unchecked", "model", `${name} is not of the ONNX standard; whether it exists shows when the model runs.`);
}
function functionNames(model) {
	return new Set(model.functions.map((body) => qualified(body.domain, body.name)));
}
function qualified(domain, name) {
	return `${standardDomain(domain)}.${name}`;
}
function schemaOf(node, scope, functions) {
	if (functions.has(qualified(node.domain, node.opType))) return void 0;
	const schema = operatorSchema(operatorVersions(node.domain, node.opType) ?? [], opsetOf(scope.opsets, node.domain) ?? 0);
	return schema?.deprecated === true ? void 0 : schema;
}
const contrib = "com.microsoft.";
function checkOperator(node, where, scope, foreign, report) {
	const domain = standardDomain(node.domain);
	const opset = opsetOf(scope.opsets, domain);
	const versions = operatorVersions(domain, node.opType);
	const isUnknown = node.opType === "" || versions?.length === 0 || `${domain}.` === contrib && !contribOperators.has(node.opType);
	if (node.input.length === 0 && node.output.length === 0) report("node-empty", where, "It has neither inputs nor outputs.");
	if (!scope.opsets.some((set) => standardDomain(set.domain) === domain)) report("domain-missing", where, `Its domain ${domain} is not imported.`);
	else if (isUnknown) report("operator-unknown", where, `There is no operator ${node.opType} in ${domain}.`);
	else if (versions === void 0) foreign.add(qualified(domain, node.opType));
	else if (opset !== void 0) checkVersion(node, where, opset, versions, report);
}
function checkVersion(node, where, opset, versions, report) {
	const schema = operatorSchema(versions, opset);
	if (schema === void 0) report("operator-too-new", where, `${node.opType} exists from opset ${versions[0]?.since} on; the model imports ${opset}.`);
	else if (schema.deprecated) report("operator-deprecated", where, `${node.opType} is deprecated since opset ${schema.since}.`);
	else {
		checkCount(node, where, "input", schema.inputs, report);
		checkCount(node, where, "output", schema.outputs, report);
		checkLeftOut(node, where, "input", schema.takes, report);
		checkLeftOut(node, where, "output", schema.gives, report);
	}
}
function checkCount(node, where, side, { min, max }, report) {
	const count = node[side].length;
	if (count >= min && count <= max) return;
	const range = min === max ? `${min}` : max === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max}`;
	report(`${side}-count`, where, `${node.opType} has ${count} ${side}s and takes ${range}.`);
}
function checkLeftOut(node, where, side, formals, report) {
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
		checkOnce(opsets.map((set) => standardDomain(set.domain)), (domain) => report("opset-duplicate", where, `The operators of ${domain} are imported twice.`));
		for (const set of opsets) checkOpset$1(set, where, limits, report);
	}
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
function checkMainGraph(model, graph, report) {
	if (graph.output.length === 0) report("outputs-missing", "graph", "The graph has no outputs.");
	for (const input of graph.input) checkDeclaration(input, `graph/input ${input.name}`, report);
	for (const output of graph.output) checkDeclaration(output, `graph/output ${output.name}`, report);
	if ((model.irVersion ?? 4) >= 4) return;
	const inputs = new Set(graph.input.map((input) => input.name));
	for (const name of initializerNames(graph)) if (!inputs.has(name)) report("initializer-not-input", `graph/initializer ${name}`, "Before IR version 4 every initialiser must be listed among the inputs.");
}
function checkDeclaration(value, where, report) {
	if (typeText(value.type).includes("unknown")) report("type-missing", where, "Its element type is not declared.");
	else if (value.type?.tensorType !== void 0 && value.type.tensorType.shape === void 0) report("shape-missing", where, "Not even its number of dimensions is declared.");
}
function checkGraph(graph, scope, irVersion, report) {
	if (graph.name === "") report("graph-nameless", scope.path, "The graph has no name.");
	const told = {
		input: graph.input.map(nameOf),
		output: graph.output.map(nameOf),
		initializer: initializerNames(graph)
	};
	for (const kind of [
		"input",
		"output",
		"initializer"
	]) {
		checkOnce(told[kind], (name) => report(`${kind}-duplicate`, `${scope.path}/${kind} ${name}`, `There are two ${kind}s of this name.`));
		if (told[kind].includes("")) report(kind === "initializer" ? "initializer-nameless" : "value-nameless", scope.path, `An ${kind} has no name.`);
	}
	for (const value of [
		...graph.input,
		...graph.output,
		...graph.valueInfo
	]) if (value.type?.tensorType?.shape?.dim.some((dim) => (dim.dimValue ?? 0) < 0)) report("dims-negative", `${scope.path}/value ${value.name}`, "One of its declared sizes is negative.");
	if (irVersion < 10 && graph.metadataProps.length > 0) report("metadata-early", scope.path, `It has metadata, and the model has IR version ${irVersion}.`);
	checkAnnotations(graph, scope, report);
}
function nameOf(value) {
	return value.name;
}
function checkAnnotations(graph, scope, report) {
	const names = new Set([...scope.given, ...graph.node.flatMap((node) => node.output)]);
	for (const { tensorName, quantParameterTensorNames } of graph.quantizationAnnotation) for (const name of [tensorName, ...quantParameterTensorNames.map((entry) => entry.value)]) if (!names.has(name)) report("annotation-unknown", scope.path, `The quantisation annotation of \`${tensorName}\` names \`${name}\`.`);
}
function checkOnce(names, tell) {
	const seen = new Set();
	const told = new Set();
	for (const name of names) {
		if (seen.has(name) && !told.has(name)) {
			told.add(name);
			tell(name);
		}
		seen.add(name);
	}
}
function checkAttributes(model, report) {
	const functions = functionNames(model);
	const isTyped = (model.irVersion ?? 1) >= 2;
	for (const scope of scopesOf(model)) scope.nodes.forEach((node, index) => {
		const where = nodePath(scope, node, index);
		checkForm(node, scope, where, isTyped, report);
		const schema = schemaOf(node, scope, functions);
		if (schema !== void 0) checkAgainst(node, schema, where, report);
	});
}
function checkForm(node, scope, where, isTyped, report) {
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
	[6, ({ floats }) => isFilled(floats)],
	[7, ({ ints }) => isFilled(ints)],
	[8, ({ strings }) => isFilled(strings)],
	[9, ({ tensors }) => isFilled(tensors)],
	[10, ({ graphs }) => isFilled(graphs)],
	[11, ({ sparseTensor }) => sparseTensor !== void 0],
	[12, ({ sparseTensors }) => isFilled(sparseTensors)],
	[13, ({ tp }) => tp !== void 0],
	[14, ({ typeProtos }) => isFilled(typeProtos)]
];
function isFilled(list) {
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
	else if (!body.attribute.includes(refAttrName) && !body.attributeProto.some((attribute) => attribute.name === refAttrName)) report("attribute-reference", where, `\`${name}\` refers to \`${refAttrName}\`, which the function does not declare.`);
}
function checkAgainst(node, schema, where, report) {
	for (const { name, type = 0 } of node.attribute) {
		const formal = schema.attributes.get(name);
		if (formal === void 0 && !name.startsWith("__") && name !== "") report("attribute-unknown", where, `${node.opType} of opset ${schema.since} has no attribute \`${name}\`.`);
		else if (formal !== void 0 && type !== 0 && type !== formal.type) report("attribute-type", where, `\`${name}\` is ${typeName(type)} where ${typeName(formal.type)} is wanted.`);
	}
	for (const [name, { required }] of schema.attributes) if (required && !node.attribute.some((attribute) => attribute.name === name)) report("attribute-missing", where, `${node.opType} must have an attribute \`${name}\`.`);
	if (node.opType === "Constant" && schema.attributes.size > 1) checkConstant(node, where, report);
	for (const { name, i } of node.attribute) if (i !== void 0 && typeAttributes.includes(name) && elementType(Number(i)) === void 0) report("value-range", where, `\`${name}\` is ${i}, which is not an element type.`);
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
const alignment = 4096;
function checkExternal(model, external, report) {
	const pieces = constantsOf(model).flatMap(([where, tensor]) => pieceOf(where, tensor, external, report) ?? []);
	for (const { where, location, start, end } of pieces) {
		const size = sizeOf(external, location);
		if (end > size || start > size) report("external-end", where, `It takes bytes ${start} to ${end} of \`${location}\`, which has ${size}.`);
		if (start % alignment !== 0) report("external-alignment", where, `It begins at byte ${start} of \`${location}\`.`);
	}
	checkOverlaps(pieces, report);
}
function pieceOf(where, tensor, external, report) {
	if (!isExternal(tensor)) return void 0;
	const location = externalEntry(tensor, "location") ?? "";
	const size = sizeOf(external, location);
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
		"The operators of one domain are imported twice.",
		"Import one version of each domain."
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
		"error",
		"A declared size is negative.",
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
		"A call has more inputs or outputs than the function.",
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
	"too-many-nodes": [
		"error",
		"The model has more than 1,000,000 nodes.",
		"Export it without unrolling loops."
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
	run((code, where, message, hint) => {
		const count = (counts.get(code) ?? 0) + 1;
		counts.set(code, count);
		const [severity, , usual] = findingCatalogue[code];
		const finding = {
			severity,
			code,
			where,
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
function checkFunctions$1(model, report) {
	checkOnce(model.functions.map(keyOf), (key) => report("function-duplicate", `function ${key}`, "There are two functions of this domain, name and overload."));
	checkAge(model, report);
	for (const body of model.functions) {
		const where = `function ${body.name}`;
		if (body.name === "") report("function-nameless", where, "A function has no name.");
		for (const kind of ["input", "output"]) checkOnce(body[kind], parameterTwice(kind, where, report));
		checkOnce([...body.attribute, ...body.attributeProto.map((attribute) => attribute.name)], parameterTwice("attribute", where, report));
	}
	const bodies = new Map(model.functions.map((body) => [keyOf(body), body]));
	for (const scope of scopesOf(model)) scope.nodes.forEach((node, index) => {
		const where = nodePath(scope, node, index);
		const called = bodies.get(keyOf({
			...node,
			name: node.opType
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
	for (const kind of ["input", "output"]) if (node[kind].length > body[kind].length) report("function-arity", where, `It has ${node[kind].length} ${kind}s, and the function ${body.name} ${body[kind].length}.`);
}
function checkOpset(node, body, model, where, report) {
	const versions = operatorVersions(node.domain, node.opType) ?? [];
	const [inside, outside] = [opsetOf(body.opsetImport, node.domain), opsetOf(model.opsetImport, node.domain)];
	if (inside === void 0 || outside === void 0 || inside === outside) return;
	if (operatorSchema(versions, inside)?.since !== operatorSchema(versions, outside)?.since) report("function-opset", where, `${node.opType} differs between opset ${inside}, which the function imports, and ${outside}, the model's.`);
}
function checkNames(model, report) {
	if (model.graph !== void 0) checkScope(mainScope(model, model.graph), void 0, report);
	for (const body of model.functions) checkScope(functionScope(body), void 0, report);
}
function checkScope(scope, outer, report) {
	const made = new Set(scope.nodes.flatMap((node) => node.output));
	const known = {
		names: new Set(scope.given),
		made,
		outer
	};
	let disorder = 0;
	scope.nodes.forEach((node, index) => {
		const where = nodePath(scope, node, index);
		disorder += checkInputs(node, where, known, report);
		for (const nested of nestedScopes(scope, node, index)) checkScope(nested, known, report);
		checkOutputs(node, where, known, report);
	});
	if (disorder > 0) checkCycle(scope, report);
	checkGraphOutputs(scope, known, report);
}
function checkGraphOutputs(scope, known, report) {
	for (const output of scope.outputs) {
		if (output === "" || known.names.has(output)) continue;
		const where = `${scope.path}/output ${output}`;
		if (isKnown(output, known.outer)) report("output-outer", where, "It is a value of a graph around it.");
		else report("output-unmade", where, "No node, input or initialiser has this name.");
	}
}
function checkInputs(node, where, known, report) {
	const absent = node.input.filter((input) => input !== "" && !isKnown(input, known));
	const unmade = absent.filter((input) => !isMade(input, known));
	for (const input of unmade) report("value-unmade", where, `It reads \`${input}\`, which nothing makes.`);
	const later = absent.length - unmade.length;
	if (later > 0) report("node-order", where, "It stands before a node whose output it reads.");
	return later;
}
function checkOutputs(node, where, known, report) {
	for (const output of node.output) {
		if (output === "") continue;
		if (known.names.has(output)) report("value-remade", where, `It makes \`${output}\`, which was made before.`);
		else if (isKnown(output, known)) report("value-shadowed", where, `It makes \`${output}\`, which a graph around it has too.`);
		known.names.add(output);
	}
}
function isKnown(name, known) {
	for (let scope = known; scope !== void 0; scope = scope.outer) if (scope.names.has(name)) return true;
	return false;
}
function isMade(name, known) {
	for (let scope = known; scope !== void 0; scope = scope.outer) if (scope.made.has(name)) return true;
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
	const elements = elementsOf(indices);
	if (!(elements instanceof BigInt64Array)) return void 0;
	const places = indices.dims.length === 1 ? [...elements].map(Number) : flattened(elements, dims);
	if (places.find((place) => !(place >= 0 && place < sizeOf$1(dims))) !== void 0) return `Its indices reach outside of its dims [${dims.join(", ")}].`;
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
	const found = {
		inputs: graph.input.length,
		outputs: graph.output.length
	};
	for (const kind of ["inputs", "outputs"]) if (found[kind] !== wanted[kind]) report("subgraph-count", where, `It has ${found[kind]} ${kind} where its node needs ${wanted[kind]}.`);
}
const codes = {
	type: "type-mismatch",
	shape: "shape-mismatch",
	declared: "declared-wrong",
	value: "value-range"
};
function checkTypes(model, inference, report) {
	const functions = functionNames(model);
	const told = new Set();
	const types = typesIn(inference.scopes);
	for (const { scope } of inference.scopes) scope.nodes.forEach((node, index) => {
		const schema = schemaOf(node, scope, functions);
		if (schema === void 0) return;
		const where = nodePath(scope, node, index);
		const trouble = nodeTrouble(node, schema, (name) => types(scope, name));
		if (trouble !== void 0) {
			told.add(where);
			report("type-mismatch", where, trouble);
		}
	});
	for (const { kind, where, message } of inference.problems) if (!(kind === "type" && told.has(where))) report(codes[kind], where, message);
}
function typesIn(scopes) {
	const byScope = new Map(scopes.map((each) => [each.scope, each.types]));
	return (scope, name) => {
		for (let at = scope; at !== void 0; at = at.outer) {
			const found = byScope.get(at)?.get(name);
			if (found !== void 0) return found;
		}
	};
}
function nodeTrouble(node, schema, typeOf) {
	const bound = new Map();
	const sideTrouble = (side, formals) => {
		for (let index = 0; index < node[side].length; index++) {
			const name = node[side][index];
			const type = name === "" ? void 0 : valueText(typeOf(name));
			const formal = formalAt(formals, index);
			const wanted = type === void 0 || formal === void 0 ? void 0 : wantedBut(type, formal, schema, bound);
			if (wanted !== void 0) return `Its ${side} \`${name}\` is ${type} where ${node.opType} has ${wanted}.`;
		}
	};
	return sideTrouble("input", schema.takes) ?? sideTrouble("output", schema.gives);
}
function wantedBut(type, { fixed, variable, option, homogeneous }, schema, bound) {
	if (variable === void 0) return fixed === void 0 || fixed === type ? void 0 : fixed;
	const allowed = schema.constraints.get(variable);
	if (allowed !== void 0 && !allowed.has(type)) return listed([...allowed]);
	if (option === "variadic" && !homogeneous) return void 0;
	const other = bound.get(variable);
	bound.set(variable, other ?? type);
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
		const used = read.get(scope) ?? new Set();
		scope.nodes.forEach((node, index) => {
			const outputs = node.output.filter((name) => name !== "");
			if (outputs.length > 0 && !outputs.some((name) => used.has(name))) report("node-unused", nodePath(scope, node, index), "Nobody reads what it makes.");
		});
		for (const name of scope.graph === void 0 ? [] : initializerNames(scope.graph)) if (!used.has(name)) report("initializer-unused", `${scope.path}/initializer ${name}`, "No node reads it.");
	}
}
function readIn(scopes) {
	const read = new Map(scopes.map((scope) => [scope, new Set(scope.outputs)]));
	for (const scope of scopes) for (let around = scope; around !== void 0; around = around.outer) for (const node of scope.nodes) for (const name of node.input) read.get(around)?.add(name);
	return read;
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
	const elements = tensor === void 0 ? void 0 : elementsOf(tensor);
	return Array.from(elements ?? [], Number);
}
function checkWeights(model, report, external) {
	const separators = separatorPaths(model);
	const judge = (code, where, ...words) => {
		if (!(code === "weights-nan" && separators.has(where))) report(code, where, ...words);
	};
	for (const [where, tensor] of constantsOf(model)) checkTensor(tensor, where, judge, external);
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
	return dims.every(isSize) && Number.isSafeInteger(sizeOf$1(dims));
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
function filledFields(tensor) {
	return [
		"floatData",
		"int32Data",
		"int64Data",
		"uint64Data",
		"doubleData",
		"stringData"
	].filter((field) => deferredOf(tensor, field) !== void 0 || (tensor[field]?.length ?? 0) > 0);
}
function rawBytes(tensor) {
	const range = rangeOf(tensor, "rawData");
	return range === void 0 ? 0 : range.end - range.start;
}
function limitsOf({ name, bits = 32 }) {
	if (name === "bool") return [0, 1];
	const width = Math.max(bits, 8);
	return /^int\d/.test(name) && bits >= 8 ? [-(2 ** (width - 1)), 2 ** (width - 1) - 1] : [0, 2 ** width - 1];
}
function checkRange(tensor, type, where, report) {
	if (type.field !== "int32Data" || type.name === "int32") return;
	const [least, most] = limitsOf(type);
	const outside = (tensor.int32Data ?? new Int32Array()).find((value) => value < least || value > most);
	if (outside !== void 0) report("weights-range", where, `One of its elements is ${outside}, which no ${type.name} is.`);
}
function checkPadding(tensor, type, where, report) {
	const used = sizeOf$1(tensor.dims) * (type.bits ?? 8) % 8;
	if (used === 0) return;
	if ((tensor.rawData?.at(-1) ?? tensor.int32Data?.at(-1) ?? 0) >> used !== 0) report("weights-padding", where, `The last ${8 - used} bits of its data are not zero.`);
}
function sizeTrouble(tensor, type) {
	const wanted = sizeOf$1(tensor.dims);
	const filled = filledFields(tensor);
	if (filled.length + (rawBytes(tensor) > 0 ? 1 : 0) > 1) return "It has its data twice, in different fields.";
	const given = rawBytes(tensor);
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
	if (found !== void 0) report("text-address", where, `It names the address ${JSON.stringify(found.slice(0, 80))}.`);
}
const maxNodes = 1e6;
const maxNesting = 16;
const maxFunctionDepth = 100;
function checkSafety(model) {
	return collectFindings((report) => {
		checkExtent(model, report);
		checkFunctions(model, report);
		for (const [where, tensor] of constantsOf(model)) checkExternalData(tensor, where, report);
	});
}
function checkExtent(model, report) {
	const scopes = scopesOf(model);
	const nodes = scopes.reduce((sum, scope) => sum + scope.nodes.length, 0);
	if (nodes > maxNodes) report("too-many-nodes", "model", `It has ${nodes} nodes, more than ${maxNodes}.`);
	for (const scope of scopes) if (scope.path.split("/node ").length - 1 > maxNesting) report("nested-too-deep", scope.path, `Its graphs are nested more than ${maxNesting} deep.`);
}
function checkFunctions(model, report) {
	const depths = new Map();
	const calls = new Map(model.functions.map((body) => [`${body.domain}.${body.name}`, new Set(body.node.map((node) => `${node.domain}.${node.opType}`))]));
	const depthOf = (name, path) => {
		if (path.includes(name) || path.length > maxFunctionDepth) return Number.POSITIVE_INFINITY;
		const called = depths.get(name) ?? 1 + Math.max(0, ...[...calls.get(name) ?? []].filter((callee) => calls.has(callee)).map((callee) => depthOf(callee, [...path, name])));
		depths.set(name, called);
		return called;
	};
	for (const name of calls.keys()) if (depthOf(name, []) > maxFunctionDepth) report("function-cycle", `function ${name}`, `It calls itself, or others more than ${maxFunctionDepth} deep.`);
}
const externalKeys = [
	"location",
	"offset",
	"length",
	"checksum",
	"basepath"
];
function checkExternalData(tensor, where, report) {
	if (!isExternal(tensor)) return;
	const location = externalEntry(tensor, "location") ?? "";
	const trouble = locationTrouble(location);
	if (trouble !== void 0) report("external-location", where, `Its weights are in \`${location}\`, ${trouble}.`);
	for (const { key } of tensor.externalData) if (!externalKeys.includes(key)) report("external-key", where, `\`${key}\` is not a key of external data.`, `Known are ${externalKeys.join(", ")}.`);
	for (const key of ["offset", "length"]) if (byteCount(externalEntry(tensor, key) ?? "0") === void 0) report("external-range", where, `Its ${key} \`${externalEntry(tensor, key)}\` is not a number of bytes.`);
	checkLength(tensor, where, report);
}
function checkLength(tensor, where, report) {
	const length = externalEntry(tensor, "length");
	const bits = elementType(tensor.dataType)?.bits;
	if (length === void 0 || bits === void 0) return;
	const wanted = Math.ceil(sizeOf$1(tensor.dims) * bits / 8);
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
		checkFunctions$1(model, report);
		checkSubgraphs(model, report);
		checkTypes(model, inferTypes(model), report);
		checkWeights(model, report, external);
		checkSparse(model, report);
		if (external !== void 0) checkExternal(model, external, report);
		checkUnused(model, report);
	});
}
export { checkModel, checkRisks, checkSafety, onnxruntimeLimits };
