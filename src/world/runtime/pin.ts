// Written by `npm run build` from package-lock.json and the packages that npm installed by it.
/** A package of the npm registry, of one version with these very bytes. */
export interface Pin {
  readonly name: string
  readonly version: string
  /** The SHA-512 of its archive, as in package-lock.json. */
  readonly integrity: string
  /** The SHA-256 of every file that a process loads, by its path in the package. */
  readonly files: Readonly<Record<string, string>>
}

/** The onnxruntime whose JavaScript is in the bundle: its native library has to be of the same version. */
export const pin: Pin = {
  name: 'onnxruntime-node',
  version: '1.30.0',
  integrity: 'sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw==',
  files: {
    'bin/napi-v6/darwin/arm64/libonnxruntime.1.30.0.dylib':
      '685d2be5dba1309c89d3a5324b7fd06a5c42f1a61bfea32d14c4cc28d072121d',
    'bin/napi-v6/darwin/arm64/libonnxruntime.1.dylib':
      '685d2be5dba1309c89d3a5324b7fd06a5c42f1a61bfea32d14c4cc28d072121d',
    'bin/napi-v6/darwin/arm64/onnxruntime_binding.node':
      'a3f993357759b06ae2411f70af60f5e041d04521ea7f0d12cb7546e411a527dd',
    'bin/napi-v6/linux/arm64/libonnxruntime.so.1': '1f549d46250b005580b597f4164984aaf75b3bcb9f3aeb07c7f8a8fe60b23c76',
    'bin/napi-v6/linux/arm64/onnxruntime_binding.node':
      'afec78dc11d38dc81605b068cefe1fc73ffe77ca240c15468aa40786150beac8',
    'bin/napi-v6/linux/x64/libonnxruntime.so.1': 'ffb75a925ba05e47b235bb66e3e3911714a80b328a9c9425539feb204aa32a23',
    'bin/napi-v6/linux/x64/onnxruntime_binding.node':
      'ccdc60b981d93a490cf9513d3f583547252b6e285b72988a96a494f2f006c7b8',
    'bin/napi-v6/win32/arm64/DirectML.dll': 'aaf72a9d55aa123e0708d957d30dd4fbeb7a2e335ec6257ed5ff4261a402b9ee',
    'bin/napi-v6/win32/arm64/dxcompiler.dll': '442a995492579e1048cf1f05a86ab00f476c46b7f9d0996e588884040a543bbe',
    'bin/napi-v6/win32/arm64/dxil.dll': '859b6d638c5ca3df39e9cab2a602cb0f63d0e63d750f84bb2a9ec9031319b73e',
    'bin/napi-v6/win32/arm64/onnxruntime.dll': '6c3a2abf5c6aca11c48a0d338a91af309f2266f25ce2e4084e6a87bbcb0fbfd0',
    'bin/napi-v6/win32/arm64/onnxruntime_binding.node':
      'd8179924f15c2d3c1c8a75c50adf1671ec28c7f1cb0da9fc28b17daa02c5ecf5',
    'bin/napi-v6/win32/x64/DirectML.dll': '234e8898778cdec88d3cb0539508273494082812c968699f3de665a018971625',
    'bin/napi-v6/win32/x64/dxcompiler.dll': '593d42df78c7f9cbd97c1374af107cfe20985759f98b77afc1448fe41ee3cc76',
    'bin/napi-v6/win32/x64/dxil.dll': 'cf9a3981263f8ec30c9905d136eeaf4b4573209c602198671b958ec86905dea8',
    'bin/napi-v6/win32/x64/onnxruntime.dll': '508c362f5673483dd3a086379c392795b2e42d10d5e6f3f90ebd7ac21c97af67',
    'bin/napi-v6/win32/x64/onnxruntime_binding.node':
      'ddd428464069b84414d34ec1796c7c2a69c33a976e4b0390692629e394f92fa1',
  },
}

/** The same for WebAssembly. Other builds of it are in the package too; this is the one that is loaded. */
export const webPin: Pin = {
  name: 'onnxruntime-web',
  version: '1.30.0',
  integrity: 'sha512-q0y+JrrtukXSzsBWEMccVfqX25LRmosXHF+CaRJmg8pZClzcV7svNc4rKY3jL02Vb7QmRMDs1SigqR4CXAfKYQ==',
  files: {
    'dist/ort-wasm-simd-threaded.mjs': 'e13f7f94fc51b4ca72b12faeb1ee95f4ace6dfbc8939bc718aabdc0a27c4299b',
    'dist/ort-wasm-simd-threaded.wasm': '3398c10d07d229bd91b364548e130e0e51a8e5704b88c7c083ebbeb78842dee2',
  },
}
