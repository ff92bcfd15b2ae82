import type { RunEvent } from '../../pipeline/run.ts';
import type { Entry } from '../context.ts';
/** Tells how a run goes on: one redrawn line on a terminal, a plain line per stage elsewhere. */
export declare function progressOn(to: Pick<Entry, 'err' | 'interactive' | 'width' | 'ascii'>): (event: RunEvent) => void;
