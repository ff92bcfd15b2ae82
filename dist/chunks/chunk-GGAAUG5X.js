import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);

// src/core/errors/bench.ts
var bench = {
  "batch-fixed": (d) => ({
    message: `The model cannot run at a batch of ${d.batch}: all its shapes are fixed, for a batch of ${d.own}.`,
    hint: `Ask for \`batch: ${d.own}\`, or export the model with a symbolic first dimension.`
  }),
  "input-unsupported": (d) => ({
    message: `The model's input ${d.input} is of the type ${d.type}, which cannot be fed from here.`,
    hint: "Put a Cast at the front of the model, so that it takes float32, float16, an integer type, bool or string."
  }),
  "shape-unknown-input": (d) => ({
    message: `A shape is stated for ${d.input}, which is no input of the model.`,
    hint: `The inputs are ${d.inputs.join(", ")}.`
  })
};

// src/core/errors/command-line.ts
var commandLine = {
  "argument-missing": (d) => ({
    message: `${d.argument} is missing.`,
    hint: `Name it, or see \`airworthy ${d.command} --help\`.`
  }),
  "argument-wrong": (d) => ({
    message: `${d.argument} is not ${d.expected}.`,
    hint: `Write it as ${d.expected}.`
  }),
  "evidence-wrong": (d) => ({
    message: `${d.path} is not an evidence file: ${d.reason}.`,
    hint: "Evidence is the evidence.json in the folder of a run that compared; `airworthy report` names it."
  }),
  "init-exists": (d) => ({
    message: `There is a file ${d.path} already.`,
    hint: "Use --force to overwrite it."
  }),
  "report-format-unknown": (d) => ({
    message: `There is no report format ${d.name}.`,
    hint: `Formats are ${d.valid.join(", ")}.`
  })
};

// src/core/errors/words.ts
function fewOf(names) {
  const shown = names.slice(0, 8).join(", ");
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}
function didYouMean(name) {
  return name === void 0 ? "" : ` Did you mean ${name}?`;
}

