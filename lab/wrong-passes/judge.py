"""What NumPy, scikit-learn, onnx and onnxruntime say of the files of an attempt: an opinion that owes Airworthy nothing.

Reads a JSON list of questions from standard input and writes a JSON list of findings, in order. A question is an object with what
is asked (`ask`) and paths of files. A finding is {"value": a number or a text} or {"refused": why that cannot be said}.
"""

import json
import math
import os
import signal
import sys
import warnings

import numpy as np
import onnx
import onnxruntime
from sklearn import metrics

warnings.simplefilter("ignore")


def session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def feeds_of(model, arrays):
    return {each.name: arrays[each.name] for each in model.get_inputs()}


def outputs_of(question, arrays):
    """The outputs of a model on all examples, by name in the model's order: `batch` examples at a time, or all at once."""
    model = session(question["model"])
    feeds = feeds_of(model, arrays)
    examples = len(next(iter(feeds.values())))
    size = question.get("batch", examples)
    names = [each.name for each in model.get_outputs()]
    parts = [
        model.run(None, {name: array[start : start + size] for name, array in feeds.items()})
        for start in range(0, examples, size)
    ]
    return {name: np.concatenate([part[at] for part in parts]) for at, name in enumerate(names)}


def examined(question):
    """Labels and the output that callers read (`output`, or the first), on the examples of a slice where one is named."""
    with np.load(question["data"]) as arrays:
        held = {name: arrays[name] for name in arrays.files}
    outputs = outputs_of(question, held)
    output = outputs[question["output"]] if "output" in question else next(iter(outputs.values()))
    labels = held[question.get("label", "y")].reshape(-1)
    if "slice" in question:
        array, value = question["slice"]
        chosen = held[array].astype(str) == value
        output, labels = output[chosen], labels[chosen]
    return labels, output


def whole(labels):
    return np.array([int(label) for label in labels])


def classes_of(output):
    """The top class of each example, or the output itself where it names a class. NaN is of no class."""
    if output.ndim == 1:
        return output.astype(np.int64)
    top = np.argmax(output, axis=1)
    return np.where(np.isnan(output).any(axis=1), -1, top)


def by_class(score):
    def answer(question):
        labels, output = examined(question)
        labels, predicted = whole(labels), classes_of(output)
        binary = output.ndim == 2 and output.shape[1] == 2
        if binary:
            return score(labels == 1, predicted == 1, average="binary", zero_division=0)
        return score(labels, predicted, average="macro", zero_division=0)

    return answer


def accuracy(question):
    labels, output = examined(question)
    return metrics.accuracy_score(whole(labels), classes_of(output))


def top(question):
    """The share of examples whose label is among the `k` top classes; of fewer classes than that no model can be wrong."""
    labels, output = examined(question)
    return metrics.top_k_accuracy_score(
        whole(labels), output, k=question["k"], labels=np.arange(output.shape[1])
    )


def probabilities_of(output, kind):
    scores = output.reshape(len(output), -1).astype(np.float64)
    if kind == "logits":
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True)
    if scores.shape[1] == 1:
        return np.concatenate([1 - scores, scores], axis=1)
    if kind == "given":
        return scores
    return scores / scores.sum(axis=1, keepdims=True)


def log_loss(question):
    """Of probabilities that add up to 1: others are divided by their sum first, taken as they are, or are logits (`kind`)."""
    labels, output = examined(question)
    found = np.clip(probabilities_of(output, question.get("kind", "probabilities")), 2**-23, 1)
    return metrics.log_loss(whole(labels), found, labels=np.arange(found.shape[1]))


def auc(question):
    labels, output = examined(question)
    labels, scores = whole(labels), output.reshape(len(output), -1)
    if scores.shape[1] > 2:
        return metrics.roc_auc_score(labels, probabilities_of(scores, "probabilities"), multi_class="ovr")
    one = scores[:, 0] if scores.shape[1] == 1 else scores[:, 1] - scores[:, 0]
    return metrics.roc_auc_score(labels == 1, one)


