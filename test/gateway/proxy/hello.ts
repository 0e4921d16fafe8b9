/** A TLS client's first message by hand: what a real client would not send. */
export type HelloParts = Readonly<{
  /** Names in one list each; two lists are two extensions. */
  names?: readonly (readonly string[])[];
  /** Kind and data of further extensions. */
  extensions?: readonly (readonly [kind: number, data: Buffer])[];
  /** Bytes of a record at most. */
  record?: number;
}>;

/** Kind of the extension that carries an encrypted message. */
export const ENCRYPTED_HELLO = 0xfe_0d;

export function hello({ names = [], extensions = [], record = 16_384 }: HelloParts): Buffer {
  const all = [...extensions, ...names.map((list) => [0, nameList(list)] as const)];
  const body = Buffer.concat([
    Buffer.of(3, 3),
    Buffer.alloc(32, 7),
    sized(1, Buffer.alloc(32, 1)),
    sized(2, Buffer.of(0x13, 0x01)),
    sized(1, Buffer.of(0)),
    sized(2, Buffer.concat(all.map(([kind, data]) => Buffer.concat([number(2, kind), sized(2, data)])))),
  ]);
  const message = Buffer.concat([Buffer.of(1), sized(3, body)]);
  const records: Buffer[] = [];
  for (let at = 0; at < message.length; at += record)
    records.push(Buffer.concat([Buffer.of(22, 3, 1), sized(2, message.subarray(at, at + record))]));
  return Buffer.concat(records);
}

function nameList(names: readonly string[]): Buffer {
  return sized(2, Buffer.concat(names.map((name) => Buffer.concat([Buffer.of(0), sized(2, Buffer.from(name))]))));
}

function sized(size: number, content: Buffer): Buffer {
  return Buffer.concat([number(size, content.length), content]);
}

function number(size: number, value: number): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntBE(value, 0, size);
  return bytes;
}