// src/core/errors/data.ts
var data = {
  "data-array-missing": (d) => ({
    message: `${d.file} holds no array called ${d.array}.`,
    hint: `It holds ${d.arrays.join(", ")}: name one of them under \`inputs:\`, \`label:\` or \`group:\`.`
  }),
  "data-empty": (d) => ({
    message: `The data set ${d.data} holds no examples.`,
    hint: "Check how the file was written: the first dimension of each array is the number of examples."
  }),
  "data-input-missing": (d) => ({
    message: `The data set ${d.data} feeds nothing to the model's input ${d.input}.`,
    hint: `Add it under \`inputs:\`, as \`${d.input}: <array>\`; the data set feeds ${d.inputs.join(", ") || "no input yet"}.`
  }),
  "data-input-unknown": (d) => ({
    message: `The data set ${d.data} feeds ${d.input}, which is not an input of the model.`,
    hint: `The model's inputs are ${d.inputs.join(", ")}: correct the name under \`inputs:\`.`
  }),
  "data-label": (d) => ({
    message: `The labels of the data set ${d.data} cannot be used: ${d.reason}.`,
    hint: "Give one number for each example: the index of the right class (0, 1, 2, \u2026), or the value to be predicted."
  }),
  "data-lengths-differ": (d) => ({
    message: `The arrays of the data set ${d.data} hold different numbers of examples: ${d.lengths}.`,
    hint: "Write all arrays with the same first dimension: one row for each example."
  }),
  "data-misfit": (d) => ({
    message: `The data set ${d.data} does not fit the model's input ${d.input}: it is ${d.given}, the model takes ${d.wanted}.`,
    hint: "Write the array in the type and shape that the model takes, or name another array under `inputs:`."
  }),
  "data-not-finite": (d) => ({
    message: `The data set ${d.data} holds NaN or infinity for the input ${d.input}, first in example ${d.example}.`,
    hint: "Clean the data, or leave the example out: no metric means anything on such values."
  }),
  "data-not-npz": (d) => ({
    message: `${d.file} is not a NumPy archive that can be read: ${d.reason}.`,
    hint: 'Write the data with `numpy.savez_compressed("data.npz", images=\u2026, labels=\u2026)`, or give your own reader with `uses:`.'
  }),
  "data-slice-unknown": (d) => ({
    message: `No example of the data set ${d.data} has ${d.slice}.`,
    hint: d.what === "values" ? `Values of that array are ${fewOf(d.known)}.` : `Slices are made of arrays that hold one value for each example and feed no input: ${fewOf(d.known) || "there are none, so name what feeds the model under `inputs:`"}.`
  }),
  "data-too-large": (d) => ({
    message: `${d.file} would take ${d.bytes} bytes unpacked; the limit is ${d.limit}.`,
    hint: "Use fewer examples: some thousands answer what a gate asks."
  }),
  "data-type": (d) => ({
    message: `The array ${d.array} is of a type that no model takes (${d.type}).`,
    hint: 'Store it little-endian as floats, integers, booleans or text: `array.astype("<f4")`.'
  }),
  "data-without-labels": (d) => ({
    message: `The metric ${d.metric} needs labels, and the data set ${d.data} has none.`,
    hint: "Name the array that holds them with `label:`, or ask for `agreement`, which needs no labels."
  }),
  "metric-too-large": (d) => ({
    message: `The metric ${d.metric} cannot be measured: ${d.why}.`,
    hint: "Use fewer examples: some thousands answer what a gate asks. A metric of your own (`uses:`) keeps what you choose of each."
  }),
  "output-differs": (d) => ({
    message: `The outputs of ${d.contender} cannot be compared with production's: ${d.reason}.`,
    hint: "Ask for a metric of your own with `uses: ./metric.mjs`, which is given the outputs as they are."
  }),
  "output-not-classes": (d) => ({
    message: `What ${d.contender} predicts cannot be told: ${d.reason}.`,
    hint: "Ask for a metric of your own with `uses: ./metric.mjs`, which is given the outputs as they are."
  }),
  "output-not-finite": (d) => ({
    message: `${d.contender} gives ${d.value} for example ${d.example}, and the metric means nothing with it.`,
    hint: "Find out what that example does to the model (an overflow of half precision is the usual reason), or compare `accuracy`, where it counts as wrong."
  }),
  "output-not-number": (d) => ({
    message: `${d.contender} gives ${d.numbers} numbers for each example, and a regression is judged by one.`,
    hint: "Ask for a metric of classes, or for one of your own with `uses: ./metric.mjs`."
  }),
  "output-not-rows": (d) => ({
    message: `The outputs of ${d.contender} are not one row for each example: ${d.reason}.`,
    hint: "Export the model so that the first dimension of every output is the batch."
  }),
  "user-module": (d) => ({
    message: `The module ${d.path} failed: ${d.reason}.`,
    hint: "A reader or a metric is an ES module whose default export is a function; see the reference of `uses:`."
  })
};