def by_value(score):
    def answer(question):
        labels, output = examined(question)
        # Whole numbers beyond 2^53 keep their digits in 80 bits.
        offset = question.get("offset", 0)
        truth = (labels - labels.dtype.type(offset)).astype(np.float64)
        given = output.reshape(-1).astype(np.float64) - offset
        return score(truth, given)

    return answer


def distance(question):
    """The mean distance of the outputs of one model from those of another, as a share of their size: of each example that of the output
    where it is largest, or of all outputs as one (`together`)."""
    with np.load(question["data"]) as arrays:
        held = {name: arrays[name] for name in arrays.files}
    found, wanted = outputs_of(question, held), outputs_of({"model": question["from"]}, held)
    names = [question["output"]] if "output" in question else list(wanted)
    columns = slice(*question["columns"]) if "columns" in question else slice(None)
    shares = []
    for group in [names] if question.get("together") else [[name] for name in names]:
        given, expected = (
            np.concatenate([outputs[name].reshape(len(outputs[name]), -1)[:, columns] for name in group], axis=1).astype(np.float64)
            for outputs in (found, wanted)
        )
        sizes = np.linalg.norm(expected, axis=1)
        shares.append(np.linalg.norm(given - expected, axis=1) / np.where(sizes == 0, 1, sizes))
    return np.mean(np.max(shares, axis=0))


def finite(question):
    """The share of examples for which every number of every floating-point output is finite."""
    with np.load(question["data"]) as arrays:
        outputs = outputs_of(question, {name: arrays[name] for name in arrays.files})
    rows = [
        np.isfinite(output.reshape(len(output), -1)).all(axis=1)
        for output in outputs.values()
        if output.dtype.kind == "f"
    ]
    return np.mean(np.all(rows, axis=0))


def alone(question):
    """The share of examples that get another top class in a batch than alone."""
    with np.load(question["data"]) as arrays:
        held = {name: arrays[name] for name in arrays.files}
    together = next(iter(outputs_of({**question, "batch": question["batch"]}, held).values()))
    single = next(iter(outputs_of({**question, "batch": 1}, held).values()))
    return np.mean(classes_of(together) != classes_of(single))


def filled(question):
    """The share of examples that get another top class where all rows of their batch are they, of a model that takes `batch` at a time."""
    size = question["batch"]
    model = session(question["model"])
    with np.load(question["data"]) as arrays:
        feeds = feeds_of(model, {name: arrays[name] for name in arrays.files})
    examples = len(next(iter(feeds.values()))) // size * size
    together = np.concatenate(
        [
            model.run(None, {name: array[start : start + size] for name, array in feeds.items()})[0]
            for start in range(0, examples, size)
        ]
    )
    single = np.concatenate(
        [
            model.run(None, {name: np.repeat(array[at : at + 1], size, axis=0) for name, array in feeds.items()})[0][:1]
            for at in range(examples)
        ]
    )
    return np.mean(classes_of(together) != classes_of(single))


def repeats(question):
    """In how many of so many runs on one input the outputs are not those of the first run."""
    model = session(question["model"])
    rows = np.ones((1, *[dim if isinstance(dim, int) else 1 for dim in model.get_inputs()[0].shape[1:]]), np.float32)
    feeds = {model.get_inputs()[0].name: rows}
    first = model.run(None, feeds)
    return sum(
        any(not np.array_equal(a, b, equal_nan=True) for a, b in zip(first, model.run(None, feeds)))
        for _ in range(question["runs"])
    )


def runs(question):
    """Runs a model on every example alone. What it says when it cannot is a refusal."""
    with np.load(question["data"]) as arrays:
        held = {name: arrays[name] for name in arrays.files}
    outputs_of({**question, "batch": 1}, held)
    return "runs"


def loads(question):
    session(question["model"])
    return "loads"


