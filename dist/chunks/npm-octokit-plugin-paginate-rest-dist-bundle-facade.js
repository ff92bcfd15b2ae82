export { composePaginateRest, isPaginatingEndpoint, paginateRest, paginatingEndpoints } from "./npm-octokit-plugin-paginate-rest-dist-bundle.js";
