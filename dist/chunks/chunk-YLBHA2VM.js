import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  canonical,
  compareRows,
  contendersOf,
  createRandom,
  digest,
  fewestValues,
  isProduction,
  loadMetric,
  loadUserModule,
  median2 as median,
  metrics,
  outputsOf,
  proportionDifference,
  signedRankInterval,
  topClasses
} from "./chunk-M3SQD2LX.js";
import {
  elementType,
  interfaceOf,
  readModel,
  require_dist,
  summarize,
  typeText
} from "./chunk-6UOV2P43.js";
import {
  external_exports
} from "./chunk-DC5UOV2E.js";
import {
  combine
} from "./chunk-V6L2EAQG.js";
import {
  call,
  listen,
  providerNames,
  readBody,
  require_mod,
  sendJson,
  writeTensors
} from "./chunk-OWETQM6L.js";
import {
  fromFloat16,
  toFloat16
} from "./chunk-EYTLL457.js";
import {
  rows,
  sizeOf,
  zeros
} from "./chunk-5W2HGUAS.js";
import {
  Bug,
  Cancelled,
  UserError,
  messageOf,
  problem,
  userError
} from "./chunk-FNGT7Y45.js";
import {
  __commonJS,
  __toESM
} from "./chunk-SUYYSLAR.js";

// node_modules/semver/internal/constants.js
var require_constants = __commonJS({
  "node_modules/semver/internal/constants.js"(exports, module) {
    "use strict";
    var SEMVER_SPEC_VERSION = "2.0.0";
    var MAX_LENGTH = 256;
    var MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER || /* istanbul ignore next */
    9007199254740991;
    var MAX_SAFE_COMPONENT_LENGTH = 16;
    var MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6;
    var WHITESPACE_CHARACTERS = [
      "	",
      "\n",
      "\v",
      "\f",
      "\r",
      " ",
      "\xA0",
      "\u1680",
      "\u2000",
      "\u2001",
      "\u2002",
      "\u2003",
      "\u2004",
      "\u2005",
      "\u2006",
      "\u2007",
      "\u2008",
      "\u2009",
      "\u200A",
      "\u2028",
      "\u2029",
      "\u202F",
      "\u205F",
      "\u3000",
      "\uFEFF"
    ];
    var RELEASE_TYPES = [
      "major",
      "premajor",
      "minor",
      "preminor",
      "patch",
      "prepatch",
      "prerelease"
    ];
    module.exports = {
      MAX_LENGTH,
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_SAFE_INTEGER,
      WHITESPACE_CHARACTERS,
      RELEASE_TYPES,
      SEMVER_SPEC_VERSION,
      FLAG_INCLUDE_PRERELEASE: 1,
      FLAG_LOOSE: 2
    };
  }
});

// node_modules/semver/internal/debug.js
var require_debug = __commonJS({
  "node_modules/semver/internal/debug.js"(exports, module) {
    "use strict";
    var debug = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {
    };
    module.exports = debug;
  }
});

// node_modules/semver/internal/re.js
var require_re = __commonJS({
  "node_modules/semver/internal/re.js"(exports, module) {
    "use strict";
    var {
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_LENGTH
    } = require_constants();
    var debug = require_debug();
    exports = module.exports = {};
    var re = exports.re = [];
    var safeRe = exports.safeRe = [];
    var src = exports.src = [];
    var safeSrc = exports.safeSrc = [];
    var t = exports.t = {};
    var R = 0;
    var LETTERDASHNUMBER = "[a-zA-Z0-9-]";
    var safeRegexReplacements = [
      ["\\s", 1],
      ["\\d", MAX_LENGTH],
      [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
    ];
    var makeSafeRegex = (value) => {
      for (const [token, max2] of safeRegexReplacements) {
        value = value.split(`${token}*`).join(`${token}{0,${max2}}`).split(`${token}+`).join(`${token}{1,${max2}}`);
      }
      return value;
    };
    var createToken = (name2, value, isGlobal) => {
      const safe = makeSafeRegex(value);
      const index = R++;
      debug(name2, index, value);
      t[name2] = index;
      src[index] = value;
      safeSrc[index] = safe;
      re[index] = new RegExp(value, isGlobal ? "g" : void 0);
      safeRe[index] = new RegExp(safe, isGlobal ? "g" : void 0);
    };
    createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
    createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
    createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
    createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
    createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
    createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
    createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
    createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
    createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
    createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
    createToken("FULL", `^${src[t.FULLPLAIN]}$`);
    createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
    createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
    createToken("GTLT", "((?:<|>)?=?)");
    createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
    createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
    createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
    createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COERCEPLAIN", `${"(^|[^\\d])(\\d{1,"}${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
    createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
    createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
    createToken("COERCERTL", src[t.COERCE], true);
    createToken("COERCERTLFULL", src[t.COERCEFULL], true);
    createToken("LONETILDE", "(?:~>?)");
    createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
    exports.tildeTrimReplace = "$1~";
    createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
    createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("LONECARET", "(?:\\^)");
    createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
    exports.caretTrimReplace = "$1^";
    createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
    createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
    createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
    createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
    exports.comparatorTrimReplace = "$1$2$3";
    createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
    createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
    createToken("STAR", "(<|>)?=?\\s*\\*");
    createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
    createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
  }
});

// node_modules/semver/internal/parse-options.js
var require_parse_options = __commonJS({
  "node_modules/semver/internal/parse-options.js"(exports, module) {
    "use strict";
    var looseOption = Object.freeze({ loose: true });
    var emptyOpts = Object.freeze({});
    var parseOptions = (options) => {
      if (!options) {
        return emptyOpts;
      }
      if (typeof options !== "object") {
        return looseOption;
      }
      return options;
    };
    module.exports = parseOptions;
  }
});

// node_modules/semver/internal/identifiers.js
var require_identifiers = __commonJS({
  "node_modules/semver/internal/identifiers.js"(exports, module) {
    "use strict";
    var numeric = /^[0-9]+$/;
    var compareIdentifiers = (a, b) => {
      if (typeof a === "number" && typeof b === "number") {
        return a === b ? 0 : a < b ? -1 : 1;
      }
      const anum = numeric.test(a);
      const bnum = numeric.test(b);
      if (anum && bnum) {
        a = +a;
        b = +b;
      }
      return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
    };
    var rcompareIdentifiers = (a, b) => compareIdentifiers(b, a);
    module.exports = {
      compareIdentifiers,
      rcompareIdentifiers
    };
  }
});

// node_modules/semver/classes/semver.js
var require_semver = __commonJS({
  "node_modules/semver/classes/semver.js"(exports, module) {
    "use strict";
    var debug = require_debug();
    var { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
    var { safeRe: re, t } = require_re();
    var parseOptions = require_parse_options();
    var { compareIdentifiers } = require_identifiers();
    var isPrereleaseIdentifier = (prerelease, identifier) => {
      const identifiers = identifier.split(".");
      if (identifiers.length > prerelease.length) {
        return false;
      }
      for (let i2 = 0; i2 < identifiers.length; i2++) {
        if (compareIdentifiers(prerelease[i2], identifiers[i2]) !== 0) {
          return false;
        }
      }
      return true;
    };
    var SemVer = class _SemVer {
      constructor(version2, options) {
        options = parseOptions(options);
        if (version2 instanceof _SemVer) {
          if (version2.loose === !!options.loose && version2.includePrerelease === !!options.includePrerelease) {
            return version2;
          } else {
            version2 = version2.version;
          }
        } else if (typeof version2 !== "string") {
          throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version2}".`);
        }
        if (version2.length > MAX_LENGTH) {
          throw new TypeError(
            `version is longer than ${MAX_LENGTH} characters`
          );
        }
        debug("SemVer", version2, options);
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        const m = version2.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
        if (!m) {
          throw new TypeError(`Invalid Version: ${version2}`);
        }
        this.raw = version2;
        this.major = +m[1];
        this.minor = +m[2];
        this.patch = +m[3];
        if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
          throw new TypeError("Invalid major version");
        }
        if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
          throw new TypeError("Invalid minor version");
        }
        if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
          throw new TypeError("Invalid patch version");
        }
        if (!m[4]) {
          this.prerelease = [];
        } else {
          this.prerelease = m[4].split(".").map((id) => {
            if (/^[0-9]+$/.test(id)) {
              const num = +id;
              if (num >= 0 && num < MAX_SAFE_INTEGER) {
                return num;
              }
            }
            return id;
          });
        }
        this.build = m[5] ? m[5].split(".") : [];
        this.format();
      }
      format() {
        this.version = `${this.major}.${this.minor}.${this.patch}`;
        if (this.prerelease.length) {
          this.version += `-${this.prerelease.join(".")}`;
        }
        return this.version;
      }
      toString() {
        return this.version;
      }
      compare(other) {
        debug("SemVer.compare", this.version, this.options, other);
        if (!(other instanceof _SemVer)) {
          if (typeof other === "string" && other === this.version) {
            return 0;
          }
          other = new _SemVer(other, this.options);
        }
        if (other.version === this.version) {
          return 0;
        }
        return this.compareMain(other) || this.comparePre(other);
      }
      compareMain(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.major < other.major) {
          return -1;
        }
        if (this.major > other.major) {
          return 1;
        }
        if (this.minor < other.minor) {
          return -1;
        }
        if (this.minor > other.minor) {
          return 1;
        }
        if (this.patch < other.patch) {
          return -1;
        }
        if (this.patch > other.patch) {
          return 1;
        }
        return 0;
      }
      comparePre(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.prerelease.length && !other.prerelease.length) {
          return -1;
        } else if (!this.prerelease.length && other.prerelease.length) {
          return 1;
        } else if (!this.prerelease.length && !other.prerelease.length) {
          return 0;
        }
        let i2 = 0;
        do {
          const a = this.prerelease[i2];
          const b = other.prerelease[i2];
          debug("prerelease compare", i2, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers(a, b);
          }
        } while (++i2);
      }
      compareBuild(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        let i2 = 0;
        do {
          const a = this.build[i2];
          const b = other.build[i2];
          debug("build compare", i2, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers(a, b);
          }
        } while (++i2);
      }
      // preminor will bump the version up to the next minor release, and immediately
      // down to pre-release. premajor and prepatch work the same way.
      inc(release3, identifier, identifierBase) {
        if (release3.startsWith("pre")) {
          if (!identifier && identifierBase === false) {
            throw new Error("invalid increment argument: identifier is empty");
          }
          if (identifier) {
            const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
            if (!match || match[1] !== identifier) {
              throw new Error(`invalid identifier: ${identifier}`);
            }
          }
        }
        switch (release3) {
          case "premajor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor = 0;
            this.major++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "preminor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "prepatch":
            this.prerelease.length = 0;
            this.inc("patch", identifier, identifierBase);
            this.inc("pre", identifier, identifierBase);
            break;
          // If the input is a non-prerelease version, this acts the same as
          // prepatch.
          case "prerelease":
            if (this.prerelease.length === 0) {
              this.inc("patch", identifier, identifierBase);
            }
            this.inc("pre", identifier, identifierBase);
            break;
          case "release":
            if (this.prerelease.length === 0) {
              throw new Error(`version ${this.raw} is not a prerelease`);
            }
            this.prerelease.length = 0;
            break;
          case "major":
            if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) {
              this.major++;
            }
            this.minor = 0;
            this.patch = 0;
            this.prerelease = [];
            break;
          case "minor":
            if (this.patch !== 0 || this.prerelease.length === 0) {
              this.minor++;
            }
            this.patch = 0;
            this.prerelease = [];
            break;
          case "patch":
            if (this.prerelease.length === 0) {
              this.patch++;
            }
            this.prerelease = [];
            break;
          // This probably shouldn't be used publicly.
          // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
          case "pre": {
            const base = Number(identifierBase) ? 1 : 0;
            if (this.prerelease.length === 0) {
              this.prerelease = [base];
            } else {
              let i2 = this.prerelease.length;
              while (--i2 >= 0) {
                if (typeof this.prerelease[i2] === "number") {
                  this.prerelease[i2]++;
                  i2 = -2;
                }
              }
              if (i2 === -1) {
                if (identifier === this.prerelease.join(".") && identifierBase === false) {
                  throw new Error("invalid increment argument: identifier already exists");
                }
                this.prerelease.push(base);
              }
            }
            if (identifier) {
              let prerelease = [identifier, base];
              if (identifierBase === false) {
                prerelease = [identifier];
              }
              if (isPrereleaseIdentifier(this.prerelease, identifier)) {
                const prereleaseBase = this.prerelease[identifier.split(".").length];
                if (isNaN(prereleaseBase)) {
                  this.prerelease = prerelease;
                }
              } else {
                this.prerelease = prerelease;
              }
            }
            break;
          }
          default:
            throw new Error(`invalid increment argument: ${release3}`);
        }
        this.raw = this.format();
        if (this.build.length) {
          this.raw += `+${this.build.join(".")}`;
        }
        return this;
      }
    };
    module.exports = SemVer;
  }
});

// node_modules/semver/functions/parse.js
var require_parse = __commonJS({
  "node_modules/semver/functions/parse.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var parse = (version2, options, throwErrors = false) => {
      if (version2 instanceof SemVer) {
        return version2;
      }
      try {
        return new SemVer(version2, options);
      } catch (er) {
        if (!throwErrors) {
          return null;
        }
        throw er;
      }
    };
    module.exports = parse;
  }
});

// node_modules/semver/functions/valid.js
var require_valid = __commonJS({
  "node_modules/semver/functions/valid.js"(exports, module) {
    "use strict";
    var parse = require_parse();
    var valid = (version2, options) => {
      const v = parse(version2, options);
      return v ? v.version : null;
    };
    module.exports = valid;
  }
});

// node_modules/semver/functions/clean.js
var require_clean = __commonJS({
  "node_modules/semver/functions/clean.js"(exports, module) {
    "use strict";
    var parse = require_parse();
    var clean = (version2, options) => {
      const s = parse(version2.trim().replace(/^[=v]+/, ""), options);
      return s ? s.version : null;
    };
    module.exports = clean;
  }
});

// node_modules/semver/functions/inc.js
var require_inc = __commonJS({
  "node_modules/semver/functions/inc.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var inc = (version2, release3, options, identifier, identifierBase) => {
      if (typeof options === "string") {
        identifierBase = identifier;
        identifier = options;
        options = void 0;
      }
      try {
        return new SemVer(
          version2 instanceof SemVer ? version2.version : version2,
          options
        ).inc(release3, identifier, identifierBase).version;
      } catch (er) {
        return null;
      }
    };
    module.exports = inc;
  }
});

// node_modules/semver/functions/diff.js
var require_diff = __commonJS({
  "node_modules/semver/functions/diff.js"(exports, module) {
    "use strict";
    var parse = require_parse();
    var diff = (version1, version2) => {
      const v1 = parse(version1, null, true);
      const v2 = parse(version2, null, true);
      const comparison = v1.compare(v2);
      if (comparison === 0) {
        return null;
      }
      const v1Higher = comparison > 0;
      const highVersion = v1Higher ? v1 : v2;
      const lowVersion = v1Higher ? v2 : v1;
      const highHasPre = !!highVersion.prerelease.length;
      const lowHasPre = !!lowVersion.prerelease.length;
      if (lowHasPre && !highHasPre) {
        if (!lowVersion.patch && !lowVersion.minor) {
          return "major";
        }
        if (lowVersion.compareMain(highVersion) === 0) {
          if (lowVersion.minor && !lowVersion.patch) {
            return "minor";
          }
          return "patch";
        }
      }
      const prefix = highHasPre ? "pre" : "";
      if (v1.major !== v2.major) {
        return prefix + "major";
      }
      if (v1.minor !== v2.minor) {
        return prefix + "minor";
      }
      if (v1.patch !== v2.patch) {
        return prefix + "patch";
      }
      return "prerelease";
    };
    module.exports = diff;
  }
});

// node_modules/semver/functions/major.js
var require_major = __commonJS({
  "node_modules/semver/functions/major.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var major = (a, loose) => new SemVer(a, loose).major;
    module.exports = major;
  }
});

// node_modules/semver/functions/minor.js
var require_minor = __commonJS({
  "node_modules/semver/functions/minor.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var minor = (a, loose) => new SemVer(a, loose).minor;
    module.exports = minor;
  }
});

// node_modules/semver/functions/patch.js
var require_patch = __commonJS({
  "node_modules/semver/functions/patch.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var patch = (a, loose) => new SemVer(a, loose).patch;
    module.exports = patch;
  }
});

// node_modules/semver/functions/prerelease.js
var require_prerelease = __commonJS({
  "node_modules/semver/functions/prerelease.js"(exports, module) {
    "use strict";
    var parse = require_parse();
    var prerelease = (version2, options) => {
      const parsed2 = parse(version2, options);
      return parsed2 && parsed2.prerelease.length ? parsed2.prerelease : null;
    };
    module.exports = prerelease;
  }
});

// node_modules/semver/functions/compare.js
var require_compare = __commonJS({
  "node_modules/semver/functions/compare.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var compare2 = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
    module.exports = compare2;
  }
});

// node_modules/semver/functions/rcompare.js
var require_rcompare = __commonJS({
  "node_modules/semver/functions/rcompare.js"(exports, module) {
    "use strict";
    var compare2 = require_compare();
    var rcompare = (a, b, loose) => compare2(b, a, loose);
    module.exports = rcompare;
  }
});

// node_modules/semver/functions/compare-loose.js
var require_compare_loose = __commonJS({
  "node_modules/semver/functions/compare-loose.js"(exports, module) {
    "use strict";
    var compare2 = require_compare();
    var compareLoose = (a, b) => compare2(a, b, true);
    module.exports = compareLoose;
  }
});

// node_modules/semver/functions/compare-build.js
var require_compare_build = __commonJS({
  "node_modules/semver/functions/compare-build.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var compareBuild = (a, b, loose) => {
      const versionA = new SemVer(a, loose);
      const versionB = new SemVer(b, loose);
      return versionA.compare(versionB) || versionA.compareBuild(versionB);
    };
    module.exports = compareBuild;
  }
});

// node_modules/semver/functions/sort.js
var require_sort = __commonJS({
  "node_modules/semver/functions/sort.js"(exports, module) {
    "use strict";
    var compareBuild = require_compare_build();
    var sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose));
    module.exports = sort;
  }
});

// node_modules/semver/functions/rsort.js
var require_rsort = __commonJS({
  "node_modules/semver/functions/rsort.js"(exports, module) {
    "use strict";
    var compareBuild = require_compare_build();
    var rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose));
    module.exports = rsort;
  }
});

// node_modules/semver/functions/gt.js
var require_gt = __commonJS({
  "node_modules/semver/functions/gt.js"(exports, module) {
    "use strict";
    var compare2 = require_compare();
    var gt = (a, b, loose) => compare2(a, b, loose) > 0;
    module.exports = gt;
  }
});

// node_modules/semver/functions/lt.js
var require_lt = __commonJS({
  "node_modules/semver/functions/lt.js"(exports, module) {
    "use strict";
    var compare2 = require_compare();
    var lt = (a, b, loose) => compare2(a, b, loose) < 0;
    module.exports = lt;
  }
});

// node_modules/semver/functions/eq.js
var require_eq = __commonJS({
  "node_modules/semver/functions/eq.js"(exports, module) {
    "use strict";
    var compare2 = require_compare();
    var eq = (a, b, loose) => compare2(a, b, loose) === 0;
    module.exports = eq;
  }
});

// node_modules/semver/functions/neq.js
var require_neq = __commonJS({
  "node_modules/semver/functions/neq.js"(exports, module) {
    "use strict";
    var compare2 = require_compare();
    var neq = (a, b, loose) => compare2(a, b, loose) !== 0;
    module.exports = neq;
  }
});

// node_modules/semver/functions/gte.js
var require_gte = __commonJS({
  "node_modules/semver/functions/gte.js"(exports, module) {
    "use strict";
    var compare2 = require_compare();
    var gte = (a, b, loose) => compare2(a, b, loose) >= 0;
    module.exports = gte;
  }
});

// node_modules/semver/functions/lte.js
var require_lte = __commonJS({
  "node_modules/semver/functions/lte.js"(exports, module) {
    "use strict";
    var compare2 = require_compare();
    var lte = (a, b, loose) => compare2(a, b, loose) <= 0;
    module.exports = lte;
  }
});

// node_modules/semver/functions/cmp.js
var require_cmp = __commonJS({
  "node_modules/semver/functions/cmp.js"(exports, module) {
    "use strict";
    var eq = require_eq();
    var neq = require_neq();
    var gt = require_gt();
    var gte = require_gte();
    var lt = require_lt();
    var lte = require_lte();
    var cmp = (a, op, b, loose) => {
      switch (op) {
        case "===":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a === b;
        case "!==":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a !== b;
        case "":
        case "=":
        case "==":
          return eq(a, b, loose);
        case "!=":
          return neq(a, b, loose);
        case ">":
          return gt(a, b, loose);
        case ">=":
          return gte(a, b, loose);
        case "<":
          return lt(a, b, loose);
        case "<=":
          return lte(a, b, loose);
        default:
          throw new TypeError(`Invalid operator: ${op}`);
      }
    };
    module.exports = cmp;
  }
});

// node_modules/semver/functions/coerce.js
var require_coerce = __commonJS({
  "node_modules/semver/functions/coerce.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var parse = require_parse();
    var { safeRe: re, t } = require_re();
    var coerce = (version2, options) => {
      if (version2 instanceof SemVer) {
        return version2;
      }
      if (typeof version2 === "number") {
        version2 = String(version2);
      }
      if (typeof version2 !== "string") {
        return null;
      }
      options = options || {};
      let match = null;
      if (!options.rtl) {
        match = version2.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE]);
      } else {
        const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL];
        let next;
        while ((next = coerceRtlRegex.exec(version2)) && (!match || match.index + match[0].length !== version2.length)) {
          if (!match || next.index + next[0].length !== match.index + match[0].length) {
            match = next;
          }
          coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length;
        }
        coerceRtlRegex.lastIndex = -1;
      }
      if (match === null) {
        return null;
      }
      const major = match[2];
      const minor = match[3] || "0";
      const patch = match[4] || "0";
      const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : "";
      const build = options.includePrerelease && match[6] ? `+${match[6]}` : "";
      return parse(`${major}.${minor}.${patch}${prerelease}${build}`, options);
    };
    module.exports = coerce;
  }
});

// node_modules/semver/functions/truncate.js
var require_truncate = __commonJS({
  "node_modules/semver/functions/truncate.js"(exports, module) {
    "use strict";
    var parse = require_parse();
    var constants = require_constants();
    var SemVer = require_semver();
    var truncate = (version2, truncation, options) => {
      if (!constants.RELEASE_TYPES.includes(truncation)) {
        return null;
      }
      const clonedVersion = cloneInputVersion(version2, options);
      return clonedVersion && doTruncation(clonedVersion, truncation);
    };
    var cloneInputVersion = (version2, options) => {
      const versionStringToParse = version2 instanceof SemVer ? version2.version : version2;
      return parse(versionStringToParse, options);
    };
    var doTruncation = (version2, truncation) => {
      if (isPrerelease(truncation)) {
        return version2.version;
      }
      version2.prerelease = [];
      switch (truncation) {
        case "major":
          version2.minor = 0;
          version2.patch = 0;
          break;
        case "minor":
          version2.patch = 0;
          break;
      }
      return version2.format();
    };
    var isPrerelease = (type) => {
      return type.startsWith("pre");
    };
    module.exports = truncate;
  }
});

// node_modules/semver/internal/lrucache.js
var require_lrucache = __commonJS({
  "node_modules/semver/internal/lrucache.js"(exports, module) {
    "use strict";
    var LRUCache = class {
      constructor() {
        this.max = 1e3;
        this.map = /* @__PURE__ */ new Map();
      }
      get(key) {
        const value = this.map.get(key);
        if (value === void 0) {
          return void 0;
        } else {
          this.map.delete(key);
          this.map.set(key, value);
          return value;
        }
      }
      delete(key) {
        return this.map.delete(key);
      }
      set(key, value) {
        const deleted = this.delete(key);
        if (!deleted && value !== void 0) {
          if (this.map.size >= this.max) {
            const firstKey = this.map.keys().next().value;
            this.delete(firstKey);
          }
          this.map.set(key, value);
        }
        return this;
      }
    };
    module.exports = LRUCache;
  }
});

// node_modules/semver/internal/trim-comparator-whitespace.js
var require_trim_comparator_whitespace = __commonJS({
  "node_modules/semver/internal/trim-comparator-whitespace.js"(exports, module) {
    "use strict";
    var {
      MAX_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      WHITESPACE_CHARACTERS
    } = require_constants();
    var whitespace = new Uint8Array(65536);
    for (const char of WHITESPACE_CHARACTERS) {
      whitespace[char.charCodeAt(0)] = 1;
    }
    var isWhitespace = (char) => char !== void 0 && whitespace[char.charCodeAt(0)] === 1;
    var isVersionPrefix = (char) => char === "v" || char === "=" || isWhitespace(char);
    var isDigit = (char) => char !== void 0 && char >= "0" && char <= "9";
    var isLetter = (char) => char !== void 0 && (char >= "a" && char <= "z" || char >= "A" && char <= "Z");
    var isIdentifierCharacter = (char) => isDigit(char) || isLetter(char) || char === "-";
    var isVersionStart = (char) => isDigit(char) || char === "x" || char === "X" || char === "*";
    var findDigitsEndIndex = (range, start3, limit, digitRuns) => {
      if (!isDigit(range[start3])) {
        return start3;
      }
      if (start3 >= digitRuns.start && start3 < digitRuns.end) {
        return Math.min(start3 + limit, digitRuns.end);
      }
      if (start3 >= digitRuns.previousStart && start3 < digitRuns.previousEnd) {
        return Math.min(start3 + limit, digitRuns.previousEnd);
      }
      let end = start3 + 1;
      while (isDigit(range[end])) {
        end++;
      }
      digitRuns.previousStart = digitRuns.start;
      digitRuns.previousEnd = digitRuns.end;
      digitRuns.start = start3;
      digitRuns.end = end;
      return Math.min(start3 + limit, end);
    };
    var findVersionNumberEndIndex = (range, start3, loose, digitRuns) => {
      if (!loose && range[start3] === "0") {
        return start3 + 1;
      }
      return findDigitsEndIndex(range, start3, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns);
    };
    var findPrereleaseIdentifierEndIndex = (range, start3, loose, digitRuns) => {
      const digitsEnd = findDigitsEndIndex(range, start3, MAX_LENGTH, digitRuns);
      if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
        let end = digitsEnd + 1;
        const limit = end + MAX_SAFE_BUILD_LENGTH;
        while (end < limit && isIdentifierCharacter(range[end])) {
          end++;
        }
        return end;
      }
      return findVersionNumberEndIndex(range, start3, loose, digitRuns);
    };
    var findPrereleaseEndIndex = (range, start3, loose, digitRuns) => {
      const hyphen = range[start3] === "-";
      if (!loose && !hyphen) {
        return start3;
      }
      const identifierStart = start3 + (hyphen ? 1 : 0);
      let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
      if (end === identifierStart) {
        if (!loose || !hyphen) {
          return start3;
        }
        end = findPrereleaseIdentifierEndIndex(range, start3, loose, digitRuns);
      }
      while (range[end] === ".") {
        const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    };
    var findBuildIdentifierEndIndex = (range, start3) => {
      let end = start3;
      while (end - start3 < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) {
        end++;
      }
      return end;
    };
    var findBuildEndIndex = (range, start3) => {
      if (range[start3] !== "+") {
        return start3;
      }
      let end = findBuildIdentifierEndIndex(range, start3 + 1);
      if (end === start3 + 1) {
        return start3;
      }
      while (range[end] === ".") {
        const next = findBuildIdentifierEndIndex(range, end + 1);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    };
    var findLooseFullVersionEndIndex = (range, start3, digitRuns) => {
      let end = start3;
      for (let component = 0; component < 3; component++) {
        const next = findVersionNumberEndIndex(range, end, true, digitRuns);
        if (next === end) {
          return start3;
        }
        end = next;
        if (component < 2) {
          if (range[end] !== ".") {
            return start3;
          }
          end++;
        }
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findPartialVersionComponentEndIndex = (range, start3, digitRuns) => {
      if (isDigit(range[start3])) {
        return findVersionNumberEndIndex(range, start3, false, digitRuns);
      }
      return isVersionStart(range[start3]) ? start3 + 1 : start3;
    };
    var findPartialVersionEndIndex = (range, start3, digitRuns) => {
      let end = findPartialVersionComponentEndIndex(range, start3, digitRuns);
      for (let component = 0; component < 2; component++) {
        if (range[end] !== ".") {
          return end;
        }
        const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns);
        if (next === end + 1) {
          return end;
        }
        end = next;
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findVersionEndIndex = (range, start3, digitRuns) => {
      const fullVersionEnd = findLooseFullVersionEndIndex(range, start3, digitRuns);
      return fullVersionEnd !== start3 ? fullVersionEnd : findPartialVersionEndIndex(range, start3, digitRuns);
    };
    var findRemovableWhitespaceIndex = (range, matchStart) => {
      let position = matchStart;
      if (isWhitespace(range[position])) {
        position++;
      }
      if (range[position] === "<" || range[position] === ">") {
        position++;
      }
      if (range[position] === "=") {
        position++;
      }
      return isWhitespace(range[position]) ? position : -1;
    };
    var trimComparatorWhitespace = (range) => {
      let result = "";
      let copyFrom = 0;
      let cursor = 0;
      const digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 };
      while (cursor < range.length) {
        const matchStart = cursor;
        if (range[cursor] === "<" || range[cursor] === ">") {
          cursor++;
        } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
          cursor++;
          continue;
        }
        while (cursor < range.length && isVersionPrefix(range[cursor])) {
          cursor++;
        }
        if (!isVersionStart(range[cursor])) {
          continue;
        }
        const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart);
        if (whitespacePosition !== -1) {
          result += range.slice(copyFrom, whitespacePosition);
          copyFrom = whitespacePosition + 1;
        }
        cursor = findVersionEndIndex(range, cursor, digitRuns);
      }
      return result + range.slice(copyFrom);
    };
    module.exports = trimComparatorWhitespace;
  }
});

// node_modules/semver/classes/range.js
var require_range = __commonJS({
  "node_modules/semver/classes/range.js"(exports, module) {
    "use strict";
    var SPACE_CHARACTERS = /\s+/g;
    var Range = class _Range {
      constructor(range, options) {
        options = parseOptions(options);
        if (range instanceof _Range) {
          if (range.loose === !!options.loose && range.includePrerelease === !!options.includePrerelease) {
            return range;
          } else {
            return new _Range(range.raw, options);
          }
        }
        if (range instanceof Comparator) {
          this.raw = range.value;
          this.set = [[range]];
          this.formatted = void 0;
          return this;
        }
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        this.raw = range.trim().replace(SPACE_CHARACTERS, " ");
        this.set = this.raw.split("||").map((r) => this.parseRange(r.trim())).filter((c) => c.length);
        if (!this.set.length) {
          throw new TypeError(`Invalid SemVer Range: ${this.raw}`);
        }
        if (this.set.length > 1) {
          const first = this.set[0];
          this.set = this.set.filter((c) => !isNullSet(c[0]));
          if (this.set.length === 0) {
            this.set = [first];
          } else if (this.set.length > 1) {
            for (const c of this.set) {
              if (c.length === 1 && isAny(c[0])) {
                this.set = [c];
                break;
              }
            }
          }
        }
        this.formatted = void 0;
      }
      get range() {
        if (this.formatted === void 0) {
          this.formatted = "";
          for (let i2 = 0; i2 < this.set.length; i2++) {
            if (i2 > 0) {
              this.formatted += "||";
            }
            const comps = this.set[i2];
            for (let k = 0; k < comps.length; k++) {
              if (k > 0) {
                this.formatted += " ";
              }
              this.formatted += comps[k].toString().trim();
            }
          }
        }
        return this.formatted;
      }
      format() {
        return this.range;
      }
      toString() {
        return this.range;
      }
      parseRange(range) {
        range = range.replace(BUILDSTRIPRE, "");
        const memoOpts = (this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) | (this.options.loose && FLAG_LOOSE);
        const memoKey = memoOpts + ":" + range;
        const cached = cache.get(memoKey);
        if (cached) {
          return cached;
        }
        const loose = this.options.loose;
        const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE];
        range = range.replace(hr, hyphenReplace(this.options.includePrerelease));
        debug("hyphen replace", range);
        range = trimComparatorWhitespace(range);
        debug("comparator trim", range);
        range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
        debug("tilde trim", range);
        range = range.replace(re[t.CARETTRIM], caretTrimReplace);
        debug("caret trim", range);
        let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
        if (loose) {
          rangeList = rangeList.filter((comp) => {
            debug("loose invalid filter", comp, this.options);
            return !!comp.match(re[t.COMPARATORLOOSE]);
          });
        }
        debug("range list", rangeList);
        const rangeMap = /* @__PURE__ */ new Map();
        const comparators = rangeList.map((comp) => new Comparator(comp, this.options));
        for (const comp of comparators) {
          if (isNullSet(comp)) {
            return [comp];
          }
          rangeMap.set(comp.value, comp);
        }
        if (rangeMap.size > 1 && rangeMap.has("")) {
          rangeMap.delete("");
        }
        const result = [...rangeMap.values()];
        cache.set(memoKey, result);
        return result;
      }
      intersects(range, options) {
        if (!(range instanceof _Range)) {
          throw new TypeError("a Range is required");
        }
        return this.set.some((thisComparators) => {
          return isSatisfiable(thisComparators, options) && range.set.some((rangeComparators) => {
            return isSatisfiable(rangeComparators, options) && thisComparators.every((thisComparator) => {
              return rangeComparators.every((rangeComparator) => {
                return thisComparator.intersects(rangeComparator, options);
              });
            });
          });
        });
      }
      // if ANY of the sets match ALL of its comparators, then pass
      test(version2) {
        if (!version2) {
          return false;
        }
        if (typeof version2 === "string") {
          try {
            version2 = new SemVer(version2, this.options);
          } catch (er) {
            return false;
          }
        }
        for (let i2 = 0; i2 < this.set.length; i2++) {
          if (testSet(this.set[i2], version2, this.options)) {
            return true;
          }
        }
        return false;
      }
    };
    module.exports = Range;
    var LRU = require_lrucache();
    var cache = new LRU();
    var parseOptions = require_parse_options();
    var Comparator = require_comparator();
    var debug = require_debug();
    var SemVer = require_semver();
    var trimComparatorWhitespace = require_trim_comparator_whitespace();
    var {
      safeRe: re,
      src,
      t,
      tildeTrimReplace,
      caretTrimReplace
    } = require_re();
    var { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = require_constants();
    var BUILDSTRIPRE = new RegExp(src[t.BUILD], "g");
    var isNullSet = (c) => c.value === "<0.0.0-0";
    var isAny = (c) => c.value === "";
    var isSatisfiable = (comparators, options) => {
      let result = true;
      const remainingComparators = comparators.slice();
      let testComparator = remainingComparators.pop();
      while (result && remainingComparators.length) {
        result = remainingComparators.every((otherComparator) => {
          return testComparator.intersects(otherComparator, options);
        });
        testComparator = remainingComparators.pop();
      }
      return result;
    };
    var parseComparator = (comp, options) => {
      comp = comp.replace(re[t.BUILD], "");
      debug("comp", comp, options);
      comp = replaceCarets(comp, options);
      debug("caret", comp);
      comp = replaceTildes(comp, options);
      debug("tildes", comp);
      comp = replaceXRanges(comp, options);
      debug("xrange", comp);
      comp = replaceStars(comp, options);
      debug("stars", comp);
      return comp;
    };
    var isX = (id) => !id || id.toLowerCase() === "x" || id === "*";
    var invalidXRangeOrder = (M, m, p) => isX(M) && !isX(m) || isX(m) && p && !isX(p);
    var replaceTildes = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceTilde(c, options)).join(" ");
    };
    var replaceTilde = (comp, options) => {
      const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("tilde", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
        } else if (pr) {
          debug("replaceTilde pr", pr);
          ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
        } else {
          ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
        }
        debug("tilde return", ret);
        return ret;
      });
    };
    var replaceCarets = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options)).join(" ");
    };
    var replaceCaret = (comp, options) => {
      debug("caret", comp, options);
      const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("caret", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          if (M === "0") {
            ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
          } else {
            ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`;
          }
        } else if (pr) {
          debug("replaceCaret pr", pr);
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p}-${pr} <${+M + 1}.0.0-0`;
          }
        } else {
          debug("no pr");
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p} <${+M + 1}.0.0-0`;
          }
        }
        debug("caret return", ret);
        return ret;
      });
    };
    var replaceXRanges = (comp, options) => {
      debug("replaceXRanges", comp, options);
      return comp.split(/\s+/).map((c) => replaceXRange(c, options)).join(" ");
    };
    var replaceXRange = (comp, options) => {
      comp = comp.trim();
      const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
      return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
        debug("xRange", comp, ret, gtlt, M, m, p, pr);
        if (invalidXRangeOrder(M, m, p)) {
          return comp;
        }
        const xM = isX(M);
        const xm = xM || isX(m);
        const xp = xm || isX(p);
        const anyX = xp;
        if (gtlt === "=" && anyX) {
          gtlt = "";
        }
        pr = options.includePrerelease ? "-0" : "";
        if (xM) {
          if (gtlt === ">" || gtlt === "<") {
            ret = "<0.0.0-0";
          } else {
            ret = "*";
          }
        } else if (gtlt && anyX) {
          if (xm) {
            m = 0;
          }
          p = 0;
          if (gtlt === ">") {
            gtlt = ">=";
            if (xm) {
              M = +M + 1;
              m = 0;
              p = 0;
            } else {
              m = +m + 1;
              p = 0;
            }
          } else if (gtlt === "<=") {
            gtlt = "<";
            if (xm) {
              M = +M + 1;
            } else {
              m = +m + 1;
            }
          }
          if (gtlt === "<") {
            pr = "-0";
          }
          ret = `${gtlt + M}.${m}.${p}${pr}`;
        } else if (xm) {
          ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`;
        } else if (xp) {
          ret = `>=${M}.${m}.0${pr} <${M}.${+m + 1}.0-0`;
        }
        debug("xRange return", ret);
        return ret;
      });
    };
    var replaceStars = (comp, options) => {
      debug("replaceStars", comp, options);
      return comp.trim().replace(re[t.STAR], "");
    };
    var replaceGTE0 = (comp, options) => {
      debug("replaceGTE0", comp, options);
      return comp.trim().replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], "");
    };
    var hyphenReplace = (incPr) => ($0, from, fM, fm, fp, fpr, fb, to, tM, tm, tp, tpr) => {
      if (isX(fM)) {
        from = "";
      } else if (isX(fm)) {
        from = `>=${fM}.0.0${incPr ? "-0" : ""}`;
      } else if (isX(fp)) {
        from = `>=${fM}.${fm}.0${incPr ? "-0" : ""}`;
      } else if (fpr) {
        from = `>=${from}`;
      } else {
        from = `>=${from}${incPr ? "-0" : ""}`;
      }
      if (isX(tM)) {
        to = "";
      } else if (isX(tm)) {
        to = `<${+tM + 1}.0.0-0`;
      } else if (isX(tp)) {
        to = `<${tM}.${+tm + 1}.0-0`;
      } else if (tpr) {
        to = `<=${tM}.${tm}.${tp}-${tpr}`;
      } else if (incPr) {
        to = `<${tM}.${tm}.${+tp + 1}-0`;
      } else {
        to = `<=${to}`;
      }
      return `${from} ${to}`.trim();
    };
    var testSet = (set, version2, options) => {
      for (let i2 = 0; i2 < set.length; i2++) {
        if (!set[i2].test(version2)) {
          return false;
        }
      }
      if (version2.prerelease.length && !options.includePrerelease) {
        for (let i2 = 0; i2 < set.length; i2++) {
          debug(set[i2].semver);
          if (set[i2].semver === Comparator.ANY) {
            continue;
          }
          if (set[i2].semver.prerelease.length > 0) {
            const allowed = set[i2].semver;
            if (allowed.major === version2.major && allowed.minor === version2.minor && allowed.patch === version2.patch) {
              return true;
            }
          }
        }
        return false;
      }
      return true;
    };
  }
});

