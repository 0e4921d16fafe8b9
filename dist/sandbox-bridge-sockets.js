// src/sandbox/bridge/sockets.ts
/** Socket on which what goes to a loopback port outside arrives. */
function outward(port) {
	return `to-${port}`;
}
/** Socket on which the inside waits for what comes to a port of its own. */
function inward(port) {
	return `from-${port}`;
}
/** Sent to the inside when somebody wants to be connected by that socket, before anything of theirs. */
const CALL = Buffer.from([1]);
/** Makes two connections one: each end, break and pause of the one is the other's. Both have to allow half-open ones. */
function join(one, other) {
	passOn(one, other);
	passOn(other, one);
}
function passOn(from, to) {
	from.on("error", () => to.destroy());
	from.once("close", () => from.readableEnded ? to.destroySoon() : to.destroy());
	from.pipe(to);
}

export { outward as i, inward as n, join as r, CALL as t };