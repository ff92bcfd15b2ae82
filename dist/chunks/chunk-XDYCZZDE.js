import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  spendingBounds
} from "./chunk-OMPJI4UT.js";
import {
  fewestValues,
  mcnemar,
  pairedChange,
  pairedDifference,
  signedRankInterval
} from "./chunk-66IREITO.js";
import {
  normalCdf,
  normalQuantile,
  studentQuantile
} from "./chunk-XQU7DUIC.js";
import {
  createRandom
} from "./chunk-K6RBPTZY.js";
import {
  mean,
  median,
  quantile
} from "./chunk-B2NQQHU2.js";
import {
  standardDeviation
} from "./chunk-FZVAZGKR.js";
import {
  isProduction,
  metricNamed,
  sliceName
} from "./chunk-PA7GLSC6.js";
import {
  Bug,
  errorFrom
} from "./chunk-IY3EL66N.js";

// src/stats/holm.ts
function holm(alarms, { comparisons, alpha }, raises) {
  const holding = /* @__PURE__ */ new Set();
  for (; ; ) {
    const level = alpha / (comparisons - holding.size);
    const more = alarms.filter((alarm) => !holding.has(alarm) && raises(alarm, level));
    if (more.length === 0) return holding;
    for (const alarm of more) holding.add(alarm);
  }
}

// src/stats/claims.ts
function judge(interval, { alpha, ...claimed }) {
  if (interval.level < 1 - 2 * alpha - 1e-12) return { verdict: "inconclusive", improved: false };
  const [least, most] = worsening(interval, claimed);
  return { verdict: verdictOf(least, most, claimed), improved: most < 0 };
}
function verdictOf(least, most, { claim, margin }) {
  const edge = claim === "better" ? -margin : margin;
  if (claim === "equivalent" && most < -margin) return "fail";
  if (least > edge) return "fail";
  const holds = most < edge && (claim !== "equivalent" || least > -margin);
  return holds ? "pass" : "inconclusive";
}
function judgeExactly(change, { claim, margin, better }) {
  const worse = better === "lower" ? change : -change;
  const kept = {
    "not-worse": worse <= margin,
    better: worse < 0 && worse <= -margin,
    equivalent: Math.abs(worse) <= margin
  };
  return { verdict: kept[claim] ? "pass" : "fail", improved: worse < 0 };
}
function edgeOf(change, { claim, margin, better }) {
  const worse = better === "lower" ? 1 : -1;
  if (claim === "better") return -worse * margin;
  if (claim === "equivalent") return Math.sign(change) * margin || margin;
  return worse * margin;
}
function worsening({ low, high }, { better }) {
  return better === "lower" ? [low, high] : [-high, -low];
}

// src/verdicts/errors.ts
var verdictErrors = {
  "evidence-wrong": {
    say: (d) => ({
      message: `${d.path} is not an evidence file: ${d.reason}.`,
      hint: "Evidence is the evidence.json in the folder of a run that compared; `airworthy report` names it."
    }),
    example: { path: "evidence.json", reason: "alpha: expected a number" }
  },
  "metric-not-measured": {
    say: (d) => ({
      message: `The metric ${d.metric} cannot be compared, because it was not measured: ${d.why}.`,
      hint: "Put a benchmark stage before the compare stage, so that it is told what will be asked."
    }),
    example: { metric: "accuracy", why: "the models were not run on any data" }
  }
};
var verdictError = errorFrom(verdictErrors);

// src/verdicts/scale.ts
function scaleFor(margin, production) {
  if ("absolute" in margin) return { scale: "absolute", margin: margin.absolute };
  return production === 0 ? { scale: "absolute", margin: 0 } : { scale: "relative", margin: margin.relative };
}
function claimedIn({ question, metric }, margin) {
  return { claim: question.claim ?? "not-worse", margin, better: metric.better };
}
function claimOf({ claim }) {
  return claim === void 0 ? {} : { claim };
}
function tidy(value) {
  return Number(value.toPrecision(12));
}

