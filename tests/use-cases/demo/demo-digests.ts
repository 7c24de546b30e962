/** What the demo's two selections are known by: on every day, on every engine, on every machine. */
export const demoDigests = {
  "ai-academy-6": "ede8d9335ed573f5029c00cd077a6584f4647bfdd42e11028fdab31c77d5ab9d",
  "gcc-academy-2": "cce78fe2fd6c8e184b4f349feae8d00ae2bc157aa8e34dc5394615adbaea183d",
} as const;
