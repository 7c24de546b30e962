import { readFile } from "node:fs/promises";

export const sampleNames = ["ai-academy", "gcc-academy"] as const;
export type SampleName = (typeof sampleNames)[number];

export function isSampleName(name: string): name is SampleName {
  return sampleNames.some((each) => each === name);
}

/** A complete programme to start from; read on the server, where the product lives. */
export async function readSample(name: SampleName): Promise<string> {
  return readFile(`db/samples/${name}.json`, "utf8");
}