// src/core/errors/github.ts
var github = {
  "comment-event": (d) => ({
    message: `The comment Action posts the report of another run, and the event ${d.event} tells of none.`,
    hint: "Let a workflow call it that is started by workflow_run; examples/workflows/comment.yml is one."
  }),
  "dispatch-limit": (d) => ({
    message: `A dispatch of GitHub takes at most ${d.most}, and this has ${d.what}.`,
    hint: "Send less: the workflow that is started can read the rest from the release."
  }),
  "download-missing": (d) => ({
    message: `The workflow run ${d.run} has no artifact ${d.name}, or it has expired.`,
    hint: "Upload the folder of the report in the job that measures, with actions/upload-artifact, also when the gate fails (if: always())."
  }),
  "download-refused": (d) => ({
    message: `The artifact ${d.name} is not read: ${d.why}.`,
    hint: "An artifact from a pull request may be hostile. Upload the report of the run alone."
  }),
  "github-refused": (d) => ({
    message: `GitHub did not ${d.what}: ${d.reason}.`,
    hint: `Check that the token may do it (permissions: ${d.needs}) and that what it names is there.`
  }),
  "github-token-missing": () => ({
    message: "There is no token to talk to GitHub with.",
    hint: "Leave github-token out, so that the token of the job is taken, or give it one."
  }),
  "github-unavailable": (d) => ({
    message: `GitHub did not ${d.what}, after several attempts: ${d.reason}.`,
    hint: "Run the job again: what was done is found and not done a second time."
  }),
  "promotion-refused": (d) => ({
    message: `${d.actor} may not release: ${d.why}.`,
    hint: "Let somebody start the run who may, or change promote-role and promoters."
  }),
  "release-differs": (d) => ({
    message: `The release ${d.tag} is published without ${d.missing.join(", ")}.`,
    hint: "A published release is never changed. Delete it on GitHub and run the job again, or leave it as it is."
  }),
  "tag-elsewhere": (d) => ({
    message: `The tag ${d.tag} is on the commit ${d.at} and not on ${d.wanted}.`,
    hint: "A tag is never moved. Find out who made it; delete it if it is wrong, and run the job again."
  })
};

// src/core/errors/judging.ts
var judging = {
  "release-refused": (d) => ({
    message: `Nothing was released: the decision is ${d.verdict}, and only what passed becomes a version.`,
    hint: "See in the report which metric decided, and by how much."
  }),
  "data-set-unknown": (d) => ({
    message: `There is no data set called ${d.data}.`,
    hint: d.names.length === 0 ? "Declare it under `data:` at the top of the pipeline, or leave `data:` out of the stage." : `The pipeline declares ${d.names.join(", ")}: use one of these names.`
  }),
  "gate-metric-not-compared": (d) => ({
    message: `The gate requires ${d.metric}, which was not compared.`,
    hint: `Add it under \`metrics:\` of the compare stage. Compared: ${d.compared.join(", ") || "nothing"}.`
  }),
  "metric-not-measured": (d) => ({
    message: `The metric ${d.metric} cannot be compared, because it was not measured: ${d.why}.`,
    hint: "Put a benchmark stage before the compare stage, so that it is told what will be asked."
  }),
  "quality-without-data": (d) => ({
    message: `The metric ${d.metric} needs data to run the models on, and the benchmark has none.`,
    hint: d.names.length === 0 ? "Declare a data set under `data:` at the top of the pipeline; one called eval is used by itself." : `Name one with \`data:\` in the benchmark stage: ${d.names.join(", ")}.`
  })
};

// src/core/errors/onnx.ts
var onnx = {
  "model-corrupt": (d) => ({
    message: `${d.name} is damaged: ${d.reason}.`,
    hint: "Export or download it again, and compare checksums."
  }),
  "model-not-onnx": (d) => ({
    message: `${d.name} is not an ONNX model: it ${d.why}.`,
    hint: d.next
  }),
  "model-truncated": (d) => ({
    message: `${d.name} is cut off: it ends after ${d.bytes} bytes, in the middle of its content.`,
    hint: "Export or download it again; an interrupted transfer or a full disk leaves such files."
  })
};

