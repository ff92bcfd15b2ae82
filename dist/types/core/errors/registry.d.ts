import type { Rows } from './words.ts';
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
    'registry-unreachable': {
        remote: string;
        reason: string;
    };
    'registry-not-git': {
        path: string;
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
export declare const registry: Rows<RegistryErrors>;
