import { type ErrorTable } from '../core/errors/index.ts';
export interface RegistryErrors {
    'git-failed': {
        command: string;
        reason: string;
    };
    'git-missing': {
        reason: string;
    };
    'ledger-broken': {
        ledger: string;
        entry: string;
        reason: string;
    };
    'ledger-busy': {
        lock: string;
        holder: number | undefined;
    };
    'model-name': {
        name: string;
    };
    'registry-not-git': {
        path: string;
        reason: string;
    };
    'registry-unreachable': {
        remote: string;
        reason: string;
    };
    'stage-name': {
        name: string;
    };
    'version-exists': {
        model: string;
        version: string;
        where: string;
    };
    'version-invalid': {
        version: string;
    };
    'version-unknown': {
        model: string;
        version: string;
        versions: readonly string[];
    };
}
export declare const registryErrors: ErrorTable<RegistryErrors>;
export declare const registryError: <Code extends keyof RegistryErrors & string>(code: Code, details: RegistryErrors[Code], { where, cause }?: import("../core/errors/index.ts").ErrorContext) => import("../core/errors/index.ts").UserError;
