import type { Rows } from './words.ts';
export interface GithubErrors {
    'comment-event': {
        event: string;
    };
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
    'github-token-missing': Record<string, never>;
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
export declare const github: Rows<GithubErrors>;
