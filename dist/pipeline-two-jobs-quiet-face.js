import { t as createQuietFace } from "./pipeline-two-jobs-quiet-face2.js";

export { createQuietFace };