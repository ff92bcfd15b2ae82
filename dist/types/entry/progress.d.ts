import type { RunEvent } from '../pipeline/run.ts';
import type { Entry } from './context.ts';
/** Tells how a run goes on: one redrawn line on a terminal, a plain line per stage elsewhere. */
export declare function progressOn(entry: Pick<Entry, 'err' | 'interactive' | 'width'>): (event: RunEvent) => void;