// node_modules/semver/classes/comparator.js
var require_comparator = __commonJS({
  "node_modules/semver/classes/comparator.js"(exports, module) {
    "use strict";
    var ANY = /* @__PURE__ */ Symbol("SemVer ANY");
    var Comparator = class _Comparator {
      static get ANY() {
        return ANY;
      }
      constructor(comp, options) {
        options = parseOptions(options);
        if (comp instanceof _Comparator) {
          if (comp.loose === !!options.loose) {
            return comp;
          } else {
            comp = comp.value;
          }
        }
        comp = comp.trim().split(/\s+/).join(" ");
        debug("comparator", comp, options);
        this.options = options;
        this.loose = !!options.loose;
        this.parse(comp);
        if (this.semver === ANY) {
          this.value = "";
        } else {
          this.value = this.operator + this.semver.version;
        }
        debug("comp", this);
      }
      parse(comp) {
        const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR];
        const m = comp.match(r);
        if (!m) {
          throw new TypeError(`Invalid comparator: ${comp}`);
        }
        this.operator = m[1] !== void 0 ? m[1] : "";
        if (this.operator === "=") {
          this.operator = "";
        }
        if (!m[2]) {
          this.semver = ANY;
        } else {
          this.semver = new SemVer(m[2], this.options.loose);
        }
      }
      toString() {
        return this.value;
      }
      test(version2) {
        debug("Comparator.test", version2, this.options.loose);
        if (this.semver === ANY || version2 === ANY) {
          return true;
        }
        if (typeof version2 === "string") {
          try {
            version2 = new SemVer(version2, this.options);
          } catch (er) {
            return false;
          }
        }
        return cmp(version2, this.operator, this.semver, this.options);
      }
      intersects(comp, options) {
        if (!(comp instanceof _Comparator)) {
          throw new TypeError("a Comparator is required");
        }
        if (this.operator === "") {
          if (this.value === "") {
            return true;
          }
          return new Range(comp.value, options).test(this.value);
        } else if (comp.operator === "") {
          if (comp.value === "") {
            return true;
          }
          return new Range(this.value, options).test(comp.semver);
        }
        options = parseOptions(options);
        if (options.includePrerelease && (this.value === "<0.0.0-0" || comp.value === "<0.0.0-0")) {
          return false;
        }
        if (!options.includePrerelease && (this.value.startsWith("<0.0.0") || comp.value.startsWith("<0.0.0"))) {
          return false;
        }
        if (this.operator.startsWith(">") && comp.operator.startsWith(">")) {
          return true;
        }
        if (this.operator.startsWith("<") && comp.operator.startsWith("<")) {
          return true;
        }
        if (this.semver.version === comp.semver.version && this.operator.includes("=") && comp.operator.includes("=")) {
          return true;
        }
        if (cmp(this.semver, "<", comp.semver, options) && this.operator.startsWith(">") && comp.operator.startsWith("<")) {
          return true;
        }
        if (cmp(this.semver, ">", comp.semver, options) && this.operator.startsWith("<") && comp.operator.startsWith(">")) {
          return true;
        }
        return false;
      }
    };
    module.exports = Comparator;
    var parseOptions = require_parse_options();
    var { safeRe: re, t } = require_re();
    var cmp = require_cmp();
    var debug = require_debug();
    var SemVer = require_semver();
    var Range = require_range();
  }
});

// node_modules/semver/functions/satisfies.js
var require_satisfies = __commonJS({
  "node_modules/semver/functions/satisfies.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var satisfies = (version2, range, options) => {
      try {
        range = new Range(range, options);
      } catch (er) {
        return false;
      }
      return range.test(version2);
    };
    module.exports = satisfies;
  }
});

// node_modules/semver/ranges/to-comparators.js
var require_to_comparators = __commonJS({
  "node_modules/semver/ranges/to-comparators.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var toComparators = (range, options) => new Range(range, options).set.map((comp) => comp.map((c) => c.value).join(" ").trim().split(" "));
    module.exports = toComparators;
  }
});

// node_modules/semver/ranges/max-satisfying.js
var require_max_satisfying = __commonJS({
  "node_modules/semver/ranges/max-satisfying.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var maxSatisfying = (versions, range, options) => {
      let max2 = null;
      let maxSV = null;
      let rangeObj = null;
      try {
        rangeObj = new Range(range, options);
      } catch (er) {
        return null;
      }
      versions.forEach((v) => {
        if (rangeObj.test(v)) {
          if (!max2 || maxSV.compare(v) === -1) {
            max2 = v;
            maxSV = new SemVer(max2, options);
          }
        }
      });
      return max2;
    };
    module.exports = maxSatisfying;
  }
});

// node_modules/semver/ranges/min-satisfying.js
var require_min_satisfying = __commonJS({
  "node_modules/semver/ranges/min-satisfying.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var minSatisfying = (versions, range, options) => {
      let min = null;
      let minSV = null;
      let rangeObj = null;
      try {
        rangeObj = new Range(range, options);
      } catch (er) {
        return null;
      }
      versions.forEach((v) => {
        if (rangeObj.test(v)) {
          if (!min || minSV.compare(v) === 1) {
            min = v;
            minSV = new SemVer(min, options);
          }
        }
      });
      return min;
    };
    module.exports = minSatisfying;
  }
});

// node_modules/semver/ranges/min-version.js
var require_min_version = __commonJS({
  "node_modules/semver/ranges/min-version.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var gt = require_gt();
    var minVersion = (range, loose) => {
      range = new Range(range, loose);
      let minver = new SemVer("0.0.0");
      if (range.test(minver)) {
        return minver;
      }
      minver = new SemVer("0.0.0-0");
      if (range.test(minver)) {
        return minver;
      }
      minver = null;
      for (let i2 = 0; i2 < range.set.length; ++i2) {
        const comparators = range.set[i2];
        let setMin = null;
        comparators.forEach((comparator) => {
          const compver = new SemVer(comparator.semver.version);
          switch (comparator.operator) {
            case ">":
              if (compver.prerelease.length === 0) {
                compver.patch++;
              } else {
                compver.prerelease.push(0);
              }
              compver.raw = compver.format();
            /* fallthrough */
            case "":
            case ">=":
              if (!setMin || gt(compver, setMin)) {
                setMin = compver;
              }
              break;
            case "<":
            case "<=":
              break;
            /* istanbul ignore next */
            default:
              throw new Error(`Unexpected operation: ${comparator.operator}`);
          }
        });
        if (setMin && (!minver || gt(minver, setMin))) {
          minver = setMin;
        }
      }
      if (minver && range.test(minver)) {
        return minver;
      }
      return null;
    };
    module.exports = minVersion;
  }
});

// node_modules/semver/ranges/valid.js
var require_valid2 = __commonJS({
  "node_modules/semver/ranges/valid.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var validRange = (range, options) => {
      try {
        return new Range(range, options).range || "*";
      } catch (er) {
        return null;
      }
    };
    module.exports = validRange;
  }
});

// node_modules/semver/ranges/outside.js
var require_outside = __commonJS({
  "node_modules/semver/ranges/outside.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var Comparator = require_comparator();
    var { ANY } = Comparator;
    var Range = require_range();
    var satisfies = require_satisfies();
    var gt = require_gt();
    var lt = require_lt();
    var lte = require_lte();
    var gte = require_gte();
    var outside = (version2, range, hilo, options) => {
      version2 = new SemVer(version2, options);
      range = new Range(range, options);
      let gtfn, ltefn, ltfn, comp, ecomp;
      switch (hilo) {
        case ">":
          gtfn = gt;
          ltefn = lte;
          ltfn = lt;
          comp = ">";
          ecomp = ">=";
          break;
        case "<":
          gtfn = lt;
          ltefn = gte;
          ltfn = gt;
          comp = "<";
          ecomp = "<=";
          break;
        default:
          throw new TypeError('Must provide a hilo val of "<" or ">"');
      }
      if (satisfies(version2, range, options)) {
        return false;
      }
      for (let i2 = 0; i2 < range.set.length; ++i2) {
        const comparators = range.set[i2];
        let high = null;
        let low = null;
        comparators.forEach((comparator) => {
          if (comparator.semver === ANY) {
            comparator = new Comparator(">=0.0.0");
          }
          high = high || comparator;
          low = low || comparator;
          if (gtfn(comparator.semver, high.semver, options)) {
            high = comparator;
          } else if (ltfn(comparator.semver, low.semver, options)) {
            low = comparator;
          }
        });
        if (high.operator === comp || high.operator === ecomp) {
          return false;
        }
        if ((!low.operator || low.operator === comp) && ltefn(version2, low.semver)) {
          return false;
        } else if (low.operator === ecomp && ltfn(version2, low.semver)) {
          return false;
        }
      }
      return true;
    };
    module.exports = outside;
  }
});

// node_modules/semver/ranges/gtr.js
var require_gtr = __commonJS({
  "node_modules/semver/ranges/gtr.js"(exports, module) {
    "use strict";
    var outside = require_outside();
    var gtr = (version2, range, options) => outside(version2, range, ">", options);
    module.exports = gtr;
  }
});

// node_modules/semver/ranges/ltr.js
var require_ltr = __commonJS({
  "node_modules/semver/ranges/ltr.js"(exports, module) {
    "use strict";
    var outside = require_outside();
    var ltr = (version2, range, options) => outside(version2, range, "<", options);
    module.exports = ltr;
  }
});

// node_modules/semver/ranges/intersects.js
var require_intersects = __commonJS({
  "node_modules/semver/ranges/intersects.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var intersects = (r1, r2, options) => {
      r1 = new Range(r1, options);
      r2 = new Range(r2, options);
      return r1.intersects(r2, options);
    };
    module.exports = intersects;
  }
});

// node_modules/semver/ranges/simplify.js
var require_simplify = __commonJS({
  "node_modules/semver/ranges/simplify.js"(exports, module) {
    "use strict";
    var satisfies = require_satisfies();
    var compare2 = require_compare();
    module.exports = (versions, range, options) => {
      const set = [];
      let first = null;
      let prev = null;
      const v = versions.sort((a, b) => compare2(a, b, options));
      for (const version2 of v) {
        const included = satisfies(version2, range, options);
        if (included) {
          prev = version2;
          if (!first) {
            first = version2;
          }
        } else {
          if (prev) {
            set.push([first, prev]);
          }
          prev = null;
          first = null;
        }
      }
      if (first) {
        set.push([first, null]);
      }
      const ranges = [];
      for (const [min, max2] of set) {
        if (min === max2) {
          ranges.push(min);
        } else if (!max2 && min === v[0]) {
          ranges.push("*");
        } else if (!max2) {
          ranges.push(`>=${min}`);
        } else if (min === v[0]) {
          ranges.push(`<=${max2}`);
        } else {
          ranges.push(`${min} - ${max2}`);
        }
      }
      const simplified = ranges.join(" || ");
      const original = typeof range.raw === "string" ? range.raw : String(range);
      return simplified.length < original.length ? simplified : range;
    };
  }
});

// node_modules/semver/ranges/subset.js
var require_subset = __commonJS({
  "node_modules/semver/ranges/subset.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var Comparator = require_comparator();
    var { ANY } = Comparator;
    var satisfies = require_satisfies();
    var compare2 = require_compare();
    var subset = (sub, dom, options = {}) => {
      if (sub === dom) {
        return true;
      }
      sub = new Range(sub, options);
      dom = new Range(dom, options);
      let sawNonNull = false;
      OUTER: for (const simpleSub of sub.set) {
        for (const simpleDom of dom.set) {
          const isSub = simpleSubset(simpleSub, simpleDom, options);
          sawNonNull = sawNonNull || isSub !== null;
          if (isSub) {
            continue OUTER;
          }
        }
        if (sawNonNull) {
          return false;
        }
      }
      return true;
    };
    var minimumVersionWithPreRelease = [new Comparator(">=0.0.0-0")];
    var minimumVersion = [new Comparator(">=0.0.0")];
    var simpleSubset = (sub, dom, options) => {
      if (sub === dom) {
        return true;
      }
      if (sub.length === 1 && sub[0].semver === ANY) {
        if (dom.length === 1 && dom[0].semver === ANY) {
          return true;
        } else if (options.includePrerelease) {
          sub = minimumVersionWithPreRelease;
        } else {
          sub = minimumVersion;
        }
      }
      if (dom.length === 1 && dom[0].semver === ANY) {
        if (options.includePrerelease) {
          return true;
        } else {
          dom = minimumVersion;
        }
      }
      const eqSet = /* @__PURE__ */ new Set();
      let gt, lt;
      for (const c of sub) {
        if (c.operator === ">" || c.operator === ">=") {
          gt = higherGT(gt, c, options);
        } else if (c.operator === "<" || c.operator === "<=") {
          lt = lowerLT(lt, c, options);
        } else {
          eqSet.add(c.semver);
        }
      }
      if (eqSet.size > 1) {
        return null;
      }
      let gtltComp;
      if (gt && lt) {
        gtltComp = compare2(gt.semver, lt.semver, options);
        if (gtltComp > 0) {
          return null;
        } else if (gtltComp === 0 && (gt.operator !== ">=" || lt.operator !== "<=")) {
          return null;
        }
      }
      for (const eq of eqSet) {
        if (gt && !satisfies(eq, String(gt), options)) {
          return null;
        }
        if (lt && !satisfies(eq, String(lt), options)) {
          return null;
        }
        for (const c of dom) {
          if (!satisfies(eq, String(c), options)) {
            return false;
          }
        }
        return true;
      }
      let higher, lower;
      let hasDomLT, hasDomGT;
      let needDomLTPre = lt && !options.includePrerelease && lt.semver.prerelease.length ? lt.semver : false;
      let needDomGTPre = gt && !options.includePrerelease && gt.semver.prerelease.length ? gt.semver : false;
      if (needDomLTPre && needDomLTPre.prerelease.length === 1 && lt.operator === "<" && needDomLTPre.prerelease[0] === 0) {
        needDomLTPre = false;
      }
      for (const c of dom) {
        hasDomGT = hasDomGT || c.operator === ">" || c.operator === ">=";
        hasDomLT = hasDomLT || c.operator === "<" || c.operator === "<=";
        if (gt) {
          if (needDomGTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomGTPre.major && c.semver.minor === needDomGTPre.minor && c.semver.patch === needDomGTPre.patch) {
              needDomGTPre = false;
            }
          }
          if (c.operator === ">" || c.operator === ">=") {
            higher = higherGT(gt, c, options);
            if (higher === c && higher !== gt) {
              return false;
            }
          } else if (gt.operator === ">=" && !c.test(gt.semver)) {
            return false;
          }
        }
        if (lt) {
          if (needDomLTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomLTPre.major && c.semver.minor === needDomLTPre.minor && c.semver.patch === needDomLTPre.patch) {
              needDomLTPre = false;
            }
          }
          if (c.operator === "<" || c.operator === "<=") {
            lower = lowerLT(lt, c, options);
            if (lower === c && lower !== lt) {
              return false;
            }
          } else if (lt.operator === "<=" && !c.test(lt.semver)) {
            return false;
          }
        }
        if (!c.operator && (lt || gt) && gtltComp !== 0) {
          return false;
        }
      }
      if (gt && hasDomLT && !lt && gtltComp !== 0) {
        return false;
      }
      if (lt && hasDomGT && !gt && gtltComp !== 0) {
        return false;
      }
      if (needDomGTPre || needDomLTPre) {
        return false;
      }
      return true;
    };
    var higherGT = (a, b, options) => {
      if (!a) {
        return b;
      }
      const comp = compare2(a.semver, b.semver, options);
      return comp > 0 ? a : comp < 0 ? b : b.operator === ">" && a.operator === ">=" ? b : a;
    };
    var lowerLT = (a, b, options) => {
      if (!a) {
        return b;
      }
      const comp = compare2(a.semver, b.semver, options);
      return comp < 0 ? a : comp > 0 ? b : b.operator === "<" && a.operator === "<=" ? b : a;
    };
    module.exports = subset;
  }
});

// node_modules/semver/index.js
var require_semver2 = __commonJS({
  "node_modules/semver/index.js"(exports, module) {
    "use strict";
    var internalRe = require_re();
    var constants = require_constants();
    var SemVer = require_semver();
    var identifiers = require_identifiers();
    var parse = require_parse();
    var valid = require_valid();
    var clean = require_clean();
    var inc = require_inc();
    var diff = require_diff();
    var major = require_major();
    var minor = require_minor();
    var patch = require_patch();
    var prerelease = require_prerelease();
    var compare2 = require_compare();
    var rcompare = require_rcompare();
    var compareLoose = require_compare_loose();
    var compareBuild = require_compare_build();
    var sort = require_sort();
    var rsort = require_rsort();
    var gt = require_gt();
    var lt = require_lt();
    var eq = require_eq();
    var neq = require_neq();
    var gte = require_gte();
    var lte = require_lte();
    var cmp = require_cmp();
    var coerce = require_coerce();
    var truncate = require_truncate();
    var Comparator = require_comparator();
    var Range = require_range();
    var satisfies = require_satisfies();
    var toComparators = require_to_comparators();
    var maxSatisfying = require_max_satisfying();
    var minSatisfying = require_min_satisfying();
    var minVersion = require_min_version();
    var validRange = require_valid2();
    var outside = require_outside();
    var gtr = require_gtr();
    var ltr = require_ltr();
    var intersects = require_intersects();
    var simplifyRange = require_simplify();
    var subset = require_subset();
    module.exports = {
      parse,
      valid,
      clean,
      inc,
      diff,
      major,
      minor,
      patch,
      prerelease,
      compare: compare2,
      rcompare,
      compareLoose,
      compareBuild,
      sort,
      rsort,
      gt,
      lt,
      eq,
      neq,
      gte,
      lte,
      cmp,
      coerce,
      truncate,
      Comparator,
      Range,
      satisfies,
      toComparators,
      maxSatisfying,
      minSatisfying,
      minVersion,
      validRange,
      outside,
      gtr,
      ltr,
      intersects,
      simplifyRange,
      subset,
      SemVer,
      re: internalRe.re,
      src: internalRe.src,
      tokens: internalRe.t,
      SEMVER_SPEC_VERSION: constants.SEMVER_SPEC_VERSION,
      RELEASE_TYPES: constants.RELEASE_TYPES,
      compareIdentifiers: identifiers.compareIdentifiers,
      rcompareIdentifiers: identifiers.rcompareIdentifiers
    };
  }
});

// src/core/stage.ts
function defineStage(definition) {
  const kind = {
    kind: definition.kind,
    summary: definition.summary,
    effects: definition.effects,
    measures: definition.measures ?? false,
    runsUserCode: (settings7) => definition.runsUserCode?.(settings7) ?? false,
    needs: definition.needs,
    wants: definition.wants ?? [],
    gives: definition.gives,
    settings: definition.settings,
    example: definition.example,
    make(raw, place) {
      const settings7 = definition.settings.parse(raw);
      return {
        kind,
        settings: settings7,
        questions: definition.questions?.(settings7, place.folder) ?? [],
        files: definition.files?.(settings7, place.folder) ?? [],
        estimateMs: definition.estimateMs?.(settings7) ?? 1e3,
        run: (given, tools) => definition.run({
          settings: settings7,
          given,
          tools
        })
      };
    }
  };
  return kind;
}

// src/targets/local/index.ts
import { Agent as Agent2 } from "node:http";

// src/core/target.ts
function defineTarget(definition) {
  return { ...definition, make: (settings7, tools) => definition.make(settings7, tools) };
}

// src/targets/local/metrics.ts
var requestsTotal = "airworthy_requests_total";
var errorsTotal = "airworthy_request_errors_total";
var duration = "airworthy_request_duration_seconds";
var weightGauge = "airworthy_traffic_weight";
var bounds = [5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];
function createCounter() {
  const all = /* @__PURE__ */ new Map();
  return {
    count(version2, { ok, seconds }) {
      const series = all.get(version2) ?? {
        requests: 0,
        errors: 0,
        seconds: 0,
        buckets: new Array(bounds.length + 1).fill(0)
      };
      all.set(version2, series);
      series.requests += 1;
      if (!ok) {
        series.errors += 1;
        return;
      }
      series.seconds += seconds;
      const bucket = bounds.findIndex((bound) => seconds <= bound);
      const index = bucket === -1 ? bounds.length : bucket;
      series.buckets[index] = (series.buckets[index] ?? 0) + 1;
    },
    text: (weights) => write(all, weights)
  };
}
function readCounts(text) {
  const counts2 = /* @__PURE__ */ new Map();
  for (const { name: name2, version: version2, value } of samples(text)) {
    if (name2 !== requestsTotal && name2 !== errorsTotal) continue;
    const of = counts2.get(version2) ?? { requests: 0, errors: 0 };
    counts2.set(version2, of);
    of[name2 === requestsTotal ? "requests" : "errors"] = value;
  }
  return counts2;
}
function readWeights(text) {
  return new Map(
    samples(text).flatMap(({ name: name2, version: version2, value }) => name2 === weightGauge ? [[version2, value]] : [])
  );
}
function write(all, weights) {
  const series = [...all];
  return [
    ...family(requestsTotal, "counter", "Requests, by the version that was asked."),
    ...series.map(([version2, { requests }]) => sample(requestsTotal, { version: version2 }, requests)),
    ...family(errorsTotal, "counter", "Requests that failed: an error status, a broken connection, no answer in time."),
    ...series.map(([version2, { errors }]) => sample(errorsTotal, { version: version2 }, errors)),
    ...family(duration, "histogram", "Time of the requests that succeeded, as the router saw it."),
    ...series.flatMap(([version2, one]) => histogram(version2, one)),
    ...family(weightGauge, "gauge", "Share of traffic that each version is given."),
    ...Object.entries(weights).map(([version2, weight]) => sample(weightGauge, { version: version2 }, weight)),
    ""
  ].join("\n");
}
function family(name2, type, help) {
  return [`# HELP ${name2} ${help}`, `# TYPE ${name2} ${type}`];
}
function histogram(version2, { buckets, seconds }) {
  let total = 0;
  const lines = buckets.map((count, index) => {
    total += count;
    return sample(
      `${duration}_bucket`,
      { version: version2, le: bounds[index] === void 0 ? "+Inf" : String(bounds[index]) },
      total
    );
  });
  return [...lines, sample(`${duration}_sum`, { version: version2 }, seconds), sample(`${duration}_count`, { version: version2 }, total)];
}
function sample(name2, labels, value) {
  const text = Object.entries(labels).map(
    ([label, of]) => `${label}="${of.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n")}"`
  );
  return `${name2}{${text.join(",")}} ${value}`;
}
function samples(text) {
  return [...text.matchAll(/^(\w+)\{version="((?:[^"\\]|\\.)*)"\} (\S+)$/gm)].map(
    ([, name2 = "", version2 = "", value]) => ({
      name: name2,
      version: version2.replace(/\\(.)/g, (_, escaped) => escaped === "n" ? "\n" : escaped),
      value: Number(value)
    })
  );
}

// src/targets/local/router.ts
import { Agent, createServer } from "node:http";

// src/targets/local/split.ts
var golden = 0.6180339887498949;
function createSplit() {
  let position = 0.5;
  return (weight) => {
    position = (position + golden) % 1;
    return position < weight;
  };
}

// src/targets/local/router.ts
var versionHeader = "x-airworthy-version";
async function startRouter({
  port,
  timeoutMs: timeoutMs2,
  clock
}) {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const counter = createCounter();
  const toCandidate = createSplit();
  let backends;
  let weight = 0;
  const pick = () => weight > 0 && toCandidate(weight) ? backends?.candidate : backends?.stable;
  const weights = () => ({
    ...backends?.stable === void 0 ? {} : { [backends.stable.version]: 1 - weight },
    ...backends === void 0 ? {} : { [backends.candidate.version]: weight }
  });
  const pass = async (request, response) => {
    const body = await readBody(request);
    const backend = pick();
    if (backend === void 0) return sendJson(response, 503, { error: "no version is given traffic" });
    const start3 = clock.monotonicMs();
    const finish2 = (status, send2) => {
      counter.count(backend.version, { ok: status < 400, seconds: (clock.monotonicMs() - start3) / 1e3 });
      response.setHeader(versionHeader, backend.version);
      send2();
    };
    const headers = {
      "content-type": request.headers["content-type"] ?? "application/json",
      "content-length": body.length
    };
    const method = request.method === "POST" ? "POST" : "GET";
    try {
      const answer = await call({
        agent,
        port: backend.port,
        path: request.url ?? "/",
        method,
        headers,
        body,
        timeoutMs: timeoutMs2
      });
      finish2(
        answer.status,
        () => response.writeHead(answer.status, { "content-type": answer.headers["content-type"] }).end(answer.body)
      );
    } catch {
      finish2(502, () => sendJson(response, 502, { error: `version ${backend.version} gave no answer` }));
    }
  };
  const server = createServer((request, response) => {
    if (request.url === "/metrics")
      response.writeHead(200, { "content-type": "text/plain; version=0.0.4" }).end(counter.text(weights()));
    else pass(request, response).catch(() => response.destroy());
  });
  const taken = await listen(server, port).catch((cause) => {
    throw userError(
      "port-taken",
      { port, reason: cause.code === "EADDRINUSE" ? "another program listens there" : cause.message },
      { cause }
    );
  });
  return {
    port: taken,
    serve: (next) => {
      backends = next;
    },
    split: (next) => {
      weight = next;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      agent.destroy();
      await closed;
    }
  };
}

// src/targets/local/replay.ts
var inFlightLimit = 64;
async function replay(options, ms, first) {
  const { clock, rate, signal } = options;
  const start3 = clock.monotonicMs();
  const total = Math.max(1, Math.round(ms / 1e3 * rate));
  const seen = [];
  const gate2 = createGate(inFlightLimit);
  const requests = [];
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor((clock.monotonicMs() - start3) / 1e3 * rate) + 1);
    for (; sent < due; sent++) requests.push(send(options, first + sent, gate2, seen));
    if (sent < total) await clock.sleep(Math.max(1, start3 + sent / rate * 1e3 - clock.monotonicMs()), signal);
  }
  await Promise.all(requests);
  const rest = start3 + ms - clock.monotonicMs();
  if (rest > 0) await clock.sleep(rest, signal);
  return { sent: total, seen };
}
async function send(options, index, gate2, seen) {
  const { agent, port, path: path8, bodies, timeoutMs: timeoutMs2, clock } = options;
  const start3 = clock.monotonicMs();
  const body = bodies[index % bodies.length];
  const leave = await gate2();
  try {
    const headers = { "content-type": "application/json", "content-length": body.length };
    const { status, headers: answered } = await call({ agent, port, path: path8, method: "POST", headers, body, timeoutMs: timeoutMs2 });
    const version2 = answered[versionHeader];
    if (status < 400 && typeof version2 === "string") seen.push({ version: version2, ms: clock.monotonicMs() - start3 });
  } catch {
  } finally {
    leave();
  }
}
function createGate(limit) {
  let inside = 0;
  const line = [];
  const leave = () => {
    const next = line.shift();
    if (next === void 0) inside -= 1;
    else next();
  };
  return async () => {
    if (inside < limit) inside += 1;
    else await new Promise((resolve) => line.push(resolve));
    return leave;
  };
}

// src/targets/local/replica.ts
async function startReplica(served, { world, signal, model }) {
  const worker = await world.processes.worker("serve", { signal });
  const ask4 = (request) => worker.ask(request, { timeoutMs: 6e4 });
  const start3 = { do: "start", model: served.path, name: model, version: served.version, port: 0 };
  const { port } = await ask4(start3).catch(async (cause) => {
    await worker.close();
    if (cause instanceof Cancelled) throw cause;
    throw userError("replica-failed", { version: served.version, reason: messageOf(cause) }, { cause });
  });
  return {
    version: served.version,
    port,
    inject: (fault2) => ask4({ do: "fault", fault: fault2 }),
    close: () => worker.close()
  };
}

