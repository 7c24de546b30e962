import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { requireRole } from "#app/auth/guards.server.ts";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { can } from "#app/domain/access/policy.ts";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { readForm } from "#app/http/form.server.ts";
import { param } from "#app/http/params.server.ts";
import { refusalText } from "#app/http/refusal-text.ts";
import { notFound } from "#app/http/responses.server.ts";
import { formatInstant, formatInstantWithSeconds } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { acceptOffer } from "#app/use-cases/accept-offer.ts";
import { declineOffer } from "#app/use-cases/decline-offer.ts";
import { leaveReserveList } from "#app/use-cases/leave-reserve-list.ts";
import { findOwnStanding } from "#db/queries/own-result.ts";
import { findOffer } from "#db/queries/offers.ts";
import { FinalOutcome, WhyCard } from "./result/final-card.tsx";
import { NextCard } from "./result/next-card.tsx";
import { ProofCard } from "./result/proof-card.tsx";
import { ReserveCard } from "./result/reserve-card.tsx";
import { resultView, type ResultView } from "./result/result-view.server.ts";
import { ScorePlot } from "./result/score-plot.tsx";
import { SeatCard } from "./result/seat-card.tsx";
import { StageResults } from "./result/stage-results.tsx";

const answerForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("accept"), offerId: z.string().max(100), pledge: z.literal("on").optional() }),
  z.object({ intent: z.literal("decline"), offerId: z.string().max(100) }),
  z.object({ intent: z.literal("leave") }),
]);
type Answer = z.output<typeof answerForm>;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, "applicant");
  const own = await findOwnStanding(reads, param(params, "applicationId"));
  if (!own || !can(actor, "offer:answer", own)) throw notFound();
  const language = languageOf(request);
  const t = translator(language);
  const view = await resultView({ own, language, now: context.arrivedAt });
  return { ...view, title: t("common:site.title", { page: t("seats:result.title") }) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireRole(request, "applicant");
  const applicationId = param(params, "applicationId");
  const submission = await readForm(request, answerForm);
  if (submission.status !== "success") return data({ intent: "", refusal: "unknown", sentence: "" }, { status: 400 });

  const { intent } = submission.value;
  const answered = await answer(actor, { ...submission.value, applicationId, arrivedAt: context.arrivedAt });
  const isDone = answered.ok || (answered.refusal === "already_answered" && (await wasDone(submission.value)));
  if (isDone) return redirect(`${paths.my.result(applicationId)}?done=${intent}`);
  if (answered.refusal === "not-yours") throw notFound();
  return data({ intent, ...refusedFor(answered.refusal, { request, arrivedAt: context.arrivedAt }) }, { status: 409 });
}

/** The same answer sent twice, by two clicks or two tabs, is one answer. */
async function wasDone(given: Answer): Promise<boolean> {
  if (given.intent === "leave") return false;
  const offer = await findOffer(db, given.offerId);
  return offer?.status === (given.intent === "accept" ? "accepted" : "declined");
}

/** The refusal in words; of a late answer also when it arrived. */
function refusedFor(refusal: string, { request, arrivedAt }: { request: Request; arrivedAt: Date }) {
  const language = languageOf(request);
  const t = translator(language);
  const sentence = refusalText(t, "seats", refusal);
  if (refusal !== "deadline_passed") return { refusal, sentence };
  const arrived = t("applicant:result.arrivedAt", { at: formatInstantWithSeconds(arrivedAt, language) });
  return { refusal, sentence: `${sentence} ${arrived}` };
}

type ToAnswer = Answer & { readonly applicationId: string; readonly arrivedAt: Date };

function answer(actor: AccountActor, { applicationId, arrivedAt, ...given }: ToAnswer) {
  const now = new Date();
  if (given.intent === "leave") return leaveReserveList(db, actor, { applicationId, now });
  const { offerId } = given;
  if (given.intent === "decline") return declineOffer(db, actor, { offerId, arrivedAt, now });
  return acceptOffer(db, actor, { offerId, pledged: given.pledge === "on", arrivedAt, now });
}

export function meta({ data: page }: { readonly data?: { readonly title: string } | undefined }) {
  return [{ title: page?.title ?? "" }, { name: "robots", content: "noindex" }];
}

export default function ResultPage() {
  const { t } = useTranslation();
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  const done = search.get("done");
  const doneSentence = done && !refused ? t(`seats:result.done.${done}`, { defaultValue: "" }) : "";
  const pledgeMissing = refused?.refusal === "pledge-missing";
  const sentence = refused ? refused.sentence || t("seats:refusal.unknown") : "";
  return (
    <>
      <PageHeader
        title={t("seats:result.title")}
        lead={view.cohort.title}
        breadcrumbs={[
          { label: t("common:header.links.my"), to: paths.my.dashboard() },
          { label: t("seats:result.title") },
        ]}
      />
      <ErrorSummary
        errors={refused ? [pledgeMissing ? { id: "pledge", message: sentence } : { message: sentence }] : []}
      />
      {doneSentence && (
        <Notice tone="success" role="status">
          {doneSentence}
        </Notice>
      )}
      {view.applicationNumber && (
        <p>
          {t("seats:result.number")}: <strong className="nowrap">{view.applicationNumber}</strong>
        </p>
      )}
      {view.final && <FinalOutcome final={view.final} />}
      {view.seat && (
        <SeatCard applicationId={view.applicationId} seat={view.seat} pledgeErrors={pledgeMissing ? [sentence] : []} />
      )}
      {view.reserve && <ReserveCard reserve={view.reserve} />}
      {view.stages.length > 0 && <StageResults stages={view.stages} />}
      <ScorePlot scores={view.scores} />
      {view.final && <WhyCard final={view.final} />}
      {!view.final && view.stages.length === 0 && <NothingYet plannedAt={view.plannedAt} />}
      {(view.final || view.stages.length > 0) && <NextCard {...view} />}
      {view.proof && <ProofCard applicationId={view.applicationId} proof={view.proof} />}
      <div className="actions">
        <LinkButton to={paths.my.application(view.applicationId)} variant="tertiary">
          {t("seats:result.back")}
        </LinkButton>
      </div>
    </>
  );
}

function NothingYet({ plannedAt }: Pick<ResultView, "plannedAt">) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <EmptyState title={t("seats:result.nothing.title")}>
      <p>{t("seats:result.nothing.text")}</p>
      {plannedAt && <p>{t("seats:result.nothing.final", { at: formatInstant(plannedAt, language) })}</p>}
    </EmptyState>
  );
}
