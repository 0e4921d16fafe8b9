import { n as readLeftRun, t as STEP_STATE } from "./config-step-state2.js";

export { STEP_STATE };