// src/core/errors/pipeline-file.ts
var pipelineFile = {
  "expression-undefined": (d) => ({
    message: `\${{ ${d.term} }} is not defined.`,
    hint: d.term.startsWith("env.") ? `Set the environment variable ${d.term.slice(4)} before the run.` : `Give it with --input ${d.term.slice(7)}=\u2026, or declare it with a default under \`inputs:\`.${didYouMean(d.nearest)}`
  }),
  "expression-unknown": (d) => ({
    message: `\${{ ${d.term} }} is not an expression.`,
    hint: "An expression is env.NAME or inputs.name, and nothing else; it is replaced by text and never executed."
  }),
  "input-unknown": (d) => ({
    message: `The pipeline has no input ${d.name}.`,
    hint: d.valid.length === 0 ? "Declare it under `inputs:`." : `Its inputs are ${d.valid.join(", ")}.${didYouMean(d.nearest)}`
  }),
  "override-incomplete": () => ({
    message: "An override of a gate needs a name and a reason.",
    hint: 'Give both: `--override "why it may go on" --by "who takes the responsibility"`.'
  }),
  "override-refused": (d) => ({
    message: `The gate cannot be overridden here: ${d.why}.`,
    hint: "Override it in a run of your own repository, where the ledger can record who and why."
  }),
  "pipeline-cycle": (d) => ({
    message: `The stages need one another in a circle: ${d.cycle.join(" \u2192 ")}.`,
    hint: "Take one of the `needs:` away. Without `needs:` a stage needs the one above it."
  }),
  "pipeline-duplicate-name": () => ({
    message: "The same name stands twice in one mapping.",
    hint: "Rename or remove one of them; two stages of one kind get different names and `kind:`."
  }),
  "pipeline-of-base": (d) => ({
    message: `Under the trigger ${d.event} the pipeline is read from the repository itself, and there is no token to read it with.`,
    hint: "Set github-token, with permissions: contents: read."
  }),
  "pipeline-missing": (d) => ({
    message: `There is no pipeline file ${d.path}.`,
    hint: "Check the path, or write a starter pipeline with `airworthy init MODEL.onnx`."
  }),
  "pipeline-missing-key": (d) => ({
    message: `${d.key} is missing in ${d.at}.`,
    hint: `Add \`${d.key}:\`; docs/stages.md has examples.`
  }),
  "pipeline-not-yaml": (d) => ({
    message: `The file is not valid YAML: ${d.reason}`,
    hint: "Correct the syntax here; a value with : # { [ or * in it needs quotes."
  }),
  "pipeline-too-large": (d) => ({
    message: `${d.path} has ${d.bytes} bytes, too many for a pipeline.`,
    hint: "A pipeline file is text of a few kilobytes; is this a model or an archive?"
  }),
  "pipeline-unknown-key": (d) => ({
    message: `There is no setting ${d.key} in ${d.at}.`,
    hint: d.valid.length === 0 ? "Remove it." : `Valid here: ${[...d.valid].sort().join(", ")}.${didYouMean(d.nearest)}`
  }),
  "pipeline-wrong-value": (d) => ({
    message: `${d.at}: ${d.expected}.`,
    hint: `Correct the value; docs/stages.md lists what each setting takes.${didYouMean(d.nearest)}`
  }),
  "stage-input-missing": (d) => ({
    message: `The stage ${d.stage} needs ${d.product}, which no stage before it gives.`,
    hint: d.givers.length === 0 ? "Add a stage that gives it." : `Put a stage of kind ${d.givers.join(" or ")} before it, or name it in \`needs:\`.`
  }),
  "stage-kind-unknown": (d) => ({
    message: `There is no stage kind ${d.kind}.`,
    hint: `Kinds are ${d.valid.join(", ")}; a stage with another name says \`kind:\`.${didYouMean(d.nearest)}`
  }),
  "stage-unknown": (d) => ({
    message: `needs: there is no stage ${d.name}.`,
    hint: `Stages of this pipeline are ${d.valid.join(", ")}.${didYouMean(d.nearest)}`
  })
};

// src/core/world.ts
var refusals = {
  missing: "is not there",
  outside: "is outside of the model's folder",
  link: "is reached through a symbolic link",
  "hard-link": "has a second name (a hard link) that may lie elsewhere",
  "not-a-file": "is no regular file",
  denied: "may not be read"
};

