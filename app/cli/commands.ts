export type Command = {
  readonly name: string;
  readonly options: string;
  readonly what: string;
  /** Answers the exit status. */
  readonly run: (words: readonly string[]) => Promise<number>;
};

// Each command brings only what it needs: checking a file should not wait for the worker's code.
export const commands: readonly Command[] = [
  {
    name: "migrate",
    options: "",
    what: "brings the database's schema up to date",
    run: async () => (await import("./migrate-database.ts")).migrateDatabase(),
  },
  {
    name: "seed",
    options: "",
    what: "fills an empty database with the demo",
    run: async () => (await import("./seed.ts")).seed(),
  },
  {
    name: "work",
    options: "",
    what: "runs the worker until it is stopped",
    run: async () => (await import("./work.ts")).work(),
  },
  {
    name: "select",
    options: "--cohort SLUG [--dry-run]",
    what: "tries the selection; stores the try-out unless --dry-run",
    run: async (words) => (await import("./select.ts")).select(words),
  },
  {
    name: "replay",
    options: "--run ID",
    what: "computes a stored run again and compares",
    run: async (words) => (await import("./replay.ts")).replay(words),
  },
  {
    name: "demo advance",
    options: "--cohort SLUG --to PHASE",
    what: "moves a demo cohort on",
    run: async (words) => (await import("./advance.ts")).advance(words),
  },
  {
    name: "definition check",
    options: "FILE",
    what: "checks a programme definition, one line a mistake",
    run: async (words) => (await import("./check-definition-file.ts")).checkDefinitionFile(words),
  },
];
