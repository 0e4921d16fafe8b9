/** What the first bytes of a connection say: whom its TLS is for, that more of them are needed, or why they do not count. */
export type Hello =
  | Readonly<{ kind: 'for'; host: string }>
  | Readonly<{ kind: 'more' }>
  | Readonly<{ kind: 'not'; reason: string }>;

const HANDSHAKE = 22;
const CLIENT_HELLO = 1;
const SERVER_NAME = 0;
const ENCRYPTED_HELLO = 0xfe_0d;
const HOST_NAME = 0;

const RECORD_HEAD = 5;
const MESSAGE_HEAD = 4;
/** Version and random bytes. */
const FIXED = 2 + 32;
/** Real ones have at most a few kilobytes. */
const LONGEST = 16 * 1024;

const NOT_TLS: Hello = { kind: 'not', reason: 'it does not begin as TLS does' };
const MORE: Hello = { kind: 'more' };

/**
 * Reads the server's name from a TLS client's first message. Nothing is decrypted: the name is there to be read. One that
 * is encrypted or written twice is for nobody, since the other side could read it differently.
 */
export function readClientHello(bytes: Buffer): Hello {
  const message = messageIn(bytes);
  if (message.kind !== 'message') return message;
  try {
    return nameIn(message.bytes);
  } catch (error) {
    if (error instanceof RangeError) return NOT_TLS;
    throw error;
  }
}

/** The first handshake message, put together from its records. */
function messageIn(bytes: Buffer): Hello | Readonly<{ kind: 'message'; bytes: Buffer }> {
  let message = Buffer.alloc(0);
  for (let at = 0; at < bytes.length;) {
    if (bytes[at] !== HANDSHAKE || at > LONGEST) return NOT_TLS;
    if (bytes.length < at + RECORD_HEAD) return MORE;
    if (bytes[at + 1] !== 3) return NOT_TLS;
    const end = at + RECORD_HEAD + bytes.readUInt16BE(at + 3);
    message = Buffer.concat([message, bytes.subarray(at + RECORD_HEAD, end)]);
    const length = lengthOf(message);
    if (length !== null && length > LONGEST) return NOT_TLS;
    if (length !== null && message.length >= length) return { kind: 'message', bytes: message.subarray(0, length) };
    if (end === at + RECORD_HEAD) return NOT_TLS;
    at = end;
  }
  return MORE;
}

/** Null while its head is not there. */
function lengthOf(message: Buffer): number | null {
  return message.length < MESSAGE_HEAD ? null : MESSAGE_HEAD + message.readUIntBE(1, 3);
}

/** Throws a RangeError where a length leads beyond the end. */
function nameIn(message: Buffer): Hello {
  if (message[0] !== CLIENT_HELLO) return NOT_TLS;
  const reader = createReader(message.subarray(MESSAGE_HEAD));
  reader.take(FIXED);
  reader.block(1);
  reader.block(2);
  reader.block(1);
  const extensions = createReader(reader.block(2));
  const names: Buffer[] = [];
  while (extensions.left() > 0) {
    const kind = extensions.number(2);
    const data = extensions.block(2);
    if (kind === ENCRYPTED_HELLO) return { kind: 'not', reason: 'it hides whom it is for' };
    if (kind === SERVER_NAME) names.push(...namesIn(data));
  }
  const [name] = names;
  if (name === undefined || names.length > 1) return { kind: 'not', reason: 'it does not say whom it is for' };
  return { kind: 'for', host: name.toString('latin1').toLowerCase() };
}

function namesIn(data: Buffer): readonly Buffer[] {
  const list = createReader(createReader(data).block(2));
  const names: Buffer[] = [];
  while (list.left() > 0) {
    const kind = list.number(1);
    const name = list.block(2);
    if (kind === HOST_NAME) names.push(name);
  }
  return names;
}

function createReader(bytes: Buffer) {
  let at = 0;
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw new RangeError('It ends too early.');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const number = (size: number): number => take(size).readUIntBE(0, size);
  return {
    take,
    number,
    /** Bytes behind a length of that size. */
    block: (size: number): Buffer => take(number(size)),
    left: () => bytes.length - at,
  };
}
