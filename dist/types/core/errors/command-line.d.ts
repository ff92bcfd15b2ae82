import type { Rows } from './words.ts';
export interface CommandLineErrors {
    'argument-missing': {
        argument: string;
        command: string;
    };
    'argument-wrong': {
        argument: string;
        expected: string;
    };
    'evidence-wrong': {
        path: string;
        reason: string;
    };
    'init-exists': {
        path: string;
    };
    'report-format-unknown': {
        name: string;
        valid: readonly string[];
    };
}
export declare const commandLine: Rows<CommandLineErrors>;
