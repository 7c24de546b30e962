import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

// A thread does not inherit the process's reader of TypeScript (Node 20), so it begins in this JavaScript file.
register();
await import(/** @type {{ module: string }} */ (workerData).module);
