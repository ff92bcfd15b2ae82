import { type Evidence, type Outcome } from './evidence.ts';
/**
 * The area under the ROC curve: of class 1 of two, or the mean over classes, each against the rest. Of two classes without
 * groups the error is DeLong's. Else it follows from the same influences of examples, added up over classes and within groups,
 * which for two classes is Obuchowski's (Biometrics 53, 1997). Where areas are near 1 and examples of a class few DeLong's
 * interval is too narrow (at 0.97 with 50 positives and 1 % on each side it is wrong in 6 %, `lab/quality-intervals.ts`): it is moved
 * outwards by `skewnessAllowance`. Throws `metric-not-measured` when a class has no examples, or all.
 */
export declare function auc(evidence: Evidence): Outcome;