// src/verdicts/words.ts
function explain(row, doubt) {
  const values = `${row.metric} went from ${valueText(row.production, row.unit)} to ${valueText(row.candidate, row.unit)}`;
  return `${values}, ${changeText(row)}; ${allowance(row)}: ${outcome(row, doubt)}${resolution(row)}.`;
}
function changeWords({ scale, unit }, change) {
  const size = Math.abs(change);
  if (scale === "relative") return `${digits(size * 100, 2)} %`;
  return unit === "share" ? `${digits(size * 100, 2)} pp` : valueText(size, unit);
}
function resolution(row) {
  return row.detectable === void 0 ? "" : ` (smallest change it could tell: ${amount(row, row.detectable)})`;
}
function valueText(value, unit) {
  if (unit === "share") return `${digits(value * 100, 4)} %`;
  if (unit === "B") return bytesText(value);
  if (unit === "ms") return `${digits(value, 3)} ms`;
  if (unit === "J") return `${digits(value, 3)} J`;
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
  if (row.claim === "equivalent") return `${amount(row, row.margin)} either way is allowed`;
  if (row.claim === "better") return demand(row);
  if (row.margin === 0) return "nothing worse is allowed";
  return `${directed(row, row.better === "lower" ? row.margin : -row.margin)} is allowed`;
}
function demand(row) {
  if (row.margin === 0) return "it has to be better";
  return `it has to be more than ${directed(row, row.better === "lower" ? -row.margin : row.margin)}`;
}
function outcome(row, doubt) {
  if (row.verdict !== "inconclusive") return row.verdict;
  if (doubt !== void 0) return `inconclusive, because ${doubt}`;
  const { blocks, examples } = row.needs ?? {};
  if (blocks !== void 0) return `inconclusive, about ${blocks} blocks would settle it`;
  if (examples !== void 0) return `inconclusive, about ${examples} examples would settle it`;
  return "inconclusive, and too close to the margin for more measurements to settle it";
}
function directed(row, change) {
  return `${amount(row, change)} ${change < 0 ? "lower" : "higher"}`;
}
function amount(row, change) {
  return changeWords(row, change);
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

// src/verdicts/exact.ts
function exactRow(comparing) {
  const { metric, question, measurements, production, chosen } = comparing;
  const count = (id) => {
    const found = measurements.counts[id]?.[metric.name];
    if (found === void 0)
      throw verdictError("metric-not-measured", { metric: metric.name, why: `there is no count of ${id}` });
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
    ...claimOf(question),
    ...judgeExactly(change, claimedIn(comparing, margin)),
    method: "exact"
  };
  return { ...row, why: explain(row) };
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

// src/stats/small-sample.ts
var fewestUnits = 30;
var fewestDiffering = 10;
function effectiveUnits({ examples, groups }) {
  if (groups === void 0) return examples;
  const squares = sizesOf(groups).reduce((sum, size) => sum + size ** 2, 0);
  return squares === 0 ? 0 : examples ** 2 / squares;
}
function unitsOf({ examples, groups }) {
  return groups === void 0 ? examples : sizesOf(groups).length;
}
function unseenShare(units, alpha) {
  return units <= 0 ? 1 : -Math.expm1(Math.log(alpha) / units);
}
function skewnessAllowance(influences, level) {
  return (1 + 2 * normalQuantile((1 + level) / 2) ** 2) / 6 * largestInfluence(influences);
}
function largestInfluence(influences) {
  let [squares, cubes] = [0, 0];
  for (const influence of influences) {
    squares += influence ** 2;
    cubes += Math.abs(influence) ** 3;
  }
  return squares === 0 ? 0 : cubes / squares;
}
function sizesOf(groups) {
  const sizes = [];
  for (const group of groups) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes;
}

// src/verdicts/quality/evidence.ts
function recordsOf(evidence, record) {
  const { quality, production, chosen, metric } = evidence;
  const held = record === "classes" ? quality.predictions : quality.records?.[record];
  const of = (contender) => {
    const found = held?.[contender];
    if (found === void 0 || found.length === 0) throw notMeasured(metric, `there are no predictions of ${contender}`);
    return found;
  };
  return [of(production), of(chosen)];
}
function labelsOf({ quality, metric }) {
  if (quality.labels === void 0) throw notMeasured(metric, `the data set ${quality.data} has no labels`);
  return quality.labels;
}
function sampleOf({ quality: { examples, groups } }) {
  return { examples, groups };
}
function sampleWords(evidence) {
  const sample = sampleOf(evidence);
  const examples = `${sample.examples} examples`;
  return sample.groups === void 0 ? examples : `${examples} in ${unitsOf(sample)} groups`;
}
function tooFew(sample) {
  const units = effectiveUnits(sample);
  if (units >= fewestUnits) return void 0;
  if (sample.groups === void 0) return `there are only ${sample.examples} examples, and ${fewestUnits} are needed`;
  return `the groups are worth only ${Math.floor(units)} of equal size, and ${fewestUnits} are needed`;
}
function notMeasured(metric, why) {
  return verdictError("metric-not-measured", { metric, why });
}

// src/data/scores.ts
var noClass = -1;
function topClass(scores2) {
  let best = 0;
  for (let at = 0; at < scores2.length; at++) {
    const score = scores2[at];
    if (Number.isNaN(score)) return noClass;
    if (score > scores2[best]) best = at;
  }
  return best;
}
function rankOf(label, scores2) {
  const own = scores2[label];
  let before = 0;
  for (let at = 0; at < scores2.length; at++) {
    const score = scores2[at];
    if (Number.isNaN(score)) return scores2.length;
    if (score > own || score === own && at < label) before += 1;
  }
  return before;
}
function isDistribution(scores2) {
  if (scores2.some((score) => !(score >= 0))) return false;
  const sum = sumOf(scores2);
  return scores2.length === 1 ? sum <= 1 : Math.abs(sum - 1) <= 0.01;
}
function softmax(logits) {
  const top = Math.max(...logits);
  const powers = Float64Array.from(logits, (logit) => Math.exp(logit - top));
  const sum = sumOf(powers);
  return powers.map((power) => power / sum);
}
function lossOf(label, scores2, kind) {
  const loss = kind === "logits" ? logitLoss(label, scores2) : -Math.log(probabilityOf(label, scores2));
  return loss <= largestLoss ? Math.max(0, loss) : largestLoss;
}
var largestLoss = 23 * Math.LN2;
function probabilityOf(label, scores2) {
  const first = scores2[0];
  if (scores2.length === 1) return label === 1 ? first : 1 - first;
  return scores2[label];
}
function logitLoss(label, logits) {
  const all = logits.length === 1 ? Float64Array.of(0, logits[0]) : Float64Array.from(logits);
  const top = Math.max(...all);
  const sum = sumOf(all.map((logit) => Math.exp(logit - top)));
  return top + Math.log(sum) - all[label];
}
function sumOf(values) {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

// src/data/class-metrics.ts
var scores = {
  precision: ({ hits, predicted }) => predicted === 0 ? 0 : hits / predicted,
  recall: ({ hits, support }) => support === 0 ? 0 : hits / support,
  f1: ({ hits, support, predicted }) => hits === 0 ? 0 : 2 * hits / (support + predicted)
};
function isBinary(labels, ...predictions) {
  return [labels, ...predictions].every((classes) => classes.every((each) => each <= 1));
}
function classStatistic(name, labels, predictions, binary) {
  const table = tableOf(labels, predictions);
  const countsWith = (weights) => {
    const counts = countsOf(table, weights);
    return binary ? counts.slice(1, 2) : counts;
  };
  return {
    statistic: (weights) => meanOf(countsWith(weights), scores[name]),
    fall: (examples) => fallOf(countsWith(new Uint8Array(labels.length).fill(1)), scores[name], examples)
  };
}
function tableOf(labels, predictions) {
  const index = new Map([0, 1].map((each) => [each, each]));
  const numberOf = (each) => {
    if (each !== noClass && !index.has(each)) index.set(each, index.size);
    return index.get(each) ?? noClass;
  };
  const pairsOf2 = labels.map((label, at) => [numberOf(label), numberOf(predictions[at])]);
  const classes = index.size;
  const numbers = /* @__PURE__ */ new Map();
  const pairs = [];
  const pairOf = Uint32Array.from(pairsOf2, ([label, prediction]) => {
    const key = label * (classes + 1) + prediction - noClass;
    const known2 = numbers.get(key);
    if (known2 !== void 0) return known2;
    numbers.set(key, pairs.length);
    return pairs.push([label, prediction]) - 1;
  });
  return { classes, pairs, pairOf };
}
function countsOf({ classes, pairs, pairOf }, weights) {
  const times = new Float64Array(pairs.length);
  for (let at = 0; at < pairOf.length; at++) {
    const pair = pairOf[at];
    times[pair] = times[pair] + weights[at];
  }
  const counts = Array.from({ length: Math.max(2, classes) }, () => ({ hits: 0, support: 0, predicted: 0 }));
  for (const [pair, [label, prediction]] of pairs.entries()) {
    const often = times[pair];
    const [own, other] = [counts[label], counts[prediction]];
    if (own !== void 0) own.support += often;
    if (other !== void 0) other.predicted += often;
    if (own !== void 0 && label === prediction) own.hits += often;
  }
  return counts;
}
function meanOf(counts, score) {
  let [sum, present] = [0, 0];
  for (const each of counts) {
    if (each.support === 0 && each.predicted === 0) continue;
    sum += score(each);
    present += 1;
  }
  return present === 0 ? 0 : sum / present;
}
function fallOf(counts, score, examples) {
  const present = counts.filter(({ support, predicted }) => support > 0 || predicted > 0);
  const misses = present.map((each) => ({ weight: weightOfHit(each, score), hits: each.hits }));
  let [left, fall] = [examples, 0];
  for (const { weight, hits } of misses.sort((one, other) => other.weight - one.weight)) {
    fall += weight * Math.min(left, hits);
    left -= Math.min(left, hits);
  }
  const alarms = present.map((each) => score(each) - score({ ...each, predicted: each.predicted + examples }));
  return (fall + Math.max(0, ...alarms)) / Math.max(1, present.length);
}
function weightOfHit(counts, score) {
  const { hits, support, predicted } = counts;
  return hits === 0 ? 0 : score(counts) - score({ hits: hits - 1, support, predicted: predicted - 1 });
}

// src/data/value-metrics.ts
function meanStatistic(values) {
  const all = Float64Array.from(values);
  return (weights) => {
    let sum = 0;
    let examples = 0;
    for (let at = 0; at < all.length; at++) {
      sum += weights[at] * all[at];
      examples += weights[at];
    }
    return sum / examples;
  };
}
function rmseStatistic(outputs, labels) {
  const mean2 = meanStatistic(outputs.map((output, at) => (output - labels[at]) ** 2));
  return (weights) => Math.sqrt(mean2(weights));
}
function r2Statistic(outputs, labels) {
  const errors = Float64Array.from(outputs, (output, at) => (output - labels[at]) ** 2);
  const centre = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  const centred = Float64Array.from(labels, (label) => label - centre);
  return (weights) => {
    let examples = 0;
    let missed = 0;
    let sum = 0;
    let squares = 0;
    for (let at = 0; at < errors.length; at++) {
      const weight = weights[at];
      const label = centred[at];
      examples += weight;
      missed += weight * errors[at];
      sum += weight * label;
      squares += weight * label * label;
    }
    const variation = squares - sum ** 2 / examples;
    if (variation > 0) return 1 - missed / variation;
    return missed === 0 ? 1 : 0;
  };
}

// src/stats/delong.ts
function compareAreas(before, after, positive) {
  const [first, second] = [rankedBy(before, positive), rankedBy(after, positive)];
  const moved = second.influences.map((influence, at) => influence - first.influences[at]);
  const apart = second.placements.map((placement, at) => placement - first.placements[at]);
  return {
    areas: [first.area, second.area],
    difference: second.area - first.area,
    error: areaError(moved, positive),
    influences: [first.influences, second.influences],
    differing: apart.filter((distance) => Math.abs(distance) > rounding).length
  };
}
var rounding = 1e-12;
function delong({ difference: difference2, error }) {
  if (!(error > 0)) return void 0;
  const z = difference2 / error;
  return { z, p: 2 * normalCdf(-Math.abs(z)) };
}
function areaError(influences, positive) {
  const variance = [true, false].reduce((sum, wanted) => {
    const moves = split(influences, positive, wanted);
    const squares = moves.reduce((total, move) => total + move ** 2, 0);
    return sum + (moves.length < 2 ? Infinity : squares * moves.length / (moves.length - 1));
  }, 0);
  return Math.sqrt(variance);
}
function rankedBy(scores2, positive) {
  const placed = placements(scores2, positive);
  const ups = split(placed, positive, true);
  const area = ups.reduce((sum, placement) => sum + placement, 0) / ups.length;
  const downs = placed.length - ups.length;
  return {
    placements: placed,
    area,
    influences: placed.map((placement, at) => (placement - area) / (positive[at] ? ups.length : downs))
  };
}
function placements(scores2, positive) {
  const all = Float64Array.from(scores2);
  const [ups, downs] = [split(all, positive, true).sort(), split(all, positive, false).sort()];
  if (ups.length === 0 || downs.length === 0) throw new RangeError("an area needs examples of both classes");
  for (let at = 0; at < all.length; at++) {
    const score = all[at];
    const others = positive[at] ? downs : ups;
    const below = countBelow(others, score);
    const tied = others[below] === score ? countTied(others, score, below) : 0;
    const share = (below + tied / 2) / others.length;
    all[at] = positive[at] ? share : 1 - share;
  }
  return all;
}
function countBelow(sorted, score) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const half = low + high >> 1;
    if (sorted[half] < score) low = half + 1;
    else high = half;
  }
  return low;
}
function countTied(sorted, score, from) {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const half = low + high >> 1;
    if (sorted[half] === score) low = half + 1;
    else high = half;
  }
  return low - from;
}
function split(values, positive, wanted) {
  const chosen = new Float64Array(values.length);
  let count = 0;
  for (let at = 0; at < values.length; at++) if (positive[at] === wanted) chosen[count++] = values[at];
  return chosen.subarray(0, count);
}

