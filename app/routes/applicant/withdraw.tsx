import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ownApplication } from "./own-application.server.ts";
import { titleOf } from "./page-title.server.ts";
import { titleMeta } from "./title-meta.ts";
import { CheckboxField } from "#app/components/form/checkbox-field.tsx";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { doorAt } from "#app/domain/application/door.ts";
import { text } from "#app/domain/programme/text.ts";
import { readFormData } from "#app/http/form.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { formatInstantWithSeconds } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/runtime.server.ts";
import { withdrawApplication } from "#app/use-cases/withdraw-application.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { application, cohort, definition } = await ownApplication(args);
  const language = languageOf(args.request);
  const t = translator(language);
  return {
    title: titleOf(t, t("applicant:withdraw.title")),
    applicationId: application.id,
    applicationNumber: application.applicationNumber,
    cohortTitle: text(definition.title, language),
    withdrawnAt: application.withdrawnAt,
    canWithdraw: application.status === "draft" || application.status === "submitted",
    mayApplyAgain: doorAt(cohort, definition, args.context.arrivedAt) === "open",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { application, actor } = await ownApplication(args);
  const form = await readFormData(args.request);
  if (form.get("confirm") !== "yes") return data({ refusal: "confirm-needed" }, { status: 400 });
  const withdrawn = await withdrawApplication(db, actor, { applicationId: application.id, now: new Date() });
  if (withdrawn.ok) return redirect(paths.my.withdraw(application.id));
  if (withdrawn.refusal === "not-yours") throw notFound();
  return data({ refusal: withdrawn.refusal }, { status: 409 });
}

export default function WithdrawPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const message = `applicant:refusal.${refusal ?? ""}`;
  const back = <Link to={paths.my.application(page.applicationId)}>{t("applicant:withdraw.keep")}</Link>;
  return (
    <>
      <PageHeader
        title={t("applicant:withdraw.title")}
        lead={page.applicationNumber ? `${page.cohortTitle} · ${page.applicationNumber}` : page.cohortTitle}
        breadcrumbs={[
          { label: t("applicant:dashboard.title"), to: paths.my.dashboard() },
          { label: t("applicant:withdraw.title") },
        ]}
      />
      {page.withdrawnAt && (
        <Notice tone="success" role="status" title={t("extension:withdraw.doneTitle")}>
          <p>{t("extension:withdraw.done", { at: formatInstantWithSeconds(page.withdrawnAt, language) })}</p>
          {page.applicationNumber && <p>{t("extension:withdraw.means.numbers")}</p>}
          <p>{t("extension:withdraw.means.data")}</p>
          {page.mayApplyAgain && <p>{t("applicant:withdraw.again")}</p>}
          <Link to={paths.my.dashboard()}>{t("applicant:dashboard.title")}</Link>
        </Notice>
      )}
      {page.withdrawnAt ? null : page.canWithdraw ? (
        <>
          <ErrorSummary
            errors={refusal ? [{ message, ...(refusal === "confirm-needed" ? { id: "confirm" } : {}) }] : []}
          />
          <Notice tone="warning" title={t("applicant:withdraw.warning")}>
            <p>{t(page.mayApplyAgain ? "applicant:withdraw.again" : "applicant:withdraw.final")}</p>
          </Notice>
          <ConfirmBox
            label={t("extension:withdraw.ask")}
            explanation={
              <>
                <p>{t("extension:withdraw.explanation")}</p>
                {page.applicationNumber && (
                  <p>{t("extension:withdraw.keepsNumber", { number: page.applicationNumber })}</p>
                )}
                <p>{t("extension:withdraw.means.data")}</p>
              </>
            }
            confirmLabel={t("applicant:withdraw.submit")}
            open={refusal === "confirm-needed"}
          >
            <CheckboxField
              name="confirm"
              value="yes"
              label={t("applicant:withdraw.confirm")}
              required
              errors={refusal === "confirm-needed" ? [message] : undefined}
            />
          </ConfirmBox>
          <p>{back}</p>
        </>
      ) : (
        <>
          <Notice title={t("applicant:refusal.cannot-withdraw")} />
          <p>{back}</p>
        </>
      )}
    </>
  );
}
