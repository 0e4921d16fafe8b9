// src/finding.ts
const SEVERITIES = [
	"critical",
	"high",
	"medium",
	"low"
];
/** Still to be dealt with: neither resolved nor disputed with a reason that convinced the reviewer. */
function isOpen({ resolution }) {
	return resolution !== "resolved" && resolution !== "disputed";
}
/** Forbids a pass for as long as it is open. */
function isBlocking({ severity }) {
	return severity === "critical" || severity === "high";
}

export { isBlocking as n, isOpen as r, SEVERITIES as t };