import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  fewestValues,
  mcnemar,
  normalQuantile,
  pairedDifference,
  signedRankInterval,
  studentQuantile
} from "./chunk-SFZSCBFI.js";
import {
  agreements,
  correctness
} from "./chunk-U42MA3RS.js";
import {
  mean,
  mean2,
  median2 as median,
  quantile2 as quantile,
  standardDeviation
} from "./chunk-6FCHUBST.js";
import {
  isProduction,
  metrics
} from "./chunk-2EH3SHKJ.js";
import {
  createRandom
} from "./chunk-JORE5Z3H.js";
import {
  Bug,
  userError
} from "./chunk-FNGT7Y45.js";

// src/stats/non-inferiority.ts
function nonInferiority(interval, { margin, better, alpha }) {
  if (interval.level < 1 - 2 * alpha - 1e-12) return { verdict: "inconclusive", improved: false };
  const [least, most] = better === "lower" ? [interval.low, interval.high] : [-interval.high, -interval.low];
  if (most < margin) return { verdict: "pass", improved: most < 0 };
  return { verdict: least > margin ? "fail" : "inconclusive", improved: false };
}
function exactlyNotWorse(change, margin, better) {
  const worse = better === "lower" ? change : -change;
  return { verdict: worse <= margin ? "pass" : "fail", improved: worse < 0 };
}

// src/stages/compare/scale.ts
function scaleFor(margin, production) {
  if ("absolute" in margin) return { scale: "absolute", margin: margin.absolute };
  return production === 0 ? { scale: "absolute", margin: 0 } : { scale: "relative", margin: margin.relative };
}
function tidy(value) {
  return Number(value.toPrecision(12));
}

// src/stages/compare/words.ts
function explain(row, unsteady) {
  const values = `${row.metric} went from ${valueText(row.production, row.unit)} to ${valueText(row.candidate, row.unit)}`;
  return `${values}, ${changeText(row)}; ${allowance(row)}: ${outcome(row, unsteady)}.`;
}
function valueText(value, unit) {
  if (unit === "share") return `${digits(value * 100, 4)} %`;
  if (unit === "B") return bytesText(value);
  if (unit === "ms") return `${digits(value, 3)} ms`;
  if (unit === "1/s") return `${digits(value, 3)} per second`;
  return digits(value, Number.isInteger(value) ? 15 : 4);
}
function changeText(row) {
  if (row.change === 0 && row.interval.low === row.interval.high) return "no change";
  const change = directed(row, row.change);
  if (row.method === "exact") return change;
  return `${change} (${rangeText(row)} with ${digits(row.interval.level * 100, 3)} % confidence)`;
}
function rangeText(row) {
  const { low, high } = row.interval;
  if (low < 0 && high > 0) return `between ${directed(row, low)} and ${directed(row, high)}`;
  const [near, far] = Math.abs(low) < Math.abs(high) ? [low, high] : [high, low];
  return `between ${amount(row, near)} and ${directed(row, far)}`;
}
function allowance(row) {
  if (row.margin === 0) return "nothing worse is allowed";
  return `${directed(row, row.better === "lower" ? row.margin : -row.margin)} is allowed`;
}
function outcome(row, unsteady) {
  if (row.verdict !== "inconclusive") return row.verdict;
  if (unsteady !== void 0) {
    return `inconclusive, because two copies of production differed by ${amount(row, unsteady)} in the same run`;
  }
  const { blocks, examples } = row.needs ?? {};
  if (blocks !== void 0) return `inconclusive, about ${blocks} blocks would settle it`;
  if (examples !== void 0) return `inconclusive, about ${examples} examples would settle it`;
  return "inconclusive, and too close to the margin for more measurements to settle it";
}
function directed(row, change) {
  return `${amount(row, change)} ${change < 0 ? "lower" : "higher"}`;
}
function amount(row, change) {
  const size = Math.abs(change);
  if (row.scale === "relative") return `${digits(size * 100, 2)} %`;
  return row.unit === "share" ? `${digits(size * 100, 2)} pp` : valueText(size, row.unit);
}
function bytesText(bytes) {
  const units = ["B", "kB", "MB", "GB"];
  const step = Math.min(3, Math.floor(Math.log10(Math.max(1, Math.abs(bytes))) / 3));
  return `${digits(bytes / 1e3 ** step, 3)} ${units[step]}`;
}
function digits(value, significant) {
  const rounded = Number(value.toPrecision(significant));
  if (Math.abs(rounded) >= 10 ** significant) return Math.round(value).toString();
  return rounded.toLocaleString("en", { maximumSignificantDigits: significant, useGrouping: false });
}

