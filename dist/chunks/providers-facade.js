export { findProvider, providerNames, providers } from "./providers.js";
