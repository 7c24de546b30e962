import { describe, expect, test } from "vitest";
import { env } from "#app/env.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";

const here = "https://portal.example/my/applications";

/** What became of a form sent with these headers: `ok`, or the status of the answer. */
function outcome(headers: Record<string, string>): "ok" | number {
  try {
    requireSameOrigin(new Request(here, { method: "POST", headers }));
    return "ok";
  } catch (answer) {
    if (answer instanceof Response) return answer.status;
    throw answer;
  }
}

describe("a form", () => {
  test("from our own page, or typed by the person, is taken", () => {
    expect(outcome({ "Sec-Fetch-Site": "same-origin", Origin: "https://portal.example" })).toBe("ok");
    expect(outcome({ "Sec-Fetch-Site": "none" })).toBe("ok");
  });

  test.each(["cross-site", "same-site", "", "SAME-ORIGIN", "nonsense"])(
    "said to be sent from %j is refused",
    (site) => {
      expect(outcome({ "Sec-Fetch-Site": site, Origin: "https://portal.example" })).toBe(403);
    },
  );

  test("of a browser that does not say is taken when its origin is ours", () => {
    expect(outcome({ Origin: "https://portal.example" })).toBe("ok");
  });

  test("of such a browser is taken when its origin is the public address, which a proxy in front may hide", () => {
    expect(outcome({ Origin: new URL(env.publicUrl).origin })).toBe("ok");
  });

  test.each([
    "https://other.example",
    "http://portal.example",
    "https://portal.example:8443",
    "https://portal.example.other.example",
    "null",
  ])("of a browser that does not say, with origin %s, is refused", (origin) => {
    expect(outcome({ Origin: origin })).toBe(403);
  });

  test("that says nothing at all about where it comes from is refused", () => {
    expect(outcome({})).toBe(403);
  });
});
