import type { Machine } from '../core/world.ts';
/** Looks at the files of the system: the text of one, the names in a folder; undefined where there is none. */
export interface SystemFiles {
    read(path: string): string | undefined;
    list(folder: string): readonly string[] | undefined;
}
/** `onnxruntime` is the version of the runtime. */
export declare function describeMachine(onnxruntime: string, files?: SystemFiles): Machine;
/** What Linux alone tells of itself. */
export declare function describeSystem(files: SystemFiles): Pick<Machine, 'governor' | 'cpuQuota' | 'memoryLimitBytes' | 'host'>;
