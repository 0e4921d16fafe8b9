import { t as createSecrets } from "./text-secrets2.js";

export { createSecrets };