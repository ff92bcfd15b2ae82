import { __toESM } from "./rolldown-runtime.js";
import { html, htmlText, joined, markdown, plain, printBytes, printCount, printDuration, printMilliseconds, printNumber, printShare, printValue, renderJson, shellWord, terminalText, trusted } from "./start.js";
import { clip, ownValue } from "./workers.js";
import { median, quantileOfSorted } from "./core-quantile.js";
import { asciiOnly, change, counted, glyph, interval, margin, needs, rowVerdict, size, time, word } from "./report-words.js";
import { require_picocolors } from "./npm-picocolors-picocolors.js";
import { displayWidth, table as table$1, widest, wrapped } from "./report-terminal-layout.js";
function headline(report) {
	return {
		glyph: glyph(report.outcome),
		word: word(report.outcome)
	};
}
function keyRow(report) {
	const rows = report.comparison?.rows ?? [];
	const reasons = report.decision?.reasons ?? [];
	const required = rows.filter((row) => reasons.some((reason) => reason.metric === row.metric && (reason.scenario ?? row.scenario) === row.scenario));
	const candidates = required.length > 0 ? required : rows;
	const worst = (verdict) => candidates.find((row) => row.verdict === verdict);
	return worst("fail") ?? worst("inconclusive") ?? candidates[0];
}
function keyNumber(report) {
	const { outcome, comparison } = report;
	const row = keyRow(report);
	if (row === void 0 || ![
		"pass",
		"fail",
		"inconclusive"
	].includes(outcome)) return void 0;
	const compatibility = outcome === "pass" ? void 0 : compatibilityFacts(report).find(({ verdict }) => verdict === outcome);
	if (compatibility !== void 0) return decidedByCompatibility[compatibility.name];
	const uncompared = outcome === "pass" && comparison?.notCompared?.some(({ what }) => what === "quality");
	return `${row.metric} ${interval(row)}, margin ${margin(row)}${uncompared ? "; quality not compared" : ""}`;
}
const decidedByCompatibility = {
	interface: "the interface breaks callers",
	outputs: "the outputs are not production's, and quality was not compared"
};
function rowSentence(row) {
	return `${metricName(row)}: ${change(row)} (${interval(row)}), margin ${margin(row)}, ${rowVerdict(row)}.`;
}
function metricName(row) {
	return row.scenario === void 0 ? row.metric : `${row.metric} (${row.scenario})`;
}
function inMargins(row, value) {
	const better = row.better === "higher" ? value : -value;
	if (better === 0) return 0;
	return row.margin > 0 ? better / row.margin : Math.sign(better) * Number.POSITIVE_INFINITY;
}
function allWarnings(report) {
	const all = [
		...report.stages.flatMap((stage) => stage.warnings),
		...report.measurements?.warnings ?? [],
		...report.comparison?.warnings ?? []
	];
	return [...new Map(all.map((warning) => [`${warning.code}\n${warning.message}`, warning])).values()];
}
function notChecked(report) {
	return (report.validation?.checks ?? []).flatMap(({ check, verdict, findings }) => verdict === "not-checked" ? [{
		check,
		reasons: findings.filter(({ unchecked }) => unchecked)
	}] : []);
}
function compatibilityFacts({ comparison }) {
	const { interface: contract, outputs } = comparison ?? {};
	const quiet = contract?.verdict === void 0 && contract?.change === "compatible";
	return [...contract === void 0 || quiet ? [] : [{
		name: "interface",
		verdict: contract.verdict,
		why: contract.why
	}], ...outputs === void 0 ? [] : [{
		name: "outputs",
		verdict: outputs.verdict,
		why: outputs.why
	}]];
}
function compatibilityStatus({ verdict }) {
	return verdict ?? "skipped";
}
function notComparedWords({ comparison }) {
	const all = comparison?.notCompared ?? [];
	return all.length === 0 ? void 0 : all.map(({ what, why }) => `${what} (${why})`).join(", ");
}
function allProblems(report) {
	return report.stages.flatMap((stage) => stage.problems.map((problem) => ({
		stage: stage.name,
		problem
	})));
}
function environments(report) {
	const measured = report.measurements;
	if (measured === void 0) return [];
	return measured.environments.map((environment, at) => {
		const { fingerprint } = environment;
		const here = measured.speed.filter((speed) => speed.environment === fingerprint);
		const share = [...here.map(({ scenario }) => scenario.id), ...at === 0 && measured.quality !== void 0 ? ["quality"] : []].join(", ");
		return {
			fingerprint,
			facts: [...[...measured.environments.length > 1 ? [["Measured here", share]] : [], ...machineFacts(environment)].flatMap(toldOnly), ...profiledRuns(here)]
		};
	});
}
function conditions(report) {
	const measured = report.measurements;
	if (measured === void 0) return [];
	const { quality, seed } = measured;
	return [
		["Noise floor", noiseFloor(report)],
		["Seed of the order of runs", String(seed)],
		["Quality data", quality === void 0 ? void 0 : `${quality.data}, ${counted(quality.examples, "example")}`]
	].flatMap(toldOnly);
}
function toldOnly([name, value]) {
	return value === void 0 ? [] : [[name, value]];
}
function machineFacts(machine) {
	const { cpuQuota, memoryLimitBytes, gpus = [], runtimes = [`onnxruntime-node ${machine.onnxruntime}`] } = machine;
	return [
		["Processor", `${machine.cpu}, ${counted(machine.cores, "core")}`],
		["Processors of the container", cpuQuota === void 0 ? void 0 : String(cpuQuota)],
		["Clock governor", known(machine.governor)],
		["Memory", printBytes(machine.memoryBytes)],
		["Memory of the container", memoryLimitBytes === void 0 ? void 0 : printBytes(memoryLimitBytes)],
		["Machine", known(machine.host)],
		...gpus.map(({ name, driver }) => ["GPU", `${name}, driver ${driver}`]),
		["System", machine.platform],
		["Node.js", machine.node],
		["Runtime", runtimes.join(", ")]
	];
}
function profiledRuns(speed) {
	return speed.flatMap(({ scenario, profiles = {} }) => Object.entries(profiles).map(([id, { wallMs, kernelMs, copyMs, clock }]) => [`Profiled run of ${id} (${scenario.id})`, `${printMilliseconds(wallMs)}: kernels ${printMilliseconds(kernelMs)} by the ${clock}'s clock, copies ${printMilliseconds(copyMs)}`]));
}
function known(value) {
	return value === "unknown" ? void 0 : value;
}
function noiseFloor(report) {
	const rows = (report.comparison?.rows ?? []).filter(({ noise }) => noise !== void 0);
	const width = ({ noise }) => noise === void 0 ? 0 : noise.high - noise.low;
	const [row] = rows.toSorted((a, b) => width(b) - width(a));
	if (row?.noise === void 0) return void 0;
	const { low, high, blocks } = row.noise;
	return `${metricName(row)} of two copies of production: ${interval({
		...row,
		interval: row.noise
	})} in ${counted(blocks, "block")}${low <= 0 && high >= 0 ? "" : ", which is more than chance"}`;
}
function latencies(report) {
	const measurements = report.measurements;
	if (measurements === void 0) return [];
	const production = measurements.contenders.find((contender) => contender.role === "production");
	const contenders = [...production === void 0 ? [] : [{
		role: "production",
		id: production.id
	}], {
		role: "candidate",
		id: measurements.chosen
	}];
	return measurements.speed.map(({ scenario, blocks }) => ({
		scenario,
		blocks: blocks.length,
		sides: contenders.map((contender) => sideOf(contender, blocks)).filter((side) => side.samples.length > 0)
	}));
}
function baseName(path) {
	return path.split(/[\\/]/).at(-1) ?? path;
}
function verifyCommand(report) {
	return `airworthy verify ${shellWord(baseName(report.files["evidence"] ?? "evidence.json"))}`;
}
function sideOf(contender, blocks) {
	const measured = blocks.map((block, index) => ({
		block: index + 1,
		samples: sortedOf(ownValue(block.runs, contender.id)?.samplesMs)
	})).filter((run) => run.samples.length > 0);
	const medians = measured.map((run) => ({
		block: run.block,
		ms: quantileOfSorted(run.samples, .5)
	}));
	return {
		...contender,
		samples: sortedOf(measured.flatMap((run) => run.samples)),
		p50: medians.length === 0 ? NaN : median(medians.map(({ ms }) => ms)),
		medians
	};
}
function sortedOf(samples) {
	return (samples ?? []).filter(Number.isFinite).sort((a, b) => a - b);
}
function plotEnd(sides) {
	const reach = ({ samples }) => {
		const [middle, quarter] = [quantileOfSorted(samples, .5), quantileOfSorted(samples, .75)];
		const bulk = Math.max(quantileOfSorted(samples, .9), middle + 8 * (quarter - middle));
		return Math.min(quantileOfSorted(samples, .995), bulk);
	};
	return Math.max(...sides.map(reach), ...sides.flatMap((side) => side.medians.map(({ ms }) => ms)));
}
function histogram(samples, low, high, bins) {
	const counts = new Array(bins).fill(0);
	for (const sample of samples) {
		const bin = sample === high ? bins - 1 : Math.floor((sample - low) / (high - low) * bins);
		if (bin >= 0 && bin < bins) counts[bin] = (counts[bin] ?? 0) + 1;
	}
	return counts.map((count) => count / samples.length);
}
async function draw(plot, widths, label) {
	const wide = await svgOf(plot(widths.wide));
	const narrow = await svgOf(plot(widths.narrow));
	return trusted("html", `${labelled(wide, "wide", label)}${labelled(narrow, "narrow", label)}`);
}
const colours = {
	ink: "var(--ink, #16181d)",
	card: "var(--card, #ffffff)",
	soft: "var(--soft, #5b6270)",
	line: "var(--line, #e4e7ec)",
	production: "var(--production, #7a8699)",
	candidate: "var(--candidate, #0b6bcb)",
	pass: "var(--pass, #0a7d5a)",
	fail: "var(--fail, #c2410c)",
	inconclusive: "var(--inconclusive, #a16207)"
};
const verdicts = [
	"pass",
	"fail",
	"inconclusive"
];
const verdictColours = {
	domain: verdicts,
	range: [
		colours.pass,
		colours.fail,
		colours.inconclusive
	]
};
const percentLabel = "format(datum.value * 100, '~g') + ' %'";
const config = {
	background: "transparent",
	font: "system-ui, -apple-system, \"Segoe UI\", Roboto, sans-serif",
	aria: false,
	padding: 2,
	view: { stroke: null },
	axis: {
		labelColor: colours.soft,
		titleColor: colours.soft,
		titleFontWeight: "normal",
		labelFontSize: 12,
		titleFontSize: 12,
		gridColor: colours.line,
		domainColor: colours.line,
		tickColor: colours.line,
		titlePadding: 8
	},
	text: {
		fontSize: 12,
		color: colours.ink
	}
};
async function svgOf(spec) {
	const [vega, vegaLite] = await Promise.all([import("./npm-vega-build-vega-module-facade.js"), import("./npm-vega-lite-build-facade.js")]);
	vega.textMetrics.canvas(false);
	const view = new vega.View(vega.parse(vegaLite.compile(spec, { config }).spec), { renderer: "none" });
	const svg = await view.toSVG();
	view.finalize();
	return svg;
}
function labelled(svg, width, label) {
	return svg.replace(/^<svg [^>]*?class="marks" width="([\d.]+)" height="([\d.]+)"/, (_, w, h) => `<svg xmlns="http://www.w3.org/2000/svg" class="plot ${width}" role="img" aria-label="${htmlText(label)}" width="${w}" height="${h}"`);
}
function forestPlot(rows) {
	const marks = rows.map((row, index) => forestMark(row, index));
	const [low, high] = forestDomain(marks);
	return (width) => {
		const names = width > 500 ? forestBeside : forestAbove;
		const x = {
			type: "quantitative",
			scale: {
				type: "symlog",
				domain: [low, high],
				nice: false
			}
		};
		const y = {
			field: "index",
			type: "ordinal",
			axis: null
		};
		return {
			width: names.room(width),
			height: rows.length * names.step,
			padding: names.padding,
			autosize: "none",
			data: { values: marks },
			layer: [
				{
					data: { values: [{}] },
					mark: {
						type: "rect",
						color: colours.fail,
						opacity: .08
					},
					encoding: {
						x: {
							datum: low,
							...x,
							axis: forestAxis(low, high)
						},
						x2: { datum: -1 }
					}
				},
				{
					data: { values: [{}] },
					mark: {
						type: "rule",
						color: colours.soft
					},
					encoding: { x: {
						datum: 0,
						...x
					} }
				},
				{
					data: { values: [{}] },
					mark: {
						type: "rule",
						color: colours.fail,
						strokeDash: [4, 3]
					},
					encoding: { x: {
						datum: -1,
						...x
					} }
				},
				{
					mark: {
						type: "rule",
						strokeWidth: 3,
						strokeCap: "round"
					},
					encoding: {
						x: {
							field: "low",
							...x
						},
						x2: { field: "high" },
						y,
						color: {
							field: "verdict",
							scale: verdictColours,
							legend: null
						}
					}
				},
				{
					mark: {
						type: "point",
						filled: true,
						size: 90,
						opacity: 1
					},
					encoding: {
						x: {
							field: "middle",
							...x
						},
						y,
						color: {
							field: "verdict",
							scale: verdictColours,
							legend: null
						},
						shape: {
							field: "verdict",
							scale: {
								domain: verdicts,
								range: [
									"circle",
									"cross",
									"square"
								]
							},
							legend: null
						}
					}
				},
				...names.texts(names.room(width)).flatMap(({ field, ...mark }) => [halo, {}].map((outline) => ({
					mark: {
						type: "text",
						baseline: "middle",
						...mark,
						...outline
					},
					encoding: {
						y,
						text: { field }
					}
				})))
			]
		};
	};
}
const halo = {
	stroke: colours.card,
	strokeWidth: 4,
	strokeJoin: "round"
};
const far = 100;
function forestMark(row, index) {
	const at = (value) => Math.min(far, Math.max(-100, inMargins(row, value)));
	const ends = [at(row.interval.low), at(row.interval.high)];
	const phrase = plain(interval(row));
	const name = plain(metricName(row));
	return {
		index,
		low: Math.min(...ends),
		high: Math.max(...ends),
		middle: at(row.change),
		verdict: row.verdict,
		name: clip(name, 30),
		phrase: clip(`${phrase} (margin ${plain(margin(row))})`, 46),
		brief: `${clip(name, Math.max(16, 46 - phrase.length))}: ${clip(phrase, 28)}`
	};
}
function forestDomain(marks) {
	const low = Math.min(-2, ...marks.map((mark) => mark.low));
	const high = Math.max(2, ...marks.map((mark) => mark.high));
	return [low * 1.15, high * 1.15];
}
function forestAxis(low, high) {
	const ticks = [
		-100,
		-30,
		-10,
		-3,
		-1,
		0,
		1,
		3,
		10,
		30,
		100
	].filter((tick) => tick >= low && tick <= high);
	return {
		values: Math.log1p(high) + Math.log1p(-low) > 5 ? ticks.filter((tick) => Math.abs(tick) !== 3 && Math.abs(tick) !== 30) : ticks,
		grid: false,
		ticks: true,
		title: "\u2190 worse \u00B7 change in multiples of the margin \u00B7 better \u2192",
		labelExpr: "datum.value < 0 ? '-' + format(-datum.value, 'd') : format(datum.value, 'd')"
	};
}
const forestBeside = {
	step: 34,
	padding: {
		left: 240,
		right: 280,
		top: 4,
		bottom: 46
	},
	room: (width) => width - 520,
	texts: (room) => [{
		field: "name",
		x: -14,
		align: "right",
		fontSize: 13
	}, {
		field: "phrase",
		x: room + 14,
		align: "left",
		fontSize: 13,
		color: colours.soft
	}]
};
const forestAbove = {
	step: 48,
	padding: {
		left: 4,
		right: 4,
		top: 4,
		bottom: 46
	},
	room: (width) => width - 8,
	texts: () => [{
		field: "brief",
		x: 2,
		dy: -16,
		align: "left",
		fontSize: 12
	}]
};
function latencyPlot({ sides, blocks }) {
	const { low, high } = timeAxis(sides);
	const bins = sides.flatMap((side) => outline(side, low, high));
	const medians = sides.flatMap((side) => side.medians.map(({ block, ms }) => ({
		side: side.role,
		block,
		ms
	})));
	const color = {
		field: "side",
		scale: sideColours,
		legend: null
	};
	const extent = {
		minExtent: 48,
		maxExtent: 48,
		domain: false,
		ticks: false
	};
	const x = {
		type: "quantitative",
		scale: {
			domain: [low, high],
			nice: false,
			zero: false
		}
	};
	return (width) => ({
		spacing: 12,
		padding: {
			left: 2,
			top: 2,
			bottom: 2,
			right: halfLabel
		},
		bounds: "flush",
		vconcat: [{
			width: width - axisRoom,
			height: 150,
			data: { values: bins },
			layer: [{
				mark: {
					type: "area",
					interpolate: "step-after",
					fillOpacity: .3,
					line: { strokeWidth: 1.5 }
				},
				encoding: {
					x: {
						field: "at",
						...x,
						axis: {
							labels: false,
							ticks: false,
							title: null,
							tickCount: 6
						}
					},
					y: {
						field: "share",
						type: "quantitative",
						stack: null,
						scale: {
							domain: [0, 1.06 * Math.max(...bins.map((bin) => bin.share))],
							nice: false
						},
						axis: {
							...extent,
							title: "share of runs",
							labelExpr: percentLabel,
							tickCount: 4
						}
					},
					color
				}
			}, {
				data: { values: sides.map((side) => ({
					side: side.role,
					middle: side.p50
				})) },
				mark: {
					type: "rule",
					strokeWidth: 1.5,
					strokeDash: [5, 3]
				},
				encoding: {
					x: {
						field: "middle",
						...x
					},
					color
				}
			}]
		}, {
			width: width - axisRoom,
			height: Math.min(160, Math.max(64, blocks * 9)),
			data: { values: medians },
			mark: {
				type: "point",
				filled: true,
				size: 38,
				opacity: 1
			},
			encoding: {
				x: {
					field: "ms",
					...x,
					axis: {
						title: "time of one run, ms",
						tickCount: 6,
						ticks: false,
						domain: false,
						labelBound: true
					}
				},
				y: {
					field: "block",
					type: "quantitative",
					scale: {
						domain: [blocks + .6, .4],
						nice: false,
						zero: false
					},
					axis: {
						...extent,
						title: "block",
						format: "d",
						grid: false,
						values: blockTicks(blocks)
					}
				},
				color,
				shape: {
					field: "side",
					scale: {
						domain: sideColours.domain,
						range: ["circle", "diamond"]
					},
					legend: null
				}
			}
		}]
	});
}
const halfLabel = 16;
const axisRoom = 94;
const sideColours = {
	domain: ["production", "candidate"],
	range: [colours.production, colours.candidate]
};
function timeAxis(sides) {
	const low = Math.min(...sides.map((side) => side.samples[0]));
	const top = plotEnd(sides);
	const room = Math.max((top - low) * .04, Math.abs(top) * .001, 1e-6);
	return {
		low: Math.max(0, low - room),
		high: top + room
	};
}
function outline(side, low, high) {
	const bins = 60;
	return [...histogram(side.samples, low, high, bins), 0].map((share, bin) => ({
		side: side.role,
		at: low + (high - low) * bin / bins,
		share
	}));
}
function blockTicks(blocks) {
	return blocks <= 1 ? [1] : [1, blocks];
}
function sectionOf({ id, title, body }) {
	return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`;
}
function badge(status, text = word(status)) {
	return html`<span class="badge ${status}"><span aria-hidden="true">${glyph(status)}</span> ${text}</span>`;
}
function dataTable(caption, columns, rows) {
	const headings = columns.map((column) => html`<th role="columnheader" scope="col"${styled(column)}>${column.title}</th>`);
	return html`<table role="table"><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${headings}</tr></thead><tbody role="rowgroup">${rows.map((cells) => tableRow(columns, cells))}</tbody></table>`;
}
function facts(pairs) {
	const known = pairs.filter(([, value]) => value !== void 0 && value !== "");
	return html`<dl class="facts">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
function figure(picture, caption) {
	return html`<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
}
function code(text) {
	return html`<code>${text}</code>`;
}
function digest(sha256) {
	return html`<code class="digest">${sha256}</code>`;
}
function details$1(summary, body) {
	return html`<details><summary>${summary}</summary>${body}</details>`;
}
function tableRow(columns, cells) {
	const [head, ...others] = cells;
	const data = others.map((cell, index) => {
		const column = columns[index + 1] ?? { title: "" };
		return html`<td role="cell" data-label="${column.title}"${styled(column)}>${cell}</td>`;
	});
	return html`<tr role="row"><th role="rowheader" scope="row"${styled(columns[0] ?? { title: "" })}>${head}</th>${data}</tr>`;
}
function styled(column) {
	if (column.numeric === true) return html` class="number"`;
	if (column.short === true) return html` class="short"`;
	return column.long === true ? html` class="long"` : void 0;
}
function rolloutPlot(result) {
	const spans = spansOf(result.steps);
	const { unit, factor } = spanUnit(spans.at(-1)?.end ?? 1);
	const end = (spans.at(-1)?.end ?? 1) * factor;
	const last = {
		at: end,
		weight: result.steps.at(-1)?.weight ?? 0
	};
	const asked = [...spans.map(({ step, start }) => ({
		at: start * factor,
		weight: step.weight
	})), last];
	const back = result.outcome === "rolled-back" ? [
		last,
		{
			at: end,
			weight: 0
		},
		{
			at: end * 1.12,
			weight: 0
		}
	] : [];
	const marks = spans.map(({ step, start, end }) => ({
		at: (start + end) / 2 * factor,
		weight: step.weight,
		observed: step.observed ?? null,
		verdict: step.verdict,
		glyph: glyph(step.verdict)
	}));
	const x = {
		type: "quantitative",
		scale: {
			domain: [0, back.length > 0 ? end * 1.12 : end],
			nice: false
		}
	};
	const y = {
		type: "quantitative",
		scale: {
			domain: [0, 1.18],
			nice: false
		}
	};
	const color = {
		field: "verdict",
		scale: verdictColours,
		legend: null
	};
	return (width) => ({
		width: width - room.left - room.right,
		height: 190,
		padding: room,
		autosize: "none",
		layer: [
			{
				data: { values: asked },
				mark: {
					type: "line",
					interpolate: "step-after",
					strokeWidth: 2.5,
					color: colours.candidate
				},
				encoding: {
					x: {
						field: "at",
						...x,
						axis: {
							title: `time since the first step, ${unit}`,
							grid: false,
							tickCount: 6
						}
					},
					y: {
						field: "weight",
						...y,
						axis: {
							title: "share of traffic",
							labelExpr: percentLabel,
							minExtent: 44,
							maxExtent: 44,
							values: [
								0,
								.25,
								.5,
								.75,
								1
							],
							domain: false,
							ticks: false
						}
					},
					order: {
						field: "at",
						type: "quantitative"
					}
				}
			},
			{
				data: { values: back },
				mark: {
					type: "line",
					interpolate: "linear",
					strokeWidth: 2.5,
					strokeDash: [5, 4],
					color: colours.fail
				},
				encoding: {
					x: {
						field: "at",
						...x
					},
					y: {
						field: "weight",
						...y
					},
					order: {
						field: "at",
						type: "quantitative"
					}
				}
			},
			{
				data: { values: back.slice(-1) },
				mark: {
					type: "text",
					align: "right",
					color: colours.fail,
					text: "\u21A9 rolled back"
				},
				encoding: {
					x: {
						field: "at",
						...x
					},
					y: {
						datum: 1.1,
						...y
					}
				}
			},
			{
				data: { values: marks.filter((mark) => mark.observed !== null) },
				mark: {
					type: "point",
					shape: "diamond",
					size: 70,
					strokeWidth: 1.8,
					color: colours.ink,
					opacity: 1
				},
				encoding: {
					x: {
						field: "at",
						...x
					},
					y: {
						field: "observed",
						...y
					}
				}
			},
			{
				data: { values: marks },
				mark: {
					type: "text",
					dy: -18,
					fontSize: 15,
					fontWeight: "bold"
				},
				encoding: {
					x: {
						field: "at",
						...x
					},
					y: {
						field: "weight",
						...y
					},
					text: { field: "glyph" },
					color
				}
			}
		]
	});
}
const room = {
	left: 66,
	right: 14,
	top: 2,
	bottom: 44
};
function spansOf(steps) {
	const first = Date.parse(steps[0]?.startedAt ?? "");
	const spans = [];
	for (const step of steps) {
		const before = spans.at(-1)?.end ?? 0;
		const said = (Date.parse(step.startedAt) - first) / 1e3;
		const start = Number.isFinite(said) && said >= before ? said : before;
		spans.push({
			step,
			start,
			end: start + Math.max(step.seconds, .001)
		});
	}
	return spans;
}
function spanUnit(seconds) {
	if (seconds < 180) return {
		unit: "seconds",
		factor: 1
	};
	if (seconds < 10800) return {
		unit: "minutes",
		factor: 1 / 60
	};
	return seconds < 259200 ? {
		unit: "hours",
		factor: 1 / 3600
	} : {
		unit: "days",
		factor: 1 / 86400
	};
}
function stages$2(report) {
	if (report.stages.length === 0) return void 0;
	const rows = report.stages.map((stage) => [
		html`${stage.name}`,
		badge(stage.status),
		html`${stage.status === "skipped" ? "" : printDuration(1e3 * stage.seconds)}`,
		html`${stage.summary}`
	]);
	return {
		id: "stages",
		title: "Stages",
		body: html`${dataTable("What ran, in order", [
			{ title: "Stage" },
			{ title: "Status" },
			{
				title: "Time",
				numeric: true
			},
			{
				title: "Result",
				long: true
			}
		], rows)}${report.stages.map(problemsOf)}`
	};
}
function release(report) {
	const made = report.release;
	if (made === void 0) return void 0;
	return {
		id: "release",
		title: "Release",
		body: facts([
			["Version", html`<strong>${made.model} v${made.version}</strong>${made.existed ? " (was there before this run)" : ""}`],
			["Tag", code(made.tag)],
			["Bump", made.bump === "none" ? "no change" : made.bump],
			["Why this number", made.why],
			["File", `${made.artifact.name}, ${printBytes(made.artifact.bytes)}`],
			["SHA-256", digest(made.artifact.sha256)]
		])
	};
}
function validation(report) {
	const found = report.validation;
	if (found === void 0) return void 0;
	const { summary } = found;
	const shape = (value) => `${value.name}: ${value.type}[${value.dims.map((dim) => dim === "" ? "?" : dim).join(", ")}]`;
	const checks = found.checks.map((check) => [
		html`${check.check}`,
		badge(check.verdict),
		check.findings.length === 0 ? html`nothing found` : html`<ul class="findings">${check.findings.map(finding)}</ul>`
	]);
	return {
		id: "validation",
		title: "Validation",
		body: html`${dataTable("Checks of the candidate", [
			{ title: "Check" },
			{ title: "Verdict" },
			{
				title: "Findings",
				long: true
			}
		], checks)}${facts([
			["Inputs", summary.inputs.map(shape).join("; ")],
			["Outputs", summary.outputs.map(shape).join("; ")],
			["Size", `${printBytes(summary.bytes)}, ${printCount(summary.parameters)} parameters, ${counted(summary.nodes, "node")}`],
			["Operators", pairs(summary.operators)],
			["Format", `IR version ${summary.irVersion}, opset ${opsets(summary.opset)}`],
			["Made by", summary.producer]
		])}`
	};
}
function optimisation(report) {
	const made = report.variants;
	if (made === void 0) return void 0;
	const rows = made.variants.map((variant) => [
		html`${variant.id}${variant.id === made.chosen.id ? html` <span class="chip">chosen</span>` : void 0}`,
		variant.kept ? badge("done", "kept") : badge("skipped", "dropped"),
		html`${printBytes(variant.model.bytes)}`,
		html`${variant.how}`,
		html`${variant.why}`
	]);
	return {
		id: "optimisation",
		title: "Optimisation",
		body: rows.length === 0 ? html`<p>No variant was tried; the original candidate is used.</p>` : dataTable("Variants of the candidate", [
			{ title: "Variant" },
			{ title: "Outcome" },
			{
				title: "Size",
				numeric: true
			},
			{
				title: "How",
				long: true
			},
			{
				title: "Why",
				long: true
			}
		], rows)
	};
}
function environment$1(report) {
	if (report.measurements === void 0) return void 0;
	const machines = environments(report).map((each) => facts([...each.facts, ["Fingerprint", digest(each.fingerprint)]]));
	return {
		id: "environment",
		title: "Environment",
		body: html`${machines}${facts(conditions(report))}`
	};
}
function evidence(report) {
	const recompute = html`<p>The evidence holds the raw samples and predictions behind every verdict, and what was decided on them. Recompute all of it, and ask the ledger for it:</p><pre><code>${verifyCommand(report)}</code></pre>`;
	return {
		id: "evidence",
		title: "Evidence",
		body: html`${report.comparison === void 0 ? void 0 : recompute}${facts([
			["Evidence", report.evidence === void 0 ? void 0 : digest(report.evidence)],
			["Measurements", report.comparison === void 0 ? void 0 : digest(report.comparison.evidence)],
			["Pipeline", html`${baseName(report.pipeline.file)} ${digest(report.pipeline.sha256)}`],
			["Candidate", artifact(report.subject?.candidate)],
			["Production", artifact(report.subject?.production?.artifact)],
			["Run", report.runId]
		])}`
	};
}
function warnings$1(report) {
	const all = allWarnings(report);
	if (all.length === 0) return void 0;
	const items = all.map((warning) => notice(warning.message, warning.remedy, warning.code));
	return {
		id: "warnings",
		title: "Warnings",
		body: html`<ul class="notices">${items}</ul>`
	};
}
function rolloutTables(result) {
	const steps = result.steps.map((step) => [
		html`${printShare(step.weight)}`,
		html`${step.observed === void 0 ? "no request" : printShare(step.observed, 3)}`,
		html`${printCount(step.requests.stable)}`,
		html`${printCount(step.requests.candidate)}`,
		html`${printDuration(1e3 * step.seconds)}`,
		badge(step.verdict)
	]);
	const columns = [
		"Asked",
		"Seen",
		"To stable",
		"To candidate",
		"Time"
	].map((title) => ({
		title,
		numeric: title !== "Asked"
	}));
	const judged = result.steps.flatMap((step) => step.judgements.map((one) => [
		html`${printShare(step.weight)}`,
		html`${one.metric}`,
		badge(one.verdict),
		html`${one.why}`
	]));
	const judgements = dataTable("What was judged at each step", [
		{ title: "Step" },
		{ title: "Metric" },
		{ title: "Verdict" },
		{
			title: "Why",
			long: true
		}
	], judged);
	return html`${steps.length === 0 ? void 0 : dataTable("Steps of the rollout", [...columns, { title: "Verdict" }], steps)}${judged.length === 0 ? void 0 : details$1(`All ${counted(judged.length, "judgement")}`, judgements)}${facts([
		["Target", result.target],
		["Rollout", result.id],
		["After the rollback", result.verified === void 0 ? void 0 : `${counted(result.verified.stable, "request")} to stable, ${printCount(result.verified.candidate)} to the candidate`],
		["Hooks", result.hooks.length === 0 ? void 0 : html`<ul class="findings">${result.hooks.map((hook) => html`<li>${badge(hook.outcome === "done" ? "done" : "error", hook.outcome)} ${code(hook.name)} ${hook.detail}</li>`)}</ul>`]
	])}`;
}
function problemsOf(stage) {
	const items = stage.problems.map((problem) => {
		const where = problem.where === void 0 ? "" : ` (${problem.where.file}:${problem.where.line}:${problem.where.column})`;
		return notice(`${stage.name}: ${problem.message}${where}`, problem.hint, problem.code);
	});
	return items.length === 0 ? html`` : html`<ul class="notices problems">${items}</ul>`;
}
function notice(message, remedy, name) {
	return html`<li><p>${message} ${code(name)}</p><p class="remedy">${remedy}</p></li>`;
}
const severities = {
	error: "fail",
	warning: "inconclusive",
	note: "skipped"
};
function finding(found) {
	return html`<li>${badge(severities[found.severity], found.severity)} ${found.message} <span class="soft">${found.where} ${code(found.code)}</span><br><span class="remedy">${found.hint}</span></li>`;
}
function artifact(file) {
	return file === void 0 ? void 0 : html`${file.name}, ${printBytes(file.bytes)} ${digest(file.sha256)}`;
}
function pairs(counts) {
	return Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name, number]) => `${name} \u00D7${printCount(number)}`).join(", ");
}
function opsets(opset) {
	return Object.entries(opset).map(([domain, version]) => domain === "" ? String(version) : `${domain} ${version}`).join(", ");
}
const full = {
	wide: 1e3,
	narrow: 340
};
const half = {
	wide: 490,
	narrow: 340
};
function keyFigures(report) {
	const first = keyRow(report);
	if (first === void 0) return void 0;
	const required = new Set((report.decision?.reasons ?? []).map((reason) => reason.metric));
	const others = (report.comparison?.rows ?? []).filter((row) => row !== first);
	const tiles = [first, ...[...others.filter((row) => required.has(row.metric)), ...others.filter((row) => !required.has(row.metric))]].slice(0, 4).map((row) => html`<li class="${row.verdict}"><span class="name">${row.metric}${row.scenario === void 0 ? void 0 : html` <span class="whole">${row.scenario}</span>`}</span><span class="change">${change(row)}</span><span class="soft">${interval(row)}</span>${badge(row.verdict, rowVerdict(row))}</li>`);
	return html`<ul class="tiles" aria-label="Key figures">${tiles}</ul>`;
}
async function metrics(report) {
	const compared = report.comparison;
	if (compared === void 0 || compared.rows.length === 0) return void 0;
	const picture = await draw(forestPlot(compared.rows), full, `Interval of the change against the margin. ${compared.rows.map(rowSentence).join(" ")}`);
	const caption = html`Each bar is the interval of a change, in multiples of its margin. Right is better. Left of the dashed line, the shaded part, is worse than acceptable. Large changes are compressed.`;
	const columns = [
		{ title: "Metric" },
		{
			title: "Production",
			numeric: true
		},
		{
			title: "Candidate",
			numeric: true
		},
		{
			title: "Change",
			numeric: true
		},
		{
			title: "Interval",
			short: true
		},
		{
			title: "Margin",
			numeric: true
		},
		{ title: "Verdict" }
	];
	const against = compared.against.version === void 0 ? "production" : `production v${compared.against.version}`;
	return {
		id: "metrics",
		title: "Metrics",
		body: html`${dataTable(`Candidate against ${against}`, columns, compared.rows.map(metricCells))}${compatibility$2(report)}${figure(picture, caption)}${details$1("How each verdict was reached", verdictTable(compared.rows, compared.alpha))}`
	};
}
function compatibility$2(report) {
	const left = notComparedWords(report);
	const items = [...compatibilityFacts(report).map((fact) => html`<li>${badge(compatibilityStatus(fact), fact.verdict ?? "stated")} <strong>${fact.name}</strong> ${fact.why}</li>`), ...left === void 0 ? [] : [html`<li><strong>Not compared</strong>: ${left}.</li>`]];
	return items.length === 0 ? void 0 : html`<ul class="findings">${items}</ul>`;
}
async function latency$1(report) {
	const scenarios = latencies(report).filter((one) => one.sides.length > 0);
	if (scenarios.length === 0) return void 0;
	const figures = [];
	for (const one of scenarios) figures.push(await latencyFigure(one, scenarios.length === 1 ? full : half));
	const key = scenarios.some((one) => one.sides.length > 1) ? html`<p class="key"><span class="swatch production"></span>production <span class="swatch candidate"></span>candidate</p>` : void 0;
	return {
		id: "latency",
		title: "Latency",
		body: html`${key}<div class="figures">${figures}</div>`
	};
}
async function rollout$2(report) {
	const result = report.rollout;
	if (result === void 0) return void 0;
	const from = result.from === void 0 ? "" : ` from v${result.from}`;
	const lead = html`<p class="lead">${badge(outcomes$1[result.outcome].status, outcomes$1[result.outcome].word)} v${result.version}${from}: ${result.why}</p>`;
	const said = result.steps.map((step) => `${printShare(step.weight)}: ${word(step.verdict)}`).join(", ");
	const picture = result.steps.length === 0 ? void 0 : figure(await draw(rolloutPlot(result), full, `Share of traffic over time. ${said}. ${outcomes$1[result.outcome].word}.`), html`The line is the share of traffic the candidate was given, a diamond the share it was seen to get, a mark the verdict of the step.`);
	return {
		id: "rollout",
		title: "Rollout",
		body: html`${lead}${picture}${rolloutTables(result)}`
	};
}
const outcomes$1 = {
	promoted: {
		status: "pass",
		word: "promoted"
	},
	"rolled-back": {
		status: "rolled-back",
		word: "rolled back"
	},
	"already-serving": {
		status: "done",
		word: "already serving"
	},
	held: {
		status: "inconclusive",
		word: "held"
	}
};
function metricCells(row) {
	return [
		html`${row.metric}${row.scenario === void 0 ? void 0 : html` <span class="soft">${row.scenario}</span>`}`,
		html`${printValue(row.production, row.unit)}`,
		html`${printValue(row.candidate, row.unit)}`,
		html`<strong>${change(row)}</strong>`,
		html`${interval(row)}`,
		html`${margin(row)}`,
		badge(row.verdict, rowVerdict(row))
	];
}
function verdictTable(rows, alpha) {
	const cells = rows.map((row) => [
		html`${metricName(row)}`,
		html`${row.method}`,
		html`${row.interval.level === 1 ? "exact" : printShare(row.interval.level, 3)}`,
		html`${row.why}${needed(row)}`
	]);
	return dataTable(`Methods; one-sided error rate of each row ${printShare(alpha)}`, [
		{ title: "Metric" },
		{
			title: "Method",
			long: true
		},
		{
			title: "Level",
			numeric: true
		},
		{
			title: "Why",
			long: true
		}
	], cells);
}
function needed(row) {
	const needs$1 = needs(row);
	return needs$1 === void 0 ? void 0 : html` <span class="soft">To settle it: ${needs$1} in total.</span>`;
}
async function latencyFigure(one, widths) {
	const { scenario, blocks, sides } = one;
	const medians = sides.map((side) => `${side.role} ${printMilliseconds(side.p50)}`).join(", ");
	const runs = sides.map((side) => `${side.role} ${printCount(side.samples.length)}`).join(", ");
	const end = plotEnd(sides);
	const beyond = sides.reduce((sum, side) => sum + side.samples.filter((sample) => sample > end).length, 0);
	const hidden = beyond === 0 ? "" : ` ${counted(beyond, "run")} beyond ${printMilliseconds(end)} ${beyond === 1 ? "is" : "are"} not drawn.`;
	const label = `Latency of ${scenario.id}: median ${medians}.`;
	return figure(await draw(latencyPlot(one), widths, label), html`<strong>${scenario.id}</strong> <span class="soft">${scenario.provider}, batch ${scenario.batch}, ${counted(scenario.threads, "thread")}</span><br>Median: ${medians}. Runs: ${runs}, in ${counted(blocks, "block")}. Below: the median of each block.${hidden}`);
}
const style = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --card: #ffffff; --ink: #16181d; --soft: #5b6270; --line: #dfe3ea; --faint: #f0f2f6;
  --production: #7a8699; --candidate: #0b6bcb; --pass: #0a7d5a; --fail: #c2410c; --inconclusive: #946200; --calm: #5b6270;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1116; --card: #161a21; --ink: #e8eaee; --soft: #9ba4b3; --line: #2b313b; --faint: #1e232b;
    --production: #98a4b8; --candidate: #5aa9ff; --pass: #3ecf9b; --fail: #ff8f66; --inconclusive: #e3b341; --calm: #9ba4b3;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
.inside { max-width: 1080px; margin: 0 auto; padding: 0 24px; }
h1, h2, p, ul, dl, dd, figure, pre, table { margin: 0; }
ul { padding: 0; list-style: none; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .86em; }
a { color: var(--candidate); text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--candidate); outline-offset: 3px; border-radius: 4px; }
.soft, .remedy, dt { color: var(--soft); }

.pass, .measured, .done, .cached { --tone: var(--pass); }
.fail, .error, .rolled-back { --tone: var(--fail); }
.inconclusive, .not-checked, .cancelled { --tone: var(--inconclusive); }
.skipped { --tone: var(--calm); }

.verdict { background: var(--card); border-top: 6px solid var(--tone); border-bottom: 1px solid var(--line); padding: 36px 0 28px; }
.headline { display: flex; gap: 20px; align-items: flex-start; }
.mark { flex: none; width: 56px; height: 56px; border-radius: 50%; display: grid; place-items: center; font-size: 30px; font-weight: 700; line-height: 1; color: var(--card); background: var(--tone); }
h1 { font-size: 30px; line-height: 1.2; font-weight: 650; letter-spacing: -.015em; }
h1 .word { color: var(--tone); white-space: nowrap; }
.sentence { margin-top: 8px; font-size: 18px; max-width: 76ch; }
.warned { white-space: nowrap; font-size: 15px; color: var(--inconclusive); }

.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 12px; margin-top: 28px; }
.tiles li { display: flex; flex-direction: column; gap: 2px; padding: 14px 16px; border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 8px; }
.tiles .name { font-size: 14px; color: var(--soft); }
.tiles .change { font-size: 27px; font-weight: 650; line-height: 1.25; letter-spacing: -.01em; font-variant-numeric: tabular-nums; }
.whole { display: inline-block; max-width: 100%; }
.tiles .soft { font-size: 14px; }
.tiles .badge { margin-top: 6px; }

.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 14px 28px; margin-top: 24px; }
.facts dt { font-size: 13px; }
.facts dd { font-size: 15px; }
.facts > div:has(.digest, ul) { grid-column: 1 / -1; }

nav { background: var(--card); border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 1; }
nav .inside { display: flex; flex-wrap: wrap; gap: 2px 20px; padding-top: 11px; padding-bottom: 11px; font-size: 14px; }
nav a { color: var(--soft); text-decoration: none; }
nav a:hover { color: var(--ink); text-decoration: underline; }

section { margin-top: 20px; padding: 24px 28px 28px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
h2 { font-size: 19px; font-weight: 650; letter-spacing: -.01em; margin-bottom: 8px; scroll-margin-top: 64px; }
section > :not(h2) + :is(figure, table, details) { margin-top: 22px; }
.lead { margin-bottom: 4px; }

table { width: 100%; border-collapse: collapse; font-size: 15px; }
caption { text-align: left; color: var(--soft); font-size: 14px; padding-bottom: 8px; }
th, td { padding: 9px 14px 9px 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
thead th { white-space: nowrap; font-size: 13px; font-weight: 500; color: var(--soft); border-bottom-color: var(--soft); }
tbody th { font-weight: 550; min-width: 120px; }
.long { min-width: 180px; }
tbody tr:last-child > * { border-bottom: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.number, .short { white-space: nowrap; }
th.number + th:not(.number), td.number + td:not(.number) { padding-left: 10px; }
th .soft { font-weight: 400; }

.badge { display: inline-block; color: var(--tone); font-weight: 600; font-size: 14px; white-space: nowrap; }
.chip { display: inline-block; padding: 0 8px; border-radius: 9px; background: var(--faint); color: var(--soft); font-size: 12px; font-weight: 500; }

figure { min-width: 0; }
figcaption { margin-top: 10px; color: var(--soft); font-size: 14px; max-width: 90ch; }
figcaption strong { color: var(--ink); }
.plot { display: block; max-width: 100%; height: auto; }
.narrow { display: none; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 460px), 1fr)); gap: 32px 28px; }
.key { margin-bottom: 12px; font-size: 14px; color: var(--soft); }
.swatch { display: inline-block; width: 12px; height: 12px; border-radius: 3px; margin: 0 6px 0 0; vertical-align: -1px; }
.swatch.candidate { margin-left: 16px; }
.swatch.production { background: var(--production); }
.swatch.candidate { background: var(--candidate); }

details { border-top: 1px solid var(--line); padding-top: 12px; }
summary { cursor: pointer; color: var(--soft); font-size: 14px; }
details[open] summary { margin-bottom: 12px; }
pre { margin-top: 10px; padding: 12px 16px; background: var(--faint); border-radius: 8px; white-space: pre-wrap; }
.digest { font-size: 13px; color: var(--soft); }
.notices li { padding: 10px 0 10px 16px; border-left: 3px solid var(--inconclusive); }
.notices li + li { margin-top: 12px; }
.notices.problems { margin-top: 20px; }
.notices.problems li { border-left-color: var(--fail); }
.notices code { color: var(--soft); }
.findings li + li { margin-top: 6px; }
.next li + li { margin-top: 8px; }
.next code { padding: 3px 8px; background: var(--faint); border-radius: 6px; }
footer.inside { color: var(--soft); font-size: 13px; padding-top: 24px; padding-bottom: 48px; }

@media (max-width: 820px) {
  .wide { display: none; }
  .narrow { display: block; }
  .inside { padding: 0 16px; }
  main.inside { padding: 0 8px; }
  .verdict { padding: 24px 0 20px; }
  .headline { gap: 14px; }
  .mark { width: 40px; height: 40px; font-size: 21px; }
  h1 { font-size: 24px; }
  .sentence { font-size: 16px; }
  .tiles { grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); }
  .tiles .change { font-size: 22px; }
  .facts dd { font-size: 14px; }
  nav { position: static; }
  h2 { scroll-margin-top: 8px; }
  section { padding: 18px 16px 20px; margin-top: 12px; border-radius: 10px; }
  .facts { grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); }
  table, tbody, th, td, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { display: grid; grid-template-columns: 1fr 1fr; gap: 4px 16px; padding: 12px 0; border-bottom: 1px solid var(--line); }
  tbody tr:last-child { border-bottom: 0; padding-bottom: 0; }
  th, td, td.number, th.number, td.short { border: 0; padding: 0; text-align: left; white-space: normal; }
  th.number + td, td.number + td:not(.number) { padding-left: 0; }
  tr > th, tr > .long { grid-column: 1 / -1; min-width: 0; }
  td::before { content: attr(data-label); display: block; color: var(--soft); font-size: 13px; }
}
@media print {
  body, .verdict, section, nav { background: none; }
  nav { display: none; }
  section { break-inside: avoid; border: 0; padding: 12px 0; }
}
`;
async function renderHtml(report) {
	return `${page(report, [
		await metrics(report),
		await latency$1(report),
		stages$2(report),
		await rollout$2(report),
		release(report),
		validation(report),
		optimisation(report),
		environment$1(report),
		evidence(report),
		warnings$1(report)
	].filter((section) => section !== void 0)).text}\n`;
}
function page(report, sections) {
	const title = `${headline(report).word}: ${report.subject?.model ?? report.pipeline.name}`;
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} · airworthy</title>
<link rel="icon" href="data:,">
<style>${trusted("html", style)}</style>
</head>
<body>
<header class="verdict ${report.outcome}"><div class="inside">${verdict(report)}${keyFigures(report)}${context(report)}</div></header>
<nav aria-label="Contents"><ul class="inside">${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main class="inside">${sections.map(sectionOf)}${next(report)}</main>
<footer class="inside">airworthy ${report.tool.version} · run ${report.runId}</footer>
</body>
</html>`;
}
function verdict(report) {
	const { glyph, word } = headline(report);
	const warned = allWarnings(report).length;
	const note = warned === 0 ? void 0 : html` <a class="warned" href="#warnings">${counted(warned, "warning")}</a>`;
	return html`<div class="headline"><span class="mark" aria-hidden="true">${glyph}</span><div><h1>${subject(report)} <span class="word">${word}</span></h1><p class="sentence">${report.sentence}${note}</p></div></div>`;
}
function subject(report) {
	const model = report.subject?.model ?? report.pipeline.name;
	return report.release === void 0 ? model : `${model} v${report.release.version}`;
}
function context(report) {
	const production = report.subject?.production;
	return facts([
		["Candidate", report.subject?.candidate.name],
		["Production", production === void 0 ? void 0 : `${production.version === void 0 ? "" : `v${production.version}, `}${production.artifact.name}`],
		["Pipeline", report.pipeline.file],
		["Started", time(report.startedAt)],
		["Took", took(report)]
	]);
}
function took(report) {
	const elapsed = Date.parse(report.finishedAt) - Date.parse(report.startedAt);
	return Number.isFinite(elapsed) && elapsed >= 0 ? printDuration(elapsed) : void 0;
}
function next(report) {
	if (report.next.length === 0) return void 0;
	const steps = report.next.map((step) => html`<li><code>${step.command}</code> <span class="soft">${step.what}</span></li>`);
	return html`<section aria-labelledby="next"><h2 id="next">What to do next</h2><ul class="next">${steps}</ul></section>`;
}
const cells = 15;
const perMargin = 3;
const zero = 7;
function bar(row) {
	const at = (value) => zero + inMargins(row, value) * perMargin;
	const [a, b] = [at(row.interval.low), at(row.interval.high)];
	const [low, high, middle] = [
		Math.round(Math.min(a, b)),
		Math.round(Math.max(a, b)),
		Math.round(at(row.change))
	];
	const drawn = Array.from({ length: cells }, (_, cell) => character(cell, low, high, middle));
	if (low < 0) drawn[0] = "\u25C0";
	if (high >= cells) drawn[14] = "\u25B6";
	return drawn.join("");
}
function character(cell, low, high, middle) {
	if (cell === middle) return "\u25CF";
	if (cell >= low && cell <= high) return "\u2501";
	if (cell === zero) return "\u2502";
	return cell === 4 ? "\u250A" : "\u00B7";
}
function clipTo(length) {
	return (text) => {
		const visible = plain(text).trim();
		return visible === "" && text !== "" ? "\uFFFD" : clip(visible, length);
	};
}
function table(titles, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	const lines = [
		line(titles),
		line(titles.map(() => "---")),
		...rows.map((cells) => line(cells.map((cell) => cell.text)))
	];
	return trusted("markdown", lines.join("\n"));
}
function list(all, most, write) {
	if (all.length === 0 || most === 0) return void 0;
	const entries = all.slice(0, most).map((entry) => markdown`- ${write(entry)}`);
	return limited(joined("markdown", entries, "\n"), all.length, entries.length);
}
function limited(body, total, shown) {
	if (shown === 0) return void 0;
	return total === shown ? body : markdown`${body}\n\n${printCount(total - shown)} more in the full report.`;
}
function linkLine(links) {
	if (links.length === 0) return void 0;
	const written = links.map(({ text, url }) => markdown`[${text}](${trusted("markdown", encoded(url))})`);
	return joined("markdown", written, " \u00B7 ");
}
function encoded(url) {
	return url.replace(/[^\w~:/?#@!$&'*+,;=.%-]/g, encodeURIComponent).replace(/[()]/g, (one) => one === "(" ? "%28" : "%29");
}
const points = 30;
function latencyChart(report) {
	const first = latencies(report).find((one) => one.sides.length > 0);
	return first === void 0 ? void 0 : {
		scenario: first.scenario.id,
		mermaid: chart(first)
	};
}
function chart({ sides }) {
	const low = Math.min(...sides.map((side) => side.samples[0]));
	const high = Math.max(plotEnd(sides), low * 1.001 + 1e-9);
	const colours = sides.map((side) => side.role === "production" ? "#7a8699" : "#0b6bcb").join(", ");
	const lines = sides.map((side) => {
		return `  line [${histogram(side.samples, low, high, points).map((share) => printNumber(100 * share)).join(", ")}]`;
	});
	return [
		`%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${colours}"}}}}%%`,
		"xychart-beta",
		`  x-axis "time of one run, milliseconds" ${printNumber(low, 4)} --> ${printNumber(high, 4)}`,
		"  y-axis \"share of runs, percent\"",
		...lines
	].join("\n");
}
function folded(report, detail, say) {
	const warned = allWarnings(report);
	return [
		[counted(warned.length, "warning"), list(warned, Math.max(3, detail.entries), (one) => markdown`${say(one.message)}<br>→ ${say(one.remedy)} <code>${say(one.code)}</code>`)],
		["What would settle it", settling(report, detail, say)],
		["All metrics", detail.entries === 0 ? void 0 : allMetrics(report, detail, say)],
		["Latency", detail.entries === 0 ? void 0 : latency(report, detail, say)],
		["Rollout steps", detail.entries === 0 ? void 0 : rolloutSteps(report, detail, say)],
		["Stages", detail.entries === 0 ? void 0 : stages$1(report, detail, say)],
		["Validation findings", detail.entries === 0 ? void 0 : findings(report, detail, say)],
		["Optimisation", detail.entries === 0 ? void 0 : variants(report, detail, say)],
		["Environment", environment(report, detail, say)],
		["How to reproduce", reproduce(report)]
	].flatMap(([summary, body]) => body === void 0 ? [] : [markdown`<details><summary>${summary}</summary>\n\n${body}\n\n</details>`]);
}
function settling(report, detail, say) {
	return list((report.comparison?.rows ?? []).filter((row) => row.verdict === "inconclusive"), Math.max(3, detail.entries), (row) => {
		const more = needs(row);
		const could = row.detectable === void 0 ? void 0 : size(row, row.detectable);
		return markdown`<code>${say(metricName(row))}</code>: ${more === void 0 ? "more evidence" : `about ${more} in total`}${could === void 0 ? "" : `; this evidence can detect a change of ${could} or more`}`;
	});
}
function allMetrics(report, detail, say) {
	const rows = report.comparison?.rows ?? [];
	const cells = rows.slice(0, detail.entries).map((row) => [
		markdown`<code>${say(row.metric)}</code> ${say(row.scenario ?? "")}`,
		markdown`${say(printValue(row.production, row.unit))}`,
		markdown`${say(printValue(row.candidate, row.unit))}`,
		markdown`${say(change(row))} (${say(interval(row))})`,
		markdown`${say(margin(row))}`,
		markdown`${glyph(row.verdict)} ${rowVerdict(row)}`,
		markdown`${say(row.method)}. ${say(row.why)}`
	]);
	return limited(table([
		"Metric",
		"Production",
		"Candidate",
		"Change",
		"Margin",
		"Verdict",
		"Why"
	], cells), rows.length, cells.length);
}
function latency(report, detail, say) {
	const cells = latencies(report).flatMap(({ scenario, sides }) => sides.map((side) => ({
		scenario,
		side
	}))).slice(0, detail.entries).map(({ scenario, side }) => [
		markdown`${say(scenario.id)}`,
		markdown`${side.role}`,
		...[
			side.p50,
			quantileOfSorted(side.samples, .9),
			quantileOfSorted(side.samples, .99)
		].map((ms) => markdown`${printMilliseconds(ms)}`),
		markdown`${printCount(side.samples.length)}`
	]);
	if (cells.length === 0) return void 0;
	const found = detail.chart ? latencyChart(report) : void 0;
	const chart = found === void 0 ? void 0 : markdown`

Distribution in ${say(found.scenario)} (grey: production, blue: candidate):

${trusted("markdown", `\`\`\`mermaid\n${found.mermaid}\n\`\`\``)}`;
	return markdown`${table([
		"Scenario",
		"Contender",
		"p50",
		"p90",
		"p99",
		"Runs"
	], cells)}${chart}`;
}
function rolloutSteps(report, detail, say) {
	const steps = report.rollout?.steps ?? [];
	const cells = steps.slice(0, detail.entries).map((step) => [
		markdown`${printShare(step.weight)}`,
		markdown`${step.observed === void 0 ? "no request" : printShare(step.observed, 3)}`,
		markdown`${printCount(step.requests.stable)} / ${printCount(step.requests.candidate)}`,
		markdown`${glyph(step.verdict)} ${word(step.verdict)}`,
		joined("markdown", step.judgements.slice(0, 10).map((one) => markdown`${say(one.why)}`), "<br>")
	]);
	const hooks = list(report.rollout?.hooks ?? [], detail.entries, (hook) => markdown`hook <code>${say(hook.name)}</code> ${hook.outcome}: ${say(hook.detail)}`);
	if (cells.length === 0) return hooks;
	const rows = limited(table([
		"Asked",
		"Seen",
		"Requests: stable / candidate",
		"Verdict",
		"Why"
	], cells), steps.length, cells.length);
	return hooks === void 0 ? rows : markdown`${rows}\n\n${hooks}`;
}
function stages$1(report, detail, say) {
	const cells = report.stages.slice(0, detail.entries).map((stage) => [
		markdown`${say(stage.name)}`,
		markdown`${glyph(stage.status)} ${word(stage.status)}`,
		markdown`${stage.status === "skipped" ? "" : printDuration(1e3 * stage.seconds)}`,
		markdown`${say(stage.summary)}`
	]);
	return limited(table([
		"Stage",
		"Status",
		"Time",
		"Result"
	], cells), report.stages.length, cells.length);
}
function findings(report, detail, say) {
	return list(report.validation?.checks.flatMap((check) => check.findings) ?? [], detail.entries, (one) => markdown`${one.severity} at <code>${say(one.where)}</code>: ${say(one.message)}<br>→ ${say(one.hint)}`);
}
function variants(report, detail, say) {
	return list(report.variants?.variants ?? [], detail.entries, (one) => markdown`${one.kept ? "\u2713 kept" : "\u2013 dropped"} <code>${say(one.id)}</code>, ${printBytes(one.model.bytes)}: ${say(one.how)}; ${say(one.why)}`);
}
function environment(report, detail, say) {
	const machines = environments(report).slice(0, Math.max(1, detail.entries));
	if (machines.length === 0) return void 0;
	const lines = [...machines.map(({ facts }) => facts), conditions(report)].map((facts) => {
		return markdown`${say(facts.map(([name, value]) => `${name}: ${value}`).join("; "))}`;
	});
	return joined("markdown", lines, "<br>");
}
function reproduce(report) {
	const lines = [...new Map([
		[`airworthy run ${shellWord(clip(plain(report.pipeline.file), 300))}`, "run it again"],
		...report.comparison === void 0 ? [] : [[clip(plain(verifyCommand(report)), 300), "recompute every verdict"]],
		...report.next.slice(0, 5).map((step) => [clip(plain(step.command), 300), clip(plain(step.what), 200)])
	])].map(([command, purpose]) => `${command}  # ${purpose}`);
	const longest = Math.max(2, ...(lines.join("\n").match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	return trusted("markdown", `${fence}sh\n${lines.join("\n")}\n${fence}`);
}
const details = [
	{
		rows: 8,
		entries: 1e3,
		text: 2e3,
		chart: true
	},
	{
		rows: 8,
		entries: 60,
		text: 400,
		chart: true
	},
	{
		rows: 8,
		entries: 15,
		text: 200,
		chart: false
	},
	{
		rows: 6,
		entries: 5,
		text: 100,
		chart: false
	},
	{
		rows: 4,
		entries: 0,
		text: 60,
		chart: false
	}
];
function renderMarkdown(report, options = {}) {
	const limit = options.limit ?? 65e3;
	const [first, ...others] = details;
	return others.reduce((text, detail) => text.length <= limit ? text : atDetail(report, detail, options), atDetail(report, first, options));
}
function atDetail(report, detail, { links = [], preface }) {
	const clip = clipTo(detail.text);
	const blocks = [
		title$1(report, clip),
		preface === void 0 ? void 0 : markdown`> ${clip(preface)}`,
		markdown`${clip(report.sentence)}`,
		comparison$1(report, detail, clip),
		compatibility$1(report, clip),
		unchecked$1(report, detail, clip),
		rollout$1(report, clip),
		problems$1(report, detail, clip),
		...folded(report, detail, clip),
		linkLine(links),
		markdown`<sub>airworthy ${report.tool.version}, run ${clip(report.runId)}</sub>`
	].filter((block) => block !== void 0 && block.text !== "");
	return `${joined("markdown", blocks, "\n\n").text}\n`;
}
function title$1(report, clip) {
	const { glyph, word } = headline(report);
	const key = keyNumber(report);
	const capital = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
	return markdown`### ${glyph} ${capital}${key === void 0 ? "" : `: ${clip(key)}`}`;
}
function comparison$1(report, detail, clip) {
	const rows = report.comparison?.rows ?? [];
	if (rows.length === 0) return void 0;
	const first = keyRow(report);
	const required = new Set((report.decision?.reasons ?? []).map((reason) => reason.metric));
	const rank = (row) => row === first ? 0 : required.has(row.metric) ? 1 : 2;
	const shown = rows.toSorted((a, b) => rank(a) - rank(b)).slice(0, detail.rows);
	const cells = shown.map((row) => [
		markdown`<code>${clip(row.metric)}</code>${row.scenario === void 0 ? void 0 : markdown`<br>${clip(row.scenario)}`}<br>${glyph(row.verdict)} ${rowVerdict(row)}`,
		markdown`**${clip(change(row))}**<br>${clip(interval(row))}`,
		markdown`<code>${bar(row)}</code><br>margin ${clip(margin(row))}`
	]);
	const more = rows.length > shown.length ? markdown` ${counted(rows.length - shown.length, "more metric")} below.` : void 0;
	return markdown`${table([
		"Metric",
		"Change",
		"Against the margin"
	], cells)}

<sub><code>┊</code> margin, <code>│</code> no change, <code>━●━</code> interval; right is better.${more}</sub>`;
}
function compatibility$1(report, clip) {
	const lines = compatibilityFacts(report).map((fact) => markdown`${glyph(compatibilityStatus(fact))} **${fact.name}**: ${clip(fact.why)}`);
	const left = notComparedWords(report);
	const all = [...lines, ...left === void 0 ? [] : [markdown`**Not compared**: ${clip(left)}.`]];
	return all.length === 0 ? void 0 : joined("markdown", all, "<br>\n");
}
function unchecked$1(report, detail, clip) {
	return list(notChecked(report).flatMap(({ check, reasons }) => reasons.map((reason) => ({
		check,
		...reason
	}))), Math.max(3, detail.entries), ({ check, message, hint }) => markdown`Not checked: **${clip(check)}**. ${clip(message)}<br>→ ${clip(hint)}`);
}
function rollout$1(report, clip) {
	const result = report.rollout;
	if (result === void 0) return void 0;
	const weights = result.steps.map((step) => `${printShare(step.weight)} ${glyph(step.verdict)}`).join(" \u2192 ");
	const steps = weights === "" ? "" : ` (${weights})`;
	return markdown`**Rollout of v${clip(result.version)}**: ${result.outcome.replace("-", " ")}${steps}: ${clip(result.why)}`;
}
function problems$1(report, detail, clip) {
	return list(allProblems(report), Math.max(3, detail.entries), ({ stage, problem }) => {
		const where = problem.where === void 0 ? "" : ` (${problem.where.file}:${problem.where.line}:${problem.where.column})`;
		return markdown`**${clip(stage)}** <code>${clip(problem.code)}</code>: ${clip(problem.message)}${clip(where)}<br>→ ${clip(problem.hint)}`;
	});
}
var import_picocolors = __toESM(require_picocolors(), 1);
function renderTerminal(report, options) {
	const style = styleOf(options);
	const text = [
		title(report, style),
		stages(report.stages, style),
		comparison(report, style),
		machines(report, style),
		unchecked(report, style),
		rollout(report.rollout, style),
		warnings(allWarnings(report), style),
		problems(allProblems(report), style),
		decision(report, style)
	].filter((lines) => lines.length > 0).map((lines) => `${lines.join("\n")}\n`).join("\n");
	return options.ascii === true ? asciiOnly(text) : text;
}
function styleOf(options) {
	const { bold, dim, green, red, yellow } = import_picocolors.default.createColors(options.colour);
	const good = {
		pass: green,
		measured: green,
		done: green,
		cached: green
	};
	const bad = {
		fail: red,
		error: red,
		"rolled-back": red
	};
	const open = {
		inconclusive: yellow,
		"not-checked": yellow,
		cancelled: yellow,
		skipped: dim
	};
	return {
		width: options.width,
		bold,
		dim,
		of: {
			...good,
			...bad,
			...open
		}
	};
}
function title(report, style) {
	const text = [
		`airworthy ${terminalText(report.tool.version)}`,
		terminalText(clip(report.pipeline.name, 60)),
		terminalText(time(report.startedAt))
	].join(" \u00B7 ");
	return [style.dim(text)];
}
function stages(stages, style) {
	const nameWidth = widest(stages.map((stage) => terminalText(stage.name)));
	return stages.flatMap((stage) => {
		const name = terminalText(stage.name);
		const time = stage.status === "skipped" ? "" : printDuration(1e3 * stage.seconds);
		const first = `  ${glyph(stage.status)} ${name}${" ".repeat(nameWidth - displayWidth(name))}  ${time.padStart(7)}  `;
		const note = stage.status === "cached" ? "cached: " : "";
		return wrapped(`${note}${terminalText(stage.summary) || word(stage.status)}`, style.width, first).map((line) => stage.status === "skipped" ? style.dim(line) : painted(line, stage.status, style));
	});
}
function painted(line, status, style) {
	return line.replace(/^( *)(\S)(?= )/, (_, space, mark) => mark === glyph(status) ? `${space}${style.of[status](mark)}` : `${space}${mark}`);
}
function comparison(report, style) {
	const compared = report.comparison;
	if (compared === void 0 || compared.rows.length === 0) return [];
	const scenarios = [...new Set(compared.rows.flatMap((row) => row.scenario === void 0 ? [] : [row.scenario]))];
	const version = compared.against.version === void 0 ? "" : ` v${terminalText(compared.against.version)}`;
	const only = scenarios.length === 1 ? style.dim(`  ${terminalText(scenarios[0] ?? "")}`) : "";
	const columns = comparisonColumns.filter((column) => column.title !== "scenario" || scenarios.length > 1);
	const rows = compared.rows.map((row) => columns.map((column) => comparisonCell(row, column.title, style)));
	return [
		`${style.bold(`Against production${version}`)}${only}`,
		...indented(table$1(columns, rows, {
			width: style.width - 2,
			heading: style.dim
		})),
		...compared.rows.filter((row) => row.verdict !== "pass").flatMap((row) => remark(row.verdict, row.why, style)),
		...compatibility(report, style)
	];
}
function compatibility(report, style) {
	const left = notComparedWords(report);
	return [...compatibilityFacts(report).flatMap((fact) => wrapped(terminalText(`${fact.name}: ${fact.why}`), style.width, `  ${glyph(compatibilityStatus(fact))}  `).map((line) => painted(line, compatibilityStatus(fact), style))), ...left === void 0 ? [] : wrapped(terminalText(`Not compared: ${left}.`), style.width, "  ")];
}
const comparisonColumns = [
	{
		title: "",
		align: "left"
	},
	{
		title: "metric",
		align: "left"
	},
	{
		title: "scenario",
		align: "left"
	},
	{
		title: "production",
		align: "right",
		spare: 2
	},
	{
		title: "candidate",
		align: "right",
		spare: 1
	},
	{
		title: "change",
		align: "right",
		spare: 3
	},
	{
		title: "interval",
		align: "left"
	},
	{
		title: "margin",
		align: "right",
		spare: 0
	},
	{
		title: "verdict",
		align: "left",
		spare: 4
	}
];
function machines(report, style) {
	const all = environments(report);
	if (all.length < 2) return [];
	const lines = all.map(({ facts }) => {
		const told = (name) => facts.flatMap(([each, value]) => each === name ? [value] : []);
		const where = [...told("GPU"), ...told("Processor")].join("; ");
		return `${told("Measured here").join()}: ${where}`;
	});
	return [style.bold("Measured on"), ...lines.flatMap((line) => wrapped(terminalText(line), style.width, "  "))];
}
function comparisonCell(row, column, style) {
	const paint = style.of[row.verdict];
	switch (column) {
		case "": return {
			text: glyph(row.verdict),
			paint
		};
		case "metric": return { text: terminalText(clip(row.metric, 40)) };
		case "scenario": return {
			text: terminalText(clip(row.scenario ?? "", 30)),
			paint: style.dim
		};
		case "production": return { text: terminalText(printValue(row.production, row.unit)) };
		case "candidate": return { text: terminalText(printValue(row.candidate, row.unit)) };
		case "change": return {
			text: terminalText(change(row)),
			paint: style.bold
		};
		case "interval": return { text: terminalText(interval(row)) };
		case "margin": return {
			text: terminalText(margin(row)),
			paint: style.dim
		};
		default: return {
			text: rowVerdict(row),
			paint
		};
	}
}
function unchecked(report, style) {
	const all = notChecked(report);
	if (all.length === 0) return [];
	const lines = all.flatMap(({ check, reasons }) => reasons.flatMap(({ message, hint }) => [...wrapped(terminalText(`${check}: ${message}`), style.width, `  ${glyph("not-checked")} `), ...wrapped(terminalText(hint), style.width, "    \u2192 ")]));
	return [style.bold("Not checked"), ...lines.map((line) => painted(line, "not-checked", style))];
}
function indented(lines) {
	return lines.map((line) => `  ${line}`);
}
function remark(status, text, style) {
	return wrapped(terminalText(text), style.width, `    ${glyph(status)} `).map((line) => painted(line, status, style));
}
function rollout(result, style) {
	if (result === void 0) return [];
	const from = result.from === void 0 ? "" : `v${result.from} \u2192 `;
	const heading = style.bold(terminalText(`Rollout ${from}v${result.version}`));
	const failed = result.steps.flatMap((step) => step.judgements.filter((judgement) => judgement.verdict !== "pass"));
	const steps = result.steps.map((step) => stepCells(step, style));
	return [
		`${heading}  ${style.dim(terminalText(result.target))}`,
		...steps.length === 0 ? [] : indented(table$1(stepColumns, steps, {
			width: style.width - 2,
			heading: style.dim
		})),
		...failed.flatMap((judgement) => remark(judgement.verdict, judgement.why, style)),
		...wrapped(`${outcomes[result.outcome]}: ${terminalText(result.why)}`, style.width, "  "),
		...verified(result),
		...result.hooks.flatMap((hook) => {
			return remark(hook.outcome === "done" ? "done" : "error", `hook ${hook.name}: ${hook.detail === "" ? hook.outcome : hook.detail}`, style);
		})
	];
}
const outcomes = {
	promoted: "Promoted",
	"rolled-back": "Rolled back",
	"already-serving": "Already serving",
	held: "Held"
};
const stepColumns = [
	{
		title: "",
		align: "left"
	},
	{
		title: "traffic",
		align: "right"
	},
	{
		title: "seen",
		align: "right"
	},
	{
		title: "to stable",
		align: "right",
		spare: 1
	},
	{
		title: "to candidate",
		align: "right",
		spare: 2
	},
	{
		title: "time",
		align: "right",
		spare: 3
	},
	{
		title: "verdict",
		align: "left"
	}
];
function stepCells(step, style) {
	const paint = style.of[step.verdict];
	return [
		{
			text: glyph(step.verdict),
			paint
		},
		{ text: printShare(step.weight) },
		{ text: step.observed === void 0 ? "none" : printShare(step.observed, 3) },
		{ text: printCount(step.requests.stable) },
		{ text: printCount(step.requests.candidate) },
		{ text: printDuration(1e3 * step.seconds) },
		{
			text: word(step.verdict),
			paint
		}
	];
}
function verified(result) {
	if (result.verified === void 0) return [];
	const { stable, candidate } = result.verified;
	return [`  Traffic after the rollback: ${counted(stable, "request")} to stable, ${printCount(candidate)} to the candidate.`];
}
function warnings(all, style) {
	if (all.length === 0) return [];
	const lines = all.flatMap((warning) => [...wrapped(`${terminalText(warning.message)} ${style.dim(`(${terminalText(warning.code)})`)}`, style.width, "  ! "), ...wrapped(terminalText(warning.remedy), style.width, "    \u2192 ")]);
	return [style.bold(counted(all.length, "warning")), ...lines.map((line) => line.replace(/^ {2}!/, `  ${style.of.inconclusive("!")}`))];
}
function problems(all, style) {
	if (all.length === 0) return [];
	const lines = all.flatMap(({ stage, problem }) => [
		...wrapped(`${terminalText(`${stage}: ${problem.message}`)}`, style.width, "  \u2717 "),
		...problem.where === void 0 ? [] : [style.dim(`    ${terminalText(position(problem.where))}`)],
		...wrapped(`${terminalText(problem.hint)} ${style.dim(`(${terminalText(problem.code)})`)}`, style.width, "    \u2192 ")
	]);
	return [style.bold(counted(all.length, "problem")), ...lines.map((line) => painted(line, "fail", style))];
}
function position(where) {
	return `${where.file}:${where.line}:${where.column}`;
}
function decision(report, style) {
	const { glyph, word } = headline(report);
	const first = `${glyph} ${word.toUpperCase()}  `;
	const paint = style.of[report.outcome];
	const sentence = wrapped(terminalText(report.sentence), style.width, first);
	const files = filesToOpen(report);
	const next = nextSteps(report, style).map((text) => ["next", text]);
	const labels = [...files, ...next];
	const label = widest(labels.map(([name]) => name));
	return [...sentence.map((line, index) => index === 0 ? line.replace(first, paint(style.bold(first))) : line), ...labels.map(([name, text]) => `  ${style.dim(name.padEnd(label))}  ${text}`)];
}
function filesToOpen(report) {
	return [
		["report", report.files["html"]],
		["evidence", report.files["evidence"]],
		["shard", report.files["shard"]]
	].flatMap(([label, path]) => path === void 0 ? [] : [[label, terminalText(path)]]);
}
function nextSteps(report, style) {
	const commands = report.next.map((step) => terminalText(step.command));
	const width = widest(commands);
	return report.next.map((step, index) => {
		const command = commands[index] ?? "";
		const space = " ".repeat(width - displayWidth(command) + 2);
		return `${style.bold(command)}${space}${style.dim(terminalText(step.what))}`;
	});
}
const longest = 1e3;
function renderReleaseNotes(report, links = []) {
	const { release } = report;
	if (release === void 0) return void 0;
	const say = clipTo(longest);
	const detail = {
		rows: 20,
		entries: 20,
		text: longest,
		chart: false
	};
	const blocks = [
		markdown`${say(report.sentence)}`,
		markdown`**Why ${say(release.version)}**: ${say(release.why)}.`,
		comparison$1(report, detail, say),
		digests(report, say),
		measuredOn(report, say),
		linkLine(links)
	].filter((block) => block !== void 0);
	return `${joined("markdown", blocks, "\n\n").text}\n`;
}
function digests(report, say) {
	const { release, subject, comparison: compared } = report;
	const lines = [
		...(release?.artifact.files ?? (release === void 0 ? [] : [release.artifact])).map(({ name, sha256, bytes }) => markdown`- <code>${say(name)}</code>, ${printBytes(bytes)}, sha256 <code>${sha256}</code>`),
		subject?.production === void 0 ? markdown`- the first release: there was nothing to compare with` : markdown`- compared with ${say(subject.production.version ?? subject.production.artifact.name)}, sha256 <code>${subject.production.artifact.sha256}</code>`,
		report.evidence === void 0 ? void 0 : markdown`- evidence, sha256 <code>${say(report.evidence)}</code>`,
		compared === void 0 ? void 0 : markdown`- recompute every verdict from the raw samples: <code>${say(verifyCommand(report))}</code>`
	].filter((line) => line !== void 0);
	return joined("markdown", lines, "\n");
}
function measuredOn(report, say) {
	const facts = [...environments(report).map((machine) => machine.facts), conditions(report)].filter((all) => all.length > 0);
	if (facts.length === 0) return void 0;
	const lines = facts.map((all) => markdown`- ${say(all.map(([name, value]) => `${name}: ${value}`).join("; "))}`);
	return markdown`<details><summary>Measured on</summary>\n\n${joined("markdown", lines, "\n")}\n\n</details>`;
}
const formats = [
	{
		name: "text",
		extension: "txt",
		render: async (report) => renderTerminal(report, {
			colour: false,
			width: 100
		})
	},
	{
		name: "markdown",
		extension: "md",
		render: async (report) => renderMarkdown(report)
	},
	{
		name: "json",
		extension: "json",
		render: async (report) => renderJson(report)
	},
	{
		name: "html",
		extension: "html",
		render: renderHtml
	}
];
export { allProblems, allWarnings, compatibilityFacts, formats, headline, keyNumber, metricName, notChecked, renderMarkdown, renderReleaseNotes, renderTerminal };
