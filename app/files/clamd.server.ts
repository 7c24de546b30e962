import { connect, type Socket } from "node:net";

const CHUNK = 64 * 1024;
/** Of silence: a large file is scanned in far less. */
const PATIENCE_MS = 60_000;

export type Scan = (bytes: Uint8Array) => Promise<"clean" | "infected">;

/**
 * Asks a ClamAV daemon at `tcp://host:port` or `unix:path` by its INSTREAM command: pieces, each after its length in four
 * bytes, ended by a length of nothing. Throws where it cannot be reached or does not answer about the file.
 */
export function clamdAt(url: string): Scan {
  return async (bytes) => {
    const answer = await ask(url, bytes);
    if (answer === "stream: OK") return "clean";
    if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) return "infected";
    throw new Error(`the virus scanner answered: ${answer.slice(0, 200)}`);
  };
}

function ask(url: string, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(addressOf(url));
    let answer = "";
    socket
      .setEncoding("latin1")
      .setTimeout(PATIENCE_MS, () => socket.destroy(new Error("the virus scanner is silent")));
    socket.on("data", (text: string) => {
      answer += text;
      if (!answer.includes("\0")) return;
      resolve(answer.split("\0", 1)[0] ?? "");
      socket.destroy();
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("the virus scanner hung up without an answer")));
    socket.on("connect", () => void send(socket, bytes));
  });
}

async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  socket.write("zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const piece = bytes.subarray(at, at + CHUNK);
    socket.write(lengthOf(piece.length));
    if (!socket.write(piece)) await new Promise((resolve) => socket.once("drain", resolve).once("close", resolve));
    if (socket.destroyed) return;
  }
  socket.write(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

function addressOf(url: string): { path: string } | { host: string; port: number } {
  if (url.startsWith("unix:")) return { path: url.slice("unix:".length) };
  const { hostname, port } = new URL(url);
  return { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) };
}
