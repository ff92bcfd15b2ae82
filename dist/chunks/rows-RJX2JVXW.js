import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  compareRows
} from "./chunk-XDYCZZDE.js";
import "./chunk-OMPJI4UT.js";
import "./chunk-66IREITO.js";
import "./chunk-XQU7DUIC.js";
import "./chunk-K6RBPTZY.js";
import "./chunk-76WXOG6K.js";
import "./chunk-B2NQQHU2.js";
import "./chunk-FZVAZGKR.js";
import "./chunk-PA7GLSC6.js";
import "./chunk-L5IA356N.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-IY3EL66N.js";
import "./chunk-SUYYSLAR.js";
export {
  compareRows
};
