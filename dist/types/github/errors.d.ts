import { type ErrorTable } from '../core/errors/index.ts';
export interface GithubErrors {
    'dispatch-limit': {
        what: string;
        most: string;
    };
    'download-missing': {
        name: string;
        run: number;
    };
    'download-refused': {
        name: string;
        why: string;
    };
    'github-refused': {
        what: string;
        reason: string;
        needs: string;
    };
    'github-unavailable': {
        what: string;
        reason: string;
    };
    'promotion-refused': {
        actor: string;
        why: string;
    };
    'release-differs': {
        tag: string;
        missing: readonly string[];
    };
    'tag-elsewhere': {
        tag: string;
        at: string;
        wanted: string;
    };
}
export declare const githubErrors: ErrorTable<GithubErrors>;
export declare const githubError: <Code extends keyof GithubErrors & string>(code: Code, details: GithubErrors[Code], { where, cause }?: import("../core/errors/index.ts").ErrorContext) => import("../core/errors/index.ts").UserError;
