import { n as realPath, r as resolveProgram, t as isInside } from "./workspace-program2.js";

export { resolveProgram };