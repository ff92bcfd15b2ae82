"""Writes src/onnx/operator-table.ts: every operator of the ONNX standard, all versions, with its arity.

A development tool, run by hand when the standard grows:

    pip install onnx && python3 scripts/operator-schemas.py
"""

from collections import defaultdict
from pathlib import Path

import onnx

TARGET = Path(__file__).parent.parent / "src" / "onnx" / "operator-table.ts"
UNBOUNDED = 2**31 - 1


def arity(schema):
    """Least and most inputs, least and most outputs, comma-separated; `*` is no upper bound."""
    numbers = (schema.min_input, schema.max_input, schema.min_output, schema.max_output)
    return ",".join("*" if n == UNBOUNDED else str(n) for n in numbers)


def line(name, schemas):
    """`Name 1:2,2,1,1 7 13!`: versions, each with its arity where it differs from the one before; `!` is deprecated."""
    words, last = [name], None
    for schema in sorted(schemas, key=lambda schema: schema.since_version):
        word = str(schema.since_version)
        if schema.deprecated:
            word += "!"
        elif arity(schema) != last:
            last = arity(schema)
            word += ":" + last
        words.append(word)
    return " ".join(words)


def table():
    domains = defaultdict(lambda: defaultdict(list))
    for schema in onnx.defs.get_all_schemas_with_history():
        domains[schema.domain][schema.name].append(schema)
    for domain in sorted(domains):
        yield f"[{domain}]"
        yield from (line(name, domains[domain][name]) for name in sorted(domains[domain]))


header = f"""/**
 * The operators of ONNX {onnx.__version__}, written by scripts/operator-schemas.py; see there for the notation.
 * Licence of the source: Apache-2.0.
 */
export const operatorTable = `
"""
TARGET.write_text(header + "\n".join(table()) + "\n`\n")
print(TARGET, TARGET.stat().st_size, "bytes")
