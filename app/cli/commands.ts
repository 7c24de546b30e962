import { advance } from "./advance.ts";
import { checkDefinitionFile } from "./check-definition-file.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { replay } from "./replay.ts";
import { seed } from "./seed.ts";
import { select } from "./select.ts";
import { work } from "./work.ts";

export type Command = {
  readonly name: string;
  readonly options: string;
  readonly what: string;
  /** Answers the exit status. */
  readonly run: (words: readonly string[]) => Promise<number>;
};

export const commands: readonly Command[] = [
  { name: "migrate", options: "", what: "brings the database's schema up to date", run: migrateDatabase },
  { name: "seed", options: "", what: "fills an empty database with the demo", run: seed },
  { name: "work", options: "", what: "runs the worker until it is stopped", run: work },
  {
    name: "select",
    options: "--cohort SLUG [--dry-run]",
    what: "tries the selection; stores the try-out unless --dry-run",
    run: select,
  },
  { name: "replay", options: "--run ID", what: "computes a stored run again and compares", run: replay },
  { name: "demo advance", options: "--cohort SLUG --to PHASE", what: "moves a demo cohort on", run: advance },
  {
    name: "definition check",
    options: "FILE",
    what: "checks a programme definition, one line a mistake",
    run: checkDefinitionFile,
  },
];
