import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);

// src/core/version.ts
var version = "0.1.0";

export {
  version
};
