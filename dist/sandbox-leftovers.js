import { t as endLeftovers } from "./sandbox-leftovers2.js";

export { endLeftovers };