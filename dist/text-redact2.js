import { n as createRedactor, r as redactAll, t as REDACTED } from "./text-redact.js";

export { REDACTED, createRedactor, redactAll };