import { n as readSavedRun, r as saveRun, t as forgetRun } from "./pipeline-saved-run.js";

export { forgetRun, readSavedRun, saveRun };