import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { RadioGroup } from "#app/components/form/radio-group.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag, type Tone } from "#app/components/status-tag.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { paths } from "#app/paths.ts";
import { reasonState, type FailedForm } from "./failed-form.ts";

type Flag = {
  readonly id: string;
  readonly rule: string;
  readonly answer: string;
  readonly reason: string;
  readonly others: readonly { readonly id: string; readonly number: string }[];
  readonly status: "open" | "eligible" | "ineligible";
  readonly decisionReason: string | null;
  readonly decidedAt: string | null;
  readonly decidedByName: string | null;
};

type FlagsProps = {
  readonly cohortId: string;
  readonly flags: readonly Flag[];
  readonly mayDecide: boolean;
  readonly failed: FailedForm | undefined;
};

const tones: Readonly<Record<Flag["status"], Tone>> = { open: "warning", eligible: "success", ineligible: "danger" };

/** What the rules doubt about this application; a person decides, with a reason. */
export function Flags({ cohortId, flags, mayDecide, failed }: FlagsProps) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("administrator:flags.title")}>
      {flags.length === 0 && <p>{t("administrator:flags.none")}</p>}
      {flags.map((flag) => (
        <SectionCard key={flag.id} level={3} plain title={flag.rule}>
          <StatusTag tone={tones[flag.status]}>{t(`administrator:flags.status.${flag.status}`)}</StatusTag>
          <p>
            {t([`administrator:flags.doubt.${flag.reason}`, "administrator:flags.doubt.other"], {
              answer: flag.answer || t("common:answer.none"),
            })}
          </p>
          {flag.others.map(({ id, number }) => (
            <p key={id}>
              <Link to={paths.manage.application(cohortId, id)}>{t("administrator:flags.openOther", { number })}</Link>
            </p>
          ))}
          {flag.decidedAt && (
            <p className="muted">
              {t("administrator:decided", { name: flag.decidedByName ?? t("administrator:system") })}{" "}
              <TimeStamp value={flag.decidedAt} /> · {flag.decisionReason}
            </p>
          )}
          {mayDecide && <FlagForm flag={flag} failed={failed} />}
        </SectionCard>
      ))}
    </SectionCard>
  );
}

function FlagForm({ flag, failed }: { readonly flag: Flag; readonly failed: FailedForm | undefined }) {
  const { t } = useTranslation();
  return (
    <details open={flag.status === "open" || failed?.at === flag.id}>
      <summary>{t(flag.status === "open" ? "administrator:flags.decide" : "administrator:flags.decideAgain")}</summary>
      <Form method="post" noValidate>
        <HiddenIntent value="flag" />
        <HiddenIntent name="flagId" value={flag.id} />
        <RadioGroup
          name="verdict"
          id={`verdict-${flag.id}`}
          label={t("administrator:flags.verdict")}
          inline
          required
          defaultValue={failed?.at === flag.id ? failed.verdict : flag.status}
          options={(["eligible", "ineligible"] as const).map((value) => ({
            value,
            label: t(`administrator:flags.status.${value}`),
          }))}
        />
        <TextAreaField
          name="reason"
          {...reasonState(failed, flag.id)}
          label={t("administrator:reason")}
          help={t("administrator:reasonHelp")}
          rows={2}
          maxLength={1000}
          required
        />
        <SubmitButton>{t("administrator:flags.save")}</SubmitButton>
      </Form>
    </details>
  );
}
