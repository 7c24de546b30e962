import { index, layout, prefix, route, type RouteConfig } from "@remix-run/route-config";

/** The site map: every address and the file behind it. */
export default [
  layout("routes/texts/visitor.tsx", [
    layout("routes/public/layout.tsx", [
      index("routes/public/home.tsx"),
      route("cohorts/:slug", "routes/public/cohort.tsx"),
      route("cohorts/:slug/results", "routes/public/results.tsx"),
      route("sign-in", "routes/account/sign-in.tsx"),
      route("sign-up", "routes/account/sign-up.tsx"),
      route("verify-email/:token", "routes/account/verify-email.tsx"),
      route("forgot-password", "routes/account/forgot-password.tsx"),
      route("reset-password/:token", "routes/account/reset-password.tsx"),
      route("invitation/:token", "routes/account/invitation.tsx"),
      route("first-administrator/:token", "routes/account/first-administrator.tsx"),
      route("demo/mail", "routes/system/demo-mail.tsx"),
      route("demo/mail/:name", "routes/system/demo-mail-message.tsx"),
      route("*", "routes/public/not-found.tsx"),
    ]),
  ]),

  layout("routes/texts/applicant.tsx", [
    layout(
      "routes/applicant/layout.tsx",
      prefix("my", [
        route("applications/:applicationId/sections/:sectionId", "routes/applicant/section.tsx"),
        layout("routes/texts/handing.tsx", [
          route("applications/:applicationId/documents", "routes/applicant/documents.tsx"),
          route("applications/:applicationId/completion", "routes/applicant/completion.tsx"),
          route("applications/:applicationId/after-selection", "routes/applicant/after-selection.tsx"),
        ]),
        layout("routes/texts/outcome.tsx", [
          route("applications/:applicationId/result", "routes/applicant/result.tsx"),
        ]),
        layout("routes/texts/rights.tsx", [
          route("applications/:applicationId/consents", "routes/applicant/consents.tsx"),
          route("applications/:applicationId/appeals", "routes/applicant/appeals.tsx"),
          route("applications/:applicationId/access", "routes/applicant/access.tsx"),
          route("data", "routes/applicant/my-data.tsx"),
        ]),
        layout("routes/texts/application.tsx", [
          index("routes/applicant/dashboard.tsx"),
          route("cohorts/:slug/apply", "routes/applicant/apply.tsx"),
          route("applications/:applicationId", "routes/applicant/application.tsx"),
          route("applications/:applicationId/submit", "routes/applicant/submit.tsx"),
          route("applications/:applicationId/receipt", "routes/applicant/receipt.tsx"),
          route("applications/:applicationId/withdraw", "routes/applicant/withdraw.tsx"),
        ]),
      ]),
    ),
  ]),

  route("my/applications/:applicationId/receipt.pdf", "routes/applicant/receipt-pdf.ts"),
  route("my/applications/:applicationId/certificate.pdf", "routes/applicant/certificate-pdf.ts"),
  route("my/applications/:applicationId/calendar.ics", "routes/applicant/calendar.ts"),
  route("my/applications/:applicationId/proof.json", "routes/applicant/proof.ts"),
  route("my/data/archive", "routes/applicant/my-data-archive.ts"),
  route("cohorts/:slug/calendar.ics", "routes/public/calendar.ts"),
  route("cohorts/:slug/attachments/:attachmentId", "routes/public/attachment.ts"),
  route("sitemap.xml", "routes/system/sitemap.ts"),
  route("robots.txt", "routes/system/robots.ts"),
  route("session", "routes/account/session.ts"),

  layout("routes/texts/staff.tsx", [
    layout(
      "routes/reviewer/layout.tsx",
      prefix("review", [
        index("routes/reviewer/home.tsx"),
        route("cohorts/:cohortId/pledge", "routes/reviewer/pledge.tsx"),
        route("cohorts/:cohortId/:stageKey", "routes/reviewer/queue.tsx"),
        route("cohorts/:cohortId/:stageKey/conflicts", "routes/reviewer/conflicts.tsx"),
        route("reviews/:reviewId", "routes/reviewer/review.tsx"),
      ]),
    ),

    layout(
      "routes/administrator/layout.tsx",
      prefix("manage", [
        index("routes/administrator/home.tsx"),
        route("people", "routes/administrator/people.tsx"),
        route("cohorts/new", "routes/administrator/new-cohort.tsx"),
        route("cohorts/:cohortId", "routes/administrator/cohort/layout.tsx", [
          index("routes/administrator/cohort/overview.tsx"),
          route("definition", "routes/administrator/cohort/definition.tsx"),
          route("applications", "routes/administrator/cohort/applications.tsx"),
          route("applications/:applicationId", "routes/administrator/cohort/application.tsx"),
          route("stages/:stageKey", "routes/administrator/cohort/stage.tsx"),
          route("stages/:stageKey/reviewers", "routes/administrator/cohort/reviewers.tsx"),
          route("stages/:stageKey/scores", "routes/administrator/cohort/scores.tsx"),
          route("selection", "routes/administrator/cohort/selection.tsx"),
          route("selection/:runId", "routes/administrator/cohort/run.tsx"),
          route("decisions", "routes/administrator/cohort/decisions.tsx"),
          route("seats", "routes/administrator/cohort/seats.tsx"),
          route("messages", "routes/administrator/cohort/messages.tsx"),
          route("audit-log", "routes/administrator/cohort/audit-log.tsx"),
          route("attachments", "routes/administrator/cohort/attachments.tsx"),
          route("documents", "routes/administrator/cohort/documents.tsx"),
          route("extensions", "routes/administrator/cohort/extensions.tsx"),
          route("appeals", "routes/administrator/cohort/appeals.tsx"),
          route("data-requests", "routes/administrator/cohort/data-requests.tsx"),
        ]),
      ]),
    ),

    layout(
      "routes/auditor/layout.tsx",
      prefix("audit", [
        index("routes/auditor/home.tsx"),
        route("cohorts/:cohortId/runs", "routes/auditor/runs.tsx"),
        route("cohorts/:cohortId/log", "routes/auditor/audit-log.tsx"),
      ]),
    ),
  ]),

  route("manage/cohorts/:cohortId/definition/:file", "routes/administrator/cohort/definition-json.ts"),
  route("manage/cohorts/:cohortId/selection/:runId/:file", "routes/administrator/cohort/run-json.ts"),
  route("manage/cohorts/:cohortId/stages/:stageKey/scores.csv", "routes/administrator/cohort/scores-template.ts"),
  route("sign-out", "routes/account/sign-out.ts"),
  route("language", "routes/system/language.ts"),
  route("files/:fileId", "routes/system/file.ts"),
  route("health", "routes/system/health.ts"),
] satisfies RouteConfig;
