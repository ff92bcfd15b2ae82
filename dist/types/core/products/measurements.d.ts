import type { Sha256 } from '../json.ts';
import type { Profile, ProfiledRun } from '../provider.ts';
import type { Machine } from '../world.ts';
import type { Artifact, Warning } from './index.ts';
/** A model plus how it is run. `copy` is a second production, for the noise floor of the same run. */
export interface Contender {
    readonly id: string;
    readonly role: 'production' | 'candidate' | 'variant' | 'copy';
    readonly model: Artifact;
}
/** The conditions of one benchmark. */
export interface Scenario {
    readonly id: string;
    readonly provider: string;
    readonly batch: number;
    readonly threads: number;
    /** Labels of the machine that is to measure it, as in `runs-on`; any machine when absent. */
    readonly runner?: readonly string[] | undefined;
    /** The provider's own options, and whether the CPU may run what it does not take. */
    readonly options?: Readonly<Record<string, unknown>> | undefined;
    readonly allowFallback?: boolean | undefined;
    /** Requests a second, sent at random moments (Poisson) whether or not earlier ones are answered: an open loop. Closed when absent. */
    readonly rate?: number | undefined;
    /** `isolated`: one contender after the other, each alone; for models whose workers would disturb one another. */
    readonly order?: 'isolated' | undefined;
}
/** What one worker process measured of one contender in one block. Times in milliseconds, none trimmed. */
export interface WorkerSample {
    /** Every timed run, in order. In an open loop from the moment at which the request was meant to be sent, so that waiting counts. */
    readonly samplesMs: readonly number[];
    /** How many of them belong to each turn, in order: they add up to all. */
    readonly turns: readonly number[];
    readonly sessionMs: number;
    readonly firstRunMs: number;
    readonly peakBytes: number;
    readonly warmup: Warmup;
    /** In an open loop: the share of the time in which it had something to answer, 0 to 1. Near 1, requests came faster than it answers. */
    readonly load?: number | undefined;
    /** What the GPU did during its turns, where it had one to itself. */
    readonly gpu?: GpuState | undefined;
}
/** The runs before the timed ones. They end when times have stopped falling, or when that takes too long: `steady` says which. */
export interface Warmup {
    readonly runs: number;
    readonly ms: number;
    readonly steady: boolean;
}
/** One randomised, balanced sequence of turns in fresh worker processes: the unit of replication. */
export interface Block {
    /** Contender ids in the order in which they had their turns. */
    readonly order: readonly string[];
    readonly runs: Readonly<Record<string, WorkerSample>>;
    /** What the GPU did meanwhile, where one was watched. */
    readonly gpu?: GpuState | undefined;
}
/** A GPU over a block: means over time, clocks while it worked. */
export interface GpuState {
    readonly seconds: number;
    readonly utilization?: number | undefined;
    readonly smMHz?: number | undefined;
    /** Share of the working time, 0 to 1, in which the clock was under three quarters of the base clock. */
    readonly slowShare?: number | undefined;
    readonly memoryBytes?: number | undefined;
    readonly celsius?: number | undefined;
    /** Energy of the whole board. */
    readonly joules?: number | undefined;
    /** Share of the time in which each reason held the clocks down. */
    readonly reasons: Readonly<Record<string, number>>;
}
/** A look at the blocks of a scenario to see whether they answer the questions: after how many, and how much error rate was spent by then. */
export interface BlockLook {
    readonly blocks: number;
    /** Share of alpha, 0 to 1, never falling from look to look. */
    readonly spent: number;
}
/**
 * Where the time of one run went, as the runtime's profile says: taken apart from what is timed, since profiling slows a run.
 */
export interface ProfiledTime extends ProfiledRun {
    readonly clock: Profile['clock'];
}
/** The speed of all contenders in one scenario. */
export interface Speed {
    readonly scenario: Scenario;
    /** Fingerprint of the environment it was measured in, all of it: one of the measurements' `environments`. */
    readonly environment: Sha256;
    /** By contender id, on providers that compute on a GPU and keep a profile. */
    readonly profiles?: Readonly<Record<string, ProfiledTime>> | undefined;
    readonly blocks: readonly Block[];
    /** Every look that was taken, in order; the verdicts account for all of them. The last is at the last block. */
    readonly looks: readonly BlockLook[];
}
/** The machine a measurement was made on. Contenders measured in different environments are never compared. */
export interface Environment extends Machine {
    /** The GPUs that were used, by the providers that use one; undefined where none did. */
    readonly gpus?: readonly UsedGpu[] | undefined;
    /** The runtimes behind the providers that were used, where they were asked: `onnxruntime-web 1.30.0`. */
    readonly runtimes?: readonly string[] | undefined;
    readonly fingerprint: Sha256;
}
/** Two boards of one name and driver count as the same; the UUID is for people. */
export interface UsedGpu {
    readonly name: string;
    readonly driver: string;
    readonly uuid: string;
}
export interface Measurements {
    /** Every environment that something was measured in, once each. Quality was measured in the first. */
    readonly environments: readonly Environment[];
    readonly seed: number;
    /** The first is production (where there is one), the last is the chosen contender that compare looks at. */
    readonly contenders: readonly Contender[];
    readonly chosen: string;
    readonly speed: readonly Speed[];
    /** Quality on labelled or unlabelled data, per example, so that paired tests work. */
    readonly quality?: Quality | undefined;
    /** Metrics that are counts, per contender id: `size`, `parameters`. */
    readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly warnings: readonly Warning[];
}
export interface Quality {
    readonly data: string;
    readonly examples: number;
    /** The right class of each example, or the value to be predicted. */
    readonly labels?: readonly number[] | undefined;
    /** The group of each example, numbered from 0 without gaps; absent where examples stand alone. */
    readonly groups?: readonly number[] | undefined;
    /** The examples of each slice that was asked about, by its name: `lang=de`. */
    readonly slices?: Readonly<Record<string, readonly number[]>> | undefined;
    /** The top class of each example, per contender id. */
    readonly predictions: Readonly<Record<string, readonly number[]>>;
    /** What else metrics are computed from, per contender id. */
    readonly records?: QualityRecords | undefined;
    /** A user's own metrics: metric name → contender id → value of each example. */
    readonly custom: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
    /** A user's own metrics of whole data sets: metric name → contender id. */
    readonly corpus?: Readonly<Record<string, Readonly<Record<string, CorpusFigures>>>> | undefined;
}
/** Of each example, per contender id. */
export interface QualityRecords {
    /** How many classes the model scores above the label. */
    readonly ranks?: Readonly<Record<string, readonly number[]>> | undefined;
    /** The score of class 1; with more than two classes, the probability of each, example by example. */
    readonly scores?: Readonly<Record<string, readonly number[]>> | undefined;
    /** −ln of the probability of the label. */
    readonly losses?: Readonly<Record<string, readonly number[]>> | undefined;
    /** The number that a regression predicts. */
    readonly outputs?: Readonly<Record<string, readonly number[]>> | undefined;
    /** How far the outputs lie from production's, as a share of their size. */
    readonly errors?: Readonly<Record<string, readonly number[]>> | undefined;
}
/**
 * A metric that a user's code makes of a whole data set. What it makes of resampled examples is kept, because recomputing a
 * verdict runs nobody's code; the same resamples for every contender.
 */
export interface CorpusFigures {
    readonly value: number;
    /** On each resample. */
    readonly resampled: readonly number[];
    /** With each of up to 500 sets of examples left out. */
    readonly without: readonly number[];
    /** Examples of which the module keeps something else than it does of production's. */
    readonly differing: number;
}
