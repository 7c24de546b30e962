import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import express, { type RequestHandler } from "express";
import { expect, test } from "vitest";
import { inTurn } from "#app/http/in-turn.server.ts";

const people = 30;

async function atTheDoor(work: RequestHandler, visit: (url: string) => Promise<void>): Promise<readonly string[]> {
  const noted: string[] = [];
  const app = express();
  app.use((_request, _response, next) => {
    noted.push("arrived");
    next();
  });
  app.use(inTurn, (request, response, next) => {
    noted.push("begun");
    work(request, response, next);
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await visit(`http://127.0.0.1:${port}/`);
  server.closeAllConnections();
  server.close();
  return noted;
}

async function everybody(url: string, method: string): Promise<void> {
  await Promise.all(Array.from({ length: people }, () => fetch(url, { method })));
}

test("everybody's arrival is noted while the first requests are still being worked on", async () => {
  const noted = await atTheDoor(
    (_request, response) => {
      const until = performance.now() + 20;
      while (performance.now() < until);
      response.end();
    },
    (url) => everybody(url, "GET"),
  );

  // Alternating, as without turns, the last would arrive after all others were done.
  const lastArrival = noted.lastIndexOf("arrived");
  const begunBefore = noted.slice(0, lastArrival).filter((each) => each === "begun").length;
  expect(noted).toHaveLength(2 * people);
  expect(begunBefore).toBeLessThan(people / 2);
});

test("eight acts are worked on at once; the others wait, and each comes to its turn", async () => {
  let working = 0;
  let most = 0;
  const noted = await atTheDoor(
    async (_request, response) => {
      working += 1;
      most = Math.max(most, working);
      await pause(15);
      working -= 1;
      response.end();
    },
    (url) => everybody(url, "POST"),
  );

  expect(most).toBe(8);
  expect(noted.filter((each) => each === "begun")).toHaveLength(people);
});

test("who only looks does not wait for acts, and an act that takes long makes room", async () => {
  const order: string[] = [];
  await atTheDoor(
    async (request, response) => {
      if (request.method === "POST" && request.query.slow !== undefined) await pause(1_500);
      response.end();
    },
    async (url) => {
      const slow = Array.from({ length: 8 }, () =>
        fetch(`${url}?slow`, { method: "POST" }).then(() => order.push("slow")),
      );
      await pause(100);
      await fetch(url).then(() => order.push("look"));
      await fetch(url, { method: "POST" }).then(() => order.push("act"));
      await Promise.all(slow);
    },
  );

  expect(order.slice(0, 2)).toEqual(["look", "act"]);
});
