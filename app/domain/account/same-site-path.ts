/** A path of this portal to come back to, or nothing: "//elsewhere", "/\elsewhere" and whole addresses are refused. */
export function sameSitePath(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > 500) return undefined;
  if (!/^\/(?![/\\])[^\s\\]*$/.test(value)) return undefined;
  // Browsers drop control characters before they read an address: what is left may be "//elsewhere".
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u001f\u007f]/.test(value) ? undefined : value;
}
