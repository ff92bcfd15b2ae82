import { z } from 'zod';
import type { ProviderOptions } from '../core/provider.ts';
import type { providers } from './index.ts';
/**
 * The options a user may give each provider: strict, so that an unknown one is an error. They are checked where settings are
 * read, and apart from the providers, so that a process that only runs models does not load what checks them.
 */
export declare const providerOptions: Readonly<Record<keyof typeof providers, z.ZodType<ProviderOptions>>>;
