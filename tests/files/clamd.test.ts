import { afterEach, expect, test } from "vitest";
import { clamdAt } from "#app/files/clamd.server.ts";
import { eicar, startClamdDouble, type ClamdDouble } from "#tests/support/clamd-double.ts";
import { freePort } from "#tests/support/free-port.ts";

let daemon: ClamdDouble | undefined;
afterEach(async () => {
  await daemon?.stop();
  daemon = undefined;
});

test("a file is sent whole, in pieces, and what the daemon finds is what is answered", async () => {
  daemon = await startClamdDouble();
  const scan = clamdAt(daemon.url);
  const large = Buffer.alloc(200_001, "가나다");

  expect(await scan(large)).toBe("clean");
  expect(await scan(Buffer.from(`before ${eicar} after`))).toBe("infected");
  expect(await scan(new Uint8Array())).toBe("clean");

  expect(daemon.received[0]).toEqual(large);
});

test("a daemon that is not there, or does not take the file, is no answer", async () => {
  daemon = await startClamdDouble({ mostBytes: 10 });

  await expect(clamdAt(daemon.url)(Buffer.alloc(11))).rejects.toThrow("size limit exceeded");
  await expect(clamdAt(`tcp://127.0.0.1:${await freePort()}`)(Buffer.alloc(1))).rejects.toThrow("ECONNREFUSED");
  await expect(clamdAt("unix:/nowhere/clamd.sock")(Buffer.alloc(1))).rejects.toThrow("ENOENT");
});
