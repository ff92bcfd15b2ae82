/**
 * The operators of ONNX 1.23.2, written by scripts/operator-schemas.py; see there for the notation.
 * Licence of the source: Apache-2.0.
 */
export const operatorTable = `
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
`

/** The newest version of the standard operators, and of the format itself. */
export const newest = { opset: 28, irVersion: 14 } as const
