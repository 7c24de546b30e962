import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, describe, expect, test } from "vitest";
import { env } from "#app/env.server.ts";
import { protectAnswers, refuseOtherSites } from "#app/http/door.server.ts";

const app = express();
app.use(protectAnswers, refuseOtherSites);
app.get("/own", (_request, response) => void response.set("Cache-Control", "public, max-age=60").send("own"));
app.all("*", (request, response) => void response.json(request.headers));
const server: Server = app.listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => void server.close());

/** fetch of Node sends no Sec-Fetch-Site and no Origin of its own for plain requests. */
const post = (headers: Record<string, string>) => fetch(here, { method: "POST", headers, body: "a=b" });

describe("every answer", () => {
  test("says what browsers must not do with it", async () => {
    for (const answer of [
      await fetch(here),
      await fetch(`${here}/own`),
      await post({ Origin: "https://other.example" }),
    ])
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
      });
  });

  test("is kept by nobody, unless it says so itself", async () => {
    expect((await fetch(here)).headers.get("Cache-Control")).toBe("no-store");
    expect((await fetch(`${here}/own`)).headers.get("Cache-Control")).toBe("public, max-age=60");
  });
});

describe("a form at the door", () => {
  test.each([
    ["of another site", { "Sec-Fetch-Site": "cross-site", Origin: "https://other.example" }],
    ["of a neighbour", { "Sec-Fetch-Site": "same-site" }],
    ["of another origin", { Origin: "https://other.example" }],
    ["of no origin", { Origin: "null" }],
    ["of an origin that is none", { Origin: "%%%" }],
    ["that says nothing", {}],
  ])("%s is 403 and no fault", async (_what, headers) => {
    expect((await post(headers as Record<string, string>)).status).toBe(403);
  });

  test("of our own page passes, also behind a proxy that hides its address", async () => {
    for (const headers of [
      { "Sec-Fetch-Site": "same-origin", Origin: "https://portal.example" },
      { Origin: here },
      { Origin: new URL(env.publicUrl).origin },
    ]) {
      const passed = await post(headers as Record<string, string>);
      expect(passed.status).toBe(200);
      const { origin, "sec-fetch-site": site } = (await passed.json()) as Record<string, string>;
      expect([origin, site]).toEqual([undefined, "same-origin"]);
    }
  });
});
