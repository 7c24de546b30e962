import { daysUntil } from "#app/components/clock/days-until.ts";
import { doorAt } from "#app/domain/application/door.ts";
import { documentsUntil, requestState } from "#app/domain/documents/hand-in.ts";
import { acceptanceRequirements } from "#app/domain/offer/acceptance-requirements.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { documentById } from "#app/domain/programme/documents.ts";
import { text } from "#app/domain/programme/text.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { deadlineOf } from "#app/use-cases/seat-context.ts";
import type { Cohort } from "#db/queries/cohorts.ts";
import { listRequestsOfApplication } from "#db/queries/document-requests.ts";
import { listFiles } from "#db/queries/files.ts";
import { findNewestOffer } from "#db/queries/offers.ts";
import type { Timed } from "./own-timeline.server.ts";

/** One thing that the person must do, until when, and where. */
export type Need = {
  readonly key: string;
  readonly sentence: string;
  readonly until: string;
  readonly left: number | null;
  readonly to: string;
  readonly label: string;
};

type Asked = Omit<Timed, "application"> & {
  readonly application: Pick<Timed["application"], "id" | "status">;
  readonly cohort: Cohort;
};

/** What needs the person now, the soonest deadline first. */
export async function needsNow(asked: Asked): Promise<readonly Need[]> {
  const found = [...draftNeed(asked), ...(await requestNeeds(asked)), ...(await seatNeeds(asked))];
  const { now } = asked;
  return found
    .toSorted((left, right) => left.until.getTime() - right.until.getTime())
    .map(({ until, ...need }) => ({ ...need, until: until.toISOString(), left: daysUntil(until, now) }));
}

type Found = Omit<Need, "until" | "left"> & { readonly until: Date };

function draftNeed({ application: { id, status }, cohort, definition, language, now }: Asked): readonly Found[] {
  if (status !== "draft" || doorAt(cohort, definition, now) !== "open") return [];
  const t = translator(language);
  const until = windowOf(definition, "application").end;
  const words = { sentence: t("applicant:needs.submit"), label: t("applicant:needs.toSubmit") };
  return [{ key: "submit", until, to: paths.my.submit(id), ...words }];
}

async function requestNeeds({ application: { id }, definition, language, now }: Asked): Promise<readonly Found[]> {
  const t = translator(language);
  const waiting = (await listRequestsOfApplication(reads, id)).filter((each) => requestState(each, now) === "waiting");
  return waiting.map(({ id: key, documentKey, dueAt }) => {
    const document = text(documentById(definition, documentKey)?.label, language) || documentKey;
    const words = {
      sentence: t("applicant:needs.complete", { document }),
      label: t("applicant:needs.toComplete", { document }),
    };
    return { key, until: new Date(dueAt), to: paths.my.completion(id), ...words };
  });
}

async function seatNeeds({ application: { id, status }, definition, language, now }: Asked): Promise<readonly Found[]> {
  if (status !== "offered" && status !== "accepted") return [];
  const t = translator(language);
  const offer = await findNewestOffer(reads, id);
  if (!offer || offer.openedAt === null || offer.respondBy === null) return [];
  const deadline = (await deadlineOf(reads, offer, definition)) ?? offer.respondBy;
  const isOpen = offer.status === "open" && now < deadline;
  const answer: Found[] = isOpen
    ? [
        {
          key: "answer",
          until: now < offer.respondBy ? offer.respondBy : deadline,
          to: paths.my.result(id),
          sentence: t("applicant:needs.answer"),
          label: t("applicant:needs.toAnswer"),
        },
      ]
    : [];
  if (!isOpen && offer.status !== "accepted") return [];
  const there = new Set((await listFiles(reads, id)).map(({ documentKey }) => documentKey));
  const missing = acceptanceRequirements(definition).documents.filter((document) => !there.has(document.id)).length;
  const until = documentsUntil({ respondBy: deadline }, new Date(definition.acceptance.confirmBy));
  if (missing === 0 || now >= until) return answer;
  const words = {
    sentence: t("applicant:needs.documents", { documents: missing }),
    label: t("applicant:needs.toDocuments"),
  };
  return [...answer, { key: "documents", until, to: paths.my.afterSelection(id), ...words }];
}