// src/core/errors/pipeline-run.ts
var pipelineRun = {
  bug: (d) => ({
    message: `This is a defect in Airworthy: ${d.detail}`,
    hint: "Please report it with the command and the journal of the run; nothing that was recorded is lost."
  }),
  "artifact-missing": (d) => ({
    message: `The file ${d.name} (sha256 ${d.sha256.slice(0, 12)}\u2026) is not in the store, or was changed there.`,
    hint: "Run with --fresh to make it again, or name the model file with `production:`."
  }),
  "benchmark-unclear": (d) => ({
    message: `The pipeline has ${d.count === 0 ? "no stage" : `${d.count} stages`} of kind benchmark; machines can share exactly one.`,
    hint: d.count === 0 ? "Add a `benchmark` stage, or run the pipeline as it is." : "Put all scenarios into one `benchmark` stage, each with its `runner:`."
  }),
  "external-refused": (d) => ({
    message: `${d.model} keeps weights in ${JSON.stringify(d.location)}, which ${refusals[d.why]}.`,
    hint: "Save the external data as plain files beside the model: `onnx.save_model(model, path, save_as_external_data=True)`."
  }),
  "matrix-too-large": (d) => ({
    message: `The benchmark would take ${d.jobs} jobs; a matrix has at most ${d.most}.`,
    hint: "Let scenarios share a `runner:`: those with the same labels are one job."
  }),
  "merge-nothing": (d) => ({
    message: `There is no shard at ${d.place}.`,
    hint: "Name the shard.json of every `airworthy run --shard`, or a folder with all of them in it."
  }),
  "model-missing": (d) => ({
    message: `There is no ${d.role} model at ${d.path}.`,
    hint: "Check the path; it is relative to the folder of the pipeline file."
  }),
  "production-missing": (d) => ({
    message: `${d.registry} says which ${d.model} is in production, but the model file is not in the store.`,
    hint: "Name the file with `production: path.onnx`, or copy the store folder (.airworthy/store) to this machine."
  }),
  "resume-changed": (d) => ({
    message: `${d.file} has changed since the run ${d.run} began.`,
    hint: "Undo the change to resume that run, or start a new one without --resume; unchanged stages come from the cache."
  }),
  "resume-nothing": (d) => ({
    message: `There is no run to resume in ${d.home}.`,
    hint: "Start one with `airworthy run PIPELINE`."
  }),
  "run-cancelled": () => ({
    message: "The run was cancelled.",
    hint: "`airworthy run --resume` goes on where it stopped."
  }),
  "run-busy": (d) => ({
    message: `The run ${d.run} is under way in process ${d.pid}.`,
    hint: "Wait for it, or end that process and resume."
  }),
  "shard-doubled": (d) => ({
    message: `The shard ${d.shard} is there more than once: ${fewOf(d.files)}.`,
    hint: "Join each once: keep the artifacts of one workflow run apart from those of others."
  }),
  "shard-missing": (d) => ({
    message: `Shards are missing: ${fewOf(d.shards)}.`,
    hint: "Wait for all jobs of the matrix, and keep each shard.json in a folder of its own: `merge-multiple: true` overwrites them."
  }),
  "shard-pipeline-differs": (d) => ({
    message: `${d.file} was measured by another pipeline than ${d.pipeline} is now.`,
    hint: "Join shards with the pipeline file, the --input values and the variables that they were measured with."
  }),
  "shard-subject-differs": (d) => ({
    message: `The shard ${d.shard} was measured with other files: ${d.what} differs.`,
    hint: "Join on the commit that was measured, with the models, data and registry as they were then."
  }),
  "shard-too-large": (d) => ({
    message: `With ${d.file} the shards have ${d.bytes} bytes; the limit is ${d.limit}.`,
    hint: "Use fewer examples in the data, or fewer blocks."
  }),
  "shard-unknown": (d) => ({
    message: `The pipeline has no shard ${d.shard}.`,
    hint: `Its shards are ${fewOf(d.valid)}; \`airworthy plan --matrix\` lists them.${didYouMean(d.nearest)}`
  }),
  "shard-version-differs": (d) => ({
    message: `${d.file} was measured by Airworthy ${d.version}, and this is ${d.own}.`,
    hint: "Measure and join with the same version."
  }),
  "shard-wrong": (d) => ({
    message: `${d.what} holds no shard that can be joined: ${d.reason}.`,
    hint: "Join what `airworthy run --shard` wrote, as it wrote it."
  }),
  "stage-timeout": (d) => ({
    message: `The stage ${d.stage} was not done after ${d.seconds} s and was ended.`,
    hint: "Give it a longer `timeout:`, or less to do; `airworthy run --resume` goes on from what it saved."
  }),
  "untrusted-code": (d) => ({
    message: `The stage ${d.stage} would run code of the user, which is refused here: ${d.why}.`,
    hint: "Run it from a branch of the repository itself, after review."
  })
};

