/**
 * Whether times, in the order in which they were measured, have stopped falling: the median of their second half is not
 * certainly (three standard errors) and noticeably (1 %) below that of the first. Fewer than four times never are steady.
 */
export declare function steady(times: readonly number[]): boolean;
