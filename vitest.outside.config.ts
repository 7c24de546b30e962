import { defineConfig } from "vitest/config";

/** Tests that call programs of other people: `npm run test:outside`. */
export default defineConfig({
  test: { include: ["tests/outside/**/*.test.ts"], testTimeout: 180_000, hookTimeout: 180_000 },
});
