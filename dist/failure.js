import { n as asFailure, t as Failure } from "./failure2.js";

export { asFailure };