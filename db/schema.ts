import type { ApplicationTables } from "./schema/applications.ts";
import type { PeopleTables } from "./schema/people.ts";
import type { RecordTables } from "./schema/records.ts";
import type { RequestTables } from "./schema/requests.ts";
import type { SelectionTables } from "./schema/selection.ts";
import type { StageTables } from "./schema/stages.ts";

/**
 * One block a table. Ids are UUIDv7, instants ISO-8601 UTC with milliseconds, documents of data JSON text,
 * scores whole hundredths of a point (or exact decimal text where a rule computed them).
 */
export interface Database
  extends PeopleTables, ApplicationTables, StageTables, SelectionTables, RecordTables, RequestTables {}
