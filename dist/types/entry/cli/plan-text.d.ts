import type { Plan } from '../../pipeline/plan.ts';
/** A plan as an aligned table. */
export declare function planLines(plan: Plan): string;
/** A plan as a Mermaid flowchart: what measures is a hexagon, what touches the world outside is a double box, what is cached or skipped is dashed. */
export declare function mermaid(plan: Plan): string;