// src/core/errors/providers.ts
var providers = {
  "model-rejected": (d) => ({
    message: `The ${d.provider} provider does not take the model ${d.model}: ${d.reason}`,
    hint: "Check the model with `airworthy validate`; an operator may be newer than the runtime, or unknown to the provider."
  }),
  "optimized-not-written": (d) => ({
    message: `onnxruntime could not write the optimised model to ${d.path}: ${d.reason}`,
    hint: "Check that there is free space on that disk; `airworthy run --resume` goes on from here."
  }),
  "model-run-failed": (d) => ({
    message: `The model ${d.model} failed while it ran: ${d.reason}`,
    hint: "Check that the inputs have the shapes the model expects; give real data where made-up inputs do not fit."
  }),
  "provider-fallback": (d) => ({
    message: `The ${d.provider} provider does not run all of the model ${d.model}: ${d.nodes.length === 0 ? "some nodes" : fewOf(d.nodes)} would run on the CPU.`,
    hint: "Replace these operators, or set `allow-fallback: true` to measure the model as it is, with a warning."
  }),
  "provider-missing": (d) => ({
    message: `The provider ${d.provider} is not available on this machine: ${d.reason}.`,
    hint: d.provider === "cpu" ? "The native library of onnxruntime does not load here: on Linux it needs glibc 2.28 or newer (no musl), and all files of its package." : d.provider === "wasm" ? "Install the runtime with `npm install onnxruntime-web`." : `Run on a machine that has it, with the libraries that onnxruntime needs for ${d.provider}; it is never replaced by the CPU.`
  }),
  "provider-unknown": (d) => ({
    message: `There is no provider called ${d.name}.`,
    hint: `${d.nearest === void 0 ? "" : `Did you mean ${d.nearest}? `}Providers are ${d.names.join(", ")}.`
  }),
  "provider-unused": (d) => ({
    message: `The ${d.provider} provider runs nothing of the model ${d.model}: all of it would run on the CPU.`,
    hint: "Measure it with `provider: cpu`: a figure of this device would be one of the CPU."
  })
};

