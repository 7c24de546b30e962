import { connect, connectReader, type Db } from "#db/connect.ts";
import type { AddressLookup } from "./address/address-lookup.ts";
import { jusoAt } from "./address/juso.server.ts";
import { env } from "./env.server.ts";
import { fileStoreAt } from "./storage/file-store.server.ts";

/** The only singletons of the web process. `db` writes; `reads` is for loaders and never waits for a writer. */
export const db: Db = connect(env.databaseUrl);
export const reads: Db = connectReader(env.databaseUrl, db);
export const files = fileStoreAt(env.storageUrl);
/** Undefined where none is configured, as in a closed network: addresses are typed by hand. */
export const addresses: AddressLookup | undefined = env.addressLookup && jusoAt(env.addressLookup);
