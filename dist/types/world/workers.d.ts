import { type Problem } from '../core/errors/index.ts';
import type { Worker, WorkerOptions } from '../core/world.ts';
/** What a worker process answers: see `src/entry/worker.ts` for the other end. */
export type Reply = {
    readonly ok: true;
    readonly answer: unknown;
} | {
    readonly ok: false;
    readonly problems: readonly [Problem, ...Problem[]];
} | {
    readonly ok: false;
    readonly bug: string;
};
interface Options extends WorkerOptions {
    readonly cwd: string;
    /** The folder of onnxruntime's native library, for a worker that loads it. */
    readonly native: string | undefined;
}
/**
 * Compiled early, JavaScript is as fast at the end of warming up as it ever gets. With V8's own patience a model of 0.1 ms goes
 * on getting faster while it is timed, each process at another moment. `lab/process-spread.ts` shows how much that matters.
 */
export declare const earlyCompilation: readonly string[];
/**
 * Large pages for what is allocated, where the kernel lends them (Linux with glibc): where small pages land in physical memory
 * makes some processes of a model of 10 MB slower than others for as long as they live. `lab/process-spread.ts` shows it.
 */
export declare function largePages(tunables: string | undefined): string;
/** Starts a worker process and waits until it is ready. It ends by itself when its channel to this process breaks. */
export declare function startWorker(script: string, role: string, options: Options): Promise<Worker>;
export {};
