import { i as toolEnvironment, n as gatewayEnvironment, r as networkEnvironment, t as confinedEnvironment } from "./config-environment2.js";

export { confinedEnvironment, gatewayEnvironment, networkEnvironment, toolEnvironment };