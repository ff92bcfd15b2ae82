import type { Provider } from '../core/provider.ts';
/**
 * onnxruntime's Node binding with one of its execution providers. Asked for anything but `cpu`, it must run the whole model
 * there: a node that would fall back to the CPU makes loading fail, so that no figure is taken on the wrong device.
 */
export declare function onnxruntimeNode(name: string, summary: string): Provider;
