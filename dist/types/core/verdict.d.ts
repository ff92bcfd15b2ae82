/** What the evidence says. A thing that could not be measured at all is an error, never a verdict. */
export type Verdict = 'pass' | 'fail' | 'inconclusive';
/** The worst of several verdicts (fail > inconclusive > pass). Combining nothing is inconclusive: no evidence never passes. */
export declare function combine(verdicts: readonly Verdict[]): Verdict;
/** How a whole run ended. */
export type Outcome = Verdict | 'rolled-back';
/** Process exit codes, one meaning each. 2 is also what the shell tools around us use for wrong input; 70 is EX_SOFTWARE. */
export declare const exitCodes: {
    readonly pass: 0;
    readonly fail: 1;
    readonly input: 2;
    readonly inconclusive: 3;
    readonly 'rolled-back': 4;
    readonly bug: 70;
    readonly cancelled: 130;
};