// src/stages/compare/exact.ts
function exactRow({ metric, question, measurements, production, chosen }) {
  const count = (id) => {
    const found = measurements.counts[id]?.[metric.name];
    if (found === void 0)
      throw userError("metric-not-measured", { metric: metric.name, why: `there is no count of ${id}` });
    return found;
  };
  const [before, after] = [count(production), count(chosen)];
  const { scale, margin } = scaleFor(question.margin, before);
  const change = tidy(scale === "relative" ? (after - before) / before : after - before);
  const row = {
    metric: metric.name,
    unit: metric.unit,
    better: metric.better,
    production: before,
    candidate: after,
    scale,
    change,
    interval: { low: change, high: change, level: 1 },
    margin,
    ...exactlyNotWorse(change, margin, metric.better),
    method: "exact"
  };
  return { ...row, why: explain(row) };
}

// src/stats/bootstrap.ts
var fewestExamples = 30;
function pairedBootstrap(differences, { level, seed, resamples = 4e3 }) {
  const n = differences.length;
  if (n === 0) throw new RangeError("an interval needs at least one value");
  const estimate = mean([...differences]);
  const means = resampledMeans(Float64Array.from(differences), resamples, seed);
  const widening = Math.sqrt(n / Math.max(1, n - 1));
  const rank = Math.floor((1 - level) / 2 * (resamples + 1));
  const low = means[Math.max(0, rank - 1)];
  const high = means[Math.min(resamples - 1, resamples - rank)];
  return {
    estimate,
    low: estimate + (low - estimate) * widening,
    high: estimate + (high - estimate) * widening,
    level: n < fewestExamples ? 0 : level
  };
}
function resampledMeans(values, resamples, seed) {
  const random = createRandom(seed);
  const means = new Float64Array(resamples);
  for (let at = 0; at < resamples; at++) {
    let sum = 0;
    for (let draw = 0; draw < values.length; draw++) sum += values[random.below(values.length)];
    means[at] = sum / values.length;
  }
  return means.sort();
}

// src/stats/planning.ts
var usualPower = 0.9;
function detectableChange(differences, alpha, power = usualPower) {
  const n = differences.length;
  if (n < 2) return void 0;
  const spread = deviation(differences) / Math.sqrt(n);
  return (studentQuantile(1 - alpha, n - 1) + studentQuantile(power, n - 1)) * spread;
}
function valuesNeeded(differences, aim, power = usualPower) {
  return differences.length < 2 ? void 0 : needed(deviation(differences), aim, power);
}
function detectableFrom(interval, alpha, power = usualPower) {
  const z = normalQuantile(1 - alpha);
  return halfWidth(interval) * (z + normalQuantile(power)) / z;
}
function valuesNeededFrom(interval, n, aim, power = usualPower) {
  return needed(halfWidth(interval) * Math.sqrt(n) / normalQuantile(1 - aim.alpha), aim, power);
}
function needed(spread, { estimate, margin, alpha }, power) {
  const z = normalQuantile(1 - alpha) + normalQuantile(power);
  const values = Math.ceil((z * spread / (margin - estimate)) ** 2 + 2);
  return values <= unaffordable ? values : void 0;
}
var unaffordable = 1e6;
function halfWidth({ low, high }) {
  return (high - low) / 2;
}
function deviation(values) {
  return standardDeviation([...values]) * Math.sqrt(values.length / (values.length - 1));
}

