import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);

// src/core/metric.ts
var metrics = [
  { name: "latency.p50", unit: "ms", better: "lower", how: "ratio", margin: "3%", summary: "median time of one run" },
  { name: "latency.mean", unit: "ms", better: "lower", how: "ratio", margin: "3%", summary: "mean time of one run" },
  {
    name: "latency.p90",
    unit: "ms",
    better: "lower",
    how: "ratio",
    margin: "5%",
    summary: "90th percentile of the time of one run"
  },
  {
    name: "throughput",
    unit: "1/s",
    better: "higher",
    how: "ratio",
    margin: "3%",
    summary: "examples per second, one run after the other"
  },
  {
    name: "first-run",
    unit: "ms",
    better: "lower",
    how: "ratio",
    margin: "20%",
    summary: "time of the first run in a fresh process"
  },
  {
    name: "session-start",
    unit: "ms",
    better: "lower",
    how: "ratio",
    margin: "20%",
    summary: "time to load the model in a fresh process"
  },
  {
    name: "memory.peak",
    unit: "B",
    better: "lower",
    how: "ratio",
    margin: "10%",
    summary: "peak resident memory of the worker process"
  },
  {
    name: "size",
    unit: "B",
    better: "lower",
    how: "exact",
    margin: "5%",
    summary: "bytes of the model, external data included"
  },
  { name: "parameters", unit: "1", better: "lower", how: "exact", margin: "0%", summary: "elements of all weights" },
  {
    name: "accuracy",
    unit: "share",
    better: "higher",
    how: "paired",
    margin: "0.5pp",
    summary: "share of examples whose top class is the label"
  },
  {
    name: "agreement",
    unit: "share",
    better: "higher",
    how: "paired",
    margin: "1pp",
    summary: "share of examples whose top class is production's"
  }
];

// src/stages/benchmark/contenders.ts
function isProduction(contenders, chosen) {
  const production = contenders.find(({ role }) => role === "production");
  const model = contenders.find(({ id }) => id === chosen)?.model;
  return production !== void 0 && production.model.sha256 === model?.sha256;
}
function contendersOf(subject, variants, noiseFloor) {
  const contenders = [];
  const { production } = subject;
  if (production !== void 0) {
    contenders.push({ id: "production", role: "production", model: production.artifact });
    if (noiseFloor) contenders.push({ id: "production-copy", role: "copy", model: production.artifact });
  }
  contenders.push({ id: "candidate", role: "candidate", model: subject.candidate });
  const chosen = variants?.chosen;
  if (chosen !== void 0 && chosen.model.sha256 !== subject.candidate.sha256) {
    contenders.push({ id: chosen.id, role: "variant", model: chosen.model });
  }
  return contenders;
}

export {
  metrics,
  isProduction,
  contendersOf
};
