// src/agent/server-of.ts
function serverOf(role) {
	return role === "coder" ? "coder" : "judges";
}

export { serverOf as t };