import { createServer, type Server } from "node:net";
import { freePort } from "./free-port.ts";

export const eicar = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;

export type ClamdDouble = {
  readonly url: string;
  readonly received: readonly Buffer[];
  readonly stop: () => Promise<void>;
};

/** Speaks ClamAV's INSTREAM as the daemon does, and finds the text that every scanner must find. */
export async function startClamdDouble({ mostBytes = Number.POSITIVE_INFINITY } = {}): Promise<ClamdDouble> {
  const received: Buffer[] = [];
  const server: Server = createServer((socket) => {
    let waiting = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (piece: Buffer) => {
      waiting = Buffer.concat([waiting, piece]);
      const file = fileOf(waiting);
      if (file === "incomplete") return;
      if (file === "unknown") return void socket.end("UNKNOWN COMMAND\0");
      if (file.length > mostBytes) return void socket.end("INSTREAM size limit exceeded. ERROR\0");
      received.push(file);
      socket.end(file.includes(eicar) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
    });
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `tcp://127.0.0.1:${port}`,
    received,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

function fileOf(sent: Buffer): Buffer | "incomplete" | "unknown" {
  const command = Buffer.from("zINSTREAM\0");
  if (sent.length < command.length) return "incomplete";
  if (!sent.subarray(0, command.length).equals(command)) return "unknown";
  const pieces: Buffer[] = [];
  let at = command.length;
  while (at + 4 <= sent.length) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > sent.length) return "incomplete";
    pieces.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return "incomplete";
}
