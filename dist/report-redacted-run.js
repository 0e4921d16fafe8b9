import { t as redactRun } from "./report-redacted-run2.js";

export { redactRun };