// src/core/quantity.ts
var millisecondsIn = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
var bytesIn = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
function parseDuration(text) {
  return parseWith(text, millisecondsIn);
}
function parseBytes(text) {
  return parseWith(text, bytesIn);
}
function parseShare(text) {
  const share3 = parsePercent(text);
  return share3 !== void 0 && share3 <= 1 ? share3 : void 0;
}
function parseMargin(text) {
  const percent2 = parsePercent(text);
  if (percent2 !== void 0) return { relative: percent2 };
  const points2 = parseWith(text, { pp: 0.01 });
  if (points2 !== void 0) return { absolute: points2 };
  const absolute = parseDuration(text) ?? parseBytes(text) ?? parseWith(text, { "": 1 });
  return absolute === void 0 ? void 0 : { absolute };
}
function parsePercent(text) {
  return parseWith(text, { "%": 0.01 });
}
function parseWith(text, units) {
  const match = /^(\d+(?:\.\d+)?)\s*([A-Za-z%]*)$/.exec(text.trim());
  const scale = match === null ? void 0 : units[match[2] ?? ""];
  if (match === null || scale === void 0) return void 0;
  const number = Number(match[1]);
  return scale < 1 ? number / Math.round(1 / scale) : number * scale;
}
function quantity(parse, description) {
  return external_exports.string().transform((text, context) => {
    const value = parse(text);
    if (value !== void 0) return value;
    context.addIssue({ code: "custom", message: `expected ${description}`, params: { quantity: description } });
    return external_exports.NEVER;
  }).meta({ description });
}
function duration2() {
  return quantity(parseDuration, "a duration such as 250ms, 10s, 5m or 1h");
}
function byteSize() {
  return quantity(parseBytes, "a size such as 512kB, 20MB or 2GiB");
}
function share() {
  return quantity(parseShare, "a share between 0% and 100%");
}
function margin() {
  return quantity(parseMargin, "a margin such as 3%, 0.5pp, 2ms or 1MiB");
}

// src/targets/local/settings.ts
var fault = external_exports.strictObject({
  errors: share().prefault("0%").describe("This share of the requests to the candidate answers 500."),
  "above-weight": share().optional().describe("Only while the candidate is given more than this share of traffic."),
  delay: duration2().prefault("0ms").describe("Every request to the candidate waits this long.")
}).describe("A fault in the candidate while it serves, to rehearse a rollback.");
var settings = external_exports.strictObject({
  replay: external_exports.string().default("eval").describe("The data set whose examples are sent as requests, round and round."),
  rate: external_exports.number().positive().max(1e4).default(200).describe("Requests per second, whether or not answers keep up."),
  port: external_exports.int().min(0).max(65535).default(0).describe("Port of the router on 127.0.0.1; 0 takes any free one."),
  timeout: duration2().prefault("2s").describe("A request without an answer after this time has failed."),
  fault: fault.optional()
});

// src/targets/local/index.ts
var local = defineTarget({
  kind: "local",
  summary: "A server on this machine that both versions answer behind, fed with replayed requests; it ends with the rollout.",
  settings,
  example: "{ replay: eval, rate: 200 }",
  make: createLocal
});
function createLocal(options, tools) {
  let serving;
  let position = 0;
  const ready = () => {
    if (serving === void 0) throw new Bug("a local target was used before prepare()");
    return serving;
  };
  const metrics2 = async () => {
    const { agent, router } = ready();
    return (await call({ agent, port: router.port, path: "/metrics", timeoutMs: options.timeout + 1e4 })).body.toString("utf8");
  };
  return {
    describe: "local",
    async prepare(stable, candidate) {
      if (serving !== void 0 && serving.candidate.version === candidate.version && serving.stable?.version === stable?.version)
        return;
      await closeAll(serving);
      serving = await start(stable, candidate, options, tools);
    },
    async apply(weight) {
      const { candidate, router } = ready();
      await candidate.inject(faultAt(weight, options));
      router.split(weight);
    },
    async weight() {
      return readWeights(await metrics2()).get(ready().candidate.version) ?? 0;
    },
    async observe(ms) {
      const now = ready();
      const { clock } = tools.world;
      const path8 = `/v2/models/${encodeURIComponent(tools.model)}/infer`;
      const begin = clock.monotonicMs();
      const before = readCounts(await metrics2());
      const timeoutMs2 = 2 * options.timeout + 1e3;
      const { agent, router, bodies } = now;
      const { sent, seen } = await replay(
        { agent, port: router.port, path: path8, bodies, rate: options.rate, timeoutMs: timeoutMs2, clock, signal: tools.signal },
        ms,
        position
      );
      position += sent;
      const after = readCounts(await metrics2());
      const seconds = (clock.monotonicMs() - begin) / 1e3;
      return windowOf(now, before, after, seen, seconds);
    },
    async close() {
      const last = serving;
      serving = void 0;
      await closeAll(last);
    }
  };
}
async function start(stable, candidate, options, tools) {
  const bodies = await bodiesOf(options.replay, tools);
  const opened = [];
  try {
    const router = keep(
      opened,
      await startRouter({ port: options.port, timeoutMs: options.timeout, clock: tools.world.clock })
    );
    const first = stable === void 0 ? void 0 : keep(opened, await startReplica(stable, tools));
    const second = keep(opened, await startReplica(candidate, tools));
    router.serve({ stable: first, candidate: second });
    return { router, agent: new Agent2({ keepAlive: true, maxSockets: 128 }), bodies, stable: first, candidate: second };
  } catch (error) {
    await Promise.all(opened.map((part) => part.close()));
    throw error;
  }
}
function keep(opened, part) {
  opened.push(part);
  return part;
}
async function bodiesOf(data2, tools) {
  const requests = await tools.replay(data2);
  if (requests.length === 0) throw userError("replay-empty", { data: data2 });
  return requests.map((inputs) => Buffer.from(`{"inputs":${writeTensors(inputs)}}`));
}
async function closeAll(serving) {
  if (serving === void 0) return;
  serving.agent.destroy();
  await serving.router.close();
  await Promise.all([serving.stable?.close(), serving.candidate.close()]);
}
function faultAt(weight, { fault: fault2 }) {
  if (fault2 === void 0 || weight <= (fault2["above-weight"] ?? 0)) return void 0;
  return { errors: fault2.errors, delayMs: fault2.delay };
}
function windowOf({ stable, candidate }, before, after, seen, seconds) {
  const of = (version2) => {
    const [from, to] = [before.get(version2 ?? ""), after.get(version2 ?? "")];
    return {
      requests: (to?.requests ?? 0) - (from?.requests ?? 0),
      errors: (to?.errors ?? 0) - (from?.errors ?? 0),
      latenciesMs: seen.filter((one) => one.version === version2).map(({ ms }) => ms)
    };
  };
  return { seconds, stable: of(stable?.version), candidate: of(candidate.version) };
}

// src/targets/index.ts
var targets = [local];

// src/bench/environment.ts
function environmentOf(machine) {
  const { cpu, cores, memoryBytes, platform, node, onnxruntime } = machine;
  const fingerprint = digest({ cpu, cores, memory: Math.round(memoryBytes / 2 ** 30), platform, node, onnxruntime });
  return { cpu, cores, memoryBytes, platform, node, onnxruntime, fingerprint };
}

// src/bench/schedule.ts
function blockOrder(contenders, seed2, index) {
  const order = createRandom(seed2, Math.floor(index / 2)).shuffle(contenders);
  return index % 2 === 0 ? order : order.reverse();
}
function turns(order, rounds) {
  const there = [...order, ...order.toReversed()];
  return Array.from({ length: rounds }, () => there).flat();
}
function anotherBlock(done, spentMs, { budgetMs, min, max: max2 }) {
  if (done < min) return true;
  return done < max2 && spentMs + spentMs / done <= budgetMs;
}

// src/bench/block.ts
async function runBlock(plan2, tools) {
  const started2 = [];
  try {
    for (const id of plan2.order) started2.push(await start2(id, plan2, tools));
    const order = turns(plan2.order, roundsFor(Math.max(...started2.map(({ runMs }) => runMs))));
    for (const id of order) await takeTurn(started2.find((each) => each.id === id));
    const runs = {};
    for (const each of started2) runs[each.id] = await sampleOf(each);
    return { block: { order, runs }, pinned: started2.every(({ worker }) => worker.cpu !== void 0) };
  } finally {
    await Promise.all(started2.map(({ worker }) => worker.close()));
  }
}
var warmupMs = 60;
var turn = { forMs: 12, runs: 100 };
var measuredMs = 300;
function roundsFor(runMs) {
  return Math.max(1, Math.round(measuredMs / (2 * Math.max(turn.forMs, runMs))));
}
async function start2(id, plan2, tools) {
  const { path: path8, feeds, slowdown } = plan2.members.get(id);
  const options = { signal: tools.signal, ...plan2.cpu === void 0 ? {} : { cpu: plan2.cpu } };
  const worker = await tools.world.processes.worker("bench", options);
  try {
    const { provider, threads } = plan2.scenario;
    const opened = await ask(worker, { do: "open", model: path8, provider, threads, slowdown });
    const first = await ask(worker, {
      do: "measure",
      feeds,
      warmup: { runs: 1, forMs: 0 },
      runs: 1e5,
      forMs: warmupMs
    });
    const [firstRunMs = 0] = first.warmupMs;
    return { id, worker, sessionMs: opened.sessionMs, firstRunMs, runMs: median(first.samplesMs), samplesMs: [] };
  } catch (thrown) {
    await worker.close();
    throw thrown;
  }
}
async function takeTurn({ worker, samplesMs }) {
  const measured = await ask(worker, { do: "measure", ...turn });
  samplesMs.push(...measured.samplesMs);
}
async function sampleOf({ worker, sessionMs, firstRunMs, samplesMs }) {
  const { peakBytes } = await ask(worker, { do: "peak" });
  return { samplesMs: samplesMs.map(tidy), sessionMs: tidy(sessionMs), firstRunMs: tidy(firstRunMs), peakBytes };
}
function tidy(ms) {
  return Math.round(ms * 1e5) / 1e5;
}
function ask(worker, request) {
  return worker.ask(request);
}

// src/bench/progress.ts
function blocksSaved(values, key) {
  return values.flatMap((value) => {
    const parsed2 = savedBlock.safeParse(value);
    return parsed2.success && parsed2.data.key === key ? [parsed2.data] : [];
  });
}
var workerSample = external_exports.object({
  samplesMs: external_exports.array(external_exports.number()),
  sessionMs: external_exports.number(),
  firstRunMs: external_exports.number(),
  peakBytes: external_exports.number()
});
var savedBlock = external_exports.object({
  key: external_exports.string(),
  block: external_exports.object({ order: external_exports.array(external_exports.string()), runs: external_exports.record(external_exports.string(), workerSample) }),
  pinned: external_exports.boolean(),
  spentMs: external_exports.number()
});

// src/bench/experiment.ts
async function runExperiment(plan2, tools) {
  const key = keyOf(plan2);
  const saved = blocksSaved(await tools.checkpoint.read(), key);
  while (anotherBlock(saved.length, spent(saved), plan2.blocks)) {
    if (tools.signal.aborted) throw new Cancelled(`the benchmark of ${plan2.scenario.id} was cancelled`);
    tools.progress(`${plan2.scenario.id}: block ${saved.length + 1}`, fractionDone(saved, plan2.blocks));
    const next = await measureBlock(plan2, tools, key, saved.length);
    await tools.checkpoint.append(next);
    saved.push(next);
  }
  return { blocks: saved.map(({ block }) => block), warnings: warningsOf(plan2, saved) };
}
function keyOf({ scenario: scenario2, runners, seed: seed2, environment: environment3 }) {
  const models = runners.map(({ contender, slowdown = 1 }) => [contender.id, contender.model.sha256, slowdown]);
  return digest({ scenario: scenario2, models, seed: seed2, environment: environment3 });
}
async function measureBlock(plan2, tools, key, index) {
  const start3 = tools.world.clock.monotonicMs();
  const members = new Map(plan2.runners.map((runner) => [runner.contender.id, runner]));
  const order = blockOrder([...members.keys()], plan2.seed, index);
  const given = { scenario: plan2.scenario, order, members, cpu: processorOf(plan2, tools, index) };
  const { block, pinned } = await runBlock(given, tools);
  return { key, block, pinned, spentMs: Math.round(tools.world.clock.monotonicMs() - start3) };
}
function processorOf({ scenario: scenario2 }, { processors }, index) {
  return scenario2.threads === 1 ? processors[Math.floor(index / 2) % Math.max(1, processors.length)] : void 0;
}
function spent(saved) {
  return saved.reduce((sum, { spentMs }) => sum + spentMs, 0);
}
function fractionDone(saved, { budgetMs, min }) {
  return Math.min(1, Math.max(spent(saved) / budgetMs, saved.length < min ? saved.length / min : 0));
}
function warningsOf(plan2, saved) {
  const warnings = [];
  if (plan2.scenario.threads === 1 && saved.some(({ pinned }) => !pinned)) {
    warnings.push({
      code: "not-pinned",
      message: `The workers of ${plan2.scenario.id} could not be pinned to one processor, so the figures vary more than they need to.`,
      remedy: "Run on Linux with `taskset` (package util-linux); elsewhere give the benchmark a larger `budget:`."
    });
  }
  const seconds = Math.round(spent(saved) / 1e3);
  if (spent(saved) > plan2.blocks.budgetMs * overrun) {
    warnings.push({
      code: "budget-overrun",
      message: `${plan2.scenario.id} took ${seconds} s instead of ${plan2.blocks.budgetMs / 1e3} s: fewer than ${plan2.blocks.min} blocks would prove nothing.`,
      remedy: `Give the benchmark a \`budget:\` of ${seconds} s or more for each scenario, or fewer scenarios.`
    });
  }
  return warnings;
}
var overrun = 1.5;

// src/bench/inputs.ts
function makeInputs(inputs, batch, seed2) {
  const shapes = fixShapes(inputs, batch);
  const tensors = inputs.map((input2, at) => {
    const fill2 = fills[input2.type];
    if (fill2 === void 0) throw userError("input-unsupported", { input: input2.name, type: input2.type });
    const tensor2 = zeros(input2.type, shapes[at]);
    const random = createRandom(seed2, at);
    for (let index = 0; index < tensor2.data.length; index++) tensor2.data[index] = fill2(random);
    return [input2.name, tensor2];
  });
  return Object.fromEntries(tensors);
}
var fills = {
  float32: (random) => random.uniform(),
  float64: (random) => random.uniform(),
  float16: (random) => toFloat16(random.uniform()),
  int8: bit,
  uint8: bit,
  int16: bit,
  uint16: bit,
  int32: bit,
  uint32: bit,
  bool: bit,
  int64: (random) => BigInt(bit(random)),
  uint64: (random) => BigInt(bit(random)),
  string: (random) => `text ${bit(random)}`
};
function bit(random) {
  return random.below(2);
}
function fixShapes(inputs, batch) {
  const symbol = inputs.flatMap((input2) => input2.dims).find((dim) => typeof dim === "string");
  const size = batchFor(inputs, batch);
  return inputs.map((input2) => input2.dims.map((dim, axis) => fixDim(input2, dim, axis, symbol, size)));
}
function fixDim(input2, dim, axis, symbol, batch) {
  if (typeof dim === "number") return dim;
  const first = input2.dims.findIndex((other) => typeof other === "string") === axis;
  if (dim === symbol && (dim !== "" || first)) return batch;
  return likelySize(input2, dim, axis);
}
function likelySize(input2, dim, axis) {
  if (/^(h|w|height|width)$/i.test(dim) || input2.dims.length === 4 && axis >= 2) return imageSide;
  if (/seq|len|time|token/i.test(dim)) return sequenceLength;
  return 1;
}
var imageSide = 64;
var sequenceLength = 16;
function batchFor(inputs, batch) {
  if (inputs.some((input2) => input2.dims.some((dim) => typeof dim === "string"))) return batch;
  const first = inputs.find((input2) => input2.dims.length > 0)?.dims[0];
  const own = typeof first === "number" ? first : 1;
  if (batch !== 1 && batch !== own) throw userError("batch-fixed", { batch, own });
  return own;
}

// src/bench/inspect.ts
async function inspectModels(models, provider, tools) {
  const worker = await tools.world.processes.worker("bench", { signal: tools.signal });
  try {
    const { processors } = await ask2(worker, { do: "describe", provider });
    const interfaces = {};
    for (const { id, path: path8 } of models) {
      const { inputs, outputs } = await ask2(worker, { do: "open", model: path8, provider, threads: 1 });
      interfaces[id] = { inputs, outputs };
    }
    return { interfaces, processors };
  } finally {
    await worker.close();
  }
}
function ask2(worker, request) {
  return worker.ask(request);
}

// src/data/fit.ts
function checkFit(data2, inputs) {
  const fed = Object.keys(data2.inputs);
  const names2 = inputs.map((input2) => input2.name);
  const unknown = fed.find((input2) => !names2.includes(input2));
  if (unknown !== void 0) throw userError("data-input-unknown", { data: data2.name, input: unknown, inputs: names2 });
  for (const input2 of inputs) {
    const tensor2 = data2.inputs[input2.name];
    if (tensor2 === void 0) throw userError("data-input-missing", { data: data2.name, input: input2.name, inputs: fed });
    if (tensor2.type !== input2.type || !shapeFits(tensor2.dims, input2.dims)) throw misfit(data2, input2, tensor2);
  }
}
function batchOf(data2, start3, end) {
  const entries = Object.entries(data2.inputs).map(([name2, tensor2]) => {
    return [name2, tensor2.dims.length === 0 ? tensor2 : wrapped(tensor2, start3, end, data2.examples)];
  });
  return Object.fromEntries(entries);
}
function wrapped(tensor2, start3, end, examples) {
  if (end <= examples) return rows(tensor2, start3, end);
  const chosen = Array.from(
    { length: end - start3 },
    (_, at) => rows(tensor2, (start3 + at) % examples, (start3 + at) % examples + 1)
  );
  return { type: tensor2.type, dims: [end - start3, ...tensor2.dims.slice(1)], data: joined(chosen) };
}
function joined(parts) {
  const first = parts[0]?.data;
  if (Array.isArray(first)) return parts.flatMap((part) => part.data);
  const width = first.length;
  const Constructor = first.constructor;
  const whole = new Constructor(width * parts.length);
  for (const [at, part] of parts.entries()) whole.set(part.data, at * width);
  return whole;
}
function shapeFits(given, wanted) {
  if (given.length !== wanted.length) return false;
  return wanted.every((dim, axis) => axis === 0 || typeof dim === "string" || dim === given[axis]);
}
function misfit(data2, input2, tensor2) {
  return userError("data-misfit", {
    data: data2.name,
    input: input2.name,
    given: shapeText(tensor2.type, tensor2.dims),
    wanted: shapeText(input2.type, input2.dims)
  });
}
function shapeText(type, dims) {
  return `${type}[${dims.map((dim) => dim === "" ? "?" : dim).join(", ")}]`;
}

// src/data/finite.ts
function firstNotFinite(tensor2) {
  const { type, data: data2 } = tensor2;
  if (type === "float16") return found(data2.findIndex((bits2) => (bits2 & 31744) === 31744));
  if (type !== "float32" && type !== "float64") return void 0;
  return found(data2.findIndex((value) => !Number.isFinite(value)));
}
function isWhole(value) {
  return Number.isSafeInteger(value) && value >= 0;
}
function found(index) {
  return index < 0 ? void 0 : index;
}

// node_modules/fflate/esm/index.mjs
import { createRequire } from "module";
var require2 = createRequire("/");
var _a;
var Worker;
var isMarkedAsUntransferable;
try {
  _a = require2("worker_threads"), Worker = _a.Worker, isMarkedAsUntransferable = _a.isMarkedAsUntransferable;
} catch (e) {
}
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
  /* unused */
  0,
  0,
  /* impossible */
  0
]);
var fdeb = new u8([
  0,
  0,
  0,
  0,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  5,
  6,
  6,
  7,
  7,
  8,
  8,
  9,
  9,
  10,
  10,
  11,
  11,
  12,
  12,
  13,
  13,
  /* unused */
  0,
  0
]);
var clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
var freb = function(eb, start3) {
  var b = new u16(31);
  for (var i2 = 0; i2 < 31; ++i2) {
    b[i2] = start3 += 1 << eb[i2 - 1];
  }
  var r = new i32(b[30]);
  for (var i2 = 1; i2 < 30; ++i2) {
    for (var j = b[i2]; j < b[i2 + 1]; ++j) {
      r[j] = j - b[i2] << 5 | i2;
    }
  }
  return { b, r };
};
var _a = freb(fleb, 2);
var fl = _a.b;
var revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
var revfd = _b.r;
var rev = new u16(32768);
for (i = 0; i < 32768; ++i) {
  x = (i & 43690) >> 1 | (i & 21845) << 1;
  x = (x & 52428) >> 2 | (x & 13107) << 2;
  x = (x & 61680) >> 4 | (x & 3855) << 4;
  rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var x;
var i;
var hMap = (function(cd, mb, r) {
  var s = cd.length;
  var i2 = 0;
  var l = new u16(mb);
  for (; i2 < s; ++i2) {
    if (cd[i2])
      ++l[cd[i2] - 1];
  }
  var le = new u16(mb);
  for (i2 = 1; i2 < mb; ++i2) {
    le[i2] = le[i2 - 1] + l[i2 - 1] << 1;
  }
  var co;
  if (r) {
    co = new u16(1 << mb);
    var rvb = 15 - mb;
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        var sv = i2 << 4 | cd[i2];
        var r_1 = mb - cd[i2];
        var v = le[cd[i2] - 1]++ << r_1;
        for (var m = v | (1 << r_1) - 1; v <= m; ++v) {
          co[rev[v] >> rvb] = sv;
        }
      }
    }
  } else {
    co = new u16(s);
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        co[i2] = rev[le[cd[i2] - 1]++] >> 15 - cd[i2];
      }
    }
  }
  return co;
});
var flt = new u8(288);
for (i = 0; i < 144; ++i)
  flt[i] = 8;
var i;
for (i = 144; i < 256; ++i)
  flt[i] = 9;
var i;
for (i = 256; i < 280; ++i)
  flt[i] = 7;
var i;
for (i = 280; i < 288; ++i)
  flt[i] = 8;
var i;
var fdt = new u8(32);
for (i = 0; i < 32; ++i)
  fdt[i] = 5;
var i;
var flrm = /* @__PURE__ */ hMap(flt, 9, 1);
var fdrm = /* @__PURE__ */ hMap(fdt, 5, 1);
var max = function(a) {
  var m = a[0];
  for (var i2 = 1; i2 < a.length; ++i2) {
    if (a[i2] > m)
      m = a[i2];
  }
  return m;
};
var bits = function(d, p, m) {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8) >> (p & 7) & m;
};
var bits16 = function(d, p) {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8 | d[o + 2] << 16) >> (p & 7);
};
var shft = function(p) {
  return (p + 7) / 8 | 0;
};
var slc = function(v, s, e) {
  if (s == null || s < 0)
    s = 0;
  if (e == null || e > v.length)
    e = v.length;
  return new u8(v.subarray(s, e));
};
var ec = [
  "unexpected EOF",
  "invalid block type",
  "invalid length/literal",
  "invalid distance",
  "stream finished",
  "no stream handler",
  ,
  // determined by compression function
  "no callback",
  "invalid UTF-8 data",
  "extra field too long",
  "date not in range 1980-2099",
  "filename too long",
  "stream finishing",
  "invalid zip data"
  // determined by unknown compression method
];
var err = function(ind, msg, nt) {
  var e = new Error(msg || ec[ind]);
  e.code = ind;
  if (Error.captureStackTrace)
    Error.captureStackTrace(e, err);
  if (!nt)
    throw e;
  return e;
};
var inflt = function(dat, st, buf, dict) {
  var sl = dat.length, dl = dict ? dict.length : 0;
  if (!sl || st.f && !st.l)
    return buf || new u8(0);
  var noBuf = !buf;
  var resize = noBuf || st.i != 2;
  var noSt = st.i;
  if (noBuf)
    buf = new u8(sl * 3);
  var cbuf = function(l2) {
    var bl = buf.length;
    if (l2 > bl) {
      var nbuf = new u8(Math.max(bl * 2, l2));
      nbuf.set(buf);
      buf = nbuf;
    }
  };
  var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
  var tbts = sl * 8;
  do {
    if (!lm) {
      final = bits(dat, pos, 1);
      var type = bits(dat, pos + 1, 3);
      pos += 3;
      if (!type) {
        var s = shft(pos) + 4, l = dat[s - 4] | dat[s - 3] << 8, t = s + l;
        if (t > sl) {
          if (noSt)
            err(0);
          break;
        }
        if (resize)
          cbuf(bt + l);
        buf.set(dat.subarray(s, t), bt);
        st.b = bt += l, st.p = pos = t * 8, st.f = final;
        continue;
      } else if (type == 1)
        lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
      else if (type == 2) {
        var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
        var tl = hLit + bits(dat, pos + 5, 31) + 1;
        pos += 14;
        var ldt = new u8(tl);
        var clt = new u8(19);
        for (var i2 = 0; i2 < hcLen; ++i2) {
          clt[clim[i2]] = bits(dat, pos + i2 * 3, 7);
        }
        pos += hcLen * 3;
        var clb = max(clt), clbmsk = (1 << clb) - 1;
        var clm = hMap(clt, clb, 1);
        for (var i2 = 0; i2 < tl; ) {
          var r = clm[bits(dat, pos, clbmsk)];
          pos += r & 15;
          var s = r >> 4;
          if (s < 16) {
            ldt[i2++] = s;
          } else {
            var c = 0, n = 0;
            if (s == 16)
              n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i2 - 1];
            else if (s == 17)
              n = 3 + bits(dat, pos, 7), pos += 3;
            else if (s == 18)
              n = 11 + bits(dat, pos, 127), pos += 7;
            while (n--)
              ldt[i2++] = c;
          }
        }
        var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
        lbt = max(lt);
        dbt = max(dt);
        lm = hMap(lt, lbt, 1);
        dm = hMap(dt, dbt, 1);
      } else
        err(1);
      if (pos > tbts) {
        if (noSt)
          err(0);
        break;
      }
    }
    if (resize)
      cbuf(bt + 131072);
    var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
    var lpos = pos;
    for (; ; lpos = pos) {
      var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
      pos += c & 15;
      if (pos > tbts) {
        if (noSt)
          err(0);
        break;
      }
      if (!c)
        err(2);
      if (sym < 256)
        buf[bt++] = sym;
      else if (sym == 256) {
        lpos = pos, lm = null;
        break;
      } else {
        var add = sym - 254;
        if (sym > 264) {
          var i2 = sym - 257, b = fleb[i2];
          add = bits(dat, pos, (1 << b) - 1) + fl[i2];
          pos += b;
        }
        var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
        if (!d)
          err(3);
        pos += d & 15;
        var dt = fd[dsym];
        if (dsym > 3) {
          var b = fdeb[dsym];
          dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
        }
        if (pos > tbts) {
          if (noSt)
            err(0);
          break;
        }
        if (resize)
          cbuf(bt + 131072);
        var end = bt + add;
        if (bt < dt) {
          var shift = dl - dt, dend = Math.min(dt, end);
          if (shift + bt < 0)
            err(3);
          for (; bt < dend; ++bt)
            buf[bt] = dict[shift + bt];
        }
        for (; bt < end; ++bt)
          buf[bt] = buf[bt - dt];
      }
    }
    st.l = lm, st.p = lpos, st.b = bt, st.f = final;
    if (lm)
      final = 1, st.m = lbt, st.d = dm, st.n = dbt;
  } while (!final);
  return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
var et = /* @__PURE__ */ new u8(0);
var b2 = function(d, b) {
  return d[b] | d[b + 1] << 8;
};
var b4 = function(d, b) {
  return (d[b] | d[b + 1] << 8 | d[b + 2] << 16 | d[b + 3] << 24) >>> 0;
};
var b8 = function(d, b) {
  return b4(d, b) + b4(d, b + 4) * 4294967296;
};
function inflateSync(data2, opts) {
  return inflt(data2, { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
var td = typeof TextDecoder != "undefined" && /* @__PURE__ */ new TextDecoder();
var tds = 0;
try {
  td.decode(et, { stream: true });
  tds = 1;
} catch (e) {
}
var dutf8 = function(d) {
  for (var r = "", i2 = 0; ; ) {
    var c = d[i2++];
    var eb = (c > 127) + (c > 223) + (c > 239);
    if (i2 + eb > d.length)
      return { s: r, r: slc(d, i2 - 1) };
    if (!eb)
      r += String.fromCharCode(c);
    else if (eb == 3) {
      c = ((c & 15) << 18 | (d[i2++] & 63) << 12 | (d[i2++] & 63) << 6 | d[i2++] & 63) - 65536, r += String.fromCharCode(55296 | c >> 10, 56320 | c & 1023);
    } else if (eb & 1)
      r += String.fromCharCode((c & 31) << 6 | d[i2++] & 63);
    else
      r += String.fromCharCode((c & 15) << 12 | (d[i2++] & 63) << 6 | d[i2++] & 63);
  }
};
function strFromU8(dat, latin1) {
  if (latin1) {
    var r = "";
    for (var i2 = 0; i2 < dat.length; i2 += 16384)
      r += String.fromCharCode.apply(null, dat.subarray(i2, i2 + 16384));
    return r;
  } else if (td) {
    return td.decode(dat);
  } else {
    var _a2 = dutf8(dat), s = _a2.s, r = _a2.r;
    if (r.length)
      err(8);
    return s;
  }
}
var slzh = function(d, b) {
  return b + 30 + b2(d, b + 26) + b2(d, b + 28);
};
var zh = function(d, b, z) {
  var fnl = b2(d, b + 28), efl = b2(d, b + 30), fn = strFromU8(d.subarray(b + 46, b + 46 + fnl), !(b2(d, b + 8) & 2048)), es = b + 46 + fnl;
  var _a2 = z64hs(d, es, efl, z, b4(d, b + 20), b4(d, b + 24), b4(d, b + 42)), sc = _a2[0], su = _a2[1], off = _a2[2];
  return [b2(d, b + 10), sc, su, fn, es + efl + b2(d, b + 32), off];
};
var z64hs = function(d, b, l, z, sc, su, off) {
  var nsc = sc == 4294967295, nsu = su == 4294967295, noff = off == 4294967295, e = b + l;
  var nf = nsc + nsu + noff;
  if (z && nf) {
    for (; b + 4 < e; b += 4 + b2(d, b + 2)) {
      if (b2(d, b) == 1) {
        return [
          nsc ? b8(d, b + 4 + 8 * nsu) : sc,
          nsu ? b8(d, b + 4) : su,
          noff ? b8(d, b + 4 + 8 * (nsu + nsc)) : off,
          1
        ];
      }
    }
    if (z < 2)
      err(13);
  }
  return [sc, su, off, 0];
};
function unzipSync(data2, opts) {
  var files = {};
  var e = data2.length - 22;
  for (; b4(data2, e) != 101010256; --e) {
    if (!e || data2.length - e > 65558)
      err(13);
  }
  ;
  var c = b2(data2, e + 8);
  if (!c)
    return {};
  var o = b4(data2, e + 16);
  var z = b4(data2, e - 20) == 117853008;
  if (z) {
    var ze = b4(data2, e - 12);
    z = b4(data2, ze) == 101075792;
    if (z) {
      c = b4(data2, ze + 32);
      o = b4(data2, ze + 48);
    }
  }
  var fltr = opts && opts.filter;
  for (var i2 = 0; i2 < c; ++i2) {
    var _a2 = zh(data2, o, z), c_2 = _a2[0], sc = _a2[1], su = _a2[2], fn = _a2[3], no = _a2[4], off = _a2[5], b = slzh(data2, off);
    o = no;
    if (!fltr || fltr({
      name: fn,
      size: sc,
      originalSize: su,
      compression: c_2
    })) {
      if (!c_2)
        files[fn] = slc(data2, b, b + sc);
      else if (c_2 == 8)
        files[fn] = inflateSync(data2.subarray(b, b + sc), { out: new u8(su) });
      else
        err(14, "unknown compression type " + c_2);
    }
  }
  return files;
}

// src/data/npy.ts
var magic = [147, 78, 85, 77, 80, 89];
var codes = {
  f2: { type: "float16", bytes: 2 },
  f4: { type: "float32", bytes: 4 },
  f8: { type: "float64", bytes: 8 },
  i1: { type: "int8", bytes: 1 },
  u1: { type: "uint8", bytes: 1 },
  i2: { type: "int16", bytes: 2 },
  u2: { type: "uint16", bytes: 2 },
  i4: { type: "int32", bytes: 4 },
  u4: { type: "uint32", bytes: 4 },
  i8: { type: "int64", bytes: 8 },
  u8: { type: "uint64", bytes: 8 },
  b1: { type: "bool", bytes: 1 }
};
var views = {
  float16: (buffer) => new Uint16Array(buffer),
  float32: (buffer) => new Float32Array(buffer),
  float64: (buffer) => new Float64Array(buffer),
  int8: (buffer) => new Int8Array(buffer),
  uint8: (buffer) => new Uint8Array(buffer),
  int16: (buffer) => new Int16Array(buffer),
  uint16: (buffer) => new Uint16Array(buffer),
  int32: (buffer) => new Int32Array(buffer),
  uint32: (buffer) => new Uint32Array(buffer),
  int64: (buffer) => new BigInt64Array(buffer),
  uint64: (buffer) => new BigUint64Array(buffer),
  bool: (buffer) => new Uint8Array(buffer)
};
function readNpy(bytes, name2) {
  const { header, start: start3 } = headerOf(bytes, name2);
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1];
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1];
  const shape2 = /'shape'\s*:\s*\(([^)]*)\)/.exec(header)?.[1];
  if (shape2 === void 0 || fortran === void 0) throw broken(name2, "its header does not name a shape and an order");
  if (descr === void 0) throw userError("data-type", { array: name2, type: "of records or objects" });
  const dims = dimsOf(shape2, name2);
  const tensor2 = elements(bytes.subarray(start3), descr, dims, name2);
  return fortran === "True" ? rowMajor(tensor2) : tensor2;
}
function headerOf(bytes, name2) {
  if (bytes.length < 12 || magic.some((byte, at) => bytes[at] !== byte)) throw broken(name2, "it is not a NumPy array");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = bytes[6] >= 2;
  const begin = wide ? 12 : 10;
  const start3 = begin + (wide ? view.getUint32(8, true) : view.getUint16(8, true));
  if (start3 > bytes.length) throw broken(name2, "it ends inside its header");
  return { header: new TextDecoder().decode(bytes.subarray(begin, start3)), start: start3 };
}
function dimsOf(shape2, name2) {
  const words2 = shape2.split(",").map((word) => word.trim().replace(/L$/, ""));
  const dims = words2.filter((word) => word !== "").map(Number);
  if (dims.some((dim) => !Number.isSafeInteger(dim) || dim < 0) || !Number.isSafeInteger(sizeOf(dims))) {
    throw broken(name2, `its shape (${shape2}) is not one`);
  }
  return dims;
}
function elements(data2, descr, dims, name2) {
  const match = /^([<>|=]?)([a-zA-Z])(\d+)$/.exec(descr);
  const [order, kind, width] = [match?.[1], match?.[2], Number(match?.[3])];
  if (match === null || order === ">") throw userError("data-type", { array: name2, type: descr });
  if (kind === "U") return { type: "string", dims, data: texts(sized(data2, dims, width * 4, name2), width, utf32) };
  if (kind === "S") return { type: "string", dims, data: texts(sized(data2, dims, width, name2), width, latin) };
  const code = codes[`${kind}${width}`];
  if (code === void 0) throw userError("data-type", { array: name2, type: descr });
  const own = new Uint8Array(sized(data2, dims, code.bytes, name2));
  return { type: code.type, dims, data: views[code.type](own.buffer) };
}
function sized(data2, dims, width, name2) {
  const expected = sizeOf(dims) * width;
  if (data2.length !== expected) throw broken(name2, `its shape needs ${expected} bytes of data, it holds ${data2.length}`);
  return data2;
}
function texts(data2, width, decode) {
  const stride = decode === utf32 ? width * 4 : width;
  const count = stride === 0 ? 0 : data2.length / stride;
  return Array.from({ length: count }, (_, at) => decode(data2, at * stride, width).replace(/\0+$/, ""));
}
function utf32(data2, start3, width) {
  const view = new DataView(data2.buffer, data2.byteOffset + start3, width * 4);
  const points2 = Array.from({ length: width }, (_, at) => view.getUint32(at * 4, true));
  return points2.map((point) => point <= 1114111 ? String.fromCodePoint(point) : "\uFFFD").join("");
}
function latin(data2, start3, width) {
  return String.fromCharCode(...data2.subarray(start3, start3 + width));
}
function rowMajor(tensor2) {
  const { dims, data: data2 } = tensor2;
  const target = data2.slice();
  const index = dims.map(() => 0);
  for (let at = 0; at < target.length; at++) {
    let from = 0;
    for (let axis = dims.length - 1; axis >= 0; axis--) from = from * dims[axis] + index[axis];
    target[at] = data2[from];
    for (let axis = dims.length - 1; axis >= 0; axis--) {
      index[axis] = index[axis] + 1;
      if (index[axis] < dims[axis]) break;
      index[axis] = 0;
    }
  }
  return { type: tensor2.type, dims, data: target };
}
function broken(name2, reason) {
  return userError("data-not-npz", { file: name2, reason });
}

