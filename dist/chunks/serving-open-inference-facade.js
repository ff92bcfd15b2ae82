export { writeTensors } from "./serving-open-inference.js";