// src/stages/compare/paired.ts
function pairedRow(comparing) {
  const { metric, question, alpha } = comparing;
  const { before, after } = valuesOf(comparing);
  const [production, candidate] = [mean2(before), mean2(after)];
  const { scale, margin } = scaleFor(question.margin, production);
  const { difference, method } = differenceOf(comparing, before, after);
  const interval = scaled(difference, scale === "relative" ? 1 / Math.abs(production) : 1);
  const judgement = nonInferiority(interval, { margin, better: metric.better, alpha });
  const aim = { estimate: interval.estimate, margin: metric.better === "lower" ? margin : -margin, alpha };
  const examples = judgement.verdict === "inconclusive" ? valuesNeededFrom(interval, before.length, aim) : void 0;
  const row = {
    metric: metric.name,
    unit: metric.unit,
    better: metric.better,
    production: tidy(production),
    candidate: tidy(candidate),
    scale,
    change: tidy(interval.estimate),
    interval: { low: tidy(interval.low), high: tidy(interval.high), level: tidy(interval.level) },
    margin,
    ...judgement,
    method,
    ...examples === void 0 ? {} : { needs: { examples: Math.max(examples, before.length + 1) } },
    detectable: tidy(detectableFrom(interval, alpha))
  };
  return { ...row, why: explain(row) };
}
function valuesOf({ metric, measurements, production, chosen }) {
  const { quality } = measurements;
  if (quality === void 0) throw notMeasured(metric.name, "the models were not run on any data");
  if (metric.name === "accuracy") {
    const { labels } = quality;
    if (labels === void 0) throw notMeasured(metric.name, `the data set ${quality.data} has no labels`);
    return {
      before: correctness(predictionsOf(quality, production, metric.name), labels),
      after: correctness(predictionsOf(quality, chosen, metric.name), labels)
    };
  }
  if (metric.name === "agreement") {
    const served = predictionsOf(quality, production, metric.name);
    return { before: served.map(() => 1), after: agreements(predictionsOf(quality, chosen, metric.name), served) };
  }
  const [before, after] = [quality.custom[metric.name]?.[production], quality.custom[metric.name]?.[chosen]];
  if (before === void 0 || after === void 0) throw notMeasured(metric.name, "there are no values of it");
  return { before, after };
}
function predictionsOf(quality, contender, metric) {
  const predictions = quality.predictions[contender];
  if (predictions === void 0 || predictions.length === 0)
    throw notMeasured(metric, `there are no predictions of ${contender}`);
  return predictions;
}
function differenceOf(comparing, before, after) {
  const level = 1 - 2 * comparing.alpha;
  const differences = after.map((value, example) => value - before[example]);
  if (comparing.metric.unit !== "share") {
    const { seed } = comparing.measurements;
    const resamples = Math.max(1e3, Math.min(4e3, Math.floor(2e7 / before.length)));
    const difference = pairedBootstrap(differences, { level, seed, resamples });
    return { difference, method: `paired bootstrap of the mean on ${before.length} examples` };
  }
  const gained = differences.filter((value) => value > 0).length;
  const lost = differences.filter((value) => value < 0).length;
  const { midP } = mcnemar(gained, lost);
  return {
    difference: pairedDifference(gained, lost, before.length, level),
    method: `Tango score interval on ${before.length} examples, ${gained} gained and ${lost} lost (McNemar mid-p ${midP.toPrecision(2)})`
  };
}
function scaled({ estimate, low, high, level }, factor) {
  return { estimate: estimate * factor, low: low * factor, high: high * factor, level };
}
function notMeasured(metric, why) {
  return userError("metric-not-measured", { metric, why });
}

