import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  openExternal
} from "./chunk-YLML3NYY.js";
import {
  externalRange,
  isExternal
} from "./chunk-D3UMHPRW.js";
import {
  defer,
  edited,
  mapInitializers,
  none,
  readModel
} from "./chunk-WODW6QLJ.js";

// src/entry/cli/whole-model.ts
import path from "node:path";

// src/onnx/graph/externalize.ts
function withInlineData(model, external) {
  return mapInitializers(model, (tensor) => {
    const range = isExternal(tensor) ? externalRange(tensor, external) : void 0;
    if (range === void 0) return tensor;
    const inline = edited(tensor, { ...emptied, dataLocation: void 0, externalData: none });
    defer(inline, "rawData", { payloads: [range], make: ([bytes]) => bytes });
    return inline;
  });
}
var emptied = {
  floatData: void 0,
  int32Data: void 0,
  int64Data: void 0,
  rawData: void 0,
  doubleData: void 0,
  uint64Data: void 0
};

// src/entry/cli/whole-model.ts
async function wholeModel(file, files) {
  const source = await files.open(file);
  const model = readModel(source, path.basename(file));
  const external = await openExternal(model, path.dirname(file), files);
  const beside = [...external.values()].reduce((sum, each) => sum + (typeof each === "string" ? 0 : each.length), 0);
  return { model: withInlineData(model, external), bytes: source.length + beside };
}

export {
  wholeModel
};
