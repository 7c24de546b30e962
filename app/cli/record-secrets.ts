import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { RecordSecrets } from "#app/use-cases/record-of-run.ts";
import { BadInput } from "./bad-input.ts";

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
const shape = z.strictObject({
  key: hex32,
  salts: z.record(z.string(), z.strictObject({ review: hex32, disclosed: hex32 })),
});

/**
 * The secrets in a file, completed for these people and written back: whoever is new gets new salts, nobody's change. Only the
 * owner of the file may read it; it belongs to the auditor.
 */
export function secretsIn(file: string): (applicationNos: readonly string[]) => RecordSecrets {
  return (applicationNos) => {
    const known = existsSync(file) ? readSecrets(file) : { key: random(), salts: {} };
    const salts = { ...known.salts };
    for (const no of applicationNos) salts[no] ??= { review: random(), disclosed: random() };
    writeSecrets(file, { key: known.key, salts });
    return { key: known.key, salts };
  };
}

function readSecrets(file: string): RecordSecrets {
  try {
    return shape.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new BadInput(`${file}: not a file of secrets as "record" writes it. Nothing was changed.`);
  }
}

function writeSecrets(file: string, secrets: RecordSecrets): void {
  try {
    writeFileSync(file, `${JSON.stringify(secrets, null, 1)}\n`, { mode: 0o600 });
    // A file that was there keeps its rights, which may be wider.
    chmodSync(file, 0o600);
  } catch {
    throw new BadInput(`${file}: the secrets cannot be written. Check the folder and its rights.`);
  }
}

function random(): string {
  return randomBytes(32).toString("hex");
}
