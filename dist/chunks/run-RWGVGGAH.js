import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  runAndTell,
  runCommand
} from "./chunk-KN6DZT4K.js";
import "./chunk-NX5EZPB4.js";
import "./chunk-KHVQF5YN.js";
import "./chunk-XY2JZBLE.js";
import "./chunk-GVFMBHZ7.js";
import "./chunk-6O3CRUU2.js";
import "./chunk-LMLHCWAE.js";
import "./chunk-STULN7PS.js";
import "./chunk-IU6T7IGS.js";
import "./chunk-DK3P7JVM.js";
import "./chunk-YLML3NYY.js";
import "./chunk-MF7JOC7M.js";
import "./chunk-NBHMQJJI.js";
import "./chunk-KG56XVOA.js";
import "./chunk-OKGRDJDJ.js";
import "./chunk-OVRQ76BB.js";
import "./chunk-VWXG6MCY.js";
import "./chunk-3VN7KAAN.js";
import "./chunk-D3UMHPRW.js";
import "./chunk-LI52RCIJ.js";
import "./chunk-XO5JQL67.js";
import "./chunk-BKTQUDV5.js";
import "./chunk-OURY2R3Y.js";
import "./chunk-WODW6QLJ.js";
import "./chunk-MWR6NNKJ.js";
import "./chunk-YNM2ISVB.js";
import "./chunk-HNLYTX22.js";
import "./chunk-6CN4LEXX.js";
import "./chunk-OTSDDIBK.js";
import "./chunk-5W2HGUAS.js";
import "./chunk-XDYCZZDE.js";
import "./chunk-OMPJI4UT.js";
import "./chunk-66IREITO.js";
import "./chunk-XQU7DUIC.js";
import "./chunk-K6RBPTZY.js";
import "./chunk-76WXOG6K.js";
import "./chunk-B2NQQHU2.js";
import "./chunk-FZVAZGKR.js";
import "./chunk-PA7GLSC6.js";
import "./chunk-L5IA356N.js";
import "./chunk-MORT2R73.js";
import "./chunk-CBRLMCP6.js";
import "./chunk-RP7UHRVK.js";
import "./chunk-APUJC5QJ.js";
import "./chunk-V6L2EAQG.js";
import "./chunk-Y32QYVUL.js";
import "./chunk-GSDF2R77.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-XBNBSL6G.js";
import "./chunk-3F67QG7H.js";
import "./chunk-IY3EL66N.js";
import "./chunk-SUYYSLAR.js";
export {
  runAndTell,
  runCommand
};
