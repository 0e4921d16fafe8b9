import { n as readSavedRun, r as saveRun, t as forgetRun } from "./pipeline-killed-saved-run2.js";

export { forgetRun, readSavedRun, saveRun };