import { a as findMarked, c as markedProcesses, i as endProcesses, n as createMark, o as findProcesses, r as endMarked, s as markOf, t as MARK } from "./sandbox-marked-processes.js";

export { createMark };