"""One task on one model in a process of its own: prints milliseconds and the most memory it had, as JSON."""

import json
import resource
import sys
import time

import onnx

task, file = sys.argv[1], sys.argv[2]


def load():
    return len(onnx.load(file).graph.node)


def check():
    onnx.checker.check_model(onnx.load(file), full_check=True)


def check_path():
    onnx.checker.check_model(file, full_check=True)


def infer():
    return len(onnx.shape_inference.infer_shapes(onnx.load(file), data_prop=True).graph.value_info)


tasks = {"nothing": lambda: None, "load": load, "check": check, "check_path": check_path, "infer": infer}
start = time.perf_counter()
result = tasks[task]()
ms = 1000 * (time.perf_counter() - start)
print(json.dumps({"ms": ms, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "result": result}))
