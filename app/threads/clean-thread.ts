import { parentPort } from "node:worker_threads";
import { cleanFile, type CleanFile } from "#app/files/clean-file.server.ts";

parentPort?.on("message", (file: CleanFile) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  void cleanFile(file).then((cleaned) => parentPort?.postMessage(cleaned));
});
