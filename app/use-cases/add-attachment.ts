import { fileTypeFromBuffer } from "file-type";
import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { isWholeFile, tidyFileName } from "#app/domain/application/file-content.ts";
import { containsResidentNumber } from "#app/domain/application/resident-number.ts";
import {
  maxAttachmentBytes,
  maxAttachmentLabel,
  maxAttachments,
  nameWithEnding,
  noticeFormatOf,
  noticeMediaTypes,
} from "#app/domain/cohort/notice-attachment.ts";
import type { LocalText } from "#app/domain/programme/text.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { insertAttachment, listAttachments } from "#db/queries/attachments.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

type AddAttachment = {
  readonly cohortId: string;
  readonly label: LocalText;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly store: { readonly put: (bytes: Uint8Array) => Promise<{ sha256: string; size: number }> };
  readonly now: Date;
};
export type AttachmentFault =
  | "attachment-label-ko"
  | "attachment-label-en"
  | "attachment-no-file"
  | "attachment-too-large"
  | "attachment-type"
  | "attachment-damaged"
  | "attachment-resident-number";
export type AddAttachmentRefusal = "not-yours" | "attachment-too-many" | AttachmentFault;

/** Puts a file beside a cohort's notice for everybody. What a file is, its content says, not its name. */
export async function addAttachment(
  db: Db,
  actor: Actor,
  { cohortId, label, file, store, now }: AddAttachment,
): Promise<Result<{ readonly attachmentId: string }, AddAttachmentRefusal>> {
  const cohort = await findCohort(db, cohortId);
  if (!cohort || !can(actor, "cohort:manage", cohort)) return refuse("not-yours");
  const checked = await checkAttachment(label, file);
  if (!checked.ok) return checked;
  const stored = await store.put(file.bytes);

  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    if ((await listAttachments(trx, cohortId)).length >= maxAttachments) return refuse("attachment-too-many");
    const described = { ...checked.value, ...stored };
    const createdBy = accountIdOf(actor);
    const attachmentId = await insertAttachment(trx, { cohortId, ...described, createdBy, now });
    const { name, labelKo, labelEn, sha256, size } = described;
    await recordEvent(trx, {
      event: "attachment_added",
      actor,
      cohortId,
      subjectKind: "attachment",
      subjectId: attachmentId,
      payload: { name, labelKo, labelEn, sha256, size },
      now,
    });
    return done({ attachmentId });
  });
}

type Checked = {
  readonly labelKo: string;
  readonly labelEn: string;
  readonly name: string;
  readonly mediaType: string;
};

async function checkAttachment(
  label: LocalText,
  { name, bytes }: AddAttachment["file"],
): Promise<Result<Checked, AttachmentFault>> {
  const [labelKo, labelEn] = [tidyLabel(label.ko), tidyLabel(label.en)];
  if (!isLabel(labelKo)) return refuse("attachment-label-ko");
  if (!isLabel(labelEn)) return refuse("attachment-label-en");
  if (bytes.byteLength === 0) return refuse("attachment-no-file");
  if (bytes.byteLength > maxAttachmentBytes) return refuse("attachment-too-large");
  if ([name, labelKo, labelEn].some(containsResidentNumber)) return refuse("attachment-resident-number");
  const format = noticeFormatOf((await fileTypeFromBuffer(bytes))?.ext, bytes);
  if (format === undefined) return refuse("attachment-type");
  if (format === "pdf" && !isWholeFile("pdf", bytes)) return refuse("attachment-damaged");
  const named = nameWithEnding(tidyFileName(name), format);
  return done({ labelKo, labelEn, name: named, mediaType: noticeMediaTypes[format] });
}

function tidyLabel(label: string): string {
  return label.normalize("NFC").replace(/\s+/g, " ").trim();
}

function isLabel(label: string): boolean {
  return label !== "" && Array.from(label).length <= maxAttachmentLabel;
}
