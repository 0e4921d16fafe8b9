import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** The secret that seals, and what for: with another purpose the same secret opens nothing. */
export type Seal = Readonly<{ secret: string; purpose: string }>;

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A text that nobody can read or make up who lacks the secret. */
export function sealText(text: string, seal: Seal): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(seal), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** The text again; null for whatever was not sealed so, or was altered. */
export function openSealed(sealed: Uint8Array, seal: Seal): string | null {
  const [nonce, tag] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
  if (tag.length < TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, keyOf(seal), nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString();
  } catch {
    return null;
  }
}

/** A mark that nobody can make who lacks the secret, for a text that everybody may read. */
export function signText(text: string, seal: Seal): string {
  return createHmac('sha256', keyOf(seal)).update(text).digest('hex');
}

export function isSignedWith(signature: string, text: string, seal: Seal): boolean {
  const [given, right] = [Buffer.from(signature), Buffer.from(signText(text, seal))];
  return given.length === right.length && timingSafeEqual(given, right);
}

function keyOf({ secret, purpose }: Seal): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `patchwright ${purpose}`, 32));
}
