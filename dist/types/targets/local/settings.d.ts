import { z } from 'zod';
export type LocalSettings = z.output<typeof settings>;
export declare const settings: z.ZodType<{
    replay: string;
    rate: number;
    port: number;
    timeout: number;
    fault?: {
        errors: number;
        'above-weight'?: number | undefined;
        delay: number;
    } | undefined;
}>;
