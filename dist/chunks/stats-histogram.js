const perDecade = 48;
const smallest = .001;
function histogramOf(values) {
	const counts = new Map();
	for (const value of values) {
		const at = value < smallest ? Number.NEGATIVE_INFINITY : Math.floor(Math.log10(value) * perDecade);
		counts.set(at, (counts.get(at) ?? 0) + 1);
	}
	return [...counts].sort(([a], [b]) => a - b).map(([at, count]) => [
		boundAt(at),
		at === Number.NEGATIVE_INFINITY ? smallest : boundAt(at + 1),
		count
	]);
}
function boundAt(at) {
	return at === Number.NEGATIVE_INFINITY ? 0 : Number((10 ** (at / perDecade)).toPrecision(5));
}
function addHistograms(histograms) {
	const sums = new Map();
	for (const [from, to, count] of histograms.flat()) {
		const known = sums.get(`${from}/${to}`)?.[2] ?? 0;
		sums.set(`${from}/${to}`, [
			from,
			to,
			known + count
		]);
	}
	return [...sums.values()].sort(([a], [b]) => a - b);
}
function countOf(histogram) {
	return histogram.reduce((sum, [, , count]) => sum + count, 0);
}
function histogramQuantile(histogram, p) {
	const wanted = p * countOf(histogram);
	let below = 0;
	for (const [from, to, count] of histogram) {
		if (count > 0 && below + count >= wanted) return within(from, to ?? from, (wanted - below) / count);
		below += count;
	}
	return NaN;
}
function within(from, to, share) {
	return from > 0 ? from * (to / from) ** share : from + (to - from) * share;
}
export { addHistograms, countOf, histogramOf, histogramQuantile };
