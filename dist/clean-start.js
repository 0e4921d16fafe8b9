import { i as takeOver, n as isSuccessor, r as startClean, t as NOT_CLEAN } from "./clean-start2.js";

export { NOT_CLEAN, isSuccessor, startClean, takeOver };