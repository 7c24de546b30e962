import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AppealError } from "./appeals-action.server.ts";
import type { AppealsView } from "./appeals-view.server.ts";
import { FileField } from "#app/components/form/file-field.tsx";
import { RadioGroup } from "#app/components/form/radio-group.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { MAX_STATEMENT } from "#app/domain/appeal/appeal.ts";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

type Typed = { readonly about: string; readonly ground: string; readonly statement: string };
type AppealFormProps = {
  readonly view: AppealsView;
  readonly typed: Typed | null | undefined;
  readonly errors: readonly AppealError[];
  readonly hadFiles: boolean;
};

/** What it is about, on which ground, why, and with what proof. */
export function AppealForm({ view, typed, errors, hadFiles }: AppealFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const open = view.windows.filter(({ door }) => door === "open");
  const errorsOf = (id: string) => errors.filter((error) => error.id === id).map(({ message }) => message);
  return (
    <SectionCard title={t("appeals:form.title")}>
      <p>{t("appeals:form.answerWithin", { days: view.answerWithin })}</p>
      <Form method="post" encType="multipart/form-data" noValidate>
        {open.length > 1 ? (
          <RadioGroup
            name="about"
            label={t("appeals:form.about")}
            required
            defaultValue={typed?.about}
            errors={errorsOf("about")}
            options={open.map(({ about, title, end }) => ({
              value: about,
              label: title,
              help: t("appeals:form.until", { at: formatInstant(end, language) }),
            }))}
          />
        ) : (
          <>
            <input type="hidden" name="about" value={open[0]?.about ?? ""} />
            <p>
              {t("appeals:form.about")}: <strong>{open[0]?.title}</strong>
            </p>
          </>
        )}
        <RadioGroup
          name="ground"
          label={t("appeals:form.ground")}
          required
          defaultValue={typed?.ground}
          errors={errorsOf("ground")}
          options={view.grounds.map((ground) => ({
            value: ground,
            label: t(`appeals:ground.${ground}`),
            help: t(`appeals:groundHelp.${ground}`),
          }))}
        />
        <TextAreaField
          name="statement"
          label={t("appeals:form.statement")}
          help={t("appeals:form.statementHelp")}
          required
          maxLength={MAX_STATEMENT}
          rows={10}
          defaultValue={typed?.statement}
          errors={errorsOf("statement")}
        />
        {view.maxFiles > 0 && (
          <FileField
            name="file"
            label={t("appeals:form.files")}
            help={hadFiles ? t("appeals:form.filesAgain") : t("appeals:form.filesHelp")}
            formats={["pdf", "jpg", "png"]}
            maxBytes={view.maxBytes}
            maxFiles={view.maxFiles}
            errors={errorsOf("file")}
          />
        )}
        <SubmitButton intent="file">{t("appeals:form.submit")}</SubmitButton>
      </Form>
    </SectionCard>
  );
}
