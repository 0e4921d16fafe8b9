/**
 * Sources of regular expressions for the ways in which a secret is written: plainly, percent-encoded, escaped as in JSON,
 * hexadecimal, base64.
 */
export function spellings(secret: string): readonly string[] {
  return [plain(secret), hexadecimal(secret), ...base64(secret)];
}

const LINE_END = String.raw`(?:\r?\n|\\n)?`;
const SHARED = String.raw`[A-Za-z0-9+\/_\-]?`;
const SYNTAX = /[\^$\\.*+?()[\]{}|/]/;

/** Each character as itself, percent-encoded or escaped: encoders differ on which ones they touch. */
function plain(secret: string): string {
  return Array.from(secret, (character) => `(?:${waysToWrite(character).join('|')})`).join('');
}

function waysToWrite(character: string): readonly string[] {
  const percent = [...Buffer.from(character)].map((byte) => `%${hexPair(byte)}`).join('');
  const unit = character.charCodeAt(0);
  const unicode = `\\\\u${hexPair(unit >> 8)}${hexPair(unit & 255)}`;
  const special: Readonly<Record<string, readonly string[]>> = {
    ' ': [String.raw`\+`],
    '\n': [String.raw`\\n`, String.raw`\r\n`, String.raw`\\r\\n`, '%0[dD]%0[aA]'],
    '\t': [String.raw`\\t`],
    '"': [String.raw`\\"`],
    '/': [String.raw`\\\/`],
    '\\': [String.raw`\\\\`],
  };
  return [...(special[character] ?? []), character.replace(SYNTAX, String.raw`\$&`), percent, unicode];
}

/** Dumps separate the bytes by spaces, colons and line ends. */
function hexadecimal(secret: string): string {
  return [...Buffer.from(secret)].map(hexPair).join(String.raw`[\s:]{0,2}`);
}

function hexPair(byte: number): string {
  return byte
    .toString(16)
    .padStart(2, '0')
    .replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

/**
 * Inside a longer text the secret starts at one of three positions within base64's groups of three bytes. The characters
 * that it alone determines are searched for; a neighbour that it shares goes with them. Encoders break lines anywhere.
 */
function base64(secret: string): readonly string[] {
  return [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor((bytes.length * 8) / 6);
    const own = Array.from(bytes.toString('base64').slice(from, to), base64Character).join(LINE_END);
    const left = before === 0 ? '' : `${SHARED}${LINE_END}`;
    const right = bytes.length % 3 === 0 ? '' : `${LINE_END}${SHARED}={0,2}`;
    return left + own + right;
  });
}

function base64Character(character: string): string {
  if (character === '+' || character === '-') return String.raw`[+\-]`;
  if (character === '/' || character === '_') return String.raw`[\/_]`;
  return character;
}
