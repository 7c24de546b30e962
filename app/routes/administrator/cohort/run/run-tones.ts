import type { Tone } from "#app/components/status-tag.tsx";

export const runTones = {
  stopped: "warning",
  complete: "info",
  approved: "success",
  published: "success",
  superseded: "neutral",
} as const satisfies Readonly<Record<string, Tone>>;
