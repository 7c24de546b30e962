import { isSamePerson, type PersonMarks } from "#app/domain/application/same-person.ts";
import type { Trx } from "#db/connect.ts";
import {
  insertDoubt,
  listNamesakes,
  listNamesakesById,
  listOpenDoubts,
  removeDoubts,
} from "#db/queries/same-person.ts";

type HandedIn = PersonMarks & {
  readonly id: string;
  readonly cohortId: string;
  readonly accountId: string;
  readonly applicationNumber: string;
};

/**
 * Tells staff, on every application concerned, where one person seems to have applied from several accounts. What no
 * longer holds after another submission is taken away; what somebody decided stays. Applicants are told nothing: the
 * other account might be somebody else's.
 */
export async function flagSamePerson(trx: Trx, application: HandedIn, now: Date): Promise<void> {
  const { id, cohortId, accountId, birthDate, phone } = application;
  const found =
    birthDate === null || phone === null ? [] : await listNamesakes(trx, { cohortId, accountId, birthDate, phone });
  const same = found.filter((other) => isSamePerson(application, other));
  const open = await listOpenDoubts(trx, { cohortId, applicationId: id });
  await removeDoubts(
    trx,
    open.map((doubt) => doubt.id),
  );
  if (same.length > 0) await insertDoubt(trx, { cohortId, applicationId: id, others: same, now });

  const before = open.filter((doubt) => doubt.applicationId !== id);
  const sameIds = same.map((other) => other.id);
  for (const applicationId of new Set([...before.map((doubt) => doubt.applicationId), ...sameIds])) {
    const isSame = sameIds.includes(applicationId);
    const named = isSame
      ? [...sameIds, id]
      : (before.find((doubt) => doubt.applicationId === applicationId)?.others ?? []);
    const left = named.filter((other) => other !== applicationId && (isSame || other !== id));
    const others = await listNamesakesById(trx, left);
    await removeDoubts(trx, await ownDoubt(trx, cohortId, applicationId));
    if (others.length > 0) await insertDoubt(trx, { cohortId, applicationId, others, now });
  }
}

async function ownDoubt(trx: Trx, cohortId: string, applicationId: string): Promise<readonly string[]> {
  const doubts = await listOpenDoubts(trx, { cohortId, applicationId });
  return doubts.filter((doubt) => doubt.applicationId === applicationId).map(({ id }) => id);
}
