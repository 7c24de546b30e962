import { afterAll } from "vitest";
import { aJuso, startJusoDouble } from "#tests/support/juso-double.ts";

/** Imported before everything else: the portal reads where addresses are looked up when it is loaded. */
export const juso = await startJusoDouble({
  juso: (words) => (words.startsWith("없는") ? null : [aJuso(12), aJuso(14)]),
});
process.env.ADDRESS_LOOKUP_URL = juso.url;
process.env.ADDRESS_LOOKUP_KEY = "made-up-key";
afterAll(() => juso.stop());
