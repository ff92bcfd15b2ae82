/**
 * These inputs as variables of the environment; one that is empty leaves the variable of the job as it is. Checked out, an Action
 * has no packages beside it: it may download what it needs.
 */
export declare function runtimeEnv(input: (name: string) => string): Readonly<Record<string, string>>;
