import { n as sandboxDirectory, t as endLeftovers } from "./sandbox-leftovers2.js";

export { endLeftovers };