// src/verdicts/quality/areas.ts
function auc(evidence) {
  const classes = classesOf(evidence);
  const areas = classes.map(({ before, after, positive }) => compareAreas(before, after, positive));
  const [only] = areas;
  const plain = only !== void 0 && areas.length === 1 && evidence.quality.groups === void 0;
  const { values, change, unit, moves } = changeOf(areas, evidence.relative);
  const influences = influencesOf(evidence, moves);
  const error = plain ? areaError(moves[0], classes[0]?.positive ?? []) : errorOf(influences);
  const level = 1 - 2 * evidence.alpha;
  const width = normalQuantile((1 + level) / 2) * error + skewnessAllowance(influences, level);
  const reach = Math.min(2 / unit, Math.max(width, unseenFall(evidence, classes, areas) / unit));
  const doubt = fewOfAClass(classes) ?? tooFew(sampleOf(evidence));
  const [low, high] = [Math.max(-1, change - reach), Math.min(1 / unit, change + reach)];
  return {
    values,
    difference: { estimate: change, low, high, level: doubt === void 0 ? level : 0 },
    method: `${plain ? "DeLong interval" : "DeLong placements"} on ${sampleWords(evidence)}${plain ? testWords(only) : ""}`,
    doubt
  };
}
function changeOf(areas, relative) {
  const [first, second] = [mean(areas.map((each) => each.areas[0])), mean(areas.map((each) => each.areas[1]))];
  const [ratio, unit] = relative && first > 0 ? [second / first, first] : [1, 1];
  const moves = areas.map(
    ({ influences: [before, after] }) => after.map((move, example) => (move - ratio * before[example]) / unit)
  );
  return { values: [first, second], change: (second - first) / unit, unit, moves };
}
function classesOf(evidence) {
  const [before, after] = recordsOf(evidence, "scores");
  const labels = labelsOf(evidence);
  const columns = before.length / labels.length;
  if (after.length !== before.length) throw notMeasured(evidence.metric, "the models tell different classes apart");
  const column = (scores2, at) => labels.map((_, example) => scores2[example * columns + at]);
  return Array.from({ length: columns }, (_, at) => {
    const name = columns === 1 ? 1 : at;
    const positive = labels.map((label) => label === name);
    const positives = positive.filter(Boolean).length;
    if (positives === 0) throw notMeasured(evidence.metric, `no example is of class ${name}`);
    if (positives === labels.length) throw notMeasured(evidence.metric, `all examples are of class ${name}`);
    return { name, positive, positives, before: column(before, at), after: column(after, at) };
  });
}
function influencesOf(evidence, moves) {
  const { groups } = evidence.quality;
  const influences = new Float64Array(unitsOf(sampleOf(evidence)));
  for (const moved of moves) {
    for (const [example, influence] of moved.entries()) {
      const unit = groups?.[example] ?? example;
      influences[unit] = influences[unit] + influence / moves.length;
    }
  }
  return influences;
}
function errorOf(influences) {
  const squares = influences.reduce((sum, influence) => sum + influence ** 2, 0);
  return Math.sqrt(squares * influences.length / Math.max(1, influences.length - 1));
}
function unseenFall(evidence, classes, areas) {
  if (areas.some(({ differing }) => differing >= fewestDiffering)) return 0;
  const sample = sampleOf(evidence);
  const perExample = effectiveUnits(sample) / sample.examples;
  const share = (examples) => unseenShare(examples * perExample, evidence.alpha / 2);
  return mean(classes.map(({ positives }) => share(positives) + share(sample.examples - positives)));
}
function fewOfAClass(classes) {
  for (const { name, positive, positives } of classes) {
    const rest = positive.length - positives;
    if (positives < fewestUnits) return `only ${positives} examples are of class ${name}, and ${fewestUnits} are needed`;
    if (rest < fewestUnits) return `only ${rest} examples are not of class ${name}, and ${fewestUnits} are needed`;
  }
  return void 0;
}
function testWords(areas) {
  const test = delong(areas);
  return test === void 0 ? "" : ` (p ${test.p.toPrecision(2)})`;
}

