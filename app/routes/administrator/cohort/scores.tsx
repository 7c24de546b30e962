import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pageMeta } from "../page-meta.ts";
import { requireManagedCohort } from "./managed-cohort.server.ts";
import { DryRunCard } from "./scores/dry-run-card.tsx";
import { ImportTable } from "./scores/import-table.tsx";
import { ProblemTable } from "./scores/problem-table.tsx";
import { actOnScores } from "./scores/scores-action.server.ts";
import { buttonClass } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { FileField } from "#app/components/form/file-field.tsx";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { text } from "#app/domain/programme/text.ts";
import { numberHeaders } from "#app/domain/review/score-import.ts";
import { readFormData } from "#app/http/form.server.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { columnsOf } from "#app/use-cases/import-scores.ts";
import { findStageContext } from "#app/use-cases/stage-context.ts";
import { countImportedApplications, listScoreImports } from "#db/queries/imported-scores.ts";

export const meta = pageMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, language, t, titleOf } = await requireManagedCohort({ request, params });
  const of = { cohortId: cohort.id, stageKey: param(params, "stageKey") };
  const context = await findStageContext(reads, of);
  const columns = context ? columnsOf(context) : [];
  if (!context || columns.length === 0) throw notFound();
  const { searchParams } = new URL(request.url);
  const notice = searchParams.get("notice");
  const imports = await listScoreImports(reads, of);
  return {
    title: titleOf(t("panel:scores.title")),
    stage: text(context.rule.title, language),
    stagePath: paths.manage.stage(cohort.id, of.stageKey),
    template: paths.manage.scoresTemplate(cohort.id, of.stageKey),
    isOpen: context.stage.status === "open",
    notice: notice === "imported" || notice === "running" ? (notice as "imported" | "running") : null,
    rows: Number(searchParams.get("rows") ?? 0),
    columns: columns.map(({ header, percent, limit }) => ({ header, percent, limit })),
    imported: await countImportedApplications(reads, of),
    imports: imports.map(({ id, fileName, sha256, rowCount, createdAt, createdByName }) => ({
      id,
      fileName,
      sha256,
      rowCount,
      createdAt,
      by: createdByName,
    })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, cohort } = await requireManagedCohort({ request, params });
  const stageKey = param(params, "stageKey");
  const form = await readFormData(request);
  const answer = await actOnScores(actor, { cohortId: cohort.id, stageKey, form });
  if (answer.kind === "done") return redirect(`${paths.manage.scores(cohort.id, stageKey)}?${answer.query}`);
  return data(answer, { status: answer.kind === "tried" ? 200 : answer.kind === "problems" ? 400 : 409 });
}

export default function ScoresPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const columns = page.columns.map(({ header, percent, limit }) =>
    t(percent ? "panel:scores.percentColumn" : "panel:scores.pointsColumn", { header, limit }),
  );
  return (
    <>
      <PageHeader
        title={t("panel:scores.title")}
        lead={page.stage}
        breadcrumbs={[{ label: page.stage, to: page.stagePath }, { label: t("panel:scores.title") }]}
        actions={
          <a className={buttonClass({ variant: "secondary" })} href={page.template} download>
            {t("panel:scores.template")}
          </a>
        }
      />
      {answer?.kind === "refused" && (
        <ErrorSummary errors={[{ id: "file", message: t(`panel:refusal.${answer.refusal}`) }]} />
      )}
      {answer?.kind === "problems" && <ProblemTable problems={answer.problems} total={answer.problemCount} />}
      {!answer && page.notice && (
        <Notice tone={page.notice === "running" ? "info" : "success"} role="status">
          {t(`panel:scores.notice.${page.notice}`, { rows: page.rows })}
        </Notice>
      )}
      {answer?.kind === "tried" ? (
        <DryRunCard dryRun={answer.dryRun} replaces={page.imported} />
      ) : page.isOpen ? (
        <SectionCard title={t("panel:scores.upload")}>
          <p>{t("panel:scores.uploadHelp", { number: numberHeaders[0], columns: columns.join(", ") })}</p>
          <Form method="post" encType="multipart/form-data" noValidate>
            <HiddenIntent value="try" />
            <FileField
              name="file"
              label={t("panel:scores.file")}
              formats={["xlsx", "csv"]}
              maxBytes={10 * 1024 * 1024}
              required
            />
            <SubmitButton>{t("panel:scores.try")}</SubmitButton>
          </Form>
        </SectionCard>
      ) : (
        <Notice>{t("panel:scores.closed")}</Notice>
      )}
      <SectionCard title={t("panel:scores.imports")}>
        <p>{t("panel:scores.imported", { applications: page.imported })}</p>
        <ImportTable imports={page.imports} />
      </SectionCard>
    </>
  );
}