// src/core/errors/registry.ts
var registry = {
  "git-failed": (d) => ({
    message: `git ${d.command} failed in the registry: ${d.reason}.`,
    hint: "Check that the repository is whole (`git fsck`) and that it may be written."
  }),
  "git-missing": (d) => ({
    message: `The registry is a git repository, and git could not be started: ${d.reason}.`,
    hint: "Install git, or keep the ledger in a file: `registry: { file: ledger.jsonl }`."
  }),
  "ledger-broken": (d) => ({
    message: `The ledger ${d.ledger} is damaged at ${d.entry}: ${d.reason}.`,
    hint: "Restore it from a backup or an earlier commit; if a newer Airworthy wrote it, use that version."
  }),
  "ledger-busy": (d) => ({
    message: `The ledger is held by another writer${d.holder === void 0 ? "" : ` (process ${d.holder})`}.`,
    hint: `Try again when it is done; if nothing else is running, remove ${d.lock}.`
  }),
  "model-name": (d) => ({
    message: `${JSON.stringify(d.name)} cannot name a model in a registry.`,
    hint: "Use letters, digits, `-`, `_` and `/`, beginning and ending with a letter or digit."
  }),
  "registry-unreachable": (d) => ({
    message: `The registry could not be shared at ${d.remote}: ${d.reason}`,
    hint: "Check the name of the remote, the network, and that the token may write (permissions: contents: write). Nothing was recorded here that is not there."
  }),
  "registry-not-git": (d) => ({
    message: `The registry ${d.path} is not a git repository: ${d.reason}.`,
    hint: "Give the repository's top folder, or add `create: true` to have a bare one made in an empty folder."
  }),
  "stage-name": (d) => ({
    message: `${JSON.stringify(d.name)} cannot name a stage that a version is assigned to.`,
    hint: "Use letters, digits, `-`, `_` and `/`, beginning and ending with a letter or digit, such as `production`."
  }),
  "version-exists": (d) => ({
    message: `${d.model} ${d.version} exists already in ${d.where}, as another release.`,
    hint: "Leave `version:` at `from-evidence`, or give a version that is not taken."
  }),
  "version-invalid": (d) => ({
    message: `${JSON.stringify(d.version)} is not a semantic version.`,
    hint: "Write three numbers, as in `1.4.0`, without a `v`; see semver.org."
  }),
  "version-unknown": (d) => ({
    message: `The registry holds no version ${d.version} of ${d.model}.`,
    hint: d.versions.length === 0 ? "It holds none yet: release one first." : `It holds ${d.versions.join(", ")}.`
  })
};

// src/core/errors/rollout.ts
var rollout = {
  "port-taken": (d) => ({
    message: `The local target cannot listen on port ${d.port}: ${d.reason}.`,
    hint: "Leave `port:` out, or at 0, to have any free port; ports below 1024 need privileges."
  }),
  "replay-empty": (d) => ({
    message: `The data set ${d.data} holds no requests to replay.`,
    hint: "Name a data set with examples under `replay:`."
  }),
  "replica-failed": (d) => ({
    message: `Version ${d.version} could not be served: ${d.reason}`,
    hint: "Try the model by itself with `airworthy bench MODEL.onnx`; no traffic was moved."
  }),
  "replay-unknown": (d) => ({
    message: `The rollout replays the data set ${d.data}, which the pipeline does not have.`,
    hint: `${d.valid.length === 0 ? "Describe one under `data:`" : `Give one of ${d.valid.join(", ")}`} and name it under \`replay:\`.${didYouMean(d.nearest)}`
  }),
  "rollback-unverified": (d) => ({
    message: `Traffic was set back, but ${d.candidate} requests still reached the candidate and ${d.stable} the version before (rollout ${d.rollout}).`,
    hint: "Look at the target by hand, then `airworthy run --resume`: it sets traffic back again and checks again."
  }),
  "rollout-open": (d) => ({
    message: `A rollout of ${d.model} ${d.version} on ${d.target} is still open: ${d.open}.`,
    hint: `Finish it first: resume its run (\`airworthy run --resume\`), or run the pipeline with version ${d.version} again, which takes it up.`
  }),
  "target-unknown": (d) => ({
    message: `There is no target called ${d.kind}.`,
    hint: `Targets are ${d.valid.join(", ")}.${didYouMean(d.nearest)}`
  }),
  "weight-not-in-force": (d) => ({
    message: `${d.target} was told to send ${d.wanted * 100} % to the candidate, and sends ${d.found * 100} %.`,
    hint: "Look at what serves: something else may be setting its weights. Nothing more was done."
  })
};