// src/stats/bootstrap.ts
function replicate(statistic, sample, resampling) {
  const units = unitsOf(sample);
  if (units === 0) throw new RangeError("nothing can be drawn from no examples");
  const weigh = weighing(statistic, sample);
  const value = weigh(new Uint8Array(units).fill(1));
  const resampled2 = draws(units, resampling, weigh);
  const sets = Math.min(units, mostSets);
  const without = Array.from({ length: sets }, (_, set) => weigh(leavingOut(set, sets, units)));
  return { value, resampled: resampled2, without };
}
var mostSets = 500;
function resamplesFor(examples, alpha) {
  const enough = Math.min(2e4, Math.max(1e3, Math.ceil(10 / alpha)));
  return Math.max(enough, Math.min(4e3, Math.floor(2e7 / Math.max(1, examples))));
}
function bootstrapDifference(before, after, {
  level,
  units,
  unseen: absolute = 0,
  relative = false
}) {
  const unit = relative ? Math.abs(before.value) : 1;
  const unseen = absolute / unit;
  const pairwise = relative ? shares : gaps;
  const estimate = (after.value - before.value) / unit;
  const differences = pairwise(before.resampled, after.resampled).sort();
  const mixed = relative && before.resampled.some((value) => Math.sign(value) !== Math.sign(before.value));
  const resamples = differences.length;
  const rank = Math.floor(((1 - level) / 2 + rounding2) * (resamples + 1));
  const widening = Math.sqrt(units / Math.max(1, units - 1));
  const allowance2 = skewnessAllowance(influencesOf2(pairwise(before.without, after.without)), level);
  const reach = (end) => Math.max(Math.abs(estimate - end) * widening + allowance2, unseen);
  const low = Math.min(estimate, differences[Math.max(0, rank - 1)]);
  const high = Math.max(estimate, differences[Math.min(resamples - 1, resamples - rank)]);
  return {
    estimate,
    low: estimate - reach(low),
    high: estimate + reach(high),
    level: units < fewestUnits || rank < 1 || mixed ? 0 : level
  };
}
var rounding2 = 1e-12;
function influencesOf2(without) {
  const mean2 = without.reduce((sum, value) => sum + value, 0) / without.length;
  return without.map((value) => (mean2 - value) * (without.length - 1) / without.length);
}
function gaps(before, after) {
  return Float64Array.from(after, (value, at) => value - before[at]);
}
function shares(before, after) {
  return Float64Array.from(after, (value, at) => (value - before[at]) / Math.abs(before[at]));
}
function weighing(statistic, { examples, groups }) {
  if (groups === void 0) return statistic;
  const [units, weights] = [Uint32Array.from(groups), new Uint8Array(examples)];
  return (unitWeights) => {
    for (let at = 0; at < examples; at++) weights[at] = unitWeights[units[at]];
    return statistic(weights);
  };
}
function leavingOut(set, sets, units) {
  const weights = new Uint8Array(units).fill(1);
  for (let unit = set; unit < units; unit += sets) weights[unit] = 0;
  return weights;
}
function draws(units, { seed, resamples }, statistic) {
  const results = [];
  if (units * resamples <= mostKept) {
    const kept = keptDraws(units, seed, resamples);
    for (let at = 0; at < resamples; at++) results.push(statistic(kept.subarray(at * units, (at + 1) * units)));
    return results;
  }
  const [random, weights] = [createRandom(seed), new Uint8Array(units)];
  for (let at = 0; at < resamples; at++) results.push(statistic(drawInto(weights.fill(0), random)));
  return results;
}
var mostKept = 4e7;
var lastDraws;
function keptDraws(units, seed, resamples) {
  const key = `${units}/${seed}/${resamples}`;
  if (lastDraws?.key === key) return lastDraws.weights;
  const [random, weights] = [createRandom(seed), new Uint8Array(units * resamples)];
  for (let at = 0; at < resamples; at++) drawInto(weights.subarray(at * units, (at + 1) * units), random);
  lastDraws = { key, weights };
  return weights;
}
function drawInto(weights, { below }) {
  for (let draw = 0; draw < weights.length; draw++) {
    const unit = below(weights.length);
    weights[unit] = weights[unit] + 1;
  }
  return weights;
}

// src/verdicts/quality/resampled.ts
function resampled(evidence, statistics, unseen) {
  const { alpha, seed } = evidence;
  const sample = sampleOf(evidence);
  const resampling = { seed, resamples: resamplesFor(sample.examples, alpha) };
  const [before, after] = [replicate(statistics[0], sample, resampling), replicate(statistics[1], sample, resampling)];
  const units = effectiveUnits(sample);
  const missed = sample.examples * unseenShare(units, alpha);
  const reach = "fall" in unseen ? unseen.fall(missed) : weightOf([before, after], unseen.differing) * missed;
  const relative = evidence.relative && before.value !== 0;
  return {
    values: [before.value, after.value],
    difference: bootstrapDifference(before, after, { level: 1 - 2 * alpha, units, unseen: reach, relative }),
    method: `paired bootstrap on ${sampleWords(evidence)}`,
    doubt: tooFew(sample)
  };
}
function weightOf(figures2, differing) {
  if (differing >= fewestDiffering) return 0;
  return Math.max(...figures2.map(({ without }) => largestInfluence(influencesOf2(Float64Array.from(without)))));
}
function resampledMeans(evidence, [before, after], unseen = { differing: differingOf(before, after) }) {
  const outcome2 = resampled(evidence, [meanStatistic(before), meanStatistic(after)], unseen);
  return { ...outcome2, method: outcome2.method.replace("bootstrap", "bootstrap of the mean") };
}
function differingOf(before, after) {
  return before.reduce((count, value, at) => count + (value === after[at] ? 0 : 1), 0);
}
function resampledCorpus(evidence) {
  const { alpha, quality, metric } = evidence;
  const sample = sampleOf(evidence);
  const units = effectiveUnits(sample);
  const [before, after] = figuresOf(evidence);
  const few = after.differing < fewestDiffering;
  const unseen = weightOf([before, after], after.differing) * quality.examples * unseenShare(units, alpha);
  const relative = evidence.relative && before.value !== 0;
  const difference2 = bootstrapDifference(before, after, { level: 1 - 2 * alpha, units, unseen, relative });
  const constant = few && unseen <= rounding3 * Math.abs(before.value);
  const nothing = constant ? `${metric} is the same whichever examples are left out` : void 0;
  return {
    values: [before.value, after.value],
    difference: nothing === void 0 ? difference2 : { ...difference2, level: 0 },
    method: `paired bootstrap on ${sampleWords(evidence)}, ${before.resampled.length} resamples`,
    doubt: tooFew(sample) ?? nothing
  };
}
var rounding3 = 1e-9;
function figuresOf({ quality, metric, production, chosen }) {
  const [before, after] = [quality.corpus?.[metric]?.[production], quality.corpus?.[metric]?.[chosen]];
  if (before === void 0 || after === void 0) throw notMeasured(metric, "there are no values of it");
  return [before, after];
}

