import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  portError
} from "./chunk-GSDF2R77.js";
import {
  external_exports
} from "./chunk-DC5UOV2E.js";
import {
  canonical
} from "./chunk-XBNBSL6G.js";
import {
  Cancelled,
  UserError,
  errorFrom,
  messageOf
} from "./chunk-IY3EL66N.js";
import {
  __commonJS,
  __toESM
} from "./chunk-SUYYSLAR.js";

// node_modules/semver/internal/debug.js
var require_debug = __commonJS({
  "node_modules/semver/internal/debug.js"(exports, module) {
    "use strict";
    var debug = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {
    };
    module.exports = debug;
  }
});

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
      for (const [token, max] of safeRegexReplacements) {
        value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
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
    var isPrereleaseIdentifier = (prerelease2, identifier) => {
      const identifiers = identifier.split(".");
      if (identifiers.length > prerelease2.length) {
        return false;
      }
      for (let i = 0; i < identifiers.length; i++) {
        if (compareIdentifiers(prerelease2[i], identifiers[i]) !== 0) {
          return false;
        }
      }
      return true;
    };
    var SemVer = class _SemVer {
      constructor(version, options) {
        options = parseOptions(options);
        if (version instanceof _SemVer) {
          if (version.loose === !!options.loose && version.includePrerelease === !!options.includePrerelease) {
            return version;
          } else {
            version = version.version;
          }
        } else if (typeof version !== "string") {
          throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`);
        }
        if (version.length > MAX_LENGTH) {
          throw new TypeError(
            `version is longer than ${MAX_LENGTH} characters`
          );
        }
        debug("SemVer", version, options);
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
        if (!m) {
          throw new TypeError(`Invalid Version: ${version}`);
        }
        this.raw = version;
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
        let i = 0;
        do {
          const a = this.prerelease[i];
          const b = other.prerelease[i];
          debug("prerelease compare", i, a, b);
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
        } while (++i);
      }
      compareBuild(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        let i = 0;
        do {
          const a = this.build[i];
          const b = other.build[i];
          debug("build compare", i, a, b);
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
        } while (++i);
      }
      // preminor will bump the version up to the next minor release, and immediately
      // down to pre-release. premajor and prepatch work the same way.
      inc(release2, identifier, identifierBase) {
        if (release2.startsWith("pre")) {
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
        switch (release2) {
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
              let i = this.prerelease.length;
              while (--i >= 0) {
                if (typeof this.prerelease[i] === "number") {
                  this.prerelease[i]++;
                  i = -2;
                }
              }
              if (i === -1) {
                if (identifier === this.prerelease.join(".") && identifierBase === false) {
                  throw new Error("invalid increment argument: identifier already exists");
                }
                this.prerelease.push(base);
              }
            }
            if (identifier) {
              let prerelease2 = [identifier, base];
              if (identifierBase === false) {
                prerelease2 = [identifier];
              }
              if (isPrereleaseIdentifier(this.prerelease, identifier)) {
                const prereleaseBase = this.prerelease[identifier.split(".").length];
                if (isNaN(prereleaseBase)) {
                  this.prerelease = prerelease2;
                }
              } else {
                this.prerelease = prerelease2;
              }
            }
            break;
          }
          default:
            throw new Error(`invalid increment argument: ${release2}`);
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
    var parse = (version, options, throwErrors = false) => {
      if (version instanceof SemVer) {
        return version;
      }
      try {
        return new SemVer(version, options);
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
    var valid3 = (version, options) => {
      const v = parse(version, options);
      return v ? v.version : null;
    };
    module.exports = valid3;
  }
});

// node_modules/semver/functions/inc.js
var require_inc = __commonJS({
  "node_modules/semver/functions/inc.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var inc = (version, release2, options, identifier, identifierBase) => {
      if (typeof options === "string") {
        identifierBase = identifier;
        identifier = options;
        options = void 0;
      }
      try {
        return new SemVer(
          version instanceof SemVer ? version.version : version,
          options
        ).inc(release2, identifier, identifierBase).version;
      } catch (er) {
        return null;
      }
    };
    module.exports = inc;
  }
});

// node_modules/semver/functions/prerelease.js
var require_prerelease = __commonJS({
  "node_modules/semver/functions/prerelease.js"(exports, module) {
    "use strict";
    var parse = require_parse();
    var prerelease2 = (version, options) => {
      const parsed = parse(version, options);
      return parsed && parsed.prerelease.length ? parsed.prerelease : null;
    };
    module.exports = prerelease2;
  }
});

// node_modules/semver/functions/compare.js
var require_compare = __commonJS({
  "node_modules/semver/functions/compare.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var compare = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
    module.exports = compare;
  }
});

// node_modules/semver/functions/rcompare.js
var require_rcompare = __commonJS({
  "node_modules/semver/functions/rcompare.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var rcompare = (a, b, loose) => compare(b, a, loose);
    module.exports = rcompare;
  }
});

// src/registry/state.ts
function registryState(entries, model) {
  const own = entries.filter((entry) => entry.model === model);
  const started = own.filter((entry) => entry.kind === "rollout-started");
  const open = started.map(({ rollout }) => rolloutState(own, rollout)).findLast((rollout) => rollout?.finished === void 0);
  return {
    versions: own.flatMap((entry) => entry.kind === "release" ? [released(entry)] : []),
    stages: Object.fromEntries(own.flatMap((entry) => entry.kind === "assign" ? [[entry.stage, entry.version]] : [])),
    rollout: open
  };
}
function rolloutState(entries, id) {
  const start = entries.findIndex((entry) => entry.kind === "rollout-started" && entry.rollout === id);
  const first = entries[start];
  if (first?.kind !== "rollout-started") return void 0;
  const after = entries.slice(start + 1).filter((entry) => entry.model === first.model);
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
function released({ version, artifact: artifact2, why, at, by, source }) {
  return { version, artifact: artifact2, why, at, by, source };
}
function lookOf({ step, verdict: verdict2, requests, judgements, seconds }) {
  return { step, verdict: verdict2, requests, judgements, seconds };
}

// src/registry/adopt.ts
async function adopt(ledger, {
  model,
  version,
  artifact: artifact2,
  why
}) {
  const key = `adopt:${model}@${version}`;
  const release2 = await ledger.append(key, { kind: "release", model, version, artifact: artifact2, why });
  await ledger.append(`${key}/production`, { kind: "assign", model, stage: "production", version, why });
  return release2;
}

// src/registry/ledger/author.ts
function author(world) {
  const { env } = world;
  const name2 = env["GITHUB_ACTOR"] ?? env["USER"] ?? env["USERNAME"] ?? "";
  return name2.replace(/[<>\r\n]/g, "").trim() || "airworthy";
}

// src/registry/errors.ts
var registryErrors = {
  "git-failed": {
    say: (d) => ({
      message: `git ${d.command} failed in the registry: ${d.reason}.`,
      hint: "Check that the repository is whole (`git fsck`) and that it may be written."
    }),
    example: { command: "commit-tree", reason: "unable to write the object" }
  },
  "git-missing": {
    say: (d) => ({
      message: `The registry is a git repository, and git could not be started: ${d.reason}.`,
      hint: "Install git, or keep the ledger in a file: `registry: { file: ledger.jsonl }`."
    }),
    example: { reason: "ENOENT" }
  },
  "ledger-broken": {
    say: (d) => ({
      message: `The ledger ${d.ledger} is damaged at ${d.entry}: ${d.reason}.`,
      hint: "Restore it from a backup or an earlier commit; if a newer Airworthy wrote it, use that version."
    }),
    example: { ledger: "ledger.jsonl", entry: "line 4", reason: "it does not parse" }
  },
  "ledger-busy": {
    say: (d) => ({
      message: `The ledger is held by another writer${d.holder === void 0 ? "" : ` (process ${d.holder})`}.`,
      hint: `Try again when it is done; if nothing else is running, remove ${d.lock}.`
    }),
    example: { lock: "ledger.jsonl.lock", holder: 4711 }
  },
  "model-name": {
    say: (d) => ({
      message: `${JSON.stringify(d.name)} cannot name a model in a registry.`,
      hint: "Use letters, digits, `-`, `_` and `/`, beginning and ending with a letter or digit."
    }),
    example: { name: "my model" }
  },
  "registry-not-git": {
    say: (d) => ({
      message: `The registry ${d.path} is not a git repository: ${d.reason}.`,
      hint: "Give the repository's top folder, or add `create: true` to have a bare one made in an empty folder."
    }),
    example: { path: "registry", reason: "it holds no repository" }
  },
  "registry-unreachable": {
    say: (d) => ({
      message: `The registry could not be shared at ${d.remote}: ${d.reason}`,
      hint: "Check the name of the remote, the network, and that the token may write (permissions: contents: write). Nothing was recorded here that is not there."
    }),
    example: { remote: "origin", reason: "could not read from the remote repository" }
  },
  "stage-name": {
    say: (d) => ({
      message: `${JSON.stringify(d.name)} cannot name a stage that a version is assigned to.`,
      hint: "Use letters, digits, `-`, `_` and `/`, beginning and ending with a letter or digit, such as `production`."
    }),
    example: { name: "#1" }
  },
  "version-exists": {
    say: (d) => ({
      message: `${d.model} ${d.version} exists already in ${d.where}, as another release.`,
      hint: "Leave `version:` at `from-evidence`, or give a version that is not taken."
    }),
    example: { model: "digits", version: "1.1.0", where: "the ledger" }
  },
  "version-invalid": {
    say: (d) => ({
      message: `${JSON.stringify(d.version)} is not a semantic version.`,
      hint: "Write three numbers, as in `1.4.0`, without a `v`; see semver.org."
    }),
    example: { version: "v1.1" }
  },
  "version-unknown": {
    say: (d) => ({
      message: `The registry holds no version ${d.version} of ${d.model}.`,
      hint: d.versions.length === 0 ? "It holds none yet: release one first." : `It holds ${d.versions.join(", ")}.`
    }),
    example: { model: "digits", version: "9.0.0", versions: ["1.0.0", "1.1.0"] }
  }
};
var registryError = errorFrom(registryErrors);

// src/registry/ledger/entry.ts
function formatEntry(entry) {
  return canonical(entry);
}
function parseEntry(text, where) {
  const parsed = ledgerEntry.safeParse(tryJson(text));
  if (parsed.success) return parsed.data;
  throw registryError("ledger-broken", {
    ...where,
    reason: external_exports.prettifyError(parsed.error).split("\n")[0] ?? "it does not parse"
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
var share = external_exports.number().min(0).max(1);
var verdict = external_exports.enum(["pass", "fail", "inconclusive"]);
var counts = external_exports.strictObject({ stable: external_exports.number(), candidate: external_exports.number() });
var file = external_exports.strictObject({ sha256: external_exports.string().regex(/^[0-9a-f]{64}$/), bytes: external_exports.number(), name: external_exports.string() });
var artifact = file.extend({ files: external_exports.array(file).min(1).optional() });
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
    ...common,
    kind: external_exports.literal("override"),
    candidate: external_exports.string(),
    verdict: external_exports.enum(["fail", "inconclusive"]),
    approver: external_exports.string(),
    reason: external_exports.string()
  }),
  external_exports.strictObject({
    ...ofRollout,
    kind: external_exports.literal("rollout-started"),
    version: external_exports.string(),
    from: external_exports.string().optional(),
    target: external_exports.string(),
    steps: external_exports.array(share)
  }),
  external_exports.strictObject({ ...ofRollout, kind: external_exports.literal("rollout-weight"), step: external_exports.int(), weight: share }),
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

// src/registry/ledger/lock.ts
var patienceMs = 3e4;
var emptyMs = 2e3;
var held = /* @__PURE__ */ new Set();
async function withLock(path4, world, work) {
  await acquire(path4, world);
  try {
    return await work();
  } finally {
    await release(path4, world);
  }
}
async function acquire(path4, world) {
  const { clock } = world;
  const start = clock.monotonicMs();
  for (let attempt = 0; !await take(path4, world); attempt++) {
    await breakStale(path4, world);
    if (clock.monotonicMs() - start > patienceMs)
      throw registryError("ledger-busy", { lock: path4, holder: await holderOf(path4, world) });
    await clock.sleep(Math.min(50, 2 + attempt * 3) + world.processes.pid % 7);
  }
}
async function take(path4, { files, processes, clock }) {
  if (held.has(path4)) return false;
  held.add(path4);
  const taken = await files.createExclusive(path4, `${processes.pid} ${clock.now()}
`).catch((error) => {
    held.delete(path4);
    throw error;
  });
  if (!taken) held.delete(path4);
  return taken;
}
async function release(path4, { files }) {
  try {
    await files.remove(path4);
  } finally {
    held.delete(path4);
  }
}
async function breakStale(path4, world) {
  if (held.has(path4) || !await isStale(path4, world)) return;
  const breaker = `${path4}.break`;
  if (await take(breaker, world)) {
    if (!held.has(path4) && await isStale(path4, world)) await world.files.remove(path4);
    await release(breaker, world);
  } else if (!held.has(breaker) && await isStale(breaker, world)) {
    await world.files.remove(breaker);
  }
}
async function isStale(path4, world) {
  const holder = await holderOf(path4, world);
  if (holder !== void 0) return holder === world.processes.pid || !world.processes.alive(holder);
  return await world.files.exists(path4) && await staysEmpty(path4, world);
}
async function staysEmpty(path4, world) {
  await world.clock.sleep(emptyMs);
  return await world.files.exists(path4) && await holderOf(path4, world) === void 0;
}
async function holderOf(path4, { files }) {
  const text = await files.readText(path4).catch(() => "");
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && pid > 0 ? pid : void 0;
}

// src/registry/versions/tags.ts
var import_valid = __toESM(require_valid(), 1);
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
function versionTag(model, version) {
  return `${inTag(model)}@v${version}`;
}
function stageTag(model, stage, counter) {
  return `${inTag(model)}#${stage}#${counter}`;
}
function parseTag(text) {
  const match = pattern.exec(text);
  if (match === null) return void 0;
  const [, artifact2 = "", stage, unassign, version, deregister, word, count] = match;
  const model = artifact2.replace("=", ":");
  const counter = count === void 0 ? void 0 : Number(count);
  if (stage !== void 0) return { kind: "stage", model, stage, undo: unassign === "!", counter };
  if (word === "deprecated" || word === "created") return { kind: word, model, counter };
  if (version === void 0 || (0, import_valid.default)(version) === null || version.startsWith("v")) return void 0;
  return { kind: "version", model, version, undo: deregister === "!", counter };
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

// src/registry/versions/version.ts
var import_inc = __toESM(require_inc(), 1);
var import_prerelease = __toESM(require_prerelease(), 1);
var import_rcompare = __toESM(require_rcompare(), 1);
var import_valid2 = __toESM(require_valid(), 1);
function nextVersion({ latest, interfaceChange, improved }) {
  if (latest === void 0) return { version: "1.0.0", bump: "first", why: "first release of this model" };
  const [bump, why] = bumpFrom(interfaceChange, improved);
  const version = (0, import_inc.default)(latest, bump);
  if (version === null) throw new TypeError(`${latest} is no semantic version`);
  return { version, bump, why: `${bump} after ${latest}: ${why}` };
}
function highestVersion(versions) {
  return [...versions].sort(import_rcompare.default)[0];
}
function isVersion(text) {
  return (0, import_valid2.default)(text) !== null && /^\d/.test(text);
}
function isCandidate(version) {
  return (0, import_prerelease.default)(version) !== null;
}
function nextCandidate(version, known) {
  const numbers = known.flatMap(
    (each) => each.startsWith(`${version}-rc.`) ? [Number(each.slice(version.length + 4))] : []
  );
  return `${version}-rc.${Math.max(0, ...numbers.filter(Number.isInteger)) + 1}`;
}
function bumpFrom(interfaceChange, improved) {
  if (interfaceChange === "breaking") return ["major", "callers of the model must change"];
  if (improved) return ["minor", "a quality metric is better beyond doubt"];
  if (interfaceChange === "additive") return ["minor", "the interface grew, and callers need not change"];
  return ["patch", "same interface, and no quality metric is better beyond doubt"];
}

// src/registry/ledger/rules.ts
function admit(entries, event) {
  if (!isModelName(event.model)) throw registryError("model-name", { name: event.model });
  if (event.kind === "release") admitRelease(entries, event);
  if (event.kind === "assign") admitAssignment(entries, event);
}
function admitRelease(entries, { model, version }) {
  if (!isVersion(version)) throw registryError("version-invalid", { version });
  if (isReleased(entries, model, version))
    throw registryError("version-exists", { model, version, where: "the ledger" });
}
function admitAssignment(entries, { model, version, stage }) {
  if (!isStageName(stage)) throw registryError("stage-name", { name: stage });
  if (!isReleased(entries, model, version))
    throw registryError("version-unknown", { model, version, versions: versionsOf(entries, model) });
}
function isReleased(entries, model, version) {
  return versionsOf(entries, model).includes(version);
}
function versionsOf(entries, model) {
  return entries.flatMap((entry) => entry.kind === "release" && entry.model === model ? [entry.version] : []);
}

// src/registry/ledger/file.ts
async function openFileLedger(path4, world) {
  const read = async () => entriesOf(await textOf(path4, world), path4);
  return {
    describe: `ledger file ${path4}`,
    read,
    append: (key, event) => withLock(`${path4}.lock`, world, async () => {
      const entries = await read();
      const known = entries.find((entry2) => entry2.key === key);
      if (known !== void 0) return known;
      admit(entries, event);
      const entry = { ...event, key, at: world.clock.now(), by: author(world) };
      const line = world.files.masked(formatEntry(entry));
      await dropTornLine(path4, world);
      await world.files.appendLine(path4, line);
      return parseEntry(line, { ledger: path4, entry: key });
    }),
    tags: async () => []
  };
}
async function textOf(path4, { files }) {
  if (await files.size(path4) === void 0) {
    if (await files.exists(path4)) throw portError("file-denied", { path: path4, reason: "it is a directory" });
    return "";
  }
  return files.readText(path4);
}
function entriesOf(text, path4) {
  const lines = text.split("\n").slice(0, -1);
  return onePerKey(lines.map((line, index) => parseEntry(line, { ledger: path4, entry: `line ${index + 1}` })));
}
async function dropTornLine(path4, world) {
  const text = await textOf(path4, world);
  if (text === "" || text.endsWith("\n")) return;
  await world.files.write(path4, new TextEncoder().encode(text.slice(0, text.lastIndexOf("\n") + 1)));
}

// src/registry/ledger/git/index.ts
import path2 from "node:path";

// src/registry/ledger/git/chain.ts
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
    throw registryError("ledger-broken", {
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

// src/registry/ledger/git/command.ts
import path from "node:path";
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
var settings = [
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
    if (code !== 0) throw registryError("git-failed", { command: args[0] ?? "", reason: lastLine(stderr) });
    return stdout;
  };
  return Object.assign(git, { directory: directory2, try: attempt });
}
async function gitDirectory(repository, world) {
  for (const place2 of [path.join(repository, ".git"), repository]) {
    if (!await world.files.exists(place2)) continue;
    const { code, stdout } = await run(["rev-parse", "--resolve-git-dir", place2], {}, world);
    if (code === 0) return path.resolve(repository, stdout.trim());
  }
  return void 0;
}
async function made(repository, create, world) {
  if (!create) {
    const reason = await world.files.exists(repository) ? "it holds no repository" : "there is no such folder";
    throw registryError("registry-not-git", { path: repository, reason });
  }
  return withLock(`${repository}.lock`, world, async () => {
    return await gitDirectory(repository, world) ?? await initialise(repository, world);
  });
}
async function initialise(repository, world) {
  const refuse = (reason) => registryError("registry-not-git", { path: repository, reason });
  const names = await world.files.list(repository);
  if (names.some((name2) => !ofInit.includes(name2))) throw refuse("the folder holds other files");
  await world.files.makeDirectory(repository);
  const init = ["init", "--quiet", "--bare", "--initial-branch=main", "--template=", repository];
  const { code, stderr } = await run(init, {}, world);
  if (code !== 0) throw refuse(lastLine(stderr));
  return repository;
}
async function run(args, { input, identity }, { processes }) {
  try {
    return await processes.run("git", [...settings, ...args], {
      env: environment(identity),
      ...input === void 0 ? {} : { input }
    });
  } catch (cause) {
    if (cause instanceof UserError && cause.code === "program-missing")
      throw registryError("git-missing", { reason: cause.message }, { cause });
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

// src/registry/ledger/git/commit.ts
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
  const release2 = entry.kind === "release" ? `${number}-${versionTag(entry.model, entry.version).replaceAll("/", "_")}.md` : void 0;
  return makeTree(git, [
    `100644 blob ${await blob(readme)}	README.md`,
    ...await folder("entries", `${number}.json`, `${formatEntry(entry)}
`),
    ...await folder("releases", release2, recordOf(entry))
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
    case "override":
      return `Override the gate for ${entry.model}: it had said ${entry.verdict}`;
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
  const rows = [
    ["file", entry.artifact.name],
    ["bytes", String(entry.artifact.bytes)],
    ["sha256", entry.artifact.sha256],
    ["why", entry.why],
    ["source", entry.source ?? "not recorded"],
    ["evidence", entry.evidence ?? "none: taken as it was"],
    ["released", `${entry.at} by ${entry.by}`]
  ];
  return `# ${entry.model} ${entry.version}

${rows.map(([name2, value]) => `* ${name2}: ${value}`).join("\n")}
`;
}

// src/registry/ledger/git/remote.ts
function openRemote(git, name2) {
  const unreachable = (stderr) => registryError("registry-unreachable", { remote: name2, reason: stderr.trim().split("\n").at(-1) ?? "" });
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
    async pushTags(names) {
      let missing = names;
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
        missing = names.filter((tag) => !shown.has(tag));
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

// src/registry/ledger/git/tags.ts
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
  const names = existing.map(({ name: name2 }) => name2);
  const keys = new Set(existing.map(({ key }) => key));
  const wanted = [];
  entries.forEach((entry, index) => {
    const release2 = releaseOf(entries, entry);
    const commit = commits[release2];
    if (commit === void 0 || isHidden(entries[release2])) return;
    const name2 = nameOf(entry, names);
    if (name2 === void 0 || names.includes(name2)) return;
    if (entry.kind === "assign" && entries.slice(index).some((later) => keys.has(later.key) && isSameSlot(later, entry)))
      return;
    names.push(name2);
    wanted.push({ name: name2, commit, entry });
  });
  return wanted;
}
function nameOf(entry, names) {
  if (entry.kind === "release") return versionTag(entry.model, entry.version);
  return entry.kind === "assign" ? stageTag(entry.model, entry.stage, nextCounter(entry.model, names)) : void 0;
}
function releaseOf(entries, entry) {
  if (entry.kind !== "release" && entry.kind !== "assign") return -1;
  return entries.findIndex(
    ({ kind, model, ...rest }) => kind === "release" && model === entry.model && "version" in rest && rest.version === entry.version
  );
}
function isHidden(release2) {
  return release2?.kind === "release" && release2.tagged === false;
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

// src/registry/ledger/git/index.ts
var attempts = 10;
async function openGitLedger({
  repository,
  create = false,
  remote: remoteName
}, world) {
  const git = await openGit(repository, create, world);
  const remote = remoteName === void 0 ? void 0 : openRemote(git, remoteName);
  await remote?.fetch();
  const read = createReader(git);
  const ensure2 = createEnsure(git, remote);
  return {
    describe: `git registry at ${repository}${remoteName === void 0 ? "" : `, shared at ${remoteName}`}`,
    read: async () => (await read()).entries,
    append: (key, event) => withLock(path2.join(git.directory, "airworthy-ledger.lock"), world, async () => {
      const entry = await appendTo(git, remote, read, key, event, world);
      await ensure2(await read());
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
  throw registryError("ledger-busy", { lock: lockOf(git), holder: void 0 });
}
async function admitTag(git, event) {
  if (event.kind !== "release" || event.tagged === false) return;
  const { model, version } = event;
  const name2 = versionTag(model, version);
  const taken = await git.try(["rev-parse", "--verify", "--quiet", `refs/tags/${name2}`]);
  if (taken.code === 0) throw registryError("version-exists", { model, version, where: "the tags of the repository" });
}
function masked(entry, { files }) {
  return parseEntry(files.masked(formatEntry(entry)), { ledger: branch, entry: entry.key });
}
async function clearStaleLock(git, { files }, attempt) {
  if (attempt === attempts - 2) await files.remove(lockOf(git));
}
function lockOf(git) {
  return path2.join(git.directory, `${branch}.lock`);
}
function createEnsure(git, remote) {
  let shown = -1;
  return async (chain) => {
    const toShow = chain.entries.filter(({ kind }) => kind === "release" || kind === "assign").length;
    if (toShow === shown) return;
    const names = await ensureTags(git, chain);
    await remote?.pushTags(names);
    shown = toShow;
  };
}

// src/registry/ledger/index.ts
function openLedger(place2, world) {
  return "file" in place2 ? openFileLedger(place2.file, world) : openGitLedger({ repository: place2.git, create: place2.create ?? false, remote: place2.remote }, world);
}

// src/github/errors.ts
var githubErrors = {
  "dispatch-limit": {
    say: (d) => ({
      message: `A dispatch of GitHub takes at most ${d.most}, and this has ${d.what}.`,
      hint: "Send less: the workflow that is started can read the rest from the release."
    }),
    example: { what: "26 inputs", most: "25" }
  },
  "download-missing": {
    say: (d) => ({
      message: `The workflow run ${d.run} has no artifact ${d.name}, or it has expired.`,
      hint: "Upload the folder of the report in the job that measures, with actions/upload-artifact, also when the gate fails (if: always())."
    }),
    example: { name: "airworthy", run: 8123456789 }
  },
  "download-refused": {
    say: (d) => ({
      message: `The artifact ${d.name} is not read: ${d.why}.`,
      hint: "An artifact from a pull request may be hostile. Upload the report of the run alone."
    }),
    example: { name: "airworthy", why: "it holds 3 files and not one" }
  },
  "github-refused": {
    say: (d) => ({
      message: `GitHub did not ${d.what}: ${d.reason}.`,
      hint: `Check that the token may do it (permissions: ${d.needs}) and that what it names is there.`
    }),
    example: {
      what: "comment on the pull request",
      reason: "Resource not accessible by integration (403)",
      needs: "pull-requests: write"
    }
  },
  "github-unavailable": {
    say: (d) => ({
      message: `GitHub did not ${d.what}, after several attempts: ${d.reason}.`,
      hint: "Run the job again: what was done is found and not done a second time."
    }),
    example: { what: "list the releases", reason: "Bad gateway" }
  },
  "promotion-refused": {
    say: (d) => ({
      message: `${d.actor} may not release: ${d.why}.`,
      hint: "Let somebody start the run who may, or change promote-role and promoters."
    }),
    example: { actor: "octocat", why: "the role is read and write is needed" }
  },
  "release-differs": {
    say: (d) => ({
      message: `The release ${d.tag} is published without ${d.missing.join(", ")}.`,
      hint: "A published release is never changed. Delete it on GitHub and run the job again, or leave it as it is."
    }),
    example: { tag: "digits@v1.1.0", missing: ["digits.onnx"] }
  },
  "tag-elsewhere": {
    say: (d) => ({
      message: `The tag ${d.tag} is on the commit ${d.at} and not on ${d.wanted}.`,
      hint: "A tag is never moved. Find out who made it; delete it if it is wrong, and run the job again."
    }),
    example: { tag: "digits@v1.1.0", at: "1f2e3d4", wanted: "9a8b7c6" }
  }
};
var githubError = errorFrom(githubErrors);

// src/github/ask.ts
async function ask(what, needs, action) {
  try {
    return await action();
  } catch (error) {
    throw refusal(what, needs, error);
  }
}
function refusal(what, needs, error) {
  const { status, message = "", response } = error;
  if (status === void 0) return error;
  const reason = response?.data?.message ?? message;
  if (status >= 500 || status === 429 || isLimit(status, reason))
    return githubError("github-unavailable", { what, reason }, { cause: error });
  return githubError("github-refused", { what, reason: `${reason} (${status})`, needs }, { cause: error });
}
function isLimit(status, reason) {
  return status === 403 && /rate limit/i.test(reason);
}
function isMissing(error) {
  return error.status === 404;
}
function isUnsure(error) {
  const { status } = error;
  return status !== void 0 && status >= 500;
}
function isTaken(error) {
  const { status } = error;
  return status === 422 || status === 409;
}
async function ensure(find, make, { sleep }) {
  for (let attempt = 1; ; attempt++) {
    const found = await find();
    if (found !== void 0) return { thing: found, made: attempt > 1 };
    try {
      return { thing: await make(), made: true };
    } catch (error) {
      if (attempt >= 5 || !(isUnsure(error) || isTaken(error))) throw error;
      await sleep(200 * 2 ** attempt);
      if (isTaken(error) && await find() === void 0) throw error;
    }
  }
}
function place({ owner, repo }) {
  return { owner, repo };
}
function isRefused(error) {
  return error.code === "github-refused";
}

// src/github/dispatch.ts
var mostInputs = 25;
var mostProperties = 10;
var mostPayloadBytes = 65535;
var longestEvent = 100;
async function dispatchWorkflow(github, workflow, ref, inputs) {
  const make = await workflowDispatch(github, workflow, ref, inputs);
  await ask(`start the workflow ${workflow}`, "actions: write", make);
}
async function dispatchOnTag(github, workflow, tag, inputs) {
  const make = await workflowDispatch(github, workflow, tag, inputs);
  const api = await github.api();
  const asked = { ...place(github), workflow_id: workflow, event: "workflow_dispatch", branch: tag, per_page: 1 };
  const find = async () => (await api.rest.actions.listWorkflowRuns(asked)).data.workflow_runs[0];
  await ask(`start the workflow ${workflow}`, "actions: write", () => ensure(find, make, github));
}
async function workflowDispatch(github, workflow, ref, inputs) {
  const count = Object.keys(inputs).length;
  if (count > mostInputs) throw githubError("dispatch-limit", { what: `${count} inputs`, most: `${mostInputs}` });
  const api = await github.api();
  return () => api.rest.actions.createWorkflowDispatch({ ...place(github), workflow_id: workflow, ref, inputs });
}
async function dispatchEvent(github, event, since, payload) {
  checkEvent(event, payload);
  const api = await github.api();
  const find = async () => {
    const asked = { ...place(github), event: "repository_dispatch", per_page: 100 };
    const runs = await ask(
      "list the runs that the event has started",
      "actions: read",
      () => api.paginate(api.rest.actions.listWorkflowRunsForRepo, asked, ({ data }, done) => {
        if (data.some(({ created_at }) => created_at < since)) done();
        return data;
      })
    );
    return runs.find(({ display_title, created_at }) => display_title === event && created_at >= since);
  };
  const make = async () => api.rest.repos.createDispatchEvent({ ...place(github), event_type: event, client_payload: { ...payload } });
  await ask(`send the event ${event}`, "contents: write", () => ensure(find, make, github));
}
function checkEvent(event, payload) {
  const count = Object.keys(payload).length;
  const bytes = Buffer.byteLength(JSON.stringify(payload));
  if (event.length > longestEvent)
    throw githubError("dispatch-limit", {
      what: `an event name of ${event.length} characters`,
      most: `${longestEvent}`
    });
  if (count > mostProperties)
    throw githubError("dispatch-limit", { what: `${count} properties`, most: `${mostProperties}` });
  if (bytes > mostPayloadBytes)
    throw githubError("dispatch-limit", { what: `a payload of ${bytes} bytes`, most: `${mostPayloadBytes}` });
}

// src/rollout/hooks.ts
import path3 from "node:path";
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
async function runHook(hook2, call, place2) {
  const name2 = "run" in hook2 ? hook2.run.join(" ") : `dispatch ${hook2.dispatch.workflow}`;
  try {
    return "run" in hook2 ? await runProgram(name2, hook2.run, call, place2) : await startWorkflow(name2, hook2.dispatch, call, place2);
  } catch (error) {
    if (error instanceof Cancelled || place2.signal.aborted) throw error;
    return { name: name2, outcome: "failed", detail: messageOf(error) };
  }
}
async function runProgram(name2, [program2, ...args], call, { world, folder, signal }) {
  const options = { cwd: folder, env: environment2(call), timeoutMs, signal, diesWithParent: true };
  const { code, stdout, stderr } = await world.processes.run(locate(program2, folder), args, options);
  const output = lastOutput(`${stdout}
${stderr}`);
  if (code === 0) return { name: name2, outcome: "done", detail: output };
  const how = code === -1 ? "it was ended, or took longer than 5 minutes" : `exit code ${code}`;
  return { name: name2, outcome: "failed", detail: output === "" ? how : `${how}: ${output}` };
}
async function startWorkflow(name2, { workflow, ref, inputs }, call, { world }) {
  const { github } = world;
  if (github === void 0) {
    return { name: name2, outcome: "failed", detail: "GITHUB_REPOSITORY and GITHUB_TOKEN are not both set" };
  }
  const filled = Object.entries(inputs).map(([input, text]) => [input, fill(text, call)]);
  await dispatchWorkflow(github, workflow, ref, Object.fromEntries(filled));
  return { name: name2, outcome: "done", detail: `started on ${ref}` };
}
function fill(text, { event, eventId, model, version, rollout, why }) {
  const values = { "event-id": eventId, event, model, version, rollout, why };
  return text.replace(/\$(event-id|event|model|version|rollout|why)/g, (_, word) => values[word] ?? "");
}
function environment2(call) {
  return {
    AIRWORTHY_EVENT: call.event,
    AIRWORTHY_EVENT_ID: call.eventId,
    AIRWORTHY_MODEL: call.model,
    AIRWORTHY_VERSION: call.version,
    AIRWORTHY_ROLLOUT: call.rollout,
    AIRWORTHY_WHY: call.why
  };
}
function locate(program2, folder) {
  return /[/\\]/.test(program2) ? path3.resolve(folder, program2) : program2;
}
function lastOutput(text) {
  return text.trim().slice(-500);
}

export {
  adopt,
  versionTag,
  nextVersion,
  highestVersion,
  isVersion,
  isCandidate,
  nextCandidate,
  openLedger,
  registryState,
  rolloutState,
  githubError,
  ask,
  isMissing,
  ensure,
  place,
  isRefused,
  dispatchOnTag,
  dispatchEvent,
  hook,
  runHook
};
