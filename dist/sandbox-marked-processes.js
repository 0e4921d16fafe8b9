import { a as findProcesses, i as endProcesses, n as createMark, o as markOf, r as endMarked, s as markedProcesses, t as MARK } from "./sandbox-marked-processes2.js";

export { createMark };