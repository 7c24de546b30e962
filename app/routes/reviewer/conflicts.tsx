import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NameList } from "./conflicts/name-list.tsx";
import { ReasonForm } from "./conflicts/reason-form.tsx";
import { pageMeta } from "./page-meta.ts";
import { requireReviewerStage } from "./reviewer-stage.server.ts";
import { LinkButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { text } from "#app/domain/programme/text.ts";
import { readFormData } from "#app/http/form.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { declareConflicts, tracksOf } from "#app/use-cases/declare-conflicts.ts";
import { listConflictsOfReviewer, listNamesInPool } from "#db/queries/conflicts.ts";

export const meta = pageMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const stage = await requireReviewerStage({ request, params });
  const { cohortId, stageKey, actor, language, t } = stage;
  const names = await listNamesInPool(reads, { cohortId, stageKey, tracks: tracksOf(stage.seats) });
  const declared = await listConflictsOfReviewer(reads, { cohortId, reviewerId: actor.accountId });
  const reasons = stage.definition.evaluators.conflictReasons.map(({ id, kind, label }) => ({
    value: id,
    label: `${t(`reviewer:conflicts.kind.${kinds[kind]}`)}: ${text(label, language)}`,
  }));
  return {
    title: stage.titleOf(t("reviewer:conflicts.title")),
    stage: `${stage.cohortTitle} · ${stage.stageTitle}`,
    status: stage.stage.status,
    isDeclared: stage.isDeclared,
    queue: paths.review.queue(cohortId, stageKey),
    reasons,
    names: names.filter((each) => !declared.some(({ applicationId }) => applicationId === each.applicationId)),
    declared: declared.flatMap(({ applicationId, reasonKey }) => {
      const person = names.find((each) => each.applicationId === applicationId);
      const reason = reasons.find(({ value }) => value === reasonKey);
      return person ? [{ ...person, reason: reason?.label ?? reasonKey }] : [];
    }),
  };
}

const kinds = { 제척: "excluded", 회피: "recused", 기피: "challenged" } as const;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, cohortId, stageKey } = await requireReviewerStage({ request, params });
  const form = await readFormData(request);
  const people = form.getAll("person").map(String);
  const none = form.get("none") === "on";
  const conflicts = people.map((applicationId) => ({
    applicationId,
    reasonKey: String(form.get(`reason.${applicationId}`) ?? ""),
    note: String(form.get(`note.${applicationId}`) ?? ""),
  }));
  const isReasoned = form.get("intent") === "declare";
  if (!isReasoned && people.length > 0 && !none) return data({ refusal: null, conflicts });

  const declared = await declareConflicts(db, actor, { cohortId, stageKey, conflicts, none, now: context.arrivedAt });
  if (declared.ok) return redirect(paths.review.queue(cohortId, stageKey));
  if (declared.refusal === "not-yours") throw notFound();
  const isInput = declared.refusal === "reason-missing" || declared.refusal === "nothing-declared";
  return data(
    { refusal: declared.refusal, conflicts: isReasoned || none ? conflicts : [] },
    { status: isInput ? 400 : 409 },
  );
}

export default function ConflictsPage() {
  const { t } = useTranslation();
  const { stage, status, isDeclared, queue, names, declared, reasons } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const chosen = (answer?.conflicts ?? []).flatMap((conflict) => {
    const person = names.find(({ applicationId }) => applicationId === conflict.applicationId);
    return person ? [{ ...conflict, ...person }] : [];
  });
  const asksReasons =
    chosen.length > 0 &&
    (answer?.refusal === null || answer?.refusal === "reason-missing" || answer?.refusal === "note-too-long");
  return (
    <>
      <PageHeader
        title={t("reviewer:conflicts.title")}
        lead={stage}
        breadcrumbs={[
          { label: t("reviewer:home.title"), to: paths.review.home() },
          { label: t("reviewer:conflicts.title") },
        ]}
        actions={isDeclared && <LinkButton to={queue}>{t("reviewer:conflicts.toQueue")}</LinkButton>}
      />
      {answer?.refusal && <ErrorSummary errors={[{ message: t(`reviewer:refusal.${answer.refusal}`) }]} />}
      {isDeclared && <Notice tone="success">{t("reviewer:conflicts.isDeclared")}</Notice>}
      {declared.length > 0 && (
        <SectionCard title={t("reviewer:conflicts.declaredTitle")}>
          <DescriptionList
            items={declared.map(({ applicantName, reason }) => ({ term: applicantName, description: reason }))}
          />
        </SectionCard>
      )}
      {status !== "open" ? (
        <Notice>{t(status === "waiting" ? "reviewer:conflicts.waiting" : "reviewer:conflicts.closed")}</Notice>
      ) : asksReasons ? (
        <ReasonForm chosen={chosen} reasons={reasons} showErrors={answer?.refusal === "reason-missing"} />
      ) : (
        <NameList
          names={names}
          reasons={reasons.map(({ label }) => label)}
          ticked={chosen.map(({ applicationId }) => applicationId)}
          offersNone={!isDeclared && declared.length === 0}
        />
      )}
    </>
  );
}
