import path from 'node:path'

/** A kind of machine, in Node's words: `linux` and `x64`. */
export interface Target {
  readonly platform: string
  readonly arch: string
}

/** Where the package keeps the native files of a kind of machine. */
export function nativeFolder({ platform, arch }: Target): string {
  return path.posix.join('bin', 'napi-v6', platform, arch)
}

/** What must be there; some platforms have more files. */
export function neededFiles({ platform }: Target): readonly string[] {
  return ['onnxruntime_binding.node', ...(libraries[platform] ?? [])]
}

const libraries: Readonly<Record<string, readonly string[]>> = {
  linux: ['libonnxruntime.so.1'],
  darwin: ['libonnxruntime.1.dylib'],
  win32: ['onnxruntime.dll'],
}

export function targetName({ platform, arch }: Target): string {
  return `${platform}-${arch}`
}

/** What onnxruntime opens for an NVIDIA GPU; it looks for them beside its own library and nowhere else. */
export const cudaLibraries: readonly string[] = [
  'libonnxruntime_providers_shared.so',
  'libonnxruntime_providers_cuda.so',
  'libonnxruntime_providers_tensorrt.so',
]
