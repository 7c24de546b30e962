import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { RadioGroup } from "#app/components/form/radio-group.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag, type Tone } from "#app/components/status-tag.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { reasonState, type FailedForm } from "./failed-form.ts";

type Claim = {
  readonly id: string;
  readonly label: string;
  readonly points: string;
  readonly status: "claimed" | "verified" | "rejected";
  readonly reason: string | null;
  readonly decidedAt: string | null;
  readonly decidedByName: string | null;
};

type ClaimsProps = {
  readonly claims: readonly Claim[];
  readonly mayDecide: boolean;
  readonly failed: FailedForm | undefined;
};

const tones: Readonly<Record<Claim["status"], Tone>> = { claimed: "warning", verified: "success", rejected: "danger" };

/** Bonus points somebody claims; only what was verified counts. */
export function Claims({ claims, mayDecide, failed }: ClaimsProps) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("administrator:claims.title")}>
      <p>{claims.length === 0 ? t("administrator:claims.none") : t("administrator:claims.lead")}</p>
      {claims.map((claim) => (
        <SectionCard
          key={claim.id}
          level={3}
          plain
          title={t("administrator:claims.item", { item: claim.label, points: claim.points })}
        >
          <StatusTag tone={tones[claim.status]}>{t(`administrator:claims.status.${claim.status}`)}</StatusTag>
          {claim.decidedAt && (
            <p className="muted">
              {t("administrator:decided", { name: claim.decidedByName ?? t("administrator:system") })}{" "}
              <TimeStamp value={claim.decidedAt} /> {claim.reason && `· ${claim.reason}`}
            </p>
          )}
          {mayDecide && <ClaimForm claim={claim} failed={failed} />}
        </SectionCard>
      ))}
    </SectionCard>
  );
}

function ClaimForm({ claim, failed }: { readonly claim: Claim; readonly failed: FailedForm | undefined }) {
  const { t } = useTranslation();
  return (
    <details open={claim.status === "claimed" || failed?.at === claim.id}>
      <summary>
        {t(claim.status === "claimed" ? "administrator:claims.decide" : "administrator:claims.decideAgain")}
      </summary>
      <Form method="post" noValidate>
        <HiddenIntent value="claim" />
        <HiddenIntent name="claimId" value={claim.id} />
        <RadioGroup
          name="verdict"
          id={`verdict-${claim.id}`}
          label={t("administrator:claims.verdict")}
          inline
          required
          defaultValue={failed?.at === claim.id ? failed.verdict : claim.status}
          options={(["verified", "rejected"] as const).map((value) => ({
            value,
            label: t(`administrator:claims.status.${value}`),
          }))}
        />
        <TextAreaField
          name="reason"
          {...reasonState(failed, claim.id)}
          label={t("administrator:reason")}
          help={t("administrator:claims.reasonHelp")}
          rows={2}
          maxLength={1000}
        />
        <SubmitButton>{t("administrator:claims.save")}</SubmitButton>
      </Form>
    </details>
  );
}
