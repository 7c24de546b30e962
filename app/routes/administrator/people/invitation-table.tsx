import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import type { StaffRole } from "#app/domain/account/forms.ts";

type InvitationRow = {
  readonly id: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly expired: boolean;
};

export function InvitationTable({ invitations }: { readonly invitations: readonly InvitationRow[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t("account:people.invitations.caption")}
      captionHidden
      rows={invitations}
      rowKey={({ id }) => id}
      empty={t("account:people.invitations.empty")}
      columns={[
        { key: "email", header: t("account:people.staff.email"), rowHeader: true, cell: ({ email }) => email },
        { key: "role", header: t("account:people.staff.role"), cell: ({ role }) => t(`account:roles.${role}`) },
        {
          key: "sentAt",
          header: t("account:people.invitations.sentAt"),
          cell: ({ createdAt }) => <TimeStamp value={createdAt} />,
        },
        {
          key: "expiresAt",
          header: t("account:people.invitations.expiresAt"),
          cell: ({ expiresAt }) => <TimeStamp value={expiresAt} />,
        },
        {
          key: "status",
          header: t("account:people.staff.status"),
          cell: ({ expired }) =>
            expired ? (
              <StatusTag tone="warning">{t("account:people.invitations.expired")}</StatusTag>
            ) : (
              <StatusTag tone="info">{t("account:people.invitations.waiting")}</StatusTag>
            ),
        },
        {
          key: "action",
          header: t("account:people.staff.action"),
          cell: ({ id }) => (
            <Form className="actions" method="post" noValidate>
              <input type="hidden" name="id" value={id} />
              <SubmitButton intent="resend" variant="secondary">
                {t("account:people.invitations.resend")}
              </SubmitButton>
              <SubmitButton intent="withdraw" variant="tertiary">
                {t("account:people.invitations.withdraw")}
              </SubmitButton>
            </Form>
          ),
        },
      ]}
    />
  );
}
