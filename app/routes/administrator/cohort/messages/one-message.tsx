import { useTranslation } from "react-i18next";
import { DescriptionList } from "#app/components/description-list.tsx";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { formatInstantWithSeconds } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

export type OneMessageView = {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly recipient: string;
  readonly status: "queued" | "sent" | "failed" | "stopped";
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly error: string | null;
  readonly subject: string | null;
  readonly bodyText: string | null;
};

/** One message as it was sent, or why it was not. */
export function OneMessage({ message }: { readonly message: OneMessageView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const at = (instant: string | null) => (instant === null ? "" : formatInstantWithSeconds(instant, language));
  const items = [
    {
      term: t("seats:messages.kind"),
      description: t(`seats:messages.kinds.${message.kind}`, { defaultValue: message.kind }),
    },
    { term: t("seats:messages.recipient"), description: message.recipient },
    { term: t("seats:messages.status"), description: t(`seats:messages.state.${message.status}`) },
    { term: t("seats:messages.created"), description: at(message.createdAt) },
    { term: t("seats:messages.state.sent"), description: at(message.sentAt) },
    { term: t("seats:messages.error"), description: message.error },
    { term: t("seats:messages.key"), description: <span className="code">{message.key}</span> },
    { term: t("seats:messages.subject"), description: message.subject },
  ];
  return (
    <div id="message">
      <SectionCard title={t("seats:messages.one")}>
        <DescriptionList items={items} />
        {message.bodyText === null ? (
          <p className="muted">{t("seats:messages.notRendered")}</p>
        ) : (
          <SectionCard level={3} title={t("seats:messages.body")}>
            <div className="prose">{message.bodyText}</div>
          </SectionCard>
        )}
        {(message.status === "failed" || message.status === "sent") && (
          <ConfirmBox
            label={t("seats:messages.again.open")}
            explanation={<p>{t("seats:messages.again.explanation")}</p>}
            confirmLabel={t("seats:messages.again.confirm")}
            intent="resend"
            variant="secondary"
          >
            <HiddenIntent name="messageId" value={message.id} />
            <TextField name="reason" id="resend-reason" label={t("seats:messages.reason")} maxLength={200} required />
          </ConfirmBox>
        )}
      </SectionCard>
    </div>
  );
}