// src/verdicts/quality/shares.ts
function accuracy(evidence) {
  const labels = labelsOf(evidence);
  const [before, after] = recordsOf(evidence, "classes");
  const right = (classes) => classes.map((top, at) => top === labels[at] ? 1 : 0);
  return shares2(evidence, [right(before), right(after)]);
}
function topFive(evidence) {
  const [before, after] = recordsOf(evidence, "ranks");
  const among = (ranks) => ranks.map((rank) => rank < 5 ? 1 : 0);
  return shares2(evidence, [among(before), among(after)]);
}
function agreement(evidence) {
  const [served, classes] = recordsOf(evidence, "classes");
  const same = classes.map((top, at) => top >= 0 && top === served[at] ? 1 : 0);
  return shares2(evidence, [served.map(() => 1), same]);
}
function shares2(evidence, values) {
  const { quality, alpha } = evidence;
  const { examples, groups } = quality;
  if (groups !== void 0) return resampledMeans(evidence, values, { fall: (wrong) => wrong / examples });
  const [before, after] = values;
  const [gained, lost] = [countWhere(after, before), countWhere(before, after)];
  const [first, second] = [countWhere(before), countWhere(after)];
  const level = 1 - 2 * alpha;
  const { midP } = mcnemar(gained, lost);
  const { how, interval, doubt } = evidence.relative && first > 0 ? {
    how: "Score interval of the ratio",
    interval: pairedChange(gained, lost, first - lost, level),
    doubt: fewEverRight(first + gained)
  } : {
    how: "Tango score interval",
    interval: pairedDifference(gained, lost, examples, level),
    doubt: tooFew(sampleOf(evidence))
  };
  return {
    values: [first / examples, second / examples],
    difference: { ...interval, level: doubt === void 0 ? level : 0 },
    method: `${how} on ${examples} examples, ${gained} gained and ${lost} lost (McNemar mid-p ${midP.toPrecision(2)})`,
    doubt
  };
}
function fewEverRight(count) {
  return count < fewestUnits ? `only ${count} examples count for one model or both, and ${fewestUnits} are needed` : void 0;
}
function countWhere(values, others) {
  return values.reduce((count, value, at) => count + (value === 1 && others?.[at] !== 1 ? 1 : 0), 0);
}

// src/verdicts/quality/methods.ts
var methods = {
  accuracy,
  "top-5": topFive,
  precision: (evidence) => byClasses(evidence, "precision"),
  recall: (evidence) => byClasses(evidence, "recall"),
  f1: (evidence) => byClasses(evidence, "f1"),
  auc,
  "log-loss": (evidence) => resampledMeans(evidence, recordsOf(evidence, "losses")),
  rmse: (evidence) => byLabels(evidence, rmseStatistic),
  mae: absoluteErrors,
  r2: (evidence) => byLabels(evidence, r2Statistic),
  agreement,
  "output-error": (evidence) => resampledMeans(evidence, recordsOf(evidence, "errors"))
};
function ownMetric(evidence) {
  const { quality, metric, production, chosen } = evidence;
  if (quality.corpus?.[metric] !== void 0) return resampledCorpus(evidence);
  const [before, after] = [quality.custom[metric]?.[production], quality.custom[metric]?.[chosen]];
  if (before === void 0 || after === void 0) throw notMeasured(metric, "there are no values of it");
  const binary = [before, after].every((values) => values.every((value) => value === 0 || value === 1));
  return binary ? shares2(evidence, [before, after]) : resampledMeans(evidence, [before, after]);
}
function byClasses(evidence, name) {
  const labels = labelsOf(evidence);
  const records = recordsOf(evidence, "classes");
  const binary = isBinary(labels, ...records);
  const [before, after] = [
    classStatistic(name, labels, records[0], binary),
    classStatistic(name, labels, records[1], binary)
  ];
  const fall = (examples) => Math.max(before.fall(examples), after.fall(examples));
  return resampled(evidence, [before.statistic, after.statistic], { fall });
}
function byLabels(evidence, statistic) {
  const labels = labelsOf(evidence);
  const [before, after] = recordsOf(evidence, "outputs");
  const unseen = { differing: differingOf(before, after) };
  return resampled(evidence, [statistic(before, labels), statistic(after, labels)], unseen);
}
function absoluteErrors(evidence) {
  const labels = labelsOf(evidence);
  const [before, after] = recordsOf(evidence, "outputs");
  const errors = (outputs) => outputs.map((output, at) => Math.abs(output - labels[at]));
  return resampledMeans(evidence, [errors(before), errors(after)]);
}

// src/verdicts/quality/slice.ts
function onSlice(quality, slice, metric) {
  const chosen = quality.slices?.[slice];
  if (chosen === void 0 || chosen.length === 0)
    throw notMeasured(metric, `no example of ${quality.data} has ${slice}`);
  const of = (values) => rowsOf(values, chosen, values.length / quality.examples);
  const { data, labels, groups, predictions, records } = quality;
  return {
    data,
    examples: chosen.length,
    ...labels === void 0 ? {} : { labels: of(labels) },
    ...groups === void 0 ? {} : { groups: renumbered(of(groups)) },
    predictions: mapped(predictions, of),
    ...records === void 0 ? {} : { records: mapped(records, (held) => mapped(held ?? {}, of)) },
    custom: {}
  };
}
function rowsOf(values, chosen, width) {
  return chosen.flatMap((example) => values.slice(example * width, (example + 1) * width));
}
function renumbered(groups) {
  const numbers = new Map([...new Set(groups)].map((group, number) => [group, number]));
  return groups.map((group) => numbers.get(group));
}
function mapped(values, map) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}

