import { defineConfig } from "vitest/config";

/** What mutation testing runs: the rules' own tests. Stryker picks, for each mutant, those that reach its line. */
export default defineConfig({
  test: {
    include: ["tests/domain/{selection,exact,draw,proof}/**/*.test.ts"],
    environment: "node",
    testTimeout: 60_000,
  },
});