// src/stages/compare/speed.ts
var figures = {
  "latency.p50": ({ samplesMs }) => median(samplesMs),
  "latency.mean": ({ samplesMs }) => mean2(samplesMs),
  "latency.p90": ({ samplesMs }) => quantile(samplesMs, 0.9),
  throughput: ({ samplesMs }, { batch }) => 1e3 * batch / mean2(samplesMs),
  "first-run": ({ firstRunMs }) => firstRunMs,
  "session-start": ({ sessionMs }) => sessionMs,
  "memory.peak": ({ peakBytes }) => peakBytes
};
function speedRows(comparing) {
  const { speed } = comparing.measurements;
  if (speed.length === 0 || speed.some(({ blocks }) => blocks.length === 0)) {
    throw userError("metric-not-measured", { metric: comparing.metric.name, why: "the models were not benchmarked" });
  }
  return speed.map((measured) => speedRow(comparing, measured));
}
function speedRow(comparing, { scenario, blocks }) {
  const { metric, question, alpha } = comparing;
  const before = figuresOf(comparing, comparing.production, scenario, blocks);
  const after = figuresOf(comparing, comparing.chosen, scenario, blocks);
  const scale = scaleFor(question.margin, median(before));
  const differences = differencesOf(scale, before, after);
  const interval = changeOf(scale, signedRankInterval(differences, alpha));
  const unsteady = unsteadiness(comparing, scale, scenario, blocks, before);
  const judged = nonInferiority(interval, { margin: scale.margin, better: metric.better, alpha });
  const judgement = unsteady === void 0 ? judged : { verdict: "inconclusive", improved: false };
  const row = {
    metric: metric.name,
    scenario: scenario.id,
    unit: metric.unit,
    better: metric.better,
    production: tidy(median(before)),
    candidate: tidy(median(after)),
    scale: scale.scale,
    change: tidy(interval.estimate),
    interval: { low: tidy(interval.low), high: tidy(interval.high), level: tidy(interval.level) },
    margin: scale.margin,
    ...judgement,
    method: `Hodges\u2013Lehmann interval on ${blocks.length} blocks`,
    ...needsOf(comparing, scale, judgement, differences),
    ...detectableOf(comparing, scale, differences)
  };
  return { ...row, why: explain(row, unsteady) };
}
function figuresOf(comparing, contender, scenario, blocks) {
  const { name } = comparing.metric;
  return blocks.map(({ runs }) => {
    const [figure, sample] = [figures[name], runs[contender]];
    if (figure === void 0 || sample === void 0) {
      throw userError("metric-not-measured", {
        metric: name,
        why: `a block of ${scenario.id} does not hold ${contender}`
      });
    }
    return figure(sample, scenario);
  });
}
function differencesOf({ scale }, before, after) {
  return after.map((value, block) => {
    const other = before[block];
    return scale === "relative" ? Math.log(value / other) : value - other;
  });
}
function changeOf({ scale }, interval) {
  if (scale === "absolute") return interval;
  const { estimate, low, high, level } = interval;
  return { estimate: Math.expm1(estimate), low: Math.expm1(low), high: Math.expm1(high), level };
}
function edge({ scale, margin }, better) {
  const worse = better === "lower" ? margin : -margin;
  return scale === "relative" ? Math.log1p(worse) : worse;
}
function needsOf({ metric, alpha }, scale, { verdict }, differences) {
  if (verdict !== "inconclusive") return {};
  const aim = { estimate: signedRankInterval(differences, alpha).estimate, margin: edge(scale, metric.better), alpha };
  const blocks = valuesNeeded(differences, aim);
  if (blocks === void 0) return {};
  return { needs: { blocks: Math.max(blocks, differences.length + 1, fewestValues(alpha)) } };
}
function detectableOf({ metric, alpha }, { scale }, differences) {
  const detectable = detectableChange(differences, alpha);
  if (detectable === void 0) return {};
  if (scale === "absolute") return { detectable: tidy(detectable) };
  return { detectable: tidy(metric.better === "lower" ? Math.expm1(detectable) : -Math.expm1(-detectable)) };
}
function unsteadiness(comparing, scale, scenario, blocks, before) {
  const copy = comparing.measurements.contenders.find(({ role }) => role === "copy");
  if (copy === void 0) return void 0;
  const differences = differencesOf(scale, before, figuresOf(comparing, copy.id, scenario, blocks));
  const { estimate, low, high } = changeOf(scale, signedRankInterval(differences, comparing.alpha));
  const certain = low > 0 || high < 0;
  return certain && Math.abs(estimate) > scale.margin / 2 ? estimate : void 0;
}

// src/stages/compare/rows.ts
function compareRows(measurements, questions, alpha) {
  const production = measurements.contenders.find(({ role }) => role === "production");
  if (production === void 0 || isProduction(measurements.contenders, measurements.chosen)) return [];
  return questions.flatMap((question) => {
    const metric = metricOf(question);
    return rowsOf({ metric, question, measurements, production: production.id, chosen: measurements.chosen, alpha });
  });
}
function rowsOf(comparing) {
  switch (comparing.metric.how) {
    case "ratio":
      return speedRows(comparing);
    case "paired":
      return [pairedRow(comparing)];
    case "exact":
      return [exactRow(comparing)];
    default:
      throw new Bug(`no rows for metrics compared by ${comparing.metric.how}`);
  }
}
function metricOf({ metric: name, better }) {
  const known = metrics.find((metric) => metric.name === name);
  return known ?? {
    name,
    unit: "1",
    better: better ?? "higher",
    how: "paired",
    summary: "a user's own metric",
    margin: "0%"
  };
}

export {
  compareRows
};
