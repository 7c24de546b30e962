const STANDALONE = new Set([0x01, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7]);
const START_OF_SCAN = 0xda;
const ADOBE = 0xee;
const JFIF = 0xe0;

/**
 * A JPEG without its application segments and comments (Exif with place and camera, XMP, IPTC), picture data untouched.
 * JFIF and Adobe's segment stay, which say how colours are to be read. What is no JPEG comes back as it is.
 */
export function jpegWithoutMetadata(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return bytes;
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === START_OF_SCAN) break;
    const end = STANDALONE.has(marker) ? at + 2 : at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    const isMetadata = (marker > JFIF && marker <= 0xef && marker !== ADOBE) || marker === 0xfe;
    if (!isMetadata) parts.push(bytes.subarray(at, end));
    at = end;
  }
  parts.push(bytes.subarray(at));
  return Buffer.concat(parts);
}
