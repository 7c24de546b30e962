import type { AccountActor, Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { appealDoor } from "#app/domain/appeal/appeal-windows.ts";
import {
  appealDocumentKey,
  appealGrounds,
  appealNumberText,
  MAX_STATEMENT,
  type AppealGround,
} from "#app/domain/appeal/appeal.ts";
import { lastBusinessDay } from "#app/domain/appeal/business-days.ts";
import { countCharacters } from "#app/domain/application/characters.ts";
import { containsResidentNumber } from "#app/domain/application/resident-number.ts";
import { dayInSeoul } from "#app/domain/programme/day.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db, Trx } from "#db/connect.ts";
import { insertAppeal, listAppealsOfApplication } from "#db/queries/appeals.ts";
import { findApplication, type Application } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { enqueueAppealMessage } from "./appeal-message.ts";
import { appealStanding, type AppealStanding } from "./appeal-standing.ts";
import { holidayCheck } from "./holidays.ts";
import { receiveFiles, type FileKeeper, type GivenFile, type ReceivedFile, type RefusedFile } from "./receive-files.ts";
import { limitReached, recordFiles, type UploadLimitRefusal } from "./record-files.ts";

type FileAppeal = {
  readonly applicationId: string;
  /** "final" or the key of a stage. */
  readonly about: string;
  readonly ground: string;
  readonly statement: string;
  readonly files: readonly GivenFile[];
  readonly store: FileKeeper;
  /** "waiting" where files are scanned for viruses. */
  readonly scan?: "off" | "waiting";
  readonly arrivedAt: Date;
  readonly now: Date;
};
export type AppealFault = "ground-needed" | "statement-needed" | "statement-too-long" | "resident-number";
export type AppealRefusal =
  | "not-yours"
  | "not-published"
  | "too-early"
  | "too-late"
  | "already-filed"
  | AppealFault
  | UploadLimitRefusal
  | { readonly kind: "files-refused"; readonly refused: readonly RefusedFile[] };
export type FiledAppeal = { readonly appealId: string; readonly number: number; readonly answerBy: string };

const accept = ["pdf", "jpg", "png"] as const;

/**
 * Files an appeal in time: its number is the cohort's next, without a gap, and the last day for the answer is fixed now.
 * Files are kept before anything is acknowledged; one that is refused refuses the whole, so that none is missing unnoticed.
 */
export async function fileAppeal(db: Db, actor: Actor, input: FileAppeal): Promise<Result<FiledAppeal, AppealRefusal>> {
  const statement = input.statement.normalize("NFC").replaceAll("\r\n", "\n").trim();
  // Asked before bytes are stored, and again with the cohort locked: bytes may not be written in between.
  const allowed = await openAppeal(db, actor, { ...input, statement });
  if (!allowed.ok) return allowed;
  const { maxFiles, maxMB } = allowed.value.standing.definition.appeals.attachments;
  if (input.files.length > maxFiles) return refuse("too-many-files");
  const sizes = input.files.map(({ bytes }) => ({ size: bytes.byteLength }));
  const limited = await limitReached(db, { personId: allowed.value.owner.accountId, files: sizes, now: input.now });
  if (limited) return refuse(limited);
  const { received, refused } = await receiveFiles(db, { ...input, document: { accept: [...accept], maxMB } });
  if (refused.length > 0) return refuse({ kind: "files-refused", refused });

  return inTransaction(db, async (trx) => {
    await lockCohort(trx, allowed.value.application.cohortId);
    const open = await openAppeal(trx, actor, { ...input, statement });
    return open.ok ? store(trx, open.value, { ...input, statement, received }) : open;
  });
}

type Opened = {
  readonly owner: AccountActor;
  readonly application: Application;
  readonly standing: AppealStanding;
  readonly ground: AppealGround;
};

async function openAppeal(db: Db, actor: Actor, input: FileAppeal): Promise<Result<Opened, AppealRefusal>> {
  const { applicationId, about, statement, arrivedAt } = input;
  const application = await findApplication(db, applicationId);
  if (!application || actor.kind !== "account" || !can(actor, "appeal:file", application)) return refuse("not-yours");
  const standing = await appealStanding(db, application);
  const door = appealDoor(standing.windows, about, arrivedAt);
  if (door === "unpublished") return refuse("not-published");
  if (door !== "open") return refuse(door === "over" ? "too-late" : "too-early");

  const accepted = appealGrounds.filter((each) => standing.definition.appeals.grounds.includes(each));
  const ground = accepted.find((each) => each === input.ground);
  if (ground === undefined) return refuse("ground-needed");
  if (statement === "") return refuse("statement-needed");
  if (countCharacters(statement) > MAX_STATEMENT) return refuse("statement-too-long");
  if (containsResidentNumber(statement)) return refuse("resident-number");
  const filed = await listAppealsOfApplication(db, applicationId);
  const waits = filed.some((each) => each.status === "received" && each.about === about && each.ground === ground);
  return waits ? refuse("already-filed") : done({ owner: actor, application, standing, ground });
}

async function store(
  trx: Trx,
  { owner, application, standing, ground }: Opened,
  {
    about,
    statement,
    received,
    arrivedAt,
    now,
    scan = "off",
  }: FileAppeal & { readonly received: readonly ReceivedFile[] },
): Promise<Result<FiledAppeal, AppealRefusal>> {
  const { definition, cohort } = standing;
  const { id: applicationId, cohortId } = application;
  const limited = await limitReached(trx, { personId: owner.accountId, files: received, now });
  if (limited) return refuse(limited);
  const answerBy = lastBusinessDay({
    from: dayInSeoul(arrivedAt),
    days: definition.appeals.answerWithinBusinessDays,
    isHoliday: holidayCheck(definition),
  });
  const appeal = { cohortId, applicationId, about, ground, statement, arrivedAt, answerBy, now };
  const { id: appealId, number } = await insertAppeal(trx, appeal);
  const document = { id: appealDocumentKey(appealId), maxFiles: definition.appeals.attachments.maxFiles };
  const recorded = await recordFiles(trx, { owner, application, document, files: [], received, scan, now });
  if (!recorded.ok) throw new Error(`files that were within every limit were refused: ${recorded.refusal}`);
  await recordEvent(trx, {
    event: "appeal_filed",
    actor: owner,
    cohortId,
    subjectKind: "appeal",
    subjectId: appealId,
    payload: { number: appealNumberText(number), about, ground, files: received.length, answerBy },
    now,
  });
  await enqueueAppealMessage(trx, {
    event: "appeal_received",
    cohort,
    definition,
    appeal: { id: appealId, number, applicationId, arrivedAt: arrivedAt.toISOString(), answerBy },
    now,
  });
  return done({ appealId, number, answerBy });
}
