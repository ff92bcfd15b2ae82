import { uniformFloat64, xoroshiro128plus } from "./npm-pure-rand-lib-esm-generator-xoroshiro128plus.js";
import { uniformInt } from "./npm-pure-rand-lib-esm-distribution-uniformInt.js";
function createRandom(...seed) {
	const generator = xoroshiro128plus(seed.reduce(mix, 0));
	const below = (count) => uniformInt(generator, 0, count - 1);
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
