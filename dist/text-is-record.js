// src/text/is-record.ts
/** An object of JSON's, which a list is not. */
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

export { isRecord as t };