// src/data/npz.ts
var unpackedLimit = 2 ** 30;
function readNpz(bytes, name2 = "the data file", limit = unpackedLimit) {
  const files = unzip(bytes, name2, limit);
  const arrays2 = Object.entries(files).map(([file2, content]) => {
    const array = file2.replace(/\.npy$/, "");
    return [array, readNpy(content, `${array} in ${name2}`)];
  });
  if (arrays2.length === 0) throw userError("data-not-npz", { file: name2, reason: "it holds no arrays" });
  return Object.fromEntries(arrays2);
}
function unzip(bytes, name2, limit) {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter(file2) {
        if (!file2.name.endsWith(".npy")) return false;
        total += file2.originalSize;
        if (total > limit) throw userError("data-too-large", { file: name2, bytes: total, limit });
        return true;
      }
    });
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    throw userError("data-not-npz", { file: name2, reason: messageOf(thrown) }, { cause: thrown });
  }
}

// src/data/reader.ts
async function readWith(module, context, trust) {
  const read = await loadUserModule(module, trust);
  const parsed2 = resultSchema.safeParse(await read(context));
  if (parsed2.success) return parsed2.data;
  const [issue] = parsed2.error.issues;
  throw userError("user-module", {
    path: module.path,
    reason: `${issue?.path.join(".") || "result"}: ${issue?.message}`
  });
}
var tensor = external_exports.object({
  type: external_exports.enum(
    "float32 float64 float16 int8 uint8 int16 uint16 int32 uint32 int64 uint64 bool string".split(" ")
  ),
  dims: external_exports.array(external_exports.int().min(0)),
  data: external_exports.custom((data2) => ArrayBuffer.isView(data2) || Array.isArray(data2), "expected a typed array")
}).refine(({ dims, data: data2 }) => data2.length === sizeOf(dims), "the length of its data is not the product of its dims");
var resultSchema = external_exports.object({
  inputs: external_exports.record(external_exports.string(), tensor),
  labels: external_exports.custom((labels) => ArrayBuffer.isView(labels) || Array.isArray(labels), "expected an array").transform((labels) => Array.from(labels, Number)).optional()
});

// src/data/load.ts
async function loadData(name2, reference, source) {
  const { inputs, labels } = reference.uses === void 0 ? readArrays(await source.files.read(source.path), reference) : await readWith(
    reference.uses,
    { path: source.path, inputs: reference.inputs, label: reference.label },
    source.trust
  );
  const examples = countExamples(name2, inputs, labels);
  checkValues(name2, inputs);
  return { name: name2, examples, inputs, ...labels === void 0 ? {} : { labels: checkLabels(name2, labels) } };
}
function readArrays(bytes, reference) {
  const file2 = reference.artifact.name;
  const arrays2 = readNpz(bytes, file2);
  const array = (name2) => {
    const found2 = Object.hasOwn(arrays2, name2) ? arrays2[name2] : void 0;
    if (found2 === void 0) throw userError("data-array-missing", { file: file2, array: name2, arrays: Object.keys(arrays2) });
    return found2;
  };
  const own = Object.keys(arrays2).filter((name2) => name2 !== reference.label);
  const named2 = Object.keys(reference.inputs).length > 0 ? reference.inputs : Object.fromEntries(own.map((name2) => [name2, name2]));
  const inputs = Object.fromEntries(Object.entries(named2).map(([input2, name2]) => [input2, array(name2)]));
  return {
    inputs,
    ...reference.label === void 0 ? {} : { labels: Array.from(array(reference.label).data, Number) }
  };
}
function countExamples(name2, inputs, labels) {
  const lengths = Object.entries(inputs).flatMap(
    ([input2, { dims }]) => dims.length === 0 ? [] : [[input2, dims[0]]]
  );
  if (labels !== void 0) lengths.push(["the labels", labels.length]);
  const examples = lengths[0]?.[1] ?? 0;
  if (lengths.some(([, length]) => length !== examples)) {
    const list = lengths.map(([array, length]) => `${array} ${length}`).join(", ");
    throw userError("data-lengths-differ", { data: name2, lengths: list });
  }
  if (examples === 0) throw userError("data-empty", { data: name2 });
  return examples;
}
function checkValues(name2, inputs) {
  for (const [input2, tensor2] of Object.entries(inputs)) {
    const at = firstNotFinite(tensor2);
    if (at === void 0) continue;
    const width = tensor2.data.length / (tensor2.dims[0] ?? 1);
    throw userError("data-not-finite", { data: name2, input: input2, example: Math.floor(at / width) });
  }
}
function checkLabels(name2, labels) {
  const wrong = labels.findIndex((label) => !isWhole(label));
  if (wrong < 0) return labels;
  throw userError("data-label", { data: name2, reason: `the label of example ${wrong} is ${labels[wrong]}` });
}

// src/stages/benchmark/asked.ts
var nothing = { speed: false, parameters: false, quality: [], custom: [], insists: false };
function askedBy(questions) {
  if (questions.length === 0) {
    return { speed: true, parameters: true, quality: ["accuracy", "agreement"], custom: [], insists: false };
  }
  const asks = (how) => questions.flatMap(({ metric }) => metrics.some((row) => row.name === metric && row.how === how) ? [metric] : []);
  return {
    speed: asks("ratio").length > 0,
    parameters: asks("exact").includes("parameters"),
    quality: asks("paired"),
    custom: questions.filter(({ uses }) => uses !== void 0),
    insists: true
  };
}

// src/bench/predict.ts
async function predict(plan2, take2, tools) {
  const worker = await tools.world.processes.worker("bench", { signal: tools.signal });
  try {
    const opened = await ask3(worker, { do: "open", model: plan2.path, provider: plan2.provider, threads: 0 });
    const fixed = fixedBatch(opened);
    const size = fixed ?? usualBatch;
    for (let start3 = 0; start3 < plan2.examples; start3 += size) {
      const count = Math.min(size, plan2.examples - start3);
      const rows2 = fixed ?? count;
      const feeds = plan2.batch(start3, start3 + rows2);
      const { outputs } = await ask3(worker, { do: "run", feeds });
      await take2(outputs, start3, count, rows2);
    }
  } finally {
    await worker.close();
  }
}
var usualBatch = 64;
function fixedBatch({ inputs }) {
  const first = inputs.find(({ dims }) => typeof dims[0] === "number")?.dims[0];
  const open = inputs.some(({ dims }) => typeof dims[0] === "string");
  return open || typeof first !== "number" ? void 0 : first;
}
function ask3(worker, request) {
  return worker.ask(request);
}

// src/stages/benchmark/quality.ts
async function measureQuality(contenders, data2, asked, provider, tools) {
  const wanted = [...asked.quality, ...asked.custom.map(({ metric }) => metric)];
  if (wanted.length === 0) return void 0;
  if (!asked.insists && data2?.labels === void 0) return void 0;
  if (data2 === void 0)
    throw userError("quality-without-data", { metric: wanted[0], names: tools.dataNames });
  if (asked.quality.includes("accuracy") && data2.labels === void 0) {
    throw userError("data-without-labels", { data: data2.name, metric: "accuracy" });
  }
  const own = await loadOwn(asked, tools);
  const predictions = {};
  const custom = Object.fromEntries(
    [...own.keys()].map((name2) => [name2, {}])
  );
  for (const { contender, path: path8 } of contenders) {
    if (contender.role === "copy") continue;
    tools.progress(`${contender.id}: predictions on ${data2.examples} examples`);
    const found2 = await runOver(contender.id, path8, data2, { classes: asked.quality.length > 0, own, provider }, tools);
    if (asked.quality.length > 0) predictions[contender.id] = found2.classes;
    for (const [name2, values] of Object.entries(found2.custom))
      custom[name2][contender.id] = values;
  }
  return {
    data: data2.name,
    examples: data2.examples,
    ...data2.labels === void 0 ? {} : { labels: data2.labels },
    predictions,
    custom
  };
}
async function loadOwn({ custom }, { world }) {
  const loaded = custom.map(async ({ metric, uses }) => {
    const path8 = uses?.path;
    return [metric, await loadMetric({ path: path8, sha256: await world.files.hash(path8) }, world.trust)];
  });
  return new Map(await Promise.all(loaded));
}
async function runOver(id, path8, data2, wanted, tools) {
  const classes = [];
  const custom = Object.fromEntries([...wanted.own.keys()].map((name2) => [name2, []]));
  const plan2 = {
    path: path8,
    provider: wanted.provider,
    examples: data2.examples,
    batch: (start3, end) => batchOf(data2, start3, end)
  };
  await predict(
    plan2,
    async (outputs, start3, count, rows2) => {
      if (wanted.classes) classes.push(...topClasses(outputs, rows2, id).slice(0, count));
      if (wanted.own.size === 0) return;
      for (let at = 0; at < count; at++) {
        const index = start3 + at;
        const example4 = { outputs: outputsOf(outputs, at, rows2, id), label: data2.labels?.[index], index };
        for (const [name2, metric] of wanted.own) custom[name2].push(await metric(example4));
      }
    },
    tools
  );
  return { classes, custom };
}

// src/stages/benchmark/settings.ts
var oneOrMore = (least) => external_exports.union([external_exports.int().min(least), external_exports.array(external_exports.int().min(least)).min(1)]);
var scenario = external_exports.strictObject({
  provider: external_exports.enum(providerNames).default("cpu").describe("What runs the model."),
  batch: oneOrMore(1).default(1).describe("Examples in one run; a list measures each."),
  threads: oneOrMore(0).default(1).describe("Threads inside one operator; 0 leaves the choice to the runtime; a list measures each.")
});
var blocks = external_exports.strictObject({
  min: external_exports.int().min(1).default(8).describe("Blocks that are measured even beyond the budget."),
  max: external_exports.int().min(1).default(60).describe("Blocks after which it stops within the budget.")
}).refine(({ min, max: max2 }) => min <= max2, "`min` is larger than `max`");
var benchmarkSettings = external_exports.strictObject({
  scenarios: external_exports.array(scenario).min(1).prefault([{}]).describe("The conditions to measure under: every combination of provider, batch and threads of each entry."),
  budget: duration2().prefault("20s").describe("Time for measuring speed, shared by all scenarios."),
  blocks: blocks.prefault({}).describe("How many blocks of fresh processes; a verdict at 1 % needs at least 7."),
  data: external_exports.string().optional().describe(
    "The data set that feeds the models and that quality is measured on. The one called eval, when left out and there."
  ),
  seed: external_exports.int().default(1).describe("Orders of turns and made-up inputs follow from it."),
  "noise-floor": external_exports.boolean().default(false).describe("Measures a second copy of production too: where the two differ, no verdict on speed is given.")
});
function scenariosOf(settings7) {
  const all = settings7.scenarios.flatMap(
    ({ provider, batch, threads }) => listOf(batch).flatMap((size) => listOf(threads).map((count) => toScenario(provider, size, count)))
  );
  return [...new Map(all.map((each) => [each.id, each])).values()];
}
function toScenario(provider, batch, threads) {
  return { id: `${provider}/b${batch}/t${threads}`, provider, batch, threads };
}
function listOf(value) {
  return typeof value === "number" ? [value] : value;
}

// src/stages/benchmark.ts
var example = `benchmark:
  scenarios:
    - { provider: cpu, threads: 1, batch: [1, 32] }
  budget: 20s
  data: eval`;
var benchmark = defineStage({
  kind: "benchmark",
  summary: "Measures the candidate beside production: speed, memory, size and quality.",
  effects: "files",
  measures: true,
  needs: ["subject"],
  wants: ["variants"],
  gives: "measurements",
  settings: benchmarkSettings,
  example,
  estimateMs: (settings7) => settings7.budget + overheadMs,
  async run({ settings: settings7, given: { subject, variants }, tools }) {
    const contenders = contendersOf(subject, variants, settings7["noise-floor"]);
    const chosen = contenders.at(-1)?.id;
    const asked = isProduction(contenders, chosen) ? nothing : askedBy(tools.questions);
    const located = await Promise.all(
      contenders.map(async (contender) => ({ contender, path: await tools.store.path(contender.model) }))
    );
    const environment3 = environmentOf(tools.world.machine);
    const data2 = await dataFor(settings7, subject, tools);
    const scenarios = scenariosOf(settings7);
    const counts2 = await countsOf(located, asked, tools);
    const inspection = await inspectAll(located, scenarios, tools);
    if (data2 !== void 0) for (const { inputs } of Object.values(inspection.interfaces)) checkFit(data2, inputs);
    const provider = scenarios[0]?.provider ?? "cpu";
    const quality = await measureQuality(located, data2, asked, provider, {
      ...tools,
      dataNames: Object.keys(subject.data)
    });
    const { speed, warnings } = asked.speed ? await measureSpeed({ settings: settings7, scenarios, located, data: data2, inspection, environment: environment3 }, tools) : { speed: [], warnings: [] };
    const product = {
      environment: environment3,
      seed: settings7.seed,
      contenders,
      chosen,
      speed,
      ...quality === void 0 ? {} : { quality },
      counts: counts2,
      warnings
    };
    return { product, summary: summaryOf(product), warnings };
  }
});
var overheadMs = 3e3;
async function dataFor(settings7, subject, tools) {
  const name2 = settings7.data ?? "eval";
  const reference = Object.hasOwn(subject.data, name2) ? subject.data[name2] : void 0;
  if (reference === void 0) {
    if (settings7.data === void 0) return void 0;
    throw userError("data-set-unknown", { data: name2, names: Object.keys(subject.data) });
  }
  const { files, trust } = tools.world;
  return loadData(name2, reference, { path: await tools.store.path(reference.artifact), files, trust });
}
async function countsOf(located, asked, { world }) {
  const counts2 = {};
  for (const { contender, path: path8 } of located) {
    const { bytes, name: name2 } = contender.model;
    counts2[contender.id] = { size: bytes };
    if (!asked.parameters) continue;
    const model = readModel(await world.files.read(path8), name2);
    counts2[contender.id] = { size: bytes, parameters: summarize(model, bytes).parameters };
  }
  return counts2;
}
async function inspectAll(located, scenarios, tools) {
  const models = located.map(({ contender, path: path8 }) => ({ id: contender.id, path: path8 }));
  const names2 = [...new Set(scenarios.map(({ provider }) => provider))];
  const inspections = [];
  for (const provider of names2) inspections.push(await inspectModels(models, provider, tools));
  return inspections[0];
}
async function measureSpeed(plan2, tools) {
  const { settings: settings7, scenarios, located, data: data2, inspection, environment: environment3 } = plan2;
  const { interfaces, processors } = inspection;
  const runs = scenarios.map((scenario2) => ({
    scenario: scenario2,
    runners: located.map((each) => {
      const inputs = interfaces[each.contender.id]?.inputs ?? [];
      return { ...each, feeds: feedsFor(inputs, data2, scenario2.batch, settings7.seed) };
    })
  }));
  const speed = [];
  const warnings = [];
  for (const [at, { scenario: scenario2, runners }] of runs.entries()) {
    const blocks2 = { ...settings7.blocks, budgetMs: settings7.budget / scenarios.length };
    const experiment = await runExperiment(
      { scenario: scenario2, runners, seed: settings7.seed, environment: environment3.fingerprint, blocks: blocks2 },
      { ...tools, processors, progress: (message, fraction) => tools.progress(message, (at + fraction) / runs.length) }
    );
    speed.push({ scenario: scenario2, blocks: experiment.blocks });
    warnings.push(...experiment.warnings.filter(({ code }) => warnings.every((known) => known.code !== code)));
  }
  return { speed, warnings };
}
function feedsFor(inputs, data2, batch, seed2) {
  return data2 === void 0 ? makeInputs(inputs, batch, seed2) : batchOf(data2, 0, batchFor(inputs, batch));
}
function summaryOf({ speed, quality, contenders }) {
  const blocks2 = speed.reduce((sum, measured) => sum + measured.blocks.length, 0);
  const scenarios = speed.length === 1 ? "1 scenario" : `${speed.length} scenarios`;
  const parts = [`${contenders.map(({ id }) => id).join(", ")}`];
  if (speed.length > 0) parts.push(`${blocks2} blocks in ${scenarios}`);
  if (speed.length === 0 && quality === void 0) parts.push("sizes only");
  if (quality !== void 0) parts.push(`predictions on ${quality.examples} examples of ${quality.data}`);
  return parts.join("; ");
}

// src/stages/compare/settings.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
import path from "node:path";
var metricSettings = external_exports.strictObject({
  margin: margin().optional().describe("How much worse is still acceptable: `3%` of production, or `0.5pp`, `2ms`, `1MiB` in its own unit."),
  uses: external_exports.string().min(1).optional().describe("A metric of your own: a module whose default export gives a number for `{ outputs, label, index }`."),
  better: external_exports.enum(["lower", "higher"]).optional().describe("Which way is good, for a metric of your own.")
});
var compareSettings = external_exports.strictObject({
  against: external_exports.literal("production").default("production").describe("What the candidate is compared with."),
  metrics: external_exports.record(external_exports.string(), metricSettings).superRefine((given, context) => {
    if (Object.keys(given).length === 0) context.addIssue({ code: "custom", message: "name at least one metric" });
    for (const [name2, settings7] of Object.entries(given)) {
      const message = objection(name2, settings7);
      if (message !== void 0) context.addIssue({ code: "custom", path: [name2], message, params: { metric: name2 } });
    }
  }).describe("The metrics to compare, each with its margin."),
  alpha: external_exports.number().min(1e-4).max(0.2).default(0.01).describe("How often a verdict of a metric may be wrong, each way: 0.01 is once in a hundred.")
});
function questionsOf(settings7, folder) {
  return Object.entries(settings7.metrics).map(([metric, { margin: stated, uses, better }]) => ({
    metric,
    margin: stated ?? usualMargin(metric),
    ...uses === void 0 ? {} : { uses: { path: path.resolve(folder, uses) }, better }
  }));
}
function metricFiles(settings7, folder) {
  return Object.values(settings7.metrics).flatMap(({ uses }) => uses === void 0 ? [] : [path.resolve(folder, uses)]);
}
function objection(name2, settings7) {
  const known = metrics.some((metric) => metric.name === name2);
  if (settings7.uses === void 0) return known ? void 0 : unknownMetric(name2);
  if (known) return `${name2} is a metric of Airworthy; give your own another name`;
  if (settings7.better === void 0)
    return `say which way ${name2} is good, with \`better: lower\` or \`better: higher\``;
  return settings7.margin === void 0 ? `state a \`margin:\` for ${name2}` : void 0;
}
function unknownMetric(name2) {
  const names2 = metrics.map((metric) => metric.name);
  return `unknown metric "${name2}"; the nearest is ${(0, import_fastest_levenshtein.closest)(name2, names2)}; metrics are ${names2.join(", ")}; your own needs \`uses:\``;
}
function usualMargin(metric) {
  const margin2 = parseMargin(metrics.find(({ name: name2 }) => name2 === metric)?.margin ?? "0%");
  return margin2 ?? { relative: 0 };
}

// src/stages/compare/index.ts
var example2 = `compare:
  against: production
  metrics:
    latency.p50: { margin: 3% }
    accuracy: { margin: 0.5pp }
    size: { margin: 5% }`;
var compare = defineStage({
  kind: "compare",
  summary: "Compares the candidate with production, metric by metric, against stated margins.",
  effects: "none",
  needs: ["measurements"],
  gives: "comparison",
  settings: compareSettings,
  example: example2,
  runsUserCode: (settings7) => Object.values(settings7.metrics).some(({ uses }) => uses !== void 0),
  questions: questionsOf,
  files: metricFiles,
  async run({ settings: settings7, given: { measurements, subject }, tools }) {
    const rows2 = compareRows(measurements, questionsOf(settings7, tools.folder), settings7.alpha);
    const { production } = subject;
    const warnings = production === void 0 ? [firstRelease(subject.model)] : [];
    const comparison = {
      contender: measurements.chosen,
      against: {
        ...production?.version === void 0 ? {} : { version: production.version },
        sha256: production?.artifact.sha256 ?? ""
      },
      identical: isProduction(measurements.contenders, measurements.chosen),
      rows: rows2,
      alpha: settings7.alpha,
      warnings,
      evidence: digest(measurements)
    };
    return {
      product: comparison,
      summary: comparison.identical ? "the candidate is production itself, byte for byte" : summaryOf2(rows2),
      warnings
    };
  }
});
function firstRelease(model) {
  return {
    code: "first-release",
    message: `No version of ${model} is in production, so there was nothing to compare with.`,
    remedy: "Check the registry if there should be one; the next release will be compared with this one."
  };
}
function summaryOf2(rows2) {
  if (rows2.length === 0) return "nothing to compare with";
  const count = (verdict2) => rows2.filter((row) => row.verdict === verdict2).length;
  const parts = ["pass", "fail", "inconclusive"].flatMap(
    (verdict2) => count(verdict2) > 0 ? [`${count(verdict2)} ${verdict2}`] : []
  );
  return `${rows2.length} ${rows2.length === 1 ? "comparison" : "comparisons"}: ${parts.join(", ")}`;
}

// src/stages/gate.ts
var settings2 = external_exports.strictObject({
  require: external_exports.array(external_exports.string()).min(1).optional().describe(
    "Metrics that must not be worse than production by more than their margins; all that were compared, when left out."
  ),
  inconclusive: external_exports.enum(["fail", "warn"]).default("fail").describe("What to do when the evidence settles nothing: stop the run (exit code 3), or go on with a warning."),
  "first-release": external_exports.enum(["pass", "fail"]).default("pass").describe("What to do when there is no version in production to compare with.")
});
var example3 = `gate:
  require: [latency.p50, accuracy]
  inconclusive: fail`;
var gate = defineStage({
  kind: "gate",
  summary: "Decides from the comparison: pass, fail or inconclusive.",
  effects: "none",
  needs: ["comparison"],
  gives: "decision",
  settings: settings2,
  example: example3,
  async run({ settings: chosen, given: { comparison, subject } }) {
    const first = subject.production === void 0;
    const decision = first ? decideFirst(subject.model, chosen) : comparison.identical ? unchanged : decide(comparison, chosen);
    const warnings = first ? [] : reservations(decision);
    return { product: decision, verdict: decision.verdict, summary: decision.sentence, warnings };
  }
});
function decide(comparison, { require: require3, inconclusive }) {
  const required = requiredRows(comparison.rows, require3);
  const found2 = combine(required.map((row) => row.verdict));
  const verdict2 = found2 === "inconclusive" && inconclusive === "warn" && required.length > 0 ? "pass" : found2;
  const reasons = required.map(({ metric, scenario: scenario2, verdict: verdict3, why }) => ({
    metric,
    ...scenario2 === void 0 ? {} : { scenario: scenario2 },
    verdict: verdict3,
    why
  }));
  return { verdict: verdict2, reasons, sentence: sentenceOf(required, found2, verdict2) };
}
var unchanged = {
  verdict: "pass",
  reasons: [],
  sentence: "Passed. The candidate is production itself, byte for byte: nothing can have changed."
};
function decideFirst(model, chosen) {
  const verdict2 = chosen["first-release"];
  const words2 = `No version of ${model} is in production, so nothing was compared`;
  const policy = verdict2 === "pass" ? "a first release passes" : "a first release does not pass this gate";
  return { verdict: verdict2, reasons: [], sentence: `${words2}: ${policy}.` };
}
function requiredRows(rows2, require3) {
  if (require3 === void 0) return rows2;
  const compared = [...new Set(rows2.map((row) => row.metric))];
  const missing = require3.find((metric) => !compared.includes(metric));
  if (missing !== void 0) throw userError("gate-metric-not-compared", { metric: missing, compared });
  return rows2.filter((row) => require3.includes(row.metric));
}
function sentenceOf(rows2, found2, verdict2) {
  const deciding = rows2.filter((row) => row.verdict === found2).sort((a, b) => excess(b) - excess(a));
  const [first] = deciding;
  if (first === void 0) return "Inconclusive: nothing was compared.";
  const where = first.scenario === void 0 ? "" : ` (${first.scenario})`;
  const others = deciding.length > 1 ? ` So ${deciding.length === 2 ? "is 1 other" : `are ${deciding.length - 1} others`}.` : "";
  if (found2 === "fail") return `Failed on ${first.metric}${where}: ${first.why}${others}`;
  if (found2 === "inconclusive") {
    const stand = verdict2 === "pass" ? "Passed with reservations: undecided" : "Inconclusive";
    return `${stand} on ${first.metric}${where}: ${first.why}${others}`;
  }
  const count = rows2.length === 1 ? "The one comparison required" : `All ${rows2.length} comparisons required`;
  return `Passed. ${count} came out well; closest to its margin${where}: ${first.why}`;
}
function excess({ better, interval, margin: margin2 }) {
  const worst = better === "lower" ? interval.high : -interval.low;
  return margin2 === 0 ? worst * 1e9 : worst / margin2;
}
function reservations(decision) {
  if (decision.verdict !== "pass") return [];
  return decision.reasons.filter(({ verdict: verdict2 }) => verdict2 === "inconclusive").map(({ metric, scenario: scenario2, why }) => ({
    code: "gate-inconclusive",
    message: `${metric}${scenario2 === void 0 ? "" : ` (${scenario2})`} was let through undecided: ${why}`,
    remedy: "Give the benchmark a larger `budget:` or more data, or set `inconclusive: fail`."
  }));
}

// src/stages/optimize/graph.ts
import path2 from "node:path";

