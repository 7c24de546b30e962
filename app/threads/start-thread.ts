import { Worker } from "node:worker_threads";

/** Starts a TypeScript module in a thread of its own, which reads `data` as the `data` of its `workerData`. */
export function startThread(module: URL, data: unknown): Worker {
  return new Worker(new URL("./enter.js", import.meta.url), { workerData: { module: module.href, data } });
}
