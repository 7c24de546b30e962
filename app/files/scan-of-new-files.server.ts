import { env } from "#app/env.server.ts";

/** Where a scanner is configured every new file waits for it. */
export const scanOfNewFiles = env.clamdUrl === undefined ? "off" : "waiting";
