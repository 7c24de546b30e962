/** The smallest bytes that are a file of their kind. */
export const aPdf = bytesOf("%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n");
export const anotherPdf = bytesOf("%PDF-1.7\n2 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n");
export const aPng = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** A store that keeps bytes in memory, under the hash of what they are. */
export function memoryStore() {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    async put(bytes: Uint8Array) {
      const sha256 = Buffer.from(await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes))).toString("hex");
      kept.set(sha256, bytes);
      return { sha256, size: bytes.byteLength };
    },
    async get(sha256: string) {
      return kept.get(sha256);
    },
    async remove(sha256: string) {
      kept.delete(sha256);
    },
  };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