// src/verdicts/quality/index.ts
function pairedRow(comparing) {
  const { metric, question, alpha } = comparing;
  const named = metricNamed(metric.name)?.metric.name;
  const evidence = { ...evidenceOf(comparing), relative: "relative" in marginOf(question.margin, named) };
  const outcome2 = (methods[named ?? ""] ?? ownMetric)(evidence);
  const [production, candidate] = outcome2.values;
  const { scale, margin } = scaleFor(marginOf(question.margin, named), production);
  const interval = outcome2.difference;
  const claimed = claimedIn(comparing, margin);
  const judgement = judge(interval, { ...claimed, alpha });
  const aim = { estimate: interval.estimate, margin: edgeOf(interval.estimate, claimed), alpha };
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
    ...claimOf(question),
    ...judgement,
    method: outcome2.method,
    ...judgement.verdict === "inconclusive" ? needsOf(evidence, interval, aim) : {},
    ...interval.level === 0 ? {} : { detectable: tidy(detectableFrom(interval, alpha)) }
  };
  return { ...row, why: explain(row, outcome2.doubt) };
}
function evidenceOf({ metric, measurements, production, chosen, alpha }) {
  const { quality, seed } = measurements;
  if (quality === void 0) throw notMeasured(metric.name, "the models were not run on any data");
  const slice = metricNamed(metric.name)?.slice;
  const examined = slice === void 0 ? quality : onSlice(quality, sliceName(slice), metric.name);
  return { metric: metric.name, quality: examined, production, chosen, alpha, seed };
}
function marginOf(margin, metric) {
  return metric === "output-error" && "relative" in margin ? { absolute: margin.relative } : margin;
}
function needsOf(evidence, interval, aim) {
  const sample = sampleOf(evidence);
  const planned = valuesNeededFrom(interval, sample.examples, aim);
  if (planned === void 0) return {};
  const enough = Math.ceil(fewestUnits * sample.examples / Math.max(1, effectiveUnits(sample)));
  return { needs: { examples: Math.max(planned, sample.examples + 1, enough) } };
}

// src/stats/autocorrelation.ts
function autocorrelation(values, lag) {
  const mean2 = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean2);
  const total = centred.reduce((sum, value) => sum + value * value, 0);
  if (total === 0) return 0;
  let shared = 0;
  for (let at = lag; at < centred.length; at++) shared += centred[at] * centred[at - lag];
  return shared / total;
}
function effectiveSize(values) {
  const n = values.length;
  let sum = 0;
  let last = Infinity;
  for (let lag = 1; lag + 1 < n; lag += 2) {
    const pair = autocorrelation(values, lag) + autocorrelation(values, lag + 1);
    if (pair <= 0) break;
    last = Math.min(last, pair);
    sum += last;
  }
  return Math.min(n, Math.max(1, n / (1 + 2 * sum)));
}

// src/stats/sequential.ts
function repeatedInterval(differences, looks, alpha, scatters = differences.map(() => 0)) {
  const intervalOf = (count, level) => signedRankInterval(differences.slice(0, count), level, weightsOf(scatters.slice(0, count)));
  const taken = feasible(looks, differences.length, alpha);
  const last = taken.at(-1);
  if (last === void 0) return { ...intervalOf(differences.length, alpha), level: 0 };
  const levels = nominalLevels(taken, alpha);
  let [low, high, estimate] = [-Infinity, Infinity, 0];
  for (const [at, { count }] of taken.entries()) {
    const interval = intervalOf(count, levels[at]);
    estimate = interval.estimate;
    if (interval.level < 1 - 2 * levels[at] - rounding4) continue;
    low = Math.max(low, interval.low);
    high = Math.min(high, interval.high);
  }
  if (low === -Infinity || low > high) return { ...intervalOf(differences.length, alpha), level: 0 };
  return { estimate, low, high, level: 1 - 2 * alpha * last.spent };
}
function weightsOf(scatters) {
  const usual = scatters.length === 0 ? 0 : median(scatters);
  return scatters.map((scatter) => usual === 0 || scatter <= usual ? 1 : (usual / scatter) ** 2);
}
var rounding4 = 1e-12;
function feasible(looks, count, alpha) {
  return looks.filter((look) => look.count <= count && look.count >= fewestValues(alpha * look.spent));
}
var known = /* @__PURE__ */ new Map();
function nominalLevels(looks, alpha) {
  const stages = looks.map(({ count, spent }) => ({ information: count, spent: alpha * spent }));
  return spendingBounds(stages, known).map((bound) => normalCdf(-bound));
}

// src/verdicts/comparing.ts
function notMeasured2({ metric }, why) {
  return verdictError("metric-not-measured", { metric: metric.name, why });
}

// src/verdicts/speed/blocks.ts
function whole(value) {
  return { value, rounds: (sample, scenario) => [value(sample, scenario)] };
}
var figures = {
  "latency.p50": { value: ({ samplesMs }) => median(samplesMs), rounds: roundMedians },
  "latency.mean": whole(({ samplesMs }) => mean(samplesMs)),
  throughput: whole(({ samplesMs }, { batch }) => 1e3 * batch / mean(samplesMs)),
  "first-run": whole(({ firstRunMs }) => firstRunMs),
  "session-start": whole(({ sessionMs }) => sessionMs),
  "memory.peak": whole(({ peakBytes }) => peakBytes),
  energy: whole((sample, { batch }) => told("energy", joulesPerInference(sample, batch))),
  "memory.gpu": whole(({ gpu }) => told("memory.gpu", gpu?.memoryBytes))
};
var gpuMetrics = ["energy", "memory.gpu"];
function joulesPerInference({ gpu, samplesMs }, batch) {
  return gpu?.joules === void 0 ? void 0 : gpu.joules / (samplesMs.length * batch);
}
function told(metric, value) {
  if (value !== void 0 && value > 0) return value;
  throw verdictError("metric-not-measured", { metric, why: "nvidia-smi does not tell it of this device" });
}
function roundMedians({ samplesMs, turns }) {
  const medians = [];
  let start = 0;
  for (const count of turns) {
    medians.push(median(samplesMs.slice(start, start + count)));
    start += count;
  }
  if (medians.length % 2 === 1) return medians;
  return medians.flatMap((first, turn) => turn % 2 === 0 ? [Math.sqrt(first * medians[turn + 1])] : []);
}
function blockFigure(figure, scale, [first, second], scenario) {
  const [before, after] = [figure.rounds(first, scenario), figure.rounds(second, scenario)];
  const paired = before.length === after.length;
  const [from, to] = paired ? [before, after] : [[median(before)], [median(after)]];
  const rounds = to.map((value, round) => difference(scale, from[round], value));
  const middle = median(rounds);
  return { difference: middle, scatter: median(rounds.map((round) => Math.abs(round - middle))) };
}
function difference(scale, before, after) {
  return scale === "relative" ? Math.log(after / before) : after - before;
}
function pairsOf(blocks, first, second) {
  return blocks.flatMap(({ runs }) => {
    const [one, other] = [runs[first], runs[second]];
    return one === void 0 || other === void 0 ? [] : [[one, other]];
  });
}

// src/stats/clocks.ts
var driftBeyond = 0.025;
function clocksDrifted(means2) {
  const known2 = means2.filter((each) => each !== void 0);
  return known2.length > 1 && Math.max(...known2) / Math.min(...known2) - 1 > driftBeyond;
}

