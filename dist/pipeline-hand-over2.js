import { n as publishWork, t as guardWork } from "./pipeline-hand-over.js";

export { guardWork, publishWork };