import { z } from 'zod';

declare const adopt: z.ZodOptional<z.ZodObject<{
    version: z.ZodString;
    model: z.ZodString;
}, z.core.$strict>>;

/**
 * The rules by which verdicts are given, named by the form of evidence that first recorded their verdicts. Evidence is recomputed
 * by the rules it was recorded by: a rule that was found wrong is replaced for new verdicts, and stays for checking old ones.
 */
declare const allRules: readonly ['airworthy.evidence/2', 'airworthy.evidence/3'];

declare type AnyTools = StageTools & Partial<DeclaredTools>;

export declare interface Artifact extends TypeOf<typeof artifactSchema> {
}

/**
 * A file in the content-addressed store, or a model with the files that hold its weights. With `files`, the model first, `sha256`
 * is the digest of the canonical JSON of that list, and `bytes` what they take together.
 */
declare const artifactSchema: z.ZodObject<{
    sha256: z.ZodString;
    bytes: z.ZodInt;
    name: z.ZodString;
    files: z.ZodOptional<z.ZodArray<z.ZodObject<{
        sha256: z.ZodString;
        bytes: z.ZodInt;
        name: z.ZodString;
    }, z.core.$strip>>>;
}, z.core.$strip>;

/** The content-addressed store: files named by their SHA-256. Writing the same bytes twice stores them once. */
declare interface ArtifactStore {
    /** Takes a file in and gives its artifact; a model together with the files beside it that hold its weights. */
    putFile(path: string): Promise<Artifact>;
    putBytes(name: string, bytes: Uint8Array): Promise<Artifact>;
    /** Absolute path of a stored file; a model's files are beside it under their names. Throws `artifact-missing`. */
    path(artifact: Artifact): Promise<string>;
}

export declare interface Binding extends TypeOf<typeof bindingSchema> {
}

/**
 * What a comparison belongs to and what was decided on it: evidence holds it beside the samples, so that its digest, which the ledger
 * records, stands for all of it.
 */
declare const bindingSchema: z.ZodObject<{
    version: z.ZodString;
    pipeline: z.ZodObject<{
        name: z.ZodString;
        sha256: z.ZodString;
        inputs: z.ZodRecord<z.ZodString, z.ZodUnknown>;
    }, z.core.$strip>;
    run: z.ZodObject<{
        id: z.ZodString;
        startedAt: z.ZodString;
        commit: z.ZodOptional<z.ZodString>;
    }, z.core.$strip>;
    model: z.ZodString;
    candidate: z.ZodString;
    production: z.ZodOptional<z.ZodObject<{
        version: z.ZodOptional<z.ZodString>;
        sha256: z.ZodString;
    }, z.core.$strip>>;
    data: z.ZodRecord<z.ZodString, z.ZodString>;
    decisions: z.ZodArray<z.ZodObject<{
        stage: z.ZodString;
        kind: z.ZodString;
        settings: z.ZodUnknown;
        decision: z.ZodObject<{
            verdict: z.ZodEnum<{
                fail: "fail";
                inconclusive: "inconclusive";
                pass: "pass";
            }>;
            reasons: z.ZodArray<z.ZodObject<{
                metric: z.ZodString;
                scenario: z.ZodOptional<z.ZodString>;
                verdict: z.ZodEnum<{
                    fail: "fail";
                    inconclusive: "inconclusive";
                    pass: "pass";
                }>;
                why: z.ZodString;
            }, z.core.$strip>>;
            sentence: z.ZodString;
            override: z.ZodOptional<z.ZodObject<{
                by: z.ZodString;
                reason: z.ZodString;
                verdict: z.ZodEnum<{
                    fail: "fail";
                    inconclusive: "inconclusive";
                }>;
            }, z.core.$strip>>;
        }, z.core.$strip>;
    }, z.core.$strip>>;
    earlier: z.ZodArray<z.ZodString>;
}, z.core.$strip>;

export declare interface Block extends TypeOf<typeof blockSchema> {
}

export declare interface BlockLook extends TypeOf<typeof blockLookSchema> {
}

/** A look at the blocks of a scenario to see whether they answer the questions: after how many, and how much error rate was spent by then. */
declare const blockLookSchema: z.ZodObject<{
    blocks: z.ZodInt;
    spent: z.ZodNumber;
}, z.core.$strip>;

