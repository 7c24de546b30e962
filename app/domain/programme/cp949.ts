/**
 * Text messages travel in CP949: SMS holds 90 bytes, LMS 2,000. WHATWG's "euc-kr" decoder is that code page, so its own
 * answers say which characters exist (all Hangul syllables do; emoji, é and the long dash do not).
 */
let characters: ReadonlySet<string> | undefined;

/** Bytes in CP949: ASCII counts one, everything else two. */
export function bytesInCp949(value: string): number {
  return [...value].reduce((sum, character) => sum + (character < "\u0080" ? 1 : 2), 0);
}

/** Characters that cannot be sent as a text message, each once. */
export function outsideCp949(value: string): readonly string[] {
  characters ??= readCodePage();
  const known = characters;
  return [...new Set(value)].filter((character) => character >= "\u0080" && !known.has(character));
}

function readCodePage(): ReadonlySet<string> {
  const decoder = new TextDecoder("euc-kr");
  const found = new Set<string>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x41; trail <= 0xfe; trail += 1) {
      const decoded = decoder.decode(Uint8Array.of(lead, trail));
      if (decoded.length === 1 && decoded !== "\ufffd") found.add(decoded);
    }
  }
  return found;
}