// src/onnx/check/scopes.ts
function mainScope(model, graph) {
  return graphScope(graph, "graph", model.opsetImport);
}
function functionScope(body) {
  return {
    path: `function ${body.name}`,
    nodes: body.node,
    given: body.input,
    outputs: body.output,
    opsets: body.opsetImport
  };
}
function nestedScopes(scope, node, index) {
  return node.attribute.flatMap((attribute) => {
    const graphs = attribute.g === void 0 ? attribute.graphs : [attribute.g];
    return graphs.map((graph) => graphScope(graph, `${nodePath(scope, node, index)}/${attribute.name}`, scope.opsets));
  });
}
function scopesOf(model) {
  const scopes = [
    ...model.graph === void 0 ? [] : [mainScope(model, model.graph)],
    ...model.functions.map(functionScope)
  ];
  for (const scope of scopes) {
    scope.nodes.forEach((node, index) => {
      for (const nested of nestedScopes(scope, node, index)) scopes.push(nested);
    });
  }
  return scopes;
}
function nodePath(scope, node, index) {
  return `${scope.path}/node ${node.name === "" ? `${node.opType} (#${index})` : node.name}`;
}
function initializerNames(graph) {
  return [
    ...graph.initializer.map((tensor2) => tensor2.name),
    ...graph.sparseInitializer.map((sparse) => sparse.values?.name ?? "")
  ];
}
function graphScope(graph, path8, opsets) {
  const inputs = graph.input.map((value) => value.name);
  const outputs = graph.output.map((value) => value.name);
  return {
    path: path8,
    nodes: graph.node,
    given: [.../* @__PURE__ */ new Set([...inputs, ...initializerNames(graph)])],
    outputs,
    opsets,
    graph
  };
}

// src/onnx/check/names.ts
function checkNames(model, report) {
  if (model.graph !== void 0) checkScope(mainScope(model, model.graph), void 0, report);
  for (const body of model.functions) checkScope(functionScope(body), void 0, report);
}
function checkScope(scope, outer, report) {
  const known = { names: new Set(scope.given), outer };
  const made2 = new Set(scope.nodes.flatMap((node) => node.output));
  let disorder = 0;
  scope.nodes.forEach((node, index) => {
    const where = nodePath(scope, node, index);
    disorder += checkInputs(node, where, known, made2, report);
    for (const nested of nestedScopes(scope, node, index)) checkScope(nested, { names: made2, outer: known }, report);
    checkOutputs(node, where, known, report);
  });
  if (disorder > 0) checkCycle(scope, report);
  for (const output of scope.outputs)
    if (output !== "" && !isKnown(output, known))
      report(
        "error",
        "output-unmade",
        `${scope.path}/output ${output}`,
        "No node, input or initialiser has this name.",
        "The graph is incomplete: export it again."
      );
}
function checkInputs(node, where, known, made2, report) {
  let later = 0;
  for (const input2 of node.input) {
    if (input2 === "" || isKnown(input2, known)) continue;
    if (made2.has(input2)) later += 1;
    else
      report(
        "error",
        "value-unmade",
        where,
        `It reads \`${input2}\`, which nothing makes.`,
        "The graph is incomplete: export it again."
      );
  }
  if (later > 0)
    report(
      "warning",
      "node-order",
      where,
      "It stands before a node whose output it reads.",
      "Sort the nodes topologically; other runtimes refuse this model."
    );
  return later;
}
function checkOutputs(node, where, known, report) {
  for (const output of node.output) {
    if (output === "") continue;
    if (known.names.has(output))
      report(
        "error",
        "value-remade",
        where,
        `It makes \`${output}\`, which was made before.`,
        "Every value must be made once: rename one of the two."
      );
    else if (isKnown(output, known))
      report(
        "warning",
        "value-shadowed",
        where,
        `It makes \`${output}\`, which a graph around it has too.`,
        "Rename one of the two."
      );
    known.names.add(output);
  }
}
function isKnown(name2, known) {
  for (let scope = known; scope !== void 0; scope = scope.outer) if (scope.names.has(name2)) return true;
  return false;
}
function checkCycle(scope, report) {
  const maker = new Map(scope.nodes.flatMap((node, index) => node.output.map((output) => [output, index])));
  const waits = scope.nodes.map((node) => new Set(node.input.flatMap((input2) => maker.get(input2) ?? [])));
  const readers = scope.nodes.map(() => []);
  waits.forEach((makers, index) => {
    for (const made2 of makers) readers[made2]?.push(index);
  });
  const ready = waits.flatMap((makers, index) => makers.size === 0 ? [index] : []);
  for (const done of ready)
    for (const reader of readers[done] ?? [])
      if (waits[reader]?.delete(done) && waits[reader].size === 0) ready.push(reader);
  const stuck = waits.findIndex((makers) => makers.size > 0);
  if (stuck >= 0)
    report(
      "error",
      "graph-cycle",
      nodePath(scope, scope.nodes[stuck], stuck),
      "It waits for its own output, through other nodes.",
      "Break the circle; a graph must be acyclic."
    );
}

// src/onnx/operator-table.ts
var operatorTable = `
[]
Abs 1:1,1,1,1 6 13
Acos 7:1,1,1,1 22
Acosh 9:1,1,1,1 22
Add 1:2,2,1,1 6 7 13 14
AffineGrid 20:2,2,1,1
And 1:2,2,1,1 7
ArgMax 1:1,1,1,1 11 12 13
ArgMin 1:1,1,1,1 11 12 13
Asin 7:1,1,1,1 22
Asinh 9:1,1,1,1 22
Atan 7:1,1,1,1 22
Atanh 9:1,1,1,1 22
Attention 23:3,6,1,4 24:3,7,1,4 25
AveragePool 1:1,1,1,1 7 10 11 19 22
BatchNormalization 1:5,5,1,5 6 7 9 14:5,5,1,3 15
Bernoulli 15:1,1,1,1 22
BitCast 26:1,1,1,1
BitShift 11:2,2,1,1 28
BitwiseAnd 18:2,2,1,1
BitwiseNot 18:1,1,1,1
BitwiseOr 18:2,2,1,1
BitwiseXor 18:2,2,1,1
BlackmanWindow 17:1,1,1,1
Cast 1:1,1,1,1 6 9 13 19 21 23 24 25 28
CastLike 15:2,2,1,1 19 21 23 24 25
CausalConvWithState 27:2,4,2,2
Ceil 1:1,1,1,1 6 13
Celu 12:1,1,1,1 28
CenterCropPad 18:2,2,1,1
Clip 1:1,1,1,1 6 11:1,3,1,1 12 13
Col2Im 18:3,3,1,1
Compress 9:2,2,1,1 11 28
Concat 1:1,*,1,1 4 11 13
ConcatFromSequence 11:1,1,1,1
Constant 1:0,0,1,1 9 11 12 13 19 21 23 24 25
ConstantOfShape 9:1,1,1,1 20 21 23 24 25
Conv 1:2,3,1,1 11 22
ConvInteger 10:2,4,1,1
ConvTranspose 1:2,3,1,1 11 22
Cos 7:1,1,1,1 22
Cosh 9:1,1,1,1 22
CumProd 26:2,2,1,1
CumSum 11:2,2,1,1 14
DFT 17:1,2,1,1 20:1,3,1,1
DeformConv 19:3,5,1,1 22
DepthToSpace 1:1,1,1,1 11 13 28
DequantizeLinear 10:2,3,1,1 13 19 21 23 24 25 28
Det 11:1,1,1,1 22
Div 1:2,2,1,1 6 7 13 14
Dropout 1:1,1,1,2 6 7 10 12:1,3,1,2 13 22
DynamicQuantizeLinear 11:1,1,3,3
Einsum 12:1,*,1,1 28
Elu 1:1,1,1,1 6 22
Equal 1:2,2,1,1 7 11 13 19
Erf 9:1,1,1,1 13
Exp 1:1,1,1,1 6 13
Expand 8:2,2,1,1 13
EyeLike 9:1,1,1,1 22
Flatten 1:1,1,1,1 9 11 13 21 23 24 25
Floor 1:1,1,1,1 6 13
GRU 1:3,6,2,2 3:3,6,0,2 7 14 22
Gather 1:2,2,1,1 11 13
GatherElements 11:2,2,1,1 13
GatherND 11:2,2,1,1 12 13
Gelu 20:1,1,1,1
Gemm 1:3,3,1,1 6 7 9 11:2,3,1,1 13
GlobalAveragePool 1:1,1,1,1 22
GlobalLpPool 1:1,1,1,1 2 22
GlobalMaxPool 1:1,1,1,1 22
Greater 1:2,2,1,1 7 9 13
GreaterOrEqual 12:2,2,1,1 16
GridSample 16:2,2,1,1 20 22
GroupNormalization 18! 21:3,3,1,1
HammingWindow 17:1,1,1,1
HannWindow 17:1,1,1,1
HardSigmoid 1:1,1,1,1 6 22
HardSwish 14:1,1,1,1 22
Hardmax 1:1,1,1,1 11 13
Identity 1:1,1,1,1 13 14 16 19 21 23 24 25
If 1:1,1,1,* 11 13 16 19 21 23 24 25
ImageDecoder 20:1,1,1,1
InstanceNormalization 1:3,3,1,1 6 22
IsInf 10:1,1,1,1 20
IsNaN 9:1,1,1,1 13 20
LRN 1:1,1,1,1 13
LSTM 1:3,8,0,3 7 14 22
LayerNormalization 17:2,3,1,3
LeakyRelu 1:1,1,1,1 6 16
Less 1:2,2,1,1 7 9 13
LessOrEqual 12:2,2,1,1 16
LinearAttention 27:3,6,2,2
Log 1:1,1,1,1 6 13
LogSoftmax 1:1,1,1,1 11 13
Loop 1:3,*,1,* 11:2,*,1,* 13 16 19 21 23 24 25
LpNormalization 1:1,1,1,1 22
LpPool 1:1,1,1,1 2 11 18 22
MatMul 1:2,2,1,1 9 13
MatMulInteger 10:2,4,1,1
Max 1:1,*,1,1 6 8 12 13
MaxPool 1:1,1,1,1 8:1,1,1,2 10 11 12 22
MaxRoiPool 1:2,2,1,1 22
MaxUnpool 9:2,3,1,1 11 22
Mean 1:1,*,1,1 6 8 13
MeanVarianceNormalization 9:1,1,1,1 13
MelWeightMatrix 17:5,5,1,1
Min 1:1,*,1,1 6 8 12 13
Mish 18:1,1,1,1 22
Mod 10:2,2,1,1 13 28
Mul 1:2,2,1,1 6 7 13 14
Multinomial 7:1,1,1,1 22
Neg 1:1,1,1,1 6 13
NegativeLogLikelihoodLoss 12:2,3,1,1 13 22
NonMaxSuppression 10:2,5,1,1 11
NonZero 9:1,1,1,1 13
Not 1:1,1,1,1
OneHot 9:3,3,1,1 11 28
Optional 15:0,1,1,1 28
OptionalGetElement 15:1,1,1,1 18 28
OptionalHasElement 15:1,1,1,1 18:0,1,1,1 28
Or 1:2,2,1,1 7
PRelu 1:2,2,1,1 6 7 9 16
Pad 1:1,1,1,1 2 11:2,3,1,1 13 18:2,4,1,1 19 21 23 24 25
Pow 1:2,2,1,1 7 12 13 15
QLinearConv 10:8,9,1,1
QLinearMatMul 10:8,8,1,1 21
QuantizeLinear 10:2,3,1,1 13 19 21 23 24 25 28
RMSNormalization 23:2,2,1,1
RNN 1:3,6,0,2 7 14 22
RandomNormal 1:0,0,1,1 22
RandomNormalLike 1:1,1,1,1 22
RandomUniform 1:0,0,1,1 22
RandomUniformLike 1:1,1,1,1 22
Range 11:3,3,1,1 27
Reciprocal 1:1,1,1,1 6 13
ReduceL1 1:1,1,1,1 11 13 18:1,2,1,1
ReduceL2 1:1,1,1,1 11 13 18:1,2,1,1
ReduceLogSum 1:1,1,1,1 11 13 18:1,2,1,1 28
ReduceLogSumExp 1:1,1,1,1 11 13 18:1,2,1,1 28
ReduceMax 1:1,1,1,1 11 12 13 18:1,2,1,1 20
ReduceMean 1:1,1,1,1 11 13 18:1,2,1,1
ReduceMin 1:1,1,1,1 11 12 13 18:1,2,1,1 20
ReduceProd 1:1,1,1,1 11 13 18:1,2,1,1
ReduceSum 1:1,1,1,1 11 13:1,2,1,1
ReduceSumSquare 1:1,1,1,1 11 13 18:1,2,1,1
RegexFullMatch 20:1,1,1,1
Relu 1:1,1,1,1 6 13 14
Reshape 1:1,1,1,1 5:2,2,1,1 13 14 19 21 23 24 25
Resize 10:2,2,1,1 11:3,4,1,1 13:1,4,1,1 18 19
ReverseSequence 10:2,2,1,1 28
RoiAlign 10:3,3,1,1 16 22
RotaryEmbedding 23:3,4,1,1
Round 11:1,1,1,1 22
STFT 17:2,4,1,1
Scan 8:2,*,1,* 9:1,*,1,* 11 16 19 21 23 24 25
Scatter 9:3,3,1,1 11!
ScatterElements 11:3,3,1,1 13 16 18
ScatterND 11:3,3,1,1 13 16 18
Selu 1:1,1,1,1 6 22
SequenceAt 11:2,2,1,1
SequenceConstruct 11:1,*,1,1
SequenceEmpty 11:0,0,1,1
SequenceErase 11:1,2,1,1
SequenceInsert 11:2,3,1,1
SequenceLength 11:1,1,1,1
SequenceMap 17:1,*,1,*
Shape 1:1,1,1,1 13 15 19 21 23 24 25
Shrink 9:1,1,1,1
Sigmoid 1:1,1,1,1 6 13
Sign 9:1,1,1,1 13
Sin 7:1,1,1,1 22
Sinh 9:1,1,1,1 22
Size 1:1,1,1,1 13 19 21 23 24 25
Slice 1:1,1,1,1 10:3,5,1,1 11 13
Softmax 1:1,1,1,1 11 13
SoftmaxCrossEntropyLoss 12:2,3,1,2 13
Softplus 1:1,1,1,1 22
Softsign 1:1,1,1,1 22
SpaceToDepth 1:1,1,1,1 13 28
Split 1:1,2,1,* 2:1,1,1,* 11 13:1,2,1,* 18
SplitToSequence 11:1,2,1,1 24
Sqrt 1:1,1,1,1 6 13
Squeeze 1:1,1,1,1 11 13:1,2,1,1 21 23 24 25
StringConcat 20:2,2,1,1
StringNormalizer 10:1,1,1,1
StringSplit 20:1,1,2,2
Sub 1:2,2,1,1 6 7 13 14
Sum 1:1,*,1,1 6 8 13
SwiGLU 28:2,2,1,1
Swish 24:1,1,1,1
Tan 7:1,1,1,1 22
Tanh 1:1,1,1,1 6 13
TensorScatter 24:2,3,1,1
TfIdfVectorizer 9:1,1,1,1
ThresholdedRelu 10:1,1,1,1 22
Tile 1:3,3,1,1 6:2,2,1,1 13
TopK 1:1,1,2,2 10:2,2,2,2 11 24
Transpose 1:1,1,1,1 13 21 23 24 25
Trilu 14:1,2,1,1
Unique 11:1,1,1,4 28
Unsqueeze 1:1,1,1,1 11 13:2,2,1,1 21 23 24 25
Upsample 1:1,1,1,1 7 9:2,2,1,1 10!
Where 9:3,3,1,1 16
Xor 1:2,2,1,1 7
[ai.onnx.ml]
ArrayFeatureExtractor 1:2,2,1,1
Binarizer 1:1,1,1,1
CastMap 1:1,1,1,1
CategoryMapper 1:1,1,1,1
DictVectorizer 1:1,1,1,1
FeatureVectorizer 1:1,*,1,1
Imputer 1:1,1,1,1
LabelEncoder 1:1,1,1,1 2 4
LinearClassifier 1:1,1,2,2
LinearRegressor 1:1,1,1,1
Normalizer 1:1,1,1,1
OneHotEncoder 1:1,1,1,1
SVMClassifier 1:1,1,2,2
SVMRegressor 1:1,1,1,1
Scaler 1:1,1,1,1
TreeEnsemble 5:1,1,1,1
TreeEnsembleClassifier 1:1,1,2,2 3 5!
TreeEnsembleRegressor 1:1,1,1,1 3 5!
ZipMap 1:1,1,1,1
[ai.onnx.preview]
FlexAttention 1:3,3,1,1
[ai.onnx.preview.training]
Adagrad 1:3,*,1,*
Adam 1:3,*,1,*
Gradient 1:1,*,1,*
Momentum 1:3,*,1,*
`;

// src/onnx/operators.ts
var parsed;
function operatorVersions(domain, operator) {
  parsed ??= parseTable(operatorTable);
  const operators = parsed.get(domain === "ai.onnx" ? "" : domain);
  return operators === void 0 ? void 0 : operators.get(operator) ?? [];
}
function operatorSchema(versions, opset) {
  return versions.findLast((version2) => version2.since <= opset);
}
function parseTable(text) {
  const domains = /* @__PURE__ */ new Map();
  let current = /* @__PURE__ */ new Map();
  for (const line of text.trim().split("\n")) {
    const [name2 = "", ...versions] = line.split(" ");
    if (line.startsWith("[")) {
      current = /* @__PURE__ */ new Map();
      domains.set(line.slice(1, -1), current);
    } else current.set(name2, parseVersions(versions));
  }
  return domains;
}
function parseVersions(words2) {
  let arity = [0, Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY];
  return words2.map((word) => {
    const [since = "", numbers] = word.replace("!", "").split(":");
    if (numbers !== void 0)
      arity = numbers.split(",").map((bound) => bound === "*" ? Number.POSITIVE_INFINITY : Number(bound));
    const [minIn = 0, maxIn = 0, minOut = 0, maxOut = 0] = arity;
    return {
      since: Number(since),
      deprecated: word.endsWith("!"),
      inputs: { min: minIn, max: maxIn },
      outputs: { min: minOut, max: maxOut }
    };
  });
}

// src/onnx/check/operators.ts
function checkOperators(model, report) {
  const functions = new Set(model.functions.map((body) => qualified(body.domain, body.name)));
  const unchecked = /* @__PURE__ */ new Set();
  for (const scope of scopesOf(model)) {
    scope.nodes.forEach((node, index) => {
      if (functions.has(qualified(node.domain, node.opType))) return;
      checkOperator(node, nodePath(scope, node, index), scope, unchecked, report);
    });
  }
  for (const name2 of [...unchecked].sort())
    report(
      "note",
      "operator-unchecked",
      "model",
      `${name2} is not of the ONNX standard; whether it exists shows when the model runs.`,
      "Keep the `runs` check on."
    );
}
function checkOperator(node, where, scope, unchecked, report) {
  const domain = node.domain === "" ? "ai.onnx" : node.domain;
  const opset = scope.opsets.find((set) => (set.domain || "ai.onnx") === domain)?.version;
  const versions = operatorVersions(node.domain, node.opType);
  if (opset === void 0)
    report(
      "error",
      "domain-missing",
      where,
      `Its domain ${domain} is not imported.`,
      "Add the domain to `opset_import`."
    );
  else if (versions === void 0) unchecked.add(`${domain}.${node.opType}`);
  else if (versions.length === 0)
    report(
      "error",
      "operator-unknown",
      where,
      `There is no operator ${node.opType} in ${domain}.`,
      "Check its spelling and its domain, or define it as a function of the model."
    );
  else checkVersion(node, where, opset, versions, report);
}
function checkVersion(node, where, opset, versions, report) {
  const schema = operatorSchema(versions, opset);
  if (schema === void 0)
    report(
      "error",
      "operator-too-new",
      where,
      `${node.opType} exists from opset ${versions[0]?.since} on; the model imports ${opset}.`,
      "Export with a later opset."
    );
  else if (schema.deprecated)
    report(
      "warning",
      "operator-deprecated",
      where,
      `${node.opType} is deprecated since opset ${schema.since}.`,
      "Export with its successor; other runtimes refuse this model."
    );
  else {
    checkCount(node, where, "input", node.input.length, schema.inputs, report);
    checkCount(node, where, "output", node.output.length, schema.outputs, report);
  }
}
function checkCount(node, where, what, count, { min, max: max2 }, report) {
  if (count >= min && count <= max2) return;
  const range = min === max2 ? `${min}` : max2 === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max2}`;
  report(
    "error",
    `${what}-count`,
    where,
    `${node.opType} has ${count} ${what}s and takes ${range}.`,
    "Export the model again with a matching opset."
  );
}
function qualified(domain, name2) {
  return `${domain}.${name2}`;
}

// src/onnx/check/structure.ts
var onnxruntimeLimits = { irVersion: 13, opset: { min: 7, max: 26 } };
function checkStructure(model, limits, report) {
  checkVersions(model, limits, report);
  checkOnce(
    model.metadataProps.map((entry) => entry.key),
    (key) => report(
      "warning",
      "metadata-duplicate",
      "metadata",
      `The metadata key \`${key}\` is there twice.`,
      "Keep one of them."
    )
  );
  if (model.graph !== void 0) checkMainGraph(model, model.graph, report);
  for (const scope of scopesOf(model)) {
    if (scope.graph !== void 0) checkGraph(scope.graph, scope, report);
    scope.nodes.forEach((node, index) => {
      checkAttributes(node, nodePath(scope, node, index), report);
    });
  }
}
function checkVersions(model, limits, report) {
  const ir = model.irVersion;
  if (ir === void 0 || ir < 1)
    report("error", "ir-missing", "model", "The model states no IR version.", "Export it again.");
  else if (ir > limits.irVersion)
    report(
      "error",
      "ir-too-new",
      "model",
      `IR version ${ir} is newer than the runtime reads (${limits.irVersion}).`,
      `Export with \`ir_version <= ${limits.irVersion}\`.`
    );
  if (model.opsetImport.length === 0 && (ir ?? 0) >= 3)
    report(
      "error",
      "opset-missing",
      "model",
      "The model imports no operator set.",
      "Export it again; a file cut off at its end looks like this too."
    );
  checkOnce(
    model.opsetImport.map((set) => standard(set.domain)),
    (domain) => report(
      "error",
      "opset-duplicate",
      "model",
      `The operators of ${domain} are imported twice.`,
      "Import one version of each domain."
    )
  );
  const opset = model.opsetImport.find((set) => standard(set.domain) === "ai.onnx")?.version;
  if (opset !== void 0) checkOpset(opset, limits, report);
}
function checkOpset(opset, { opset: { min, max: max2 } }, report) {
  const hint = `Convert the model to an opset between ${min} and ${max2}.`;
  if (opset > max2 || opset < 1)
    report("error", "opset-range", "model", `Opset ${opset} is not one the runtime knows (up to ${max2}).`, hint);
  else if (opset < min)
    report("warning", "opset-old", "model", `Opset ${opset} is older than the runtime supports (from ${min}).`, hint);
}
function checkMainGraph(model, graph, report) {
  if (graph.output.length === 0)
    report("error", "outputs-missing", "graph", "The graph has no outputs.", "Name at least one output when exporting.");
  for (const input2 of graph.input) checkDeclaration(input2, `graph/input ${input2.name}`, report);
  for (const output of graph.output) checkDeclaration(output, `graph/output ${output.name}`, report);
  if ((model.irVersion ?? 4) >= 4) return;
  const inputs = new Set(graph.input.map((input2) => input2.name));
  for (const name2 of initializerNames(graph))
    if (!inputs.has(name2))
      report(
        "warning",
        "initializer-not-input",
        `graph/initializer ${name2}`,
        "Before IR version 4 every initialiser must be listed among the inputs.",
        "Set the IR version to 4 or later."
      );
}
function checkDeclaration(value, where, report) {
  const hint = "Export it with an element type, and with dims (symbolic ones where they vary).";
  if (typeText(value.type).includes("unknown"))
    report("error", "type-missing", where, "Its element type is not declared.", hint);
  else if (value.type?.tensorType !== void 0 && value.type.tensorType.shape === void 0)
    report("warning", "shape-missing", where, "Not even its number of dimensions is declared.", hint);
}
function checkGraph(graph, scope, report) {
  if (graph.name === "")
    report("note", "graph-nameless", scope.path, "The graph has no name.", "The standard wants one.");
  const say = (kind) => (name2) => report(
    "error",
    `${kind}-duplicate`,
    `${scope.path}/${kind} ${name2}`,
    `There are two ${kind}s of this name.`,
    "Give each its own name."
  );
  checkOnce(
    graph.input.map((value) => value.name),
    say("input")
  );
  checkOnce(
    graph.output.map((value) => value.name),
    say("output")
  );
  checkOnce(initializerNames(graph), say("initializer"));
}
function checkAttributes(node, where, report) {
  checkOnce(
    node.attribute.map((attribute) => attribute.name),
    (name2) => report("error", "attribute-duplicate", where, `The attribute \`${name2}\` is there twice.`, "Keep one of them.")
  );
  for (const attribute of node.attribute)
    if (attribute.name === "")
      report("error", "attribute-nameless", where, "An attribute has no name.", "Export the model again.");
}
function checkOnce(names2, tell) {
  const seen = /* @__PURE__ */ new Set();
  const told = /* @__PURE__ */ new Set();
  for (const name2 of names2) {
    if (seen.has(name2) && !told.has(name2)) {
      told.add(name2);
      tell(name2);
    }
    seen.add(name2);
  }
}
function standard(domain) {
  return domain === "" ? "ai.onnx" : domain;
}

// src/onnx/elements.ts
var arrays = {
  float32: Float32Array,
  float64: Float64Array,
  float16: Uint16Array,
  bfloat16: Uint16Array,
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
  bool: Uint8Array
};
function elementsOf(tensor2) {
  const type = elementType(tensor2.dataType);
  if (type === void 0 || tensor2.dataLocation === 1) return void 0;
  const data2 = type.name === "string" ? textsOf(tensor2) : numbersOf(tensor2, type);
  return data2?.length === sizeOf(tensor2.dims) ? data2 : void 0;
}
function textsOf(tensor2) {
  return tensor2.stringData.map((bytes) => new TextDecoder().decode(bytes));
}
function numbersOf(tensor2, type) {
  const array = arrays[type.name];
  if (array === void 0) return void 0;
  if (tensor2.rawData === void 0) return array.from(typedFieldOf(tensor2, type));
  if (tensor2.rawData.length * 8 % (type.bits ?? 8) !== 0) return void 0;
  return new array(Uint8Array.from(tensor2.rawData).buffer);
}
function typedFieldOf(tensor2, type) {
  const field = type.field === "stringData" ? void 0 : tensor2[type.field];
  if (type.name === "uint32") return Array.from(field ?? [], Number);
  return field ?? [];
}

// src/onnx/check/weights.ts
function checkWeights(model, report) {
  for (const [where, tensor2] of constantsOf(model)) checkTensor(tensor2, where, report);
}
function constantsOf(model) {
  return scopesOf(model).flatMap((scope) => [
    ...(scope.graph?.initializer ?? []).map((tensor2) => named(`${scope.path}/initializer ${tensor2.name}`, tensor2)),
    ...(scope.graph?.sparseInitializer ?? []).flatMap(
      ({ values, indices }) => [values, indices].flatMap(
        (tensor2) => tensor2 === void 0 ? [] : [named(`${scope.path}/initializer ${tensor2.name}`, tensor2)]
      )
    ),
    ...scope.nodes.flatMap(
      (node, index) => node.attribute.flatMap(
        (attribute) => [...attribute.t === void 0 ? [] : [attribute.t], ...attribute.tensors].map(
          (tensor2) => named(`${nodePath(scope, node, index)}/${attribute.name}`, tensor2)
        )
      )
    )
  ]);
}
function named(where, tensor2) {
  return [where, tensor2];
}
function checkTensor(tensor2, where, report) {
  const type = elementType(tensor2.dataType);
  if (type === void 0)
    report(
      "error",
      "weights-type",
      where,
      `Its element type ${tensor2.dataType ?? "is missing:"} is not one.`,
      "Export the model again."
    );
  else if (!areSizes(tensor2.dims))
    report(
      "error",
      "weights-dims",
      where,
      `Its dims [${tensor2.dims.join(", ")}] are not sizes.`,
      "Export the model again."
    );
  else if (tensor2.dataLocation !== 1) checkData(tensor2, type, where, report);
}
function areSizes(dims) {
  return dims.every((dim) => Number.isSafeInteger(dim) && dim >= 0) && Number.isSafeInteger(sizeOf(dims));
}
function checkData(tensor2, type, where, report) {
  const trouble = sizeTrouble(tensor2, type);
  if (trouble === void 0) checkFinite(tensor2, where, report);
  else report("error", "weights-size", where, trouble, "The file is damaged: export it again.");
}
function sizeTrouble(tensor2, type) {
  const wanted = sizeOf(tensor2.dims);
  const filled = ["floatData", "int32Data", "int64Data", "uint64Data", "doubleData", "stringData"].filter(
    (field) => (tensor2[field]?.length ?? 0) > 0
  );
  if (filled.length + ((tensor2.rawData?.length ?? 0) > 0 ? 1 : 0) > 1)
    return "It has its data twice, in different fields.";
  if ((tensor2.rawData?.length ?? 0) > 0) {
    const bytes = Math.ceil(wanted * (type.bits ?? 0) / 8);
    return tensor2.rawData?.length === bytes ? void 0 : `It has ${tensor2.rawData?.length} bytes where its dims need ${bytes}.`;
  }
  if (filled[0] !== void 0 && filled[0] !== type.field)
    return `Its ${type.name} elements stand in the field of another type.`;
  const count = tensor2[type.field]?.length ?? 0;
  const needed = fieldLength(wanted, type);
  return count === needed ? void 0 : `It has ${count} elements where its dims need ${needed}.`;
}
function fieldLength(elements2, type) {
  if (type.name.startsWith("complex")) return 2 * elements2;
  return (type.bits ?? 8) < 8 ? Math.ceil(elements2 * (type.bits ?? 8) / 8) : elements2;
}
function checkFinite(tensor2, where, report) {
  const { nan, infinite } = countNonFinite(tensor2);
  if (nan > 0)
    report(
      "error",
      "weights-nan",
      where,
      `${nan} of its elements are NaN.`,
      "The training diverged: go back to an earlier checkpoint."
    );
  if (infinite > 0)
    report(
      "warning",
      "weights-infinite",
      where,
      `${infinite} of its elements are infinite.`,
      "Normal in attention masks; elsewhere the training diverged."
    );
}
function countNonFinite(tensor2) {
  const read = floats[elementType(tensor2.dataType)?.name ?? ""];
  const counts2 = { nan: 0, infinite: 0 };
  if (read === void 0) return counts2;
  for (const element of elementsOf(tensor2) ?? []) {
    const value = read(element);
    if (Number.isNaN(value)) counts2.nan += 1;
    else if (!Number.isFinite(value)) counts2.infinite += 1;
  }
  return counts2;
}
var floats = {
  float32: (element) => element,
  float64: (element) => element,
  float16: fromFloat16,
  bfloat16: fromBfloat16
};
function fromBfloat16(half) {
  return new Float32Array(Uint32Array.of(half << 16).buffer)[0];
}

// src/onnx/findings.ts
var listed = 20;
function collectFindings(run2) {
  const findings = [];
  const counts2 = /* @__PURE__ */ new Map();
  const last = /* @__PURE__ */ new Map();
  run2((severity, code, where, message, hint) => {
    const count = (counts2.get(code) ?? 0) + 1;
    counts2.set(code, count);
    const finding2 = { severity, code, where, message, hint };
    if (count <= listed) findings.push(finding2);
    else last.set(code, finding2);
  });
  for (const [code, finding2] of last) findings.push(more(finding2, (counts2.get(code) ?? 0) - listed));
  return findings;
}
function more(finding2, count) {
  return { ...finding2, where: "model", message: `${count} more of these, the last at ${finding2.where}.` };
}

// src/onnx/check.ts
function checkModel(model, limits = onnxruntimeLimits) {
  return collectFindings((report) => {
    checkStructure(model, limits, report);
    checkNames(model, report);
    checkOperators(model, report);
    checkWeights(model, report);
  });
}

// src/onnx/diff.ts
function diffInterface(a, b) {
  const before = interfaceOf(a);
  const after = interfaceOf(b);
  const differences = [...inputDifferences(before, after), ...outputDifferences(before, after)];
  const breaking2 = differences.filter((difference) => difference.breaking);
  const additive2 = differences.filter((difference) => !difference.breaking);
  return {
    change: breaking2.length > 0 ? "breaking" : additive2.length > 0 ? "additive" : "compatible",
    reasons: [...breaking2, ...additive2].map((difference) => difference.reason)
  };
}
function inputDifferences(before, after) {
  const fresh = after.inputs.filter((input2) => !before.inputs.some((old) => old.name === input2.name));
  return [
    ...before.inputs.flatMap((old) => inputDifference(old, find(after.inputs, old.name))),
    ...fresh.map((input2) => ({
      breaking: !input2.optional,
      reason: `input \`${input2.name}\` is new${input2.optional ? ", with a default" : " and required"}`
    }))
  ];
}
function inputDifference(old, port) {
  if (port === void 0) return [breaking(`input \`${old.name}\` is gone`)];
  if (port.type !== old.type) return [breaking(`input \`${old.name}\` changed from ${old.type} to ${port.type}`)];
  const fits = accepts(port.dims, old.dims);
  const differences = [];
  if (!fits) differences.push(breaking(`input \`${old.name}\` takes ${shape(port)}, no longer ${shape(old)}`));
  else if (!accepts(old.dims, port.dims))
    differences.push(additive(`input \`${old.name}\` takes ${shape(port)}, beyond ${shape(old)}`));
  if (old.optional && !port.optional)
    differences.push(breaking(`input \`${old.name}\` lost its default and is now required`));
  if (!old.optional && port.optional) differences.push(additive(`input \`${old.name}\` has a default now`));
  return differences;
}
function outputDifferences(before, after) {
  const fresh = after.outputs.filter((output) => find(before.outputs, output.name) === void 0);
  return [
    ...before.outputs.flatMap((old, index) => outputDifference(old, index, before, after)),
    ...fresh.map((output) => additive(`output \`${output.name}\` is new`))
  ];
}
function outputDifference(old, index, before, after) {
  const port = find(after.outputs, old.name);
  if (port === void 0) return [breaking(`output \`${old.name}\` is gone`)];
  if (port.type !== old.type) return [breaking(`output \`${old.name}\` changed from ${old.type} to ${port.type}`)];
  if (!promises(port, old, before, after))
    return [breaking(`output \`${old.name}\` has ${shape(port)}, no longer ${shape(old)}`)];
  if (after.outputs[index]?.name !== old.name)
    return [breaking(`output \`${old.name}\` is no longer at position ${index + 1}`)];
  return [];
}
function accepts(mine, theirs) {
  if (mine === void 0) return true;
  if (theirs === void 0 || mine.length !== theirs.length) return false;
  return mine.every((dim, index) => typeof dim === "string" || dim === theirs[index]);
}
function promises(port, old, before, after) {
  if (old.dims === void 0) return true;
  if (port.dims?.length !== old.dims.length) return false;
  return old.dims.every((was, index) => {
    const is = port.dims?.[index];
    if (typeof was === "number") return is === was || valuesAtOldInputs(is, before, after).includes(was);
    return typeof is === "string" || !isInputSymbol(was, before);
  });
}
function valuesAtOldInputs(symbol, before, after) {
  if (typeof symbol !== "string" || symbol === "") return [];
  return after.inputs.flatMap(
    (input2) => (input2.dims ?? []).flatMap(
      (dim, index) => dim === symbol ? find(before.inputs, input2.name)?.dims?.[index] ?? [] : []
    )
  );
}
function isInputSymbol(symbol, before) {
  return symbol !== "" && before.inputs.some((input2) => input2.dims?.includes(symbol));
}
function find(ports, name2) {
  return ports.find((port) => port.name === name2);
}
function shape(port) {
  return port.dims === void 0 ? "any shape" : `[${port.dims.map((dim) => dim === "" ? "?" : dim).join(", ")}]`;
}
function breaking(reason) {
  return { breaking: true, reason };
}
function additive(reason) {
  return { breaking: false, reason };
}

// src/stages/optimize/agree.ts
function largestDifference(wanted, given) {
  const distances = Object.entries(wanted).map(([name2, tensor2]) => distance(tensor2, given[name2]));
  return Math.max(0, ...distances);
}
function distance(wanted, given) {
  if (given?.type !== wanted.type || given.dims.join() !== wanted.dims.join()) return Number.POSITIVE_INFINITY;
  const [left, right] = [floatsOf(wanted), floatsOf(given)];
  if (left !== void 0 && right !== void 0) return relativeDistance(left, right);
  for (let i2 = 0; i2 < wanted.data.length; i2++) if (wanted.data[i2] !== given.data[i2]) return Number.POSITIVE_INFINITY;
  return 0;
}
function floatsOf(tensor2) {
  if (tensor2.type === "float16") return Float32Array.from(tensor2.data, fromFloat16);
  return tensor2.type === "float32" || tensor2.type === "float64" ? tensor2.data : void 0;
}
function relativeDistance(wanted, given) {
  let largest = 1;
  let apart = 0;
  for (let i2 = 0; i2 < wanted.length; i2++) {
    const [a, b] = [wanted[i2], given[i2]];
    if (Number.isFinite(a) && Number.isFinite(b)) {
      apart = Math.max(apart, Math.abs(a - b));
      largest = Math.max(largest, Math.abs(a));
    } else if (!Object.is(a, b)) return Number.POSITIVE_INFINITY;
  }
  return apart / largest;
}

// src/stages/optimize/answers.ts
var trials = [
  { batch: 1, seed: 1 },
  { batch: 3, seed: 2 },
  { batch: 1, seed: 3 }
];
var impossible = ["model-rejected", "model-run-failed", "input-unsupported"];
async function compareAnswers(wanted, given, tools) {
  try {
    const reference = await answersOf(wanted, tools);
    const answers = await answersOf(given, tools);
    return {
      difference: Math.max(...reference.map((outputs, trial) => largestDifference(outputs, answers[trial] ?? {})))
    };
  } catch (error) {
    if (!(error instanceof UserError && impossible.includes(error.code))) throw error;
    return { impossible: await inWords(error.message, [wanted, given], tools) };
  }
}
async function inWords(message, models, tools) {
  let words2 = message.replace(/\.$/, "");
  for (const model of models) words2 = words2.replaceAll(await tools.store.path(model), model.name);
  return words2;
}
async function answersOf(artifact2, tools) {
  const model = await tools.store.path(artifact2);
  const worker = await tools.world.processes.worker("bench", { signal: tools.signal });
  try {
    const opened = await worker.ask({
      do: "open",
      model,
      provider: "cpu",
      threads: 1,
      optimization: "disabled"
    });
    return await runTrials(worker, opened.inputs);
  } finally {
    await worker.close();
  }
}
async function runTrials(worker, inputs) {
  const answers = [];
  const open = inputs.some((input2) => input2.dims.some((dim) => typeof dim === "string"));
  for (const { batch, seed: seed2 } of trials) {
    const { outputs } = await worker.ask({ do: "run", feeds: makeInputs(inputs, open ? batch : 1, seed2) });
    answers.push(outputs);
  }
  return answers;
}

