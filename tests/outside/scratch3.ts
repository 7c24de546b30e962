import { writeFileSync } from "node:fs";
import { atLevel } from "#app/domain/proof/record/at-level.ts";
import { ruleClasses } from "./random-cohort.ts";
import { randomRecord } from "./random-record.ts";
const n = Number(process.argv[2] ?? 300);
let refused = 0;
const t0 = Date.now();
for (let i = 0; i < n; i++) {
  const ruleClass = ruleClasses[i % ruleClasses.length]!;
  let r = null;
  try {
    r = randomRecord(i + 10000, ruleClass);
  } catch (e) {
    console.log(i, ruleClass, e);
    continue;
  }
  if (!r) {
    refused++;
    continue;
  }
  for (const l of ["P0", "P1", "P2"] as const)
    writeFileSync(`/tmp/vrec/r/${String(i).padStart(4, "0")}-${ruleClass}-${l}.json`, JSON.stringify(atLevel(r, l)));
}
console.log({ refused }, Date.now() - t0);
