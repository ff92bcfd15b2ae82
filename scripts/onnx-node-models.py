"""Writes the models with which the installed PyPI package `onnx` tests every operator: FOLDER/NAME/model.onnx.

    pip install onnx && python3 scripts/onnx-node-models.py FOLDER

The package holds them as code alone; its own command `generate-data` writes the few that are not of one operator.
"""

import sys
import warnings
from pathlib import Path

from onnx.backend.test.case import node

warnings.simplefilter("ignore")
folder = Path(sys.argv[1])
cases = [case for case in node.collect_testcases(None) if case.model is not None]
for case in cases:
    file = folder / case.name / "model.onnx"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(case.model.SerializeToString())
print(len(cases), "models in", folder)