def checks(question):
    onnx.checker.check_model(question["model"], full_check=True)
    return "sound"


def shape(question):
    """The shape that an output declares, and the one that a run gives."""
    model = session(question["model"])
    each = model.get_inputs()
    rng = np.random.default_rng(1)
    types = {"tensor(float)": np.float32, "tensor(bool)": bool, "tensor(int64)": np.int64}
    feeds = {i.name: rng.random([d if isinstance(d, int) else 1 for d in i.shape]).astype(types[i.type]) for i in each}
    given = model.run(None, feeds)[0].shape
    return f"declares {list(model.get_outputs()[0].shape)}, gives {list(given)}"


def array(question):
    """What NumPy says of an array, or why it does not read it."""
    with np.load(question["data"]) as arrays:
        if question["name"] not in arrays.files:
            raise KeyError(f"no array {question['name']}, only {', '.join(arrays.files)}")
        found = arrays[question["name"]]
    return f"{found.dtype} {list(found.shape)}"


def labels(question):
    """How many labels are none: NaN, or no whole number from 0 to `classes` − 1."""
    with np.load(question["data"]) as arrays:
        found = arrays[question.get("label", "y")].reshape(-1)

    def wrong(label):
        try:
            number = float(label)
        except ValueError:
            return True
        return not (number.is_integer() and 0 <= number < question["classes"])

    return sum(wrong(label) for label in found.tolist())


def distinct(question):
    """How many examples are not copies of another, in a slice where one is named."""
    with np.load(question["data"]) as arrays:
        chosen = arrays["x"]
        if "slice" in question:
            chosen = chosen[arrays[question["slice"][0]].astype(str) == question["slice"][1]]
        return len(np.unique(chosen, axis=0))


def support(question):
    """Examples of a class, in a slice where one is named."""
    with np.load(question["data"]) as arrays:
        chosen = arrays["y"].astype(str) == question["class"]
        if "slice" in question:
            chosen &= arrays[question["slice"][0]].astype(str) == question["slice"][1]
        return int(chosen.sum())


def rows(question):
    with np.load(question["data"]) as arrays:
        return len(arrays[question["name"]])


def size(question):
    """Bytes of a model with the files that it names."""
    folder = os.path.dirname(question["model"])
    model = onnx.load(question["model"], load_external_data=False)
    beside = {
        entry.value
        for tensor in model.graph.initializer
        for entry in tensor.external_data
        if entry.key == "location"
    }
    return sum(os.path.getsize(path) for path in [question["model"], *(os.path.join(folder, name) for name in beside)])


def parameters(question):
    """Elements of all weights, in initialisers and in the attributes of nodes, nested graphs included."""

    def tensors(graph):
        for tensor in graph.initializer:
            yield math.prod(tensor.dims)
        for node in graph.node:
            for attribute in node.attribute:
                if attribute.HasField("t"):
                    yield math.prod(attribute.t.dims)
                if node.op_type == "Constant":
                    yield len(attribute.floats)
                    yield len(attribute.ints)
                for each in [attribute.g] if attribute.HasField("g") else attribute.graphs:
                    yield from tensors(each)

    model = onnx.load(question["model"])
    inside = sum(math.prod(attribute.t.dims) for f in model.functions for n in f.node for attribute in n.attribute if attribute.HasField("t"))
    return sum(tensors(model.graph)) + inside


def trips(question):
    """How many steps the loop of a model takes, as a constant says."""
    model = onnx.load(question["model"])
    names = {node.input[0] for node in model.graph.node if node.op_type == "Loop"}
    return float(max(onnx.numpy_helper.to_array(t).max() for t in model.graph.initializer if t.name in names))


def same(question):
    """Whether two files hold the same bytes."""
    first, second = (open(question[which], "rb").read() for which in ("model", "from"))
    return "the same bytes" if first == second else "other bytes"


