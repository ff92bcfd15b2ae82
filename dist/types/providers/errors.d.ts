import { type ErrorTable } from '../core/errors/index.ts';
export interface ProviderErrors {
    'model-rejected': {
        model: string;
        provider: string;
        reason: string;
    };
    'model-run-failed': {
        model: string;
        reason: string;
    };
    'optimized-not-written': {
        path: string;
        reason: string;
    };
    'provider-fallback': {
        provider: string;
        model: string;
        nodes: readonly string[];
    };
    'provider-missing': {
        provider: string;
        reason: string;
    };
    'provider-unknown': {
        name: string;
        nearest: string | undefined;
        names: readonly string[];
    };
    'provider-unused': {
        provider: string;
        model: string;
    };
}
export declare const providerErrors: ErrorTable<ProviderErrors>;
export declare const providerError: <Code extends keyof ProviderErrors & string>(code: Code, details: ProviderErrors[Code], { where, cause }?: import("../core/errors/index.ts").ErrorContext) => import("../core/errors/index.ts").UserError;
