import { n as Failure, r as asFailure, t as FAILURE_CATEGORIES } from "./failure2.js";

export { FAILURE_CATEGORIES, Failure, asFailure };