// src/verdicts/speed/clocks.ts
function clocksOf(pairs) {
  const known2 = pairs.flatMap(([first, second]) => {
    const [before, after] = [first.gpu?.smMHz, second.gpu?.smMHz];
    return before === void 0 || after === void 0 ? [] : [[before, after]];
  });
  if (known2.length < pairs.length || !known2.some((clocks) => clocksDrifted(clocks))) return void 0;
  return [mean(known2.map(([before]) => before)), mean(known2.map(([, after]) => after))];
}
function atOneClock(pairs) {
  return pairs.map(([first, second]) => {
    const factor = (second.gpu?.smMHz ?? 1) / (first.gpu?.smMHz ?? 1);
    return [first, { ...second, samplesMs: second.samplesMs.map((ms) => ms * factor) }];
  });
}

// src/verdicts/speed/limit.ts
var leastShare = 1e-3;
var steps = 30;
function rateWithin(runsMs, limit, random) {
  const gaps2 = runsMs.map(() => -Math.log1p(-random.uniform()));
  const all = 1e3 * runsMs.length / runsMs.reduce((sum, ms) => sum + ms, 0);
  const keeps = (share) => keepsLimit(runsMs, gaps2, 1e3 / (all * share), limit);
  if (keeps(1)) return all;
  let [low, high] = [leastShare, 1];
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2;
    if (keeps(middle)) low = middle;
    else high = middle;
  }
  return all * low;
}
function keepsLimit(runsMs, gaps2, meanGapMs, { p, ms }) {
  const tolerated = Math.floor(runsMs.length * (1 - p) + 1e-6);
  let late = 0;
  let waits = 0;
  for (let at = 0; at < runsMs.length; at++) {
    waits = Math.max(0, waits - gaps2[at] * meanGapMs);
    waits += runsMs[at];
    if (waits > ms && ++late > tolerated) return false;
  }
  return true;
}

// src/verdicts/speed/tails.ts
var percentiles = {
  "latency.p90": 0.9,
  "latency.p95": 0.95,
  "latency.p99": 0.99
};
var exceedancesPerValue = 10;
var fewestExceedances = 100;
function percentile(p) {
  return { p, value: (runsMs) => quantile(runsMs, p) };
}
function tailOf(pairs, { p, value }, scale, looks) {
  const size = groupSize(pairs, p);
  const groups = Array.from(
    { length: Math.floor(pairs.length / size) },
    (_, at) => pairs.slice(at * size, (at + 1) * size)
  );
  const differences = groups.map(
    (group, at) => difference(scale, value(runsOf(group, 0), at), value(runsOf(group, 1), at))
  );
  const runs = Math.min(...[0, 1].map((side) => runsOf(pairs, side).length));
  return { differences, looks: looksAtGroups(looks, size), size, exceedances: Math.floor(runs * (1 - p) + rounding5) };
}
var rounding5 = 1e-6;
function runsOf(pairs, side) {
  return pairs.flatMap((pair) => pair[side].samplesMs);
}
function groupSize(pairs, p) {
  const first = pairs.slice(0, 4);
  const runs = Math.min(...first.flatMap((pair) => pair.map(({ samplesMs }) => samplesMs.length)));
  return Math.max(1, Math.ceil(exceedancesPerValue / ((1 - p) * runs) - rounding5));
}
function looksAtGroups(looks, size) {
  const at = looks.map(({ count, spent }) => ({ count: Math.floor(count / size), spent }));
  return at.filter(({ count }, index) => count > 0 && at[index + 1]?.count !== count);
}

// src/verdicts/speed/observations.ts
function pairedOf(comparing, speed, pairs) {
  const looks = speed.looks.map(({ blocks, spent }) => ({ count: blocks, spent }));
  const { name } = comparing.metric;
  const limit = metricNamed(name)?.limit;
  if (limit !== void 0) return tailsOf(comparing, pairs, rateFigure(limit, speed.scenario, comparing), looks);
  const p = percentiles[name];
  return p === void 0 ? centreOf(comparing, speed, pairs, looks) : tailsOf(comparing, pairs, percentile(p), looks);
}
function rateFigure(limit, { batch }, { measurements }) {
  const at = (group) => createRandom(measurements.seed, group);
  return { p: limit.p, value: (runsMs, group) => batch * rateWithin(runsMs, limit, at(group)) };
}
function centreOf(comparing, { scenario }, pairs, looks) {
  const { name } = comparing.metric;
  const figure = figures[name];
  if (figure === void 0) throw notMeasured2(comparing, "it is no figure of a benchmark");
  const value = (side) => median(pairs.map((pair) => figure.value(pair[side], scenario)));
  const scale = scaleFor(comparing.question.margin, value(0));
  const blocks = pairs.map((pair) => blockFigure(figure, scale.scale, pair, scenario));
  const weighted = weightsOf(blocks.map(({ scatter }) => scatter)).some((weight) => weight < 1);
  return {
    values: [value(0), value(1)],
    scale,
    differences: blocks.map((block) => block.difference),
    scatters: blocks.map((block) => block.scatter),
    looks,
    size: 1,
    method: `${weighted ? "weighted " : ""}Hodges\u2013Lehmann interval on ${pairs.length} blocks${lookWords(looks)}`
  };
}
function tailsOf(comparing, pairs, figure, looks) {
  const { p } = figure;
  const values = [figure.value(runsOf(pairs, 0), 0), figure.value(runsOf(pairs, 1), 0)];
  const scale = scaleFor(comparing.question.margin, values[0]);
  const tail = tailOf(pairs, figure, scale.scale, looks);
  const { exceedances, size } = tail;
  const few = exceedances < fewestExceedances || tail.differences.length === 0;
  const runs = Math.ceil(fewestExceedances / (1 - p) - 1e-6);
  return {
    values,
    scale,
    differences: few && tail.differences.length === 0 ? [0] : tail.differences,
    looks: tail.looks,
    size,
    method: `Hodges\u2013Lehmann interval on ${tail.differences.length} groups of ${size} blocks${lookWords(tail.looks)}`,
    ...few ? {
      doubt: `only ${exceedances} runs were slower than that percentile, and ${fewestExceedances} are needed (${runs} runs of each)`
    } : {}
  };
}
function lookWords(looks) {
  return looks.length > 1 ? `, ${looks.length} looks` : "";
}
function changeOf2({ scale }, interval) {
  if (scale === "absolute") return interval;
  const { estimate, low, high, level } = interval;
  return { estimate: Math.expm1(estimate), low: Math.expm1(low), high: Math.expm1(high), level };
}

