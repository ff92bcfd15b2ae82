import { type Device } from '../../onnx/cost/roofline.ts';
/** A device of the table, or `peak=2.0TFLOPS,bandwidth=50GB/s`. */
export declare function deviceOf(given: string): Device;
