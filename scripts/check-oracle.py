"""What onnx.checker (full) and onnxruntime say of models: JSON on the standard output, in the order of the manifest.

    pip install onnx onnxruntime && python3 scripts/check-oracle.py FOLDER

Reads FOLDER/manifest.json (as scripts/malformed.ts writes it). Each answer is null where the model is accepted, or else the
first line of the complaint; `crash` where the process died of it. A model that onnxruntime merely has no kernel for is not
refused: nothing is wrong with it.
"""

import json
import subprocess
import sys
from pathlib import Path


def answer(check, file):
    try:
        check(file)
    except Exception as error:
        text = str(error).strip() or type(error).__name__
        return None if "NOT_IMPLEMENTED" in text else text.splitlines()[0][:300]
    return None


def serve():
    """One line in, the path of a model; one line out, the answers."""
    import onnx
    import onnxruntime

    onnxruntime.set_default_logger_severity(4)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    checks = {
        "onnx": lambda file: onnx.checker.check_model(file, full_check=True),
        "onnxruntime": lambda file: onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"]),
    }
    print(json.dumps({"onnx": onnx.__version__, "onnxruntime": onnxruntime.__version__}), flush=True)
    for line in sys.stdin:
        tool, file = line.rstrip("\n").split(" ", 1)
        print(json.dumps(answer(checks[tool], file)), flush=True)


class Server:
    def __init__(self):
        self.start()

    def start(self):
        command = [sys.executable, __file__, "--serve"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, text=True, **pipes)
        self.versions = json.loads(self.process.stdout.readline())

    def ask(self, tool, file):
        self.process.stdin.write(f"{tool} {file}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if line:
            return json.loads(line)
        self.process.wait()
        self.start()
        return "crash"


def main(folder):
    server = Server()
    answers = {}
    for each in json.loads((folder / "manifest.json").read_text()):
        answers[each["name"]] = {tool: server.ask(tool, folder / each["file"]) for tool in ("onnx", "onnxruntime")}
    server.process.stdin.close()
    json.dump({"versions": server.versions, "answers": answers}, sys.stdout)


if sys.argv[1] == "--serve":
    serve()
else:
    main(Path(sys.argv[1]).resolve())