// src/verdicts/speed/doubts.ts
function clockDoubt(comparing, speed, pairs, { verdict }) {
  const clocks = clocksOf(pairs);
  if (clocks === void 0) return void 0;
  const { scale, differences, scatters, looks } = pairedOf(comparing, speed, atOneClock(pairs));
  const interval = changeOf2(scale, repeatedInterval(differences, looks, comparing.alpha, scatters));
  const inCycles = judge(interval, { ...claimedIn(comparing, scale.margin), alpha: comparing.alpha }).verdict;
  if (inCycles === verdict) return void 0;
  const [before, after] = clocks.map((mhz) => `${Math.round(mhz)} MHz`);
  return `the clock of the GPU was ${before} for one and ${after} for the other, and in clock cycles it would be: ${inCycles}`;
}
function noiseOf(comparing, speed) {
  const copy = comparing.measurements.contenders.find(({ role }) => role === "copy");
  if (copy === void 0 || figures[comparing.metric.name] === void 0) return void 0;
  const pairs = pairsOf(speed.blocks, comparing.production, copy.id);
  if (pairs.length === 0) return void 0;
  const { scale, differences, scatters = [] } = centreOf(comparing, speed, pairs, []);
  const { estimate, low, high, level } = changeOf2(
    scale,
    signedRankInterval(differences, comparing.alpha, weightsOf(scatters))
  );
  const floor = { blocks: pairs.length, low: tidy(low), high: tidy(high), level: tidy(level) };
  const certain = (low > 0 || high < 0) && level >= 1 - 2 * comparing.alpha;
  if (!certain || Math.abs(estimate) <= scale.margin / 2) return { floor };
  const apart = changeWords({ scale: scale.scale, unit: comparing.metric.unit }, estimate);
  return { floor, doubt: `two copies of production differed by ${apart} in the same run` };
}

// src/verdicts/speed/index.ts
function speedRows(comparing) {
  const { speed } = comparing.measurements;
  if (speed.length === 0 || speed.some(({ blocks }) => blocks.length === 0))
    throw notMeasured2(comparing, "the models were not benchmarked");
  const meant = speed.filter(({ scenario }) => means(comparing.metric.name, scenario));
  if (meant.length === 0) throw notMeasured2(comparing, needed2(comparing.metric.name));
  return meant.map((measured) => speedRow(comparing, measured));
}
function means(metric, { rate, order }) {
  if (gpuMetrics.includes(metric)) return order === "isolated";
  return rate === void 0 || !metric.startsWith("throughput");
}
function needed2(metric) {
  return gpuMetrics.includes(metric) ? "the contenders share the GPU within a block; it needs a scenario with `order: isolated`" : "an open loop answers what is sent; it needs a scenario without `rate:`";
}
function speedRow(comparing, speed) {
  const { metric, alpha } = comparing;
  const { id } = speed.scenario;
  const pairs = pairsHeld(comparing, speed, comparing.chosen);
  const paired = pairedOf(comparing, speed, pairs);
  const { scale, differences, scatters, looks } = paired;
  const interval = changeOf2(scale, repeatedInterval(differences, looks, alpha, scatters));
  const noise = noiseOf(comparing, speed);
  const claimed = claimedIn(comparing, scale.margin);
  const judged = judge(interval, { ...claimed, alpha });
  const doubt = paired.doubt ?? noise?.doubt ?? clockDoubt(comparing, speed, pairs, judged);
  const judgement = doubt === void 0 ? judged : { verdict: "inconclusive", improved: false };
  const row = {
    metric: metric.name,
    scenario: id,
    unit: metric.unit,
    better: metric.better,
    production: tidy(paired.values[0]),
    candidate: tidy(paired.values[1]),
    scale: scale.scale,
    change: tidy(interval.estimate),
    interval: { low: tidy(interval.low), high: tidy(interval.high), level: tidy(interval.level) },
    margin: scale.margin,
    ...claimOf(comparing.question),
    ...judgement,
    method: paired.method,
    ...followed(differences),
    ...judgement.verdict === "inconclusive" ? needsOf2(comparing, paired, claimed) : {},
    ...detectableOf(comparing, paired),
    ...noise === void 0 ? {} : { noise: noise.floor }
  };
  return { ...row, why: explain(row, doubt) };
}
function followed(differences) {
  const n = differences.length;
  const beyondChance = normalQuantile(0.99) / Math.sqrt(n);
  return n < fewestForSeries || autocorrelation(differences, 1) <= beyondChance ? {} : { effective: tidy(effectiveSize(differences)) };
}
var fewestForSeries = 8;
function pairsHeld(comparing, { scenario, blocks }, other) {
  const pairs = pairsOf(blocks, comparing.production, other);
  if (pairs.length < blocks.length)
    throw notMeasured2(comparing, `a block of ${scenario.id} does not hold ${comparing.production} and ${other}`);
  return pairs;
}
function needsOf2({ alpha }, { scale, differences, scatters, size, looks, doubt }, claimed) {
  const { estimate } = signedRankInterval(differences, alpha, scatters && weightsOf(scatters));
  const edge = edgeOf(estimate, claimed);
  const aim = { estimate, margin: scale.scale === "relative" ? Math.log1p(edge) : edge, alpha };
  const values = valuesNeeded(differences, aim);
  if (values === void 0) return {};
  const least = doubt === void 0 ? differences.length + 1 : differences.length;
  const spent = Math.max(...looks.map((look) => look.spent), 0.5);
  return { needs: { blocks: size * Math.max(values, least, fewestValues(alpha * spent)) } };
}
function detectableOf({ metric, alpha }, { scale, differences }) {
  const detectable = detectableChange(differences, alpha);
  if (detectable === void 0) return {};
  if (scale.scale === "absolute") return { detectable: tidy(detectable) };
  return { detectable: tidy(metric.better === "lower" ? Math.expm1(detectable) : -Math.expm1(-detectable)) };
}

// src/verdicts/rows.ts
function compareRows(measurements, questions, alpha) {
  const production = measurements.contenders.find(({ role }) => role === "production");
  if (production === void 0 || isProduction(measurements.contenders, measurements.chosen)) return [];
  const { chosen } = measurements;
  const asked = questions.flatMap((question) => {
    const metric = metricOf(question);
    const rowsAt = (level) => rowsOf2({ metric, question, measurements, production: production.id, chosen, alpha: level });
    return rowsAt(alpha).map((row, at) => ({ row, at: (level) => rowsAt(level)[at] }));
  });
  return together(asked, alpha);
}
function together(asked, alpha) {
  const chancy = asked.filter(({ row }) => row.method !== "exact");
  const alarms = chancy.filter(({ row }) => row.verdict === "fail");
  const raises = (alarm, level) => level === alpha || alarm.at(level).verdict === alarm.row.verdict;
  const holding = holm(alarms, { comparisons: chancy.length, alpha }, raises);
  return asked.map((each) => alarms.includes(each) && !holding.has(each) ? alone(each.row, chancy.length) : each.row);
}
function alone(row, comparisons) {
  const words = `Among ${comparisons} comparisons, one such alarm may be chance (Holm).`;
  return { ...row, alone: true, why: `${row.why} ${words}` };
}
function rowsOf2(comparing) {
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
function metricOf({ metric: name, better = "higher" }) {
  const known2 = metricNamed(name)?.metric;
  const own = { unit: "1", better, how: "paired", summary: "a user's own metric", margin: "0%" };
  return { ...known2 ?? own, name };
}

export {
  topClass,
  rankOf,
  isDistribution,
  softmax,
  lossOf,
  replicate,
  resamplesFor,
  clocksDrifted,
  verdictError,
  means,
  compareRows
};
