import { type StageKind } from '../core/stage.ts';
export declare const release: StageKind;
