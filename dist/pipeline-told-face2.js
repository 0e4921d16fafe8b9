import { t as createFace } from "./pipeline-told-face.js";

export { createFace };