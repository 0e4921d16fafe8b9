import { n as createSandboxes, t as cancelled } from "./sandbox-stoppable.js";

export { cancelled, createSandboxes };