import BetterSqlite from "better-sqlite3";
import { CompiledQuery, PostgresDialect, SqliteDialect, type DatabaseConnection, type Driver } from "kysely";
import pg from "pg";

/** The only file that knows which engine runs. */
export type Engine = "sqlite" | "postgres";

export function engineOf(url: string): Engine {
  if (url.startsWith("sqlite:")) return "sqlite";
  if (/^postgres(ql)?:\/\//.test(url)) return "postgres";
  throw new Error(`DATABASE_URL must begin with "sqlite:" or "postgres://", not ${url.split(":")[0]}:`);
}

export function sqlitePathOf(url: string): string {
  return url.slice("sqlite:".length) || ":memory:";
}

/** How long a write waits inside SQLite itself; beyond that we wait without holding the event loop. */
const BUSY_TIMEOUT_MS = 40;
const LOCK_PATIENCE_MS = 15_000;

export function openSqlite(source: string | Buffer, { readonly = false } = {}): BetterSqlite.Database {
  const handle = new BetterSqlite(source, { readonly });
  if (!readonly) handle.pragma("journal_mode = WAL");
  handle.pragma("foreign_keys = ON");
  handle.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  // Submissions and decisions must survive a power cut.
  handle.pragma("synchronous = FULL");
  return handle;
}

/** A whole copy of a database that may be in use: copying its file would leave out what only the write-ahead log has. */
export function copySqlite(path: string, copy: string): void {
  const handle = openSqlite(path, { readonly: true });
  try {
    handle.prepare("vacuum into ?").run(copy);
  } finally {
    handle.close();
  }
}

/**
 * Transactions begin with the write lock: read-then-write would fail at once when another process wrote meanwhile.
 * Whoever finds the lock taken, a transaction or a single statement, waits its turn without holding the event loop.
 */
class PatientSqliteDialect extends SqliteDialect {
  override createDriver(): Driver {
    const driver = super.createDriver();
    const acquire = driver.acquireConnection.bind(driver);
    driver.acquireConnection = async () => patient(await acquire());
    driver.beginTransaction = async (connection) => {
      // Nothing in here waits for anything outside: without a turn of the event loop before each, transactions that stand
      // in line would follow each other until the line is empty, and the process would neither read nor answer meanwhile.
      await new Promise((resolve) => setImmediate(resolve));
      await connection.executeQuery(CompiledQuery.raw("begin immediate"));
    };
    return driver;
  }
}

function patient(connection: DatabaseConnection): DatabaseConnection {
  return {
    executeQuery: (query) => patiently(() => connection.executeQuery(query)),
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}

async function patiently<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let waited = 0; ;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || waited >= LOCK_PATIENCE_MS) throw error;
      const pause = 5 + (waited % 20);
      waited += pause + BUSY_TIMEOUT_MS;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}

export function sqliteDialect(handle: BetterSqlite.Database): SqliteDialect {
  return new PatientSqliteDialect({ database: handle });
}

export function postgresDialect(url: string): PostgresDialect {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // A connection that the server ends while nobody uses it (a restart) is replaced at the next query, which fails
  // loudly if the server is gone for good. Unheard, the event would end the process.
  pool.on("error", ignoreLostConnection);
  pool.on("connect", (client) => client.on("error", ignoreLostConnection));
  return new PostgresDialect({ pool });
}

function ignoreLostConnection(): void {}

/** A broken unique constraint, whichever engine says so. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return (
    error.code === "23505" || error.code === "SQLITE_CONSTRAINT_UNIQUE" || error.code === "SQLITE_CONSTRAINT_PRIMARYKEY"
  );
}