/** One randomised, balanced sequence of turns in fresh worker processes: the unit of replication. */
declare const blockSchema: z.ZodObject<{
    order: z.ZodArray<z.ZodString>;
    runs: z.ZodRecord<z.ZodString, z.ZodObject<{
        samplesMs: z.ZodArray<z.ZodNumber>;
        turns: z.ZodArray<z.ZodInt>;
        sessionMs: z.ZodNumber;
        firstRunMs: z.ZodNumber;
        peakBytes: z.ZodNumber;
        warmup: z.ZodObject<{
            runs: z.ZodInt;
            ms: z.ZodNumber;
            steady: z.ZodBoolean;
        }, z.core.$strip>;
        load: z.ZodOptional<z.ZodNumber>;
        gpu: z.ZodOptional<z.ZodObject<{
            seconds: z.ZodNumber;
            utilization: z.ZodOptional<z.ZodNumber>;
            smMHz: z.ZodOptional<z.ZodNumber>;
            slowShare: z.ZodOptional<z.ZodNumber>;
            memoryBytes: z.ZodOptional<z.ZodNumber>;
            celsius: z.ZodOptional<z.ZodNumber>;
            joules: z.ZodOptional<z.ZodNumber>;
            reasons: z.ZodRecord<z.ZodString, z.ZodNumber>;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
    gpu: z.ZodOptional<z.ZodObject<{
        seconds: z.ZodNumber;
        utilization: z.ZodOptional<z.ZodNumber>;
        smMHz: z.ZodOptional<z.ZodNumber>;
        slowShare: z.ZodOptional<z.ZodNumber>;
        memoryBytes: z.ZodOptional<z.ZodNumber>;
        celsius: z.ZodOptional<z.ZodNumber>;
        joules: z.ZodOptional<z.ZodNumber>;
        reasons: z.ZodRecord<z.ZodString, z.ZodNumber>;
    }, z.core.$strip>>;
}, z.core.$strip>;

/** Our mistake: a broken promise of the code. Exit code 70, and a request to report it. */
export declare class Bug extends Error {
    readonly name = "Bug";
}

/** Bytes that are read when they are needed, out of memory or out of a file that may be larger than memory. */
declare interface ByteSource {
    /** How many there are. */
    readonly length: number;
    /**
     * The bytes from `start` to `end`, both within the length. Not to be written to: they may be shared.
     * A file that is gone or was changed since it was opened is a UserError `file-missing` or `file-changed`.
     */
    read(start: number, end: number): Uint8Array;
    /** Copies the bytes from `start` on into a buffer, as many as it holds. */
    fill(into: Uint8Array, start: number): void;
}

/** What a caller gives to a ledger that may have to wait for others, such as a server. */
export declare interface CallContext {
    /** Ends the waiting. What was recorded before it fired stays recorded, and is told. */
    readonly signal?: AbortSignal | undefined;
    /** Told once a second, after the first few, what is waited for: `waits for origin, 12 s of at most 60 s`. */
    readonly waits?: ((message: string) => void) | undefined;
    /** Told of what is recorded and does not show everywhere yet, as where a tag could not be made. */
    readonly warns?: ((warning: Warning) => void) | undefined;
}

/** The run was cancelled (Ctrl-C, a timeout of the caller): nobody's mistake. Exit code 130. */
export declare class Cancelled extends Error {
    readonly name = "Cancelled";
}

/** Progress that survives being killed: a list of JSON values, appended durably, read back when the stage starts again. */
declare interface Checkpoint {
    read(): Promise<readonly unknown[]>;
    append(value: unknown): Promise<void>;
}

export declare type CheckVerdict = (typeof checkVerdicts)[number];

/** How a check came out. `not-checked`: it could not be made, or not in full, so it neither passed nor failed. */
declare const checkVerdicts: readonly ["pass", "fail", "inconclusive", "not-checked"];

/** Checked settings of one ledger, which the setting of its own name chooses: `{ file: 'ledger.jsonl' }`. */
declare type ChosenLedger = Readonly<Record<string, unknown>>;

/** A run in CI: of a workflow, a pipeline, a build. */
declare interface CiRun {
    /** The same for all jobs and attempts of the run, and no other run's; undefined where the CI system does not name its runs. */
    readonly id: string | undefined;
}

declare interface Clock {
    /** Wall-clock time, for people and ledgers: ISO 8601 in UTC. */
    now(): string;
    /** Monotonic milliseconds, for durations. */
    monotonicMs(): number;
    /** Waits; rejects when aborted. */
    sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The worst of several verdicts (fail > inconclusive > pass). Combining nothing is inconclusive: no evidence never passes. */
export declare function combine(verdicts: readonly Verdict[]): Verdict;

/** What every stage works with, besides its settings and the products it was given. */
declare interface CommonTools {
    readonly world: World;
    readonly store: ArtifactStore;
    readonly checkpoint: Checkpoint;
    readonly signal: AbortSignal;
    /** Identifies the run and the stage: the stem of idempotency keys. */
    readonly runId: string;
    readonly stage: string;
    /** Folder of the pipeline file: relative paths in settings start here. */
    readonly folder: string;
    /** Folder for scratch files of this stage, emptied before it starts. */
    readonly scratch: string;
    progress(message: string, fraction?: number): void;
    /** Says that the stage waits for another process, once for each: `for the run X, which measures the same`. Absent where nobody listens. */
    waits?(message: string): void;
    /** Says how a rollout stands that the stage drove and did not bring to its end. Absent where nobody listens. */
    leavesOpen?(rollout: OpenRollout): void;
}

/**
 * Measures two ONNX models against each other and gives the report: `report.outcome` is pass, fail or inconclusive,
 * `report.comparison.rows` has a row per metric. An interface that breaks callers fails; `report.comparison.notCompared` says what
 * the comparison says nothing about. Throws a UserError for settings that do not fit.
 */
export declare function compare(production: string, candidate: string, options?: CompareOptions): Promise<RunReport>;

export declare interface ComparedInterface extends TypeOf<typeof comparedInterfaceSchema> {
}

declare const comparedInterfaceSchema: z.ZodObject<{
    change: z.ZodEnum<{
        additive: "additive";
        breaking: "breaking";
        compatible: "compatible";
    }>;
    reasons: z.ZodArray<z.ZodString>;
    verdict: z.ZodOptional<z.ZodEnum<{
        fail: "fail";
        inconclusive: "inconclusive";
        pass: "pass";
    }>>;
    why: z.ZodString;
}, z.core.$strip>;

export declare interface ComparedOutputs extends TypeOf<typeof comparedOutputsSchema> {
}

declare const comparedOutputsSchema: z.ZodObject<{
    verdict: z.ZodOptional<z.ZodEnum<{
        fail: "fail";
        inconclusive: "inconclusive";
        pass: "pass";
    }>>;
    why: z.ZodString;
    data: z.ZodOptional<z.ZodString>;
    output: z.ZodOptional<z.ZodString>;
    runs: z.ZodInt;
    error: z.ZodOptional<z.ZodNumber>;
    worst: z.ZodOptional<z.ZodNumber>;
    spread: z.ZodOptional<z.ZodNumber>;
    missing: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;

export declare interface CompareOptions extends Pick<RunOptions, 'signal' | 'listener' | 'fresh'> {
    /** What to compare, and how much worse is acceptable: `{ 'latency.p50': '3%' }`. */
    readonly metrics?: Readonly<Record<string, string>>;
    readonly provider?: string;
    readonly batch?: number;
    readonly threads?: number;
    /** Time to spend on measuring: `20s`. */
    readonly budget?: string;
    /** An .npz file with arrays named like the model's inputs, and the name of its array of labels. */
    readonly data?: {
        readonly from: string;
        readonly label?: string;
    };
    /**
     * Whether the outputs are meant to differ. Unless they are, or a metric of quality is among the metrics, outputs that are not
     * alike on the same inputs are inconclusive.
     */
    readonly outputsDiffer?: boolean;
    readonly world?: World;
}

export declare interface Comparison extends TypeOf<typeof comparisonSchema> {
}

export declare interface ComparisonRow extends TypeOf<typeof comparisonRowSchema> {
}

/** A row as a comparison records it: in words too. */
declare const comparisonRowSchema: z.ZodObject<{
    metric: z.ZodString;
    scenario: z.ZodOptional<z.ZodString>;
    unit: z.ZodString;
    better: z.ZodEnum<{
        higher: "higher";
        lower: "lower";
    }>;
    production: z.ZodNumber;
    candidate: z.ZodNumber;
    scale: z.ZodEnum<{
        absolute: "absolute";
        relative: "relative";
    }>;
    change: z.ZodNumber;
    interval: z.ZodObject<{
        low: z.ZodNumber;
        high: z.ZodNumber;
        level: z.ZodNumber;
    }, z.core.$strip>;
    margin: z.ZodNumber;
    claim: z.ZodOptional<z.ZodEnum<{
        better: "better";
        equivalent: "equivalent";
    }>>;
    verdict: z.ZodEnum<{
        fail: "fail";
        inconclusive: "inconclusive";
        pass: "pass";
    }>;
    improved: z.ZodBoolean;
    alone: z.ZodOptional<z.ZodLiteral<true>>;
    effective: z.ZodOptional<z.ZodNumber>;
    needs: z.ZodOptional<z.ZodObject<{
        blocks: z.ZodOptional<z.ZodNumber>;
        examples: z.ZodOptional<z.ZodNumber>;
    }, z.core.$strip>>;
    detectable: z.ZodOptional<z.ZodNumber>;
    noise: z.ZodOptional<z.ZodObject<{
        blocks: z.ZodNumber;
        low: z.ZodNumber;
        high: z.ZodNumber;
        level: z.ZodNumber;
    }, z.core.$strip>>;
    method: z.ZodString;
    why: z.ZodString;
}, z.core.$strip>;

declare const comparisonSchema: z.ZodObject<{
    contender: z.ZodString;
    against: z.ZodObject<{
        version: z.ZodOptional<z.ZodString>;
        sha256: z.ZodUnion<[z.ZodString, z.ZodLiteral<"">]>;
    }, z.core.$strip>;
    identical: z.ZodBoolean;
    rows: z.ZodArray<z.ZodObject<{
        metric: z.ZodString;
        scenario: z.ZodOptional<z.ZodString>;
        unit: z.ZodString;
        better: z.ZodEnum<{
            higher: "higher";
            lower: "lower";
        }>;
        production: z.ZodNumber;
        candidate: z.ZodNumber;
        scale: z.ZodEnum<{
            absolute: "absolute";
            relative: "relative";
        }>;
        change: z.ZodNumber;
        interval: z.ZodObject<{
            low: z.ZodNumber;
            high: z.ZodNumber;
            level: z.ZodNumber;
        }, z.core.$strip>;
        margin: z.ZodNumber;
        claim: z.ZodOptional<z.ZodEnum<{
            better: "better";
            equivalent: "equivalent";
        }>>;
        verdict: z.ZodEnum<{
            fail: "fail";
            inconclusive: "inconclusive";
            pass: "pass";
        }>;
        improved: z.ZodBoolean;
        alone: z.ZodOptional<z.ZodLiteral<true>>;
        effective: z.ZodOptional<z.ZodNumber>;
        needs: z.ZodOptional<z.ZodObject<{
            blocks: z.ZodOptional<z.ZodNumber>;
            examples: z.ZodOptional<z.ZodNumber>;
        }, z.core.$strip>>;
        detectable: z.ZodOptional<z.ZodNumber>;
        noise: z.ZodOptional<z.ZodObject<{
            blocks: z.ZodNumber;
            low: z.ZodNumber;
            high: z.ZodNumber;
            level: z.ZodNumber;
        }, z.core.$strip>>;
        method: z.ZodString;
        why: z.ZodString;
    }, z.core.$strip>>;
    interface: z.ZodOptional<z.ZodObject<{
        change: z.ZodEnum<{
            additive: "additive";
            breaking: "breaking";
            compatible: "compatible";
        }>;
        reasons: z.ZodArray<z.ZodString>;
        verdict: z.ZodOptional<z.ZodEnum<{
            fail: "fail";
            inconclusive: "inconclusive";
            pass: "pass";
        }>>;
        why: z.ZodString;
    }, z.core.$strip>>;
    outputs: z.ZodOptional<z.ZodObject<{
        verdict: z.ZodOptional<z.ZodEnum<{
            fail: "fail";
            inconclusive: "inconclusive";
            pass: "pass";
        }>>;
        why: z.ZodString;
        data: z.ZodOptional<z.ZodString>;
        output: z.ZodOptional<z.ZodString>;
        runs: z.ZodInt;
        error: z.ZodOptional<z.ZodNumber>;
        worst: z.ZodOptional<z.ZodNumber>;
        spread: z.ZodOptional<z.ZodNumber>;
        missing: z.ZodOptional<z.ZodString>;
    }, z.core.$strip>>;
    notCompared: z.ZodOptional<z.ZodArray<z.ZodObject<{
        what: z.ZodEnum<{
            outputs: "outputs";
            quality: "quality";
            speed: "speed";
        }>;
        why: z.ZodString;
    }, z.core.$strip>>>;
    alpha: z.ZodNumber;
    warnings: z.ZodArray<z.ZodObject<{
        code: z.ZodString;
        message: z.ZodString;
        remedy: z.ZodString;
    }, z.core.$strip>>;
    evidence: z.ZodString;
}, z.core.$strip>;

/**
 * Which stages word the final sentence of a passing run: every `decided` stage, and the last `reached` stage, which says how far
 * the candidate got.
 */
declare type Concludes = 'decided' | 'reached';

export declare interface Contender extends TypeOf<typeof contender> {
}

/** A model plus how it is run. `copy` is a second production, for the noise floor of the same run. */
declare const contender: z.ZodObject<{
    id: z.ZodString;
    role: z.ZodEnum<{
        candidate: "candidate";
        copy: "copy";
        production: "production";
        variant: "variant";
    }>;
    model: z.ZodObject<{
        sha256: z.ZodString;
        bytes: z.ZodInt;
        name: z.ZodString;
        files: z.ZodOptional<z.ZodArray<z.ZodObject<{
            sha256: z.ZodString;
            bytes: z.ZodInt;
            name: z.ZodString;
        }, z.core.$strip>>>;
    }, z.core.$strip>;
}, z.core.$strip>;

export declare interface CorpusFigures extends TypeOf<typeof corpusFigures> {
}

/**
 * A metric that a user's code makes of a whole data set. What it makes of resampled examples is kept, because recomputing a
 * verdict runs nobody's code; the same resamples for every contender.
 */
declare const corpusFigures: z.ZodObject<{
    value: z.ZodNumber;
    resampled: z.ZodArray<z.ZodNumber>;
    without: z.ZodArray<z.ZodNumber>;
    differing: z.ZodInt;
}, z.core.$strip>;

/**
 * Creates the ledger of a pipeline's registry on purpose, once; one that has entries stays as it is. Nothing is recorded in a ledger
 * before that, so that one that was lost never passes for a new one.
 * @throws `registry-of-run` where it lives and ends with each run, `ledger-missing`, and what the driver does.
 */
export declare function createRegistry({ registry, folder, where }: Pipeline, world: World, context?: CallContext): Promise<{
    readonly ledger: Ledger;
    readonly created: boolean;
}>;

/** The real world of this process: its environment, its machine, and this working directory (the process's own without one). */
export declare function createWorldHere(cwd?: string): World;

export declare interface DataReference extends TypeOf<typeof dataReference> {
}

/** A data set a pipeline names. `inputs` maps a model input to the array that feeds it. */
declare const dataReference: z.ZodObject<{
    artifact: z.ZodObject<{
        sha256: z.ZodString;
        bytes: z.ZodInt;
        name: z.ZodString;
        files: z.ZodOptional<z.ZodArray<z.ZodObject<{
            sha256: z.ZodString;
            bytes: z.ZodInt;
            name: z.ZodString;
        }, z.core.$strip>>>;
    }, z.core.$strip>;
    inputs: z.ZodRecord<z.ZodString, z.ZodString>;
    label: z.ZodOptional<z.ZodString>;
    group: z.ZodOptional<z.ZodString>;
    uses: z.ZodOptional<z.ZodObject<{
        path: z.ZodString;
        sha256: z.ZodString;
    }, z.core.$strip>>;
}, z.core.$strip>;

export declare interface Decision extends TypeOf<typeof decisionSchema> {
}

declare const decisionSchema: z.ZodObject<{
    verdict: z.ZodEnum<{
        fail: "fail";
        inconclusive: "inconclusive";
        pass: "pass";
    }>;
    reasons: z.ZodArray<z.ZodObject<{
        metric: z.ZodString;
        scenario: z.ZodOptional<z.ZodString>;
        verdict: z.ZodEnum<{
            fail: "fail";
            inconclusive: "inconclusive";
            pass: "pass";
        }>;
        why: z.ZodString;
    }, z.core.$strip>>;
    sentence: z.ZodString;
    override: z.ZodOptional<z.ZodObject<{
        by: z.ZodString;
        reason: z.ZodString;
        verdict: z.ZodEnum<{
            fail: "fail";
            inconclusive: "inconclusive";
        }>;
    }, z.core.$strip>>;
}, z.core.$strip>;

/** A data set as a pipeline declares it. */
export declare interface DeclaredData {
    readonly from: string;
    readonly label?: string | undefined;
    /** A reader of the user's own: it may give labels without a word. */
    readonly uses?: string | undefined;
}

/** Further tools, given only to kinds that list them in `uses`. */
declare interface DeclaredTools {
    /** The log of what was released and what serves. */
    readonly ledger: Ledger;
    /** What a rollout or a load test can serve on. */
    readonly targets: readonly TargetKind[];
    /** What can say how the traffic of a rollout went. */
    readonly sources: readonly MetricSourceKind[];
    /** What was measured under a key, by this run or any before it: it outlives the run, and is only ever added to. */
    measurements(key: Sha256): KeptMeasurements;
    /** What the stages after this one will ask of its measurements. They are part of its cache key. */
    readonly questions: readonly Question[];
    /** How often more may be measured than was planned, for questions that are still open. Part of the cache key. */
    readonly extensions: number;
    /** How many attempts there were before to have the same commit pass, whose measurements need not be here. */
    readonly attempts: number;
    /** What the stages after this one give. */
    readonly after: readonly ProductName[];
    /**
     * Writes the evidence of what was compared and decided before this stage into the run's folder and the store, and gives its digest;
     * undefined where nothing was compared. What the stage records of it stands for exactly these bytes.
     */
    evidence(): Promise<Sha256 | undefined>;
    /** The shard that this machine measures of a stage that several share; undefined where one measures all of it. */
    readonly shard: string | undefined;
    /** Given when somebody takes the responsibility for a candidate that a gate stops. Part of the cache key. */
    readonly override: Override | undefined;
}

declare type DeepReadonly<Value> = Value extends object ? {
    readonly [Key in keyof Value]: DeepReadonly<Value[Key]>;
} : Value;

/** Defines a kind of metric source. The settings type stays inside this call, so a table of kinds needs no generics. */
export declare function defineMetricSource<Settings extends z.ZodType>(definition: {
    readonly name: string;
    readonly summary: string;
    readonly settings: Settings;
    readonly example: string;
    make(settings: z.output<Settings>, tools: MetricSourceTools): MetricSource;
}): MetricSourceKind;

/** Defines a stage kind. The settings type stays inside this call, so a table of kinds needs no generics. */
export declare function defineStage<Settings extends z.ZodType, Needs extends ProductName, Gives extends ProductName, Wants extends ProductName = never, Uses extends ToolName = never>(definition: Definition<Settings, Needs, Wants, Uses, Gives>): StageKind;

/** Defines a kind of target. The settings type stays inside this call, so a table of kinds needs no generics. */
export declare function defineTarget<Settings extends z.ZodType>(definition: {
    readonly name: string;
    readonly summary: string;
    readonly settings: Settings;
    readonly example: string;
    readonly ownProcesses?: boolean;
    replays?(settings: z.output<Settings>): string | undefined;
    make(settings: z.output<Settings>, tools: TargetTools): Target;
}): TargetKind;

/** Defines a kind of variant. The settings' type lives inside this one call. */
export declare function defineVariant<Settings extends z.ZodObject>(definition: {
    readonly name: string;
    readonly summary: string;
    readonly settings: Settings;
    readonly example: string;
    readonly saves: Saving;
    readonly deterministic: boolean;
    make(settings: z.output<Settings>, original: Original, tools: VariantTools): Promise<MadeVariant>;
}): VariantKind;

declare interface Definition<Settings extends z.ZodType, Needs extends ProductName, Wants extends ProductName, Uses extends ToolName, Gives extends ProductName> {
    readonly name: string;
    readonly summary: string;
    readonly effects: Effects;
    readonly measures?: boolean;
    readonly runsUserCode?: (settings: z.output<Settings>) => boolean;
    /** Default, where its effects are remote: true. */
    readonly reachesOut?: (settings: z.output<Settings>) => boolean;
    /** Products without which it cannot run. Every stage is given `subject`. */
    readonly needs: readonly Needs[];
    /** Products it uses when an earlier stage gives them. */
    readonly wants?: readonly Wants[];
    /** Tools beyond those that every stage is given. */
    readonly uses?: readonly Uses[];
    readonly gives: Gives;
    readonly concludes?: Concludes;
    /**
     * How its product tells the verdict. What is kept of a stage then holds no verdict beside the product that could be another one.
     */
    readonly verdictOf?: (product: Products[Gives]) => Outcome | undefined;
    readonly reported?: boolean;
    readonly settings: Settings;
    readonly example: string;
    readonly questions?: (settings: z.output<Settings>, folder: string) => readonly Question[];
    readonly extensions?: (settings: z.output<Settings>) => number;
    readonly files?: (settings: z.output<Settings>, folder: string) => readonly string[];
    readonly estimateMs?: (settings: z.output<Settings>) => number;
    /** The version that it shows as a tag, which the run makes sure of before it begins. */
    readonly shows?: (settings: z.output<Settings>) => ShownVersion | undefined;
    /** What is bound to go wrong when it runs, told from the pipeline alone: nobody should pay for a benchmark to hear it. */
    readonly preflight?: (settings: z.output<Settings>, surroundings: Surroundings) => readonly PreflightProblem[];
    /** Throws what would refuse it when it runs, told from the ledger and the checkout. Only of kinds whose effects are remote. */
    readonly admit?: (settings: z.output<Settings>, outlook: Outlook) => Promise<void>;
    run(input: StageInput<z.output<Settings>, Needs, Wants, Uses>): Promise<StageOutcome<Gives>>;
    /** For a stage that machines can share: each runs it with its `shard`, and what they measured is merged. */
    readonly sharing?: {
        shards(settings: z.output<Settings>): readonly Shard[];
        merge(input: StageInput<z.output<Settings>, Needs, Wants, Uses>, measured: readonly MeasuredShard[]): Promise<StageOutcome<Gives>>;
    };
    readonly evidence?: EvidenceFile & {
        /** Its value. */
        of(input: Omit<StageInput<z.output<Settings>, Needs, Wants>, 'tools'> & {
            readonly folder: string;
            readonly bound: Binding;
        }, product: Products[Gives]): Promise<unknown>;
    };
}

/** Why no verdict can be given, whatever the interval says. */
declare type Doubt = {
    readonly [Code in keyof Doubts]: {
        readonly code: Code;
    } & Doubts[Code];
}[keyof Doubts];

/** A row with a doubt is inconclusive. `needed`: the fewest of what is counted that a verdict takes. */
declare interface Doubts {
    'few-examples': {
        readonly examples: number;
        readonly needed: number;
    };
    /** The groups are worth as many of equal size. */
    'few-groups': {
        readonly worth: number;
        readonly needed: number;
    };
    /** Examples that one model or both have right: all that a ratio of shares is told by. */
    'few-right': {
        readonly examples: number;
        readonly needed: number;
    };
    /**
     * Examples of a class by their labels, all others, or those that a model predicts to be of it. None: nothing was measured. `worth`: as
     * many groups of equal size, where examples come in groups.
     */
    'few-of-class': {
        readonly class: number;
        readonly side: 'of' | 'not-of' | 'predicted';
        readonly examples: number;
        readonly worth?: number;
        readonly needed: number;
    };
    /** The metric is the same whichever examples are left out. */
    'never-varies': Record<never, never>;
    /** Production's value might as well be 0, and shares of it mean nothing. */
    'about-zero': Record<never, never>;
    /** So few classes, of one of the models, that the metric is the same whatever it answers. */
    'few-classes': {
        readonly classes: number;
        readonly needed: number;
    };
    /** No value of the metric is worse than production's by more than the margin. */
    'cannot-fail': {
        readonly worst: number;
    };
    /** Production is no better than a model that knows nothing of its inputs, or one like that would pass. */
    'no-skill': {
        readonly guess: number;
    };
    /** The models tell so many classes apart, production first. */
    'classes-differ': {
        readonly classes: readonly [number, number];
    };
    /** What scores were read as, production's first. */
    'readings-differ': {
        readonly readings: readonly [Reading, Reading];
    };
    /** Runs beyond a percentile; `runs` of each contender would have enough of them. */
    'few-slow-runs': {
        readonly slower: number;
        readonly needed: number;
        readonly runs: number;
    };
    /** A second copy of production came out different from production. */
    'copies-differ': {
        readonly scale: 'relative' | 'absolute';
        readonly change: number;
    };
    /** The GPU's clock, in MHz, was not the same for both, and in clock cycles the verdict would be another. */
    'clocks-differ': {
        readonly mhz: readonly [number, number];
        readonly inCycles: Verdict;
    };
    /** Requests to both versions, and how many the candidate needs. */
    'few-requests': {
        readonly candidate: number;
        readonly stable: number;
        readonly needed: number;
    };
    /** Windows of traffic, or requests in them. */
    'few-windows': {
        readonly windows: number;
        readonly needed: number;
        readonly requests: number;
        readonly requestsNeeded: number;
    };
}

export declare type Effects = (typeof effects)[number];

/** What a stage may touch: nothing, files under the run's own folders, or the world outside (tags, traffic, hooks). */
declare const effects: readonly ['none', 'files', 'remote'];

/** An entry that names evidence. */
declare type EntryOnEvidence = LedgerEntry & {
    readonly kind: 'release' | 'assign' | 'rollout-started';
    readonly evidence: Sha256;
};

export declare interface Environment extends TypeOf<typeof environmentSchema> {
}

/** The machine a measurement was made on. Contenders measured in different environments are never compared. */
declare const environmentSchema: z.ZodObject<{
    cpu: z.ZodString;
    cores: z.ZodInt;
    governor: z.ZodString;
    cpuQuota: z.ZodOptional<z.ZodNumber>;
    memoryBytes: z.ZodInt;
    memoryLimitBytes: z.ZodOptional<z.ZodInt>;
    platform: z.ZodString;
    host: z.ZodString;
    node: z.ZodString;
    onnxruntime: z.ZodString;
    gpus: z.ZodOptional<z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        driver: z.ZodString;
        uuid: z.ZodString;
    }, z.core.$strip>>>;
    runtimes: z.ZodOptional<z.ZodArray<z.ZodString>>;
    fingerprint: z.ZodString;
}, z.core.$strip>;

declare const events: readonly [z.ZodObject<{
    kind: z.ZodLiteral<"created">;
}, z.core.$strict>, z.ZodObject<{
    model: z.ZodString;
    kind: z.ZodLiteral<"release">;
    version: z.ZodString;
    artifact: z.ZodObject<{
        sha256: z.ZodString;
        bytes: z.ZodNumber;
        name: z.ZodString;
        files: z.ZodOptional<z.ZodArray<z.ZodObject<{
            sha256: z.ZodString;
            bytes: z.ZodNumber;
            name: z.ZodString;
        }, z.core.$strict>>>;
    }, z.core.$strict>;
    why: z.ZodString;
    source: z.ZodOptional<z.ZodString>;
    evidence: z.ZodOptional<z.ZodString>;
    tagged: z.ZodOptional<z.ZodBoolean>;
    against: z.ZodOptional<z.ZodString>;
    serves: z.ZodOptional<z.ZodBoolean>;
}, z.core.$strict>, z.ZodObject<{
    model: z.ZodString;
    driver: z.ZodOptional<z.ZodString>;
    expires: z.ZodOptional<z.ZodISODateTime>;
    follows: z.ZodOptional<z.ZodString>;
    kind: z.ZodLiteral<"assign">;
    stage: z.ZodString;
    version: z.ZodString;
    why: z.ZodString;
    source: z.ZodOptional<z.ZodString>;
    against: z.ZodOptional<z.ZodString>;
    evidence: z.ZodOptional<z.ZodString>;
    rollout: z.ZodOptional<z.ZodString>;
}, z.core.$strict>, z.ZodObject<{
    model: z.ZodString;
    kind: z.ZodLiteral<"override">;
    candidate: z.ZodString;
    verdict: z.ZodOptional<z.ZodEnum<{
        fail: "fail";
        inconclusive: "inconclusive";
    }>>;
    commit: z.ZodOptional<z.ZodString>;
    approver: z.ZodString;
    reason: z.ZodString;
}, z.core.$strict>, z.ZodObject<{
    model: z.ZodString;
    rollout: z.ZodString;
    driver: z.ZodOptional<z.ZodString>;
    expires: z.ZodOptional<z.ZodISODateTime>;
    kind: z.ZodLiteral<"rollout-started">;
    version: z.ZodString;
    from: z.ZodOptional<z.ZodString>;
    evidence: z.ZodOptional<z.ZodString>;
    source: z.ZodOptional<z.ZodString>;
    target: z.ZodString;
    steps: z.ZodArray<z.ZodNumber>;
    settings: z.ZodOptional<z.ZodObject<{
        target: z.ZodRecord<z.ZodString, z.ZodUnknown>;
        source: z.ZodRecord<z.ZodString, z.ZodUnknown>;
        bakeMs: z.ZodNumber;
        analysis: z.ZodArray<z.ZodObject<{
            metric: z.ZodEnum<{
                "error-rate": "error-rate";
                "latency.p50": "latency.p50";
            }>;
            margin: z.ZodNumber;
            minRequests: z.ZodInt;
        }, z.core.$strict>>;
        hold: z.ZodInt;
        hooks: z.ZodObject<{
            promoted: z.ZodArray<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
            'rolled-back': z.ZodArray<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
        }, z.core.$strict>;
    }, z.core.$strict>>;
    process: z.ZodOptional<z.ZodObject<{
        pid: z.ZodInt;
        start: z.ZodString;
        machine: z.ZodString;
        namespace: z.ZodString;
    }, z.core.$strict>>;
}, z.core.$strict>, z.ZodObject<{
    model: z.ZodString;
    rollout: z.ZodString;
    kind: z.ZodLiteral<"rollout-claimed">;
    driver: z.ZodString;
    expires: z.ZodISODateTime;
    follows: z.ZodString;
    process: z.ZodOptional<z.ZodObject<{
        pid: z.ZodInt;
        start: z.ZodString;
        machine: z.ZodString;
        namespace: z.ZodString;
    }, z.core.$strict>>;
    watchedMs: z.ZodOptional<z.ZodNumber>;
    gone: z.ZodOptional<z.ZodLiteral<true>>;
}, z.core.$strict>, z.ZodObject<{
    model: z.ZodString;
    rollout: z.ZodString;
    kind: z.ZodLiteral<"rollout-left">;
    driver: z.ZodString;
    follows: z.ZodString;
    untouched: z.ZodOptional<z.ZodLiteral<true>>;
}, z.core.$strict>, z.ZodObject<{
    model: z.ZodString;
    rollout: z.ZodString;
    driver: z.ZodOptional<z.ZodString>;
    expires: z.ZodOptional<z.ZodISODateTime>;
    follows: z.ZodOptional<z.ZodString>;
    kind: z.ZodLiteral<"rollout-weight">;
    step: z.ZodInt;
    weight: z.ZodNumber;
}, z.core.$strict>, z.ZodObject<{
    model: z.ZodString;
    rollout: z.ZodString;
    driver: z.ZodOptional<z.ZodString>;
    expires: z.ZodOptional<z.ZodISODateTime>;
    follows: z.ZodOptional<z.ZodString>;
    kind: z.ZodLiteral<"rollout-judged">;
    step: z.ZodInt;
    verdict: z.ZodEnum<{
        fail: "fail";
        inconclusive: "inconclusive";
        pass: "pass";
    }>;
    requests: z.ZodObject<{
        stable: z.ZodNumber;
        candidate: z.ZodNumber;
    }, z.core.$strict>;
    judgements: z.ZodArray<z.ZodObject<{
        metric: z.ZodString;
        stable: z.ZodNumber;
        candidate: z.ZodNumber;
        change: z.ZodNumber;
        interval: z.ZodObject<{
            low: z.ZodNumber;
            high: z.ZodNumber;
            level: z.ZodNumber;
        }, z.core.$strip>;
        margin: z.ZodNumber;
        verdict: z.ZodEnum<{
            fail: "fail";
            inconclusive: "inconclusive";
            pass: "pass";
        }>;
        why: z.ZodString;
    }, z.core.$strict>>;
    seconds: z.ZodNumber;
    windows: z.ZodOptional<z.ZodArray<z.ZodObject<{
        from: z.ZodISODateTime;
        to: z.ZodISODateTime;
        stable: z.ZodObject<{
            requests: z.ZodInt;
            errors: z.ZodInt;
            latency: z.ZodOptional<z.ZodArray<z.ZodTuple<[z.ZodNumber, z.ZodNullable<z.ZodNumber>, z.ZodInt], null>>>;
        }, z.core.$strict>;
        candidate: z.ZodObject<{
            requests: z.ZodInt;
            errors: z.ZodInt;
            latency: z.ZodOptional<z.ZodArray<z.ZodTuple<[z.ZodNumber, z.ZodNullable<z.ZodNumber>, z.ZodInt], null>>>;
        }, z.core.$strict>;
    }, z.core.$strict>>>;
}, z.core.$strict>, z.ZodObject<{
    model: z.ZodString;
    rollout: z.ZodString;
    driver: z.ZodOptional<z.ZodString>;
    expires: z.ZodOptional<z.ZodISODateTime>;
    follows: z.ZodOptional<z.ZodString>;
    kind: z.ZodLiteral<"hook">;
    name: z.ZodString;
    outcome: z.ZodEnum<{
        done: "done";
        failed: "failed";
    }>;
    detail: z.ZodString;
}, z.core.$strict>, z.ZodObject<{
    model: z.ZodString;
    rollout: z.ZodString;
    driver: z.ZodOptional<z.ZodString>;
    expires: z.ZodOptional<z.ZodISODateTime>;
    follows: z.ZodOptional<z.ZodString>;
    kind: z.ZodLiteral<"rollout-finished">;
    outcome: z.ZodEnum<{
        promoted: "promoted";
        "rolled-back": "rolled-back";
    }>;
    why: z.ZodString;
    verified: z.ZodOptional<z.ZodObject<{
        stable: z.ZodNumber;
        candidate: z.ZodNumber;
    }, z.core.$strict>>;
}, z.core.$strict>];

/**
 * What a stage leaves in the run's folder, so that others can check its result: a plain JSON value. The report lists the
 * file under `name`.
 */
declare interface EvidenceFile {
    readonly name: string;
    /** The name of the file: `evidence.json`. */
    readonly file: string;
    /** The command that checks it, `verify`, and what that does: what a report proposes to type next. */
    readonly check: {
        readonly command: string;
        readonly what: string;
    };
}

/** Process exit codes, one meaning each. 2 is also what the shell tools around us use for wrong input; 70 is EX_SOFTWARE. */
export declare const exitCodes: {
    readonly pass: 0;
    readonly fail: 1;
    readonly input: 2;
    readonly inconclusive: 3;
    readonly 'rolled-back': 4;
    readonly bug: 70;
    readonly cancelled: 130;
};

declare interface Failed {
    readonly requests: number;
    readonly errors: number;
}

/** Paths are absolute. Every method throws a UserError (`file-missing`, `disk-full`, `file-denied`) rather than a bare Node error. */
declare interface Files {
    read(path: string): Promise<Uint8Array>;
    readText(path: string): Promise<string>;
    /** A file whose bytes are read when they are needed; it must stay as it is meanwhile (`file-changed`). */
    open(path: string): Promise<ByteSource>;
    /** A file in a folder under a name that may be hostile: opened only when it lies there and nowhere else. */
    openWithin(folder: string, name: string): Promise<ByteSource | Refusal>;
    /** Bytes `offset` to `offset + length` of a file; shorter at its end. */
    readRange(path: string, offset: number, length: number): Promise<Uint8Array>;
    /** The bytes from `from` to the end, in pieces of a megabyte at most: a file of any size. */
    pieces(path: string, from: number): AsyncIterable<Uint8Array>;
    /** Size in bytes, or undefined when there is no such file. A directory has no size: undefined. */
    size(path: string): Promise<number | undefined>;
    exists(path: string): Promise<boolean>;
    /** Whether the last name of a path is a symbolic link. False where there is nothing. */
    isLink(path: string): Promise<boolean>;
    /** The path with every symbolic link resolved. What is not there yet is taken as it is called. */
    realPath(path: string): Promise<string>;
    /** When a file was last written to, ISO 8601 in UTC; undefined when there is no such file. */
    writtenAt(path: string): Promise<string | undefined>;
    /** What differs when a file is another one, or was written to since; undefined when there is no such file. */
    stamp(path: string): Promise<string | undefined>;
    /** The names in a directory, sorted; none when there is no such directory. */
    list(directory: string): Promise<readonly string[]>;
    /** Writes all or nothing: a temporary file beside it, fsync, rename. Makes the directories it needs. */
    write(path: string, bytes: Uint8Array): Promise<void>;
    /** As `write`, of pieces that are made one after the other. */
    writePieces(path: string, pieces: Iterable<Uint8Array>): Promise<void>;
    /** As `write`, with every secret masked. */
    writeText(path: string, text: string): Promise<void>;
    /** Appends a line (secrets masked, newline added) and returns when it is on disk. */
    appendLine(path: string, line: string): Promise<void>;
    /**
     * Cuts these bytes off the end of a file and returns when that is on disk. It stays the same file, with its rights, for whatever leads to
     * it. False where it no longer ends with them.
     */
    cutEnd(path: string, end: Uint8Array): Promise<boolean>;
    /**
     * Appends pieces as they come, and returns when they are on disk. When the source fails, what it gave until then stays. Makes
     * the file and the directories it needs.
     */
    appendPieces(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void>;
    /** Gives a file another name on the same disk, all or nothing, in place of any file that has it. */
    move(from: string, to: string): Promise<void>;
    /** Copies all or nothing. */
    copy(from: string, to: string): Promise<void>;
    makeDirectory(path: string): Promise<void>;
    /** Removes a file or a whole directory; silent when there is none. */
    remove(path: string): Promise<void>;
    hash(path: string): Promise<Sha256>;
    /** Creates a file that must not exist yet, with this text (secrets masked): all of it or nothing. False when it exists already. */
    createExclusive(path: string, text: string): Promise<boolean>;
    /** What `takeLock` of core/lock.ts is made of. */
    readonly locks: LockFiles;
    /** The text as `writeText` would write it: every secret masked. JSON stays JSON, and HTML keeps its tags. */
    masked(text: string): string;
    /** As `masked`, of a text whose beginning was lost: what may be the rest of a secret there goes too. */
    maskedRest(text: string): string;
    /** A plain JSON value with every secret masked in its strings and keys: numbers, digests and Airworthy's own words stay. */
    maskedValue<Value>(value: Value): Value;
}

export declare interface Finding extends TypeOf<typeof finding> {
}

/** Something found in a model. `where` is a path a person can follow: `graph/node Relu_3`. */
declare const finding: z.ZodObject<{
    code: z.ZodString;
    severity: z.ZodEnum<{
        error: "error";
        note: "note";
        warning: "warning";
    }>;
    where: z.ZodString;
    message: z.ZodString;
    hint: z.ZodString;
    unchecked: z.ZodOptional<z.ZodLiteral<true>>;
    partly: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;

/** The formats a report can be written in. Each is a function of the report alone: the same report gives the same bytes. */
export declare const formats: readonly ReportFormat[];

/**
 * The repository on GitHub that a run belongs to, and GitHub's REST API. A route is written as GitHub documents it:
 * `GET /repos/{owner}/{repo}/pulls/{pull_number}`, or with a whole address instead of a path. Parameters fill the braces; `owner` and
 * `repo` are this repository unless they are given. The others become the query of a GET and the JSON body of anything else. `headers`
 * adds headers, and `data` replaces the body (bytes).
 *
 * A request that may be made twice is made again when the server or the line fails; any request is made again after the wait that a
 * rate limit asks for. What still fails throws an Error that is a `GitHubFailure`.
 */
declare interface GitHub {
    readonly owner: string;
    readonly repo: string;
    /** Where people see it: `https://github.com/owner/repo`. */
    readonly web: string;
    request(route: string, parameters?: GitHubParameters): Promise<GitHubAnswer>;
    /** The pages of a list, each an array. The next page is asked for when the loop gets there: leaving the loop asks for no more. */
    pages(route: string, parameters?: GitHubParameters): AsyncIterable<readonly unknown[]>;
    /** Waits so many milliseconds: GitHub's lists lag behind what was written. */
    sleep(ms: number): Promise<void>;
}

declare interface GitHubAnswer {
    /** 200 to 299. */
    readonly status: number;
    /** Parsed JSON, text, or an ArrayBuffer, by the content type of the answer. */
    readonly data: unknown;
    /** Names are in lower case. */
    readonly headers: Readonly<Record<string, string | number | undefined>>;
}

declare type GitHubParameters = Readonly<Record<string, unknown>>;

declare type Given = Partial<Products> & {
    readonly subject: Subject;
};

export declare interface GpuState extends TypeOf<typeof gpuState> {
}

/** A GPU over a block: means over time, clocks while it worked. */
declare const gpuState: z.ZodObject<{
    seconds: z.ZodNumber;
    utilization: z.ZodOptional<z.ZodNumber>;
    smMHz: z.ZodOptional<z.ZodNumber>;
    slowShare: z.ZodOptional<z.ZodNumber>;
    memoryBytes: z.ZodOptional<z.ZodNumber>;
    celsius: z.ZodOptional<z.ZodNumber>;
    joules: z.ZodOptional<z.ZodNumber>;
    reasons: z.ZodRecord<z.ZodString, z.ZodNumber>;
}, z.core.$strip>;

/** The holder's name, or the text of a lock of an earlier version. The stamp is another one after each heartbeat. */
declare type HeldLock = {
    readonly stamp: string;
} & ({
    readonly name: string;
} | {
    readonly text: string;
});

/**
 * Where Airworthy keeps what it makes. Outside of CI it is `local`, the user's own, and counts as it lies. In CI it is `ci`: a commit or a
 * restored cache may have put something there, and records count when they are sealed. An untrusted run has an `isolated` one, which is made
 * when something is first written.
 */
declare type HomePlace = {
    readonly kind: 'local';
    readonly folder: string;
} | {
    readonly kind: 'ci';
    readonly folder: string;
    readonly seal: Seal;
} | {
    readonly kind: 'isolated';
    readonly folder: string;
    /** The home of a trusted run here: of what lies there, only files of the store count, each by its digest. */
    readonly usual: string;
    /** Whether the user said where it lies. */
    readonly named: boolean;
};

declare type InputValue = TypeOf<typeof inputValue>;

/** What an input of a pipeline can be given. */
declare const inputValue: z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>;

export declare interface InterfaceChange extends TypeOf<typeof interfaceChangeSchema> {
}

/** What callers of production meet when the candidate answers instead. */
declare const interfaceChangeSchema: z.ZodObject<{
    change: z.ZodEnum<{
        additive: "additive";
        breaking: "breaking";
        compatible: "compatible";
    }>;
    reasons: z.ZodArray<z.ZodString>;
}, z.core.$strip>;

export declare interface InterfaceValue extends TypeOf<typeof interfaceValue> {
}

declare const interfaceValue: z.ZodObject<{
    name: z.ZodString;
    type: z.ZodString;
    dims: z.ZodArray<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
}, z.core.$strip>;

/** A row in numbers and codes: what is recorded of it, and what its sentences are made from (`words/`). */
declare interface JudgedRow extends Row {
    readonly method: Method;
    readonly doubt?: Doubt | undefined;
    /** How many comparisons there were, where the row is an alarm that may be chance among so many. */
    readonly among?: number | undefined;
}

/** One metric judged during a rollout, candidate against stable. */
declare const judgementSchema: z.ZodObject<{
    metric: z.ZodString;
    stable: z.ZodNumber;
    candidate: z.ZodNumber;
    change: z.ZodNumber;
    interval: z.ZodObject<{
        low: z.ZodNumber;
        high: z.ZodNumber;
        level: z.ZodNumber;
    }, z.core.$strip>;
    margin: z.ZodNumber;
    verdict: z.ZodEnum<{
        fail: "fail";
        inconclusive: "inconclusive";
        pass: "pass";
    }>;
    why: z.ZodString;
}, z.core.$strip>;

/** What was measured under a key, by any run. */
declare interface KeptMeasurements extends Checkpoint {
    /**
     * Does some work while no other process measures the same anywhere, or anything on this machine in the same home. Waits for those that do,
     * and says so; what they measured is there to read then. Throws Cancelled when the stage is ended meanwhile, and
     * `measuring-lost` from `append` when another process took over from this one, which stood still.
     */
    alone<Result>(work: () => Promise<Result>): Promise<Result>;
}

export declare type LatencyHistogram = TypeOf<typeof latencyHistogram>;

/**
 * Latencies of successful requests as counts: `[from, to, requests]`, in milliseconds, `from` inclusive and `to` exclusive; null where
 * a source does not say how far its last bucket reaches. Empty buckets are left out. A source states its own buckets, so histograms
 * of different sources can be added up.
 */
declare const latencyHistogram: z.ZodArray<z.ZodTuple<[z.ZodNumber, z.ZodNullable<z.ZodNumber>, z.ZodInt], null>>;

/** A driver of the ledger. Implementations: a file, a git branch. One contract suite runs on all. */
export declare interface Ledger {
    /** For people: `git registry at …`. */
    readonly describe: string;
    /** All entries, oldest first. Throws `ledger-broken` when the log does not parse. */
    read(context?: CallContext): Promise<readonly LedgerEntry[]>;
    /**
     * Appends one entry and returns when it is durable and its public face (tags) is in place. When an entry with this key
     * is there already, nothing is written and that entry is returned. Safe against concurrent writers: `ledger-busy` after
     * repeated collisions.
     */
    append(key: string, event: LedgerEvent, context?: CallContext): Promise<LedgerEntry>;
    /**
     * As `append`, of several, in their order: all of them are recorded, or none where one is refused. Gives the entries of their keys. A
     * process that is killed while it writes to a file may leave the first of them.
     */
    appendAll(records: readonly LedgerRecord[], context?: CallContext): Promise<readonly LedgerEntry[]>;
    /** The names of the tags that show the registry to other tools, sorted; a file registry has none. */
    tags(context?: CallContext): Promise<readonly string[]>;
    /** What stands in the log and counts for nothing, one sentence each. Absent where nothing can. */
    remarks?(context?: CallContext): Promise<readonly string[]>;
    /**
     * Reads all that it consists of from where it is kept, whatever was read and checked before. Throws `ledger-broken` and the like. Absent
     * where `read` does so.
     */
    readWhole?(context?: CallContext): Promise<readonly LedgerEntry[]>;
    /**
     * Throws what would keep it from showing these versions of a model, and what serves of it in a stage, before anything is recorded.
     * Absent where it shows nothing.
     */
    admitTags?(wanted: WantedTags, context?: CallContext): Promise<void>;
}

export declare type LedgerEntry = LedgerEvent & {
    readonly key: string;
    readonly at: string;
    readonly by: string;
    readonly chain?: string | undefined;
};

export declare type LedgerEvent = TypeOf<(typeof events)[number]>;

/** What is to be recorded, and under which key: the same key is recorded once, whoever asks again. */
declare interface LedgerRecord {
    readonly key: string;
    readonly event: LedgerEvent;
}

/**
 * Reads and checks a pipeline file. Throws a UserError that holds every problem found (the first hundred), each with file, line and column.
 * Nothing of the pipeline is executed; from here on the world masks what it names under `secrets:`.
 */
export declare function load(file: string, world: World, options?: LoadOptions): Promise<Pipeline>;

export declare interface LoadOptions {
    /** Values for the pipeline's `inputs:`. */
    readonly inputs?: Readonly<Record<string, InputValue>>;
    /** What the file says, where that is not what stands on the disk: under a trigger that runs with the rights of the repository. */
    readonly text?: string | undefined;
    /** What messages call a place in a pipeline that a command made: its option. */
    readonly nameOf?: (path: Path) => string;
    /** Stage kinds besides the built-in ones. */
    readonly kinds?: readonly StageKind[];
    /** What stages choose among, besides the built-in ones. */
    readonly targets?: readonly TargetKind[];
    readonly sources?: readonly MetricSourceKind[];
    readonly variants?: readonly VariantKind[];
}

/** A lock is a folder with one file: its name says who holds it. Every method is atomic, and nothing waits for the disk. */
declare interface LockFiles {
    /** Makes the lock under this name. False where it is taken. */
    take(lock: string, name: string): Promise<boolean>;
    /** What is there; undefined where nobody holds it. */
    look(lock: string): Promise<LockSeen | undefined>;
    /**
     * Gives the lock another name, in a file of the caller's own: only its owner may touch it. False where it has not the name it should
     * have: of any number of callers, one succeeds. Throws `lock-obstructed`, having changed nothing, where the caller may not.
     */
    takeOver(lock: string, from: string, to: string): Promise<boolean>;
    /** Removes the lock of an earlier version, which is a file; a folder stays. */
    removeOld(lock: string): Promise<void>;
    /** Changes the stamp of the lock under this name. False where it has another name, or is gone. */
    beat(lock: string, name: string): Promise<boolean>;
    /** Removes the lock under this name, and no other. */
    drop(lock: string, name: string): Promise<void>;
}

/** What stands in the place of a lock, or in its folder, and is none: `a symbolic link`. */
declare type LockSeen = HeldLock | {
    readonly obstacle: string;
};

declare interface Machine extends TypeOf<typeof machine> {
}

/** What measurements on this machine depend on: part of the cache key of measuring stages. Read without starting a program. */
declare const machine: z.ZodObject<{
    cpu: z.ZodString;
    cores: z.ZodInt;
    governor: z.ZodString;
    cpuQuota: z.ZodOptional<z.ZodNumber>;
    memoryBytes: z.ZodInt;
    memoryLimitBytes: z.ZodOptional<z.ZodInt>;
    platform: z.ZodString;
    host: z.ZodString;
    node: z.ZodString;
    onnxruntime: z.ZodString;
}, z.core.$strip>;

/** A variant on the disk, not judged yet. */
export declare interface MadeVariant {
    /** Absolute path of the model in `scratch`, with the files of its weights beside it. Its file name is what people read. */
    readonly path: string;
    /** How it was made, settings included: `onnxruntime graph optimisation, level basic`. */
    readonly how: string;
    /**
     * True when it may hold operators of onnxruntime that the standard does not know. Findings that say only this are then not
     * held against it: that onnxruntime runs them is seen when the answers are compared.
     */
    readonly runtimeOperators?: boolean;
}

/** What `strategy: matrix:` takes. */
export declare interface Matrix {
    readonly include: readonly MatrixJob[];
}

/** A job of a workflow's matrix: nothing in it means anything to YAML or a shell. */
export declare interface MatrixJob {
    readonly shard: string;
    readonly 'runs-on': readonly string[];
    /** Which scenarios it measures, for people. */
    readonly scenarios: string;
}

/**
 * One job for each shard of a pipeline's benchmark; scenarios that name no runner share one on the default runner. Pure. `masked`
 * masks the secrets in what people are shown, before it is cut.
 * Throws `benchmark-unclear` and `matrix-too-large`.
 */
export declare function matrixOf(pipeline: Pipeline, defaultRunner?: readonly string[], masked?: (text: string) => string): Matrix;

/** What one machine measured of a benchmark that several share. */
declare interface MeasuredShard {
    readonly shard: string;
    readonly subject: SubjectDigests;
    readonly measurements: Measurements;
}

export declare interface Measurements extends TypeOf<typeof measurementsSchema> {
}

/** What a benchmark measured: all that verdicts are computed from. Members beyond these may be there: a digest covers them. */
declare const measurementsSchema: z.ZodObject<{
    environments: z.ZodArray<z.ZodObject<{
        cpu: z.ZodString;
        cores: z.ZodInt;
        governor: z.ZodString;
        cpuQuota: z.ZodOptional<z.ZodNumber>;
        memoryBytes: z.ZodInt;
        memoryLimitBytes: z.ZodOptional<z.ZodInt>;
        platform: z.ZodString;
        host: z.ZodString;
        node: z.ZodString;
        onnxruntime: z.ZodString;
        gpus: z.ZodOptional<z.ZodArray<z.ZodObject<{
            name: z.ZodString;
            driver: z.ZodString;
            uuid: z.ZodString;
        }, z.core.$strip>>>;
        runtimes: z.ZodOptional<z.ZodArray<z.ZodString>>;
        fingerprint: z.ZodString;
    }, z.core.$strip>>;
    seed: z.ZodInt;
    contenders: z.ZodArray<z.ZodObject<{
        id: z.ZodString;
        role: z.ZodEnum<{
            candidate: "candidate";
            copy: "copy";
            production: "production";
            variant: "variant";
        }>;
        model: z.ZodObject<{
            sha256: z.ZodString;
            bytes: z.ZodInt;
            name: z.ZodString;
            files: z.ZodOptional<z.ZodArray<z.ZodObject<{
                sha256: z.ZodString;
                bytes: z.ZodInt;
                name: z.ZodString;
            }, z.core.$strip>>>;
        }, z.core.$strip>;
    }, z.core.$strip>>;
    chosen: z.ZodString;
    speed: z.ZodArray<z.ZodObject<{
        scenario: z.ZodObject<{
            id: z.ZodString;
            provider: z.ZodString;
            batch: z.ZodInt;
            threads: z.ZodInt;
            runner: z.ZodOptional<z.ZodArray<z.ZodString>>;
            options: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
            allowFallback: z.ZodOptional<z.ZodBoolean>;
            rate: z.ZodOptional<z.ZodNumber>;
            order: z.ZodOptional<z.ZodLiteral<"isolated">>;
        }, z.core.$strip>;
        environment: z.ZodString;
        profiles: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodObject<{
            wallMs: z.ZodNumber;
            kernelMs: z.ZodNumber;
            copyMs: z.ZodNumber;
            clock: z.ZodEnum<{
                device: "device";
                host: "host";
            }>;
        }, z.core.$strip>>>;
        blocks: z.ZodArray<z.ZodObject<{
            order: z.ZodArray<z.ZodString>;
            runs: z.ZodRecord<z.ZodString, z.ZodObject<{
                samplesMs: z.ZodArray<z.ZodNumber>;
                turns: z.ZodArray<z.ZodInt>;
                sessionMs: z.ZodNumber;
                firstRunMs: z.ZodNumber;
                peakBytes: z.ZodNumber;
                warmup: z.ZodObject<{
                    runs: z.ZodInt;
                    ms: z.ZodNumber;
                    steady: z.ZodBoolean;
                }, z.core.$strip>;
                load: z.ZodOptional<z.ZodNumber>;
                gpu: z.ZodOptional<z.ZodObject<{
                    seconds: z.ZodNumber;
                    utilization: z.ZodOptional<z.ZodNumber>;
                    smMHz: z.ZodOptional<z.ZodNumber>;
                    slowShare: z.ZodOptional<z.ZodNumber>;
                    memoryBytes: z.ZodOptional<z.ZodNumber>;
                    celsius: z.ZodOptional<z.ZodNumber>;
                    joules: z.ZodOptional<z.ZodNumber>;
                    reasons: z.ZodRecord<z.ZodString, z.ZodNumber>;
                }, z.core.$strip>>;
            }, z.core.$strip>>;
            gpu: z.ZodOptional<z.ZodObject<{
                seconds: z.ZodNumber;
                utilization: z.ZodOptional<z.ZodNumber>;
                smMHz: z.ZodOptional<z.ZodNumber>;
                slowShare: z.ZodOptional<z.ZodNumber>;
                memoryBytes: z.ZodOptional<z.ZodNumber>;
                celsius: z.ZodOptional<z.ZodNumber>;
                joules: z.ZodOptional<z.ZodNumber>;
                reasons: z.ZodRecord<z.ZodString, z.ZodNumber>;
            }, z.core.$strip>>;
        }, z.core.$strip>>;
        looks: z.ZodArray<z.ZodObject<{
            blocks: z.ZodInt;
            spent: z.ZodNumber;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
    quality: z.ZodOptional<z.ZodObject<{
        data: z.ZodString;
        examples: z.ZodInt;
        labels: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
        groups: z.ZodOptional<z.ZodArray<z.ZodInt>>;
        slices: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodInt>>>;
        predictions: z.ZodRecord<z.ZodString, z.ZodArray<z.ZodInt>>;
        classes: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
        unread: z.ZodOptional<z.ZodArray<z.ZodString>>;
        readings: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodEnum<{
            logits: "logits";
            probabilities: "probabilities";
        }>>>;
        records: z.ZodOptional<z.ZodObject<{
            ranks: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
            scores: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
            losses: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
            outputs: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
            errors: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
        }, z.core.$strict>>;
        custom: z.ZodRecord<z.ZodString, z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
        corpus: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodRecord<z.ZodString, z.ZodObject<{
            value: z.ZodNumber;
            resampled: z.ZodArray<z.ZodNumber>;
            without: z.ZodArray<z.ZodNumber>;
            differing: z.ZodInt;
        }, z.core.$strip>>>>;
    }, z.core.$strip>>;
    interface: z.ZodOptional<z.ZodObject<{
        change: z.ZodEnum<{
            additive: "additive";
            breaking: "breaking";
            compatible: "compatible";
        }>;
        reasons: z.ZodArray<z.ZodString>;
    }, z.core.$strip>>;
    outputs: z.ZodOptional<z.ZodObject<{
        data: z.ZodOptional<z.ZodString>;
        output: z.ZodOptional<z.ZodString>;
        errors: z.ZodArray<z.ZodNumber>;
        spreads: z.ZodArray<z.ZodNumber>;
        missing: z.ZodOptional<z.ZodString>;
    }, z.core.$strip>>;
    counts: z.ZodRecord<z.ZodString, z.ZodRecord<z.ZodString, z.ZodNumber>>;
    warnings: z.ZodArray<z.ZodObject<{
        code: z.ZodString;
        message: z.ZodString;
        remedy: z.ZodString;
    }, z.core.$strip>>;
}, z.core.$strip>;

/** How the interval of a row was computed, with the numbers that its description needs. */
declare type Method = {
    readonly [Code in keyof Methods]: {
        readonly code: Code;
    } & Methods[Code];
}[keyof Methods];

declare interface Methods {
    /** A count: no test is needed. */
    exact: Record<never, never>;
    /**
     * The Hodges–Lehmann interval on blocks: of a mean, together with that of the ratio of the means; by earlier rules weighted, where some
     * scatter more than usual.
     */
    blocks: {
        readonly blocks: number;
        readonly looks: number;
        readonly by: 'blocks' | 'weighted-blocks' | 'means';
    };
    /** The same on groups of `size` blocks. */
    'block-groups': {
        readonly groups: number;
        readonly size: number;
        readonly looks: number;
    };
    /** Tango's score interval of a difference of shares, or the score interval of their ratio; with McNemar's test. */
    shares: {
        readonly of: 'difference' | 'ratio';
        readonly examples: number;
        readonly gained: number;
        readonly lost: number;
        readonly midP: number;
    };
    /** The paired bootstrap; of a user's metric of the whole data set on so many resamples that were kept. */
    bootstrap: Sampled & {
        readonly of: 'mean' | 'statistic';
        readonly resamples?: number | undefined;
    };
    /** DeLong's interval of two classes, with his test unless nothing varies; or what his placements give in other cases. */
    areas: Sampled & {
        readonly plain: boolean;
        readonly p?: number | undefined;
    };
    /** Newcombe's interval of the difference of two proportions: of requests that failed. */
    proportions: {
        readonly candidate: Failed;
        readonly stable: Failed;
        /** Where the requests to the stable version were seen: beside the candidate's, before them, or nowhere. */
        readonly against: 'beside' | 'before' | 'nothing';
    };
    /** The signed-rank interval on windows of traffic. */
    windows: {
        readonly windows: number;
    };
}

/** What is said of a metric: the schema, the documentation, `--help` and the hints derive from it. */
export declare interface Metric {
    readonly name: string;
    readonly unit: 'ms' | 'B' | '1/s' | 'J' | '1' | 'share';
    readonly better: 'lower' | 'higher';
    /**
     * How two contenders are compared. `ratio`: paired log-ratios of blocks; `paired`: values of each example, on the same inputs;
     * `exact`: a count, no test needed.
     */
    readonly how: 'ratio' | 'paired' | 'exact';
    readonly summary: string;
    /** A margin used where the pipeline states none. Text in the grammar of quantities. */
    readonly margin: string;
    /** How far apart two of its values can be, in its unit, where that is bounded: 1 for a share of examples. */
    readonly range?: number;
}

/** The metrics Airworthy knows. */
export declare const metrics: readonly Metric[];

/** Says how the traffic of two versions went. It moves nothing and waits for nothing. */
export declare interface MetricSource {
    /** For people: `the local server`. */
    readonly describe: string;
    /** Start of the period it has counts for; undefined if unlimited. */
    since(): Promise<string | undefined>;
    /**
     * What happened in a stretch of time. Undefined while the counts are incomplete (requests are still under way, a scrape is due): the
     * caller asks again later. A version without traffic has zero requests.
     */
    window(span: Span, versions: Versions): Promise<TrafficWindow | undefined>;
    /** Releases what this process holds. */
    close(): Promise<void>;
}

/** A row in the table of metric sources. */
export declare interface MetricSourceKind {
    readonly name: string;
    readonly summary: string;
    readonly settings: z.ZodType;
    /** An example of its settings, YAML flow style, for the reference. */
    readonly example: string;
    /** Makes a source from checked settings, the output of `settings`. Nothing is asked before `since` or `window`. */
    make(settings: unknown, tools: MetricSourceTools): MetricSource;
}

export declare interface MetricSourceTools {
    readonly world: World;
    readonly signal: AbortSignal;
    readonly model: string;
    /** The target's own traffic counts, if it keeps any. */
    readonly targetTraffic: MetricSource | undefined;
}

export declare interface ModelSummary extends TypeOf<typeof modelSummary> {
}

declare const modelSummary: z.ZodObject<{
    irVersion: z.ZodNumber;
    opset: z.ZodRecord<z.ZodString, z.ZodNumber>;
    producer: z.ZodString;
    nodes: z.ZodNumber;
    operators: z.ZodRecord<z.ZodString, z.ZodNumber>;
    parameters: z.ZodNumber;
    bytes: z.ZodNumber;
    inputs: z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        type: z.ZodString;
        dims: z.ZodArray<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
    }, z.core.$strip>>;
    outputs: z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        type: z.ZodString;
        dims: z.ZodArray<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
    }, z.core.$strip>>;
}, z.core.$strip>;

export declare interface NotCompared extends TypeOf<typeof notComparedSchema> {
}

declare const notComparedSchema: z.ZodObject<{
    what: z.ZodEnum<{
        outputs: "outputs";
        quality: "quality";
        speed: "speed";
    }>;
    why: z.ZodString;
}, z.core.$strip>;

export declare interface OpenRollout extends TypeOf<typeof openRolloutSchema> {
}

/** How an open rollout stands that a run drove and left. */
declare const openRolloutSchema: z.ZodObject<{
    id: z.ZodString;
    version: z.ZodString;
    from: z.ZodOptional<z.ZodString>;
    target: z.ZodString;
    weight: z.ZodNumber;
    passed: z.ZodNumber;
    steps: z.ZodNumber;
    promoted: z.ZodBoolean;
    sentence: z.ZodString;
}, z.core.$strip>;

/** The model that variants are made from. `path` is its file on this machine, with the files of its weights beside it: only to be read. */
export declare interface Original {
    readonly artifact: Artifact;
    readonly path: string;
}

export declare type Outcome = (typeof outcomes)[number];

/** How a whole run ended. */
declare const outcomes: readonly ["pass", "fail", "inconclusive", "rolled-back"];

/** What is known of a run before its first stage: enough to say what would refuse it at its end. */
declare interface Outlook {
    readonly subject: Subject;
    readonly ledger: Pick<Ledger, 'read'>;
    readonly world: World;
    /** Folder of the pipeline file. */
    readonly folder: string;
    readonly override: Override | undefined;
    /** `RUN/STAGE`; undefined where the run is only planned. */
    readonly id: string | undefined;
    /** What the stages before it give. */
    readonly before: readonly ProductName[];
    /** What the stages after it give. */
    readonly after: readonly ProductName[];
}

export declare interface OutputsMeasured extends TypeOf<typeof outputsMeasuredSchema> {
}

/** What production and the candidate give for the same inputs. */
declare const outputsMeasuredSchema: z.ZodObject<{
    data: z.ZodOptional<z.ZodString>;
    output: z.ZodOptional<z.ZodString>;
    errors: z.ZodArray<z.ZodNumber>;
    spreads: z.ZodArray<z.ZodNumber>;
    missing: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;

export declare interface Override extends TypeOf<typeof override> {
}

/** Somebody takes the responsibility for a candidate that the gate stops. */
declare const override: z.ZodObject<{
    by: z.ZodString;
    reason: z.ZodString;
}, z.core.$strip>;

/** A path into a document: keys and indices. */
declare type Path = readonly (string | number)[];

/** Keys and indices. */
export declare type PathInFile = readonly (string | number)[];

/** A checked pipeline: what `plan` and `run` take. */
export declare interface Pipeline {
    readonly name: string;
    /** Absolute path of the file, or a made-up name for a pipeline that never was a file. */
    readonly file: string;
    readonly folder: string;
    /** Digest of everything the file says, expressions replaced. */
    readonly sha256: Sha256;
    readonly model: PipelineFile['model'];
    readonly registry: PipelineFile['registry'];
    readonly data: PipelineFile['data'];
    /** In file order. */
    readonly stages: readonly PipelineStage[];
    /** All kinds that its stages could have been of. */
    readonly kinds: readonly StageKind[];
    readonly targets: readonly TargetKind[];
    readonly sources: readonly MetricSourceKind[];
    where(path: Path): Where | undefined;
}

declare interface PipelineFile extends TypeOf<typeof pipelineFile> {
}

/** The pipeline file, stages aside: those are checked by their kinds. */
declare const pipelineFile: z.ZodObject<{
    pipeline: z.ZodString;
    inputs: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodObject<{
        default: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>>;
        description: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>>;
    model: z.ZodObject<{
        candidate: z.ZodString;
        production: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>;
    registry: z.ZodPrefault<z.ZodType<RegistrySetting, unknown, z.core.$ZodTypeInternals<RegistrySetting, unknown>>>;
    data: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodObject<{
        from: z.ZodString;
        inputs: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodString>>;
        label: z.ZodOptional<z.ZodString>;
        group: z.ZodOptional<z.ZodString>;
        uses: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>>;
    secrets: z.ZodDefault<z.ZodArray<z.ZodString>>;
    stages: z.ZodRecord<z.ZodString, z.ZodUnknown>;
}, z.core.$strict>;

/** As `load`, for a pipeline that is a plain value and not a file. Relative paths start at `folder`. */
export declare function pipelineOf(value: unknown, folder: string, world: World, options?: LoadOptions): Pipeline;

/** A stage of a checked pipeline: configured, with what the file says of it. */
declare interface PipelineStage extends Stage, Omit<StageCommon, 'kind' | 'needs'> {
    readonly name: string;
    readonly needs: readonly string[];
    /** Where it stands in the file; undefined for a pipeline that never was a file. */
    readonly where: Where | undefined;
}

/** What a run would do. Plain JSON. */
export declare interface Plan {
    readonly pipeline: string;
    readonly file: string;
    readonly subject: Subject;
    /** In the order in which they would run. */
    readonly stages: readonly PlannedStage[];
    readonly estimateMs: number;
    /** What is wrong with the registry and stops nothing; absent where nothing is. */
    readonly warnings?: readonly Warning[];
}

/**
 * Plans a run: looks (reading only) and decides. Touches nothing.
 * @throws what a run would be refused for before its first stage.
 */
export declare function plan(pipeline: Pipeline, world: World, options?: PlanOptions): Promise<Plan>;

export declare interface PlannedStage {
    readonly name: string;
    readonly kind: string;
    readonly needs: readonly string[];
    /** What it may touch. */
    readonly effects: Effects;
    /** True when it runs alone. */
    readonly measures: boolean;
    readonly action: 'run' | 'cached' | 'skip' | 'refuse';
    /** Why it is skipped or refused, what the cached result was, or what it is for. */
    readonly why: string;
    readonly estimateMs: number;
}

export declare interface PlanOptions extends PolicyOptions {
    /** Leave the cache aside. */
    readonly fresh?: boolean | undefined;
    readonly signal?: AbortSignal | undefined;
    /** Told once a second what is waited for outside, when that takes long: `waits for origin, 12 s of at most 60 s`. */
    readonly waits?: ((message: string) => void) | undefined;
}

declare interface PolicyOptions {
    /** Stop before stages that touch the world outside. */
    readonly dryRun?: boolean | undefined;
}

/** A mistake that would stop the stage when it runs, and where in the file it is. */
export declare interface PreflightProblem {
    readonly problem: Problem;
    readonly at: PathInFile;
}

export declare interface Problem extends TypeOf<typeof problemSchema> {
}

/** One mistake, as plain data: what reports and `--json` show and what crosses process borders. */
declare const problemSchema: z.ZodObject<{
    code: z.ZodString;
    message: z.ZodString;
    hint: z.ZodString;
    where: z.ZodOptional<z.ZodObject<{
        file: z.ZodString;
        line: z.ZodNumber;
        column: z.ZodNumber;
    }, z.core.$strip>>;
}, z.core.$strip>;

declare interface Processes {
    /**
     * Runs a program with an argument vector, never through a shell. A program that cannot start is a UserError `program-missing`, one that
     * writes more than anybody reads `program-output`. What it leaves running is ended when it still holds the output some seconds later.
     */
    run(program: string, args: readonly string[], options?: ProgramOptions): Promise<RunResult>;
    /** The id of this process, as it is counted here: a container has ids of its own. */
    readonly pid: number;
    /** Whether a process with this id runs here. */
    alive(pid: number): boolean;
    /** Who this process is, on whatever machine that is asked. */
    identity(): ProcessIdentity;
    /** What has become of a process, where that is certain: `unknown` for those of other machines and containers, and from before a restart. */
    fate(process: ProcessIdentity): 'running' | 'gone' | 'unknown';
    /**
     * Starts a worker process (the world's `workerScript`) that dies with its parent, whatever ends the parent. Throws
     * `runtime-missing`, `runtime-wrong`, `runtime-download` and `cuda-libraries` when it would run models and cannot.
     */
    worker(role: string, options?: WorkerOptions): Promise<Worker>;
}

/** Tells a process from every other one. Members have no commas in them. */
declare interface ProcessIdentity {
    readonly host: string;
    readonly pid: number;
    /** When it started, as the system counts; empty where it does not say. */
    readonly start: string;
    /** This run of the machine's kernel, or the machine where the system does not tell one from the next. */
    readonly machine: string;
    /** The namespace that the id counts in; empty where there are none. */
    readonly namespace: string;
}

export declare type ProductName = keyof Products;

/**
 * What stages hand to one another, by name. Products are plain JSON values; files travel as `Artifact`s.
 * A stage kind from outside adds its own product by declaration merging.
 */
export declare interface Products {
    subject: Subject;
    validation: Validation;
    variants: Variants;
    measurements: Measurements;
    comparison: Comparison;
    decision: Decision;
    release: Release;
    rollout: RolloutResult;
}

export declare interface ProfiledTime extends TypeOf<typeof profiledTime> {
}

/** Where the time of one run went, as the runtime's profile says: taken apart from what is timed, since profiling slows a run. */
declare const profiledTime: z.ZodObject<{
    wallMs: z.ZodNumber;
    kernelMs: z.ZodNumber;
    copyMs: z.ZodNumber;
    clock: z.ZodEnum<{
        device: "device";
        host: "host";
    }>;
}, z.core.$strip>;

declare interface ProgramOptions {
    readonly cwd?: string;
    /** Added to the environment of the parent; what is undefined is taken out of it. */
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly input?: string | Uint8Array;
    readonly timeoutMs?: number;
    readonly signal?: AbortSignal;
    /** Ends a program that would run on, when it fires: the result then holds what it wrote until then. Not through a worker. */
    readonly until?: AbortSignal;
    /** When it is ended it is asked to (SIGTERM) a second before: for a program that cleans up, as git removes its locks. */
    readonly graceful?: boolean;
    /** Told whenever it writes. Not through a worker. */
    readonly heard?: () => void;
    /**
     * The program and its children are ended when this process dies, whatever ends it. `worker`, for commands that may take long: a process
     * in between runs it. `shell`, for a program that is known to be there and runs often: a shell watches, which costs 2 ms.
     */
    readonly diesWithParent?: 'worker' | 'shell';
    /**
     * Bytes to keep of each output, its last ones: for a program whose output may be of any length. Otherwise all of it is kept, up to
     * `program-output`.
     */
    readonly keepEnd?: number;
}

export declare interface Quality extends TypeOf<typeof quality> {
}

declare const quality: z.ZodObject<{
    data: z.ZodString;
    examples: z.ZodInt;
    labels: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
    groups: z.ZodOptional<z.ZodArray<z.ZodInt>>;
    slices: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodInt>>>;
    predictions: z.ZodRecord<z.ZodString, z.ZodArray<z.ZodInt>>;
    classes: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
    unread: z.ZodOptional<z.ZodArray<z.ZodString>>;
    readings: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodEnum<{
        logits: "logits";
        probabilities: "probabilities";
    }>>>;
    records: z.ZodOptional<z.ZodObject<{
        ranks: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
        scores: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
        losses: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
        outputs: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
        errors: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
    }, z.core.$strict>>;
    custom: z.ZodRecord<z.ZodString, z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
    corpus: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodRecord<z.ZodString, z.ZodObject<{
        value: z.ZodNumber;
        resampled: z.ZodArray<z.ZodNumber>;
        without: z.ZodArray<z.ZodNumber>;
        differing: z.ZodInt;
    }, z.core.$strip>>>>;
}, z.core.$strip>;

export declare interface QualityRecords extends TypeOf<typeof records> {
}

export declare interface Question extends TypeOf<typeof questionSchema> {
}

/** What compare will ask: told to the benchmark before it measures. */
declare const questionSchema: z.ZodObject<{
    metric: z.ZodString;
    margin: z.ZodUnion<readonly [z.ZodObject<{
        relative: z.ZodNumber;
    }, z.core.$strip>, z.ZodObject<{
        absolute: z.ZodNumber;
    }, z.core.$strip>]>;
    uses: z.ZodOptional<z.ZodObject<{
        path: z.ZodString;
    }, z.core.$strip>>;
    claim: z.ZodOptional<z.ZodEnum<{
        better: "better";
        equivalent: "equivalent";
    }>>;
    better: z.ZodOptional<z.ZodEnum<{
        higher: "higher";
        lower: "lower";
    }>>;
    alpha: z.ZodNumber;
}, z.core.$strip>;

/**
 * `ready` when both versions can take traffic; else what the target waits for, ending the sentence "waits for …":
 * `the rollout to become healthy`.
 */
export declare type Readiness = 'ready' | {
    readonly waitsFor: string;
};

export declare type Reading = z.output<typeof readingSchema>;

/** What scores are taken for. */
declare const readingSchema: z.ZodEnum<{
    logits: "logits";
    probabilities: "probabilities";
}>;

declare interface ReadRegistry {
    /** Where it is, for people. */
    readonly describe: string;
    readonly entries: readonly LedgerEntry[];
    /** What stands in the log and counts for nothing, one sentence each. */
    readonly remarks: readonly string[];
}

/**
 * The registry of a pipeline, to be read and left as it is. `whole`: all of it, whatever was read and checked before.
 * @throws `registry-of-run` where it lives and ends with each run, and what the driver does.
 */
export declare function readRegistry(pipeline: Pipeline, world: World, context?: CallContext, { whole }?: {
    readonly whole?: boolean;
}): Promise<ReadRegistry>;

/** A shard with the file that it was read from. */
export declare interface ReadShard extends ShardFile {
    readonly file: string;
}

/**
 * Reads the shards in these files, and in the `shard.json`s anywhere in these folders. They may come from anywhere: each is
 * checked for its form, not yet for whether it belongs to a pipeline and a run. In CI none may have come with a commit. Throws
 * `merge-nothing`, `shard-too-large`, `shard-tracked`, `shard-wrong`.
 */
export declare function readShards(places: readonly string[], world: World): Promise<readonly ReadShard[]>;

/** A decision of a gate, reached again from the rows. */
declare interface RecomputedDecision {
    readonly stage: string;
    readonly kind: string;
    readonly recorded: Decision;
    /** Before anybody overrides it; undefined for a stage kind from outside, whose rules are not known here. */
    readonly found: Decision | undefined;
}

/** What a ledger says of evidence. */
export declare interface Recorded {
    /** The entries that name it, oldest first; none where it is not what was recorded. */
    readonly named: readonly EntryOnEvidence[];
    /** Where an entry that names it says another thing than it does. */
    readonly differences: readonly string[];
    /** What the ledger knows where it does not name it. */
    readonly notes: readonly string[];
}

/** Looks for evidence in the entries of a ledger. Evidence of a run that released nothing is in none. */
export declare function recordedIn(entries: readonly LedgerEntry[], verified: VerifiedEvidence): Recorded;

declare interface RecordedRow extends TypeOf<typeof recordedRow> {
}

/** A recorded row, as far as recomputing relies on it: its numbers are compared whatever they are, and its words are not read. */
declare const recordedRow: z.ZodObject<{
    metric: z.ZodString;
    scenario: z.ZodOptional<z.ZodString>;
    verdict: z.ZodEnum<{
        fail: "fail";
        inconclusive: "inconclusive";
        pass: "pass";
    }>;
    method: z.ZodUnknown;
    why: z.ZodUnknown;
}, z.core.$strip>;

/** Of each example, per contender id. */
declare const records: z.ZodObject<{
    ranks: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
    scores: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
    losses: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
    outputs: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
    errors: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
}, z.core.$strict>;

/**
 * Why a file was not opened: it is not there; its name leads out of the folder; a symbolic link is on the way; another name leads to it as
 * well; it is a folder or a device; it may not be read.
 */
declare type Refusal = 'missing' | 'outside' | 'link' | 'hard-link' | 'not-a-file' | 'denied';

declare type RegistrySetting = ChosenLedger & {
    readonly adopt?: z.output<typeof adopt>;
};

export declare interface Release extends TypeOf<typeof releaseSchema> {
}

declare const releaseSchema: z.ZodObject<{
    model: z.ZodString;
    version: z.ZodString;
    tag: z.ZodString;
    artifact: z.ZodObject<{
        sha256: z.ZodString;
        bytes: z.ZodInt;
        name: z.ZodString;
        files: z.ZodOptional<z.ZodArray<z.ZodObject<{
            sha256: z.ZodString;
            bytes: z.ZodInt;
            name: z.ZodString;
        }, z.core.$strip>>>;
    }, z.core.$strip>;
    bump: z.ZodEnum<{
        first: "first";
        major: "major";
        minor: "minor";
        none: "none";
        patch: "patch";
    }>;
    why: z.ZodString;
    existed: z.ZodBoolean;
}, z.core.$strip>;

/** A report format: one file in `src/report/`, one line in its table. */
export declare interface ReportFormat {
    readonly name: string;
    readonly extension: string;
    render(report: RunReport): Promise<string>;
}

export declare interface RolloutJudgement extends TypeOf<typeof judgementSchema> {
}

export declare interface RolloutResult extends TypeOf<typeof rolloutResultSchema> {
}

declare const rolloutResultSchema: z.ZodObject<{
    id: z.ZodString;
    outcome: z.ZodEnum<{
        "already-serving": "already-serving";
        held: "held";
        promoted: "promoted";
        "rolled-back": "rolled-back";
    }>;
    version: z.ZodString;
    from: z.ZodOptional<z.ZodString>;
    target: z.ZodString;
    steps: z.ZodArray<z.ZodObject<{
        weight: z.ZodNumber;
        observed: z.ZodOptional<z.ZodNumber>;
        requests: z.ZodObject<{
            stable: z.ZodNumber;
            candidate: z.ZodNumber;
        }, z.core.$strip>;
        verdict: z.ZodEnum<{
            fail: "fail";
            inconclusive: "inconclusive";
            pass: "pass";
        }>;
        judgements: z.ZodArray<z.ZodObject<{
            metric: z.ZodString;
            stable: z.ZodNumber;
            candidate: z.ZodNumber;
            change: z.ZodNumber;
            interval: z.ZodObject<{
                low: z.ZodNumber;
                high: z.ZodNumber;
                level: z.ZodNumber;
            }, z.core.$strip>;
            margin: z.ZodNumber;
            verdict: z.ZodEnum<{
                fail: "fail";
                inconclusive: "inconclusive";
                pass: "pass";
            }>;
            why: z.ZodString;
        }, z.core.$strip>>;
        startedAt: z.ZodString;
        seconds: z.ZodNumber;
    }, z.core.$strip>>;
    why: z.ZodString;
    hooks: z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        outcome: z.ZodEnum<{
            done: "done";
            failed: "failed";
        }>;
        detail: z.ZodString;
    }, z.core.$strip>>;
    verified: z.ZodOptional<z.ZodObject<{
        stable: z.ZodNumber;
        candidate: z.ZodNumber;
    }, z.core.$strip>>;
}, z.core.$strip>;

export declare interface RolloutStep extends TypeOf<typeof step> {
}

export declare interface Row extends TypeOf<typeof row> {
}

/**
 * One metric of a candidate against production, in numbers and codes alone. `change` and its interval are oriented as the metric
 * is: relative margins give relative changes (0.03 = 3 % more), absolute margins give differences in the metric's unit.
 */
declare const row: z.ZodObject<{
    metric: z.ZodString;
    scenario: z.ZodOptional<z.ZodString>;
    unit: z.ZodString;
    better: z.ZodEnum<{
        higher: "higher";
        lower: "lower";
    }>;
    production: z.ZodNumber;
    candidate: z.ZodNumber;
    scale: z.ZodEnum<{
        absolute: "absolute";
        relative: "relative";
    }>;
    change: z.ZodNumber;
    interval: z.ZodObject<{
        low: z.ZodNumber;
        high: z.ZodNumber;
        level: z.ZodNumber;
    }, z.core.$strip>;
    margin: z.ZodNumber;
    claim: z.ZodOptional<z.ZodEnum<{
        better: "better";
        equivalent: "equivalent";
    }>>;
    verdict: z.ZodEnum<{
        fail: "fail";
        inconclusive: "inconclusive";
        pass: "pass";
    }>;
    improved: z.ZodBoolean;
    alone: z.ZodOptional<z.ZodLiteral<true>>;
    effective: z.ZodOptional<z.ZodNumber>;
    needs: z.ZodOptional<z.ZodObject<{
        blocks: z.ZodOptional<z.ZodNumber>;
        examples: z.ZodOptional<z.ZodNumber>;
    }, z.core.$strip>>;
    detectable: z.ZodOptional<z.ZodNumber>;
    noise: z.ZodOptional<z.ZodObject<{
        blocks: z.ZodNumber;
        low: z.ZodNumber;
        high: z.ZodNumber;
        level: z.ZodNumber;
    }, z.core.$strip>>;
}, z.core.$strip>;

declare type Rules = (typeof allRules)[number];

/**
 * Runs a pipeline and gives its report. Every stage is journalled before and after, so that a run that is killed at any
 * moment can be resumed. Mistakes inside a stage are part of the report; those before the first stage are thrown.
 */
export declare function run(pipeline: Pipeline, world: World, options?: RunOptions): Promise<RunReport>;

/** What is told while a run goes on. */
export declare type RunEvent = {
    readonly event: 'stage-started';
    readonly stage: string;
    readonly kind: string;
} | {
    readonly event: 'progress';
    readonly stage: string;
    readonly message: string;
    readonly fraction?: number | undefined;
}
/** It waits for another process, in a stage or before the first: `for the run X, which measures the same`. */
| {
    readonly event: 'waiting';
    readonly message: string;
    readonly stage?: string | undefined;
} | {
    readonly event: 'stage-finished';
    readonly stage: string;
    readonly result: StageResult;
}
/** The ledger has this entry: by this run, or since before. */
| {
    readonly event: 'recorded';
    readonly entry: LedgerEntry;
};

export declare interface RunOptions extends PlanOptions {
    /** Go on with an earlier run: the latest of this pipeline, or the one with this id. */
    readonly resume?: boolean | string | undefined;
    /** The inputs that the pipeline was loaded with: kept in the journal, so that a resumed run has them. */
    readonly inputs?: Readonly<Record<string, InputValue>> | undefined;
    /** Measure this shard of the benchmark, and stop there. A resumed run keeps what it was started with. */
    readonly shard?: string | undefined;
    /** Go on with what all shards measured instead of measuring: see `readShards`. A resumed run keeps it. */
    readonly merge?: readonly ReadShard[] | undefined;
    /** Lets a candidate through that a gate stops; the ledger keeps who and why. Refused in dry and in untrusted runs. */
    readonly override?: Override | undefined;
    /**
     * How many attempts there were before to have the same commit pass: each may have spent a part of the error rate, and is accounted for
     * where its measurements are not here. Without it, what GitHub says of the run (`GITHUB_RUN_ATTEMPT`).
     */
    readonly attempts?: number | undefined;
    /** Report formats to write into the run's folder. */
    readonly formats?: readonly ReportFormat[] | undefined;
    /** How this tool is called here, for the commands a report proposes. */
    readonly command?: string | undefined;
    readonly listener?: ((event: RunEvent) => void) | undefined;
}

export declare interface RunReport extends TypeOf<typeof runReportSchema> {
}

/** One run, as one value: every report format is a function of it and of nothing else. */
declare const runReportSchema: z.ZodObject<{
    schema: z.ZodLiteral<"airworthy.report/2">;
    tool: z.ZodObject<{
        name: z.ZodLiteral<"airworthy">;
        version: z.ZodString;
    }, z.core.$strip>;
    pipeline: z.ZodObject<{
        name: z.ZodString;
        file: z.ZodString;
        sha256: z.ZodString;
    }, z.core.$strip>;
    runId: z.ZodString;
    startedAt: z.ZodString;
    finishedAt: z.ZodString;
    outcome: z.ZodEnum<{
        cancelled: "cancelled";
        error: "error";
        fail: "fail";
        inconclusive: "inconclusive";
        measured: "measured";
        pass: "pass";
        "rolled-back": "rolled-back";
    }>;
    exitCode: z.ZodNumber;
    sentence: z.ZodString;
    stages: z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        kind: z.ZodString;
        status: z.ZodEnum<{
            cached: "cached";
            done: "done";
            error: "error";
            fail: "fail";
            inconclusive: "inconclusive";
            pass: "pass";
            "rolled-back": "rolled-back";
            skipped: "skipped";
        }>;
        effects: z.ZodEnum<{
            files: "files";
            none: "none";
            remote: "remote";
        }>;
        summary: z.ZodString;
        seconds: z.ZodNumber;
        warnings: z.ZodArray<z.ZodObject<{
            code: z.ZodString;
            message: z.ZodString;
            remedy: z.ZodString;
        }, z.core.$strip>>;
        problems: z.ZodArray<z.ZodObject<{
            code: z.ZodString;
            message: z.ZodString;
            hint: z.ZodString;
            where: z.ZodOptional<z.ZodObject<{
                file: z.ZodString;
                line: z.ZodNumber;
                column: z.ZodNumber;
            }, z.core.$strip>>;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
    subject: z.ZodOptional<z.ZodObject<{
        model: z.ZodString;
        candidate: z.ZodObject<{
            sha256: z.ZodString;
            bytes: z.ZodInt;
            name: z.ZodString;
            files: z.ZodOptional<z.ZodArray<z.ZodObject<{
                sha256: z.ZodString;
                bytes: z.ZodInt;
                name: z.ZodString;
            }, z.core.$strip>>>;
        }, z.core.$strip>;
        production: z.ZodOptional<z.ZodObject<{
            version: z.ZodOptional<z.ZodString>;
            artifact: z.ZodObject<{
                sha256: z.ZodString;
                bytes: z.ZodInt;
                name: z.ZodString;
                files: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    sha256: z.ZodString;
                    bytes: z.ZodInt;
                    name: z.ZodString;
                }, z.core.$strip>>>;
            }, z.core.$strip>;
        }, z.core.$strip>>;
        data: z.ZodRecord<z.ZodString, z.ZodObject<{
            artifact: z.ZodObject<{
                sha256: z.ZodString;
                bytes: z.ZodInt;
                name: z.ZodString;
                files: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    sha256: z.ZodString;
                    bytes: z.ZodInt;
                    name: z.ZodString;
                }, z.core.$strip>>>;
            }, z.core.$strip>;
            inputs: z.ZodRecord<z.ZodString, z.ZodString>;
            label: z.ZodOptional<z.ZodString>;
            group: z.ZodOptional<z.ZodString>;
            uses: z.ZodOptional<z.ZodObject<{
                path: z.ZodString;
                sha256: z.ZodString;
            }, z.core.$strip>>;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
    validation: z.ZodOptional<z.ZodObject<{
        checks: z.ZodArray<z.ZodObject<{
            check: z.ZodString;
            verdict: z.ZodEnum<{
                fail: "fail";
                inconclusive: "inconclusive";
                "not-checked": "not-checked";
                pass: "pass";
            }>;
            findings: z.ZodArray<z.ZodObject<{
                code: z.ZodString;
                severity: z.ZodEnum<{
                    error: "error";
                    note: "note";
                    warning: "warning";
                }>;
                where: z.ZodString;
                message: z.ZodString;
                hint: z.ZodString;
                unchecked: z.ZodOptional<z.ZodLiteral<true>>;
                partly: z.ZodOptional<z.ZodString>;
            }, z.core.$strip>>;
        }, z.core.$strip>>;
        summary: z.ZodObject<{
            irVersion: z.ZodNumber;
            opset: z.ZodRecord<z.ZodString, z.ZodNumber>;
            producer: z.ZodString;
            nodes: z.ZodNumber;
            operators: z.ZodRecord<z.ZodString, z.ZodNumber>;
            parameters: z.ZodNumber;
            bytes: z.ZodNumber;
            inputs: z.ZodArray<z.ZodObject<{
                name: z.ZodString;
                type: z.ZodString;
                dims: z.ZodArray<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
            }, z.core.$strip>>;
            outputs: z.ZodArray<z.ZodObject<{
                name: z.ZodString;
                type: z.ZodString;
                dims: z.ZodArray<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
            }, z.core.$strip>>;
        }, z.core.$strip>;
    }, z.core.$strip>>;
    variants: z.ZodOptional<z.ZodObject<{
        variants: z.ZodArray<z.ZodObject<{
            id: z.ZodString;
            model: z.ZodObject<{
                sha256: z.ZodString;
                bytes: z.ZodInt;
                name: z.ZodString;
                files: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    sha256: z.ZodString;
                    bytes: z.ZodInt;
                    name: z.ZodString;
                }, z.core.$strip>>>;
            }, z.core.$strip>;
            how: z.ZodString;
            kept: z.ZodBoolean;
            why: z.ZodString;
        }, z.core.$strip>>;
        chosen: z.ZodObject<{
            id: z.ZodString;
            model: z.ZodObject<{
                sha256: z.ZodString;
                bytes: z.ZodInt;
                name: z.ZodString;
                files: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    sha256: z.ZodString;
                    bytes: z.ZodInt;
                    name: z.ZodString;
                }, z.core.$strip>>>;
            }, z.core.$strip>;
        }, z.core.$strip>;
    }, z.core.$strip>>;
    measurements: z.ZodOptional<z.ZodObject<{
        environments: z.ZodArray<z.ZodObject<{
            cpu: z.ZodString;
            cores: z.ZodInt;
            governor: z.ZodString;
            cpuQuota: z.ZodOptional<z.ZodNumber>;
            memoryBytes: z.ZodInt;
            memoryLimitBytes: z.ZodOptional<z.ZodInt>;
            platform: z.ZodString;
            host: z.ZodString;
            node: z.ZodString;
            onnxruntime: z.ZodString;
            gpus: z.ZodOptional<z.ZodArray<z.ZodObject<{
                name: z.ZodString;
                driver: z.ZodString;
                uuid: z.ZodString;
            }, z.core.$strip>>>;
            runtimes: z.ZodOptional<z.ZodArray<z.ZodString>>;
            fingerprint: z.ZodString;
        }, z.core.$strip>>;
        seed: z.ZodInt;
        contenders: z.ZodArray<z.ZodObject<{
            id: z.ZodString;
            role: z.ZodEnum<{
                candidate: "candidate";
                copy: "copy";
                production: "production";
                variant: "variant";
            }>;
            model: z.ZodObject<{
                sha256: z.ZodString;
                bytes: z.ZodInt;
                name: z.ZodString;
                files: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    sha256: z.ZodString;
                    bytes: z.ZodInt;
                    name: z.ZodString;
                }, z.core.$strip>>>;
            }, z.core.$strip>;
        }, z.core.$strip>>;
        chosen: z.ZodString;
        speed: z.ZodArray<z.ZodObject<{
            scenario: z.ZodObject<{
                id: z.ZodString;
                provider: z.ZodString;
                batch: z.ZodInt;
                threads: z.ZodInt;
                runner: z.ZodOptional<z.ZodArray<z.ZodString>>;
                options: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
                allowFallback: z.ZodOptional<z.ZodBoolean>;
                rate: z.ZodOptional<z.ZodNumber>;
                order: z.ZodOptional<z.ZodLiteral<"isolated">>;
            }, z.core.$strip>;
            environment: z.ZodString;
            profiles: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodObject<{
                wallMs: z.ZodNumber;
                kernelMs: z.ZodNumber;
                copyMs: z.ZodNumber;
                clock: z.ZodEnum<{
                    device: "device";
                    host: "host";
                }>;
            }, z.core.$strip>>>;
            blocks: z.ZodArray<z.ZodObject<{
                order: z.ZodArray<z.ZodString>;
                runs: z.ZodRecord<z.ZodString, z.ZodObject<{
                    samplesMs: z.ZodArray<z.ZodNumber>;
                    turns: z.ZodArray<z.ZodInt>;
                    sessionMs: z.ZodNumber;
                    firstRunMs: z.ZodNumber;
                    peakBytes: z.ZodNumber;
                    warmup: z.ZodObject<{
                        runs: z.ZodInt;
                        ms: z.ZodNumber;
                        steady: z.ZodBoolean;
                    }, z.core.$strip>;
                    load: z.ZodOptional<z.ZodNumber>;
                    gpu: z.ZodOptional<z.ZodObject<{
                        seconds: z.ZodNumber;
                        utilization: z.ZodOptional<z.ZodNumber>;
                        smMHz: z.ZodOptional<z.ZodNumber>;
                        slowShare: z.ZodOptional<z.ZodNumber>;
                        memoryBytes: z.ZodOptional<z.ZodNumber>;
                        celsius: z.ZodOptional<z.ZodNumber>;
                        joules: z.ZodOptional<z.ZodNumber>;
                        reasons: z.ZodRecord<z.ZodString, z.ZodNumber>;
                    }, z.core.$strip>>;
                }, z.core.$strip>>;
                gpu: z.ZodOptional<z.ZodObject<{
                    seconds: z.ZodNumber;
                    utilization: z.ZodOptional<z.ZodNumber>;
                    smMHz: z.ZodOptional<z.ZodNumber>;
                    slowShare: z.ZodOptional<z.ZodNumber>;
                    memoryBytes: z.ZodOptional<z.ZodNumber>;
                    celsius: z.ZodOptional<z.ZodNumber>;
                    joules: z.ZodOptional<z.ZodNumber>;
                    reasons: z.ZodRecord<z.ZodString, z.ZodNumber>;
                }, z.core.$strip>>;
            }, z.core.$strip>>;
            looks: z.ZodArray<z.ZodObject<{
                blocks: z.ZodInt;
                spent: z.ZodNumber;
            }, z.core.$strip>>;
        }, z.core.$strip>>;
        quality: z.ZodOptional<z.ZodObject<{
            data: z.ZodString;
            examples: z.ZodInt;
            labels: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
            groups: z.ZodOptional<z.ZodArray<z.ZodInt>>;
            slices: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodInt>>>;
            predictions: z.ZodRecord<z.ZodString, z.ZodArray<z.ZodInt>>;
            classes: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
            unread: z.ZodOptional<z.ZodArray<z.ZodString>>;
            readings: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodEnum<{
                logits: "logits";
                probabilities: "probabilities";
            }>>>;
            records: z.ZodOptional<z.ZodObject<{
                ranks: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
                scores: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
                losses: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
                outputs: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
                errors: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
            }, z.core.$strict>>;
            custom: z.ZodRecord<z.ZodString, z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
            corpus: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodRecord<z.ZodString, z.ZodObject<{
                value: z.ZodNumber;
                resampled: z.ZodArray<z.ZodNumber>;
                without: z.ZodArray<z.ZodNumber>;
                differing: z.ZodInt;
            }, z.core.$strip>>>>;
        }, z.core.$strip>>;
        interface: z.ZodOptional<z.ZodObject<{
            change: z.ZodEnum<{
                additive: "additive";
                breaking: "breaking";
                compatible: "compatible";
            }>;
            reasons: z.ZodArray<z.ZodString>;
        }, z.core.$strip>>;
        outputs: z.ZodOptional<z.ZodObject<{
            data: z.ZodOptional<z.ZodString>;
            output: z.ZodOptional<z.ZodString>;
            errors: z.ZodArray<z.ZodNumber>;
            spreads: z.ZodArray<z.ZodNumber>;
            missing: z.ZodOptional<z.ZodString>;
        }, z.core.$strip>>;
        counts: z.ZodRecord<z.ZodString, z.ZodRecord<z.ZodString, z.ZodNumber>>;
        warnings: z.ZodArray<z.ZodObject<{
            code: z.ZodString;
            message: z.ZodString;
            remedy: z.ZodString;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
    comparison: z.ZodOptional<z.ZodObject<{
        contender: z.ZodString;
        against: z.ZodObject<{
            version: z.ZodOptional<z.ZodString>;
            sha256: z.ZodUnion<[z.ZodString, z.ZodLiteral<"">]>;
        }, z.core.$strip>;
        identical: z.ZodBoolean;
        rows: z.ZodArray<z.ZodObject<{
            metric: z.ZodString;
            scenario: z.ZodOptional<z.ZodString>;
            unit: z.ZodString;
            better: z.ZodEnum<{
                higher: "higher";
                lower: "lower";
            }>;
            production: z.ZodNumber;
            candidate: z.ZodNumber;
            scale: z.ZodEnum<{
                absolute: "absolute";
                relative: "relative";
            }>;
            change: z.ZodNumber;
            interval: z.ZodObject<{
                low: z.ZodNumber;
                high: z.ZodNumber;
                level: z.ZodNumber;
            }, z.core.$strip>;
            margin: z.ZodNumber;
            claim: z.ZodOptional<z.ZodEnum<{
                better: "better";
                equivalent: "equivalent";
            }>>;
            verdict: z.ZodEnum<{
                fail: "fail";
                inconclusive: "inconclusive";
                pass: "pass";
            }>;
            improved: z.ZodBoolean;
            alone: z.ZodOptional<z.ZodLiteral<true>>;
            effective: z.ZodOptional<z.ZodNumber>;
            needs: z.ZodOptional<z.ZodObject<{
                blocks: z.ZodOptional<z.ZodNumber>;
                examples: z.ZodOptional<z.ZodNumber>;
            }, z.core.$strip>>;
            detectable: z.ZodOptional<z.ZodNumber>;
            noise: z.ZodOptional<z.ZodObject<{
                blocks: z.ZodNumber;
                low: z.ZodNumber;
                high: z.ZodNumber;
                level: z.ZodNumber;
            }, z.core.$strip>>;
            method: z.ZodString;
            why: z.ZodString;
        }, z.core.$strip>>;
        interface: z.ZodOptional<z.ZodObject<{
            change: z.ZodEnum<{
                additive: "additive";
                breaking: "breaking";
                compatible: "compatible";
            }>;
            reasons: z.ZodArray<z.ZodString>;
            verdict: z.ZodOptional<z.ZodEnum<{
                fail: "fail";
                inconclusive: "inconclusive";
                pass: "pass";
            }>>;
            why: z.ZodString;
        }, z.core.$strip>>;
        outputs: z.ZodOptional<z.ZodObject<{
            verdict: z.ZodOptional<z.ZodEnum<{
                fail: "fail";
                inconclusive: "inconclusive";
                pass: "pass";
            }>>;
            why: z.ZodString;
            data: z.ZodOptional<z.ZodString>;
            output: z.ZodOptional<z.ZodString>;
            runs: z.ZodInt;
            error: z.ZodOptional<z.ZodNumber>;
            worst: z.ZodOptional<z.ZodNumber>;
            spread: z.ZodOptional<z.ZodNumber>;
            missing: z.ZodOptional<z.ZodString>;
        }, z.core.$strip>>;
        notCompared: z.ZodOptional<z.ZodArray<z.ZodObject<{
            what: z.ZodEnum<{
                outputs: "outputs";
                quality: "quality";
                speed: "speed";
            }>;
            why: z.ZodString;
        }, z.core.$strip>>>;
        alpha: z.ZodNumber;
        warnings: z.ZodArray<z.ZodObject<{
            code: z.ZodString;
            message: z.ZodString;
            remedy: z.ZodString;
        }, z.core.$strip>>;
        evidence: z.ZodString;
    }, z.core.$strip>>;
    decision: z.ZodOptional<z.ZodObject<{
        verdict: z.ZodEnum<{
            fail: "fail";
            inconclusive: "inconclusive";
            pass: "pass";
        }>;
        reasons: z.ZodArray<z.ZodObject<{
            metric: z.ZodString;
            scenario: z.ZodOptional<z.ZodString>;
            verdict: z.ZodEnum<{
                fail: "fail";
                inconclusive: "inconclusive";
                pass: "pass";
            }>;
            why: z.ZodString;
        }, z.core.$strip>>;
        sentence: z.ZodString;
        override: z.ZodOptional<z.ZodObject<{
            by: z.ZodString;
            reason: z.ZodString;
            verdict: z.ZodEnum<{
                fail: "fail";
                inconclusive: "inconclusive";
            }>;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
    release: z.ZodOptional<z.ZodObject<{
        model: z.ZodString;
        version: z.ZodString;
        tag: z.ZodString;
        artifact: z.ZodObject<{
            sha256: z.ZodString;
            bytes: z.ZodInt;
            name: z.ZodString;
            files: z.ZodOptional<z.ZodArray<z.ZodObject<{
                sha256: z.ZodString;
                bytes: z.ZodInt;
                name: z.ZodString;
            }, z.core.$strip>>>;
        }, z.core.$strip>;
        bump: z.ZodEnum<{
            first: "first";
            major: "major";
            minor: "minor";
            none: "none";
            patch: "patch";
        }>;
        why: z.ZodString;
        existed: z.ZodBoolean;
    }, z.core.$strip>>;
    rollout: z.ZodOptional<z.ZodObject<{
        id: z.ZodString;
        outcome: z.ZodEnum<{
            "already-serving": "already-serving";
            held: "held";
            promoted: "promoted";
            "rolled-back": "rolled-back";
        }>;
        version: z.ZodString;
        from: z.ZodOptional<z.ZodString>;
        target: z.ZodString;
        steps: z.ZodArray<z.ZodObject<{
            weight: z.ZodNumber;
            observed: z.ZodOptional<z.ZodNumber>;
            requests: z.ZodObject<{
                stable: z.ZodNumber;
                candidate: z.ZodNumber;
            }, z.core.$strip>;
            verdict: z.ZodEnum<{
                fail: "fail";
                inconclusive: "inconclusive";
                pass: "pass";
            }>;
            judgements: z.ZodArray<z.ZodObject<{
                metric: z.ZodString;
                stable: z.ZodNumber;
                candidate: z.ZodNumber;
                change: z.ZodNumber;
                interval: z.ZodObject<{
                    low: z.ZodNumber;
                    high: z.ZodNumber;
                    level: z.ZodNumber;
                }, z.core.$strip>;
                margin: z.ZodNumber;
                verdict: z.ZodEnum<{
                    fail: "fail";
                    inconclusive: "inconclusive";
                    pass: "pass";
                }>;
                why: z.ZodString;
            }, z.core.$strip>>;
            startedAt: z.ZodString;
            seconds: z.ZodNumber;
        }, z.core.$strip>>;
        why: z.ZodString;
        hooks: z.ZodArray<z.ZodObject<{
            name: z.ZodString;
            outcome: z.ZodEnum<{
                done: "done";
                failed: "failed";
            }>;
            detail: z.ZodString;
        }, z.core.$strip>>;
        verified: z.ZodOptional<z.ZodObject<{
            stable: z.ZodNumber;
            candidate: z.ZodNumber;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
    openRollout: z.ZodOptional<z.ZodObject<{
        id: z.ZodString;
        version: z.ZodString;
        from: z.ZodOptional<z.ZodString>;
        target: z.ZodString;
        weight: z.ZodNumber;
        passed: z.ZodNumber;
        steps: z.ZodNumber;
        promoted: z.ZodBoolean;
        sentence: z.ZodString;
    }, z.core.$strip>>;
    other: z.ZodRecord<z.ZodString, z.ZodUnknown>;
    files: z.ZodRecord<z.ZodString, z.ZodString>;
    evidence: z.ZodOptional<z.ZodString>;
    next: z.ZodArray<z.ZodObject<{
        command: z.ZodString;
        what: z.ZodString;
    }, z.core.$strip>>;
}, z.core.$strip>;

declare interface RunResult {
    /** Exit code; -1 when a signal or the timeout ended it. */
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
}

/** What runs models: native code, the same with the CUDA libraries beside it, and WebAssembly. */
declare type RuntimeName = 'onnxruntime-node' | 'onnxruntime-node-cuda' | 'onnxruntime-web';

declare interface Sampled {
    readonly examples: number;
    readonly groups?: number | undefined;
}

/** What a variant must have less of than the candidate, to be worth keeping. */
declare type Saving = 'nodes' | 'bytes';

export declare interface Scenario extends TypeOf<typeof scenario> {
}

/** The conditions of one benchmark. */
declare const scenario: z.ZodObject<{
    id: z.ZodString;
    provider: z.ZodString;
    batch: z.ZodInt;
    threads: z.ZodInt;
    runner: z.ZodOptional<z.ZodArray<z.ZodString>>;
    options: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
    allowFallback: z.ZodOptional<z.ZodBoolean>;
    rate: z.ZodOptional<z.ZodNumber>;
    order: z.ZodOptional<z.ZodLiteral<"isolated">>;
}, z.core.$strip>;

/**
 * Shows that a record was kept by this job, or by whoever has the user's key: HMAC-SHA-256 with a key that no commit and no cache can
 * bring. Throws `cache-key-short` and `cache-key-file`.
 */
declare interface Seal {
    /** The seal of these parts: 64 hexadecimal digits. Makes the key where there is none. */
    of(parts: readonly string[]): Promise<string>;
    /** Whether this is the seal of these parts. Makes nothing: without a key, no seal fits. */
    fits(parts: readonly string[], seal: string): Promise<boolean>;
}

/** A version that a target serves. */
export declare interface Served {
    readonly version: string;
    readonly artifact: Artifact;
}

/** Lower-case hexadecimal SHA-256 of some bytes: the name of an artifact or a product. */
declare type Sha256 = string;

/** What one machine does of a stage that several share. */
declare interface Shard {
    readonly name: string;
    /** Labels of that machine, as in `runs-on`; undefined where any will do. */
    readonly runner?: readonly string[] | undefined;
    /** The ids of what it measures. */
    readonly holds: readonly string[];
}

/** What one machine measured, as it travels to where it is merged. */
export declare interface ShardFile extends TypeOf<typeof shardFile> {
}

declare const shardFile: z.ZodObject<{
    schema: z.ZodEnum<{
        "airworthy.shard/1": "airworthy.shard/1";
        "airworthy.shard/2": "airworthy.shard/2";
    }>;
    version: z.ZodString;
    run: z.ZodOptional<z.ZodString>;
    pipeline: z.ZodObject<{
        name: z.ZodString;
        sha256: z.ZodString;
    }, z.core.$strip>;
    subject: z.ZodObject<{
        candidate: z.ZodString;
        production: z.ZodOptional<z.ZodString>;
        data: z.ZodRecord<z.ZodString, z.ZodString>;
    }, z.core.$strip>;
    shard: z.ZodString;
    products: z.ZodObject<{
        measurements: z.ZodObject<{
            environments: z.ZodArray<z.ZodObject<{
                cpu: z.ZodString;
                cores: z.ZodInt;
                governor: z.ZodString;
                cpuQuota: z.ZodOptional<z.ZodNumber>;
                memoryBytes: z.ZodInt;
                memoryLimitBytes: z.ZodOptional<z.ZodInt>;
                platform: z.ZodString;
                host: z.ZodString;
                node: z.ZodString;
                onnxruntime: z.ZodString;
                gpus: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    name: z.ZodString;
                    driver: z.ZodString;
                    uuid: z.ZodString;
                }, z.core.$strip>>>;
                runtimes: z.ZodOptional<z.ZodArray<z.ZodString>>;
                fingerprint: z.ZodString;
            }, z.core.$strip>>;
            seed: z.ZodInt;
            contenders: z.ZodArray<z.ZodObject<{
                id: z.ZodString;
                role: z.ZodEnum<{
                    candidate: "candidate";
                    copy: "copy";
                    production: "production";
                    variant: "variant";
                }>;
                model: z.ZodObject<{
                    sha256: z.ZodString;
                    bytes: z.ZodInt;
                    name: z.ZodString;
                    files: z.ZodOptional<z.ZodArray<z.ZodObject<{
                        sha256: z.ZodString;
                        bytes: z.ZodInt;
                        name: z.ZodString;
                    }, z.core.$strip>>>;
                }, z.core.$strip>;
            }, z.core.$strip>>;
            chosen: z.ZodString;
            speed: z.ZodArray<z.ZodObject<{
                scenario: z.ZodObject<{
                    id: z.ZodString;
                    provider: z.ZodString;
                    batch: z.ZodInt;
                    threads: z.ZodInt;
                    runner: z.ZodOptional<z.ZodArray<z.ZodString>>;
                    options: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
                    allowFallback: z.ZodOptional<z.ZodBoolean>;
                    rate: z.ZodOptional<z.ZodNumber>;
                    order: z.ZodOptional<z.ZodLiteral<"isolated">>;
                }, z.core.$strip>;
                environment: z.ZodString;
                profiles: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodObject<{
                    wallMs: z.ZodNumber;
                    kernelMs: z.ZodNumber;
                    copyMs: z.ZodNumber;
                    clock: z.ZodEnum<{
                        device: "device";
                        host: "host";
                    }>;
                }, z.core.$strip>>>;
                blocks: z.ZodArray<z.ZodObject<{
                    order: z.ZodArray<z.ZodString>;
                    runs: z.ZodRecord<z.ZodString, z.ZodObject<{
                        samplesMs: z.ZodArray<z.ZodNumber>;
                        turns: z.ZodArray<z.ZodInt>;
                        sessionMs: z.ZodNumber;
                        firstRunMs: z.ZodNumber;
                        peakBytes: z.ZodNumber;
                        warmup: z.ZodObject<{
                            runs: z.ZodInt;
                            ms: z.ZodNumber;
                            steady: z.ZodBoolean;
                        }, z.core.$strip>;
                        load: z.ZodOptional<z.ZodNumber>;
                        gpu: z.ZodOptional<z.ZodObject<{
                            seconds: z.ZodNumber;
                            utilization: z.ZodOptional<z.ZodNumber>;
                            smMHz: z.ZodOptional<z.ZodNumber>;
                            slowShare: z.ZodOptional<z.ZodNumber>;
                            memoryBytes: z.ZodOptional<z.ZodNumber>;
                            celsius: z.ZodOptional<z.ZodNumber>;
                            joules: z.ZodOptional<z.ZodNumber>;
                            reasons: z.ZodRecord<z.ZodString, z.ZodNumber>;
                        }, z.core.$strip>>;
                    }, z.core.$strip>>;
                    gpu: z.ZodOptional<z.ZodObject<{
                        seconds: z.ZodNumber;
                        utilization: z.ZodOptional<z.ZodNumber>;
                        smMHz: z.ZodOptional<z.ZodNumber>;
                        slowShare: z.ZodOptional<z.ZodNumber>;
                        memoryBytes: z.ZodOptional<z.ZodNumber>;
                        celsius: z.ZodOptional<z.ZodNumber>;
                        joules: z.ZodOptional<z.ZodNumber>;
                        reasons: z.ZodRecord<z.ZodString, z.ZodNumber>;
                    }, z.core.$strip>>;
                }, z.core.$strip>>;
                looks: z.ZodArray<z.ZodObject<{
                    blocks: z.ZodInt;
                    spent: z.ZodNumber;
                }, z.core.$strip>>;
            }, z.core.$strip>>;
            quality: z.ZodOptional<z.ZodObject<{
                data: z.ZodString;
                examples: z.ZodInt;
                labels: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
                groups: z.ZodOptional<z.ZodArray<z.ZodInt>>;
                slices: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodInt>>>;
                predictions: z.ZodRecord<z.ZodString, z.ZodArray<z.ZodInt>>;
                classes: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodInt>>;
                unread: z.ZodOptional<z.ZodArray<z.ZodString>>;
                readings: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodEnum<{
                    logits: "logits";
                    probabilities: "probabilities";
                }>>>;
                records: z.ZodOptional<z.ZodObject<{
                    ranks: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
                    scores: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
                    losses: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
                    outputs: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
                    errors: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
                }, z.core.$strict>>;
                custom: z.ZodRecord<z.ZodString, z.ZodRecord<z.ZodString, z.ZodArray<z.ZodNumber>>>;
                corpus: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodRecord<z.ZodString, z.ZodObject<{
                    value: z.ZodNumber;
                    resampled: z.ZodArray<z.ZodNumber>;
                    without: z.ZodArray<z.ZodNumber>;
                    differing: z.ZodInt;
                }, z.core.$strip>>>>;
            }, z.core.$strip>>;
            interface: z.ZodOptional<z.ZodObject<{
                change: z.ZodEnum<{
                    additive: "additive";
                    breaking: "breaking";
                    compatible: "compatible";
                }>;
                reasons: z.ZodArray<z.ZodString>;
            }, z.core.$strip>>;
            outputs: z.ZodOptional<z.ZodObject<{
                data: z.ZodOptional<z.ZodString>;
                output: z.ZodOptional<z.ZodString>;
                errors: z.ZodArray<z.ZodNumber>;
                spreads: z.ZodArray<z.ZodNumber>;
                missing: z.ZodOptional<z.ZodString>;
            }, z.core.$strip>>;
            counts: z.ZodRecord<z.ZodString, z.ZodRecord<z.ZodString, z.ZodNumber>>;
            warnings: z.ZodArray<z.ZodObject<{
                code: z.ZodString;
                message: z.ZodString;
                remedy: z.ZodString;
            }, z.core.$strip>>;
        }, z.core.$strip>;
    }, z.core.$strip>;
}, z.core.$strip>;

/** The version of the model that a stage will show as a tag, as far as its settings say. */
declare interface ShownVersion {
    /** The version; undefined where the evidence decides. */
    readonly exact: string | undefined;
    /** As a candidate of that version. */
    readonly candidate: boolean;
}

/** Two moments, ISO 8601 in UTC: from the first, inclusive, to the second, exclusive. */
export declare interface Span {
    readonly from: string;
    readonly to: string;
}

export declare interface Speed extends TypeOf<typeof speed> {
}

/** The speed of all contenders in one scenario. */
declare const speed: z.ZodObject<{
    scenario: z.ZodObject<{
        id: z.ZodString;
        provider: z.ZodString;
        batch: z.ZodInt;
        threads: z.ZodInt;
        runner: z.ZodOptional<z.ZodArray<z.ZodString>>;
        options: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
        allowFallback: z.ZodOptional<z.ZodBoolean>;
        rate: z.ZodOptional<z.ZodNumber>;
        order: z.ZodOptional<z.ZodLiteral<"isolated">>;
    }, z.core.$strip>;
    environment: z.ZodString;
    profiles: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodObject<{
        wallMs: z.ZodNumber;
        kernelMs: z.ZodNumber;
        copyMs: z.ZodNumber;
        clock: z.ZodEnum<{
            device: "device";
            host: "host";
        }>;
    }, z.core.$strip>>>;
    blocks: z.ZodArray<z.ZodObject<{
        order: z.ZodArray<z.ZodString>;
        runs: z.ZodRecord<z.ZodString, z.ZodObject<{
            samplesMs: z.ZodArray<z.ZodNumber>;
            turns: z.ZodArray<z.ZodInt>;
            sessionMs: z.ZodNumber;
            firstRunMs: z.ZodNumber;
            peakBytes: z.ZodNumber;
            warmup: z.ZodObject<{
                runs: z.ZodInt;
                ms: z.ZodNumber;
                steady: z.ZodBoolean;
            }, z.core.$strip>;
            load: z.ZodOptional<z.ZodNumber>;
            gpu: z.ZodOptional<z.ZodObject<{
                seconds: z.ZodNumber;
                utilization: z.ZodOptional<z.ZodNumber>;
                smMHz: z.ZodOptional<z.ZodNumber>;
                slowShare: z.ZodOptional<z.ZodNumber>;
                memoryBytes: z.ZodOptional<z.ZodNumber>;
                celsius: z.ZodOptional<z.ZodNumber>;
                joules: z.ZodOptional<z.ZodNumber>;
                reasons: z.ZodRecord<z.ZodString, z.ZodNumber>;
            }, z.core.$strip>>;
        }, z.core.$strip>>;
        gpu: z.ZodOptional<z.ZodObject<{
            seconds: z.ZodNumber;
            utilization: z.ZodOptional<z.ZodNumber>;
            smMHz: z.ZodOptional<z.ZodNumber>;
            slowShare: z.ZodOptional<z.ZodNumber>;
            memoryBytes: z.ZodOptional<z.ZodNumber>;
            celsius: z.ZodOptional<z.ZodNumber>;
            joules: z.ZodOptional<z.ZodNumber>;
            reasons: z.ZodRecord<z.ZodString, z.ZodNumber>;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
    looks: z.ZodArray<z.ZodObject<{
        blocks: z.ZodInt;
        spent: z.ZodNumber;
    }, z.core.$strip>>;
}, z.core.$strip>;

/** A configured stage, ready to be planned and run. */
export declare interface Stage {
    readonly kind: StageKind;
    /** Checked settings, defaults filled in: plain JSON, part of the cache key. */
    readonly settings: unknown;
    readonly questions: readonly Question[];
    /** How many times measurements may be extended if they leave this stage's questions open. */
    readonly extensions: number;
    /** Files beside the pipeline that the result depends on, absolute paths: part of the cache key. */
    readonly files: readonly string[];
    /** A guess of how long it takes, in milliseconds. */
    readonly estimateMs: number;
    /** What each machine does, where several can share it; at least one then. */
    readonly shards: readonly Shard[];
    /** Undefined for one that shows none. */
    readonly shows: ShownVersion | undefined;
    /** What is bound to go wrong, told from the pipeline alone. */
    preflight(surroundings: Surroundings): readonly PreflightProblem[];
    /** Throws what would refuse it when it runs, as far as the ledger and the checkout tell that before the first stage. Reads only. */
    admit(outlook: Outlook): Promise<void>;
    /** The tools have to hold what the kind `uses`. */
    run(given: Given, tools: AnyTools): Promise<StageOutcome<ProductName>>;
    /** Instead of `run`, where other machines measured all shards. Only for kinds that can be shared. */
    merge(given: Given, tools: AnyTools, measured: readonly MeasuredShard[]): Promise<StageOutcome<ProductName>>;
    /** The value of its evidence file, from its product, what it was given, and what both belong to. Only for kinds that have one. */
    evidence(given: Given, product: unknown, bound: Binding): Promise<unknown>;
}

declare interface StageCommon extends TypeOf<typeof stageCommon> {
}

/** What every stage may say, whatever its kind. */
declare const stageCommon: z.ZodObject<{
    kind: z.ZodOptional<z.ZodString>;
    needs: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
    when: z.ZodOptional<z.ZodObject<{
        event: z.ZodOptional<z.ZodUnion<readonly [z.ZodType<string, string, z.core.$ZodTypeInternals<string, string>>, z.ZodArray<z.ZodType<string, string, z.core.$ZodTypeInternals<string, string>>>]>>;
        branch: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
    }, z.core.$strict>>;
    timeout: z.ZodPrefault<z.ZodType<number, string, z.core.$ZodTypeInternals<number, string>>>;
}, z.core.$strict>;

/** What a stage's `run` is given: for implementations that stand in a file of their own, loaded when the stage runs. */
export declare interface StageInput<Settings, Needs extends ProductName, Wants extends ProductName = never, Uses extends ToolName = never> {
    readonly settings: Settings;
    readonly given: Pick<Products, Needs | 'subject'> & Partial<Pick<Products, Wants>>;
    readonly tools: StageTools<Uses>;
}

/** A row in the table of stage kinds. Not generic on purpose: a table of generic rows does not type-check without `any`. */
export declare interface StageKind {
    readonly name: string;
    readonly summary: string;
    readonly effects: Effects;
    /** True for a stage that measures: nothing else runs beside it, and its cache is bound to the environment. */
    readonly measures: boolean;
    /** True when its settings may run a user's own code or commands, refused for untrusted runs. Told from checked settings. */
    runsUserCode(settings: unknown): boolean;
    /** True when it touches more than this machine and the registry, where its effects are remote. Told from checked settings. */
    reachesOut(settings: unknown): boolean;
    readonly needs: readonly ProductName[];
    readonly wants: readonly ProductName[];
    readonly gives: ProductName;
    /** The tools it is given beyond those of every stage. */
    readonly uses: readonly ToolName[];
    /** True when machines can share one of its stages. */
    readonly sharable: boolean;
    readonly concludes: Concludes | undefined;
    /** The verdict that a product holds; undefined for a kind that does not judge, or gives its verdict beside the product. */
    readonly verdictOf: ((product: unknown) => Outcome | undefined) | undefined;
    /** True when the report has a place for its product, under the product's name. */
    readonly reported: boolean;
    readonly evidence: EvidenceFile | undefined;
    readonly settings: z.ZodType;
    /** An example of its settings, YAML, for the reference. */
    readonly example: string;
    make(raw: unknown, place: {
        readonly folder: string;
    }): Stage;
}

/** Every kind of stage, with the built-in families. */
export declare const stageKinds: readonly StageKind[];

export declare interface StageOutcome<Gives extends ProductName> {
    readonly product: Products[Gives];
    /**
     * Undefined for a stage that does not judge. Anything but `pass` stops the stages that depend on this one. Where the kind says how its
     * product tells the verdict (`verdictOf`), it is that one, whatever stands here.
     */
    readonly verdict?: Outcome | undefined;
    /** One line: what came out. */
    readonly summary: string;
    readonly warnings?: readonly Warning[];
    /** False when running it again may say more, as it does of a measurement that left questions open: then it is not cached. */
    readonly settled?: boolean;
}

declare interface StageRecord extends TypeOf<typeof stageRecord> {
}

/** How a stage ended, without its product's bytes: what the journal and the cache keep. */
declare const stageRecord: z.ZodObject<{
    product: z.ZodString;
    verdict: z.ZodOptional<z.ZodEnum<{
        fail: "fail";
        inconclusive: "inconclusive";
        pass: "pass";
        "rolled-back": "rolled-back";
    }>>;
    summary: z.ZodString;
    warnings: z.ZodArray<z.ZodObject<{
        code: z.ZodString;
        message: z.ZodString;
        remedy: z.ZodString;
    }, z.core.$strict>>;
}, z.core.$strict>;

export declare interface StageReport extends TypeOf<typeof stageReport> {
}

declare const stageReport: z.ZodObject<{
    name: z.ZodString;
    kind: z.ZodString;
    status: z.ZodEnum<{
        cached: "cached";
        done: "done";
        error: "error";
        fail: "fail";
        inconclusive: "inconclusive";
        pass: "pass";
        "rolled-back": "rolled-back";
        skipped: "skipped";
    }>;
    effects: z.ZodEnum<{
        files: "files";
        none: "none";
        remote: "remote";
    }>;
    summary: z.ZodString;
    seconds: z.ZodNumber;
    warnings: z.ZodArray<z.ZodObject<{
        code: z.ZodString;
        message: z.ZodString;
        remedy: z.ZodString;
    }, z.core.$strip>>;
    problems: z.ZodArray<z.ZodObject<{
        code: z.ZodString;
        message: z.ZodString;
        hint: z.ZodString;
        where: z.ZodOptional<z.ZodObject<{
            file: z.ZodString;
            line: z.ZodNumber;
            column: z.ZodNumber;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
}, z.core.$strip>;

/** How one stage ended. */
declare type StageResult = {
    readonly seconds: number;
} & ({
    readonly status: 'finished';
    readonly record: StageRecord;
    readonly product: unknown;
    /** As the product tells it, where its kind says how. */
    readonly verdict: Outcome | undefined;
    readonly cached: boolean;
} | {
    readonly status: 'skipped';
    readonly why: string;
    readonly blocked: boolean;
} | {
    readonly status: 'failed';
    readonly problems: readonly Problem[];
    readonly fault: 'user' | 'bug' | 'cancelled';
});

/** How a stage ended. */
export declare type StageStatus = StageReport['status'];

/** The tools of a stage whose kind declares that it uses these; without any, those of every stage. */
export declare type StageTools<Uses extends ToolName = never> = CommonTools & Pick<DeclaredTools, Uses>;

declare const step: z.ZodObject<{
    weight: z.ZodNumber;
    observed: z.ZodOptional<z.ZodNumber>;
    requests: z.ZodObject<{
        stable: z.ZodNumber;
        candidate: z.ZodNumber;
    }, z.core.$strip>;
    verdict: z.ZodEnum<{
        fail: "fail";
        inconclusive: "inconclusive";
        pass: "pass";
    }>;
    judgements: z.ZodArray<z.ZodObject<{
        metric: z.ZodString;
        stable: z.ZodNumber;
        candidate: z.ZodNumber;
        change: z.ZodNumber;
        interval: z.ZodObject<{
            low: z.ZodNumber;
            high: z.ZodNumber;
            level: z.ZodNumber;
        }, z.core.$strip>;
        margin: z.ZodNumber;
        verdict: z.ZodEnum<{
            fail: "fail";
            inconclusive: "inconclusive";
            pass: "pass";
        }>;
        why: z.ZodString;
    }, z.core.$strip>>;
    startedAt: z.ZodString;
    seconds: z.ZodNumber;
}, z.core.$strip>;

export declare interface Subject extends TypeOf<typeof subjectSchema> {
}

declare interface SubjectDigests extends TypeOf<typeof subjectDigestsSchema> {
}

/** What was measured, wherever it lies: shards of other models or data are not merged. */
declare const subjectDigestsSchema: z.ZodObject<{
    candidate: z.ZodString;
    production: z.ZodOptional<z.ZodString>;
    data: z.ZodRecord<z.ZodString, z.ZodString>;
}, z.core.$strip>;

/** What the run is about. Every run has it before its first stage. */
declare const subjectSchema: z.ZodObject<{
    model: z.ZodString;
    candidate: z.ZodObject<{
        sha256: z.ZodString;
        bytes: z.ZodInt;
        name: z.ZodString;
        files: z.ZodOptional<z.ZodArray<z.ZodObject<{
            sha256: z.ZodString;
            bytes: z.ZodInt;
            name: z.ZodString;
        }, z.core.$strip>>>;
    }, z.core.$strip>;
    production: z.ZodOptional<z.ZodObject<{
        version: z.ZodOptional<z.ZodString>;
        artifact: z.ZodObject<{
            sha256: z.ZodString;
            bytes: z.ZodInt;
            name: z.ZodString;
            files: z.ZodOptional<z.ZodArray<z.ZodObject<{
                sha256: z.ZodString;
                bytes: z.ZodInt;
                name: z.ZodString;
            }, z.core.$strip>>>;
        }, z.core.$strip>;
    }, z.core.$strip>>;
    data: z.ZodRecord<z.ZodString, z.ZodObject<{
        artifact: z.ZodObject<{
            sha256: z.ZodString;
            bytes: z.ZodInt;
            name: z.ZodString;
            files: z.ZodOptional<z.ZodArray<z.ZodObject<{
                sha256: z.ZodString;
                bytes: z.ZodInt;
                name: z.ZodString;
            }, z.core.$strip>>>;
        }, z.core.$strip>;
        inputs: z.ZodRecord<z.ZodString, z.ZodString>;
        label: z.ZodOptional<z.ZodString>;
        group: z.ZodOptional<z.ZodString>;
        uses: z.ZodOptional<z.ZodObject<{
            path: z.ZodString;
            sha256: z.ZodString;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
}, z.core.$strip>;

/** What a pipeline shows of a stage before anything runs. */
export declare interface Surroundings {
    /** Where the stage stands in the file. */
    readonly here: PathInFile;
    /** What later stages will ask of it. */
    readonly questions: readonly Question[];
    /** Data sets by their names. */
    readonly data: ReadonlyMap<string, DeclaredData>;
    /** What is asked by the stage that gives it a product; undefined where that asks nothing. */
    askedFor(product: ProductName): readonly Question[] | undefined;
}

/**
 * Moves traffic between two versions of a model. Every method is idempotent, since a rollout that was killed calls it again. None
 * waits: it reports the current state, and the caller asks again. After `apply`, `weight()` reads the real value.
 */
export declare interface Target {
    readonly describe: string;
    /** Milliseconds until a new weight is in force. Default 0: at once. */
    readonly settlesWithinMs?: number | undefined;
    /** Makes both versions able to serve; all traffic stays where it is (a new target sends all of it to `stable`). */
    prepare(stable: Served | undefined, candidate: Served): Promise<Readiness>;
    /** Gives the candidate this share of traffic, 0 to 1. */
    apply(weight: number): Promise<void>;
    /** The share in force now, read back from what serves. */
    weight(): Promise<number>;
    /** Gives all traffic back to the stable version, whatever state the target is in. */
    restore(): Promise<void>;
    /** Its own traffic counts, if it keeps any. */
    readonly traffic?: MetricSource | undefined;
    /** Releases what this process holds (sockets, child processes). What serves outside of it goes on serving. */
    close(): Promise<void>;
}

/** A row in the table of targets. */
export declare interface TargetKind {
    readonly name: string;
    readonly summary: string;
    readonly settings: z.ZodType;
    /** An example of its settings, YAML flow style, for the reference. */
    readonly example: string;
    /** True when it serves from processes of its own that end with it, and touches nothing outside of this machine. */
    readonly ownProcesses?: boolean;
    /** The data set that it replays requests from, told from checked settings; undefined where it replays none. */
    replays?(settings: unknown): string | undefined;
    /** Makes a target from checked settings, the output of `settings`. Nothing is started before `prepare`. */
    make(settings: unknown, tools: TargetTools): Target;
}

export declare interface TargetTools {
    readonly world: World;
    readonly signal: AbortSignal;
    readonly model: string;
    /** The file of a version on this machine, absolute path: fetched for targets that serve from here. */
    fetch(artifact: Artifact): Promise<string>;
    /** Requests to replay, one example each, where the target has no traffic of its own: a named data set of the pipeline. */
    replay(data: string): Promise<readonly Readonly<Record<string, Tensor>>[]>;
}

/** A dense, row-major tensor. `data.length` is the product of `dims`; a scalar has no dims. */
export declare interface Tensor {
    readonly type: TensorType;
    readonly dims: readonly number[];
    readonly data: TensorData;
}

declare type TensorData = Float32Array | Float64Array | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | BigInt64Array | BigUint64Array | string[];

/** What a model says about one of its inputs or outputs. A dimension is a size, a symbol, or '' when it has no name. */
export declare interface TensorInfo {
    readonly name: string;
    readonly type: TensorType | string;
    readonly dims: readonly (number | string)[];
}

/** Element types that onnxruntime-node can take and give. float16 is held as its 16 raw bits. */
declare type TensorType = 'float32' | 'float64' | 'float16' | 'int8' | 'uint8' | 'int16' | 'uint16' | 'int32' | 'uint32' | 'int64' | 'uint64' | 'bool' | 'string';

export declare type ToolName = keyof DeclaredTools;

export declare type TrafficWindow = TypeOf<typeof trafficWindow>;

/**
 * What happened to both versions between two moments: everything that a later process needs to judge them. The requests that came at
 * `from` or later and before `to` (ISO 8601, UTC). The ledger keeps it.
 */
declare const trafficWindow: z.ZodObject<{
    from: z.ZodISODateTime;
    to: z.ZodISODateTime;
    stable: z.ZodObject<{
        requests: z.ZodInt;
        errors: z.ZodInt;
        latency: z.ZodOptional<z.ZodArray<z.ZodTuple<[z.ZodNumber, z.ZodNullable<z.ZodNumber>, z.ZodInt], null>>>;
    }, z.core.$strict>;
    candidate: z.ZodObject<{
        requests: z.ZodInt;
        errors: z.ZodInt;
        latency: z.ZodOptional<z.ZodArray<z.ZodTuple<[z.ZodNumber, z.ZodNullable<z.ZodNumber>, z.ZodInt], null>>>;
    }, z.core.$strict>;
}, z.core.$strict>;

/**
 * `untrusted` when a stranger may have written what runs (a fork's pull request, a privileged trigger): remote effects and a user's own
 * code are refused.
 */
declare interface Trust {
    readonly level: 'trusted' | 'untrusted';
    readonly why: string;
}

/**
 * The output type of a schema, deeply read-only. Types are derived from schemas, never written beside them:
 * `export interface Block extends TypeOf<typeof blockSchema> {}`, or `type` for a union.
 */
declare type TypeOf<Schema extends z.ZodType> = DeepReadonly<z.output<Schema>>;

export declare interface UsedGpu extends TypeOf<typeof usedGpu> {
}

/** Two boards of one name and driver count as the same; the UUID is for people. */
declare const usedGpu: z.ZodObject<{
    name: z.ZodString;
    driver: z.ZodString;
    uuid: z.ZodString;
}, z.core.$strip>;

/** The user's mistake, or the world's: expected, explained, exit code 2. Several problems found together travel in one error. */
export declare class UserError extends Error {
    readonly name = "UserError";
    readonly problems: readonly [Problem, ...Problem[]];
    constructor(problems: readonly [Problem, ...Problem[]], options?: {
        cause?: unknown;
    });
    get code(): string;
    get hint(): string;
}

export declare interface Validation extends TypeOf<typeof validationSchema> {
}

declare const validationSchema: z.ZodObject<{
    checks: z.ZodArray<z.ZodObject<{
        check: z.ZodString;
        verdict: z.ZodEnum<{
            fail: "fail";
            inconclusive: "inconclusive";
            "not-checked": "not-checked";
            pass: "pass";
        }>;
        findings: z.ZodArray<z.ZodObject<{
            code: z.ZodString;
            severity: z.ZodEnum<{
                error: "error";
                note: "note";
                warning: "warning";
            }>;
            where: z.ZodString;
            message: z.ZodString;
            hint: z.ZodString;
            unchecked: z.ZodOptional<z.ZodLiteral<true>>;
            partly: z.ZodOptional<z.ZodString>;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
    summary: z.ZodObject<{
        irVersion: z.ZodNumber;
        opset: z.ZodRecord<z.ZodString, z.ZodNumber>;
        producer: z.ZodString;
        nodes: z.ZodNumber;
        operators: z.ZodRecord<z.ZodString, z.ZodNumber>;
        parameters: z.ZodNumber;
        bytes: z.ZodNumber;
        inputs: z.ZodArray<z.ZodObject<{
            name: z.ZodString;
            type: z.ZodString;
            dims: z.ZodArray<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
        }, z.core.$strip>>;
        outputs: z.ZodArray<z.ZodObject<{
            name: z.ZodString;
            type: z.ZodString;
            dims: z.ZodArray<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
        }, z.core.$strip>>;
    }, z.core.$strip>;
}, z.core.$strip>;

/** A row in the table of variants. */
export declare interface VariantKind {
    readonly name: string;
    /** Ends the sentence "`name` is …". */
    readonly summary: string;
    /** Its settings. They stand among those of the `optimize` stage, so no two variants may name one alike. */
    readonly settings: z.ZodObject;
    /** An example of the stage's settings, YAML flow style, for the reference. */
    readonly example: string;
    readonly saves: Saving;
    /** Whether the same candidate and settings give the same bytes again, on the same machine. */
    readonly deterministic: boolean;
    /**
     * Writes a variant of a model. Whether the variant is any good is none of its business: `src/optimize/judge.ts` judges all
     * variants alike. Throws a UserError for a model that it cannot be made of.
     * @param settings checked, the output of `settings`
     */
    make(settings: unknown, original: Original, tools: VariantTools): Promise<MadeVariant>;
}

export declare interface Variants extends TypeOf<typeof variantsSchema> {
}

declare const variantsSchema: z.ZodObject<{
    variants: z.ZodArray<z.ZodObject<{
        id: z.ZodString;
        model: z.ZodObject<{
            sha256: z.ZodString;
            bytes: z.ZodInt;
            name: z.ZodString;
            files: z.ZodOptional<z.ZodArray<z.ZodObject<{
                sha256: z.ZodString;
                bytes: z.ZodInt;
                name: z.ZodString;
            }, z.core.$strip>>>;
        }, z.core.$strip>;
        how: z.ZodString;
        kept: z.ZodBoolean;
        why: z.ZodString;
    }, z.core.$strip>>;
    chosen: z.ZodObject<{
        id: z.ZodString;
        model: z.ZodObject<{
            sha256: z.ZodString;
            bytes: z.ZodInt;
            name: z.ZodString;
            files: z.ZodOptional<z.ZodArray<z.ZodObject<{
                sha256: z.ZodString;
                bytes: z.ZodInt;
                name: z.ZodString;
            }, z.core.$strip>>>;
        }, z.core.$strip>;
    }, z.core.$strip>;
}, z.core.$strip>;

/** All that making a variant may use. There is no store among it: whoever asked for the variant stores it once it is judged. */
export declare interface VariantTools {
    /** An empty folder of its own, removed later: everything is written here. */
    readonly scratch: string;
    readonly files: Files;
    /**
     * Starts a worker process that runs models, to be closed by whoever started it. A run that is cancelled ends it, and asking
     * it then throws `Cancelled`.
     */
    worker(): Promise<Worker>;
    /** Aborts when the run is cancelled. Workers end by themselves; long work in this process has to look. */
    readonly signal: AbortSignal;
}

export declare type Verdict = (typeof verdicts)[number];

/** What the evidence says. A thing that could not be measured at all is an error, never a verdict. */
declare const verdicts: readonly ['pass', 'fail', 'inconclusive'];

/** What `verifyEvidence` found. */
declare interface Verification {
    /** True when every number and verdict came out to the same bytes and the samples are those that were compared. */
    readonly same: boolean;
    /** What differs, one sentence each. */
    readonly differences: readonly string[];
    /** The rows, recomputed. */
    readonly rows: readonly JudgedRow[];
    /** The rows as they were recorded. What they say in words is not looked at: it may be worded in another way today. */
    readonly recorded: readonly RecordedRow[];
    /** The rules that the verdicts were given by, and recomputed by. */
    readonly rules: Rules;
    /** The decisions that rest on them, recomputed; none in evidence that is unbound. */
    readonly decisions: readonly RecomputedDecision[];
    /** What the evidence belongs to; undefined in evidence of earlier versions, where margins are as whoever wrote it says. */
    readonly bound: Binding | undefined;
    /** Digest of the model file that the comparison is of; undefined where nothing was measured. */
    readonly model: Sha256 | undefined;
    /** What a ledger records of it: its digest, and that of its measurements, which earlier versions recorded. */
    readonly digests: {
        readonly evidence: Sha256;
        readonly measurements: Sha256;
    };
}

export declare interface VerifiedDecision {
    /** The stage that decided. */
    readonly stage: string;
    /** What went on from there: after an override, where there was one. */
    readonly verdict: Verdict;
    /** What follows from the rows; undefined for a stage kind from outside, whose rules are not known here. */
    readonly recomputed: Verdict | undefined;
    /** Who let the candidate through all the same, and why. */
    readonly override: {
        readonly by: string;
        readonly reason: string;
    } | undefined;
}

export declare interface VerifiedEvidence extends Pick<Verification, 'same' | 'differences' | 'bound' | 'model' | 'digests'> {
    /** The rows, recomputed, in numbers and in words. */
    readonly rows: readonly ComparisonRow[];
    readonly decisions: readonly VerifiedDecision[];
    /** What could not be recomputed, one sentence each. */
    readonly unchecked: readonly string[];
    /**
     * What to know besides, and what decides nothing: that the rules are earlier ones, that margins and decisions are not bound, and each
     * recorded sentence that is not the one which the numbers give. Another version of Airworthy may have worded it.
     */
    readonly notes: readonly string[];
}

/**
 * Reaches every verdict again from the raw samples, and every decision from the verdicts, offline; reads the recorded sentences against
 * the numbers. Evidence that was made by hand can agree with itself: `recordedIn` says whether a ledger names it. That the samples were
 * really measured, no file can show.
 * `name` is what an error calls it. Throws `evidence-wrong` on a value of another form.
 */
export declare function verifyEvidence(json: unknown, name?: string): VerifiedEvidence;

/** The two versions whose traffic is counted separately. */
export declare interface Versions {
    readonly stable: string | undefined;
    readonly candidate: string;
}

export declare type VersionTraffic = TypeOf<typeof versionTraffic>;

declare const versionTraffic: z.ZodObject<{
    requests: z.ZodInt;
    errors: z.ZodInt;
    latency: z.ZodOptional<z.ZodArray<z.ZodTuple<[z.ZodNumber, z.ZodNullable<z.ZodNumber>, z.ZodInt], null>>>;
}, z.core.$strict>;

/** What may come to be shown of a model. */
export declare interface WantedTags {
    readonly model: string;
    /** Without the `v`. */
    readonly versions: readonly string[];
    readonly stages: readonly string[];
}

export declare interface Warmup extends TypeOf<typeof warmup> {
}

/** The runs before the timed ones. They end when times have stopped falling, or when that takes too long: `steady` says which. */
declare const warmup: z.ZodObject<{
    runs: z.ZodInt;
    ms: z.ZodNumber;
    steady: z.ZodBoolean;
}, z.core.$strip>;

export declare interface Warning extends TypeOf<typeof warningSchema> {
}

/** Trouble that does not stop a run: shown by every report, with what to do about it. */
declare const warningSchema: z.ZodObject<{
    code: z.ZodString;
    message: z.ZodString;
    remedy: z.ZodString;
}, z.core.$strip>;

export declare interface Where extends TypeOf<typeof where> {
}

/** Where in a user's file a mistake stands. Lines and columns count from 1. */
declare const where: z.ZodObject<{
    file: z.ZodString;
    line: z.ZodNumber;
    column: z.ZodNumber;
}, z.core.$strip>;

/** A worker process: asks are answered one at a time, in order. */
declare interface Worker {
    readonly pid: number;
    /** Binds all threads that it has, and those they start, to one processor. False where the platform cannot. */
    pin(cpu: number): Promise<boolean>;
    /**
     * Sends a request and waits for its answer (structured clone both ways, so typed arrays survive).
     * A UserError thrown in the worker arrives as the same UserError; a worker that dies is a UserError `worker-died` with its last words.
     */
    ask<Answer>(request: unknown, options?: {
        readonly timeoutMs?: number;
    }): Promise<Answer>;
    /** Ends the process and returns when it is gone. */
    close(): Promise<void>;
}

declare interface WorkerOptions {
    readonly signal?: AbortSignal;
    /** What runs its models: onnxruntime-node unless said otherwise, which is found, or fetched, before the worker starts. */
    readonly runtime?: RuntimeName;
    /** For a worker whose times are taken: what differs between two processes of the same program is made as small as it can be. */
    readonly measured?: boolean;
}

export declare interface WorkerSample extends TypeOf<typeof workerSample> {
}

/** What one worker process measured of one contender in one block. Times in milliseconds, none trimmed. */
declare const workerSample: z.ZodObject<{
    samplesMs: z.ZodArray<z.ZodNumber>;
    turns: z.ZodArray<z.ZodInt>;
    sessionMs: z.ZodNumber;
    firstRunMs: z.ZodNumber;
    peakBytes: z.ZodNumber;
    warmup: z.ZodObject<{
        runs: z.ZodInt;
        ms: z.ZodNumber;
        steady: z.ZodBoolean;
    }, z.core.$strip>;
    load: z.ZodOptional<z.ZodNumber>;
    gpu: z.ZodOptional<z.ZodObject<{
        seconds: z.ZodNumber;
        utilization: z.ZodOptional<z.ZodNumber>;
        smMHz: z.ZodOptional<z.ZodNumber>;
        slowShare: z.ZodOptional<z.ZodNumber>;
        memoryBytes: z.ZodOptional<z.ZodNumber>;
        celsius: z.ZodOptional<z.ZodNumber>;
        joules: z.ZodOptional<z.ZodNumber>;
        reasons: z.ZodRecord<z.ZodString, z.ZodNumber>;
    }, z.core.$strip>>;
}, z.core.$strip>;

/**
 * The ports through which everything that acts reaches the world. Code outside `src/world/` and `src/entry/` never reads
 * `process`, the clock or the network by itself, so that tests can hand it another world.
 */
export declare interface World {
    readonly files: Files;
    readonly processes: Processes;
    readonly clock: Clock;
    readonly env: Readonly<Record<string, string | undefined>>;
    /** Working directory: absolute; relative paths of the user resolve against it. */
    readonly cwd: string;
    /** The script that worker processes run (the bundled `worker.js`): absolute path. */
    readonly workerScript: string;
    /** What the code under test may do to the world; see `Trust`. */
    readonly trust: Trust;
    /** What started this run, in the words of GitHub: `push`, `pull_request`, …; `local` outside of CI, and in one that is not known. */
    readonly event: string;
    /** The CI system that runs this: `GitHub`, `GitLab`, …; undefined for none, and for one that is not known. */
    readonly ciSystem: string | undefined;
    /** Who started this run, as the CI system says. */
    readonly actor: string | undefined;
    /** The CI run that this process belongs to; undefined outside CI. */
    readonly ciRun: CiRun | undefined;
    /** The branch that is checked out, as the CI system says; where none is known, as git says. Undefined where neither does. */
    readonly branch: string | undefined;
    /** The commit that CI has started this run for, which need not be what is checked out; undefined elsewhere. */
    readonly commit: string | undefined;
    /** From now on the values of these environment variables are masked in everything that is written. */
    hide(names: readonly string[]): void;
    readonly machine: Machine;
    readonly home: HomePlace;
    /** The repository on GitHub that this run belongs to, where the environment names one and gives a token for it. */
    readonly github: GitHub | undefined;
    /** A fresh random name of eight letters and digits, for run ids. */
    randomId(): string;
}

export { z }

export { }
