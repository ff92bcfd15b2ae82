import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  compareRows
} from "./chunk-OG4KGWW3.js";
import "./chunk-NIMXHJ5K.js";
import "./chunk-MX72VVKX.js";
import "./chunk-XQU7DUIC.js";
import "./chunk-BKT7JGMY.js";
import "./chunk-CCHQRBAK.js";
import "./chunk-K6RBPTZY.js";
import "./chunk-76WXOG6K.js";
import "./chunk-FNARNXA6.js";
import "./chunk-SUYYSLAR.js";
export {
  compareRows
};
