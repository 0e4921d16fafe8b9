// src/config/list.ts
/** Logins and phrases: one a line or separated by commas. */
function list(text) {
	return split(text, /[\n,]/);
}
/** Globs and commands: one a line, since a comma can be part of them. */
function lines(text) {
	return split(text, /\n/);
}
function split(text, separator) {
	return text.split(separator).map((item) => item.trim()).filter((item) => item !== "");
}

export { list as n, lines as t };