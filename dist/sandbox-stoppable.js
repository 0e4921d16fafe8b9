import { n as stoppable, t as cancelled } from "./sandbox-stoppable2.js";

export { cancelled, stoppable };