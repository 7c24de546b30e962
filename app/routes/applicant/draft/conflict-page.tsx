import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { HiddenEntries } from "./hidden-entries.tsx";
import { SECTION_FORM } from "./section-form-id.ts";
import { sendNatively } from "./send-natively.ts";
import type { Conflict } from "../section-answer.server.ts";
import type { SectionPage } from "../section-page.server.ts";
import { Choice } from "#app/components/form/choice.tsx";
import { ErrorSummary, type SummaryError } from "#app/components/form/error-summary.tsx";
import { FieldError } from "#app/components/form/field-error.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { paths } from "#app/paths.ts";

type ConflictPageProps = {
  readonly view: SectionPage;
  readonly conflict: Conflict;
  readonly errors: readonly SummaryError[];
};

/**
 * Two texts of one section, side by side: nothing is stored until somebody decides. Besides its decisions the form sends
 * what the first page sent, so that any other way of sending it (the language, say) only leads back here.
 */
export function ConflictPage({ view, conflict, errors }: ConflictPageProps) {
  const { t } = useTranslation();
  const draft = paths.my.application(view.applicationId);
  return (
    <>
      <PageHeader
        title={t("draft:conflict.title", { section: view.section.title })}
        breadcrumbs={[
          { label: t("applicant:dashboard.title"), to: paths.my.dashboard() },
          { label: view.cohortTitle, to: draft },
          { label: view.section.title, to: paths.my.section(view.applicationId, view.section.id) },
          { label: t("draft:conflict.crumb") },
        ]}
      />
      <Notice tone="warning" role={errors.length > 0 ? undefined : "alert"} title={t("draft:conflict.lead")}>
        <p>{t("draft:conflict.text")}</p>
      </Notice>
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate id={SECTION_FORM} onSubmit={sendNatively("language")}>
        <input type="hidden" name="revision" value={view.revision} />
        <input type="hidden" name="edition" value={view.edition} />
        <input type="hidden" name="seen" value={conflict.seen} />
        <HiddenEntries entries={conflict.sent} />
        {conflict.fields.map((field) => (
          <TwoTexts key={field.id} {...field} errors={errors.filter(({ id }) => id === `choice-${field.id}`)} />
        ))}
        <div className="actions">
          <SubmitButton intent="choose">{t("draft:conflict.choose")}</SubmitButton>
          <SubmitButton intent="mine" variant="secondary">
            {t("draft:conflict.allMine")}
          </SubmitButton>
          <SubmitButton intent="stored" variant="secondary">
            {t("draft:conflict.allStored")}
          </SubmitButton>
        </div>
      </Form>
    </>
  );
}

type TwoTextsProps = Conflict["fields"][number] & { readonly errors: readonly SummaryError[] };

function TwoTexts({ id, label, stored, mine, errors }: TwoTextsProps) {
  const { t } = useTranslation();
  const name = `choice.${id}`;
  const errorId = `choice-${id}-error`;
  const invalid = errors.length > 0;
  return (
    <fieldset className={invalid ? "field field--group field--error" : "field field--group"}>
      <legend className="field__label">{label}</legend>
      <FieldError id={errorId} errors={errors.map(({ message }) => message)} />
      <div className="compare">
        {(["stored", "mine"] as const).map((which) => (
          <div key={which} className="compare__side">
            <Choice
              type="radio"
              id={which === "stored" ? `choice-${id}` : `choice-${id}-mine`}
              name={name}
              value={which}
              label={t(`draft:conflict.${which}`)}
              checked={false}
              invalid={invalid}
              describedBy={`choice-${id}-${which}-text`}
            />
            <p className="compare__text" id={`choice-${id}-${which}-text`}>
              {(which === "stored" ? stored : mine) || t("draft:conflict.empty")}
            </p>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
