import { n as sandboxDirectory, t as endLeftovers } from "./sandbox-leftovers.js";

export { endLeftovers };