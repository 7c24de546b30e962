import { describe, expect, test } from "vitest";
import { securityHeaders } from "#app/http/headers.server.ts";

const headers = securityHeaders({ nonce: "bm9uY2U=", https: true });
const policy = new Map(
  headers["Content-Security-Policy"]!.split("; ").map((line) => {
    const [directive = "", ...sources] = line.split(" ");
    return [directive, sources] as const;
  }),
);

describe("the security headers of a page", () => {
  test("let only our own scripts run, and inline ones only with the page's nonce", () => {
    expect(policy.get("script-src")).toEqual(["'self'", "'nonce-bm9uY2U='"]);
    expect(policy.get("style-src")).toEqual(["'self'"]);
    expect(headers["Content-Security-Policy"]).not.toMatch(/unsafe-|\*|https?:/);
  });

  test("load nothing from elsewhere, send forms nowhere else and are shown in nobody's frame", () => {
    for (const directive of ["default-src", "connect-src", "font-src", "form-action", "frame-src"])
      expect(policy.get(directive), directive).toEqual(["'self'"]);
    for (const directive of ["object-src", "base-uri", "frame-ancestors"])
      expect(policy.get(directive), directive).toEqual(["'none'"]);
    expect(headers).toMatchObject({
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
      "Referrer-Policy": "same-origin",
    });
  });

  test("ask for HTTPS to be kept only where it is used", () => {
    expect(headers["Strict-Transport-Security"]).toContain("max-age=31536000");
    expect(securityHeaders({ nonce: "n", https: false })).not.toHaveProperty("Strict-Transport-Security");
  });
});
