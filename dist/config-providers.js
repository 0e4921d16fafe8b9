import { n as isKnownProvider, t as PROVIDER_KEYS } from "./config-providers2.js";

export { PROVIDER_KEYS, isKnownProvider };