def golden(question):
    """How far the outputs lie at most from those that a file expects, among elements that it expects to be numbers."""
    with np.load(question["data"]) as arrays:
        held = {name: arrays[name] for name in arrays.files}
    outputs = outputs_of(question, held)
    gaps = [np.abs(outputs[name] - held[name]) for name in outputs if name in held]
    if len(gaps) == 0:
        raise KeyError("it expects no output")
    if any(gap.size == 0 for gap in gaps):
        raise ValueError("it expects no elements")
    return max(float(np.nanmax(gap)) for gap in gaps)


def users(question):
    """Users of each arm that a test for "not worse by more than the margin" takes, one-sided, by the normal approximation."""
    from scipy.stats import norm

    z = norm.ppf(1 - question["alpha"]) + norm.ppf(question["power"])
    if "deviation" in question:
        variance = 2 * question["deviation"] ** 2
    else:
        variance = 2 * question["baseline"] * (1 - question["baseline"])
    return math.ceil(variance * z**2 / question["margin"] ** 2)


def power(question):
    """How often so many users of each arm pass two equal arms of a rate, in 20,000 simulated tests."""
    from scipy.stats import norm

    rng = np.random.default_rng(1)
    users_, rate = question["users"], question["baseline"]
    first, second = (rng.binomial(users_, rate, 20000) / users_ for _ in range(2))
    error = np.sqrt((first * (1 - first) + second * (1 - second)) / users_)
    worse = second - first if question.get("better") == "lower" else first - second
    return float(np.mean(worse + norm.ppf(1 - question["alpha"]) * error < question["margin"]))


def milliseconds(question):
    """The median time of one run on one example, of this model as a multiple of the other's."""
    import time

    def taken(path):
        model = session(path)
        rows = np.ones((1, *[dim if isinstance(dim, int) else 1 for dim in model.get_inputs()[0].shape[1:]]), np.float32)
        feeds = {model.get_inputs()[0].name: rows}
        times = []
        for _ in range(200):
            start = time.perf_counter()
            model.run(None, feeds)
            times.append(time.perf_counter() - start)
        return np.median(times[50:])

    return round(float(taken(question["model"]) / taken(question["from"])), 1)


answers = {
    "accuracy": accuracy,
    "precision": by_class(metrics.precision_score),
    "recall": by_class(metrics.recall_score),
    "f1": by_class(metrics.f1_score),
    "top": top,
    "auc": auc,
    "log-loss": log_loss,
    "rmse": by_value(lambda truth, given: math.sqrt(metrics.mean_squared_error(truth, given))),
    "mae": by_value(metrics.mean_absolute_error),
    "r2": by_value(metrics.r2_score),
    "distance": distance,
    "finite": finite,
    "alone": alone,
    "filled": filled,
    "repeats": repeats,
    "runs": runs,
    "loads": loads,
    "checks": checks,
    "shape": shape,
    "array": array,
    "labels": labels,
    "distinct": distinct,
    "support": support,
    "rows": rows,
    "size": size,
    "parameters": parameters,
    "trips": trips,
    "same": same,
    "golden": golden,
    "users": users,
    "power": power,
    "milliseconds": milliseconds,
}


def finding_of(question):
    try:
        value = answers[question["ask"]](question)
    except Exception as error:  # Whatever keeps it from an answer is the answer.
        return {"refused": f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"}
    if isinstance(value, (str, int)):
        return {"value": value}
    # JSON knows no infinity.
    return {"value": float(f"{float(value):.6g}")} if math.isfinite(value) else {"refused": f"it is {value}"}


def apart(question):
    """The finding of a process of its own: some models take theirs with them, which is a finding too."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        onnxruntime.set_default_logger_severity(4)
        os.write(writing, json.dumps(finding_of(question)).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answers:
        text = answers.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return {"refused": f"its process dies of {signal.Signals(os.WTERMSIG(status)).name}"}
    return json.loads(text)


json.dump([apart(question) for question in json.load(sys.stdin)], sys.stdout)
