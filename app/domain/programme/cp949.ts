/**
 * Text messages travel in CP949: SMS holds 90 bytes, LMS 2,000. CP949 is KS X 1001, which the platform's own decoder
 * knows as "euc-kr", with the rest of the 11,172 Hangul syllables. Emoji, é and the long dash are not in it.
 */
let characters: ReadonlySet<string> | undefined;

/** Bytes in CP949: ASCII counts one, everything else two. */
export function bytesInCp949(value: string): number {
  return [...value].reduce((sum, character) => sum + (character < "\u0080" ? 1 : 2), 0);
}

/** Characters that cannot be sent as a text message, each once. */
export function outsideCp949(value: string): readonly string[] {
  characters ??= readKsX1001();
  const known = characters;
  return [...new Set(value)].filter(
    (character) => character >= "\u0080" && !/^[가-힣]$/.test(character) && !known.has(character),
  );
}

function readKsX1001(): ReadonlySet<string> {
  const decoder = new TextDecoder("euc-kr");
  // The two that were added to KS X 1001 in 1998.
  const found = new Set(["€", "®"]);
  for (let lead = 0xa1; lead <= 0xfe; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      const decoded = decoder.decode(Uint8Array.of(lead, trail));
      if (decoded.length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(decoded)) found.add(decoded);
    }
  }
  return found;
}
