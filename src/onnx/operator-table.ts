/**
 * The operators of ONNX 1.23.2, written by scripts/operator-schemas.py; see there for the notation.
 * Licence of the source: Apache-2.0.
 */
export const operatorTable = `
[]
Abs 1:1,1,1,1 6 13
Acos 7:1,1,1,1 22
Acosh 9:1,1,1,1 22
Add 1:2,2,1,1 6 7 13 14
AffineGrid 20:2,2,1,1
And 1:2,2,1,1 7
ArgMax 1:1,1,1,1 11 12 13
ArgMin 1:1,1,1,1 11 12 13
Asin 7:1,1,1,1 22
Asinh 9:1,1,1,1 22
Atan 7:1,1,1,1 22
Atanh 9:1,1,1,1 22
Attention 23:3,6,1,4 24:3,7,1,4 25
AveragePool 1:1,1,1,1 7 10 11 19 22
BatchNormalization 1:5,5,1,5 6 7 9 14:5,5,1,3 15
Bernoulli 15:1,1,1,1 22
BitCast 26:1,1,1,1
BitShift 11:2,2,1,1 28
BitwiseAnd 18:2,2,1,1
BitwiseNot 18:1,1,1,1
BitwiseOr 18:2,2,1,1
BitwiseXor 18:2,2,1,1
BlackmanWindow 17:1,1,1,1
Cast 1:1,1,1,1 6 9 13 19 21 23 24 25 28
CastLike 15:2,2,1,1 19 21 23 24 25
CausalConvWithState 27:2,4,2,2
Ceil 1:1,1,1,1 6 13
Celu 12:1,1,1,1 28
CenterCropPad 18:2,2,1,1
Clip 1:1,1,1,1 6 11:1,3,1,1 12 13
Col2Im 18:3,3,1,1
Compress 9:2,2,1,1 11 28
Concat 1:1,*,1,1 4 11 13
ConcatFromSequence 11:1,1,1,1
Constant 1:0,0,1,1 9 11 12 13 19 21 23 24 25
ConstantOfShape 9:1,1,1,1 20 21 23 24 25
Conv 1:2,3,1,1 11 22
ConvInteger 10:2,4,1,1
ConvTranspose 1:2,3,1,1 11 22
Cos 7:1,1,1,1 22
Cosh 9:1,1,1,1 22
CumProd 26:2,2,1,1
CumSum 11:2,2,1,1 14
DFT 17:1,2,1,1 20:1,3,1,1
DeformConv 19:3,5,1,1 22
DepthToSpace 1:1,1,1,1 11 13 28
DequantizeLinear 10:2,3,1,1 13 19 21 23 24 25 28
Det 11:1,1,1,1 22
Div 1:2,2,1,1 6 7 13 14
Dropout 1:1,1,1,2 6 7 10 12:1,3,1,2 13 22
DynamicQuantizeLinear 11:1,1,3,3
Einsum 12:1,*,1,1 28
Elu 1:1,1,1,1 6 22
Equal 1:2,2,1,1 7 11 13 19
Erf 9:1,1,1,1 13
Exp 1:1,1,1,1 6 13
Expand 8:2,2,1,1 13
EyeLike 9:1,1,1,1 22
Flatten 1:1,1,1,1 9 11 13 21 23 24 25
Floor 1:1,1,1,1 6 13
GRU 1:3,6,2,2 3:3,6,0,2 7 14 22
Gather 1:2,2,1,1 11 13
GatherElements 11:2,2,1,1 13
GatherND 11:2,2,1,1 12 13
Gelu 20:1,1,1,1
Gemm 1:3,3,1,1 6 7 9 11:2,3,1,1 13
GlobalAveragePool 1:1,1,1,1 22
GlobalLpPool 1:1,1,1,1 2 22
GlobalMaxPool 1:1,1,1,1 22
Greater 1:2,2,1,1 7 9 13
GreaterOrEqual 12:2,2,1,1 16
GridSample 16:2,2,1,1 20 22
GroupNormalization 18! 21:3,3,1,1
HammingWindow 17:1,1,1,1
HannWindow 17:1,1,1,1
HardSigmoid 1:1,1,1,1 6 22
HardSwish 14:1,1,1,1 22
Hardmax 1:1,1,1,1 11 13
Identity 1:1,1,1,1 13 14 16 19 21 23 24 25
If 1:1,1,1,* 11 13 16 19 21 23 24 25
ImageDecoder 20:1,1,1,1
InstanceNormalization 1:3,3,1,1 6 22
IsInf 10:1,1,1,1 20
IsNaN 9:1,1,1,1 13 20
LRN 1:1,1,1,1 13
LSTM 1:3,8,0,3 7 14 22
LayerNormalization 17:2,3,1,3
LeakyRelu 1:1,1,1,1 6 16
Less 1:2,2,1,1 7 9 13
LessOrEqual 12:2,2,1,1 16
LinearAttention 27:3,6,2,2
Log 1:1,1,1,1 6 13
LogSoftmax 1:1,1,1,1 11 13
Loop 1:3,*,1,* 11:2,*,1,* 13 16 19 21 23 24 25
LpNormalization 1:1,1,1,1 22
LpPool 1:1,1,1,1 2 11 18 22
MatMul 1:2,2,1,1 9 13
MatMulInteger 10:2,4,1,1
Max 1:1,*,1,1 6 8 12 13
MaxPool 1:1,1,1,1 8:1,1,1,2 10 11 12 22
MaxRoiPool 1:2,2,1,1 22
MaxUnpool 9:2,3,1,1 11 22
Mean 1:1,*,1,1 6 8 13
MeanVarianceNormalization 9:1,1,1,1 13
MelWeightMatrix 17:5,5,1,1
Min 1:1,*,1,1 6 8 12 13
Mish 18:1,1,1,1 22
Mod 10:2,2,1,1 13 28
Mul 1:2,2,1,1 6 7 13 14
Multinomial 7:1,1,1,1 22
Neg 1:1,1,1,1 6 13
NegativeLogLikelihoodLoss 12:2,3,1,1 13 22
NonMaxSuppression 10:2,5,1,1 11
NonZero 9:1,1,1,1 13
Not 1:1,1,1,1
OneHot 9:3,3,1,1 11 28
Optional 15:0,1,1,1 28
OptionalGetElement 15:1,1,1,1 18 28
OptionalHasElement 15:1,1,1,1 18:0,1,1,1 28
Or 1:2,2,1,1 7
PRelu 1:2,2,1,1 6 7 9 16
Pad 1:1,1,1,1 2 11:2,3,1,1 13 18:2,4,1,1 19 21 23 24 25
Pow 1:2,2,1,1 7 12 13 15
QLinearConv 10:8,9,1,1
QLinearMatMul 10:8,8,1,1 21
QuantizeLinear 10:2,3,1,1 13 19 21 23 24 25 28
RMSNormalization 23:2,2,1,1
RNN 1:3,6,0,2 7 14 22
RandomNormal 1:0,0,1,1 22
RandomNormalLike 1:1,1,1,1 22
RandomUniform 1:0,0,1,1 22
RandomUniformLike 1:1,1,1,1 22
Range 11:3,3,1,1 27
Reciprocal 1:1,1,1,1 6 13
ReduceL1 1:1,1,1,1 11 13 18:1,2,1,1
ReduceL2 1:1,1,1,1 11 13 18:1,2,1,1
ReduceLogSum 1:1,1,1,1 11 13 18:1,2,1,1 28
ReduceLogSumExp 1:1,1,1,1 11 13 18:1,2,1,1 28
ReduceMax 1:1,1,1,1 11 12 13 18:1,2,1,1 20
ReduceMean 1:1,1,1,1 11 13 18:1,2,1,1
ReduceMin 1:1,1,1,1 11 12 13 18:1,2,1,1 20
ReduceProd 1:1,1,1,1 11 13 18:1,2,1,1
ReduceSum 1:1,1,1,1 11 13:1,2,1,1
ReduceSumSquare 1:1,1,1,1 11 13 18:1,2,1,1
RegexFullMatch 20:1,1,1,1
Relu 1:1,1,1,1 6 13 14
Reshape 1:1,1,1,1 5:2,2,1,1 13 14 19 21 23 24 25
Resize 10:2,2,1,1 11:3,4,1,1 13:1,4,1,1 18 19
ReverseSequence 10:2,2,1,1 28
RoiAlign 10:3,3,1,1 16 22
RotaryEmbedding 23:3,4,1,1
Round 11:1,1,1,1 22
STFT 17:2,4,1,1
Scan 8:2,*,1,* 9:1,*,1,* 11 16 19 21 23 24 25
Scatter 9:3,3,1,1 11!
ScatterElements 11:3,3,1,1 13 16 18
ScatterND 11:3,3,1,1 13 16 18
Selu 1:1,1,1,1 6 22
SequenceAt 11:2,2,1,1
SequenceConstruct 11:1,*,1,1
SequenceEmpty 11:0,0,1,1
SequenceErase 11:1,2,1,1
SequenceInsert 11:2,3,1,1
SequenceLength 11:1,1,1,1
SequenceMap 17:1,*,1,*
Shape 1:1,1,1,1 13 15 19 21 23 24 25
Shrink 9:1,1,1,1
Sigmoid 1:1,1,1,1 6 13
Sign 9:1,1,1,1 13
Sin 7:1,1,1,1 22
Sinh 9:1,1,1,1 22
Size 1:1,1,1,1 13 19 21 23 24 25
Slice 1:1,1,1,1 10:3,5,1,1 11 13
Softmax 1:1,1,1,1 11 13
SoftmaxCrossEntropyLoss 12:2,3,1,2 13
Softplus 1:1,1,1,1 22
Softsign 1:1,1,1,1 22
SpaceToDepth 1:1,1,1,1 13 28
Split 1:1,2,1,* 2:1,1,1,* 11 13:1,2,1,* 18
SplitToSequence 11:1,2,1,1 24
Sqrt 1:1,1,1,1 6 13
Squeeze 1:1,1,1,1 11 13:1,2,1,1 21 23 24 25
StringConcat 20:2,2,1,1
StringNormalizer 10:1,1,1,1
StringSplit 20:1,1,2,2
Sub 1:2,2,1,1 6 7 13 14
Sum 1:1,*,1,1 6 8 13
SwiGLU 28:2,2,1,1
Swish 24:1,1,1,1
Tan 7:1,1,1,1 22
Tanh 1:1,1,1,1 6 13
TensorScatter 24:2,3,1,1
TfIdfVectorizer 9:1,1,1,1
ThresholdedRelu 10:1,1,1,1 22
Tile 1:3,3,1,1 6:2,2,1,1 13
TopK 1:1,1,2,2 10:2,2,2,2 11 24
Transpose 1:1,1,1,1 13 21 23 24 25
Trilu 14:1,2,1,1
Unique 11:1,1,1,4 28
Unsqueeze 1:1,1,1,1 11 13:2,2,1,1 21 23 24 25
Upsample 1:1,1,1,1 7 9:2,2,1,1 10!
Where 9:3,3,1,1 16
Xor 1:2,2,1,1 7
[ai.onnx.ml]
ArrayFeatureExtractor 1:2,2,1,1
Binarizer 1:1,1,1,1
CastMap 1:1,1,1,1
CategoryMapper 1:1,1,1,1
DictVectorizer 1:1,1,1,1
FeatureVectorizer 1:1,*,1,1
Imputer 1:1,1,1,1
LabelEncoder 1:1,1,1,1 2 4
LinearClassifier 1:1,1,2,2
LinearRegressor 1:1,1,1,1
Normalizer 1:1,1,1,1
OneHotEncoder 1:1,1,1,1
SVMClassifier 1:1,1,2,2
SVMRegressor 1:1,1,1,1
Scaler 1:1,1,1,1
TreeEnsemble 5:1,1,1,1
TreeEnsembleClassifier 1:1,1,2,2 3 5!
TreeEnsembleRegressor 1:1,1,1,1 3 5!
ZipMap 1:1,1,1,1
[ai.onnx.preview]
FlexAttention 1:3,3,1,1
[ai.onnx.preview.training]
Adagrad 1:3,*,1,*
Adam 1:3,*,1,*
Gradient 1:1,*,1,*
Momentum 1:3,*,1,*
`
