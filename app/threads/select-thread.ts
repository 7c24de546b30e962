import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import type { SelectionInput } from "#app/domain/selection/selection.ts";

const { data } = workerData as { readonly data: SelectionInput };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage(selectCohort(data, { sha256 }));

/** Faster than the hash of the domain, which runs everywhere. */
function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}
