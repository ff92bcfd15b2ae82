/** A seeded source of random numbers: the same seed gives the same sequence on every machine. */
export interface Random {
    /** Uniform in [0, 1). */
    uniform(): number;
    /** Uniform among 0, 1, …, count − 1; `count` is at least 1. */
    below(count: number): number;
    /** The items in random order, each order equally likely; the given array stays as it is. */
    shuffle<Item>(items: readonly Item[]): Item[];
}
/** `seed`: an integer; its low 32 bits count. Several integers make independent streams of one seed. */
export declare function createRandom(...seed: readonly number[]): Random;
