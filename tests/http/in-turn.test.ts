import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, test } from "vitest";
import { inTurn } from "#app/http/in-turn.server.ts";

const people = 30;

test("everybody's arrival is noted while the first requests are still being worked on", async () => {
  const noted: string[] = [];
  const app = express();
  app.use((_request, _response, next) => {
    noted.push("arrived");
    next();
  });
  app.use(inTurn, (_request, response) => {
    noted.push("begun");
    const until = performance.now() + 20;
    while (performance.now() < until);
    response.end();
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await Promise.all(Array.from({ length: people }, () => fetch(`http://127.0.0.1:${port}/`)));
  server.close();

  // Alternating, as without turns, the last would arrive after all others were done.
  const lastArrival = noted.lastIndexOf("arrived");
  const begunBefore = noted.slice(0, lastArrival).filter((each) => each === "begun").length;
  expect(noted).toHaveLength(2 * people);
  expect(begunBefore).toBeLessThan(people / 2);
});
