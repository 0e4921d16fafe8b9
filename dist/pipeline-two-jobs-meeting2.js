import { n as sendOff, t as meetingOf } from "./pipeline-two-jobs-meeting.js";

export { meetingOf, sendOff };