import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  compareRows
} from "./chunk-D4LULRKH.js";
import "./chunk-OMPJI4UT.js";
import "./chunk-66IREITO.js";
import "./chunk-XQU7DUIC.js";
import "./chunk-K6RBPTZY.js";
import "./chunk-76WXOG6K.js";
import "./chunk-B2NQQHU2.js";
import "./chunk-FZVAZGKR.js";
import "./chunk-67SRNGMA.js";
import "./chunk-HUSIJSQ4.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-GGAAUG5X.js";
import "./chunk-SUYYSLAR.js";
export {
  compareRows
};
