import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { buttonClass, LinkButton } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { reasonForm } from "#app/domain/cohort/form.ts";
import { formatMistake } from "#app/domain/programme/check-definition.ts";
import { readFormData } from "#app/http/form.server.ts";
import { refusalText } from "#app/http/refusal-text.ts";
import { notFound } from "#app/http/responses.server.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { changeDefinition, previewDefinitionChange } from "#app/use-cases/change-definition.ts";
import { getDefinition, getDefinitionText, listDefinitionVersions } from "#db/queries/definition-versions.ts";
import { definitionTextOf } from "../definition-upload.server.ts";
import { MistakeList } from "../mistake-list.tsx";
import { pageMeta } from "../page-meta.ts";
import { ChangeForm } from "./definition/change-form.tsx";
import { ChangeList } from "./definition/change-list.tsx";
import { rulesOf } from "./definition/rules.server.ts";
import { Rules } from "./definition/rules.tsx";
import { VersionTable } from "./definition/version-table.tsx";
import { requireManagedCohort } from "./managed-cohort.server.ts";

export const meta = pageMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, language, t, titleOf } = await requireManagedCohort({ request, params });
  const wantsText = new URL(request.url).searchParams.has("edit");
  const [definition, versions, text] = await Promise.all([
    getDefinition(reads, cohort.definitionId),
    listDefinitionVersions(reads, cohort.id),
    wantsText ? getDefinitionText(reads, cohort.definitionId) : null,
  ]);
  return {
    title: titleOf(t("administrator:nav.definition")),
    cohort: { id: cohort.id, definitionId: cohort.definitionId },
    rules: rulesOf(definition, language),
    versions,
    text,
    isSample: definition.sample === true,
  };
}

const nothing = {
  mistakes: [] as readonly string[],
  reasonErrors: [] as readonly string[],
  refusal: null as string | null,
};

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, cohort, language, t } = await requireManagedCohort({ request, params });
  const formData = await readFormData(request);
  const text = await definitionTextOf(formData);
  const reason = String(formData.get("reason") ?? "");
  const typed = { ...nothing, text, reason, preview: null };
  const input = { cohortId: cohort.id, text, now: context.arrivedAt };
  const isChange = formData.get("intent") === "change";

  if (isChange) {
    const read = reasonForm.safeParse({ reason });
    if (!read.success) {
      return data({ ...typed, reasonErrors: read.error.issues.map(({ message }) => message) }, { status: 400 });
    }
  }
  const answer = isChange
    ? await changeDefinition(db, actor, { ...input, reason })
    : await previewDefinitionChange(reads, actor, input);
  if (!answer.ok) {
    if (answer.refusal === "not-yours") throw notFound();
    return typeof answer.refusal === "string"
      ? data({ ...typed, refusal: refusalText(t, "administrator", answer.refusal) }, { status: 409 })
      : data(
          { ...typed, mistakes: answer.refusal.mistakes.map((each) => formatMistake(each, language)) },
          { status: 400 },
        );
  }
  return isChange ? redirect(paths.manage.definition(cohort.id)) : { ...typed, preview: answer.value };
}

export default function Definition() {
  const { t } = useTranslation();
  const { cohort, rules, versions, text, isSample } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t("administrator:definition.title")}
        lead={t("administrator:definition.lead")}
        actions={
          <>
            <a
              className={buttonClass({ variant: "secondary" })}
              href={paths.manage.definitionJson(cohort.id, cohort.definitionId)}
              download
            >
              {t("administrator:definition.export")}
            </a>
            <LinkButton to="?edit=1#change" variant="tertiary">
              {t("administrator:definition.edit")}
            </LinkButton>
          </>
        }
      />
      {isSample && <Notice>{t("administrator:definition.sample")}</Notice>}
      {answer && answer.mistakes.length > 0 && <MistakeList mistakes={answer.mistakes} />}
      {answer?.refusal && (
        <Notice tone="danger" role="alert">
          {answer.refusal}
        </Notice>
      )}
      {answer?.preview && <ChangeList {...answer.preview} />}
      <Rules {...rules} />
      <VersionTable versions={versions} cohortId={cohort.id} current={cohort.definitionId} />
      <ChangeForm
        text={answer?.text ?? text ?? ""}
        reason={answer?.reason ?? ""}
        reasonErrors={answer?.reasonErrors ?? []}
      />
    </>
  );
}
