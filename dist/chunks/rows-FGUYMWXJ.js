import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  compareRows
} from "./chunk-33RT6KSM.js";
import "./chunk-SFZSCBFI.js";
import "./chunk-U42MA3RS.js";
import "./chunk-6FCHUBST.js";
import "./chunk-2EH3SHKJ.js";
import "./chunk-JORE5Z3H.js";
import "./chunk-DA4IMPZO.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-FNGT7Y45.js";
import "./chunk-SUYYSLAR.js";
export {
  compareRows
};
