import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Imported first: the routes open the database that the environment names when they are loaded. */
const dir = mkdtempSync(join(tmpdir(), "portal-"));
process.env.DATA_DIR = dir;
process.env.DATABASE_URL = `sqlite:${join(dir, "portal.db")}`;
process.env.PUBLIC_URL = "http://localhost:3000";

const { connect } = await import("#db/connect.ts");
const { migrate } = await import("#db/migrate.ts");
const db = connect(process.env.DATABASE_URL);
await migrate(db);
await db.destroy();
