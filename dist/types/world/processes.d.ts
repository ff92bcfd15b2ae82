import { type ChildProcess } from 'node:child_process';
import type { Processes, RunOptions, RunResult } from '../core/world.ts';
/** The real processes: programs and workers of this machine. `native` gives the folder of onnxruntime's native library. */
export declare function createProcesses(workerScript: string, cwd: string, native: (signal?: AbortSignal) => Promise<string>): Processes;
/**
 * Runs a program in a process group of its own, so that ending it ends its children too.
 * `onStart` is told of the process while it runs.
 */
export declare function runProgram(program: string, args: readonly string[], options: RunOptions, onStart?: (child: ChildProcess) => void): Promise<RunResult>;
/** Ends a process started by `runProgram` and everything it started. */
export declare function endGroup(child: ChildProcess): void;
