import { useForm, type SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { InvitationTable } from "./people/invitation-table.tsx";
import { StaffTable } from "./people/staff-table.tsx";
import { requireAdministrator } from "#app/auth/guards.server.ts";
import { fieldState, summaryErrors } from "#app/components/form/conform.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SelectField } from "#app/components/form/select-field.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { invitationPayload, staffChangeForm, staffInvitationForm, staffRoles } from "#app/domain/account/forms.ts";
import { readFormData } from "#app/http/form.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { languageNames, languages } from "#app/i18n/language.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { disableStaff, enableStaff } from "#app/use-cases/disable-staff.ts";
import { inviteStaff, resendInvitation, withdrawInvitation } from "#app/use-cases/invite-staff.ts";
import { listOpenInvitations } from "#db/queries/account-tokens.ts";
import { listStaff } from "#db/queries/accounts.ts";

const notices = ["invited", "resent", "withdrawn", "disabled", "enabled"] as const;
type NoticeKey = (typeof notices)[number];

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? "" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { academyId, accountId } = await requireAdministrator(request);
  const { searchParams } = new URL(request.url);
  const order = searchParams.get("sort") === "role" ? "role" : "name";
  const [staff, invitations] = await Promise.all([
    listStaff(reads, { academyId, order }),
    listOpenInvitations(reads, academyId),
  ]);
  const now = new Date().toISOString();
  const t = translator(languageOf(request));
  return {
    title: t("common:site.title", { page: t("account:people.title") }),
    order: order as "role" | "name",
    notice: notices.find((notice) => notice === searchParams.get("notice")),
    staff: staff.map((member) => ({ ...member, isYou: member.id === accountId })),
    invitations: invitations.map(({ id, email, createdAt, expiresAt, payload }) => ({
      id,
      email,
      createdAt,
      expiresAt,
      expired: expiresAt <= now,
      role: invitationPayload.parse(payload).role,
    })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministrator(request);
  const { academyId } = actor;
  const now = new Date();
  const formData = await readFormData(request);
  if (formData.get("intent") === "invite") {
    const submission = parseWithZod(formData, { schema: staffInvitationForm });
    if (submission.status !== "success") return data(submission.reply(), { status: 400 });
    const invited = await inviteStaff(db, actor, { academyId, ...submission.value, now });
    if (invited.ok) return back("invited");
    return data(submission.reply({ formErrors: [`account:refusal.${invited.refusal}`] }), { status: 409 });
  }

  const submission = parseWithZod(formData, { schema: staffChangeForm });
  if (submission.status !== "success") throw new Response(null, { status: 400 });
  const { intent, id } = submission.value;
  const input = { academyId, accountId: id, invitationId: id, now };
  const { act, notice } = changes[intent];
  const changed = await act(db, actor, input);
  if (changed.ok) return back(notice);
  return data(submission.reply({ formErrors: [`account:refusal.${changed.refusal}`] }), { status: 409 });
}

const changes = {
  resend: { act: resendInvitation, notice: "resent" },
  withdraw: { act: withdrawInvitation, notice: "withdrawn" },
  disable: { act: disableStaff, notice: "disabled" },
  enable: { act: enableStaff, notice: "enabled" },
} as const;

function back(notice: NoticeKey): Response {
  return redirect(`${paths.manage.people()}?notice=${notice}`);
}

export default function PeoplePage() {
  const { t } = useTranslation();
  const { staff, invitations, order, notice } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>() as SubmissionResult<string[]> | undefined;
  const [form, fields] = useForm({
    id: "invite",
    lastResult,
    defaultValue: { email: "", role: "reviewer", language: "ko" },
  });
  const labels = {
    email: t("account:fields.email"),
    role: t("account:fields.role"),
    language: t("account:fields.language"),
  };
  return (
    <>
      <PageHeader title={t("account:people.title")} lead={t("account:people.lead")} />
      {notice && !lastResult && (
        <Notice tone="success" role="status">
          {t(`account:people.notice.${notice}`)}
        </Notice>
      )}
      <ErrorSummary errors={summaryErrors(form, labels)} />
      <SectionCard title={t("account:people.invite.title")}>
        {/* A sent invitation empties the form. */}
        <Form key={invitations[0]?.id} method="post" id={form.id} noValidate>
          <HiddenIntent value="invite" />
          <TextField
            {...fieldState(fields.email)}
            label={labels.email}
            help={t("account:people.invite.emailHelp")}
            type="email"
            autoComplete="off"
            required
          />
          <SelectField
            {...fieldState(fields.role)}
            label={labels.role}
            options={staffRoles.map((role) => ({ value: role, label: t(`account:roles.${role}`) }))}
            empty={false}
            required
          />
          <SelectField
            {...fieldState(fields.language)}
            label={labels.language}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
            empty={false}
            required
          />
          <SubmitButton>{t("account:people.invite.submit")}</SubmitButton>
        </Form>
      </SectionCard>
      <SectionCard title={t("account:people.invitations.title")}>
        <InvitationTable invitations={invitations} />
      </SectionCard>
      <SectionCard title={t("account:people.staff.title")}>
        <StaffTable staff={staff} order={order} />
      </SectionCard>
    </>
  );
}
