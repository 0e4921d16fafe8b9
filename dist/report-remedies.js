import { n as whatToDo, t as REMEDIES } from "./report-remedies2.js";

export { REMEDIES, whatToDo };