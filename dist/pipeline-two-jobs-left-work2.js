import { n as leaveWork, t as leaveRecord } from "./pipeline-two-jobs-left-work.js";

export { leaveRecord, leaveWork };