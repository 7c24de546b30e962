import { useTranslation } from "react-i18next";
import { AppealStatusTag } from "./appeal-status-tag.tsx";
import type { AppealsView } from "./appeals-view.server.ts";
import { DescriptionList } from "#app/components/description-list.tsx";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { formatBytes } from "#app/i18n/format.ts";

/** One appeal as its writer sees it: number, time, the last day for the answer, and the answer. */
export function FiledAppeal({ appeal }: { readonly appeal: AppealsView["appeals"][number] }) {
  const { t } = useTranslation();
  const waits = appeal.status === "received";
  const files = appeal.files.length > 0 && (
    <ul>
      {appeal.files.map(({ id, name, bytes, href }) => (
        <li key={id}>
          <a href={href}>{name}</a> ({formatBytes(bytes)})
        </li>
      ))}
    </ul>
  );
  const items = [
    { term: t("appeals:filed.arrivedAt"), description: <TimeStamp value={appeal.arrivedAt} as="seconds" /> },
    {
      term: t("appeals:filed.answerBy"),
      description: waits && (
        <strong>
          <TimeStamp value={appeal.answerBy} as="date" />
        </strong>
      ),
    },
    { term: t("appeals:form.about"), description: appeal.about },
    { term: t("appeals:form.ground"), description: t(`appeals:ground.${appeal.ground}`) },
    { term: t("appeals:form.statement"), description: <span className="prose">{appeal.statement}</span> },
    { term: t("appeals:form.files"), description: files },
    { term: t("appeals:filed.answer"), description: appeal.answer && <span className="prose">{appeal.answer}</span> },
    {
      term: t("appeals:filed.decidedAt"),
      description: appeal.decidedAt && <TimeStamp value={appeal.decidedAt} as="seconds" />,
    },
  ];
  return (
    <SectionCard
      title={t("appeals:filed.title", { number: appeal.number })}
      actions={<AppealStatusTag status={appeal.status} />}
    >
      <DescriptionList items={items.filter(({ description }) => description !== false)} />
      {appeal.status === "upheld" && <p>{t("appeals:filed.upheldText")}</p>}
      {waits && (
        <ConfirmBox
          label={t("appeals:filed.withdraw")}
          explanation={<p>{t("appeals:filed.withdrawText")}</p>}
          confirmLabel={t("appeals:filed.withdrawConfirm")}
          intent="withdraw"
        >
          <input type="hidden" name="appealId" value={appeal.id} />
        </ConfirmBox>
      )}
    </SectionCard>
  );
}
