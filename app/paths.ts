/** Every link of the portal. Pages and messages use these, so that an address is written once. */
const at = (...parts: readonly string[]) => `/${parts.map((part) => encodeURIComponent(part)).join("/")}`;

export const paths = {
  home: () => "/",
  cohort: (slug: string) => at("cohorts", slug),
  results: (slug: string) => at("cohorts", slug, "results"),
  cohortCalendar: (slug: string) => at("cohorts", slug, "calendar.ics"),
  cohortAttachment: (slug: string, attachmentId: string) => at("cohorts", slug, "attachments", attachmentId),
  session: () => "/session",
  language: () => "/language",
  health: () => "/health",
  file: (fileId: string) => at("files", fileId),
  demoMail: () => "/demo/mail",
  demoMailMessage: (name: string) => at("demo", "mail", name),

  signIn: (returnTo?: string) =>
    returnTo && returnTo !== "/" ? `/sign-in?returnTo=${encodeURIComponent(returnTo)}` : "/sign-in",
  signUp: (returnTo?: string) =>
    returnTo && returnTo !== "/" ? `/sign-up?returnTo=${encodeURIComponent(returnTo)}` : "/sign-up",
  signOut: () => "/sign-out",
  verifyEmail: (token: string) => at("verify-email", token),
  forgotPassword: () => "/forgot-password",
  resetPassword: (token: string) => at("reset-password", token),
  invitation: (token: string) => at("invitation", token),
  firstAdministrator: (token: string) => at("first-administrator", token),

  my: {
    dashboard: () => "/my",
    apply: (slug: string) => at("my", "cohorts", slug, "apply"),
    application: (applicationId: string) => at("my", "applications", applicationId),
    section: (applicationId: string, sectionId: string) =>
      at("my", "applications", applicationId, "sections", sectionId),
    documents: (applicationId: string) => at("my", "applications", applicationId, "documents"),
    consents: (applicationId: string) => at("my", "applications", applicationId, "consents"),
    submit: (applicationId: string) => at("my", "applications", applicationId, "submit"),
    receipt: (applicationId: string) => at("my", "applications", applicationId, "receipt"),
    result: (applicationId: string) => at("my", "applications", applicationId, "result"),
    withdraw: (applicationId: string) => at("my", "applications", applicationId, "withdraw"),
    receiptPdf: (applicationId: string) => at("my", "applications", applicationId, "receipt.pdf"),
    certificatePdf: (applicationId: string) => at("my", "applications", applicationId, "certificate.pdf"),
    calendar: (applicationId: string) => at("my", "applications", applicationId, "calendar.ics"),
    proof: (applicationId: string) => at("my", "applications", applicationId, "proof.json"),
    afterSelection: (applicationId: string) => at("my", "applications", applicationId, "after-selection"),
    completion: (applicationId: string) => at("my", "applications", applicationId, "completion"),
    appeals: (applicationId: string) => at("my", "applications", applicationId, "appeals"),
    access: (applicationId: string) => at("my", "applications", applicationId, "access"),
    data: () => "/my/data",
    dataArchive: () => "/my/data/archive",
  },

  review: {
    home: () => "/review",
    pledge: (cohortId: string) => at("review", "cohorts", cohortId, "pledge"),
    conflicts: (cohortId: string, stageKey: string) => at("review", "cohorts", cohortId, stageKey, "conflicts"),
    queue: (cohortId: string, stageKey: string) => at("review", "cohorts", cohortId, stageKey),
    desk: (reviewId: string) => at("review", "reviews", reviewId),
  },

  manage: {
    home: () => "/manage",
    people: () => "/manage/people",
    newCohort: () => "/manage/cohorts/new",
    cohort: (cohortId: string) => at("manage", "cohorts", cohortId),
    definition: (cohortId: string) => at("manage", "cohorts", cohortId, "definition"),
    definitionJson: (cohortId: string, versionId: string) =>
      at("manage", "cohorts", cohortId, "definition", `${versionId}.json`),
    applications: (cohortId: string) => at("manage", "cohorts", cohortId, "applications"),
    application: (cohortId: string, applicationId: string) =>
      at("manage", "cohorts", cohortId, "applications", applicationId),
    stage: (cohortId: string, stageKey: string) => at("manage", "cohorts", cohortId, "stages", stageKey),
    reviewers: (cohortId: string, stageKey: string) =>
      at("manage", "cohorts", cohortId, "stages", stageKey, "reviewers"),
    scores: (cohortId: string, stageKey: string) => at("manage", "cohorts", cohortId, "stages", stageKey, "scores"),
    scoresTemplate: (cohortId: string, stageKey: string) =>
      at("manage", "cohorts", cohortId, "stages", stageKey, "scores.csv"),
    selection: (cohortId: string) => at("manage", "cohorts", cohortId, "selection"),
    run: (cohortId: string, runId: string) => at("manage", "cohorts", cohortId, "selection", runId),
    decisions: (cohortId: string) => at("manage", "cohorts", cohortId, "decisions"),
    seats: (cohortId: string) => at("manage", "cohorts", cohortId, "seats"),
    messages: (cohortId: string) => at("manage", "cohorts", cohortId, "messages"),
    auditLog: (cohortId: string) => at("manage", "cohorts", cohortId, "audit-log"),
    attachments: (cohortId: string) => at("manage", "cohorts", cohortId, "attachments"),
    documents: (cohortId: string) => at("manage", "cohorts", cohortId, "documents"),
    extensions: (cohortId: string) => at("manage", "cohorts", cohortId, "extensions"),
    appeals: (cohortId: string) => at("manage", "cohorts", cohortId, "appeals"),
    dataRequests: (cohortId: string) => at("manage", "cohorts", cohortId, "data-requests"),
  },

  audit: {
    home: () => "/audit",
    runs: (cohortId: string) => at("audit", "cohorts", cohortId, "runs"),
    log: (cohortId: string) => at("audit", "cohorts", cohortId, "log"),
  },
} as const;