// src/stages/optimize/graph.ts
var growth = { factor: 1.05, bytes: 4096 };
async function optimizeGraph(candidate, settings7, tools) {
  const original = await tools.store.path(candidate);
  const written = path2.join(tools.scratch, `${path2.basename(candidate.name, ".onnx")}.${settings7.level}.onnx`);
  await writeOptimized(original, written, settings7, tools);
  const model = await tools.store.putFile(written);
  const seen = await judgeGraph(candidate, model, settings7.level, tools);
  const { kept: kept2, why } = seen.kept ? await judgeAnswers(candidate, model, seen.why, settings7, tools) : seen;
  return { id: "graph", model, how: `onnxruntime graph optimisation, level ${settings7.level}`, kept: kept2, why };
}
async function writeOptimized(original, written, settings7, tools) {
  await tools.world.files.makeDirectory(tools.scratch);
  const worker = await tools.world.processes.worker("bench", { signal: tools.signal });
  try {
    const request = { do: "open", model: original, provider: "cpu", threads: 1, optimization: settings7.level };
    await worker.ask({ ...request, optimizedPath: written });
  } finally {
    await worker.close();
  }
}
async function judgeGraph(candidate, model, level, tools) {
  const {
    store,
    world: { files }
  } = tools;
  const before = readModel(await files.read(await store.path(candidate)), candidate.name);
  const after = readModel(await files.read(await store.path(model)), model.name);
  const error = checkModel(after).find((finding2) => finding2.severity === "error" && !isOwnOperator(finding2, level));
  const { change, reasons } = diffInterface(before, after);
  const nodes = [summarize(before, candidate.bytes).nodes, summarize(after, model.bytes).nodes];
  if (error !== void 0) return dropped(`is not a sound model (${error.where}: ${error.message})`);
  if (change !== "compatible") return dropped(`has another interface (${reasons.join(", ")})`);
  if (nodes[1] >= nodes[0]) return dropped(`leaves all ${nodes[0]} nodes, so there is nothing to gain`);
  if (model.bytes > growth.factor * candidate.bytes + growth.bytes)
    return dropped(`grows from ${candidate.bytes} to ${model.bytes} bytes`);
  return {
    kept: true,
    why: `has ${nodes[1]} nodes instead of ${nodes[0]}, ${model.bytes} bytes instead of ${candidate.bytes}`
  };
}
async function judgeAnswers(candidate, model, why, settings7, tools) {
  const compared = await compareAnswers(candidate, model, tools);
  if ("impossible" in compared) return dropped(`could not be compared: ${compared.impossible}`);
  const { difference } = compared;
  const figure = difference === 0 ? "no difference" : `a difference of ${difference.toExponential(1)}`;
  if (difference > settings7.tolerance)
    return dropped(`answers with ${figure}, beyond the tolerance of ${settings7.tolerance}`);
  return { kept: true, why: `${why}, and answers with ${figure}` };
}
function isOwnOperator(finding2, level) {
  return level === "extended" && (finding2.code === "operator-too-new" || finding2.code === "operator-unknown");
}
function dropped(why) {
  return { kept: false, why };
}

// src/stages/optimize.ts
var settings3 = external_exports.strictObject({
  variants: external_exports.array(external_exports.enum(["graph"])).min(1).default(["graph"]).describe("Which variants of the candidate to make: `graph` is onnxruntime's own graph optimisation."),
  level: external_exports.enum(["basic", "extended"]).default("basic").describe(
    "`basic` folds constants and fuses into standard operators, which run anywhere; `extended` uses operators of onnxruntime too."
  ),
  tolerance: external_exports.number().nonnegative().default(1e-4).describe("How far a variant's outputs may be from the candidate's, as a part of the largest output value.")
});
var optimize = defineStage({
  kind: "optimize",
  summary: "Makes variants of the candidate that should be faster, and keeps one only when it answers the same.",
  effects: "files",
  needs: ["subject"],
  gives: "variants",
  settings: settings3,
  example: "{ variants: [graph], level: basic }",
  estimateMs: (chosen) => 2e3 * chosen.variants.length,
  async run({ settings: chosen, given: { subject }, tools }) {
    const variants = [];
    for (const kind of new Set(chosen.variants)) {
      tools.progress(`variant ${kind}`);
      if (kind === "graph") variants.push(await optimizeGraph(subject.candidate, chosen, tools));
    }
    const kept2 = variants.find((variant) => variant.kept);
    const best = kept2 ?? { id: "candidate", model: subject.candidate };
    return {
      product: { variants, chosen: { id: best.id, model: best.model } },
      summary: sentence(best.id, variants)
    };
  }
});
function sentence(chosen, variants) {
  const goesOn = chosen === "candidate" ? "the candidate goes on as it came" : `variant ${chosen} goes on`;
  return `${goesOn}: ${variants.map((variant) => `variant ${variant.id} ${variant.why}`).join("; ")}`;
}

// src/registry/adopt.ts
async function adopt(registry2, {
  model,
  version: version2,
  artifact: artifact2,
  why
}) {
  const key = `adopt:${model}@${version2}`;
  const release3 = await registry2.append(key, { kind: "release", model, version: version2, artifact: artifact2, why });
  await registry2.append(`${key}/production`, { kind: "assign", model, stage: "production", version: version2, why });
  return release3;
}

// src/registry/author.ts
function author(world) {
  const { env } = world;
  const name2 = env["GITHUB_ACTOR"] ?? env["USER"] ?? env["USERNAME"] ?? "";
  return name2.replace(/[<>\r\n]/g, "").trim() || "airworthy";
}

// src/registry/entry.ts
function formatEntry(entry) {
  return canonical(entry);
}
function parseEntry(text, where) {
  const parsed2 = ledgerEntry.safeParse(tryJson(text));
  if (parsed2.success) return parsed2.data;
  throw userError("ledger-broken", {
    ...where,
    reason: external_exports.prettifyError(parsed2.error).split("\n")[0] ?? "it does not parse"
  });
}
function onePerKey(entries) {
  const seen = /* @__PURE__ */ new Set();
  return entries.filter(({ key }) => !seen.has(key) && seen.add(key));
}
function tryJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
var share2 = external_exports.number().min(0).max(1);
var verdict = external_exports.enum(["pass", "fail", "inconclusive"]);
var counts = external_exports.strictObject({ stable: external_exports.number(), candidate: external_exports.number() });
var artifact = external_exports.strictObject({ sha256: external_exports.string().regex(/^[0-9a-f]{64}$/), bytes: external_exports.number(), name: external_exports.string() });
var judgement = external_exports.strictObject({
  metric: external_exports.string(),
  stable: external_exports.number(),
  candidate: external_exports.number(),
  change: external_exports.number(),
  interval: external_exports.strictObject({ low: external_exports.number(), high: external_exports.number(), level: external_exports.number() }),
  margin: external_exports.number(),
  verdict,
  why: external_exports.string()
});
var common = { key: external_exports.string(), at: external_exports.string(), by: external_exports.string(), model: external_exports.string() };
var ofRollout = { ...common, rollout: external_exports.string() };
var ledgerEntry = external_exports.discriminatedUnion("kind", [
  external_exports.strictObject({
    ...common,
    kind: external_exports.literal("release"),
    version: external_exports.string(),
    artifact,
    why: external_exports.string(),
    source: external_exports.string().optional(),
    evidence: external_exports.string().optional(),
    tagged: external_exports.boolean().optional()
  }),
  external_exports.strictObject({ ...common, kind: external_exports.literal("assign"), stage: external_exports.string(), version: external_exports.string(), why: external_exports.string() }),
  external_exports.strictObject({
    ...ofRollout,
    kind: external_exports.literal("rollout-started"),
    version: external_exports.string(),
    from: external_exports.string().optional(),
    target: external_exports.string(),
    steps: external_exports.array(share2)
  }),
  external_exports.strictObject({ ...ofRollout, kind: external_exports.literal("rollout-weight"), step: external_exports.int(), weight: share2 }),
  external_exports.strictObject({
    ...ofRollout,
    kind: external_exports.literal("rollout-judged"),
    step: external_exports.int(),
    verdict,
    requests: counts,
    judgements: external_exports.array(judgement),
    seconds: external_exports.number()
  }),
  external_exports.strictObject({
    ...ofRollout,
    kind: external_exports.literal("hook"),
    name: external_exports.string(),
    outcome: external_exports.enum(["done", "failed"]),
    detail: external_exports.string()
  }),
  external_exports.strictObject({
    ...ofRollout,
    kind: external_exports.literal("rollout-finished"),
    outcome: external_exports.enum(["promoted", "rolled-back"]),
    why: external_exports.string(),
    verified: counts.optional()
  })
]);

// src/registry/lock.ts
var patienceMs = 3e4;
var emptyMs = 2e3;
var held = /* @__PURE__ */ new Set();
async function withLock(path8, world, work) {
  await acquire(path8, world);
  try {
    return await work();
  } finally {
    await release(path8, world);
  }
}
async function acquire(path8, world) {
  const { clock } = world;
  const start3 = clock.monotonicMs();
  for (let attempt = 0; !await take(path8, world); attempt++) {
    await breakStale(path8, world);
    if (clock.monotonicMs() - start3 > patienceMs)
      throw userError("ledger-busy", { lock: path8, holder: await holderOf(path8, world) });
    await clock.sleep(Math.min(50, 2 + attempt * 3) + world.processes.pid % 7);
  }
}
async function take(path8, { files, processes, clock }) {
  if (held.has(path8)) return false;
  held.add(path8);
  const taken = await files.createExclusive(path8, `${processes.pid} ${clock.now()}
`).catch((error) => {
    held.delete(path8);
    throw error;
  });
  if (!taken) held.delete(path8);
  return taken;
}
async function release(path8, { files }) {
  try {
    await files.remove(path8);
  } finally {
    held.delete(path8);
  }
}
async function breakStale(path8, world) {
  if (held.has(path8) || !await isStale(path8, world)) return;
  const breaker = `${path8}.break`;
  if (await take(breaker, world)) {
    if (!held.has(path8) && await isStale(path8, world)) await world.files.remove(path8);
    await release(breaker, world);
  } else if (!held.has(breaker) && await isStale(breaker, world)) {
    await world.files.remove(breaker);
  }
}
async function isStale(path8, world) {
  const holder = await holderOf(path8, world);
  if (holder !== void 0) return holder === world.processes.pid || !world.processes.alive(holder);
  return await world.files.exists(path8) && await staysEmpty(path8, world);
}
async function staysEmpty(path8, world) {
  await world.clock.sleep(emptyMs);
  return await world.files.exists(path8) && await holderOf(path8, world) === void 0;
}
async function holderOf(path8, { files }) {
  const text = await files.readText(path8).catch(() => "");
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && pid > 0 ? pid : void 0;
}

// src/registry/tags.ts
var import_semver = __toESM(require_semver2(), 1);
var name = "[a-zA-Z0-9](?:[a-zA-Z0-9\\-/_]*[a-zA-Z0-9])?";
var directory = "[a-zA-Z0-9\\-_./]+";
var pattern = new RegExp(
  `^((?:${directory}=)?${name})(?:#(${name})(!?)|@v([^!#]+)(!?)|@(deprecated|created))(?:#(\\d+))?$`
);
var modelPattern = new RegExp(`^(?:${directory}:)?${name}$`);
var stagePattern = new RegExp(`^${name}$`);
function isModelName(text) {
  return modelPattern.test(text) && isReference(text.replace(":", "="));
}
function isStageName(text) {
  return stagePattern.test(text) && isReference(text);
}
function versionTag(model, version2) {
  return `${inTag(model)}@v${version2}`;
}
function stageTag(model, stage, counter) {
  return `${inTag(model)}#${stage}#${counter}`;
}
function parseTag(text) {
  const match = pattern.exec(text);
  if (match === null) return void 0;
  const [, artifact2 = "", stage, unassign, version2, deregister, word, count] = match;
  const model = artifact2.replace("=", ":");
  const counter = count === void 0 ? void 0 : Number(count);
  if (stage !== void 0) return { kind: "stage", model, stage, undo: unassign === "!", counter };
  if (word === "deprecated" || word === "created") return { kind: word, model, counter };
  if (version2 === void 0 || import_semver.default.valid(version2) === null || version2.startsWith("v")) return void 0;
  return { kind: "version", model, version: version2, undo: deregister === "!", counter };
}
function nextCounter(model, tags) {
  const counters = tags.map(parseTag).flatMap((tag) => tag?.model === model ? [tag.counter ?? 0] : []);
  return 1 + Math.max(0, ...counters);
}
function inTag(model) {
  return model.replace(":", "=");
}
function isReference(text) {
  return text.split("/").every((part) => part !== "" && !part.startsWith(".") && !/(?:\.|\.lock)$/.test(part)) && !text.includes("..");
}

// src/registry/version.ts
var import_semver2 = __toESM(require_semver2(), 1);
function nextVersion({ latest, interfaceChange, improved }) {
  if (latest === void 0) return { version: "1.0.0", bump: "first", why: "first release of this model" };
  const [bump, why] = bumpFrom(interfaceChange, improved);
  const version2 = import_semver2.default.inc(latest, bump);
  if (version2 === null) throw new TypeError(`${latest} is no semantic version`);
  return { version: version2, bump, why: `${bump} after ${latest}: ${why}` };
}
function highestVersion(versions) {
  return [...versions].sort(import_semver2.default.rcompare)[0];
}
function isVersion(text) {
  return import_semver2.default.valid(text) !== null && /^\d/.test(text);
}
function bumpFrom(interfaceChange, improved) {
  if (interfaceChange === "breaking") return ["major", "callers of the model must change"];
  if (improved) return ["minor", "a quality metric is better beyond doubt"];
  if (interfaceChange === "additive") return ["minor", "the interface grew, and callers need not change"];
  return ["patch", "same interface, and no quality metric is better beyond doubt"];
}

// src/registry/rules.ts
function admit(entries, event) {
  if (!isModelName(event.model)) throw userError("model-name", { name: event.model });
  if (event.kind === "release") admitRelease(entries, event);
  if (event.kind === "assign") admitAssignment(entries, event);
}
function admitRelease(entries, { model, version: version2 }) {
  if (!isVersion(version2)) throw userError("version-invalid", { version: version2 });
  if (isReleased(entries, model, version2)) throw userError("version-exists", { model, version: version2, where: "the ledger" });
}
function admitAssignment(entries, { model, version: version2, stage }) {
  if (!isStageName(stage)) throw userError("stage-name", { name: stage });
  if (!isReleased(entries, model, version2))
    throw userError("version-unknown", { model, version: version2, versions: versionsOf(entries, model) });
}
function isReleased(entries, model, version2) {
  return versionsOf(entries, model).includes(version2);
}
function versionsOf(entries, model) {
  return entries.flatMap((entry) => entry.kind === "release" && entry.model === model ? [entry.version] : []);
}

// src/registry/file.ts
async function openFileRegistry(path8, world) {
  const read = async () => entriesOf(await textOf(path8, world), path8);
  return {
    describe: `ledger file ${path8}`,
    read,
    append: (key, event) => withLock(`${path8}.lock`, world, async () => {
      const entries = await read();
      const known = entries.find((entry2) => entry2.key === key);
      if (known !== void 0) return known;
      admit(entries, event);
      const entry = { ...event, key, at: world.clock.now(), by: author(world) };
      const line = world.files.masked(formatEntry(entry));
      await dropTornLine(path8, world);
      await world.files.appendLine(path8, line);
      return parseEntry(line, { ledger: path8, entry: key });
    }),
    tags: async () => []
  };
}
async function textOf(path8, { files }) {
  if (await files.size(path8) === void 0) {
    if (await files.exists(path8)) throw userError("file-denied", { path: path8, reason: "it is a directory" });
    return "";
  }
  return files.readText(path8);
}
function entriesOf(text, path8) {
  const lines = text.split("\n").slice(0, -1);
  return onePerKey(lines.map((line, index) => parseEntry(line, { ledger: path8, entry: `line ${index + 1}` })));
}
async function dropTornLine(path8, world) {
  const text = await textOf(path8, world);
  if (text === "" || text.endsWith("\n")) return;
  await world.files.write(path8, new TextEncoder().encode(text.slice(0, text.lastIndexOf("\n") + 1)));
}

// src/registry/git/index.ts
import path4 from "node:path";

// src/registry/git/chain.ts
var branch = "refs/heads/airworthy/ledger";
function createReader(git) {
  let known = { head: void 0, commits: [], entries: [] };
  return async () => {
    const head = (await git(["for-each-ref", "--format=%(objectname)", branch])).trim() || void 0;
    if (head !== known.head)
      known = head === void 0 ? { head, commits: [], entries: [] } : await readChain(git, head);
    return known;
  };
}
async function readChain(git, head) {
  const commits = (await git(["rev-list", "--reverse", "--first-parent", head])).trim().split("\n");
  const files = await git(["ls-tree", "-z", `${head}:entries`]);
  const objects = files.split("\0").filter((line) => line !== "").map((line) => line.split(/[ \t]/)[2] ?? "");
  const entries = parseObjects(await git(["cat-file", "--batch"], { input: `${objects.join("\n")}
` }), git.directory);
  if (entries.length !== commits.length || onePerKey(entries).length !== entries.length)
    throw userError("ledger-broken", {
      ledger: `${git.directory} ${branch}`,
      entry: "its end",
      reason: `${commits.length} commits hold ${entries.length} entries`
    });
  return { head, commits, entries };
}
function parseObjects(output, ledger) {
  const bytes = Buffer.from(output);
  const entries = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const size = Number(bytes.toString("utf8", at, end).split(" ")[2]);
    const text = Number.isInteger(size) ? bytes.toString("utf8", end + 1, end + 1 + size) : "";
    entries.push(parseEntry(text, { ledger: `${ledger} ${branch}`, entry: `entry ${entries.length + 1}` }));
    at = end + 1 + size + 1;
  }
  return entries;
}

// src/registry/git/command.ts
import path3 from "node:path";
var ofInit = [
  "HEAD",
  "branches",
  "config",
  "config.lock",
  "description",
  "hooks",
  "info",
  "objects",
  "refs"
];
var settings4 = [
  "core.hooksPath=/dev/null",
  "commit.gpgsign=false",
  "tag.gpgsign=false",
  "gc.auto=0",
  "core.fsync=all",
  "i18n.commitEncoding=utf-8"
].flatMap((setting) => ["-c", setting]);
async function openGit(repository, create, world) {
  const directory2 = await gitDirectory(repository, world) ?? await made(repository, create, world);
  const attempt = (args, options = {}) => run([`--git-dir=${directory2}`, ...args], options, world);
  const git = async (args, options) => {
    const { code, stdout, stderr } = await attempt(args, options);
    if (code !== 0) throw userError("git-failed", { command: args[0] ?? "", reason: lastLine(stderr) });
    return stdout;
  };
  return Object.assign(git, { directory: directory2, try: attempt });
}
async function gitDirectory(repository, world) {
  for (const place of [path3.join(repository, ".git"), repository]) {
    if (!await world.files.exists(place)) continue;
    const { code, stdout } = await run(["rev-parse", "--resolve-git-dir", place], {}, world);
    if (code === 0) return path3.resolve(repository, stdout.trim());
  }
  return void 0;
}
async function made(repository, create, world) {
  if (!create) {
    const reason = await world.files.exists(repository) ? "it holds no repository" : "there is no such folder";
    throw userError("registry-not-git", { path: repository, reason });
  }
  return withLock(`${repository}.lock`, world, async () => {
    return await gitDirectory(repository, world) ?? await initialise(repository, world);
  });
}
async function initialise(repository, world) {
  const refuse = (reason) => userError("registry-not-git", { path: repository, reason });
  const names2 = await world.files.list(repository);
  if (names2.some((name2) => !ofInit.includes(name2))) throw refuse("the folder holds other files");
  await world.files.makeDirectory(repository);
  const init = ["init", "--quiet", "--bare", "--initial-branch=main", "--template=", repository];
  const { code, stderr } = await run(init, {}, world);
  if (code !== 0) throw refuse(lastLine(stderr));
  return repository;
}
async function run(args, { input: input2, identity }, { processes }) {
  try {
    return await processes.run("git", [...settings4, ...args], {
      env: environment(identity),
      ...input2 === void 0 ? {} : { input: input2 }
    });
  } catch (cause) {
    if (cause instanceof UserError && cause.code === "program-missing")
      throw userError("git-missing", { reason: cause.message }, { cause });
    throw cause;
  }
}
function environment(identity) {
  const plain = { LC_ALL: "C", GIT_TERMINAL_PROMPT: "0" };
  if (identity === void 0) return plain;
  const { name: name2, at } = identity;
  const email = "airworthy@localhost";
  return {
    ...plain,
    GIT_AUTHOR_NAME: name2,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: name2,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: at
  };
}
function lastLine(text) {
  return text.trim().split("\n").at(-1)?.replace(/^(?:fatal|error): /, "") ?? "";
}

// src/registry/git/commit.ts
var readme = `# The ledger of Airworthy

What was released, what serves, and why: one commit for each entry, never rewritten. \`entries/\` is what Airworthy reads,
\`releases/\` is for people. Versions and assignments show as tags in GTO's grammar. Please do not edit this branch by hand.
`;
async function commitEntry(git, chain, entry, remote) {
  const tree = await treeWith(git, chain, entry);
  const parent = chain.head === void 0 ? [] : ["-p", chain.head];
  const identity = { name: entry.by, at: entry.at };
  const commit = (await git(["commit-tree", tree, ...parent], { input: messageOf2(entry), identity })).trim();
  if (remote !== void 0 && !await remote.push(commit, chain.head)) return void 0;
  const moved = await git.try(["update-ref", "-m", "airworthy", branch, commit, chain.head ?? ""]);
  return moved.code === 0 ? commit : void 0;
}
async function treeWith(git, chain, entry) {
  const number = String(chain.commits.length + 1).padStart(6, "0");
  const blob = async (text) => (await git(["hash-object", "-w", "--stdin"], { input: text })).trim();
  const folder = async (name2, file2, text) => {
    const before = await filesOf(git, chain.head, name2);
    const files = file2 === void 0 ? before : [...before, `100644 blob ${await blob(text)}	${file2}`];
    return files.length === 0 ? [] : [`040000 tree ${await makeTree(git, files)}	${name2}`];
  };
  const release3 = entry.kind === "release" ? `${number}-${versionTag(entry.model, entry.version).replaceAll("/", "_")}.md` : void 0;
  return makeTree(git, [
    `100644 blob ${await blob(readme)}	README.md`,
    ...await folder("entries", `${number}.json`, `${formatEntry(entry)}
`),
    ...await folder("releases", release3, recordOf(entry))
  ]);
}
async function filesOf(git, head, folder) {
  if (head === void 0) return [];
  const { code, stdout } = await git.try(["ls-tree", "-z", `${head}:${folder}`]);
  return code === 0 ? stdout.split("\0").filter((line) => line !== "") : [];
}
async function makeTree(git, lines) {
  return (await git(["mktree", "-z"], { input: lines.map((line) => `${line}\0`).join("") })).trim();
}
function messageOf2(entry) {
  const why = "why" in entry ? `${entry.why}

` : "";
  return `${subjectOf(entry)}

${why}Airworthy-Key: ${entry.key}
`;
}
function subjectOf(entry) {
  switch (entry.kind) {
    case "release":
      return `Release ${entry.model} ${entry.version}`;
    case "assign":
      return `Assign ${entry.model} ${entry.version} to ${entry.stage}`;
    case "rollout-started":
      return `Start the rollout of ${entry.model} ${entry.version}`;
    case "rollout-weight":
      return `Send ${Number((entry.weight * 100).toFixed(2))} % of ${entry.model} to the candidate`;
    case "rollout-judged":
      return `Judge step ${entry.step + 1} of the rollout of ${entry.model}: ${entry.verdict}`;
    case "hook":
      return `Run the hook ${entry.name} for ${entry.model}: ${entry.outcome}`;
    case "rollout-finished":
      return `Finish the rollout of ${entry.model}: ${entry.outcome}`;
    default:
      return entry;
  }
}
function recordOf(entry) {
  if (entry.kind !== "release") return "";
  const rows2 = [
    ["file", entry.artifact.name],
    ["bytes", String(entry.artifact.bytes)],
    ["sha256", entry.artifact.sha256],
    ["why", entry.why],
    ["source", entry.source ?? "not recorded"],
    ["evidence", entry.evidence ?? "none: taken as it was"],
    ["released", `${entry.at} by ${entry.by}`]
  ];
  return `# ${entry.model} ${entry.version}

${rows2.map(([name2, value]) => `* ${name2}: ${value}`).join("\n")}
`;
}

// src/registry/git/remote.ts
function openRemote(git, name2) {
  const unreachable = (stderr) => userError("registry-unreachable", { remote: name2, reason: stderr.trim().split("\n").at(-1) ?? "" });
  const headThere = async () => {
    const { code, stdout, stderr } = await git.try(["ls-remote", "--", name2, branch]);
    if (code !== 0) throw unreachable(stderr);
    return stdout.split("	")[0]?.trim() || void 0;
  };
  const tagsThere = async () => {
    const { code, stdout, stderr } = await git.try(["ls-remote", "--tags", "--refs", "--", name2]);
    if (code !== 0) throw unreachable(stderr);
    return new Set(stdout.split("\n").map((line) => line.split("	refs/tags/")[1] ?? ""));
  };
  const bring = async (refs) => {
    const { code, stderr } = await git.try([
      "fetch",
      "--quiet",
      "--no-tags",
      "--no-write-fetch-head",
      "--",
      name2,
      ...refs
    ]);
    if (code !== 0) throw unreachable(stderr);
  };
  return {
    async fetch() {
      const refs = await headThere() === void 0 ? [] : [`+${branch}:${branch}`];
      await bring([...refs, "refs/tags/*:refs/tags/*"]);
    },
    async push(commit, old) {
      const lease = `--force-with-lease=${branch}:${old ?? ""}`;
      const { code, stderr } = await git.try(["push", "--quiet", lease, "--", name2, `${commit}:${branch}`]);
      if (code === 0) return true;
      if (isContended(stderr) || await headThere() !== old) return false;
      throw unreachable(stderr);
    },
    async pushTags(names2) {
      let missing = names2;
      for (let attempt = 1; missing.length > 0; attempt++) {
        const { code, stderr } = await git.try([
          "push",
          "--quiet",
          "--",
          name2,
          ...missing.map((tag) => `refs/tags/${tag}`)
        ]);
        if (code === 0) return;
        const shown = await tagsThere();
        missing = names2.filter((tag) => !shown.has(tag));
        if (missing.length > 0 && (attempt === tagAttempts || !isContended(stderr))) throw unreachable(stderr);
      }
    }
  };
}
var tagAttempts = 10;
function isContended(stderr) {
  return /cannot lock ref|failed to update ref|reference already exists|stale info|fetch first|non-fast-forward/i.test(
    stderr
  );
}

// src/registry/git/tags.ts
var trailer = "Airworthy-Key: ";
async function listTags(git) {
  const format = "%(refname:lstrip=2)%00%(contents)%00";
  const fields = (await git(["for-each-ref", `--format=${format}`, "refs/tags"])).split("\0");
  const tags = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const name2 = (fields[at] ?? "").trim();
    const line = (fields[at + 1] ?? "").split("\n").find((text) => text.startsWith(trailer));
    if (parseTag(name2) !== void 0) tags.push({ name: name2, key: line?.slice(trailer.length) });
  }
  return tags;
}
async function ensureTags(git, chain) {
  const existing = await listTags(git);
  const missing = missingTags(chain, existing);
  for (const tag of missing) await makeTag(git, tag);
  const shown = existing.filter(({ key }) => key !== void 0);
  return [...shown, ...missing].map(({ name: name2 }) => name2);
}
function missingTags({ entries, commits }, existing) {
  const names2 = existing.map(({ name: name2 }) => name2);
  const keys2 = new Set(existing.map(({ key }) => key));
  const wanted = [];
  entries.forEach((entry, index) => {
    const release3 = releaseOf(entries, entry);
    const commit = commits[release3];
    if (commit === void 0 || isHidden(entries[release3])) return;
    const name2 = nameOf(entry, names2);
    if (name2 === void 0 || names2.includes(name2)) return;
    if (entry.kind === "assign" && entries.slice(index).some((later) => keys2.has(later.key) && isSameSlot(later, entry)))
      return;
    names2.push(name2);
    wanted.push({ name: name2, commit, entry });
  });
  return wanted;
}
function nameOf(entry, names2) {
  if (entry.kind === "release") return versionTag(entry.model, entry.version);
  return entry.kind === "assign" ? stageTag(entry.model, entry.stage, nextCounter(entry.model, names2)) : void 0;
}
function releaseOf(entries, entry) {
  if (entry.kind !== "release" && entry.kind !== "assign") return -1;
  return entries.findIndex(
    ({ kind, model, ...rest }) => kind === "release" && model === entry.model && "version" in rest && rest.version === entry.version
  );
}
function isHidden(release3) {
  return release3?.kind === "release" && release3.tagged === false;
}
function isSameSlot(a, b) {
  return a.kind === "assign" && a.model === b.model && a.stage === b.stage;
}
async function makeTag(git, { name: name2, commit, entry }) {
  const seconds = Math.floor(Date.parse(entry.at) / 1e3);
  const why = "why" in entry ? entry.why : "";
  const text = `object ${commit}
type commit
tag ${name2}
tagger ${entry.by} <airworthy@localhost> ${seconds} +0000

${why}

${trailer}${entry.key}
`;
  const object = (await git(["mktag"], { input: text })).trim();
  const made2 = await git.try(["update-ref", `refs/tags/${name2}`, object, ""]);
  if (made2.code !== 0) await git(["rev-parse", "--verify", "--quiet", `refs/tags/${name2}^{commit}`]);
}

// src/registry/git/index.ts
var attempts = 10;
async function openGitRegistry({
  repository,
  create = false,
  remote: remoteName
}, world) {
  const git = await openGit(repository, create, world);
  const remote = remoteName === void 0 ? void 0 : openRemote(git, remoteName);
  await remote?.fetch();
  const read = createReader(git);
  const ensure = createEnsure(git, remote);
  return {
    describe: `git registry at ${repository}${remoteName === void 0 ? "" : `, shared at ${remoteName}`}`,
    read: async () => (await read()).entries,
    append: (key, event) => withLock(path4.join(git.directory, "airworthy-ledger.lock"), world, async () => {
      const entry = await appendTo(git, remote, read, key, event, world);
      await ensure(await read());
      return entry;
    }),
    tags: async () => (await listTags(git)).map(({ name: name2 }) => name2).sort()
  };
}
async function appendTo(git, remote, read, key, event, world) {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    await remote?.fetch();
    const chain = await read();
    const known = chain.entries.find((entry2) => entry2.key === key);
    if (known !== void 0) return known;
    admit(chain.entries, event);
    await admitTag(git, event);
    const entry = masked({ ...event, key, at: world.clock.now(), by: author(world) }, world);
    if (await commitEntry(git, chain, entry, remote) !== void 0) return entry;
    await clearStaleLock(git, world, attempt);
    await world.clock.sleep(20 * attempt + world.processes.pid % 17);
  }
  throw userError("ledger-busy", { lock: lockOf(git), holder: void 0 });
}
async function admitTag(git, event) {
  if (event.kind !== "release" || event.tagged === false) return;
  const { model, version: version2 } = event;
  const name2 = versionTag(model, version2);
  const taken = await git.try(["rev-parse", "--verify", "--quiet", `refs/tags/${name2}`]);
  if (taken.code === 0) throw userError("version-exists", { model, version: version2, where: "the tags of the repository" });
}
function masked(entry, { files }) {
  return parseEntry(files.masked(formatEntry(entry)), { ledger: branch, entry: entry.key });
}
async function clearStaleLock(git, { files }, attempt) {
  if (attempt === attempts - 2) await files.remove(lockOf(git));
}
function lockOf(git) {
  return path4.join(git.directory, `${branch}.lock`);
}
function createEnsure(git, remote) {
  let shown = -1;
  return async (chain) => {
    const toShow = chain.entries.filter(({ kind }) => kind === "release" || kind === "assign").length;
    if (toShow === shown) return;
    const names2 = await ensureTags(git, chain);
    await remote?.pushTags(names2);
    shown = toShow;
  };
}

// src/registry/open.ts
function openRegistry(place, world) {
  return "file" in place ? openFileRegistry(place.file, world) : openGitRegistry({ repository: place.git, create: place.create ?? false, remote: place.remote }, world);
}

// src/registry/state.ts
function registryState(entries, model) {
  const own = entries.filter((entry) => entry.model === model);
  const started2 = own.filter((entry) => entry.kind === "rollout-started");
  const open = started2.map(({ rollout }) => rolloutState(own, rollout)).findLast((rollout) => rollout?.finished === void 0);
  return {
    versions: own.flatMap((entry) => entry.kind === "release" ? [released(entry)] : []),
    stages: Object.fromEntries(own.flatMap((entry) => entry.kind === "assign" ? [[entry.stage, entry.version]] : [])),
    rollout: open
  };
}
function rolloutState(entries, id) {
  const start3 = entries.findIndex((entry) => entry.kind === "rollout-started" && entry.rollout === id);
  const first = entries[start3];
  if (first?.kind !== "rollout-started") return void 0;
  const after = entries.slice(start3 + 1).filter((entry) => entry.model === first.model);
  const own = after.filter((entry) => "rollout" in entry && entry.rollout === id);
  return {
    id,
    version: first.version,
    from: first.from,
    target: first.target,
    steps: first.steps,
    weights: own.flatMap(
      (entry) => entry.kind === "rollout-weight" ? [{ step: entry.step, weight: entry.weight, at: entry.at }] : []
    ),
    looks: own.flatMap((entry) => entry.kind === "rollout-judged" ? [lookOf(entry)] : []),
    promoted: after.some(
      (entry) => entry.kind === "assign" && entry.stage === "production" && entry.version === first.version
    ),
    hooks: own.flatMap(
      (entry) => entry.kind === "hook" ? [{ key: entry.key, name: entry.name, outcome: entry.outcome, detail: entry.detail }] : []
    ),
    finished: own.find((entry) => entry.kind === "rollout-finished")
  };
}
function released({ version: version2, artifact: artifact2, why, at, by, source }) {
  return { version: version2, artifact: artifact2, why, at, by, source };
}
function lookOf({ step, verdict: verdict2, requests, judgements, seconds }) {
  return { step, verdict: verdict2, requests, judgements, seconds };
}

