"""One task on one model in a process of its own: prints milliseconds, those of processors, and the most memory it had, as JSON."""

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


def peak_megabytes():
    """The system's own count begins with what the parent had when it started this process; Linux tells what this one had."""
    try:
        with open("/proc/self/status") as status:
            return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


tasks = {"nothing": lambda: None, "load": load, "check": check, "check_path": check_path, "infer": infer}
start, before = time.perf_counter(), time.process_time()
result = tasks[task]()
ms = 1000 * (time.perf_counter() - start)
processor_ms = 1000 * (time.process_time() - before)
megabytes = peak_megabytes()
print(json.dumps({"ms": ms, "processorMs": processor_ms, "megabytes": megabytes, "result": result}))
