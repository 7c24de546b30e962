import { createHash, randomBytes } from "node:crypto";

/** What a link carries. The database keeps only its hash: a stolen copy of it opens nothing. */
export function newToken(): { token: string; id: string } {
  const token = randomBytes(24).toString("base64url");
  return { token, id: tokenId(token) };
}

export function tokenId(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