// src/stages/release.ts
var fromEvidence = "from-evidence";
var settings5 = external_exports.strictObject({
  version: external_exports.string().refine(
    (text) => text === fromEvidence || isVersion(text),
    "expected from-evidence or a semantic version such as 1.4.0"
  ).default(fromEvidence).describe(
    "`from-evidence` lets the evidence decide (interface break: major, better quality: minor, else patch); or an exact version such as `2.0.0`."
  ),
  tag: external_exports.boolean().default(true).describe("Show the release as a git tag in the grammar of GTO, such as `digits@v1.4.0`.")
});
var release2 = defineStage({
  kind: "release",
  summary: "Gives what passed a semantic version that follows from the evidence, and records it in the registry.",
  effects: "remote",
  needs: ["subject", "decision"],
  wants: ["validation", "variants", "comparison", "measurements"],
  gives: "release",
  settings: settings5,
  example: "{ version: from-evidence, tag: true }",
  async run({ settings: settings7, given, tools }) {
    const { subject, decision, variants, comparison } = given;
    if (decision.verdict !== "pass") throw userError("release-refused", { verdict: decision.verdict });
    const { model } = subject;
    const artifact2 = variants?.chosen.model ?? subject.candidate;
    const { versions } = registryState(await tools.registry.read(), model);
    const known = versions.find((version2) => version2.artifact.sha256 === artifact2.sha256);
    if (known !== void 0) return kept(model, known, settings7, tools);
    const evidence = await gather(subject.production?.artifact, artifact2, comparison, tools);
    const product = await record({ model, artifact: artifact2, evidence, comparison, settings: settings7, tools });
    return { product, summary: `${model} ${product.version} (${product.why})` };
  }
});
async function kept(model, { version: version2, artifact: artifact2, why }, settings7, tools) {
  const here = await plannedBefore(tools, version2);
  const product = {
    model,
    version: version2,
    tag: versionTag(model, version2),
    artifact: artifact2,
    bump: here?.bump ?? "none",
    why,
    existed: here === void 0
  };
  await ensureShown(model, artifact2, product, settings7, tools);
  const wanted = settings7.version;
  const warnings = wanted === fromEvidence || wanted === version2 ? [] : [versionKept(model, version2, wanted)];
  return {
    product,
    summary: here === void 0 ? `${model} ${version2} was released before` : `${model} ${version2} (${why})`,
    warnings
  };
}
async function ensureShown(model, artifact2, product, settings7, tools) {
  const key = keyOf2(model, artifact2);
  const entries = await tools.registry.read();
  if (!entries.some((entry) => entry.key === key)) return;
  await tools.registry.append(key, eventOf(model, artifact2, product, settings7, void 0, tools));
}
function versionKept(model, version2, wanted) {
  return {
    code: "version-kept",
    message: `The same model file is ${model} ${version2} already, so it did not become ${wanted}.`,
    remedy: `Take out \`version: ${wanted}\`, or release a different file.`
  };
}
async function gather(production, artifact2, comparison, tools) {
  const improved = comparison?.rows.filter((row) => row.improved && isQuality(row.metric)).map(({ metric }) => metric) ?? [];
  if (production === void 0) return { interfaceChange: void 0, improved };
  const [before, after] = await Promise.all(
    [production, artifact2].map(
      async (each) => readModel(await tools.world.files.read(await tools.store.path(each)), each.name)
    )
  );
  return { interfaceChange: before && after && diffInterface(before, after), improved };
}
function isQuality(metric) {
  const known = metrics.find(({ name: name2 }) => name2 === metric.replace(/\[.*\]$/, ""));
  return known === void 0 || known.how === "paired";
}
async function record({ model, artifact: artifact2, evidence, comparison, settings: settings7, tools }) {
  for (let attempt = 1; ; attempt++) {
    const { versions } = registryState(await tools.registry.read(), model);
    const planned = plan(highestVersion(versions.map(({ version: version2 }) => version2)), evidence, settings7);
    await tools.checkpoint.append({ releasing: planned });
    try {
      const event = eventOf(model, artifact2, planned, settings7, comparison?.evidence, tools);
      const entry = await tools.registry.append(keyOf2(model, artifact2), event);
      const version2 = entry.kind === "release" ? entry.version : planned.version;
      return {
        ...planned,
        version: version2,
        model,
        tag: versionTag(model, version2),
        artifact: artifact2,
        existed: version2 !== planned.version
      };
    } catch (error) {
      const taken = error instanceof UserError && error.code === "version-exists";
      if (!taken || settings7.version !== fromEvidence || attempt === 5) throw error;
    }
  }
}
function plan(latest, { interfaceChange, improved }, { version: wanted }) {
  const next = nextVersion({ latest, interfaceChange: interfaceChange?.change, improved: improved.length > 0 });
  if (wanted !== fromEvidence)
    return { ...next, version: wanted, why: `version ${wanted} as the pipeline says; the evidence says ${next.bump}` };
  const facts = [...interfaceChange?.reasons ?? [], ...improved.map((metric) => `${metric} improved`)];
  return facts.length === 0 ? next : { ...next, why: `${next.why} (${facts.join("; ")})` };
}
async function plannedBefore({ checkpoint }, version2) {
  const records = await checkpoint.read();
  return records.map(({ releasing }) => releasing).findLast((planned) => planned?.version === version2);
}
function keyOf2(model, artifact2) {
  return `release:${model}:${artifact2.sha256}`;
}
function eventOf(model, artifact2, { version: version2, why }, { tag }, evidence, { world }) {
  return {
    kind: "release",
    model,
    version: version2,
    artifact: artifact2,
    why,
    ...world.commit === void 0 ? {} : { source: world.commit },
    ...evidence === void 0 ? {} : { evidence },
    ...tag ? {} : { tagged: false }
  };
}

// src/stages/rollout.ts
var import_fastest_levenshtein2 = __toESM(require_mod(), 1);

// src/rollout/machine.ts
var keys = {
  started: (id) => `${id}/started`,
  weight: (id, step) => `${id}/step-${step + 1}/weight`,
  look: (id, step, look) => `${id}/step-${step + 1}/look-${look}`,
  rollback: (id) => `${id}/rollback/weight`,
  promoted: (id) => `${id}/promoted`,
  hook: (id, on, index) => `${id}/${on}/hook-${index + 1}`,
  finished: (id) => `${id}/finished`
};
function nextStep(state, rules) {
  if (state === void 0) return { do: "start" };
  if (state.finished !== void 0) return { do: "done" };
  if (state.promoted) return ending(state, rules, "promoted", promotionReason(state));
  const halt = haltReason(state, rules);
  if (halt === void 0) return advance(state);
  if (!state.weights.some(({ weight }) => weight === 0)) return { do: "roll-back", ...halt };
  return ending(state, rules, "rolled-back", halt.why);
}
function weightOf(state) {
  return state.weights.at(-1)?.weight ?? 0;
}
function advance(state) {
  const step = state.steps.findIndex(
    (_, index) => !state.looks.some((look) => look.step === index && look.verdict === "pass")
  );
  const weight = state.steps[step];
  if (weight === void 0) return { do: "promote" };
  if (!state.weights.some((set) => set.step === step)) return { do: "set-weight", step, weight };
  return { do: "judge", step, look: state.looks.filter((look) => look.step === step).length + 1 };
}
function haltReason(state, { hold }) {
  const last = state.looks.at(-1);
  if (last === void 0 || last.verdict === "pass") return void 0;
  const { step } = last;
  const share3 = `at ${percent(state.steps[step] ?? 0)} of traffic`;
  const reasons = last.judgements.filter(({ verdict: verdict2 }) => verdict2 === last.verdict).map(({ why }) => why);
  const because = reasons.length === 0 ? "nothing could be judged" : reasons.join("; ");
  if (last.verdict === "fail") return { step, why: `${share3}, ${because}` };
  const looks = state.looks.filter((look) => look.step === step).length;
  if (looks <= hold) return void 0;
  return { step, why: `${share3}, still inconclusive after ${looks} ${looks === 1 ? "look" : "looks"}: ${because}` };
}
function ending(state, rules, outcome, why) {
  const ran = new Set(state.hooks.map(({ key }) => key));
  for (let index = 0; index < rules.hooks[outcome]; index++) {
    if (!ran.has(keys.hook(state.id, outcome, index))) return { do: "run-hook", on: outcome, index, why };
  }
  return { do: "finish", outcome, why };
}
function promotionReason({ steps }) {
  return steps.length === 1 ? "its one step passed" : `all ${steps.length} steps passed`;
}
function percent(share3) {
  return `${Number((share3 * 100).toFixed(2))} %`;
}

// src/rollout/analysis.ts
var errorRate = { metric: "error-rate", margin: 0.01, minRequests: 50 };
function sharedAlpha(alpha2, { steps, hold, metrics: metrics2 }) {
  const looks = 1 + hold;
  return { pass: alpha2 / looks, fail: alpha2 / (looks * steps * metrics2) };
}
function windowsPerLook(rules, alphas) {
  return rules.some(({ metric }) => metric === "latency.p50") ? fewestValues(Math.min(alphas.pass, alphas.fail)) + 2 : 1;
}
function analyse(rules, windows, weight, before, alphas) {
  const judgements = weight < 1 ? rules.map((rule2) => judge(rule2, windows, alphas)) : [judgeAlone(rules, windows, before, alphas)];
  return { verdict: combine(judgements.map(({ verdict: verdict2 }) => verdict2)), judgements };
}
function totals(windows) {
  const sum = (of) => ({
    requests: windows.reduce((total, window2) => total + of(window2).requests, 0),
    errors: windows.reduce((total, window2) => total + of(window2).errors, 0)
  });
  return { stable: sum((window2) => window2.stable), candidate: sum((window2) => window2.candidate) };
}
function judge(rule2, windows, alphas) {
  if (rule2.metric === "latency.p50") return judgeLatency(rule2, windows, alphas);
  const { stable, candidate } = totals(windows);
  return judgeErrors(rule2, stable, candidate, `${percent(rateOf(stable))} of stable's`, alphas);
}
function judgeAlone(rules, windows, before, alphas) {
  const rule2 = rules.find(({ metric }) => metric === "error-rate") ?? errorRate;
  const { candidate } = totals(windows);
  if (before.requests > 0)
    return judgeErrors(rule2, before, candidate, `${percent(rateOf(before))} of stable's before`, alphas);
  const flawless = { requests: Number.MAX_SAFE_INTEGER, errors: 0 };
  return judgeErrors(rule2, flawless, candidate, "none, as there is nothing to compare with", alphas);
}
function judgeErrors(rule2, stable, candidate, against, alphas) {
  const at = (alpha2) => proportionDifference(candidate.errors, candidate.requests, stable.errors, stable.requests, 1 - 2 * alpha2);
  const [low, high] = [at(alphas.fail).low, at(alphas.pass).high];
  const interval = { low, high, level: 1 - alphas.pass - alphas.fail };
  const enough = candidate.requests >= rule2.minRequests && stable.requests > 0;
  const verdict2 = enough ? verdictOf(interval, rule2.margin) : "inconclusive";
  const rates = `${candidate.errors} of ${candidate.requests} requests failed (${percent(rateOf(candidate))}) against ${against}`;
  return {
    metric: rule2.metric,
    stable: rateOf(stable),
    candidate: rateOf(candidate),
    change: rateOf(candidate) - rateOf(stable),
    interval,
    margin: rule2.margin,
    verdict: verdict2,
    why: enough ? `error-rate: ${rates}; the difference is between ${points(low)} and ${points(high)}, the margin ${points(rule2.margin).replace("+", "")}` : `error-rate: too few requests to judge (${candidate.requests} to the candidate, ${stable.requests} to stable; ${rule2.minRequests} are needed)`
  };
}
function judgeLatency(rule2, windows, alphas) {
  const pairs = pairedWindows(windows);
  const needed = fewestValues(Math.min(alphas.pass, alphas.fail));
  const all = (of) => medianOrZero(windows.flatMap((window2) => of(window2).latenciesMs));
  const facts = {
    metric: rule2.metric,
    stable: all((window2) => window2.stable),
    candidate: all((window2) => window2.candidate),
    margin: rule2.margin
  };
  const requests = totals(windows).candidate.requests;
  if (pairs.length < needed || requests < rule2.minRequests) {
    const change = facts.stable === 0 ? 0 : facts.candidate / facts.stable - 1;
    const why = `latency.p50: too little to judge (${pairs.length} windows of ${needed}, ${requests} requests of ${rule2.minRequests})`;
    return { ...facts, change, interval: { low: change, high: change, level: 0 }, verdict: "inconclusive", why };
  }
  const ratios = pairs.map(({ stable, candidate }) => Math.log(candidate / stable));
  const [below, above] = [signedRankInterval(ratios, alphas.fail), signedRankInterval(ratios, alphas.pass)];
  const interval = {
    low: Math.exp(below.low) - 1,
    high: Math.exp(above.high) - 1,
    level: (below.level + above.level) / 2
  };
  return {
    ...facts,
    change: Math.exp(above.estimate) - 1,
    interval,
    verdict: verdictOf(interval, rule2.margin),
    why: `latency.p50: ${facts.candidate.toFixed(2)} ms against ${facts.stable.toFixed(2)} ms; the change is between ${signed(interval.low)} and ${signed(interval.high)}, the margin ${percent(rule2.margin)}`
  };
}
var fewestPerWindow = 5;
function pairedWindows(windows) {
  const pairs = [];
  let open = { stable: [], candidate: [] };
  for (const window2 of windows) {
    open.stable.push(...window2.stable.latenciesMs);
    open.candidate.push(...window2.candidate.latenciesMs);
    if (Math.min(open.stable.length, open.candidate.length) < fewestPerWindow) continue;
    pairs.push(open);
    open = { stable: [], candidate: [] };
  }
  pairs.at(-1)?.stable.push(...open.stable);
  pairs.at(-1)?.candidate.push(...open.candidate);
  return pairs.map(({ stable, candidate }) => ({ stable: median(stable), candidate: median(candidate) }));
}
function verdictOf({ low, high }, margin2) {
  if (high < margin2) return "pass";
  return low > margin2 ? "fail" : "inconclusive";
}
function rateOf({ requests, errors }) {
  return requests === 0 ? 0 : errors / requests;
}
function medianOrZero(values) {
  return values.length === 0 ? 0 : median(values);
}
function points(difference) {
  return `${difference > 0 ? "+" : ""}${Number((difference * 100).toFixed(2))} pp`;
}
function signed(change) {
  return `${change > 0 ? "+" : ""}${percent(change)}`;
}

// src/rollout/traffic.ts
var version = external_exports.object({ requests: external_exports.number(), errors: external_exports.number(), latenciesMs: external_exports.array(external_exports.number()) });
var window = external_exports.object({ seconds: external_exports.number(), stable: version, candidate: version });
var record2 = external_exports.object({ rollout: external_exports.string(), step: external_exports.number(), look: external_exports.number(), windows: external_exports.array(window) });
async function openTraffic(rollout, checkpoint) {
  const records = [];
  const keep2 = (kept2) => {
    const twice = records.findIndex(({ step, look }) => step === kept2.step && look === kept2.look);
    records.splice(twice < 0 ? records.length : twice, 1, kept2);
  };
  for (const value of await checkpoint.read()) {
    const parsed2 = record2.safeParse(value);
    if (parsed2.success && parsed2.data.rollout === rollout) keep2(parsed2.data);
  }
  const where = (holds) => records.filter(({ step }) => holds(step)).flatMap(({ windows }) => windows);
  return {
    async add(step, look, windows) {
      const kept2 = { rollout, step, look, windows: windows.map(rounded) };
      await checkpoint.append(kept2);
      keep2(kept2);
    },
    of: (step) => where((at) => at === step),
    before: (step) => where((at) => at < step)
  };
}
function rounded({ seconds, stable, candidate }) {
  const round = (ms) => Math.round(ms * 1e3) / 1e3;
  const one = (traffic) => ({
    ...traffic,
    latenciesMs: traffic.latenciesMs.map(round)
  });
  return { seconds, stable: one(stable), candidate: one(candidate) };
}

// src/rollout/drive.ts
var alpha = 0.01;
var verifications = 5;
async function drive(plan2, ports) {
  const { registry: registry2, target, signal } = ports;
  const hooks = { promoted: plan2.hooks.promoted.length, "rolled-back": plan2.hooks["rolled-back"].length };
  const traffic = await openTraffic(plan2.id, ports.checkpoint);
  const read = async () => rolloutState(await registry2.read(), plan2.id);
  let state = await read();
  if (state?.finished === void 0) await target.prepare(ports.stable, ports.candidate);
  for (; ; ) {
    if (signal.aborted) throw new Cancelled("the rollout was cancelled");
    const action = nextStep(state, { hold: plan2.hold, hooks });
    if (action.do === "done" && state !== void 0) return state;
    await perform(action, state, plan2, ports, traffic);
    state = await read();
  }
}
async function perform(action, state, plan2, ports, traffic) {
  const { registry: registry2, progress } = ports;
  const { id, model, version: version2 } = plan2;
  const of = { model, rollout: id };
  switch (action.do) {
    case "start": {
      const { from, target, steps } = plan2;
      await registry2.append(keys.started(id), { kind: "rollout-started", ...of, version: version2, from, target, steps });
      return;
    }
    case "set-weight": {
      progress(`${percent(action.weight)} of traffic to ${version2}`);
      await enforce(ports, action.weight);
      await registry2.append(keys.weight(id, action.step), {
        kind: "rollout-weight",
        ...of,
        step: action.step,
        weight: action.weight
      });
      return;
    }
    case "judge":
      return judge2(action, started(state), plan2, ports, traffic);
    case "promote": {
      await registry2.append(keys.promoted(id), {
        kind: "assign",
        model,
        stage: "production",
        version: version2,
        why: `promoted by rollout ${id}`
      });
      return;
    }
    case "roll-back": {
      progress(`rolling back: ${action.why}`);
      await enforce(ports, 0);
      await registry2.append(keys.rollback(id), { kind: "rollout-weight", ...of, step: action.step, weight: 0 });
      return;
    }
    case "run-hook":
      return callHook(action, plan2, ports);
    case "finish":
      return finish(action, plan2, ports);
    case "done":
      throw new Bug("a rollout was done before it began");
    default:
      action;
  }
}
async function judge2(action, state, plan2, ports, traffic) {
  const { step, look } = action;
  const weight = weightOf(state);
  const alphas = sharedAlpha(alpha, { steps: state.steps.length, hold: plan2.hold, metrics: plan2.analysis.length });
  await enforce(ports, weight);
  await traffic.add(step, look, await observe(windowsPerLook(plan2.analysis, alphas), plan2, ports));
  const windows = traffic.of(step);
  const { verdict: verdict2, judgements } = analyse(plan2.analysis, windows, weight, totals(traffic.before(step)).stable, alphas);
  const { stable, candidate } = totals(windows);
  ports.progress(
    `${percent(weight)} of traffic: ${verdict2} (${judgements.map(({ why }) => why).join("; ")})`,
    (step + 1) / state.steps.length
  );
  await ports.registry.append(keys.look(plan2.id, step, look), {
    kind: "rollout-judged",
    model: plan2.model,
    rollout: plan2.id,
    step,
    verdict: verdict2,
    requests: { stable: stable.requests, candidate: candidate.requests },
    judgements,
    seconds: windows.reduce((sum, { seconds }) => sum + seconds, 0)
  });
}
async function observe(count, { bakeMs }, { target, signal }) {
  const windows = [];
  while (windows.length < count) {
    if (signal.aborted) throw new Cancelled("the rollout was cancelled");
    windows.push(await target.observe(bakeMs / count));
  }
  return windows;
}
async function callHook({ on, index, why }, plan2, ports) {
  const hook2 = plan2.hooks[on][index];
  if (hook2 === void 0) throw new Bug(`a rollout has no hook ${index} on ${on}`);
  const { id, model, version: version2 } = plan2;
  const key = keys.hook(id, on, index);
  const { name: name2, outcome, detail } = await ports.runHook(hook2, {
    model,
    version: version2,
    rollout: id,
    event: on,
    eventId: key,
    why
  });
  ports.progress(`hook ${name2}: ${outcome}`);
  await ports.registry.append(key, { kind: "hook", model, rollout: id, name: name2, outcome, detail });
}
async function finish({ outcome, why }, plan2, ports) {
  const verified = outcome === "rolled-back" ? await verifyRollback(plan2, ports) : void 0;
  await ports.registry.append(keys.finished(plan2.id), {
    kind: "rollout-finished",
    model: plan2.model,
    rollout: plan2.id,
    outcome,
    why,
    ...verified === void 0 ? {} : { verified }
  });
}
async function verifyRollback(plan2, ports) {
  let [stable, candidate] = [0, 0];
  for (let attempt = 0; attempt < verifications; attempt++) {
    await enforce(ports, 0);
    const window2 = await ports.target.observe(Math.min(plan2.bakeMs, 1e4));
    stable = window2.stable.requests;
    candidate = window2.candidate.requests;
    if (candidate === 0 && (stable > 0 || plan2.from === void 0)) return { stable, candidate };
  }
  throw userError("rollback-unverified", { rollout: plan2.id, stable, candidate });
}
async function enforce({ target }, weight) {
  if (isClose(await target.weight(), weight)) return;
  await target.apply(weight);
  const found2 = await target.weight();
  if (!isClose(found2, weight))
    throw userError("weight-not-in-force", { target: target.describe, wanted: weight, found: found2 });
}
function isClose(found2, wanted) {
  return wanted === 0 || wanted === 1 ? found2 === wanted : Math.abs(found2 - wanted) <= 5e-3;
}
function started(state) {
  if (state === void 0) throw new Bug("a rollout was judged before it began");
  return state;
}

// src/rollout/hooks.ts
import path5 from "node:path";
var words = external_exports.tuple([external_exports.string().min(1)], external_exports.string());
var program = external_exports.strictObject({
  run: external_exports.union([
    external_exports.string().min(1).transform((program2) => [program2]),
    words
  ]).describe(
    "A program (`./page-oncall.sh`) or a list of program and arguments; paths start at the folder of the pipeline file."
  )
}).describe(
  "Runs a program with AIRWORTHY_EVENT, AIRWORTHY_EVENT_ID, AIRWORTHY_MODEL, AIRWORTHY_VERSION, AIRWORTHY_ROLLOUT and AIRWORTHY_WHY in its environment. It runs at least once: after a kill it may run again with the same AIRWORTHY_EVENT_ID, by which it can tell."
);
var dispatch = external_exports.strictObject({
  dispatch: external_exports.strictObject({
    workflow: external_exports.string().min(1).describe("File name of a workflow with a `workflow_dispatch` trigger: `retrain.yml`."),
    ref: external_exports.string().min(1).default("main").describe("The branch or tag to run it on."),
    inputs: external_exports.record(external_exports.string(), external_exports.string()).refine((inputs) => Object.keys(inputs).length <= 25, "expected at most 25 inputs, as GitHub takes no more").default({}).describe(
      "Its inputs; `$event`, `$event-id`, `$model`, `$version`, `$rollout` and `$why` in them are replaced."
    )
  }).describe("Starts a workflow of the repository on GitHub. Needs GITHUB_REPOSITORY and GITHUB_TOKEN.")
}).describe("Starts a workflow on GitHub, at least once; give `$event-id` to it to tell a repetition.");
var hook = external_exports.union([program, dispatch]);
var timeoutMs = 5 * 6e4;
async function runHook(hook2, call2, place) {
  const name2 = "run" in hook2 ? hook2.run.join(" ") : `dispatch ${hook2.dispatch.workflow}`;
  try {
    return "run" in hook2 ? await runProgram(name2, hook2.run, call2, place) : await startWorkflow(name2, hook2.dispatch, call2, place);
  } catch (error) {
    if (error instanceof Cancelled || place.signal.aborted) throw error;
    return { name: name2, outcome: "failed", detail: messageOf(error) };
  }
}
async function runProgram(name2, [program2, ...args], call2, { world, folder, signal }) {
  const options = { cwd: folder, env: environment2(call2), timeoutMs, signal, diesWithParent: true };
  const { code, stdout, stderr } = await world.processes.run(locate(program2, folder), args, options);
  const output = lastOutput(`${stdout}
${stderr}`);
  if (code === 0) return { name: name2, outcome: "done", detail: output };
  const how = code === -1 ? "it was ended, or took longer than 5 minutes" : `exit code ${code}`;
  return { name: name2, outcome: "failed", detail: output === "" ? how : `${how}: ${output}` };
}
async function startWorkflow(name2, { workflow, ref, inputs }, call2, { world }) {
  const { github } = world;
  if (github === void 0) {
    return { name: name2, outcome: "failed", detail: "GITHUB_REPOSITORY and GITHUB_TOKEN are not both set" };
  }
  const filled = Object.entries(inputs).map(([input2, text]) => [input2, fill(text, call2)]);
  await github.dispatchWorkflow(workflow, ref, Object.fromEntries(filled));
  return { name: name2, outcome: "done", detail: `started on ${ref}` };
}
function fill(text, { event, eventId, model, version: version2, rollout, why }) {
  const values = { "event-id": eventId, event, model, version: version2, rollout, why };
  return text.replace(/\$(event-id|event|model|version|rollout|why)/g, (_, word) => values[word] ?? "");
}
function environment2(call2) {
  return {
    AIRWORTHY_EVENT: call2.event,
    AIRWORTHY_EVENT_ID: call2.eventId,
    AIRWORTHY_MODEL: call2.model,
    AIRWORTHY_VERSION: call2.version,
    AIRWORTHY_ROLLOUT: call2.rollout,
    AIRWORTHY_WHY: call2.why
  };
}
function locate(program2, folder) {
  return /[/\\]/.test(program2) ? path5.resolve(folder, program2) : program2;
}
function lastOutput(text) {
  return text.trim().slice(-500);
}

// src/rollout/result.ts
function resultOf(state) {
  const { finished } = state;
  return {
    id: state.id,
    outcome: finished?.outcome ?? "held",
    version: state.version,
    ...state.from === void 0 ? {} : { from: state.from },
    target: state.target,
    steps: state.steps.flatMap((weight, step) => stepOf(state, weight, step)),
    why: finished?.why ?? "not finished",
    hooks: state.hooks.map(({ name: name2, outcome, detail }) => ({ name: name2, outcome, detail })),
    ...finished?.verified === void 0 ? {} : { verified: finished.verified }
  };
}
function stepOf(state, weight, step) {
  const began = state.weights.find((set) => set.step === step && set.weight > 0);
  if (began === void 0) return [];
  const look = state.looks.findLast((one) => one.step === step);
  const requests = look?.requests ?? { stable: 0, candidate: 0 };
  const total = requests.stable + requests.candidate;
  return [
    {
      weight,
      ...total === 0 ? {} : { observed: requests.candidate / total },
      requests,
      verdict: look?.verdict ?? "inconclusive",
      judgements: look?.judgements ?? [],
      startedAt: began.at,
      seconds: look?.seconds ?? 0
    }
  ];
}

// src/stages/rollout/settings.ts
function kindOf({ target }) {
  return Object.keys(target)[0] ?? "";
}
var rule = external_exports.strictObject({
  metric: external_exports.enum(["error-rate", "latency.p50"]).describe("What is compared between the candidate and the stable version."),
  margin: margin().describe(
    "How much worse is acceptable: absolute for `error-rate` (`1pp`), relative for `latency.p50` (`10%`)."
  ),
  "min-requests": external_exports.int().positive().default(50).describe("Fewer requests to the candidate than this are never judged.")
}).transform((raw, context) => {
  const minRequests = raw["min-requests"];
  if (raw.metric === "error-rate" && "absolute" in raw.margin)
    return { metric: raw.metric, margin: raw.margin.absolute, minRequests };
  if (raw.metric === "latency.p50" && "relative" in raw.margin)
    return { metric: raw.metric, margin: raw.margin.relative, minRequests };
  const wanted = raw.metric === "error-rate" ? "an absolute margin such as 1pp" : "a relative margin such as 10%";
  context.addIssue({ code: "custom", path: ["margin"], message: `expected ${wanted} for ${raw.metric}` });
  return external_exports.NEVER;
});
function rolloutSettings(targets2) {
  return external_exports.strictObject({
    target: external_exports.strictObject(
      Object.fromEntries(targets2.map((kind) => [kind.kind, kind.settings.optional().describe(kind.summary)]))
    ).refine(
      (chosen) => Object.keys(chosen).length === 1,
      `expected exactly one target (${targets2.map(({ kind }) => kind).join(", ")})`
    ).describe("What serves the model, with its settings."),
    steps: external_exports.array(share()).min(1).refine(
      (steps) => steps.every((step, index) => step > (steps[index - 1] ?? 0)),
      "expected shares that rise, the first above 0%"
    ).refine((steps) => steps.at(-1) === 1, "expected 100% as the last step").prefault(["5%", "25%", "50%", "100%"]).describe("Shares of traffic that the candidate is given, one step after the other."),
    bake: duration2().refine((ms) => ms > 0, "expected more than no time").prefault("60s").describe("How long one look at a step lasts; a step gets one look, and more while it is inconclusive."),
    analysis: external_exports.array(rule).min(1).prefault([{ metric: "error-rate", margin: "1pp" }]).describe("What must hold at each step. The last step, at full weight, is judged on errors alone."),
    hold: external_exports.int().min(0).default(3).describe("How many more looks an inconclusive step gets, before the rollout is taken back."),
    "on-rollback": external_exports.array(hook).default([]).describe("What to run once traffic is set back."),
    "on-promoted": external_exports.array(hook).default([]).describe("What to run once the version is in production.")
  });
}

// src/stages/rollout.ts
function rolloutOn(targets2) {
  return defineStage({
    kind: "rollout",
    summary: "Gives the release traffic step by step, judges each step, and promotes it or takes it back.",
    effects: "remote",
    needs: ["subject", "release"],
    wants: ["decision"],
    gives: "rollout",
    settings: rolloutSettings(targets2),
    example: "{ target: { local: { replay: eval } }, steps: [5%, 25%, 100%], bake: 60s, analysis: [{ metric: error-rate, margin: 1pp }] }",
    runsUserCode: (chosen) => chosen["on-rollback"].length + chosen["on-promoted"].length > 0,
    estimateMs: ({ steps, bake }) => steps.length * bake + 2e3,
    async run({ settings: chosen, given: { subject, release: release3 }, tools }) {
      const id = `${tools.runId}/${tools.stage}`;
      const entries = await tools.registry.read();
      const state = registryState(entries, release3.model);
      const current = rolloutState(entries, id) ?? toTakeUp(state, release3, kindOf(chosen));
      if (current === void 0 && state.stages["production"] === release3.version)
        return alreadyServing(id, release3, chosen);
      if (current?.finished !== void 0) return outcomeOf(resultOf(current), release3);
      const course = await plot(current, id, chosen, release3, state, tools);
      return outcomeOf(resultOf(await fly(course, chosen, subject, tools)), release3);
    }
  });
}
function toTakeUp({ rollout: open }, { model, version: version2 }, target) {
  if (open === void 0) return void 0;
  if (open.version === version2 && open.target === target) return open;
  throw userError("rollout-open", { model, open: open.id, version: open.version, target: open.target });
}
async function plot(current, id, chosen, release3, state, tools) {
  const from = current === void 0 ? state.stages["production"] : current.from;
  const plan2 = {
    id: current?.id ?? id,
    model: release3.model,
    version: release3.version,
    from,
    target: kindOf(chosen),
    // With nothing to share traffic with, a first release takes all of it at once.
    steps: current?.steps ?? (from === void 0 ? [1] : chosen.steps),
    bakeMs: chosen.bake,
    analysis: chosen.analysis,
    hold: chosen.hold,
    hooks: { promoted: chosen["on-promoted"], "rolled-back": chosen["on-rollback"] }
  };
  const stable = state.versions.find(({ version: version2 }) => version2 === from);
  return {
    plan: plan2,
    stable: stable && {
      version: stable.version,
      artifact: stable.artifact,
      path: await tools.store.path(stable.artifact)
    },
    candidate: { version: release3.version, artifact: release3.artifact, path: await tools.store.path(release3.artifact) }
  };
}
async function fly({ plan: plan2, stable, candidate }, chosen, subject, tools) {
  const { world, signal, folder, registry: registry2, checkpoint, progress } = tools;
  const target = openTarget(chosen, plan2.model, subject, tools);
  try {
    return await drive(plan2, {
      registry: registry2,
      target,
      stable,
      candidate,
      checkpoint,
      clock: world.clock,
      signal,
      progress,
      runHook: (one, call2) => runHook(one, call2, { world, folder, signal })
    });
  } finally {
    await target.close();
  }
}
function openTarget(chosen, model, subject, tools) {
  const name2 = kindOf(chosen);
  const kind = tools.targets.find((row) => row.kind === name2);
  const valid = tools.targets.map((row) => row.kind);
  if (kind === void 0) throw userError("target-unknown", { kind: name2, valid, nearest: nearest(name2, valid) });
  return kind.make(chosen.target[name2], {
    world: tools.world,
    signal: tools.signal,
    model,
    replay: (data2) => requestsOf(data2, subject, tools)
  });
}
async function requestsOf(name2, subject, { store, world }) {
  const reference = subject.data[name2];
  const valid = Object.keys(subject.data);
  if (reference === void 0) throw userError("replay-unknown", { data: name2, valid, nearest: nearest(name2, valid) });
  const data2 = await loadData(name2, reference, {
    path: await store.path(reference.artifact),
    files: world.files,
    trust: world.trust
  });
  return Array.from({ length: data2.examples }, (_, index) => batchOf(data2, index, index + 1));
}
function nearest(name2, valid) {
  return valid.length === 0 ? void 0 : (0, import_fastest_levenshtein2.closest)(name2, [...valid]);
}
function alreadyServing(id, { model, version: version2 }, chosen) {
  const why = `${model} ${version2} is in production already`;
  return {
    product: {
      id,
      outcome: "already-serving",
      version: version2,
      from: version2,
      target: kindOf(chosen),
      steps: [],
      why,
      hooks: []
    },
    verdict: "pass",
    summary: `${why}; nothing was done`
  };
}
function outcomeOf(product, { model, version: version2 }) {
  const promoted = product.outcome === "promoted";
  const before = product.from === void 0 ? "nothing serves" : `${product.from} serves again`;
  return {
    product,
    verdict: promoted ? "pass" : "rolled-back",
    summary: promoted ? `${model} ${version2} serves all traffic: ${product.why}` : `${model} ${version2} was rolled back, ${before}: ${product.why}`,
    warnings: [...failedHooks(product), ...firstRelease2(product)]
  };
}
function failedHooks({ hooks }) {
  return hooks.filter(({ outcome }) => outcome === "failed").map(({ name: name2, detail }) => ({
    code: "hook-failed",
    message: `The hook ${name2} failed (${detail}).`,
    remedy: "Do by hand what it should have done, and check that it is executable and its paths start at the folder of the pipeline file."
  }));
}
function firstRelease2({ from, steps }) {
  if (from !== void 0 || steps.length === 0) return [];
  const requests = steps.at(-1)?.requests.candidate ?? 0;
  return [
    {
      code: "nothing-in-production",
      message: `Nothing was in production to compare with: the release took ${percent(1)} of traffic at once, and was judged by its own errors in ${requests} requests.`,
      remedy: "The next release is compared with this one; to compare with a model that serves already, take it in with `adopt:`."
    }
  ];
}

