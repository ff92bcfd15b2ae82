export { Octokit } from "./npm-octokit-core-dist-src.js";
