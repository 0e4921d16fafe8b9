import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

// src/text/sealed.ts
const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** A text that nobody can read or make up who lacks the secret. */
function sealText(text, seal) {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv(CIPHER, keyOf(seal), nonce);
	const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
	return Buffer.concat([
		nonce,
		cipher.getAuthTag(),
		body
	]);
}
/** The text again; null for whatever was not sealed so, or was altered. */
function openSealed(sealed, seal) {
	const [nonce, tag] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES, 28)];
	if (tag.length < TAG_BYTES) return null;
	const decipher = createDecipheriv(CIPHER, keyOf(seal), nonce, { authTagLength: TAG_BYTES });
	decipher.setAuthTag(tag);
	try {
		return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString();
	} catch {
		return null;
	}
}
/** A mark that nobody can make who lacks the secret, for a text that everybody may read. */
function signText(text, seal) {
	return createHmac("sha256", keyOf(seal)).update(text).digest("hex");
}
function isSignedWith(signature, text, seal) {
	const [given, right] = [Buffer.from(signature), Buffer.from(signText(text, seal))];
	return given.length === right.length && timingSafeEqual(given, right);
}
function keyOf({ secret, purpose }) {
	return new Uint8Array(hkdfSync("sha256", secret, "", `patchwright ${purpose}`, 32));
}

export { signText as i, openSealed as n, sealText as r, isSignedWith as t };