// src/core/errors/world.ts
var world = {
  "cuda-libraries": (d) => ({
    message: `The CUDA libraries of ${d.path} cannot be used: ${d.reason}.`,
    hint: "Name a folder that holds libonnxruntime_providers_shared.so and libonnxruntime_providers_cuda.so of the same onnxruntime, or its package Microsoft.ML.OnnxRuntime.Gpu.Linux (.nupkg) with its SHA-256."
  }),
  "disk-full": (d) => ({
    message: `There is no space left to write ${d.path}.`,
    hint: "Free some space; what was written before is intact, so `airworthy run --resume` goes on from there."
  }),
  "file-changed": (d) => ({
    message: `${d.path} was changed while it was read.`,
    hint: "Let whatever writes it finish, and run again."
  }),
  "file-denied": (d) => ({
    message: `${d.path} cannot be used: ${d.reason}.`,
    hint: "Check the path and its permissions."
  }),
  "file-missing": (d) => ({
    message: `There is no file ${d.path}.`,
    hint: "Check the path; relative paths in a pipeline start at the folder of the pipeline file."
  }),
  "program-missing": (d) => ({
    message: `The program ${d.program} could not be started: ${d.reason}.`,
    hint: `Install ${d.program}, or put it on the PATH.`
  }),
  "runtime-download": (d) => ({
    message: `onnxruntime-node ${d.version} could not be downloaded: ${d.reason}.`,
    hint: `Nothing of it was kept. Check npm's registry and proxy, or run \`npm install onnxruntime-node@${d.version}\` before; a folder that holds the package is named by \`onnxruntime:\` (AIRWORTHY_ORT).`
  }),
  "runtime-missing": (d) => ({
    message: `onnxruntime-node ${d.version} for ${d.platform}, which runs the models, was not found.`,
    hint: `Run \`npm install onnxruntime-node@${d.version}\` where you work, or name a folder that holds the package with AIRWORTHY_ORT (\`onnxruntime:\` of the Action).${d.offline ? " Without `offline` the Action downloads it." : ""} Looked for here: ${d.tried.join("; ")}.`
  }),
  "runtime-wrong": (d) => ({
    message: `${d.folder} is not an onnxruntime that can be used here: ${d.reason}.`,
    hint: `Name a folder that holds the package onnxruntime-node ${d.version} with AIRWORTHY_ORT (\`onnxruntime:\` of the Action), or leave it out.`
  }),
  "worker-died": (d) => ({
    message: `A ${d.role} worker process ended before it answered (${d.how}).${d.words === "" ? "" : ` Its last words: ${d.words}`}`,
    hint: "If it repeats, check memory limits, and the model with `airworthy validate`."
  }),
  "worker-slow": (d) => ({
    message: `A ${d.role} worker process gave no answer within ${d.seconds} s and was ended.`,
    hint: "Give the stage a longer `timeout:`, or use a smaller batch."
  })
};

// src/core/errors/catalogue.ts
var catalogue = {
  ...world,
  ...github,
  ...onnx,
  ...data,
  ...providers,
  ...bench,
  ...commandLine,
  ...pipelineFile,
  ...pipelineRun,
  ...registry,
  ...rollout,
  ...judging
};

// src/core/errors.ts
var UserError = class extends Error {
  name = "UserError";
  problems;
  constructor(problems, options) {
    super(problems[0].message, options);
    this.problems = problems;
  }
  get code() {
    return this.problems[0].code;
  }
  get hint() {
    return this.problems[0].hint;
  }
};
var Bug = class extends Error {
  name = "Bug";
};
var Cancelled = class extends Error {
  name = "Cancelled";
};
function problem(code, details, where) {
  const row = catalogue[code];
  return { code, ...row(details), ...where === void 0 ? {} : { where } };
}
function userError(code, details, options = {}) {
  return new UserError([problem(code, details, options.where)], { cause: options.cause });
}
function messageOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

export {
  fewOf,
  refusals,
  UserError,
  Bug,
  Cancelled,
  problem,
  userError,
  messageOf
};
