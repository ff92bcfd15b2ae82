import { type Problem } from '../core/errors.ts';
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
}
/** Starts a worker process and waits until it is ready. It ends by itself when its channel to this process breaks. */
export declare function startWorker(script: string, role: string, options: Options): Promise<Worker>;
export {};
