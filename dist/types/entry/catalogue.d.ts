/** Every error a user can meet, one table a layer: `docs/errors.md` is written from here. */
export declare const catalogue: {
    readonly core: import("../core/errors/index.ts").ErrorTable<import("../core/errors/ports.ts").PortErrors>;
    readonly onnx: import("../core/errors/index.ts").ErrorTable<import("../onnx/errors.ts").OnnxErrors>;
    readonly data: import("../core/errors/index.ts").ErrorTable<import("../data/errors.ts").DataErrors>;
    readonly providers: import("../core/errors/index.ts").ErrorTable<import("../providers/errors.ts").ProviderErrors>;
    readonly measure: import("../core/errors/index.ts").ErrorTable<import("../measure/errors.ts").MeasureErrors>;
    readonly verdicts: import("../core/errors/index.ts").ErrorTable<import("../verdicts/errors.ts").VerdictErrors>;
    readonly github: import("../core/errors/index.ts").ErrorTable<import("../github/errors.ts").GithubErrors>;
    readonly registry: import("../core/errors/index.ts").ErrorTable<import("../registry/errors.ts").RegistryErrors>;
    readonly serving: import("../core/errors/index.ts").ErrorTable<import("../serving/errors.ts").ServingErrors>;
    readonly targets: import("../core/errors/index.ts").ErrorTable<import("../targets/errors.ts").TargetErrors>;
    readonly rollout: import("../core/errors/index.ts").ErrorTable<import("../rollout/errors.ts").RolloutErrors>;
    readonly stages: import("../core/errors/index.ts").ErrorTable<import("../stages/errors.ts").StageErrors>;
    readonly pipeline: import("../core/errors/index.ts").ErrorTable<import("../pipeline/errors.ts").PipelineErrors>;
    readonly world: import("../core/errors/index.ts").ErrorTable<import("../world/errors.ts").WorldErrors>;
    readonly entry: import("../core/errors/index.ts").ErrorTable<import("./errors.ts").EntryErrors>;
};
/** A code with its sentence, said of the row's own example. */
export interface CatalogueRow {
    readonly code: string;
    readonly layer: string;
    readonly message: string;
    readonly hint: string;
}
/** All rows of the catalogue, layer by layer. */
export declare function catalogueRows(): CatalogueRow[];
