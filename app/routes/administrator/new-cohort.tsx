import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireAdministrator } from "#app/auth/guards.server.ts";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { weeks as weeksSchema } from "#app/domain/cohort/form.ts";
import { formatMistake, type DefinitionMistake } from "#app/domain/programme/check-definition.ts";
import { readFormData } from "#app/http/form.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/runtime.server.ts";
import { createCohort, readShifted } from "#app/use-cases/create-cohort.ts";
import { definitionTextOf } from "./definition-upload.server.ts";
import { MistakeList } from "./mistake-list.tsx";
import { DefinitionForm } from "./new-cohort/definition-form.tsx";
import { KeyDates } from "./new-cohort/key-dates.tsx";
import { keyDatesOf } from "./new-cohort/key-dates.server.ts";
import { pageMeta } from "./page-meta.ts";
import { isSampleName, readSample, sampleNames } from "./sample-definitions.server.ts";

export const meta = pageMeta;

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministrator(request);
  const t = translator(languageOf(request));
  return { title: t("common:site.title", { page: t("administrator:new.title") }), samples: sampleNames };
}

const nothing = { mistakes: [] as readonly string[], errors: {} as { readonly weeks?: readonly string[] } };

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireAdministrator(request);
  const formData = await readFormData(request);
  const language = languageOf(request);
  const [intent = "", sample = ""] = String(formData.get("intent")).split(":", 2);
  if (intent === "sample" && isSampleName(sample)) {
    return { ...nothing, text: await readSample(sample), weeks: "0", keyDates: null };
  }

  const text = await definitionTextOf(formData);
  const typedWeeks = String(formData.get("weeks") ?? "").trim() || "0";
  const typed = { ...nothing, text, weeks: typedWeeks, keyDates: null };
  const weeks = weeksSchema.safeParse(typedWeeks);
  if (!weeks.success) {
    const errors = { weeks: weeks.error.issues.map(({ message }) => message) };
    return data({ ...typed, errors }, { status: 400 });
  }
  const refused = (mistakes: readonly DefinitionMistake[]) =>
    data({ ...typed, mistakes: mistakes.map((each) => formatMistake(each, language)) }, { status: 400 });

  if (intent !== "create") {
    const read = readShifted(text, weeks.data);
    if (!read.ok) return refused(read.refusal);
    return { ...typed, keyDates: keyDatesOf({ text, shifted: read.value.definition, language }) };
  }
  const created = await createCohort(db, actor, {
    academyId: actor.academyId,
    text,
    weeks: weeks.data,
    now: context.arrivedAt,
  });
  if (created.ok) return redirect(paths.manage.cohort(created.value.cohortId));
  if (created.refusal === "not-yours") throw notFound();
  return refused(created.refusal.mistakes);
}

export default function NewCohort() {
  const { t } = useTranslation();
  const { samples } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t("administrator:new.title")}
        lead={t("administrator:new.lead")}
        breadcrumbs={[
          { label: t("administrator:home.title"), to: paths.manage.home() },
          { label: t("administrator:new.title") },
        ]}
      />
      {answer && answer.mistakes.length > 0 && <MistakeList mistakes={answer.mistakes} />}
      {answer?.keyDates && <KeyDates {...answer.keyDates} />}
      <DefinitionForm
        samples={samples}
        text={answer?.text ?? ""}
        weeks={answer?.weeks ?? "0"}
        weeksErrors={answer?.errors.weeks}
      />
    </>
  );
}
