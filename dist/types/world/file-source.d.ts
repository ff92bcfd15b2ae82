import type { ByteSource } from '../core/bytes.ts';
import type { Refusal } from '../core/world.ts';
/**
 * A file as bytes that are read when they are needed. It is open while something is done that does not wait, and no longer, and must
 * be the file it was at first: throws `file-changed` otherwise. Files of any size.
 */
export declare function fileSource(file: string): ByteSource;
/**
 * A file that a model names as the place of its weights. The name is the model's and may be hostile: what is opened is a regular
 * file inside of the folder, reached through no symbolic link and known by no second name (a hard link may stand for a file
 * outside), and is the very file that was looked at (no other was put in its place in between).
 */
export declare function sourceWithin(folder: string, location: string): ByteSource | Refusal;
