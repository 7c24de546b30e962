import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import type { Role } from "#app/domain/access/actor.ts";

export type StaffRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly disabledAt: string | null;
  readonly isYou: boolean;
};

type StaffTableProps = { readonly staff: readonly StaffRow[]; readonly order: "name" | "role" };

export function StaffTable({ staff, order }: StaffTableProps) {
  const { t } = useTranslation();
  const sorted = (key: "name" | "role") => (order === key ? "ascending" : undefined);
  return (
    <DataTable
      caption={t("account:people.staff.caption")}
      captionHidden
      rows={staff}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: t("account:people.staff.name"),
          rowHeader: true,
          sortHref: "?sort=name",
          sorted: sorted("name"),
          cell: ({ name }) => name,
        },
        { key: "email", header: t("account:people.staff.email"), cell: ({ email }) => email },
        {
          key: "role",
          header: t("account:people.staff.role"),
          sortHref: "?sort=role",
          sorted: sorted("role"),
          cell: ({ role }) => t(`account:roles.${role}`),
        },
        {
          key: "status",
          header: t("account:people.staff.status"),
          cell: ({ disabledAt }) =>
            disabledAt ? (
              <StatusTag tone="warning">{t("account:people.staff.disabled")}</StatusTag>
            ) : (
              <StatusTag tone="success">{t("account:people.staff.active")}</StatusTag>
            ),
        },
        { key: "action", header: t("account:people.staff.action"), cell: (member) => <StaffAction {...member} /> },
      ]}
    />
  );
}

function StaffAction({ id, name, disabledAt, isYou }: StaffRow) {
  const { t } = useTranslation();
  if (isYou) return <span className="muted">{t("account:people.staff.you")}</span>;
  if (disabledAt)
    return (
      <Form method="post" noValidate>
        <input type="hidden" name="id" value={id} />
        <SubmitButton intent="enable" variant="secondary">
          {t("account:people.staff.enable")}
        </SubmitButton>
      </Form>
    );
  return (
    <ConfirmBox
      label={t("account:people.staff.disable")}
      explanation={<p>{t("account:people.staff.disableText", { name })}</p>}
      confirmLabel={t("account:people.staff.disableConfirm")}
      intent="disable"
    >
      <input type="hidden" name="id" value={id} />
    </ConfirmBox>
  );
}
