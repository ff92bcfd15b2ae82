"""What onnx.shape_inference says of models, for test/real/infer.test.ts.

Reads paths of models, one a line; writes a line of JSON for each: for every value of the main graph its element type and dims
(a number, a symbol, or null), or why the model could not be inferred.

    pip install onnx && python3 scripts/infer-oracle.py < paths > types.jsonl
"""

import json
import sys

import onnx


def type_of(type_proto):
    """A tensor as {elem, dims}; other kinds of values by their name alone."""
    kind = type_proto.WhichOneof("value")
    if kind not in ("tensor_type", "sparse_tensor_type"):
        return {"kind": kind}
    tensor = getattr(type_proto, kind)
    dims = None
    if tensor.HasField("shape"):
        dims = [
            dim.dim_value if dim.HasField("dim_value") else dim.dim_param or None
            for dim in tensor.shape.dim
        ]
    return {"kind": kind, "elem": tensor.elem_type, "dims": dims}


def undeclared(model):
    """Nothing is declared but the inputs: what a model says of its outputs would be no inference."""
    del model.graph.value_info[:]
    for output in model.graph.output:
        output.ClearField("type")
    return model


def types_of(path):
    model = undeclared(onnx.load(path, load_external_data=False))
    inferred = onnx.shape_inference.infer_shapes(model, data_prop=True).graph
    values = [*inferred.value_info, *inferred.output]
    return {value.name: type_of(value.type) for value in values if value.HasField("type")}


for line in sys.stdin:
    path = line.strip()
    try:
        print(json.dumps({"path": path, "types": types_of(path)}))
    except Exception as error:  # Whatever it is, it is what the tool says of this model.
        print(json.dumps({"path": path, "error": str(error)[:300]}))
    sys.stdout.flush()
