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
    options: "--cohort SLUG [--dry-run] | --input FILE [--output FILE]",
    what: "tries the selection; stores the try-out unless --dry-run. --input: of a file",
    run: async (words) => (await import("./select.ts")).select(words),
  },
  {
    name: "record",
    options: "--run ID --secrets FILE [--level P0|P1|P2] [--output FILE]",
    what: "writes the record by which anybody can verify a run",
    run: async (words) => (await import("./record.ts")).record(words),
  },
  {
    name: "verify",
    options: "[--input FILE]",
    what: "computes a record again; exit 1 with the first difference",
    run: async (words) => (await import("./files/verify-file.ts")).verifyFile(words),
  },
  {
    name: "draw",
    options: "[--input FILE] [--output FILE]",
    what: "draws the people of a file",
    run: async (words) => (await import("./files/draw-file.ts")).drawFile(words),
  },
  {
    name: "assign",
    options: "[--input FILE] [--output FILE]",
    what: "assigns the reviewers of a file",
    run: async (words) => (await import("./files/assign-file.ts")).assignFile(words),
  },
  {
    name: "reliability",
    options: "[--input FILE] [--output FILE]",
    what: "agreement and severity of the reviews of a file",
    run: async (words) => (await import("./files/reliability-file.ts")).reliabilityFile(words),
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
