import type { Files } from '../core/world.ts';
import type { Mask } from './secrets.ts';
/** The real file system. Writes are atomic and on disk when they return; texts are masked. */
export declare function createFiles(mask: Mask): Files;
