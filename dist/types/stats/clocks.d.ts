/** Whether mean clocks (of contenders, of blocks) differ so that times say more of clocks than of models. */
export declare function clocksDrifted(means: readonly (number | undefined)[]): boolean;
