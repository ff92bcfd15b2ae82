import { uniformFloat64, xoroshiro128plus } from "./npm-pure-rand-lib-esm-generator-xoroshiro128plus.js";
function createRandom(...seed) {
	const generator = xoroshiro128plus(seed.reduce(mix, 0));
	const below = (count) => {
		const most = Math.floor(2 ** 32 / count) * count;
		let drawn = generator.next() + 2 ** 31;
		while (drawn >= most) drawn = generator.next() + 2 ** 31;
		return drawn - Math.floor(drawn / count) * count;
	};
	return {
		uniform: () => uniformFloat64(generator),
		below,
		shuffle(items) {
			const shuffled = [...items];
			for (let last = shuffled.length - 1; last > 0; last--) {
				const other = below(last + 1);
				const item = shuffled[last];
				shuffled[last] = shuffled[other];
				shuffled[other] = item;
			}
			return shuffled;
		}
	};
}
function mix(state, word) {
	let hash = Math.imul(state, 31) ^ (word | 0);
	hash = Math.imul(hash ^ hash >>> 16, 2246822507);
	hash = Math.imul(hash ^ hash >>> 13, 3266489909);
	return hash ^ hash >>> 16;
}
export { createRandom };