// src/stages/validate.ts
import path6 from "node:path";

// src/onnx/check/safety.ts
var maxNodes = 1e6;
var maxNesting = 16;
var maxFunctionDepth = 100;
function checkSafety(model) {
  return collectFindings((report) => {
    checkExtent(model, report);
    checkFunctions(model, report);
    for (const [where, tensor2] of constantsOf(model)) checkExternalData(tensor2, where, report);
  });
}
function externalFiles(model) {
  const locations = constantsOf(model).flatMap(
    ([, tensor2]) => isExternal(tensor2) ? [entryOf(tensor2, "location") ?? ""] : []
  );
  return [...new Set(locations)].sort();
}
function checkExtent(model, report) {
  const scopes = scopesOf(model);
  const nodes = scopes.reduce((sum, scope) => sum + scope.nodes.length, 0);
  if (nodes > maxNodes)
    report(
      "error",
      "too-many-nodes",
      "model",
      `It has ${nodes} nodes, more than ${maxNodes}.`,
      "Export it without unrolling loops."
    );
  for (const scope of scopes)
    if (scope.path.split("/node ").length - 1 > maxNesting)
      report(
        "error",
        "nested-too-deep",
        scope.path,
        `Its graphs are nested more than ${maxNesting} deep.`,
        "Flatten the branches and loops."
      );
}
function checkFunctions(model, report) {
  const depths = /* @__PURE__ */ new Map();
  const calls = new Map(
    model.functions.map((body) => [
      `${body.domain}.${body.name}`,
      new Set(body.node.map((node) => `${node.domain}.${node.opType}`))
    ])
  );
  const depthOf = (name2, path8) => {
    if (path8.includes(name2) || path8.length > maxFunctionDepth) return Number.POSITIVE_INFINITY;
    const called = depths.get(name2) ?? 1 + Math.max(
      0,
      ...[...calls.get(name2) ?? []].filter((callee) => calls.has(callee)).map((callee) => depthOf(callee, [...path8, name2]))
    );
    depths.set(name2, called);
    return called;
  };
  for (const name2 of calls.keys())
    if (depthOf(name2, []) > maxFunctionDepth)
      report(
        "error",
        "function-cycle",
        `function ${name2}`,
        `It calls itself, or others more than ${maxFunctionDepth} deep.`,
        "Export the model without this function."
      );
}
var externalKeys = ["location", "offset", "length", "checksum", "basepath"];
function checkExternalData(tensor2, where, report) {
  if (!isExternal(tensor2)) return;
  const location = entryOf(tensor2, "location") ?? "";
  const trouble = locationTrouble(location);
  if (trouble !== void 0)
    report(
      "error",
      "external-location",
      where,
      `Its weights are in \`${location}\`, ${trouble}.`,
      "Save the external data beside the model, under a plain file name."
    );
  for (const { key } of tensor2.externalData)
    if (!externalKeys.includes(key))
      report(
        "error",
        "external-key",
        where,
        `\`${key}\` is no key of external data.`,
        `Known are ${externalKeys.join(", ")}.`
      );
  for (const key of ["offset", "length"])
    if (!/^\d{1,15}$/.test(entryOf(tensor2, key) ?? "0"))
      report(
        "error",
        "external-range",
        where,
        `Its ${key} \`${entryOf(tensor2, key)}\` is not a number of bytes.`,
        "Save the model again."
      );
  checkLength(tensor2, where, report);
}
function checkLength(tensor2, where, report) {
  const length = entryOf(tensor2, "length");
  const bits2 = elementType(tensor2.dataType)?.bits;
  if (length === void 0 || bits2 === void 0) return;
  const wanted = Math.ceil(sizeOf(tensor2.dims) * bits2 / 8);
  if (Number(length) !== wanted)
    report(
      "error",
      "external-size",
      where,
      `It takes ${length} bytes of its file where its dims need ${wanted}.`,
      "Save the model again."
    );
}
function locationTrouble(location) {
  if (location === "") return "which names no file";
  if (/[\0\\]/.test(location)) return "which is not a portable path";
  if (location.startsWith("/") || /^[A-Za-z]:/.test(location)) return "an absolute path";
  return location.split("/").includes("..") ? "outside of the model's folder" : void 0;
}
function isExternal(tensor2) {
  return tensor2.dataLocation === 1;
}
function entryOf(tensor2, key) {
  return tensor2.externalData.find((entry) => entry.key === key)?.value;
}

// src/stages/validate/limits.ts
function checkLimits(summary, limits) {
  const opset = summary.opset["ai.onnx"] ?? 0;
  const { size = Number.POSITIVE_INFINITY, parameters = Number.POSITIVE_INFINITY } = limits;
  const { min = 0, max: max2 = Number.POSITIVE_INFINITY } = limits.opset ?? {};
  return [
    ...summary.bytes > size ? [beyond("size", `It has ${summary.bytes} bytes, more than the ${size} allowed.`, "Quantise or prune it")] : [],
    ...summary.parameters > parameters ? [
      beyond(
        "parameters",
        `It has ${summary.parameters} parameters, more than the ${parameters} allowed.`,
        "Use a smaller architecture"
      )
    ] : [],
    ...opset < min || opset > max2 ? [beyond("opset", `Its opset ${opset} is not within ${min} to ${max2}.`, "Export it with another opset")] : []
  ];
}
function beyond(what, message, remedy) {
  return {
    severity: "error",
    code: `limit-${what}`,
    where: "model",
    message,
    hint: `${remedy}, or raise \`limits: ${what}\`.`
  };
}

// src/stages/validate/runs.ts
var seed = 1;
var blamed = ["model-rejected", "worker-died"];
async function checkRuns(artifact2, external, tools) {
  if (external.length > 0) return [withoutItsFiles(external)];
  const model = await tools.store.path(artifact2);
  const findings = await tryModel(model, tools);
  return findings.map((found2) => ({ ...found2, message: found2.message.replaceAll(model, artifact2.name) }));
}
async function tryModel(model, tools) {
  const worker = await tools.world.processes.worker("bench", { signal: tools.signal });
  try {
    return await runOnce(worker, model);
  } catch (error) {
    if (tools.signal.aborted || !(error instanceof UserError)) throw error;
    if (error.code === "input-unsupported") return [finding("note", error)];
    if (blamed.includes(error.code)) return [finding("error", error)];
    throw error;
  } finally {
    await worker.close();
  }
}
async function runOnce(worker, model) {
  const { inputs } = await worker.ask({ do: "open", model, provider: "cpu", threads: 1 });
  try {
    const { outputs } = await worker.ask({ do: "run", feeds: makeInputs(inputs, 1, seed) });
    return Object.entries(outputs).flatMap(([name2, tensor2]) => allFinite(tensor2) ? [] : [notFinite(name2)]);
  } catch (error) {
    if (error instanceof UserError && error.code === "model-run-failed")
      return [finding(guessed(inputs) ? "warning" : "error", error)];
    throw error;
  }
}
function guessed(inputs) {
  const symbols = inputs.flatMap((input2) => input2.dims).filter((dim) => typeof dim === "string");
  return new Set(symbols).size > 1 || symbols.includes("");
}
function allFinite(tensor2) {
  if (tensor2.type === "float16") return tensor2.data.every((bits2) => Number.isFinite(fromFloat16(bits2)));
  if (tensor2.type !== "float32" && tensor2.type !== "float64") return true;
  return tensor2.data.every((element) => Number.isFinite(element));
}
function finding(severity, error) {
  return { severity, code: error.code, where: "model", message: error.message, hint: error.hint };
}
function notFinite(output) {
  return {
    severity: "error",
    code: "output-not-finite",
    where: `output ${output}`,
    message: "On made-up inputs it has elements that are NaN or infinite.",
    hint: "Try it on inputs of your own; if they are finite there, leave out the `runs` check."
  };
}
function withoutItsFiles(external) {
  return {
    severity: "error",
    code: "external-data",
    where: "model",
    message: `It keeps weights in other files (${external.slice(0, 3).join(", ")}), which do not travel with it yet.`,
    hint: "Save it as one file: `onnx.save_model(model, path, save_as_external_data=False)`."
  };
}

// src/stages/validate.ts
var checkNames2 = ["graph", "interface", "safety", "runs"];
var settings6 = external_exports.strictObject({
  checks: external_exports.array(external_exports.enum(checkNames2)).min(1).default([...checkNames2]).describe(
    "What to check: `graph` (the rules of ONNX), `interface` (what callers of production would notice), `safety` (nothing outside of its folder, nothing endless), `runs` (it loads and gives finite outputs)."
  ),
  limits: external_exports.strictObject({
    size: byteSize().optional().describe("Largest file, such as `20MB`."),
    parameters: external_exports.int().positive().optional().describe("Most elements of all weights."),
    opset: external_exports.strictObject({
      min: external_exports.int().positive().optional().describe("Oldest version of the standard operators."),
      max: external_exports.int().positive().optional().describe("Newest version of the standard operators.")
    }).optional().describe("Versions of the standard operators that what serves can run.")
  }).optional().describe("What the model may not exceed.")
});
var validate = defineStage({
  kind: "validate",
  summary: "Checks that the candidate is a sound ONNX model: its graph, its interface against production, its safety, and that it runs.",
  effects: "none",
  needs: ["subject"],
  gives: "validation",
  settings: settings6,
  example: "{ checks: [graph, interface, safety, runs], limits: { size: 20MB } }",
  estimateMs: (chosen) => chosen.checks.includes("runs") ? 1500 : 200,
  async run({ settings: chosen, given: { subject }, tools }) {
    const candidate = await load(subject.candidate, tools);
    const production = chosen.checks.includes("interface") ? subject.production?.artifact : void 0;
    const before = production === void 0 ? void 0 : await load(production, tools);
    const summary = summarize(candidate, subject.candidate.bytes);
    const checks = [];
    for (const check2 of checkNames2.filter((name2) => chosen.checks.includes(name2))) {
      tools.progress(`check ${check2}`);
      if (check2 === "graph") checks.push(judged(check2, checkModel(candidate)));
      if (check2 === "interface") checks.push(judged(check2, checkInterface(before, candidate)));
      if (check2 === "safety") checks.push(judged(check2, checkSafety(candidate)));
      if (check2 === "runs")
        checks.push(judged(check2, await checkRuns(subject.candidate, externalFiles(candidate), tools)));
    }
    if (chosen.limits !== void 0) checks.push(judged("limits", checkLimits(summary, chosen.limits)));
    return outcomeOf2(checks, summary);
  }
});
async function load(artifact2, { store, world }) {
  return readModel(await world.files.read(await store.path(artifact2)), path6.basename(artifact2.name));
}
function checkInterface(production, candidate) {
  const where = "interface";
  if (production === void 0)
    return [
      {
        severity: "note",
        code: "interface-first",
        where,
        message: "Nothing is in production to compare the interface with.",
        hint: "The next release will be compared with this one."
      }
    ];
  const { change, reasons } = diffInterface(production, candidate);
  return reasons.map((reason) => ({
    severity: change === "breaking" ? "warning" : "note",
    code: `interface-${change}`,
    where,
    message: `Against production, ${reason}.`,
    hint: change === "breaking" ? "Callers must change with it: release it as a major version." : "Callers need not change."
  }));
}
function judged(check2, findings) {
  return { check: check2, verdict: findings.some((finding2) => finding2.severity === "error") ? "fail" : "pass", findings };
}
function outcomeOf2(checks, summary) {
  const verdict2 = combine(checks.map((check2) => check2.verdict));
  return { product: { checks, summary }, verdict: verdict2, summary: sentence2(checks, summary) };
}
function sentence2(checks, summary) {
  const findings = checks.flatMap((check2) => check2.findings);
  const errors = findings.filter((finding2) => finding2.severity === "error");
  const first = errors[0];
  if (first !== void 0) {
    const others = errors.length === 1 ? "" : ` (and ${errors.length - 1} more)`;
    return `${first.where}: ${first.message.replace(/\.$/, "")}${others}`;
  }
  const warnings = findings.filter((finding2) => finding2.severity === "warning").length;
  const but = warnings === 0 ? "" : `, ${warnings} ${warnings === 1 ? "warning" : "warnings"}`;
  return `${checks.map((check2) => check2.check).join(", ")}: sound (${summary.nodes} nodes, ${summary.parameters} parameters${but})`;
}

// src/stages/index.ts
function stageKindsFor(reachable) {
  return [validate, optimize, benchmark, compare, gate, release2, rolloutOn(reachable)];
}
var stageKinds = stageKindsFor(targets);

// src/pipeline/load.ts
import path7 from "node:path";

// src/pipeline/expressions.ts
var import_fastest_levenshtein3 = __toESM(require_mod(), 1);
var expression = /\$\{\{(.*?)\}\}/g;
function substitute(value, source, scope) {
  const problems = [];
  const look = (term, path8) => {
    const found2 = lookUp(term, scope);
    if (!("problem" in found2)) return found2.value;
    problems.push({ ...found2.problem, where: source.where(path8) });
    return "";
  };
  const visit = (part, path8) => {
    if (typeof part === "string") return substituteText(part, (term) => look(term, path8));
    if (Array.isArray(part)) return part.map((member, index) => visit(member, [...path8, index]));
    if (part === null || typeof part !== "object") return part;
    return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, visit(member, [...path8, key])]));
  };
  return { value: visit(value, []), problems };
}
function substituteText(text, look) {
  const whole = /^\s*\$\{\{([^}]*)\}\}\s*$/.exec(text);
  if (whole?.[1] !== void 0) return look(whole[1].trim());
  return text.replace(expression, (_, term) => String(look(term.trim())));
}
function lookUp(term, scope) {
  const [, kind, name2 = ""] = /^(env|inputs)\.([A-Za-z_][\w-]*)$/.exec(term) ?? [];
  if (kind === void 0) return { problem: problem("expression-unknown", { term }) };
  const value = kind === "env" ? scope.env[name2] : ownValue(scope.inputs, name2);
  if (value !== void 0) return { value };
  const valid = kind === "env" ? [] : Object.keys(scope.inputs);
  return {
    problem: problem("expression-undefined", { term, nearest: valid.length === 0 ? void 0 : (0, import_fastest_levenshtein3.closest)(name2, valid) })
  };
}
function ownValue(record3, name2) {
  return Object.hasOwn(record3, name2) ? record3[name2] : void 0;
}

// src/pipeline/graph.ts
function topological(nodes) {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const order = [];
  const path8 = [];
  const visit = (name2) => {
    if (order.includes(name2)) return void 0;
    if (path8.includes(name2)) return [...path8.slice(path8.indexOf(name2)), name2];
    path8.push(name2);
    for (const need of byName.get(name2)?.needs ?? []) {
      const cycle = visit(need);
      if (cycle !== void 0) return cycle;
    }
    path8.pop();
    order.push(name2);
    return void 0;
  };
  for (const node of nodes) {
    const cycle = visit(node.name);
    if (cycle !== void 0) return { cycle };
  }
  return { order };
}
function ancestors(nodes, name2) {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const found2 = /* @__PURE__ */ new Set();
  const visit = (at) => {
    for (const need of byName.get(at)?.needs ?? []) {
      if (found2.has(need)) continue;
      found2.add(need);
      visit(need);
    }
  };
  visit(name2);
  const sorted = topological(nodes);
  const order = "order" in sorted ? sorted.order : [];
  return order.filter((each) => found2.has(each)).flatMap((each) => byName.get(each) ?? []);
}
function giverOf(nodes, name2, product) {
  return ancestors(nodes, name2).findLast((node) => node.gives === product)?.name;
}
function descendants(nodes, name2) {
  return nodes.filter((node) => ancestors(nodes, node.name).some((before) => before.name === name2)).map((node) => node.name);
}

// src/pipeline/problems.ts
var import_fastest_levenshtein4 = __toESM(require_mod(), 1);
function problemsOf(issues, schema, source, base, also = []) {
  return issues.flatMap((issue) => problemsOfIssue(issue, schema, source, base, also));
}
function problemsOfIssue(issue, schema, source, base, also) {
  const inside = issue.path.map((step) => typeof step === "symbol" ? String(step) : step);
  const path8 = [...base, ...inside];
  if (issue.code === "unrecognized_keys") {
    const valid = [...keysAt(schema, inside), ...inside.length === 0 ? also : []];
    return issue.keys.map((key) => unknownKey(key, path8, valid, source.whereKey([...path8, key])));
  }
  if (issue.code === "invalid_union") {
    const branch2 = bestBranch(issue.errors);
    if (branch2 !== void 0)
      return branch2.flatMap(
        (nested) => problemsOfIssue(nested, schemaAt(schema, inside, 0) ?? schema, source, path8, [])
      );
  }
  if (issue.code === "invalid_type" && issue.input === void 0 && issue.message.includes("received undefined")) {
    const key = String(path8.at(-1) ?? "pipeline");
    return [problem("pipeline-missing-key", { key, at: nameOf2(path8.slice(0, -1)) }, source.where(path8))];
  }
  return [wrongValue(issue, path8, source.where(path8))];
}
function unknownKey(key, path8, valid, where) {
  return problem("pipeline-unknown-key", { key, at: nameOf2(path8), valid, nearest: nearest2(key, valid) }, where);
}
function wrongValue(issue, path8, where) {
  if (issue.code === "invalid_value") {
    const valid = issue.values.map(String);
    const given = typeof issue.input === "string" ? issue.input : "";
    return problem(
      "pipeline-wrong-value",
      { at: nameOf2(path8), expected: `one of ${valid.join(", ")}`, nearest: nearest2(given, valid) },
      where
    );
  }
  return problem(
    "pipeline-wrong-value",
    { at: nameOf2(path8), expected: lowerFirst(issue.message), nearest: void 0 },
    where
  );
}
function bestBranch(branches) {
  const depth = (issues) => Math.max(
    ...issues.map(
      (issue) => issue.path.length + (issue.code === "unrecognized_keys" || issue.code === "custom" ? 0.5 : 0)
    )
  );
  const ranked = branches.filter((issues) => issues.length > 0).sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  return ranked[0];
}
function nearest2(name2, valid) {
  return valid.length === 0 || name2 === "" ? void 0 : (0, import_fastest_levenshtein4.closest)(name2, [...valid]);
}
function nameOf2(path8) {
  return path8.length === 0 ? "the pipeline" : path8.map((step) => typeof step === "number" ? `[${step}]` : step).join(".");
}
function lowerFirst(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
function keysAt(schema, path8) {
  const at = schemaAt(schema, path8, 0);
  return at instanceof external_exports.ZodObject ? Object.keys(at.shape) : [];
}
function schemaAt(schema, path8, depth) {
  const bare = unwrapped(schema);
  const step = path8[depth];
  if (bare instanceof external_exports.ZodUnion) {
    const options = bare.options;
    return options.map((option) => schemaAt(option, path8, depth)).find((found2) => found2 !== void 0 && !(found2 instanceof external_exports.ZodUnion && step === void 0));
  }
  if (step === void 0) return bare;
  if (bare instanceof external_exports.ZodObject) return descend(bare.shape[step], path8, depth);
  if (bare instanceof external_exports.ZodArray) return descend(bare.element, path8, depth);
  if (bare instanceof external_exports.ZodRecord) return descend(bare.valueType, path8, depth);
  return void 0;
}
function descend(schema, path8, depth) {
  return schema === void 0 ? void 0 : schemaAt(schema, path8, depth + 1);
}
function unwrapped(schema) {
  if (schema instanceof external_exports.ZodOptional || schema instanceof external_exports.ZodDefault || schema instanceof external_exports.ZodNullable || schema instanceof external_exports.ZodPrefault)
    return unwrapped(schema.unwrap());
  if (schema instanceof external_exports.ZodPipe) return unwrapped(schema.in);
  return schema;
}

// src/pipeline/schema.ts
var modelName = /^[a-zA-Z0-9](?:[a-zA-Z0-9\-/_]*[a-zA-Z0-9])?$/;
var file = external_exports.string().min(1);
var adopt2 = external_exports.strictObject({
  version: external_exports.string().describe("Its semantic version."),
  model: file.describe("The model file.")
}).optional().describe("A model that already serves, taken into an empty registry as the first version in production.");
var registry = external_exports.union([
  external_exports.strictObject({
    git: file.describe("A git repository: the ledger is the branch airworthy/ledger, versions are tags."),
    remote: external_exports.string().regex(/^[^-]/, "expected the name or the address of a remote, which does not begin with a dash").optional().describe(
      "The remote that shares it, such as `origin`: fetched first, pushed at every entry. Without it, it stays here."
    ),
    create: external_exports.boolean().default(false).describe("Make a bare repository when there is none."),
    adopt: adopt2
  }),
  external_exports.strictObject({ file: file.describe("A ledger file, JSON lines."), adopt: adopt2 }),
  external_exports.strictObject({
    scratch: external_exports.literal(true).describe("A git registry that lives and ends with the run: for trying things out."),
    adopt: adopt2
  })
]);
var input = external_exports.strictObject({
  default: external_exports.union([external_exports.string(), external_exports.number(), external_exports.boolean()]).optional().describe("Used when the run gives no value."),
  description: external_exports.string().optional()
});
var data = external_exports.strictObject({
  from: file.describe("An .npz file."),
  inputs: external_exports.record(external_exports.string(), external_exports.string()).default({}).describe("Which array feeds which input of the model; without it, the array of the same name."),
  label: external_exports.string().optional().describe("The array of class labels."),
  uses: file.optional().describe("A module of your own that reads the file (`./prepare.mjs`); never run for a fork's pull request.")
});
var pipelineFile = external_exports.strictObject({
  pipeline: external_exports.string().regex(modelName, "expected letters, digits, - _ /, beginning and ending with a letter or digit").describe("The pipeline's name, and the model's name in the registry."),
  inputs: external_exports.record(external_exports.string(), input).default({}).describe("Values a run may give with --input; used as ${{ inputs.name }}."),
  model: external_exports.strictObject({
    candidate: file.describe("The model to take into production: an ONNX file."),
    production: file.optional().describe("What serves today: `registry` (the default) or an ONNX file.")
  }),
  registry: registry.default({ git: ".", create: false }).describe("Where versions and the ledger live."),
  data: external_exports.record(external_exports.string(), data).default({}).describe("Evaluation data, by name."),
  secrets: external_exports.array(external_exports.string()).default([]).describe("Environment variables whose values are masked in everything that is written."),
  stages: external_exports.record(external_exports.string().regex(modelName, "expected a name of letters, digits, - and _"), external_exports.unknown()).refine((stages) => Object.keys(stages).length > 0, "expected at least one stage").describe("The stages, run in this order unless `needs:` says otherwise.")
});
var names = external_exports.union([external_exports.string(), external_exports.array(external_exports.string())]);
var stageCommon = external_exports.strictObject({
  kind: external_exports.string().optional().describe("What kind of stage this is; without it, its name says."),
  needs: names.optional().describe("The stages that must have passed before; without it, the one above."),
  when: external_exports.strictObject({ event: names.optional(), branch: names.optional() }).optional().describe("Run only for these events and branches; a `*` at the end stands for anything."),
  timeout: duration2().prefault("30m").describe("Give up after this time.")
});
var commonKeys = ["kind", "needs", "when", "timeout"];

// src/pipeline/source.ts
var import_yaml = __toESM(require_dist(), 1);
var largestSource = 1024 * 1024;
var mostAliases = 100;
function parseSource(text, file2) {
  const lines = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(text, { lineCounter: lines, prettyErrors: false, strict: true });
  const place = (offset2) => {
    const { line, col } = lines.linePos(offset2);
    return { file: file2, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  throwIfAny(document.errors.map((error) => syntaxProblem(error, place(error.pos[0]))));
  const value = plainValue(() => document.toJS({ maxAliasCount: mostAliases }), place(0));
  const offset = (path8, key) => offsetOf(document.contents, path8, key);
  return {
    file: file2,
    value,
    where: (path8) => place(offset(path8, false)),
    whereKey: (path8) => place(offset(path8, true))
  };
}
function sourceOf(value, file2) {
  return { file: file2, value, where: () => void 0, whereKey: () => void 0 };
}
function throwIfAny(problems) {
  const [first, ...others] = problems;
  if (first !== void 0) throw new UserError([first, ...others]);
}
function syntaxProblem(error, where) {
  if (error.code === "DUPLICATE_KEY") return problem("pipeline-duplicate-name", {}, where);
  return problem("pipeline-not-yaml", { reason: error.message.split("\n")[0] ?? error.code }, where);
}
function plainValue(convert, where) {
  try {
    return convert();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError([problem("pipeline-not-yaml", { reason }, where)], { cause });
  }
}
function offsetOf(root, path8, key) {
  let node = root;
  let offset = startOf(root) ?? 0;
  for (const [index, step] of path8.entries()) {
    if (!(0, import_yaml.isCollection)(node)) break;
    const pair = (0, import_yaml.isMap)(node) ? node.items.find((item) => keyOf3(item) === String(step)) : void 0;
    const child = (0, import_yaml.isMap)(node) ? pair?.value : node.items[Number(step)];
    const wantsKey = pair !== void 0 && (key ? index === path8.length - 1 : !(0, import_yaml.isNode)(child));
    offset = startOf(wantsKey ? pair.key : child) ?? startOf(pair?.key) ?? offset;
    node = child;
  }
  return offset;
}
function keyOf3(pair) {
  return (0, import_yaml.isScalar)(pair.key) ? String(pair.key.value) : String(pair.key);
}
function startOf(node) {
  return (0, import_yaml.isNode)(node) ? node.range?.[0] : void 0;
}

// src/pipeline/load.ts
async function load2(file2, world, options = {}) {
  const absolute = path7.resolve(world.cwd, file2);
  const size = await world.files.size(absolute);
  if (size === void 0) throw userError("pipeline-missing", { path: absolute });
  if (size > largestSource) throw userError("pipeline-too-large", { path: absolute, bytes: size });
  return check(parseSource(await world.files.readText(absolute), absolute), world, options);
}
function pipelineOf(value, folder, world, options = {}) {
  return check(sourceOf(value, path7.join(folder, "pipeline")), world, options);
}
function check(source, world, options) {
  const targets2 = [...targets, ...options.targets ?? []];
  const kinds = [...stageKindsFor(targets2), ...options.kinds ?? []];
  const { value, problems } = substituted(source, world, options.inputs ?? {});
  const parsed2 = pipelineFile.safeParse(value, { reportInput: true });
  if (!parsed2.success) {
    const stages2 = stagesOf(value);
    const others = stages2 === void 0 ? [] : checkStages(stages2, kinds, source).problems;
    throwIfAny([...problems, ...problemsOf(parsed2.error.issues, pipelineFile, source, []), ...others]);
    throw parsed2.error;
  }
  world.hide(parsed2.data.secrets);
  const stages = checkStages(parsed2.data.stages, kinds, source);
  throwIfAny([
    ...problems,
    ...stages.problems,
    ...stages.problems.length === 0 ? graphProblems(stages.stages, kinds) : []
  ]);
  return {
    name: parsed2.data.pipeline,
    file: source.file,
    folder: path7.dirname(source.file),
    sha256: digest(value),
    model: parsed2.data.model,
    registry: parsed2.data.registry,
    data: parsed2.data.data,
    stages: stages.stages,
    targets: targets2,
    where: source.where
  };
}
function stagesOf(value) {
  const stages = asRecord(asRecord(value)?.["stages"]);
  return stages;
}
function asRecord(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : void 0;
}
function substituted(source, world, given) {
  const file2 = asRecord(source.value);
  if (file2 === void 0) return { value: source.value, problems: [] };
  const { inputs: declarations, ...rest } = file2;
  const declared = asRecord(declarations) ?? {};
  const unknown = Object.keys(given).filter((name2) => !Object.hasOwn(declared, name2));
  const problems = unknown.map(
    (name2) => problem(
      "input-unknown",
      { name: name2, valid: Object.keys(declared), nearest: nearest2(name2, Object.keys(declared)) },
      source.where(["inputs"])
    )
  );
  const defaults = Object.entries(declared).flatMap(([name2, declaration]) => {
    const value2 = asRecord(declaration)?.["default"];
    return value2 === void 0 ? [] : [[name2, value2]];
  });
  const replaced = substitute(rest, source, { env: world.env, inputs: { ...Object.fromEntries(defaults), ...given } });
  const value = declarations === void 0 ? replaced.value : { ...replaced.value, inputs: declarations };
  return { value, problems: [...problems, ...replaced.problems] };
}
function checkStages(bodies, kinds, source) {
  const names2 = Object.keys(bodies);
  const results = Object.entries(bodies).map(
    ([name2, body], index) => checkStage(name2, body, names2[index - 1], kinds, source)
  );
  const stages = results.flatMap((result) => result.stage === void 0 ? [] : [result.stage]);
  const needs = stages.flatMap((stage) => needsProblems(stage, names2, source));
  return { stages, problems: [...results.flatMap((result) => result.problems), ...needs] };
}
function checkStage(name2, body, previous, kinds, source) {
  const at = ["stages", name2];
  const record3 = body === null ? {} : asRecord(body);
  if (record3 === void 0)
    return {
      problems: [
        problem(
          "pipeline-wrong-value",
          { at: `stages.${name2}`, expected: "a mapping of settings", nearest: void 0 },
          source.where(at)
        )
      ]
    };
  const [common2, settings7] = split(record3);
  const kindName = typeof common2["kind"] === "string" ? common2["kind"] : name2;
  const kind = kinds.find((each) => each.kind === kindName);
  const valid = kinds.map((each) => each.kind);
  if (kind === void 0) {
    return {
      problems: [
        problem(
          "stage-kind-unknown",
          { kind: kindName, valid, nearest: nearest2(kindName, valid) },
          source.whereKey(at)
        )
      ]
    };
  }
  const commonResult = stageCommon.safeParse(common2, { reportInput: true });
  const settingsResult = kind.settings.safeParse(settings7, { reportInput: true });
  const problems = [
    ...issuesOf(commonResult, stageCommon, source, at, []),
    ...issuesOf(settingsResult, kind.settings, source, at, commonKeys)
  ];
  if (problems.length > 0 || !commonResult.success) return { problems };
  const { needs, when, timeout } = commonResult.data;
  const before = needs === void 0 ? previous === void 0 ? [] : [previous] : [needs].flat();
  return {
    stage: {
      name: name2,
      stage: kind.make(settings7, { folder: path7.dirname(source.file) }),
      needs: before,
      when,
      timeout,
      where: source.whereKey(at)
    },
    problems
  };
}
function split(record3) {
  const entries = Object.entries(record3);
  const isCommon = ([key]) => commonKeys.includes(key);
  return [Object.fromEntries(entries.filter(isCommon)), Object.fromEntries(entries.filter((entry) => !isCommon(entry)))];
}
function issuesOf(result, schema, source, at, also) {
  return result.success ? [] : problemsOf(result.error.issues, schema, source, at, also);
}
function needsProblems(stage, names2, source) {
  return stage.needs.filter((need) => !names2.includes(need)).map(
    (need) => problem(
      "stage-unknown",
      { name: need, valid: names2, nearest: nearest2(need, names2) },
      source.where(["stages", stage.name, "needs"])
    )
  );
}
function graphProblems(stages, kinds) {
  const nodes = nodesOf(stages);
  const sorted = topological(nodes);
  if ("cycle" in sorted) {
    const where = stages.find((stage) => stage.name === sorted.cycle[0])?.where;
    return [problem("pipeline-cycle", { cycle: sorted.cycle }, where)];
  }
  return stages.flatMap(
    (stage) => stage.stage.kind.needs.filter((product) => product !== "subject" && giverOf(nodes, stage.name, product) === void 0).map((product) => {
      const givers = kinds.filter((kind) => kind.gives === product).map((kind) => kind.kind);
      return problem("stage-input-missing", { stage: stage.name, product, givers }, stage.where);
    })
  );
}
function nodesOf(stages) {
  return stages.map((stage) => ({ name: stage.name, needs: stage.needs, gives: stage.stage.kind.gives }));
}

export {
  defineStage,
  adopt,
  openRegistry,
  registryState,
  stageKinds,
  topological,
  giverOf,
  descendants,
  load2 as load,
  pipelineOf,
  nodesOf
};
