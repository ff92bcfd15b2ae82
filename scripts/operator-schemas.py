"""Writes src/onnx/operators/table.ts: every operator of the ONNX standard, all versions, with its types and attributes.

A development tool, run by hand when the standard grows:

    pip install onnx && python3 scripts/operator-schemas.py

The notation. `=0 1-16 s1-16` is a set of types: element types by code, after `s`, `o` and `os` those in sequences, in
optionals and in optional sequences; `m7.1` is a map from int64 to float32, `sm7.1` a sequence of these. `[domain]` begins
a domain. An operator is its name, then a line for each of its versions, indented:

    7 T T? T* > T | T=0 | axis:i value:t!

since version 7 it takes and gives these; `?` may be left out, `*` any number of one type (`*2` at least two of them), `~`
any number of any types; a number in place of a letter is a fixed type. `@2,*,1,*` states least and most inputs and outputs
where they do not follow. Attributes carry the letter of their type (`types` below), `!` when required. A part `=` is as in
the version before. `!` alone is deprecated.
"""

from collections import defaultdict
from pathlib import Path

import onnx

TARGET = Path(__file__).parent.parent / "src" / "onnx" / "operators" / "table.ts"
UNBOUNDED = 2**31 - 1
ATTRIBUTES = {
    "FLOAT": "f", "INT": "i", "STRING": "s", "TENSOR": "t", "GRAPH": "g", "SPARSE_TENSOR": "x", "TYPE_PROTO": "p",
    "FLOATS": "F", "INTS": "I", "STRINGS": "S", "TENSORS": "T", "GRAPHS": "G",
}
OTHER_NAMES = {"float": "FLOAT", "double": "DOUBLE"}

sets = {}


def code(name):
    return onnx.TensorProto.DataType.Value(OTHER_NAMES.get(name, name.upper()))


def short(text):
    """`seq(map(int64, float))` → ('sm', '7.1'): what the type is in, and the code of its elements."""
    inner = text[text.index("(") + 1 : -1]
    if text.startswith("tensor("):
        return "", code(inner)
    if text.startswith("map("):
        key, value = inner.split(", ")
        value = value.removeprefix("tensor(").removesuffix(")")
        return "m", f"{code(key)}.{code(value)}"
    prefix = {"seq": "s", "optional": "o"}[text[: text.index("(")]]
    around, element = short(inner)
    return prefix + around, element


def ranges(codes):
    """[1, 2, 3, 7] → `1-3,7`; maps stay as they are."""
    runs = []
    for number in sorted(codes, key=lambda each: (isinstance(each, str), each)):
        if runs and not isinstance(number, str) and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


def type_set(types):
    groups = defaultdict(set)
    for text in types:
        around, element = short(text)
        groups[around].add(element)
    text = " ".join(around + ranges(groups[around]) for around in sorted(groups))
    return str(sets.setdefault(text, len(sets)))


def formal(parameter):
    option = str(parameter.option).split(".")[-1]
    mark = {"Single": "", "Optional": "?", "Variadic": "*" if parameter.is_homogeneous else "~"}[option]
    least = str(parameter.min_arity) if option == "Variadic" and parameter.min_arity != 1 else ""
    fixed = "(" in parameter.type_str
    return (type_set([parameter.type_str]) if fixed else parameter.type_str) + mark + least


def arity(parameters):
    """Least and most values by the marks of the parameters alone."""
    least = most = 0
    for parameter in parameters:
        option = str(parameter.option).split(".")[-1]
        most = UNBOUNDED if option == "Variadic" else most + 1
        if option == "Single":
            least = most
        if option == "Variadic":
            least += parameter.min_arity
    return least, most


def signature(schema):
    stated = (schema.min_input, schema.max_input, schema.min_output, schema.max_output)
    words = [*map(formal, schema.inputs), ">", *map(formal, schema.outputs)]
    if stated != arity(schema.inputs) + arity(schema.outputs):
        words.append("@" + ",".join("*" if n == UNBOUNDED else str(n) for n in stated))
    return " ".join(words)


def constraints(schema):
    used = {parameter.type_str for parameter in [*schema.inputs, *schema.outputs]}
    return " ".join(
        f"{each.type_param_str}={type_set(each.allowed_type_strs)}"
        for each in schema.type_constraints
        if each.type_param_str in used
    )


def attributes(schema):
    return " ".join(
        f"{name}:{ATTRIBUTES[str(each.type).split('.')[-1]]}{'!' if each.required else ''}"
        for name, each in sorted(schema.attributes.items())
    )


def lines(name, schemas):
    yield name
    last = None
    for schema in sorted(schemas, key=lambda schema: schema.since_version):
        if schema.deprecated:
            yield f" {schema.since_version} !"
            continue
        parts = (signature(schema), constraints(schema), attributes(schema))
        words = ["=" if last and last[at] == part else part for at, part in enumerate(parts)]
        yield f" {schema.since_version} {' | '.join(words)}".rstrip()
        last = parts


def table():
    domains = defaultdict(lambda: defaultdict(list))
    for schema in onnx.defs.get_all_schemas_with_history():
        domains[schema.domain][schema.name].append(schema)
    for domain in sorted(domains):
        yield f"[{domain}]"
        for name in sorted(domains[domain]):
            yield from lines(name, domains[domain][name])


operators = list(table())
numbered = [f"={number} {text}" for text, number in sets.items()]
header = f"""/**
 * The operators of ONNX {onnx.__version__}, written by scripts/operator-schemas.py; see there for the notation.
 * Licence of the source: Apache-2.0.
 */
export const operatorTable = `
"""
newest = max(schema.since_version for schema in onnx.defs.get_all_schemas_with_history() if schema.domain == "")
footer = f"""`

/** The newest version of the standard operators, and of the format itself. */
export const newest = {{ opset: {onnx.defs.onnx_opset_version()}, irVersion: {onnx.IR_VERSION} }} as const
"""
assert newest <= onnx.defs.onnx_opset_version()
TARGET.write_text(header + "\n".join(numbered + operators) + "\n" + footer)
print(TARGET, TARGET.stat().st_size, "bytes")
