import { n as RECORD_FILE, r as outputsOf, t as PATCH_FILE } from "./report-outputs2.js";

export { PATCH_FILE, RECORD_FILE, outputsOf };