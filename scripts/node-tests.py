"""Writes the node tests of the installed `onnx` as files: one model each, `OUT/NAME/model.onnx`. The wheel makes them when they run.

    pip install onnx && python3 scripts/node-tests.py OUT
"""

import sys
import warnings
from pathlib import Path

import onnx
from onnx.backend.test.case.node import collect_testcases

warnings.filterwarnings("ignore")
out = Path(sys.argv[1])
for case in collect_testcases(None):
    if case.model is None:
        continue
    folder = out / case.name
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(case.model, str(folder / "model.onnx"))
