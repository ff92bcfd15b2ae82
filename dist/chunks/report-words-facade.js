export { asciiOnly } from "./report-words.js";
