import { type Rows } from './words.ts';
export interface ProvidersErrors {
    'model-rejected': {
        model: string;
        provider: string;
        reason: string;
    };
    'optimized-not-written': {
        path: string;
        reason: string;
    };
    'model-run-failed': {
        model: string;
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
export declare const providers: Rows<ProvidersErrors>;
