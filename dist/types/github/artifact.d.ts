import type { GitHub } from '../core/world.ts';
import { type Archive } from './archive.ts';
/**
 * The files of an artifact of a workflow run, by name. It may come from a fork: it is read as data, within limits, and nothing of it
 * becomes a file. Throws `download-missing`, `download-refused`, `github-refused`.
 */
export declare function artifactOf(github: GitHub, run: number, name: string): Promise<Archive>;
